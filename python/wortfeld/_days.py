"""Days that arguments name."""

from __future__ import annotations

import datetime
from typing import Any

from wortfeld import _arguments
from wortfeld._columns import is_missing
from wortfeld.errors import BadArgument

__all__ = ["as_day", "days_since_epoch"]

_EPOCH = datetime.date(1970, 1, 1)


def as_day(name: str, value: Any) -> datetime.date | None:
    """Return a day of a date, a datetime (NumPy's too) or a text; None is none."""
    if value is None:
        return None
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        value = value.item()
    if is_missing(value):
        message = f"{name} is {value!r}, no date; leave it out if there is none"
        raise BadArgument(message)
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str):
        message = f"{name} must be a date or a text like '2026-03-10', not {type(value).__name__}"
        raise TypeError(message)
    try:
        return datetime.date.fromisoformat(_arguments.text(name, value))
    except ValueError:
        message = f"{name} {value!r} is no date; write it as '2026-03-10'"
        raise BadArgument(message) from None


def days_since_epoch(day: datetime.date) -> int:
    """Return a day as the core counts it, from 1970-01-01."""
    return (day - _EPOCH).days
