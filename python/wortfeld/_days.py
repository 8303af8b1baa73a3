"""Days that arguments name."""

from __future__ import annotations

import datetime
from typing import Any

from wortfeld import _arguments
from wortfeld.errors import BadArgument

__all__ = ["as_day", "days_since_epoch"]

_EPOCH = datetime.date(1970, 1, 1)


def as_day(name: str, value: Any) -> datetime.date | None:
    """Return a day of a date, a datetime or a text such as ``"2026-03-10"``; None is none."""
    if value is None:
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(_arguments.text(name, value))
    except ValueError:
        message = f"{name} {value!r} is no date; write it as '2026-03-10'"
        raise BadArgument(message) from None


def days_since_epoch(day: datetime.date) -> int:
    """Return a day as the core counts it, from 1970-01-01."""
    return (day - _EPOCH).days
