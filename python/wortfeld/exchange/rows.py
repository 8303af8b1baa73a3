"""Rows that describe mentions, as columns of checked values."""

from __future__ import annotations

import datetime
import math
import operator
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from wortfeld import _core
from wortfeld._arguments import is_writable
from wortfeld._columns import ColumnType, is_missing
from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.frames import columns_of, is_table

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["COLUMN_TYPES", "Rows", "core_columns", "read_rows", "refuse"]

REQUIRED = ("document", "start", "end", "kind")
COLUMN_TYPES: dict[str, ColumnType] = {
    "document": "text",
    "start": "int64",
    "end": "int64",
    "kind": "text",
    "entity": "text",
    "id": "text",
    "alias": "text",
    "value": "float64",
    "value_high": "float64",
    "value_text": "text",
    "unit": "text",
    "modifier": "text",
    "date_first": "date",
    "date_last": "date",
    "timex": "text",
    "rule": "text",
    "role": "text",
    "head": "text",
    "level": "int64",
    "alternatives": "text",
}
# The surface is compared with the text and not kept: the text has it.
_KNOWN = {**COLUMN_TYPES, "surface": "text"}
_ALIAS = "alias:"
# No text is as long.
_FAR = 2**62

Rows = dict[str, list[Any]]


def read_rows(source: Any, *, kinds: Mapping[str, str] | None = None) -> Rows:
    """Return the columns of rows about mentions, every value checked; columns that lack are null.

    Parameters
    ----------
    source
        A DataFrame, anything that exports Arrow, a mapping of columns, or rows as dicts.
    kinds
        What the kinds of the source are called here; others stay.

    Raises
    ------
    BadArgument
        If a column is missing.
    BadInput
        If a value is of no use; the message names the row, counted from 0.
    """
    given = _columns(source)
    missing = [name for name in REQUIRED if name not in given]
    if missing:
        message = (
            f"the spans have no column {missing[0]!r}, only {', '.join(map(repr, given)) or 'none'}"
            f"; they need {', '.join(REQUIRED)} and may have surface, entity, id, value, …"
        )
        raise BadArgument(message)
    size = len(given["document"])
    rows: Rows = {
        name: _values(name, given[name]) if name in given else [None] * size for name in _KNOWN
    }
    _take_rules_apart(rows)
    rows["level"] = [level or 0 for level in rows["level"]]
    for row in range(size):
        for name in REQUIRED:
            if rows[name][row] is None or rows[name][row] == "":
                refuse(row, f"{name} is missing")
    if kinds is not None:
        rows["kind"] = [kinds.get(kind, kind) for kind in rows["kind"]]
    return rows


def core_columns(rows: Rows) -> _core.Columns:
    """Return the rows as the core takes them."""
    return _core.make_columns([(name, kind, rows[name]) for name, kind in COLUMN_TYPES.items()])


def refuse(row: int, why: str) -> NoReturn:
    """Raise an error about a row, counted from 0 as in a DataFrame."""
    message = f"spans, row {row}: {why}"
    raise BadInput(message, source="spans", line=row)


def _columns(source: Any) -> dict[str, Sequence[Any]]:
    if isinstance(source, str | bytes):
        message = "spans are rows with document, start, end and kind, not a text"
        raise TypeError(message)
    if isinstance(source, Mapping):
        columns = {str(name): list(values) for name, values in source.items()}
        if len({len(values) for values in columns.values()}) > 1:
            message = "the columns of the spans differ in their number of rows"
            raise BadArgument(message)
        return dict(columns)
    if is_table(source):
        return columns_of(source)
    if not isinstance(source, Iterable):
        message = f"spans are a DataFrame or rows as dicts, not {type(source).__name__}"
        raise TypeError(message)
    listed = list(source)
    for row, record in enumerate(listed):
        if not isinstance(record, Mapping):
            refuse(row, f"expected a dict of columns, got {type(record).__name__}")
    names = dict.fromkeys([*REQUIRED, *(str(name) for record in listed for name in record)])
    return {name: [record.get(name) for record in listed] for name in names}


def _values(name: str, given: Sequence[Any]) -> list[Any]:
    """Return the values of a column, looked at one by one only where they are not as usual."""
    values = list(given)
    kinds = set(map(type, values))
    if _KNOWN[name] == "text" and kinds <= {str, type(None)}:
        if is_writable("".join(filter(None, values))):
            return values
    elif _KNOWN[name] == "int64" and kinds == {int} and max(map(abs, values)) < _FAR:
        return values
    return [_value(row, name, value) for row, value in enumerate(values)]


def _value(row: int, name: str, value: Any) -> Any:
    """Return a value as its column holds it, None where there is none."""
    if is_missing(value):
        return None
    kind = _KNOWN[name]
    if kind == "int64":
        return _whole(row, name, value)
    if kind == "float64":
        return _number(row, name, value)
    if kind == "date":
        return _day(row, name, value)
    if name in ("document", "id") and not isinstance(value, bool) and hasattr(value, "__index__"):
        return str(operator.index(value))
    if not isinstance(value, str):
        refuse(row, f"{name} is {type(value).__name__}, not a text")
    if not is_writable(value):
        refuse(row, f"{name} holds a lone surrogate: {value!a}")
    return str(value)


def _whole(row: int, name: str, value: Any) -> int:
    # pandas makes floats of whole numbers beside missing ones.
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    try:
        number = operator.index(value)
    except TypeError:
        refuse(row, f"{name} is {value!r}, not a whole number")
    if isinstance(value, bool) or abs(number) >= _FAR:
        refuse(row, f"{name} is {value!r}, no place in a text")
    return number


def _number(row: int, name: str, value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        refuse(row, f"{name} is {value!r}, not a number")
    if not math.isfinite(number):
        refuse(row, f"{name} is {value!r}; leave it out if there is no value")
    return number


def _day(row: int, name: str, value: Any) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            refuse(row, f"{name} is {value!r}; write a day as '2026-03-10'")
    refuse(row, f"{name} is {type(value).__name__}, not a day")


def _take_rules_apart(rows: Rows) -> None:
    """Take aliases out of rules, as ``mentions.table()`` writes them."""
    for row, rule in enumerate(rows["rule"]):
        if rule is not None and rule.startswith(_ALIAS):
            rows["alias"][row] = rows["alias"][row] or rule.removeprefix(_ALIAS)
            rows["rule"][row] = None
