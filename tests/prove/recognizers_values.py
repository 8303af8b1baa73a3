"""What a result of Recognizers-Text says, compared with a mention: see ``recognizers.py``."""

from __future__ import annotations

import datetime
import math
import re
from typing import Any, NamedTuple

__all__ = ["is_same", "span_of"]

DAY = datetime.timedelta(days=1)
LENGTH = re.compile(r"(\d+(?:\.\d+)?)(DE|CE|[YQMWDHS])")
SECONDS = {"S": 1, "H": 3600, "D": 86400, "W": 604800}
MODIFIERS = {"start": "start", "mid": "middle", "end": "end"}


class Days(NamedTuple):
    """A reading of a date: first day, the day after the last, a part of it, its TIMEX3 value."""

    first: datetime.date | None
    behind: datetime.date | None
    part: str
    timex: str


def span_of(text: str, result: dict[str, Any]) -> tuple[int, int]:
    """Return start and end of a result in code points; theirs count UTF-16 units."""
    start = result.get("Start", 0)
    end = result["End"] + 1 if "End" in result else start + result.get("Length", len(text))
    units = text.encode("utf-16-le")
    before = units[: 2 * start].decode("utf-16-le", "ignore")
    inside = units[2 * start : 2 * end].decode("utf-16-le", "ignore")
    return len(before), len(before) + len(inside)


def is_same(kind: str, result: dict[str, Any], row: dict[str, Any]) -> bool:
    """Whether a mention has the value of a result."""
    if kind == "date":
        return is_same_date(result, row)
    resolution = result.get("Resolution") or {}
    if resolution.get("value") is None or row["value"] is None or row["value_high"] is not None:
        return False
    value = float(resolution["value"].rstrip("%").replace(",", "."))
    if not math.isclose(value, row["value"], rel_tol=1e-9):
        return False
    code = resolution.get("isoCurrency")
    return code is None or code == row["unit"]


def is_same_date(result: dict[str, Any], row: dict[str, Any]) -> bool:
    """Whether a mention is one of the readings of a date, a period or a length of time."""
    return any(fits(reading, row) for reading in readings_of(result))


def readings_of(result: dict[str, Any]) -> list[Days]:
    """Return the readings that a result allows."""
    if "Value" in result:
        value = result["Value"]
        timex, part = value.get("Timex", ""), value.get("Mod", "")
        sides = (value.get("FutureResolution") or {}, value.get("PastResolution") or {})
        return [days_of(side, timex, part) for side in sides]
    resolved = (result.get("Resolution") or {}).get("values") or []
    return [days_of(value, value.get("timex", ""), value.get("Mod", "")) for value in resolved]


def days_of(value: dict[str, Any], timex: str, part: str) -> Days:
    """Return one reading."""
    day = as_day(value.get("date") or value.get("value"))
    if day is not None and part not in ("before", "after", "since", "until"):
        return Days(day, day + DAY, part, timex)
    first = as_day(value.get("startDate") or value.get("start"))
    behind = as_day(value.get("endDate") or value.get("end"))
    return Days(first, behind, part, timex)


def as_day(text: str | None) -> datetime.date | None:
    """Return the day that a text writes, without its hour, or nothing."""
    if text is None or not re.match(r"\d{4}-\d\d-\d\d(?!T)", text) or ":" in text:
        return None
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def fits(reading: Days, row: dict[str, Any]) -> bool:
    """Whether a mention is that reading: the same length, the same days, or the same value."""
    timex = row["timex"] or ""
    wanted = in_seconds(reading.timex)
    if wanted is not None:
        found = in_seconds(timex)
        return found is not None and math.isclose(wanted, found, rel_tol=0.02)
    if reading.first is None and reading.behind is None:
        return timex == reading.timex
    if row["date_first"] is None:
        return False
    first, last = as_date(row["date_first"]), as_date(row["date_last"])
    if reading.first is None or reading.behind is None:
        limit = reading.first or reading.behind
        return limit in (first, last, last + DAY)
    if reading.part in MODIFIERS:
        is_inside = first <= reading.first and reading.behind <= last + DAY
        return is_inside and row["modifier"] == MODIFIERS[reading.part]
    return (first, last + DAY) == (reading.first, reading.behind)


def as_date(value: Any) -> datetime.date:
    """Return a day of a table as a date."""
    return datetime.date.fromisoformat(str(value)[:10])


def in_seconds(timex: str) -> float | None:
    """Return how long a TIMEX3 length is (a month is a twelfth of a year), else nothing."""
    number = r"\d+(?:\.\d+)?"
    if not re.fullmatch(rf"P(?:{number}(?:DE|CE|[YQMWD]))*(?:T(?:{number}[HMS])+)?", timex):
        return None
    days, _, hours = timex[1:].partition("T")
    year = 365 * 86400
    sizes = SECONDS | {"M": year / 12, "Q": year / 4, "Y": year, "DE": 10 * year, "CE": 100 * year}
    clock = SECONDS | {"M": 60}
    total = sum(float(number) * sizes[unit] for number, unit in LENGTH.findall(days))
    return total + sum(float(number) * clock[unit] for number, unit in LENGTH.findall(hours))
