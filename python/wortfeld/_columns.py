"""From Python values to the columns of the core: the way metadata takes."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Literal, get_args

from wortfeld import _core
from wortfeld.errors import BadArgument

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["ColumnType", "columns_from", "is_missing"]

ColumnType = Literal["int64", "float64", "boolean", "text", "date", "datetime"]

_LARGEST = 2**63 - 1
# How pandas spells a missing value in an object column.
_MISSING = frozenset({"NAType", "NaTType"})


def is_missing(value: object) -> bool:
    """Whether a value stands for none: None, NaN, pandas' NA and NaT."""
    if value is None or type(value).__name__ in _MISSING:
        return True
    return isinstance(value, float) and value != value


def columns_from(
    data: Mapping[str, Iterable[Any]], *, types: Mapping[str, ColumnType] | None = None
) -> _core.Columns:
    """Make columns for a :class:`~wortfeld.table.Table` from lists, arrays or Series.

    Parameters
    ----------
    data
        Values by column name: str, int, float, bool, date or datetime; None, pandas' missing values
        and, in columns of other types, NaN are null. Whole numbers beside floats become floats.
        Datetimes are days if none has a time of day; those with a time zone are given in UTC.
    types
        Types of columns whose values need not tell, for example because all may be null.
        Otherwise the values decide; a column of nulls alone is text.

    Returns
    -------
    _core.Columns
        The columns in the order of `data`.

    Raises
    ------
    TypeError
        If a column mixes types or holds something else; the message names column and row.
    BadArgument
        If lengths differ or a number does not fit into 64 bits.
    """
    given = types or {}
    made: list[tuple[str, str, list[Any]]] = []
    for name, iterable in data.items():
        values = [_plain(value) for value in iterable]
        if given.get(name) != "datetime":
            values = _days_if_midnight(values)
        kind = given.get(name) or _type_of(name, values)
        values = [None if value != value and kind != "float64" else value for value in values]
        _check(name, values, kind)
        made.append((name, kind, values))
    return _core.make_columns(made)


def _plain(value: Any) -> Any:
    """Return a NumPy scalar as the Python value, a datetime with a time zone as that of UTC."""
    if type(value).__name__ in _MISSING:
        return None
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        value = value.item()
    if isinstance(value, datetime.datetime) and value.tzinfo is not None:
        return value.astimezone(datetime.UTC).replace(tzinfo=None)
    return value


def _days_if_midnight(values: list[Any]) -> list[Any]:
    """Return datetimes as days if no value has a time of day: pandas has no type for days."""
    midnight = datetime.time()
    if any(isinstance(v, datetime.datetime) and v.time() != midnight for v in values):
        return values
    return [value.date() if isinstance(value, datetime.datetime) else value for value in values]


def _value_type(value: Any) -> ColumnType | None:
    """Return the type of one value; None if a column cannot hold it."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "int64"
    if isinstance(value, float):
        return "float64"
    if isinstance(value, str):
        return "text"
    if isinstance(value, datetime.datetime):
        return "datetime"
    if isinstance(value, datetime.date):
        return "date"
    return None


def _type_of(name: str, values: list[Any]) -> ColumnType:
    found = {_value_type(value) for value in values if value is not None and value == value}
    found.discard(None)
    if not found:
        return "float64" if any(value != value for value in values) else "text"
    if found == {"int64", "float64"}:
        return "float64"
    if found == {"int64"} and any(value != value for value in values):
        return "float64"
    first = next(kind for kind in get_args(ColumnType) if kind in found)
    if len(found) > 1:
        message = (
            f"column {name!r} mixes {' and '.join(sorted(str(kind) for kind in found))}; "
            "the values of a column are of one type"
        )
        raise TypeError(message)
    return first  # type: ignore[no-any-return]


def _check(name: str, values: list[Any], kind: ColumnType) -> None:
    for row, value in enumerate(values):
        if value is None:
            continue
        place = f"column {name!r}, row {row}"
        found = _value_type(value)
        if found != kind and (found, kind) != ("int64", "float64"):
            message = (
                f"{place}: expected {kind}, got {value!r}; "
                "a column holds str, int, float, bool, date or datetime"
            )
            raise TypeError(message)
        if found == "int64" and not -_LARGEST - 1 <= value <= _LARGEST:
            message = f"{place}: {value} does not fit into 64 bits; give floats or texts"
            raise BadArgument(message)
        if found == "text":
            _check_text(place, value)


def _check_text(place: str, text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        message = (
            f"{place}: the text holds a lone surrogate ({text[error.start]!a}) at {error.start}, "
            "which no encoding can write; replace it first"
        )
        raise BadArgument(message) from None
