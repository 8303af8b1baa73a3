"""Passages: pieces of the source text with the spans in them that are shown or counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Mark", "Part", "Passage", "cut_out"]

# How much of a sentence stands around the outermost marks, in code points.
_REACH = 1000


class Mark(NamedTuple):
    """A span of a document that is pointed out; a counted one is an item of evidence."""

    start: int
    end: int
    kind: str
    counted: bool = True


class Part(NamedTuple):
    """A piece of a passage: plain where `mark` is None."""

    text: str
    mark: Mark | None


class Passage(NamedTuple):
    """A piece of a document, in parts; a counted unit is itself an item of evidence."""

    document: str
    start: int
    end: int
    parts: tuple[Part, ...]
    counted: bool
    cut_before: bool
    cut_after: bool

    @property
    def item_count(self) -> int:
        """How many items of evidence it holds."""
        marked = sum(part.mark is not None and part.mark.counted for part in self.parts)
        return marked + self.counted

    @property
    def size(self) -> int:
        """About how many bytes it takes on the page."""
        text = sum(len(part.text.encode()) for part in self.parts)
        return text + 120 + 110 * sum(part.mark is not None for part in self.parts)


def cut_out(
    text: str,
    document: str,
    unit: tuple[int, int],
    marks: Sequence[Mark],
    *,
    counted: bool = False,
) -> Passage:
    """Return the unit with its marks; a very long one, unless it is counted, only around them.

    Parameters
    ----------
    text
        The whole source text of the document.
    document
        Its id.
    unit
        Start and end of the sentence or paragraph, in code points.
    marks
        Spans that do not overlap, in order.
    counted
        Whether the unit itself is what was counted, as for pairs.
    """
    first, last = unit
    start = first if counted or not marks else max(first, marks[0].start - _REACH)
    end = last if counted or not marks else min(last, marks[-1].end + _REACH)
    end = max(end, marks[-1].end) if marks else end
    parts: list[Part] = []
    place = start
    for mark in marks:
        if mark.start > place:
            parts.append(Part(text[place : mark.start], None))
        parts.append(Part(text[mark.start : mark.end], mark))
        place = mark.end
    if place < end:
        parts.append(Part(text[place:end], None))
    return Passage(document, start, end, tuple(parts), counted, start > first, end < last)
