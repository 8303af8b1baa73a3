"""Concordance lines, aligned on the match."""

from __future__ import annotations

import shutil
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from wortfeld.display.html import render
from wortfeld.display.numbers import grouped
from wortfeld.display.shown import visible
from wortfeld.display.text import cut, cut_before, width_of

if TYPE_CHECKING:
    from wortfeld.concordance import Concordance

__all__ = ["concordance_html", "concordance_text"]

_TEXT_ROWS, _HTML_ROWS = 20, 50
_BYTES = 128 * 1024
_DEFAULT_TERMINAL = (80, 24)
_NARROWEST = 8
_LONGEST_DOCUMENT = 40
_LONGEST_MATCH = 120


class Line(NamedTuple):
    """A line that can be shown: one line of text in each part."""

    document: str
    before: str
    match: str
    after: str


def concordance_text(lines: Concordance) -> str:
    """Return the first lines, no wider than the terminal, with the matches below one another."""
    width = shutil.get_terminal_size(_DEFAULT_TERMINAL).columns
    shown = _lines(lines, _TEXT_ROWS)
    head = f"{visible(lines.caption)}: {_count(len(lines))}"
    if not shown:
        return cut(head, width)
    ids = min(max(width_of(line.document) for line in shown), max(_NARROWEST, width // 5))
    matches = min(max(width_of(line.match) for line in shown), width // 3)
    side = max(_NARROWEST, (width - ids - matches - 4) // 2)
    body = [
        "  ".join(
            [
                _left(cut(line.document, ids), ids),
                _right(cut_before(line.before.rstrip(), side), side)
                + " "
                + _left(cut(line.match, matches), matches)
                + " "
                + cut(line.after.strip(), side),
            ]
        ).rstrip()
        for line in shown
    ]
    more = len(lines) - len(shown)
    return "\n".join([cut(head, width), *body, *([f"… {grouped(more)} more"] if more else [])])


def concordance_html(lines: Concordance) -> str:
    """Return the first lines as HTML of at most 128 KB; every part keeps its own direction."""
    shown = min(len(lines), _HTML_ROWS)
    while True:
        page = render(
            "concordance.html",
            caption=f"{visible(lines.caption)}: {_count(len(lines))}",
            lines=_lines(lines, shown),
            direction="rtl" if _is_right_to_left(lines, shown) else "ltr",
            hidden=f"{shown} of {grouped(len(lines))} lines" if shown < len(lines) else "",
        )
        if shown <= 1 or len(page.encode()) <= _BYTES:
            return page
        shown //= 2


def _lines(lines: Concordance, count: int) -> list[Line]:
    return [
        Line(
            cut(visible(row["document"]), _LONGEST_DOCUMENT),
            visible(row["before"]),
            cut(visible(row["match"]), _LONGEST_MATCH),
            visible(row["after"]),
        )
        for row in lines.head(count).rows()
    ]


def _is_right_to_left(lines: Concordance, count: int) -> bool:
    """Tell whether most matches are written from right to left: what is before is on the right."""
    matches = lines.head(count)["match"]
    turned = sum(
        any(unicodedata.bidirectional(character) in ("R", "AL") for character in match)
        for match in matches
    )
    return 2 * turned > len(matches)


def _count(number: int) -> str:
    return f"{grouped(number)} line{'' if number == 1 else 's'}"


def _left(text: str, width: int) -> str:
    return text + " " * (width - width_of(text))


def _right(text: str, width: int) -> str:
    return " " * (width - width_of(text)) + text
