"""Metadata columns: checked names and types, one value for each document offered."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from wortfeld import _core
from wortfeld._arguments import is_writable
from wortfeld._columns import columns_from, is_missing
from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.documents import Note
from wortfeld.reading.gathered import Gathered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from wortfeld._columns import ColumnType
    from wortfeld.reading.documents import Batches

__all__ = ["Metadata", "check_names", "zone_notes"]

_MOST_SEEN = 2**16

_FIXED = frozenset({"document", "token_count", "word_count", "character_count"})
_TYPES: dict[str, ColumnType] = {
    "title": "text",
    "author": "text",
    "language": "text",
    "date": "date",
}


def check_names(metadata: Mapping[str, Sequence[Any]]) -> None:
    """Refuse names that ``corpus.documents()`` fills itself."""
    for name in metadata:
        if name in _FIXED:
            message = f"metadata column {name!r} has the name of a column of documents(); rename it"
            raise BadArgument(message)
        if not is_writable(name):
            message = f"the name of metadata column {name!r} holds a lone surrogate; rename it"
            raise BadArgument(message)


class Metadata:
    """What is known of the documents: columns given with a source, and those that come with rows.

    Row i belongs to the i-th document offered. A document without a value has none (null).

    Parameters
    ----------
    given
        Columns known from the start, one value for each document.
    """

    def __init__(self, given: Mapping[str, Sequence[Any]]) -> None:
        check_names(given)
        self._given = given
        self._come: dict[str, Gathered] = {}
        self._zoned: dict[str, None] = {}
        self._seen: dict[Any, Any] = {}

    def add(self, columns: Mapping[str, Sequence[Any]], offered: int, *, is_raw: bool) -> None:
        """Add the columns of some documents; `offered` came before them."""
        for name, values in columns.items():
            column = self._column(name, is_raw=is_raw)
            column.add_values(self._shared(values) if is_raw else values, offered)

    def add_rows(self, rows: Batches, offered: int) -> None:
        """Add what is known of some rows of Arrow data; `offered` documents came before them."""
        for name in rows.columns.names:
            self._column(name).add_column(rows.columns.select([name]), offered)
        self.add(rows.values, offered, is_raw=False)
        self._zoned.update(dict.fromkeys(rows.zoned))

    def table(self, count: int, left_out: Sequence[int], *, without: str = "") -> _core.Columns:
        """Return the columns for the core, without a name and the documents that it did not get."""
        wanted: dict[str, Gathered | Sequence[Any]] = {**self._come, **self._given}
        names = [name for name in wanted if name != without]
        columns = [self._made(name, wanted[name], count) for name in names]
        table = _core.make_columns([])
        for column in columns:
            table = table.joined(column)
        if not columns or not left_out:
            return table
        gone = set(left_out)
        return table.take([row for row in range(count) if row not in gone])

    def notes(self) -> list[Note]:
        """Say which columns hold times with a time zone, because they are kept in UTC."""
        values = {name: column.values for name, column in self._come.items()}
        zoned = [name for name in self._zoned if name not in self._given and name != "date"]
        return _zone_notes(zoned) + zone_notes({**self._given, **values})

    def _column(self, name: str, *, is_raw: bool = False) -> Gathered:
        """Return the column of that name among those that come with rows."""
        if name not in self._come:
            check_names({name: ()})
            self._come[name] = Gathered(name, _TYPES.get(name), is_raw=is_raw)
        return self._come[name]

    def _made(self, name: str, column: Gathered | Sequence[Any], count: int) -> _core.Columns:
        """Return one column for the core."""
        if isinstance(column, Gathered):
            whole = column.whole(count)
            if whole is not None:
                return whole
            column = column.unified()
        if len(column) != count:
            message = f"metadata column {name!r} has {len(column)} values for {count} documents"
            raise BadArgument(message)
        if name == "date":
            column = [_as_date(value, row) for row, value in enumerate(column)]
        return columns_from({name: column}, types={name: _TYPES[name]} if name in _TYPES else {})

    def _shared(self, values: Sequence[Any]) -> Sequence[Any]:
        """Return texts that came before as the same objects: columns repeat themselves."""
        if len(self._seen) > _MOST_SEEN:
            self._seen.clear()
        return [self._seen.setdefault(value, value) for value in values]


def zone_notes(metadata: Mapping[str, Sequence[Any]]) -> list[Note]:
    """Say which columns hold times with a time zone, because they are kept in UTC."""
    return _zone_notes(
        name
        for name, values in metadata.items()
        if name != "date"
        and any(isinstance(value, datetime.datetime) and value.tzinfo for value in values)
    )


def _zone_notes(names: Iterable[str]) -> list[Note]:
    message = "times with a time zone are kept as those of UTC"
    return [Note("", f"column {name}", "time_zone", message) for name in names]


def _as_date(value: Any, row: int) -> datetime.date | None:
    """Return a day; ISO texts and date-times are understood."""
    if is_missing(value):
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        try:
            return datetime.datetime.fromisoformat(value).date()
        except ValueError:
            pass
    message = f"metadata column 'date', row {row}: {value!r} is no date; write it as 2026-03-10"
    raise BadInput(message, source="metadata", line=row + 1)
