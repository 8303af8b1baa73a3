"""How much: sums of money and percentages as written, each with its reading and its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from wortfeld.display.shown import visible
from wortfeld.report.evidence_list import Count
from wortfeld.report.facts import NameKey
from wortfeld.report.wording import Wording

if TYPE_CHECKING:
    from wortfeld.report.evidence_list import EvidenceList
    from wortfeld.report.facts import Facts, Row
    from wortfeld.report.passages import Passage

__all__ = ["Amount", "AmountList", "Amounts", "amounts", "names_nearby", "percentages"]

_MOST_ROWS = 60
_MOST_NAMES = 6
_FEW_NAMES = 2


class Nearby(NamedTuple):
    """The names in the sentence of a quantity, and the nearest in the rest of its paragraph."""

    in_sentence: list[NameKey]
    in_paragraph: list[NameKey]


class Amount(NamedTuple):
    """A quantity with its reading and the sentence it stands in."""

    surface: str
    value: float | None
    value_text: str | None
    value_high_text: str | None
    unit: str
    modifier: str
    cue: str | None
    conversion: str
    passage: Passage
    nearby: Nearby

    @property
    def size(self) -> float:
        """What ranks it among those of its unit: the upper end of a range."""
        return float(self.value_high_text or self.value or 0.0)


@dataclass(frozen=True)
class AmountList:
    """Quantities of one sort, largest first; those shown have rows.

    The linked count leads to the rows, or to evidence of its own if they are not all shown.
    """

    count: Count
    all: list[Amount]

    @property
    def rows(self) -> list[Amount]:
        """What the page shows."""
        return self.all[:_MOST_ROWS]

    @property
    def hidden(self) -> int:
        """How many have no row."""
        return max(0, len(self.all) - _MOST_ROWS)


class _Listed(NamedTuple):
    """A mention with those that say it again in other units, and what the page says of it."""

    rows: list[Row]
    amount: Amount


class Amounts(NamedTuple):
    """Sums of money: those that were stated, those about the future, those without a value."""

    stated: AmountList
    future: AmountList
    apart: AmountList


def amounts(facts: Facts, evidence: EvidenceList) -> Amounts:
    """Sort the sums of money into what is stated, what is to come and what has no exact value."""
    lists: dict[str, list[_Listed]] = {"stated": [], "future": [], "apart": []}
    for row in _ranked(_rows(facts, "money")):
        rows = [row, *facts.conversions.get((row["document"], row["start"]), [])]
        amount = _amount(facts, rows)
        if row["modifier"] in ("generic", "negated", "vague") or row["value"] is None:
            name = "apart"
        else:
            name = "stated" if amount.cue is None else "future"
        lists[name].append(_Listed(rows, amount))
    return Amounts(
        **{
            name: _listed(facts, evidence, f"amounts.{name}", found)
            for name, found in lists.items()
        }
    )


def percentages(facts: Facts, evidence: EvidenceList) -> AmountList:
    """Return the percentages in the order of the texts."""
    found = [_Listed([row], _amount(facts, [row])) for row in _rows(facts, "percent")]
    return _listed(facts, evidence, "percentages", found)


def names_nearby(facts: Facts, row: Row) -> Nearby:
    """Return the names in the sentence of a mention; if they are few, some of its paragraph too."""
    found = facts.names_around.get((row["document"], row["start"]), [])
    scopes: dict[bool, list[NameKey]] = {True: [], False: []}
    for name in found:
        scopes[name["scope"] == "paragraph"].append(NameKey(name["name"], name["name_kind"]))
    names, others = scopes[False], scopes[True]
    if len(names) >= _FEW_NAMES:
        return Nearby(names[:_MOST_NAMES], [])
    return Nearby(names, others[: _MOST_NAMES - 2])


def _rows(facts: Facts, kind: str) -> list[Row]:
    """Return the quantities of a kind, but for those that say another one again."""
    return [
        row
        for row in facts.rows
        if row["kind"] == kind and (row["document"], row["start"]) in facts.around
    ]


def _ranked(rows: list[Row]) -> list[Row]:
    """Return the rows by currency, the commonest first, and in it largest first."""
    commonness: dict[str, int] = {}
    for row in rows:
        unit = row["unit"] or ""
        commonness[unit] = commonness.get(unit, 0) + 1

    def key(row: Row) -> tuple[int, str, float]:
        unit = row["unit"] or ""
        high = row["value_high"] if row["value_high"] is not None else row["value"]
        return (-commonness[unit], unit, -(high or 0.0))

    return sorted(rows, key=key)


def _amount(facts: Facts, rows: list[Row]) -> Amount:
    row = rows[0]
    low, _, high = (row["value_text"] or "").partition("..")
    around = facts.around[row["document"], row["start"]]
    cue = around["cue"] if around["time"] == "forecast" else None
    return Amount(
        visible(row["surface"]),
        row["value"],
        low or None,
        high or None,
        visible(row["unit"] or ""),
        row["modifier"] or "",
        None if cue is None else visible(cue),
        visible(around["conversion"] or ""),
        facts.passages(rows)[0],
        names_nearby(facts, row),
    )


def _listed(facts: Facts, evidence: EvidenceList, title: str, found: list[_Listed]) -> AmountList:
    amounts = [one.amount for one in found]
    rows = [row for one in found for row in one.rows]
    if len(found) > _MOST_ROWS:
        rows.sort(key=facts.place)
        title = Wording(facts.language)(title)
        return AmountList(evidence.add(title, len(rows), facts.passages(rows)), amounts)
    linked = bool(found) and evidence.afford([amount.passage for amount in amounts])
    return AmountList(Count(len(rows), evidence.next_id() if linked else None), amounts)
