"""Metadata columns: checked names and types, one value for each document offered."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from wortfeld import _core
from wortfeld._columns import columns_from, is_missing
from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.documents import Note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wortfeld._columns import ColumnType

__all__ = ["check_names", "metadata_table", "zone_notes"]

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


def metadata_table(metadata: Mapping[str, Sequence[Any]], count: int) -> _core.Columns:
    """Return the columns for the core; row i belongs to the i-th document offered."""
    for name, values in metadata.items():
        if len(values) != count:
            message = f"metadata column {name!r} has {len(values)} values for {count} documents"
            raise BadArgument(message)
    columns = {
        name: [_as_date(value, row) for row, value in enumerate(values)]
        if name == "date"
        else values
        for name, values in metadata.items()
    }
    types = {name: kind for name, kind in _TYPES.items() if name in columns}
    return columns_from(columns, types=types)


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
