"""Offsets in other units: found out by the surfaces they should have, and repaired."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["UNITS", "Placed", "is_same", "place"]

Starts = dict[int, int]
_SPACES = re.compile(r"\s+")
# Code points of a document that are searched for surfaces that do not fit: about a second.
_MOST_SEARCHED = 1_000_000_000


class Given(NamedTuple):
    """A span as somebody else counted it, and what it should say (None: not told)."""

    start: int
    end: int
    surface: str | None


class Placed(NamedTuple):
    """Where a span stands in code points; None where it cannot be placed."""

    unit: str
    spans: list[tuple[int, int] | None]
    moved: list[int]


def _identity(text: str) -> Starts | None:
    """Return None: every code point is a place."""
    return None


def _bytes(text: str) -> Starts:
    return _places(len(char.encode(errors="surrogatepass")) for char in text)


def _utf16(text: str) -> Starts:
    return _places(1 + (char > "\uffff") for char in text)


def _with_mark(text: str) -> Starts:
    """Return places one further: the byte-order mark was counted."""
    return {place + 1: place for place in range(len(text) + 1)}


def _one_line_break(text: str) -> Starts:
    return _places(
        not (char == "\r" and text[at + 1 : at + 2] == "\n") for at, char in enumerate(text)
    )


def _composed(text: str) -> Starts:
    return _normalised(text, "NFC")


def _decomposed(text: str) -> Starts:
    return _normalised(text, "NFD")


# In the order in which they are preferred where several fit equally well.
UNITS: dict[str, tuple[str, Callable[[str], Starts | None]]] = {
    "code_points": ("code points", _identity),
    "bytes": ("bytes of UTF-8", _bytes),
    "utf16": ("units of UTF-16", _utf16),
    "crlf": ("code points, a line break of two as one", _one_line_break),
    "nfc": ("code points of the composed text (NFC)", _composed),
    "nfd": ("code points of the decomposed text (NFD)", _decomposed),
    "bom": ("code points, a byte-order mark included", _with_mark),
}


def place(text: str, given: Sequence[Given], unit: str) -> Placed:
    """Find the spans of one document in its text.

    Parameters
    ----------
    text
        The source text.
    given
        The spans.
    unit
        A key of `UNITS`, or ``"auto"``: the one by which most surfaces are found.

    Returns
    -------
    Placed
        The unit and the spans; a span that does not fit is where its surface stands if it stands
        only there, and `moved` has its number.
    """
    units = UNITS if unit == "auto" else {unit: UNITS[unit]}
    best, most = unit, -1
    found: list[tuple[int, int] | None] = []
    for name, (_, starts_of) in units.items():
        spans = _spans(text, given, starts_of(text))
        count = sum(
            span is not None and one.surface is not None
            for span, one in zip(spans, given, strict=True)
        )
        if count > most:
            best, found, most = name, spans, count
    moved = []
    searches = _MOST_SEARCHED // max(1, len(text))
    for number, (span, one) in enumerate(zip(found, given, strict=True)):
        if span is not None:
            continue
        searches -= 1
        if searches >= 0 and (only := _only_place(text, one.surface)) is not None:
            found[number] = only
            moved.append(number)
    return Placed(best, found, moved)


def is_same(text: str, surface: str) -> bool:
    """Whether a text is that surface, whatever the line breaks and the composition."""
    return text == surface or _plain(text) == _plain(surface)


def _plain(text: str) -> str:
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text))


def _spans(
    text: str, given: Sequence[Given], starts: Starts | None
) -> list[tuple[int, int] | None]:
    """Return the spans in code points, None for one that says something else."""
    found: list[tuple[int, int] | None] = []
    for start, end, surface in given:
        first = start if starts is None else starts.get(start)
        last = end if starts is None else starts.get(end)
        if (
            first is None
            or last is None
            or not 0 <= first < last <= len(text)
            or not text[first:last].strip()
        ):
            found.append(None)
        elif surface is None or is_same(text[first:last], surface):
            found.append((first, last))
        else:
            found.append(None)
    return found


def _places(widths: Iterable[int]) -> Starts:
    """Return the code point that begins at each place, by the widths of the code points."""
    starts: Starts = {}
    place = number = 0
    for number, width in enumerate(widths):
        starts.setdefault(place, number)
        place += width
        starts[place] = number + 1
    starts.setdefault(0, 0)
    return starts


def _normalised(text: str, form: Literal["NFC", "NFD"]) -> Starts:
    """Return the code point at each place of the normalised text between whole characters."""
    starts: Starts = {0: 0}
    place = begin = 0
    for at in range(1, len(text) + 1):
        if at < len(text) and _joins(text[begin:at], text[at]):
            continue
        place += len(unicodedata.normalize(form, text[begin:at]))
        begin = at
        starts[place] = at
    return starts


def _joins(before: str, char: str) -> bool:
    """Whether a character belongs to the one before it."""
    if char < "\u0300":
        return False
    if unicodedata.combining(char):
        return True
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", char)
    return unicodedata.normalize("NFC", before[-1] + char) != before[-1] + char or (
        unicodedata.normalize("NFC", before + char) != apart
    )


def _only_place(text: str, surface: str | None) -> tuple[int, int] | None:
    """Return where a surface stands if it stands in one place only."""
    if not surface:
        return None
    first = text.find(surface)
    if first < 0 or text.find(surface, first + 1) >= 0:
        return None
    return first, first + len(surface)
