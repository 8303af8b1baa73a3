"""When: days that the texts name, what is to come and when they were published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wortfeld.display.shown import visible
from wortfeld.report.evidence_list import Count
from wortfeld.report.quantities import names_nearby
from wortfeld.report.wording import Wording

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


class _Listed(NamedTuple):
    """A mention and what the page says of it."""

    row: Row
    dated: Dated


@dataclass(frozen=True)
class DateList:
    """Days in their order.

    The linked count leads to the rows, or to evidence of its own if they are not all shown.
    """

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
    events: list[_Listed] = []
    future: list[_Listed] = []
    unresolved = 0
    for row in facts.rows:
        if row["kind"] != "date":
            continue
        if row["date_first"] is None or row["date_last"] is None:
            unresolved += 1
            continue
        around = facts.around[row["document"], row["start"]]
        listed = _Listed(row, _dated(facts, row, around["cue"]))
        (future if around["time"] == "forecast" else events).append(listed)
    return Timeline(
        _listed(facts, evidence, "dates.events", events),
        _listed(facts, evidence, "dates.future", future),
        [
            Published(document.id, document.date)
            for document in facts.documents.values()
            if document.date is not None
        ][:_MOST_ROWS],
        unresolved,
    )


def _dated(facts: Facts, row: Row, cue: str | None) -> Dated:
    return Dated(
        row["date_first"],
        row["date_last"],
        visible(row["surface"]),
        row["modifier"] or "",
        cue,
        facts.passages([row])[0],
        names_nearby(facts, row),
    )


def _listed(facts: Facts, evidence: EvidenceList, title: str, found: list[_Listed]) -> DateList:
    dates = sorted((one.dated for one in found), key=lambda dated: (dated.first, dated.last))
    shown = dates[:_MOST_ROWS]
    if len(found) > _MOST_ROWS:
        rows = sorted((one.row for one in found), key=facts.place)
        count = evidence.add(Wording(facts.language)(title), len(rows), facts.passages(rows))
        return DateList(count, shown, len(dates) - len(shown))
    linked = bool(found) and evidence.afford([dated.passage for dated in dates])
    return DateList(Count(len(found), evidence.next_id() if linked else None), shown, 0)
