"""Arrow streams as documents: batch by batch, the texts never become Python objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wortfeld import _core
from wortfeld._columns import columns_from
from wortfeld.errors import BadArgument
from wortfeld.reading.documents import Note
from wortfeld.reading.metadata import check_names
from wortfeld.reading.rows import no_column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from wortfeld.reading.documents import Amount
    from wortfeld.reading.feed import Feed, Target
    from wortfeld.reading.languages import Languages

__all__ = ["ArrowRows", "exports_arrow", "id_column"]

# Small batches go to the core together, up to about this size.
_BLOCK_BYTES = 4 * 2**20
# Columns of documents() that hold one type; others are tried as Python values.
_FILLED_TYPES = {"date": "date", "title": "text", "author": "text", "language": "text"}


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


class ArrowRows:
    """The rows of a stream as documents; read once.

    Parameters
    ----------
    stream
        The batches.
    text
        The column of the texts.
    id_column
        The column of the ids; all others are metadata.
    ids
        The ids of all rows instead of a column.
    amount
        Told how many rows were read.
    """

    def __init__(
        self,
        stream: _core.ArrowStream,
        *,
        text: str,
        id_column: str | None = None,
        ids: _core.Columns | None = None,
        amount: Amount,
    ) -> None:
        for name, argument in ((text, "text"), (id_column, "id")):
            if name is not None and name not in stream.names:
                raise no_column(argument, name, stream.names)
        self._stream = stream
        self._text = text
        self._id_column = id_column
        self._ids = ids
        # The names of the metadata columns, with their values so far where Python has to see them:
        # a column that tells languages, a date that is given as text.
        self.metadata: dict[str, list[Any]] = {
            name: [] for name in stream.names if name not in (text, id_column)
        }
        self._kept: list[str] = []
        self._seen: list[str] = []
        self._parts: list[_core.Columns] = []
        self._amount = amount

    def others(self, metadata: Mapping[str, Sequence[Any]]) -> dict[str, Sequence[Any]]:
        """Return the metadata that other sources give or that Python has to see; keep the rest.

        A column of another source takes the place of the own one.
        """
        own = [name for name, values in metadata.items() if values is self.metadata.get(name)]
        check_names(dict.fromkeys(own, ()))
        self._seen = [name for name in own if not self._fits(name)]
        self._kept = [name for name in own if name not in self._seen]
        return {name: values for name, values in metadata.items() if name not in self._kept}

    def feed(self, feed: Feed, target: Target, moved: Callable[[], object]) -> None:
        """Hand all rows to the builder."""
        languages = target.languages
        told = [name for name, values in self.metadata.items() if values is languages.column]
        for batches in self._blocks():
            for batch in batches:
                self._parts.append(batch.columns(self._kept))
                for name in {*self._seen, *told}:
                    self.metadata[name] += batch.columns([name]).values(name)
            rows = sum(batch.rows for batch in batches)
            ids = self._ids_of(batches, feed.offered, rows)
            left_out = _core.add_arrow(
                target.builder,
                batches,
                text=self._text,
                ids=ids,
                languages=_codes(ids, range(feed.offered, feed.offered + rows), languages),
                skip=feed.skip,
                threads=target.threads,
                progress=None,
            )
            feed.left_out += [feed.offered + row for row in left_out]
            feed.offered += rows
            self._amount.done = feed.offered
            moved()
        if self._ids is not None and self._ids.rows > feed.offered:
            message = f"there are more ids than the {feed.offered} texts"
            raise BadArgument(message)
        feed.notes += self._zone_notes()

    def columns(self, left_out: Sequence[int], *, without: str) -> _core.Columns:
        """Return the metadata that was kept, without a column and the rows that were left out."""
        names = [name for name in self._kept if name != without]
        if not self._parts:
            return _core.make_columns([(name, self._stream.type(name), []) for name in names])
        whole = _core.stack_columns(self._parts).select(names)
        if not names or not left_out:
            return whole
        gone = set(left_out)
        return whole.take([row for row in range(whole.rows) if row not in gone])

    def _blocks(self) -> Iterator[list[_core.ArrowBatch]]:
        """Yield batches, small ones together."""
        block: list[_core.ArrowBatch] = []
        size = 0
        while (batch := self._stream.next()) is not None:
            block.append(batch)
            size += batch.text_bytes(self._text)
            if size >= _BLOCK_BYTES:
                yield block
                block, size = [], 0
        yield block

    def _fits(self, name: str) -> bool:
        kind = self._stream.type(name)
        return kind == _FILLED_TYPES.get(name, kind)

    def _zone_notes(self) -> list[Note]:
        """Say which columns have a time zone, because they are kept in UTC."""
        message = "times with a time zone are kept as those of UTC"
        return [
            Note("", f"column {name}", "time_zone", message)
            for name in self._stream.zoned
            if name in self._kept
        ]

    def _ids_of(
        self, batches: Sequence[_core.ArrowBatch], offered: int, rows: int
    ) -> _core.Columns:
        if self._id_column is not None:
            name = self._id_column
            return _core.stack_columns([batch.columns([name]) for batch in batches])
        if self._ids is None:
            return _core.stack_columns([])
        ids = self._ids.slice(offered, offered + rows)
        if ids.rows < rows:
            message = f"text {self._ids.rows} has no id: ids= has only {self._ids.rows} entries"
            raise BadArgument(message)
        return ids


def _codes(ids: _core.Columns, numbers: range, languages: Languages) -> list[str]:
    """Return a language for all rows, or one for each."""
    if languages.is_one:
        return [languages.one] if numbers else [""]
    names = map(str, ids.values(ids.names[0]) if ids.names else numbers)
    return [languages.of(number, name) for number, name in zip(numbers, names, strict=True)]
