"""What rows say of an amount or a date: completed where one column tells another, else refused."""

from __future__ import annotations

import calendar
import datetime
import math
import re
from typing import TYPE_CHECKING, Any, get_args

from wortfeld import _core
from wortfeld.exchange.refusals import UnusableError
from wortfeld.typing import Modifier, QuantityKind, Role

if TYPE_CHECKING:
    from wortfeld.exchange.refusals import Refusals

__all__ = ["complete"]

_AMOUNT_COLUMNS = ("value", "value_high", "value_text")
_DATE_COLUMNS = ("date_first", "date_last", "timex")
_READING_COLUMNS = (*_AMOUNT_COLUMNS, *_DATE_COLUMNS, "unit", "modifier")
_KINDS: tuple[str, ...] = get_args(QuantityKind)
_CLOSED: dict[str, tuple[str, ...]] = {"modifier": get_args(Modifier), "role": get_args(Role)}
_MOST_LEVELS = 100

_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
_CURRENCY = re.compile(r"[A-Z]{3}")
# A year, a quarter, a month, a week, a day, with a time of day; an unknown year is XXXX.
_YEAR = r"(?:[0-9X]{2,4}|BC[0-9]{4}|FY[0-9]{4})"
_PART = r"(?:-(?:[0-9X]{2}|Q[1-4X]|H[12X]|SP|SU|FA|WI|W[0-9X]{2}))?"
_DAY = r"(?:-(?:[0-9X]{2}|WE|[1-7]))?"
_CLOCK = r"(?:T(?:[0-9]{2}(?::[0-9]{2}){0,2}|MO|AF|EV|NI|DT|MI)Z?)?"
_DURATION = r"PT?(?:(?:[0-9]+(?:\.[0-9]+)?|X)(?:WE|DE|CE|[YMWDHSQ])T?)+"
_POINT = rf"(?:{_YEAR}{_PART}{_DAY}{_CLOCK}|T[0-9]{{2}}(?::[0-9]{{2}}){{0,2}}|{_DURATION})"
_TIMEX = re.compile(rf"(?:PAST|PRESENT|FUTURE)_REF|{_POINT}(?:/{_POINT})?")
_CALENDAR_DAYS = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T.*)?")


def complete(rows: dict[str, list[Any]], refusals: Refusals) -> None:
    """Fill in values that their exact texts tell, and refuse readings that contradict themselves.

    Names have no reading, amounts no days, dates no value; bounds and days are in order, texts are
    exact decimals and TIMEX3 values, and both columns say the same where both speak.
    """
    for name, allowed in _CLOSED.items():
        for row, value in enumerate(rows[name]):
            if value is not None and value not in allowed:
                refusals.refuse(row, f"{name} {_unlisted(value, allowed)}")
    for row, level in enumerate(rows["level"]):
        if not 0 <= level <= _MOST_LEVELS:
            refusals.refuse(row, f"level is {level}, not 0 to {_MOST_LEVELS}")
    read = {name: rows[name] for name in _READING_COLUMNS}
    present = [name for name, values in read.items() if any(value is not None for value in values)]
    if not present:
        return
    for row, kind in enumerate(rows["kind"]):
        reading = {name: read[name][row] for name in present if read[name][row] is not None}
        if not reading:
            continue
        try:
            _check(kind, reading)
        except UnusableError as error:
            refusals.refuse(row, str(error))
        for name in _AMOUNT_COLUMNS[:2]:
            rows[name][row] = reading.get(name)


def _unlisted(value: str, allowed: tuple[str, ...]) -> str:
    near = _core.near_names(value, list(allowed))
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return f"is {value!r}, not one of {', '.join(allowed)}{hint}"


def _check(kind: str, reading: dict[str, Any]) -> None:
    """Complete the reading of one row; UnusableError names a column that contradicts another."""
    if kind not in _KINDS:
        name = next(iter(reading))
        why = (
            f"but the kind is {kind!r}; readings belong to {', '.join(_KINDS)}: name the kind so, "
            "or translate it with kinds="
        )
        raise _unfit(reading, name, why)
    for name in (*_AMOUNT_COLUMNS, "unit") if kind == "date" else _DATE_COLUMNS:
        if name in reading:
            raise _unfit(reading, name, f"which a mention of kind {kind!r} does not have")
    if kind == "date":
        _check_days(reading)
    else:
        _check_amount(reading)
    unit = reading.get("unit")
    if kind == "money" and unit is not None and not _CURRENCY.fullmatch(unit):
        raise _unfit(reading, "unit", "no ISO 4217 code such as 'EUR'")


def _unfit(reading: dict[str, Any], column: str, why: str) -> UnusableError:
    """Return the error about a value that does not fit the others of its row."""
    value = reading[column]
    return UnusableError(str(value) if isinstance(value, datetime.date) else value, why, column)


def _check_amount(reading: dict[str, Any]) -> None:
    exact = reading.get("value_text")
    if exact is not None:
        low, dots, high = exact.partition("..")
        for text in (low, high) if dots else (low,):
            if not _DECIMAL.fullmatch(text):
                raise _unfit(reading, "value_text", "no exact decimal such as '2.5' or '2..3.5'")
        told = {"value": float(low)} | ({"value_high": float(high)} if dots else {})
        if not all(map(math.isfinite, told.values())):
            raise _unfit(reading, "value_text", "more than a float64 can hold")
        for name in ("value", "value_high"):
            if name in reading and reading[name] != told.get(name):
                raise _unfit(reading, "value_text", f"but {name} is {reading[name]!r}")
        reading |= told
    value, high_value = reading.get("value"), reading.get("value_high")
    if high_value is not None and value is None:
        raise _unfit(reading, "value_high", "but value, the lower bound, is missing")
    if high_value is not None and high_value < value:
        raise _unfit(reading, "value_high", f"below value, which is {value!r}")


def _check_days(reading: dict[str, Any]) -> None:
    first, last = reading.get("date_first"), reading.get("date_last")
    if (first is None) != (last is None):
        there, missing = (
            ("date_first", "date_last") if last is None else ("date_last", "date_first")
        )
        raise _unfit(reading, there, f"but {missing} is missing; of one day both are that day")
    if first is not None and first > last:
        raise _unfit(reading, "date_first", f"after date_last, which is {str(last)!r}")
    timex = reading.get("timex")
    if timex is None:
        return
    if not _TIMEX.fullmatch(timex):
        raise _unfit(reading, "timex", "no TIMEX3 value such as '2026-03-10', '2026-Q1' or 'P5Y'")
    days = _days_of(timex, reading)
    if first is not None and days is not None and days != (first, last):
        raise _unfit(reading, "timex", f"but date_first is '{first}' and date_last '{last}'")


def _days_of(timex: str, reading: dict[str, Any]) -> tuple[datetime.date, datetime.date] | None:
    """Return first and last day of a year, a month or a day; None of anything else."""
    parts = _CALENDAR_DAYS.fullmatch(timex)
    if parts is None:
        return None
    year, month, day = (None if part is None else int(part) for part in parts.groups())
    try:
        first = datetime.date(year or 0, month or 1, day or 1)
        last_month = month or 12
        last = day or calendar.monthrange(first.year, last_month)[1]
        return first, datetime.date(first.year, last_month, last)
    except ValueError:
        raise _unfit(reading, "timex", "which no calendar has") from None
