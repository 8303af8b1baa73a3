"""Places for the labels of discs so that they cover little of discs, lines and each other."""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Disc", "LabelPlace", "Line", "label_places"]

_FONT = 13.0
# Of the font size, for estimates: letters, capitals, Han characters, the height of a line.
_LETTER, _CAPITAL, _HAN, _LINE = 0.56, 0.72, 1.0, 1.25
# From the middle of a line to its base.
_BASE = 0.35 * _FONT
_DISTANCE = 5.0
# Points along lines, and what covering one costs in covered square units.
_DOT_DISTANCE, _DOT_COST = 6.0, 8.0
_OUTSIDE_COST = 1000.0


class Disc(NamedTuple):
    """A disc and the text that goes with it."""

    x: float
    y: float
    radius: float
    label: str


class Line(NamedTuple):
    """A line from one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float


class LabelPlace(NamedTuple):
    """Where a text stands: its base line, and whether x is its start, middle or end."""

    x: float
    y: float
    anchor: str


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: _Box) -> float:
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)


def label_places(discs: Sequence[Disc], lines: Iterable[Line], width: float) -> list[LabelPlace]:
    """Return a place for the label of each disc; large discs choose first.

    Parameters
    ----------
    discs
        What is labelled.
    lines
        What should stay visible too.
    width
        Of the picture: labels stay inside.
    """
    dots = [dot for line in lines for dot in _dots(line)]
    taken = [
        _Box(disc.x - disc.radius, disc.y - disc.radius, disc.x + disc.radius, disc.y + disc.radius)
        for disc in discs
    ]
    found: dict[int, LabelPlace] = {}
    for number in sorted(range(len(discs)), key=lambda one: (-discs[one].radius, one)):
        box, place = min(
            _options(discs[number]), key=lambda option: _cost(option[0], taken, dots, width)
        )
        taken.append(box)
        found[number] = place
    return [found[number] for number in range(len(discs))]


def _options(disc: Disc) -> Iterable[tuple[_Box, LabelPlace]]:
    """Yield the places for a label, the best first: right, left, below, above, aslant."""
    width, half = _text_width(disc.label), _FONT * _LINE / 2
    reach = disc.radius + _DISTANCE
    yield from _beside(disc, disc.y)
    for middle in (disc.y + reach + half, disc.y - reach - half):
        box = _Box(disc.x - width / 2, middle - half, disc.x + width / 2, middle + half)
        yield box, _place(disc.x, middle, "middle")
    for middle in (disc.y + disc.radius, disc.y - disc.radius):
        yield from _beside(disc, middle)


def _beside(disc: Disc, middle: float) -> Iterable[tuple[_Box, LabelPlace]]:
    width, half = _text_width(disc.label), _FONT * _LINE / 2
    right, left = disc.x + disc.radius + _DISTANCE, disc.x - disc.radius - _DISTANCE
    yield _Box(right, middle - half, right + width, middle + half), _place(right, middle, "start")
    yield _Box(left - width, middle - half, left, middle + half), _place(left, middle, "end")


def _place(x: float, middle: float, anchor: str) -> LabelPlace:
    return LabelPlace(round(x, 1), round(middle + _BASE, 1), anchor)


def _dots(line: Line) -> Iterable[tuple[float, float]]:
    """Yield points along a line."""
    steps = max(1, round(math.hypot(line.x2 - line.x1, line.y2 - line.y1) / _DOT_DISTANCE))
    for step in range(steps + 1):
        share = step / steps
        yield line.x1 + share * (line.x2 - line.x1), line.y1 + share * (line.y2 - line.y1)


def _cost(box: _Box, taken: list[_Box], dots: list[tuple[float, float]], width: float) -> float:
    """Return how bad a place is: what it covers of discs, labels and lines."""
    outside = max(0.0, -box.left) + max(0.0, box.right - width)
    crossed = sum(box.left < x < box.right and box.top < y < box.bottom for x, y in dots)
    covered = sum(box.overlap(other) for other in taken)
    return covered + _DOT_COST * crossed + _OUTSIDE_COST * outside


def _text_width(text: str) -> float:
    return _FONT * sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return _HAN
    return _CAPITAL if letter.isupper() or letter.isdigit() else _LETTER
