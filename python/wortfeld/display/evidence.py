"""Evidence as text: each passage with both mentions marked."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld.display.html import render
from wortfeld.display.numbers import grouped
from wortfeld.display.shown import visible
from wortfeld.display.text import cut

if TYPE_CHECKING:
    from wortfeld.evidence import Evidence

__all__ = ["evidence_html", "evidence_text"]

_TEXT_ROWS, _HTML_ROWS = 5, 20
_BYTES = 64 * 1024
_DEFAULT_TERMINAL = (80, 24)
_NARROWEST = 20
# How much of a long unit stands around the mentions, in code points.
_REACH = 300
_OPEN, _CLOSE = "[", "]"


class Part(NamedTuple):
    """A piece of a passage; `mark` is "a", "b" or empty."""

    text: str
    mark: str


class Shown(NamedTuple):
    """A passage that can be shown."""

    document: str
    sentence: str
    parts: list[Part]


def evidence_text(evidence: Evidence) -> str:
    """Return the first passages, both mentions in square brackets, wrapped to the terminal."""
    width = max(_NARROWEST, shutil.get_terminal_size(_DEFAULT_TERMINAL).columns)
    blocks = [cut(f"{visible(evidence.caption)}: {_count(len(evidence))}", width)]
    for row in evidence.head(_TEXT_ROWS).rows():
        shown = _shown(row)
        text = "".join(
            f"{_OPEN}{part.text}{_CLOSE}" if part.mark else part.text for part in shown.parts
        )
        lines = textwrap.wrap(text, width - 2, initial_indent="  ", subsequent_indent="  ")
        blocks.append("\n".join([cut(f"{shown.document} {shown.sentence}".strip(), width), *lines]))
    more = len(evidence) - _TEXT_ROWS
    return "\n".join([*blocks, *([f"… {grouped(more)} more"] if more > 0 else [])])


def evidence_html(evidence: Evidence) -> str:
    """Return the first passages as HTML of at most 64 KB, both mentions marked."""
    shown = min(len(evidence), _HTML_ROWS)
    while True:
        page = render(
            "evidence.html",
            caption=f"{visible(evidence.caption)}: {_count(len(evidence))}",
            passages=[_shown(row) for row in evidence.head(shown).rows()],
            hidden=f"{shown} of {grouped(len(evidence))} passages" if shown < len(evidence) else "",
        )
        if shown <= 1 or len(page.encode()) <= _BYTES:
            return page
        shown //= 2


def _shown(row: dict[str, Any]) -> Shown:
    text, start = row["text"], row["start"]
    spans = sorted(
        [
            (row["a_start"] - start, row["a_end"] - start, "a"),
            (row["b_start"] - start, row["b_end"] - start, "b"),
        ]
    )
    place = max(0, spans[0][0] - _REACH)
    last = min(len(text), spans[1][1] + _REACH)
    parts = [Part("… ", "")] if place else []
    for begin, end, mark in spans:
        parts += [Part(visible(text[place:begin]), ""), Part(visible(text[begin:end]), mark)]
        place = end
    parts += [Part(visible(text[place:last]), "")]
    if last < len(text):
        parts.append(Part(" …", ""))
    sentence = "" if row["sentence"] is None else f"sentence {row['sentence']}"
    return Shown(visible(row["document"]), sentence, [part for part in parts if part.text])


def _count(number: int) -> str:
    return f"{grouped(number)} passage{'' if number == 1 else 's'}"
