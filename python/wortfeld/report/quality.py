"""What was read and how: furniture, texts that break off, warnings, repeats, reference dates."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wortfeld._call import COUNTED_ZONES
from wortfeld.display.shown import visible
from wortfeld.report.passages import cut_out

if TYPE_CHECKING:
    import datetime

    from wortfeld.report.evidence_list import Count, EvidenceList
    from wortfeld.report.facts import Facts, Row
    from wortfeld.report.passages import Passage

__all__ = ["Quality", "quality"]

_MOST_ROWS = 60
_LONGEST_TEXT = 300
_LONGEST_END = 160
# Shorter sentences are said twice without being copies.
_FEWEST_WORDS = 5


class CutZone(NamedTuple):
    """What is not counted: the texts of one zone of a document that one rule found."""

    document: str
    zone: str
    rule: str
    texts: list[str]


class BrokenOff(NamedTuple):
    """A document that ends without a closing mark, and its last words."""

    document: str
    text: str


@dataclass(frozen=True)
class Repeated:
    """A sentence that occurs more than once."""

    text: str
    count: Count


class ReferenceDate(NamedTuple):
    """The day that relative dates of a document refer to."""

    document: str
    day: datetime.date | None
    origin: str


class Quality(NamedTuple):
    """Everything that the page says about the input; `hidden` counts rows that are not shown."""

    zones: list[CutZone]
    hidden_zones: int
    words_not_counted: int
    broken_off: list[BrokenOff]
    warnings: list[dict[str, str]]
    hidden_warnings: int
    repeated: list[Repeated]
    reference_dates: list[ReferenceDate]


def quality(facts: Facts, evidence: EvidenceList, counted_words: int) -> Quality:
    """Collect what there is to know about the input."""
    zones = _zones(facts)
    warnings = [
        {name: visible(text or "") for name, text in row.items()}
        for row in facts.corpus.warnings.rows()
    ]
    return Quality(
        zones[:_MOST_ROWS],
        max(0, len(zones) - _MOST_ROWS),
        facts.corpus.word_count - counted_words,
        [_broken_off(row) for row in facts.corpus.breaking_off().rows()][:_MOST_ROWS],
        warnings[:_MOST_ROWS],
        max(0, len(warnings) - _MOST_ROWS),
        _repeated(facts, evidence),
        [
            ReferenceDate(row["document"], row["reference_date"], row["origin"] or "")
            for row in facts.mentions.reference_dates().rows()
        ][:_MOST_ROWS],
    )


def _zones(facts: Facts) -> list[CutZone]:
    found: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in facts.corpus.zones().rows():
        if row["zone"] not in COUNTED_ZONES:
            text = visible(row["text"])
            shown = text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT] + "…"
            found[row["document"], row["zone"], row["rule"] or ""].append(shown)
    return [CutZone(*key, texts) for key, texts in found.items()]


def _broken_off(row: Row) -> BrokenOff:
    text = visible(row["text"])
    shown = text if len(text) <= _LONGEST_END else "…" + text[-_LONGEST_END:]
    return BrokenOff(row["document"], shown)


def _repeated(facts: Facts, evidence: EvidenceList) -> list[Repeated]:
    sentences = [
        row
        for by_number in facts.sentences.values()
        for row in by_number.values()
        if row["zone"] in COUNTED_ZONES and len(row["text"].split()) >= _FEWEST_WORDS
    ]
    counts = Counter(" ".join(row["text"].split()) for row in sentences)
    often = [(text, count) for text, count in counts.most_common() if count > 1][:_MOST_ROWS]
    places: defaultdict[str, list[Row]] = defaultdict(list)
    wanted = {text for text, _ in often}
    for row in sentences:
        text = " ".join(row["text"].split())
        if text in wanted:
            places[text].append(row)
    return [
        Repeated(
            visible(text), evidence.add(visible(text)[:80], count, _units(facts, places[text]))
        )
        for text, count in often
    ]


def _units(facts: Facts, rows: list[Row]) -> list[Passage]:
    return [
        cut_out(
            facts.texts[row["document"]],
            row["document"],
            (row["start"], row["end"]),
            [],
            counted=True,
        )
        for row in rows
    ]
