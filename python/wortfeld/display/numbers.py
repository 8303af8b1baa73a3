"""Numbers as people read them, formatted by column so that magnitudes can be compared."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["GROUP_SPACE", "NULL", "float_texts", "grouped", "integer_texts", "is_p_value"]

NULL = "–"
GROUP_SPACE = "\u202f"  # narrow, and no line breaks at it

_SMALLEST_GROUPED = 10_000  # four digits stay together, as in years
_SIGNIFICANT = 4
_FIXED_FROM, _FIXED_BELOW = 1e-4, 1e15
_P_VALUE_SCIENTIFIC_BELOW = 1e-3
_P_VALUE_NAME = re.compile(r"(^|_)[pq]_value(_|$)")


def is_p_value(name: str) -> bool:
    """Tell whether a column holds p- or q-values."""
    return _P_VALUE_NAME.search(name) is not None


def grouped(value: int) -> str:
    """Return a whole number with thin spaces between thousands from five digits on."""
    return _grouped(value, group=abs(value) >= _SMALLEST_GROUPED)


def integer_texts(values: Sequence[int | None]) -> list[str]:
    """Format integers; all are grouped if one of them has five digits."""
    group = any(value is not None and abs(value) >= _SMALLEST_GROUPED for value in values)
    return [NULL if value is None else _grouped(value, group=group) for value in values]


def float_texts(name: str, values: Sequence[float | None]) -> list[str]:
    """Format floats with four significant digits, or as whole numbers where all of them are.

    Columns of p-values are scientific below 0.001.
    """
    finite = [value for value in values if value is not None and math.isfinite(value)]
    if is_p_value(name):
        return [_special(value) or _p_value_text(value) for value in values]
    if all(value.is_integer() and abs(value) < _FIXED_BELOW for value in finite):
        group = any(abs(value) >= _SMALLEST_GROUPED for value in finite)
        return [_special(value) or _grouped(int(value or 0), group=group) for value in values]
    return [_special(value) or _float_text(value) for value in values]


def _grouped(value: int, *, group: bool) -> str:
    return f"{value:,}".replace(",", GROUP_SPACE) if group else str(value)


def _special(value: float | None) -> str:
    """Return the text of null, NaN and infinity; nothing for a number."""
    if value is None:
        return NULL
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    return ""


def _float_text(value: float | None) -> str:
    assert value is not None
    if value == 0:
        return "0"
    scientific = f"{value:.{_SIGNIFICANT - 1}e}"
    if not _FIXED_FROM <= abs(value) < _FIXED_BELOW:
        return scientific
    # The exponent after rounding: 9.9996 is 10.00.
    exponent = int(scientific.partition("e")[2])
    fixed = f"{value:,.{max(0, _SIGNIFICANT - 1 - exponent)}f}"
    return fixed.replace(",", GROUP_SPACE if abs(value) >= _SMALLEST_GROUPED else "")


def _p_value_text(value: float | None) -> str:
    assert value is not None
    if value in {0.0, 1.0}:
        return f"{value:.0f}"
    if value < _P_VALUE_SCIENTIFIC_BELOW:
        return f"{value:.2e}"
    return _float_text(value)
