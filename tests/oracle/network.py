"""Networks counted again from the public tables: units, tables, tests, evidence.

Reads sentences(), tokens() and mentions.table() alone, counts with sets, computes in fractions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Any

from oracle.association import MEASURES, Table, fisher, logarithm
from oracle.corpus import COUNTED, words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

Item = tuple[str, str]


@dataclass
class Unit:
    """A sentence, a paragraph or a document, without what is not counted."""

    document: str
    sentence: int | None
    start: int
    end: int


@dataclass(frozen=True)
class Place:
    """A mention: its unit and its span."""

    unit: int
    start: int
    end: int


class Network:
    def __init__(
        self, corpus: Any, context: str = "sentence", zones: Container[str] = COUNTED
    ) -> None:
        self.corpus = corpus
        self.context = context
        self.units: list[Unit] = []
        self.unit_of: dict[tuple[str, int], int] = {}
        self.places: dict[Item, list[Place]] = defaultdict(list)
        self._add_units(zones)

    def _add_units(self, zones: Container[str]) -> None:
        known: dict[tuple[Any, ...], int] = {}
        for row in self.corpus.sentences().rows():
            if row["zone"] not in zones:
                continue
            key = (row["document"], *self._part(row))
            if key not in known:
                known[key] = len(self.units)
                sentence = row["sentence"] if self.context == "sentence" else None
                self.units.append(Unit(row["document"], sentence, row["start"], row["end"]))
            self.units[known[key]].end = row["end"]
            self.unit_of[row["document"], row["sentence"]] = known[key]

    def _part(self, row: dict[str, Any]) -> tuple[int, ...]:
        return {
            "sentence": (row["sentence"],),
            "paragraph": (row["paragraph"],),
            "document": (),
        }[self.context]

    def add(self, item: Item, document: str, row: dict[str, Any]) -> None:
        unit = self.unit_of.get((document, row["sentence"]))
        if unit is not None:
            self.places[item].append(Place(unit, row["start"], row["end"]))

    def units_with(self, item: Item) -> set[int]:
        return {place.unit for place in self.places[item]}

    @property
    def candidates(self) -> int:
        nodes = len(self.places)
        return nodes * (nodes - 1) // 2

    def nodes(self) -> list[dict[str, Any]]:
        rows = [
            {"entity": name, "kind": kind, "units": len(self.units_with((name, kind)))}
            for name, kind in sorted(self.places)
        ]
        return sorted(rows, key=lambda row: -row["units"])

    def table(self, a: Item, b: Item) -> Table:
        with_a, with_b = self.units_with(a), self.units_with(b)
        return Table.from_marginals(len(with_a & with_b), len(with_a), len(with_b), len(self.units))

    def expected_within(self, a: Item, b: Item) -> Fraction | None:
        if self.context == "document":
            return None
        every, with_a, with_b = (
            Counter(self.units[unit].document for unit in units)
            for units in (range(len(self.units)), self.units_with(a), self.units_with(b))
        )
        return sum(
            (Fraction(with_a[here] * with_b[here], every[here]) for here in every), Fraction(0)
        )

    def pairs(self, measures: Iterable[str] = ()) -> list[dict[str, Any]]:
        """The rows of network.pairs() in their default order."""
        rows = []
        for a, b in combinations(sorted(self.places), 2):
            table = self.table(a, b)
            if table.o11:
                rows.append(self._row(a, b, table, measures))
        q = adjusted([row.pop("exact_p") for row in rows], self.candidates)
        for row, value in zip(rows, q, strict=True):
            row["q_value"] = float(value)
        # sorted() is stable: equals stay in the order of their names.
        return sorted(rows, key=lambda row: (-row["count"], -row["document_count"]))

    def _row(self, a: Item, b: Item, table: Table, measures: Iterable[str]) -> dict[str, Any]:
        p = fisher(table)
        within = self.expected_within(a, b)
        shared = self.units_with(a) & self.units_with(b)
        return {
            "a": a[0],
            "b": b[0],
            "kind_a": a[1],
            "kind_b": b[1],
            "count": table.o11,
            "document_count": len({self.units[unit].document for unit in shared}),
            "expected": float(Fraction(table.r1 * table.c1, table.n)),
            "expected_within": None if within is None else float(within),
            **{measure: MEASURES[measure](table) for measure in measures},
            "p_value": float(p),
            "log10_p": logarithm(p, 10),
            "exact_p": p,
        }

    def evidence(self, a: Item, b: Item) -> list[dict[str, Any]]:
        """The rows of network[a, b].evidence()."""
        rows = []
        for number in sorted(self.units_with(a) & self.units_with(b)):
            unit = self.units[number]
            nearest_a, nearest_b = self._nearest(number, a, b)
            rows.append(
                {
                    "document": unit.document,
                    "sentence": unit.sentence,
                    "start": unit.start,
                    "end": unit.end,
                    "a_start": nearest_a.start,
                    "a_end": nearest_a.end,
                    "b_start": nearest_b.start,
                    "b_end": nearest_b.end,
                    "text": self.corpus.text(unit.document)[unit.start : unit.end],
                }
            )
        return rows

    def _nearest(self, unit: int, a: Item, b: Item) -> tuple[Place, Place]:
        def gap(pair: tuple[Place, Place]) -> int:
            return max(pair[0].start - pair[1].end, pair[1].start - pair[0].end)

        every = [
            (one, other)
            for one in self.places[a]
            for other in self.places[b]
            if one.unit == other.unit == unit
        ]
        apart = [pair for pair in every if gap(pair) >= 0]
        return min(apart, key=lambda pair: (gap(pair), pair[0].start, pair[1].start))


def entity_network(
    corpus: Any,
    mentions: Any,
    context: str = "sentence",
    *,
    kinds: Container[str] | None = None,
    zones: Container[str] = COUNTED,
) -> Network:
    """Count the mentions of these kinds, by default all names."""
    network = Network(corpus, context, zones)
    for row in mentions.table().rows():
        wanted = row["rule"].startswith("alias:") if kinds is None else row["kind"] in kinds
        if wanted and row["entity"] is not None:
            network.add((row["entity"], row["kind"]), row["document"], row)
    network.places = {item: places for item, places in network.places.items() if places}
    return network


def term_network(corpus: Any, context: str = "sentence", *, min_count: int = 5) -> Network:
    """Count the folded terms that occur at least so often."""
    network = Network(corpus, context)
    for document, token in words(corpus):
        network.add((token["term"], "term"), document, token)
    network.places = {
        item: places for item, places in network.places.items() if len(places) >= min_count
    }
    return network


def adjusted(p: list[Fraction], candidates: int) -> list[Fraction]:
    """Benjamini-Hochberg: each q is the least p * m / rank from its own rank upwards, at most 1.

    The candidates never seen have p = 1; they stand behind all others and change no q but by m.
    """
    order = sorted(range(len(p)), key=p.__getitem__)
    q = [Fraction(1)] * len(p)
    least = Fraction(1)
    for rank in range(len(p), 0, -1):
        row = order[rank - 1]
        least = min(least, p[row] * candidates / rank)
        q[row] = least
    return q
