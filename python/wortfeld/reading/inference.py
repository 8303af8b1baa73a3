"""Types of metadata columns whose values are all texts, or of several types."""

from __future__ import annotations

import datetime
import json
import re
from typing import TYPE_CHECKING, Any

from wortfeld._columns import is_missing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["typed", "unified"]

# No leading zeros: 007 is a name. At most 18 digits, which 64 bits hold.
_INTEGER = re.compile(r"[+-]?(?:0|[1-9]\d{0,17})")
# More digits than a float keeps would be lost, so they stay a text.
_FLOAT = re.compile(
    r"(?![+-]?[\d.]{18})[+-]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?",
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DATETIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?")
_BOOLEAN = re.compile(r"true|false|True|False|TRUE|FALSE")

_READERS: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (_INTEGER, int),
    (_FLOAT, float),
    (_BOOLEAN, lambda text: text.lower() == "true"),
    (_DATE, datetime.date.fromisoformat),
    (_DATETIME, datetime.datetime.fromisoformat),
)


def typed(values: Sequence[str | None]) -> list[Any]:
    """Return a column of texts with the type that all of its values have, else as texts.

    Whole numbers, decimal numbers with a point, ``true`` and ``false``, days and times as ISO 8601
    writes them; empty texts are null. Numbers with leading zeros are names and stay texts.

    Examples
    --------
    >>> typed(["1", "", "-20"]), typed(["1", "007"]), typed(["2026-03-10", None])
    ([1, None, -20], ['1', '007'], [datetime.date(2026, 3, 10), None])
    """
    known = {value for value in values if value}
    for pattern, read in _READERS:
        if not known or not all(pattern.fullmatch(value) for value in known):
            continue
        try:
            found = {value: read(value) for value in known}
        except (ValueError, OverflowError):  # 31 February
            break
        if _is_of_one_kind(found.values()):
            return [found[value] if value else None for value in values]
    return [value or None for value in values]


def _is_of_one_kind(values: Any) -> bool:
    """Whether all times have a time zone or none has; floats stay finite."""
    zoned = {getattr(value, "tzinfo", None) is not None for value in values}
    return len(zoned) == 1 and not any(value in (float("inf"), float("-inf")) for value in values)


def unified(values: Sequence[Any]) -> list[Any]:
    """Return a column of values as JSON has them; if their types differ, all become texts.

    Lists and objects become their JSON.

    Examples
    --------
    >>> unified([1, 2.5, None]), unified([1, "x"]), unified([["a", "b"], None])
    ([1, 2.5, None], ['1', 'x'], ['["a", "b"]', None])
    """
    kinds = {_kind(value) for value in values if not is_missing(value)}
    if len(kinds) <= 1 and kinds <= {"number", "bool", "str", "date", "datetime"}:
        whole = [value for value in values if isinstance(value, int)]
        if all(-(2**63) <= value < 2**63 for value in whole):
            return list(values)
    return [None if is_missing(value) else _as_text(value) for value in values]


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int | float):
        return "number"
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        return _kind(value.item())
    for kind in (str, datetime.datetime, datetime.date):
        if isinstance(value, kind):
            return kind.__name__
    return "other"


def _as_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False, default=str)
