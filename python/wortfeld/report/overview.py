"""What the texts are, in a few plain statements and a card for each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wortfeld._call import COUNTED_ZONES
from wortfeld.display.shown import visible
from wortfeld.report.evidence_list import Count
from wortfeld.report.wording import Wording

if TYPE_CHECKING:
    import datetime

    from wortfeld.report.entities import EntityRow, KindOfEntity
    from wortfeld.report.evidence_list import EvidenceList
    from wortfeld.report.facts import DocumentFacts, Facts
    from wortfeld.report.pairs import Pairs, RankedPair
    from wortfeld.report.quantities import Amount, Amounts
    from wortfeld.report.terms import TermTables

__all__ = ["Card", "Overview", "Panels", "overview"]

_MOST_CARDS = 24
_TOP_NAMES = 6
_TOP_TERMS = 8
_TOP_AMOUNTS = 3
_TOP_UNITS = 3
_TOP_PAIRS = 3


class Panels(NamedTuple):
    """The panels that the overview draws from."""

    entities: list[KindOfEntity]
    pairs: Pairs
    amounts: Amounts
    terms: TermTables


@dataclass(frozen=True)
class NameInDocument:
    """An entity and how often a document names it."""

    name: str
    kind: str
    count: Count


class AmountsOfUnit(NamedTuple):
    """Amounts of one currency, largest first."""

    unit: str
    amounts: list[Amount]


class Card(NamedTuple):
    """A document in a few lines."""

    document: DocumentFacts
    word_count: int
    reference_date: datetime.date | None
    names: list[NameInDocument]
    terms: list[str]
    amounts: list[AmountsOfUnit]


class Overview(NamedTuple):
    """The numbers and statements at the top of the page.

    Words and sentences are those of the counted zones; `all_words` and `all_sentences` are not.
    """

    document_count: int
    word_count: int
    all_words: int
    term_count: int
    sentence_count: int
    all_sentences: int
    mentions: Count
    entity_count: int
    dated_count: int
    first_day: datetime.date | None
    last_day: datetime.date | None
    names: list[EntityRow]
    pairs: list[RankedPair]
    amounts: list[AmountsOfUnit]
    cards: list[Card]
    hidden_cards: int


def overview(facts: Facts, panels: Panels, evidence: EvidenceList) -> Overview:
    """Collect the main names, pairs and amounts of all texts and of each."""
    days = [document.date for document in facts.documents.values() if document.date is not None]
    cards = [
        _card(facts, panels, evidence, document)
        for document in list(facts.documents.values())[:_MOST_CARDS]
    ]
    return Overview(
        len(facts.documents),
        panels.terms.word_count,
        facts.corpus.word_count,
        facts.corpus.term_count,
        panels.pairs.sentence_count,
        sum(map(len, facts.sentences.values())),
        evidence.add(
            Wording(facts.language)("column.mentions"),
            len(facts.names),
            facts.passages(facts.names),
        ),
        sum(kind.entity_count for kind in panels.entities),
        len(days),
        min(days, default=None),
        max(days, default=None),
        _entities(panels)[:_TOP_NAMES],
        [*panels.pairs.most_often, *panels.pairs.once][:_TOP_PAIRS],
        _largest(panels.amounts.stated.all),
        cards,
        len(facts.documents) - len(cards),
    )


def _card(
    facts: Facts,
    panels: Panels,
    evidence: EvidenceList,
    document: DocumentFacts,
) -> Card:
    amounts = [*panels.amounts.stated.all, *panels.amounts.future.all]
    terms = next((one for one in panels.terms.documents if one.document == document.id), None)
    return Card(
        document,
        _word_count(facts, document.id) if terms is None else terms.word_count,
        facts.reference_dates.get(document.id),
        _names(facts, panels, evidence, document.id),
        [row.form for row in terms.rows[:_TOP_TERMS]] if terms else [],
        _largest([one for one in amounts if one.passage.document == document.id]),
    )


def _word_count(facts: Facts, document: str) -> int:
    """Return the words in the counted zones of a document, as the tables of terms count them."""
    return sum(
        token["zone"] in COUNTED_ZONES and token["kind"] in ("word", "number")
        for token in facts.corpus.tokens(document).rows()
    )


def _largest(amounts: list[Amount]) -> list[AmountsOfUnit]:
    """Return the largest amounts of each currency, the commonest first, each wording once."""
    by_unit: dict[str, list[Amount]] = {}
    for amount in amounts:
        by_unit.setdefault(amount.unit, []).append(amount)
    units = sorted(by_unit, key=lambda unit: (-len(by_unit[unit]), unit))
    found = []
    for unit in units[:_TOP_UNITS]:
        different: dict[tuple[str, str], Amount] = {}
        for amount in sorted(by_unit[unit], key=lambda amount: -amount.size):
            different.setdefault((amount.modifier, amount.surface), amount)
        found.append(AmountsOfUnit(unit, list(different.values())[:_TOP_AMOUNTS]))
    return found


def _names(
    facts: Facts, panels: Panels, evidence: EvidenceList, document: str
) -> list[NameInDocument]:
    """Return the names of a document, most frequent first; each links to its part of the whole."""
    rows = [row for row in facts.names if row["document"] == document]
    here = Counter((visible(row["entity"]), visible(row["kind"])) for row in rows)
    whole = {(row.name, row.kind): row.count for row in _entities(panels)}
    # Equals stand as in all texts together; those without a row there come last.
    ranks = {key: rank for rank, key in enumerate(whole)}
    keys = sorted(here, key=lambda key: (-here[key], ranks.get(key, len(ranks)), key))
    return [
        NameInDocument(*key, evidence.of_document(whole.get(key, Count(0)), document, here[key]))
        for key in keys[:_TOP_NAMES]
    ]


def _entities(panels: Panels) -> list[EntityRow]:
    """Return the entities that have a row, most frequent first."""
    rows = [row for kind in panels.entities for row in (*kind.rows, *kind.named_once)]
    return sorted(rows, key=lambda row: (-row.count.value, -row.document_count, row.name))
