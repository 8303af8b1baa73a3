"""The card of a corpus: what was read, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wortfeld.display.html import render
from wortfeld.display.numbers import grouped
from wortfeld.display.shown import visible

if TYPE_CHECKING:
    from wortfeld.corpus import Corpus

__all__ = ["corpus_html", "corpus_text"]

_MOST_LANGUAGES = 8
_MOST_WARNINGS = 5
_LONGEST = 200


class Line(NamedTuple):
    """A line of the card."""

    name: str
    value: str


def corpus_text(corpus: Corpus) -> str:
    """Return the card as plain text, narrower than 80 columns but for long messages."""
    lines = _lines(corpus)
    width = max(len(line.name) for line in lines)
    title = f"Corpus of {_documents(corpus)}"
    return "\n".join([title, *(f"  {line.name:<{width}}  {line.value}" for line in lines)])


def corpus_html(corpus: Corpus) -> str:
    """Return the card as HTML; zones and warnings fold."""
    warnings = corpus.warnings.rows()
    shown = [
        {name: _cut(visible(text or "")) for name, text in row.items()}
        for row in warnings[:_MOST_WARNINGS]
    ]
    return render(
        "corpus.html",
        title=f"Corpus of {_documents(corpus)}",
        lines=_lines(corpus),
        zones=[Line(zone, grouped(count)) for zone, count in _zones(corpus).items()],
        warnings=shown,
        hidden=grouped(len(warnings) - len(shown)) if len(warnings) > len(shown) else "",
    )


def _documents(corpus: Corpus) -> str:
    plural = "" if len(corpus) == 1 else "s"
    return f"{grouped(len(corpus))} document{plural}"


def _lines(corpus: Corpus) -> list[Line]:
    languages = corpus.languages
    more = (
        f" and {len(languages) - _MOST_LANGUAGES} more" if len(languages) > _MOST_LANGUAGES else ""
    )
    zones = _zones(corpus)
    return [
        Line(
            "tokens", f"{grouped(corpus.token_count)}, {grouped(corpus.word_count)} of them words"
        ),
        Line("terms", grouped(corpus.term_count)),
        Line("languages", (", ".join(languages[:_MOST_LANGUAGES]) + more) or "not given"),
        Line("period", _period(corpus)),
        Line(
            "zones", ", ".join(f"{zone} {grouped(count)}" for zone, count in zones.items()) or "–"
        ),
        Line("warnings", _warnings(corpus)),
    ]


def _period(corpus: Corpus) -> str:
    days = [row["date"] for row in corpus.documents().rows() if row["date"] is not None]
    if not days:
        return "no document has a date"
    dated = "" if len(days) == len(corpus) else f" ({grouped(len(days))} of {_documents(corpus)})"
    first, last = min(days), max(days)
    return (str(first) if first == last else f"{first} to {last}") + dated


def _zones(corpus: Corpus) -> dict[str, int]:
    """Return how many zones of each name there are, in the order of their appearance."""
    counts: dict[str, int] = {}
    for zone in corpus.zones()["zone"]:
        counts[zone] = counts.get(zone, 0) + 1
    return counts


def _warnings(corpus: Corpus) -> str:
    rows = corpus.warnings.rows()
    if not rows:
        return "none"
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["kind"]] = counts.get(row["kind"], 0) + 1
    kinds = ", ".join(f"{visible(kind)} {grouped(count)}" for kind, count in counts.items())
    return f"{kinds}; see corpus.warnings"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
