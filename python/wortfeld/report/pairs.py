"""Who stands with whom: most often, and more often than their frequency explains."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld.display.shown import visible
from wortfeld.errors import BadArgument
from wortfeld.report.evidence_list import Count
from wortfeld.report.passages import Mark, cut_out

if TYPE_CHECKING:
    from wortfeld.network import Network
    from wortfeld.report.evidence_list import EvidenceList
    from wortfeld.report.facts import Facts
    from wortfeld.report.passages import Passage

__all__ = ["Pairs", "RankedPair", "Tie", "pairs"]

_MOST_OFTEN = 25
_MOST_ONCE = 150
_MOST_IN_PARAGRAPHS = 40
_MOST_ASSOCIATED = 20
_LEAST_COUNT = 2


class Name(NamedTuple):
    """One side of a pair."""

    name: str
    kind: str


class RankedPair(NamedTuple):
    """A pair with what the page says about it."""

    a: Name
    b: Name
    sentences: Count
    paragraphs: Count
    document_count: int
    expected_within: float | None
    log_odds: float
    share: float
    example: Passage | None


class ParagraphPair(NamedTuple):
    """A pair that shares paragraphs but no sentence."""

    a: Name
    b: Name
    paragraphs: Count


class Tie(NamedTuple):
    """Pairs of one rank: their association is the same number."""

    rank: int
    log_odds: float
    rows: list[RankedPair]


class Pairs(NamedTuple):
    """Both lists, and what they were chosen from."""

    most_often: list[RankedPair]
    once: list[RankedPair]
    hidden: int
    in_paragraphs: list[ParagraphPair]
    hidden_in_paragraphs: int
    associated: list[Tie]
    hidden_ties: int
    candidate_count: int
    met_count: int
    associated_count: int
    sentence_count: int
    paragraph_count: int
    picture_rows: list[dict[str, Any]]
    provenance: dict[str, Any]


_Key = tuple[str, str, str, str]


def _key(row: dict[str, Any]) -> _Key:
    return row["a"], row["kind_a"], row["b"], row["kind_b"]


def _names(row: dict[str, Any]) -> tuple[Name, Name]:
    return (
        Name(visible(row["a"]), visible(row["kind_a"])),
        Name(visible(row["b"]), visible(row["kind_b"])),
    )


class _Maker:
    """Makes the rows of both lists; a pair that is in both shares its evidence."""

    def __init__(self, facts: Facts, evidence: EvidenceList) -> None:
        self._facts = facts
        self._evidence = evidence
        self._sentences = facts.mentions.cooccurrence("sentence")
        self._paragraphs = facts.mentions.cooccurrence("paragraph")
        self._made: dict[int, RankedPair] = {}
        self.table = self._sentences.pairs()
        self.rows = [row | {"number": number} for number, row in enumerate(self.table.rows())]
        self._largest = max((row["count"] for row in self.table.head(1).rows()), default=1)

    @property
    def sentences(self) -> Network:
        """The network of sentences."""
        return self._sentences

    @property
    def paragraphs(self) -> Network:
        """The network of paragraphs."""
        return self._paragraphs

    def row(self, row: dict[str, Any]) -> RankedPair:
        """Return a pair with its counts and evidence."""
        number = row["number"]
        if number not in self._made:
            self._made[number] = self._new(row)
        return self._made[number]

    def _new(self, row: dict[str, Any]) -> RankedPair:
        found = self._passages(self._sentences, row)
        wider = self._passages(self._paragraphs, row)
        title = f"{visible(row['a'])} + {visible(row['b'])}"
        count = self._evidence.add(title, row["count"], found)
        return RankedPair(
            *_names(row),
            count,
            self._evidence.add(title, len(wider), wider, beside=count),
            row["document_count"],
            row["expected_within"],
            row["log_odds"],
            row["count"] / self._largest,
            found[0]._replace(counted=False) if found else None,
        )

    def in_paragraphs(self) -> list[dict[str, Any]]:
        """Return the pairs that share paragraphs but no sentence, rare names first."""
        met = {_key(row) for row in self.rows}
        rows = [row for row in self._paragraphs.pairs().rows() if _key(row) not in met]
        return sorted(rows, key=_rank)

    def paragraph_row(self, row: dict[str, Any]) -> ParagraphPair:
        """Return such a pair with its evidence."""
        title = f"{visible(row['a'])} + {visible(row['b'])}"
        passages = self._passages(self._paragraphs, row)
        return ParagraphPair(*_names(row), self._evidence.add(title, row["count"], passages))

    def _passages(self, network: Network, pair: dict[str, Any]) -> list[Passage]:
        try:
            found = network[(pair["a"], pair["kind_a"]), (pair["b"], pair["kind_b"])]
        except BadArgument:  # two items with one name and one kind: no name asks for one of them
            return []
        return [
            cut_out(
                self._facts.texts[row["document"]],
                row["document"],
                (row["start"], row["end"]),
                sorted(
                    [
                        Mark(row["a_start"], row["a_end"], pair["kind_a"], counted=False),
                        Mark(row["b_start"], row["b_end"], pair["kind_b"], counted=False),
                    ]
                ),
                counted=True,
            )
            for row in found.evidence().rows()
        ]


def pairs(facts: Facts, evidence: EvidenceList) -> Pairs:
    """Rank the pairs of names that share a sentence."""
    maker = _Maker(facts, evidence)
    rows = maker.rows
    often = [row for row in rows if row["count"] > 1][:_MOST_OFTEN]
    once = sorted((row for row in rows if row["count"] == 1), key=_rank)[:_MOST_ONCE]
    most_often = [maker.row(row) for row in often]
    associated = sorted(filter(_is_associated, rows), key=lambda row: -row["log_odds"])
    ties = _ties(associated)
    shown = [
        Tie(rank, members[0]["log_odds"], [maker.row(row) for row in members])
        for rank, members in _shown(ties)
    ]
    named_once = [maker.row(row) for row in once]
    in_paragraphs = maker.in_paragraphs()
    return Pairs(
        most_often=most_often,
        once=named_once,
        hidden=len(rows) - len(often) - len(once),
        in_paragraphs=[maker.paragraph_row(row) for row in in_paragraphs[:_MOST_IN_PARAGRAPHS]],
        hidden_in_paragraphs=max(0, len(in_paragraphs) - _MOST_IN_PARAGRAPHS),
        associated=shown,
        hidden_ties=len(ties) - len(shown),
        candidate_count=maker.sentences.candidate_count,
        met_count=len(rows),
        associated_count=len(associated),
        sentence_count=maker.sentences.unit_count,
        paragraph_count=maker.paragraphs.unit_count,
        picture_rows=sorted(rows, key=_rank),
        provenance=maker.table.provenance,
    )


def _rank(row: dict[str, Any]) -> tuple[Any, ...]:
    """Return what sorts pairs by count, and rare names before frequent ones."""
    return -row["count"], -row["log_odds"], -row["document_count"], _key(row)


def _is_associated(row: dict[str, Any]) -> bool:
    """Tell whether a pair met at least twice and more often than both expectations."""
    within = row["expected_within"]
    expected = max(row["expected"], row["expected"] if within is None else within)
    return bool(row["count"] >= _LEAST_COUNT and row["count"] > expected and row["log_odds"] > 0)


def _ties(rows: list[dict[str, Any]]) -> list[tuple[int, list[dict[str, Any]]]]:
    """Return groups of equal log odds with their rank: the first after two firsts is third."""
    ranked = []
    rank = 1
    for _, members in groupby(rows, key=lambda row: row["log_odds"]):
        group = list(members)
        ranked.append((rank, group))
        rank += len(group)
    return ranked


def _shown(
    ties: list[tuple[int, list[dict[str, Any]]]],
) -> list[tuple[int, list[dict[str, Any]]]]:
    """Return whole groups until there are enough rows; a group is never cut unless it is alone."""
    kept: list[tuple[int, list[dict[str, Any]]]] = []
    count = 0
    for rank, members in ties:
        if kept and count + len(members) > _MOST_ASSOCIATED:
            break
        kept.append((rank, members[: 2 * _MOST_ASSOCIATED]))
        count += len(members)
    return kept
