"""The part of a table that is shown: its first rows as cells of text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wortfeld.display.numbers import NULL, float_texts, integer_texts

if TYPE_CHECKING:
    from wortfeld import _core

__all__ = ["ShownColumn", "shown_columns", "visible"]

_SPACES = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
# Controls would move the cursor or colour the terminal; unbalanced marks of direction would turn
# around what stands beside the text.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class ShownColumn:
    """A column with a cell of text for each shown row."""

    name: str
    numeric: bool
    cells: list[str]


def shown_columns(raw: _core.Columns, rows: int) -> list[ShownColumn]:
    """Return the first rows as text, numbers formatted by column."""
    part = raw.slice(0, rows)
    return [_shown(part, name) for name in part.names]


def visible(text: str) -> str:
    """Return the text on one line, other control characters written as escapes."""
    return _CONTROLS.sub(_escape, _SPACES.sub(" ", text))


def _escape(control: re.Match[str]) -> str:
    code = ord(control[0])
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"


def _shown(part: _core.Columns, name: str) -> ShownColumn:
    kind = part.type(name)
    values = part.values(name)
    if kind == "int64":
        return ShownColumn(visible(name), numeric=True, cells=integer_texts(values))
    if kind == "float64":
        return ShownColumn(visible(name), numeric=True, cells=float_texts(name, values))
    return ShownColumn(visible(name), numeric=False, cells=[_cell(value) for value in values])


def _cell(value: Any) -> str:
    if value is None:
        return NULL
    if isinstance(value, bool):
        return "true" if value else "false"
    return visible(str(value))
