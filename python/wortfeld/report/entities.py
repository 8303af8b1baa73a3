"""Who and what is named: entities by kind, every count with its passages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld.display.shown import visible
from wortfeld.report.evidence_list import Count
from wortfeld.report.facts import NameKey

if TYPE_CHECKING:
    from wortfeld.report.evidence_list import EvidenceList
    from wortfeld.report.facts import Facts

__all__ = ["EntityRow", "KindOfEntity", "entities_by_kind"]

_KINDS = ("person", "organisation", "product", "place", "event")
_MOST_ROWS = 40
_MOST_NAMED_ONCE = 120
_MOST_FORMS = 6


@dataclass(frozen=True)
class EntityRow:
    """An entity with its counts; `share` is its count against the largest of its kind."""

    name: str
    kind: str
    count: Count
    document_count: int
    by_document: list[Count]
    forms: list[str]
    more_forms: int
    share: float


class KindOfEntity(NamedTuple):
    """The entities of one kind, those named once apart; `hidden` are not shown."""

    kind: str
    rows: list[EntityRow]
    named_once: list[EntityRow]
    entity_count: int
    hidden: int


def entities_by_kind(facts: Facts, evidence: EvidenceList) -> list[KindOfEntity]:
    """Return the entities of every kind, the known kinds first, most frequent first."""
    by_kind: dict[str, list[dict[str, Any]]] = {kind: [] for kind in _KINDS}
    for row in facts.mentions.entities().rows():
        by_kind.setdefault(row["kind"], []).append(row)
    return [_kind(facts, evidence, kind, rows) for kind, rows in by_kind.items() if rows]


def _kind(
    facts: Facts, evidence: EvidenceList, kind: str, rows: list[dict[str, Any]]
) -> KindOfEntity:
    often = [row for row in rows if row["count"] > 1][:_MOST_ROWS]
    once = [row for row in rows if row["count"] == 1][:_MOST_NAMED_ONCE]
    largest = max(row["count"] for row in rows)
    return KindOfEntity(
        visible(kind),
        [_entity(facts, evidence, row, largest) for row in often],
        [_entity(facts, evidence, row, largest) for row in once],
        len(rows),
        len(rows) - len(often) - len(once),
    )


def _entity(facts: Facts, evidence: EvidenceList, row: dict[str, Any], largest: int) -> EntityRow:
    key = NameKey(row["entity"], row["kind"])
    number = row["count"]
    name = visible(key.entity)
    rows = facts.names_by_key.get(key, [])
    count = evidence.add(name, number, facts.passages(rows))
    # Two entities of one name and kind are told apart by ids that the mentions do not show.
    by_document = Counter(row["document"] for row in rows if len(rows) == number)
    forms = [visible(form) for form in row["forms"].split(" | ")]
    return EntityRow(
        name,
        visible(key.kind),
        count,
        row["document_count"],
        [evidence.of_document(count, one, by_document[one]) for one in facts.apart],
        forms[:_MOST_FORMS],
        max(0, len(forms) - _MOST_FORMS),
        number / largest,
    )
