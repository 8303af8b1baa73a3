"""Who stands with whom: most often, and more often than their frequency explains."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld.display.shown import visible
from wortfeld.report.evidence_list import Count
from wortfeld.report.passages import Mark, cut_out

if TYPE_CHECKING:
    from wortfeld.network import Network
    from wortfeld.report.evidence_list import EvidenceList
    from wortfeld.report.facts import Facts
    from wortfeld.report.passages import Passage

__all__ = ["Pairs", "RankedPair", "Tie", "pairs"]

_MOST_OFTEN = 25
_MOST_ASSOCIATED = 20
_LEAST_COUNT = 2
_MOST_IN_PICTURE = 40


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


class Tie(NamedTuple):
    """Pairs of one rank: their association is the same number."""

    rank: int
    log_odds: float
    rows: list[RankedPair]


class Pairs(NamedTuple):
    """Both lists, and what they were chosen from."""

    most_often: list[RankedPair]
    associated: list[Tie]
    hidden_ties: int
    candidate_count: int
    met_count: int
    associated_count: int
    sentence_count: int
    paragraph_count: int
    picture_rows: list[dict[str, Any]]
    provenance: dict[str, Any]


class _Maker:
    """Makes the rows of both lists; a pair that is in both shares its evidence."""

    def __init__(self, facts: Facts, evidence: EvidenceList) -> None:
        self._facts = facts
        self._evidence = evidence
        self._sentences = facts.mentions.cooccurrence("sentence")
        self._paragraphs = facts.mentions.cooccurrence("paragraph")
        self._made: dict[tuple[str, str, str, str], RankedPair] = {}
        self.table = self._sentences.pairs()
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
        key = (row["a"], row["kind_a"], row["b"], row["kind_b"])
        if key not in self._made:
            self._made[key] = self._new(row)
        return self._made[key]

    def _new(self, row: dict[str, Any]) -> RankedPair:
        a, b = (row["a"], row["kind_a"]), (row["b"], row["kind_b"])
        sentences = self._sentences[a, b]
        paragraphs = self._paragraphs[a, b]
        found = self._passages(sentences.evidence().rows(), row)
        title = f"{visible(row['a'])} + {visible(row['b'])}"
        return RankedPair(
            Name(visible(row["a"]), visible(row["kind_a"])),
            Name(visible(row["b"]), visible(row["kind_b"])),
            self._evidence.add(title, row["count"], found),
            self._evidence.add(
                title, paragraphs.count, self._passages(paragraphs.evidence().rows(), row)
            ),
            row["document_count"],
            row["expected_within"],
            row["log_odds"],
            row["count"] / self._largest,
            found[0]._replace(counted=False) if found else None,
        )

    def _passages(self, rows: list[dict[str, Any]], pair: dict[str, Any]) -> list[Passage]:
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
            for row in rows
        ]


def pairs(facts: Facts, evidence: EvidenceList) -> Pairs:
    """Rank the pairs of names that share a sentence."""
    maker = _Maker(facts, evidence)
    rows = maker.table.rows()
    most_often = [maker.row(row) for row in rows[:_MOST_OFTEN]]
    associated = [row for row in rows if _is_associated(row)]
    associated.sort(key=lambda row: -row["log_odds"])
    ties = _ties(associated)
    shown = _shown(ties)
    return Pairs(
        most_often,
        [
            Tie(rank, members[0]["log_odds"], [maker.row(row) for row in members])
            for rank, members in shown
        ],
        len(ties) - len(shown),
        maker.sentences.candidate_count,
        len(rows),
        len(associated),
        maker.sentences.unit_count,
        maker.paragraphs.unit_count,
        rows[:_MOST_IN_PICTURE],
        maker.table.provenance,
    )


def _is_associated(row: dict[str, Any]) -> bool:
    """Tell whether a pair met at least twice and more often than both expectations."""
    within = row["expected_within"]
    expected = max(row["expected"], row["expected"] if within is None else within)
    return row["count"] >= _LEAST_COUNT and row["count"] > expected and row["log_odds"] > 0


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
    kept = []
    count = 0
    for rank, members in ties:
        if kept and count + len(members) > _MOST_ASSOCIATED:
            break
        kept.append((rank, members[: 2 * _MOST_ASSOCIATED]))
        count += len(members)
    return kept
