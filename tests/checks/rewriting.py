"""Texts rewritten piece by piece, and what that must do to a table of mentions.

The expected table is made from the original one and the pieces, never from a second output.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass
class Rewritten:
    """A text with pieces replaced, and where each place of the old text is now."""

    old: str
    new: str
    pieces: list[tuple[int, int, str]] = field(default_factory=list)

    def now_at(self, place: int, *, is_end: bool = False) -> int:
        """Where a place is now; one inside or at the edge of a piece goes with the piece."""
        shift = 0
        for start, end, text in self.pieces:
            if end < place or (end == place and (is_end or start < end)):
                shift += len(text) - (end - start)
            elif start < place:
                message = f"{place} lies inside a piece that was replaced"
                raise ValueError(message)
        return place + shift

    def touches(self, start: int, end: int) -> bool:
        """Whether a piece lies inside a span."""
        return any(start <= first and last <= end for first, last, _ in self.pieces)


def rewritten(text: str, pieces: Iterable[tuple[int, int, str]]) -> Rewritten:
    """Replace spans of a text, given in any order, none overlapping another."""
    ordered = sorted(pieces)
    parts = []
    last = 0
    for start, end, replacement in ordered:
        parts += [text[last:start], replacement]
        last = end
    return Rewritten(text, "".join([*parts, text[last:]]), ordered)


def replace_all(text: str, pattern: str, by: Callable[[re.Match[str]], str] | str) -> Rewritten:
    """Replace every match of a pattern."""
    return rewritten(
        text,
        [(m.start(), m.end(), m.expand(by) if isinstance(by, str) else by(m))
         for m in re.finditer(pattern, text)],
    )  # fmt: skip


def moved(rows: Iterable[dict[str, Any]], texts: dict[str, Rewritten]) -> list[dict[str, Any]]:
    """The rows of a table with their spans and surfaces where they are now."""
    result = []
    for row in rows:
        text = texts[row["document"]]
        start, end = text.now_at(row["start"]), text.now_at(row["end"], is_end=True)
        result.append(row | {"start": start, "end": end, "surface": text.new[start:end]})
    return result
