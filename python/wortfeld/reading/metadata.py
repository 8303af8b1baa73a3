"""Metadata columns: checked names and types, one value for each document offered."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from wortfeld import _core
from wortfeld._columns import columns_from, is_missing
from wortfeld.errors import BadArgument, BadInput

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from wortfeld._columns import ColumnType

__all__ = ["check_names", "metadata_table"]

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
        else _without_clock(values)
        for name, values in metadata.items()
    }
    types = {name: kind for name, kind in _TYPES.items() if name in columns}
    return columns_from(columns, types=types)


def _without_clock(values: Sequence[Any]) -> Sequence[Any]:
    """Return date-times that are more than days as ISO 8601 writes them; columns hold days only."""
    times = [
        value for value in values if isinstance(value, datetime.datetime) and not is_missing(value)
    ]
    if all(time.tzinfo is None and time.time() == datetime.time() for time in times):
        return values
    return [
        value.isoformat()
        if isinstance(value, datetime.datetime) and not is_missing(value)
        else value
        for value in values
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
