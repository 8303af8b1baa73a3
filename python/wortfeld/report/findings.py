"""The report in five lines, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wortfeld.display.numbers import grouped
from wortfeld.display.shown import visible

if TYPE_CHECKING:
    from wortfeld.report.facts import Facts
    from wortfeld.report.overview import Overview
    from wortfeld.report.passages import Passage
    from wortfeld.report.quantities import Amount
    from wortfeld.report.wording import Wording

__all__ = ["findings"]

_LONGEST_SENTENCE = 240


def findings(facts: Facts, overview: Overview, say: Wording) -> list[str]:
    """Return what the texts are, who, who with whom, how much and when."""
    return [
        say(
            "finding.texts",
            documents=say.many("document", overview.document_count),
            words=say.many("word", overview.word_count),
            terms=say.many("term", overview.term_count),
        ),
        _names(overview, say),
        _pair(facts, overview, say),
        _amounts(facts, overview, say),
        _period(overview, say),
    ]


def _period(overview: Overview, say: Wording) -> str:
    """Return from when to when the texts are dated, and how many have a date."""
    if overview.first_day is None or overview.last_day is None:
        return say("period.none")
    days = say.days(overview.first_day, overview.last_day)
    if overview.dated_count < overview.document_count:
        days = say(
            "period.part", days=days, dated=overview.dated_count, all=overview.document_count
        )
    return say("finding.period", period=days)


def _names(overview: Overview, say: Wording) -> str:
    if not overview.names:
        return say("finding.no_names")
    return say(
        "finding.names",
        names=", ".join(f"{row.name} ({grouped(row.count.value)})" for row in overview.names),
    )


def _pair(facts: Facts, overview: Overview, say: Wording) -> str:
    if not overview.pairs:
        return say("finding.no_pairs")
    pair = overview.pairs[0]
    return say(
        "finding.pair",
        a=pair.a.name,
        b=pair.b.name,
        sentences=say.many("sentence", pair.sentences.value) + say.expected(pair.expected_within),
        example=_text(pair.example) if pair.example is not None else "",
    )


def _amounts(facts: Facts, overview: Overview, say: Wording) -> str:
    if not overview.amounts:
        return say("finding.no_amounts")
    by_unit = [
        ", ".join(_amount(facts, amount, say) for amount in group.amounts)
        for group in overview.amounts
    ]
    return say("finding.amounts", amounts="; ".join(by_unit))


def _amount(facts: Facts, amount: Amount, say: Wording) -> str:
    """Return an amount with its modifier in words and its text."""
    text = say("text", number=facts.documents[amount.passage.document].number)
    return f"{say.modified(amount.modifier, amount.surface)} ({text})"


def _text(passage: Passage) -> str:
    text = visible("".join(part.text for part in passage.parts))
    return text if len(text) <= _LONGEST_SENTENCE else text[: _LONGEST_SENTENCE - 1] + "…"
