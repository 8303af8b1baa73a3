"""Arrow streams as documents: batch by batch, the texts never become Python objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld import _core
from wortfeld._columns import columns_from
from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.documents import Batches
from wortfeld.reading.rows import no_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wortfeld.reading.documents import Amount

__all__ = ["NO_COLUMNS", "StreamColumns", "exports_arrow", "id_column", "rows_of_stream"]

# Small batches go to the core together, up to about this size.
_BLOCK_BYTES = 4 * 2**20
NO_COLUMNS = _core.make_columns([])


def exports_arrow(source: object) -> bool:
    """Whether the source has the Arrow PyCapsule interface."""
    return hasattr(source, "__arrow_c_stream__") or hasattr(source, "__arrow_c_array__")


def id_column(ids: Iterable[Any] | None) -> _core.Columns | None:
    """Return given ids as a column.

    Raises
    ------
    TypeError
        If one is no str.
    """
    if ids is None:
        return None
    names = list(ids)
    for place, name in enumerate(names):
        if name is not None and not isinstance(name, str):
            message = f"id {place} is {type(name).__name__}, not str"
            raise TypeError(message)
    return columns_from({"ids": names}, types={"ids": "text"})


class StreamColumns(NamedTuple):
    """What the columns of a stream are: texts, ids (a column, or all values), else metadata."""

    text: str
    id: str | None = None
    ids: _core.Columns | None = None


def rows_of_stream(
    stream: _core.ArrowStream, columns: StreamColumns, amount: Amount, *, may_be_read: bool
) -> Iterator[Batches]:
    """Return the rows of a stream, some batches at a time; `amount` is told how many were read.

    Raises
    ------
    BadArgument
        If there is no such column, or one is of a type that cannot be read.
    BadInput
        If there is no batch and the source may be one that was read before.
    """
    for name, argument in ((columns.text, "text"), (columns.id, "id")):
        if name is not None and name not in stream.names:
            raise no_column(argument, name, stream.names)
    others = [name for name in stream.names if name not in columns[:2]]
    # A stream without batches has columns all the same.
    empty = _core.make_columns([(name, stream.type(name), []) for name in others])
    zoned = [name for name in stream.zoned if name in others]
    empty_rows = Batches((), columns.text, NO_COLUMNS, empty, zoned=zoned)
    rows = _rows(stream, columns, empty_rows, amount)
    return _refusing_nothing(rows) if may_be_read else rows


def _refusing_nothing(rows: Iterator[Batches]) -> Iterator[Batches]:
    """Yield rows; what has none of its own, behind the empty ones, was read before."""
    yield next(rows)
    first = next(rows, None)
    if first is None:
        message = (
            "the stream gave nothing; one that was read before is empty: make a new one, or pass "
            "a table"
        )
        raise BadInput(message)
    yield first
    yield from rows


def _rows(
    stream: _core.ArrowStream, columns: StreamColumns, empty: Batches, amount: Amount
) -> Iterator[Batches]:
    yield empty
    for batches in _blocks(stream, columns.text):
        rows = empty._replace(
            batches=batches,
            columns=_stacked(batches, empty.columns.names),
            first=amount.done,
        )
        rows = rows._replace(ids=_ids(columns, batches, amount.done, rows.row_count))
        amount.done += rows.row_count
        yield rows
    if columns.ids is not None and columns.ids.rows > amount.done:
        message = f"there are more ids than the {amount.done} texts"
        raise BadArgument(message)


def _blocks(stream: _core.ArrowStream, text: str) -> Iterator[list[_core.ArrowBatch]]:
    """Yield batches, small ones together."""
    block: list[_core.ArrowBatch] = []
    size = 0
    while (batch := _next(stream)) is not None:
        block.append(batch)
        size += batch.text_bytes(text)
        if size >= _BLOCK_BYTES:
            yield block
            block, size = [], 0
    if block:
        yield block


def _next(stream: _core.ArrowStream) -> _core.ArrowBatch | None:
    """Return the next batch; a stream that Ctrl-C stopped while it made one only says so."""
    try:
        return stream.next()
    except BadInput as error:
        if KeyboardInterrupt.__name__ in str(error):
            raise KeyboardInterrupt from None
        raise


def _stacked(batches: Sequence[_core.ArrowBatch], names: Sequence[str]) -> _core.Columns:
    return _core.stack_columns([batch.columns(names) for batch in batches])


def _ids(
    columns: StreamColumns, batches: Sequence[_core.ArrowBatch], offered: int, rows: int
) -> _core.Columns:
    if columns.id is not None:
        return _stacked(batches, [columns.id])
    if columns.ids is None:
        return NO_COLUMNS
    ids = columns.ids.slice(offered, offered + rows)
    if ids.rows < rows:
        message = f"text {columns.ids.rows} has no id: ids= has only {columns.ids.rows} entries"
        raise BadArgument(message)
    return ids
