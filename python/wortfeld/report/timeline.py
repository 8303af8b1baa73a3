"""When: days that the texts name, what is to come and when they were published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wortfeld.display.shown import visible
from wortfeld.report.cues import future_cue
from wortfeld.report.evidence_list import Count
from wortfeld.report.quantities import names_nearby

if TYPE_CHECKING:
    import datetime

    from wortfeld.report.evidence_list import EvidenceList
    from wortfeld.report.facts import Facts, Row
    from wortfeld.report.passages import Passage
    from wortfeld.report.quantities import Nearby

__all__ = ["DateList", "Dated", "Timeline", "timeline"]

_MOST_ROWS = 80


class Dated(NamedTuple):
    """A day or period that a sentence names."""

    first: datetime.date
    last: datetime.date
    surface: str
    modifier: str
    cue: str | None
    passage: Passage
    nearby: Nearby


@dataclass(frozen=True)
class DateList:
    """Days in their order; the linked count leads to the rows themselves."""

    count: Count
    rows: list[Dated]
    hidden: int


class Published(NamedTuple):
    """When a document is dated."""

    document: str
    day: datetime.date


class Timeline(NamedTuple):
    """Everything about time, the parts kept apart; `unresolved` mentions have no days."""

    events: DateList
    future: DateList
    published: list[Published]
    unresolved: int


def timeline(facts: Facts, evidence: EvidenceList) -> Timeline:
    """Sort the dates of the counted zones into what happened and what is to come."""
    events: list[Dated] = []
    future: list[Dated] = []
    unresolved = 0
    for row in facts.rows:
        if row["kind"] != "date":
            continue
        if row["date_first"] is None or row["date_last"] is None:
            unresolved += 1
            continue
        dated = _dated(facts, row)
        reference = facts.reference_dates.get(row["document"])
        (future if _is_to_come(dated, reference) else events).append(dated)
    return Timeline(
        _listed(evidence, events),
        _listed(evidence, future),
        [
            Published(document.id, document.date)
            for document in facts.documents.values()
            if document.date is not None
        ][:_MOST_ROWS],
        unresolved,
    )


def _is_to_come(dated: Dated, reference: datetime.date | None) -> bool:
    """Tell whether a day is after the reference date, or not over by then and has a cue word."""
    if reference is None:
        return dated.cue is not None
    return dated.first > reference or (dated.last > reference and dated.cue is not None)


def _dated(facts: Facts, row: Row) -> Dated:
    return Dated(
        row["date_first"],
        row["date_last"],
        visible(row["surface"]),
        row["modifier"] or "",
        future_cue(facts.sentence_text(row), facts.documents[row["document"]].language),
        facts.passages([row])[0],
        names_nearby(facts, row),
    )


def _listed(evidence: EvidenceList, rows: list[Dated]) -> DateList:
    rows = sorted(rows, key=lambda dated: (dated.first, dated.last))
    shown = rows[:_MOST_ROWS]
    hidden = len(rows) - len(shown)
    linked = bool(rows) and not hidden and evidence.afford([row.passage for row in shown])
    target = evidence.next_id() if linked else None
    return DateList(Count(len(rows), target), shown, hidden)
