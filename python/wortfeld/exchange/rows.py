"""Rows that describe mentions, as columns of checked values."""

from __future__ import annotations

import datetime
import math
import operator
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from wortfeld import _core
from wortfeld._arguments import is_writable
from wortfeld._columns import ColumnType, is_missing
from wortfeld.errors import BadArgument
from wortfeld.exchange.readings import complete
from wortfeld.exchange.refusals import Refusals, UnusableError
from wortfeld.reading.frames import columns_of, is_table

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

__all__ = ["COLUMN_TYPES", "Rows", "core_columns", "read_rows", "without"]

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


def read_rows(
    source: Any, refusals: Refusals | None = None, *, kinds: Mapping[str, str] | None = None
) -> Rows:
    """Return the columns of rows about mentions, every value checked; columns that lack are null.

    The column ``row`` numbers them from 0; those that are refused are still there.

    Parameters
    ----------
    source
        A DataFrame, anything that exports Arrow, a mapping of columns, or rows as dicts.
    refusals
        Takes what is wrong with a row; None makes the first such row an error.
    kinds
        What the kinds of the source are called here; others stay.

    Raises
    ------
    BadArgument
        If a column is missing.
    BadInput
        If a value is of no use; the message names the row, counted from 0.
    """
    refused = refusals or Refusals("raise")
    given = _columns(source, refused)
    missing = [name for name in REQUIRED if name not in given]
    if missing:
        message = (
            f"the spans have no column {missing[0]!r}, only {', '.join(map(repr, given)) or 'none'}"
            f"; they need {', '.join(REQUIRED)} and may have surface, entity, id, value, …"
        )
        raise BadArgument(message)
    size = len(given["document"])
    rows: Rows = {
        name: _values(name, given[name], refused) if name in given else [None] * size
        for name in _KNOWN
    }
    rows["row"] = list(range(size))
    _take_rules_apart(rows)
    rows["level"] = [level or 0 for level in rows["level"]]
    for name in REQUIRED:
        for row, value in enumerate(rows[name]):
            if value is None or value == "":
                refused.refuse(row, f"{name} is missing")
    if kinds is not None:
        rows["kind"] = [kinds.get(kind, kind) for kind in rows["kind"]]
    complete(rows, refused)
    return rows


def without(rows: Rows, refused: Container[int]) -> Rows:
    """Return the rows that were not refused."""
    kept = [at for at, row in enumerate(rows["row"]) if row not in refused]
    return {name: [values[at] for at in kept] for name, values in rows.items()}


def core_columns(rows: Rows) -> _core.Columns:
    """Return the rows as the core takes them."""
    return _core.make_columns([(name, kind, rows[name]) for name, kind in COLUMN_TYPES.items()])


def _columns(source: Any, refusals: Refusals) -> dict[str, Sequence[Any]]:
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
    listed = []
    for row, record in enumerate(source):
        if not isinstance(record, Mapping):
            refusals.refuse(row, f"expected a dict of columns, got {type(record).__name__}")
        listed.append(record if isinstance(record, Mapping) else {})
    names = dict.fromkeys([*REQUIRED, *(str(name) for record in listed for name in record)])
    return {name: [record.get(name) for record in listed] for name in names}


def _values(name: str, given: Sequence[Any], refusals: Refusals) -> list[Any]:
    """Return the values of a column, looked at one by one only where they are not as usual."""
    values = list(given)
    kinds = set(map(type, values))
    if _KNOWN[name] == "text" and kinds <= {str, type(None)}:
        if is_writable("".join(filter(None, values))):
            return values
    elif _KNOWN[name] == "int64" and kinds == {int} and max(map(abs, values)) < _FAR:
        return values
    for row, value in enumerate(values):
        try:
            values[row] = _value(name, value)
        except UnusableError as error:
            refusals.refuse(row, str(error))
            values[row] = None
    return values


def _value(name: str, value: Any) -> Any:
    """Return a value as its column holds it, None where there is none."""
    if is_missing(value):
        return None
    kind = _KNOWN[name]
    if kind == "int64":
        return _whole(name, value)
    if kind == "float64":
        return _number(name, value)
    if kind == "date":
        return _day(name, value)
    if name in ("document", "id") and not isinstance(value, bool) and hasattr(value, "__index__"):
        return str(operator.index(value))
    if not isinstance(value, str):
        raise UnusableError(value, "not a text", name)
    if not is_writable(value):
        raise UnusableError(value, "which holds a lone surrogate", name)
    return str(value)


def _whole(name: str, value: Any) -> int:
    # pandas makes floats of whole numbers beside missing ones.
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    try:
        number = operator.index(value)
    except TypeError:
        raise UnusableError(value, "not a whole number", name) from None
    if isinstance(value, bool) or abs(number) >= _FAR:
        raise UnusableError(value, "no place in a text", name)
    return number


def _number(name: str, value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        raise UnusableError(value, "not a number", name) from None
    if not math.isfinite(number):
        raise UnusableError(value, "no amount; leave it out if there is none", name)
    return number


def _day(name: str, value: Any) -> datetime.date:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise UnusableError(value, "no day; write it as '2026-03-10'", name) from None
    raise UnusableError(value, "not a day", name)


def _take_rules_apart(rows: Rows) -> None:
    """Take aliases out of rules, as ``mentions.table()`` writes them."""
    for row, rule in enumerate(rows["rule"]):
        if rule is not None and rule.startswith(_ALIAS):
            rows["alias"][row] = rows["alias"][row] or rule.removeprefix(_ALIAS)
            rows["rule"][row] = None
