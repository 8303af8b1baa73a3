"""Metadata columns: checked names and types, one value for each document offered."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from wortfeld import _core
from wortfeld._columns import columns_from, is_missing
from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.documents import Note
from wortfeld.reading.inference import typed, unified

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wortfeld._columns import ColumnType

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
        self._come: dict[str, list[Any]] = {}
        self._raw: set[str] = set()
        self._seen: dict[Any, Any] = {}

    def add(self, columns: Mapping[str, Sequence[Any]], offered: int, *, is_raw: bool) -> None:
        """Add the columns of some documents; `offered` came before them."""
        for name, values in columns.items():
            if name not in self._come:
                check_names({name: values})
                self._come[name] = []
                if is_raw:
                    self._raw.add(name)
            column = self._come[name]
            column.extend([None] * (offered - len(column)))
            column.extend(self._shared(values) if is_raw else values)

    def table(self, count: int, left_out: Sequence[int], *, without: str = "") -> _core.Columns:
        """Return the columns for the core, without a name and the documents that it did not get."""
        columns = {name: values for name, values in self._columns(count).items() if name != without}
        for name, values in columns.items():
            if len(values) != count:
                message = f"metadata column {name!r} has {len(values)} values for {count} documents"
                raise BadArgument(message)
        if "date" in columns:
            days = [_as_date(value, row) for row, value in enumerate(columns["date"])]
            columns["date"] = days
        types = {name: kind for name, kind in _TYPES.items() if name in columns}
        table = columns_from(columns, types=types)
        if not columns or not left_out:
            return table
        gone = set(left_out)
        return table.take([row for row in range(count) if row not in gone])

    def notes(self) -> list[Note]:
        """Say which columns hold times with a time zone, because they are kept in UTC."""
        return zone_notes({**self._given, **self._come})

    def _columns(self, count: int) -> dict[str, Sequence[Any]]:
        columns: dict[str, Sequence[Any]] = {}
        for name, values in self._come.items():
            values.extend([None] * (count - len(values)))
            is_text = _TYPES.get(name) == "text"
            if name not in self._raw:
                columns[name] = unified(values)
            elif is_text:
                columns[name] = [value or None for value in values]
            else:
                columns[name] = typed(values)
        return columns | dict(self._given)

    def _shared(self, values: Sequence[Any]) -> Sequence[Any]:
        """Return texts that came before as the same objects: columns repeat themselves."""
        if len(self._seen) > _MOST_SEEN:
            self._seen.clear()
        return [self._seen.setdefault(value, value) for value in values]


def zone_notes(metadata: Mapping[str, Sequence[Any]]) -> list[Note]:
    """Say which columns hold times with a time zone, because they are kept in UTC."""
    return [
        Note("", f"column {name}", "time_zone", "times with a time zone are kept as those of UTC")
        for name, values in metadata.items()
        if name != "date"
        and any(isinstance(value, datetime.datetime) and value.tzinfo for value in values)
    ]


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
