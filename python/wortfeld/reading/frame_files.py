"""Parquet and Arrow IPC files, a batch of rows at a time; pyarrow reads, the core takes over."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from wortfeld import _core
from wortfeld._optional import require
from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.arrow import NO_COLUMNS
from wortfeld.reading.documents import Amount, Batches
from wortfeld.reading.opening import blocks_of
from wortfeld.reading.rows import no_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wortfeld.reading.opening import Found
    from wortfeld.reading.rows import Columns

__all__ = ["frame_pieces"]

# Batches have about so many bytes, and no more rows than this.
_BATCH_BYTES = 4 * 2**20
_BATCH_ROWS = 2**16


def frame_pieces(file: Found, kind: str, columns: Columns, amount: Amount) -> Iterator[Batches]:
    """Yield the rows of a Parquet or Arrow IPC file in batches.

    Raises
    ------
    BadInput
        If the file is damaged.
    BadArgument
        If there is no such column, or the texts are of another type.
    """
    with contextlib.ExitStack() as opened:
        next(blocks_of(file, None, Amount(), opened), None)  # refuses what is no regular file
    arrow = require("pyarrow", purpose=f"reading a {kind} file")
    row = 0
    try:
        for batch in _batches(file, kind):
            batch.validate()  # that its buffers are as large as it says: the core cannot know
            yield _rows(batch, file, columns, row)
            row += batch.num_rows
    except (arrow.ArrowException, UnicodeDecodeError) as error:
        message = f"{file.id}: {kind} data that cannot be read, after {row} rows: {error}"
        raise BadInput(message, source=file.id, line=row) from None
    amount.done += file.path.stat().st_size


def _rows(batch: Any, file: Found, columns: Columns, before: int) -> Batches:
    """Return a batch for the core; messages count its rows from 1 and begin with the file."""
    names = batch.schema.names
    for argument, name in zip(("text", "id"), columns, strict=True):
        if name is not None and name not in names:
            raise no_column(argument, name, names, file.id)
    try:
        return _taken_over(batch, file, columns, before)
    except BadInput as error:
        message = f"{file.id}: {error}"
        raise BadInput(message, source=file.id, line=error.line) from None
    except BadArgument as error:
        message = f"{file.id}: {error}"
        raise BadArgument(message) from None


def _taken_over(batch: Any, file: Found, columns: Columns, before: int) -> Batches:
    stream = _core.ArrowStream(batch, before=before, counted_from=1)
    taken = stream.next()
    assert taken is not None
    taken.text_bytes(columns.text)  # refuses what is no column of texts
    others = [name for name in stream.names if name not in columns]
    held = [name for name in others if _is_held(stream, name)]
    return Batches(
        batches=(taken,),
        text=columns.text,
        ids=NO_COLUMNS if columns.id is None else taken.columns([columns.id]),
        columns=taken.columns(held),
        values={
            name: _values(batch.column(stream.names.index(name)))
            for name in others
            if name not in held
        },
        zoned=[name for name in stream.zoned if name in held],
        prefix=f"{file.id}:",
        first=before + 1,
    )


def _is_held(stream: _core.ArrowStream, name: str) -> bool:
    """Whether a column of the core holds such values; lists and the like become texts."""
    with contextlib.suppress(BadArgument):
        return bool(stream.type(name))
    return False


def _values(column: Any) -> list[Any]:
    column.validate(full=True)  # which to_pylist believes without looking
    return list(column.to_pylist())


def _batches(file: Found, kind: str) -> Iterator[Any]:
    if kind == "parquet":
        parquet = require("pyarrow.parquet", purpose="reading a Parquet file")
        # Without the buffer the columns of a whole row group would be in memory.
        with parquet.ParquetFile(file.path, buffer_size=_BATCH_BYTES) as reader:
            yield from reader.iter_batches(batch_size=_rows_of_a_batch(reader.metadata))
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
            yield reader.get_batch(index)


def _rows_of_a_batch(metadata: Any) -> int:
    """Return how many rows have about the size of a batch in memory."""
    groups = [metadata.row_group(index) for index in range(metadata.num_row_groups)]
    size: int = sum(group.total_byte_size for group in groups)
    rows: int = metadata.num_rows
    return max(1, min(_BATCH_ROWS, _BATCH_BYTES * rows // max(size, 1)))
