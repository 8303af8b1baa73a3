"""Tables as plain text for terminals: no colours, no more columns than fit."""

from __future__ import annotations

import shutil
import unicodedata
from typing import TYPE_CHECKING

from wortfeld.display.numbers import grouped
from wortfeld.display.shown import ShownColumn, shown_columns, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wortfeld import _core

__all__ = ["cut", "cut_before", "table_text", "width_of"]

_ROWS = 10
_GAP = "  "
_RULE = "─"
_CUT = "…"
_WIDEST_TEXT = 60
_NARROWEST_TEXT = 12
_DEFAULT_TERMINAL = (80, 24)
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})


def table_text(raw: _core.Columns, *, caption: str, rows: int = _ROWS) -> str:
    """Return caption, header and first rows, aligned, and how many rows and columns are left out.

    Parameters
    ----------
    raw
        The columns.
    caption
        The first line, unless empty.
    rows
        How many rows are shown at most.
    """
    width = shutil.get_terminal_size(_DEFAULT_TERMINAL).columns
    lines = [cut(visible(caption), width)] if caption else []
    columns = shown_columns(raw, rows)
    if not columns:
        return "\n".join([*lines, "empty table: no columns"])
    kept, widths = _fitted([_point_aligned(column) for column in columns], width)
    blocks = [_block(column, limit) for column, limit in zip(kept, widths, strict=True)]
    lines += [_GAP.join(line).rstrip() for line in zip(*blocks, strict=True)]
    lines += _notes(raw, rows, [column.name for column in columns[len(kept) :]])
    return "\n".join(lines)


def _notes(raw: _core.Columns, rows: int, hidden: list[str]) -> list[str]:
    notes = []
    if raw.rows == 0:
        notes.append("no rows")
    if raw.rows > rows:
        more = raw.rows - rows
        notes.append(f"… {grouped(more)} more row{'s' if more > 1 else ''}")
    if hidden:
        plural = "s" if len(hidden) > 1 else ""
        names = cut(", ".join(hidden), _WIDEST_TEXT)
        notes.append(f"… {len(hidden)} more column{plural}: {names}")
    return notes


def _point_aligned(column: ShownColumn) -> ShownColumn:
    """Pad numbers on the right so that their decimal points stand below one another."""
    if not column.numeric:
        return column
    tails = [len(cell) - cell.index(".") if "." in cell else 0 for cell in column.cells]
    longest = max(tails, default=0)
    padded = [cell + " " * (longest - tail) for cell, tail in zip(column.cells, tails, strict=True)]
    return ShownColumn(column.name, numeric=True, cells=padded)


def _fitted(columns: list[ShownColumn], width: int) -> tuple[list[ShownColumn], list[int]]:
    """Return as many columns as fit, and their widths: texts are cut before columns are."""
    wanted = [max(map(width_of, [column.name, *column.cells])) for column in columns]
    widths = wanted
    for limit in range(_WIDEST_TEXT, _NARROWEST_TEXT - 1, -1):
        widths = [
            size if column.numeric else min(size, limit)
            for column, size in zip(columns, wanted, strict=True)
        ]
        if _line_width(widths) <= width:
            return columns, widths
    kept = len(columns)
    while kept > 1 and _line_width(widths[:kept]) > width:
        kept -= 1
    return columns[:kept], widths[:kept]


def _line_width(widths: list[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _block(column: ShownColumn, width: int) -> list[str]:
    """Return header, rule and cells, all of one width."""
    texts = [cut(text, width) for text in [column.name, *column.cells]]
    padding = [" " * (width - width_of(text)) for text in texts]
    pairs = zip(texts, padding, strict=True)
    lines = [pad + text if column.numeric else text + pad for text, pad in pairs]
    return [lines[0], _RULE * width, *lines[1:]]


def width_of(text: str) -> int:
    """Return how many places a terminal needs for the text."""
    return len(text) if text.isascii() else sum(_places(text))


def _places(text: str) -> Iterable[int]:
    for character in text:
        if unicodedata.category(character) in _INVISIBLE:
            yield 0
        else:
            yield 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int) -> str:
    """Return the beginning of a text that fits into a number of places, with an ellipsis."""
    if width_of(text) <= width:
        return text
    room = width - 1
    for position, places in enumerate(_places(text)):
        room -= places
        if room < 0:
            return text[:position] + _CUT
    return text


def cut_before(text: str, width: int) -> str:
    """Return the end of a text that fits into a number of places, with an ellipsis before it."""
    if width_of(text) <= width:
        return text
    room = width - 1
    for position, places in enumerate(reversed(list(_places(text)))):
        room -= places
        if room < 0:
            return _CUT + text[len(text) - position :]
    return text
