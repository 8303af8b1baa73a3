"""Parquet and Arrow IPC files, a batch of rows at a time, through pyarrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wortfeld._optional import require
from wortfeld.errors import BadInput
from wortfeld.reading.documents import Amount
from wortfeld.reading.opening import blocks_of
from wortfeld.reading.rows import Record, no_column, pieces_of_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wortfeld.reading.documents import Texts
    from wortfeld.reading.opening import Found
    from wortfeld.reading.rows import Columns

__all__ = ["frame_pieces"]

_ROWS = 2**14


def frame_pieces(file: Found, kind: str, columns: Columns, amount: Amount) -> Iterator[Texts]:
    """Yield the rows of a Parquet or Arrow IPC file in pieces.

    Raises
    ------
    BadInput
        If the file is damaged.
    BadArgument
        If there is no such column.
    """
    next(blocks_of(file, None, Amount()), None)  # refuses what is no regular file
    yield from pieces_of_records(
        _records(file, kind, columns), columns, prefix=f"{file.id}:", first=1
    )
    amount.done += file.path.stat().st_size


def _records(file: Found, kind: str, columns: Columns) -> Iterator[Record]:
    arrow = require("pyarrow", purpose=f"reading a {kind} file")
    number = 0
    try:
        for batch in _batches(file, kind):
            names = batch.schema.names
            for argument, name in zip(("text", "id"), columns, strict=True):
                if name is not None and name not in names:
                    raise no_column(argument, name, names, file.id)
            for row in batch.to_pylist():
                number += 1
                yield Record(row, number)
    except (arrow.ArrowException, UnicodeDecodeError) as error:
        message = f"{file.id}: {kind} data that cannot be read, after {number} rows: {error}"
        raise BadInput(message, source=file.id, line=number) from None


def _batches(file: Found, kind: str) -> Iterator[Any]:
    if kind == "parquet":
        parquet = require("pyarrow.parquet", purpose="reading a Parquet file")
        with parquet.ParquetFile(file.path) as reader:
            yield from reader.iter_batches(batch_size=_ROWS)
        return
    arrow = require("pyarrow", purpose="reading an Arrow file")
    with arrow.OSFile(str(file.path), "rb") as stream:
        try:
            reader = arrow.ipc.open_file(stream)
        except arrow.ArrowInvalid:  # not the file format: then the stream format
            stream.seek(0)
            yield from arrow.ipc.open_stream(stream)
            return
        for index in range(reader.num_record_batches):
            batch = reader.get_batch(index)
            yield from (batch.slice(row, _ROWS) for row in range(0, batch.num_rows, _ROWS))
