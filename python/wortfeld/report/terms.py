"""The words that set a document apart: its counts against those of all the others."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import wortfeld
from wortfeld._call import COUNTED_ZONES
from wortfeld.display.shown import visible
from wortfeld.report.facts import MOST_DOCUMENTS_APART
from wortfeld.stop_words import LANGUAGES, stopwords

if TYPE_CHECKING:
    from wortfeld.report.evidence_list import Count, EvidenceList
    from wortfeld.report.facts import Facts, Row

__all__ = ["DocumentTerms", "TermRow", "TermTables", "terms_by_document"]

_MOST_TERMS = 15
_LEAST_COUNT = 2
_SHORTEST_TERM = 2


@dataclass(frozen=True)
class TermRow:
    """A term with its counts here and elsewhere; `score` is None where there is no elsewhere."""

    form: str
    count: Count
    elsewhere: Count
    per_thousand: float
    per_thousand_elsewhere: float
    score: float | None
    share: float


class DocumentTerms(NamedTuple):
    """The terms of a document."""

    document: str
    word_count: int
    words_elsewhere: int
    rows: list[TermRow]


class TermTables(NamedTuple):
    """The terms of every shown document; `hidden` documents are not shown."""

    documents: list[DocumentTerms]
    hidden: int
    word_count: int
    stop_words: list[str]


def _stop_words(language: str) -> frozenset[str]:
    return stopwords(language) if language in LANGUAGES else frozenset()


class _Candidate(NamedTuple):
    """A term of a document before it is ranked."""

    term: str
    places: list[Row]
    total: int
    score: float | None


class _Counter:
    """Where each term of the shown documents stands, and how often it stands anywhere."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.rows = {row["term"]: row for row in facts.corpus.terms().rows()}
        self.word_count = sum(row["count"] for row in self.rows.values())
        self.documents = list(facts.documents)[:MOST_DOCUMENTS_APART]
        self.complete = len(self.documents) == len(facts.documents)
        self._names: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for row in facts.names:
            self._names[row["document"]].append((row["start"], row["end"]))
        self.places: dict[str, dict[str, list[Row]]] = {}
        self.word_counts: dict[str, int] = {}
        for document in self.documents:
            self._take(document)

    def _take(self, document: str) -> None:
        places: defaultdict[str, list[Row]] = defaultdict(list)
        count = 0
        for token in self.facts.corpus.tokens(document).rows():
            if token["zone"] in COUNTED_ZONES and token["kind"] in ("word", "number"):
                count += 1
                if token["kind"] == "word":
                    places[token["term"]].append(token | {"document": document, "kind": "term"})
        self.places[document] = dict(places)
        self.word_counts[document] = count

    def candidates(self, document: str) -> list[_Candidate]:
        """Return the content words of a document, most characteristic first."""
        language = self.facts.documents[document].language.partition("-")[0]
        stop_words = _stop_words(language)
        here = self.word_counts[document]
        found = []
        for term, places in self.places[document].items():
            if len(places) < _LEAST_COUNT or len(term) < _SHORTEST_TERM or term in stop_words:
                continue
            if all(self._is_in_name(document, token) for token in places):
                continue
            total = self.rows[term]["count"]
            score = None
            if here < self.word_count:
                score = float(
                    wortfeld.association(
                        len(places), here, total, self.word_count, measure="log_likelihood"
                    )
                )
            if score is None or score > 0:
                found.append(_Candidate(term, places, total, score))
        found.sort(key=lambda one: (-(one.score or 0.0), -len(one.places), one.term))
        return found[:_MOST_TERMS]

    def _is_in_name(self, document: str, token: Row) -> bool:
        spans = self._names[document]
        place = bisect_right(spans, (token["start"], sys.maxsize)) - 1
        return place >= 0 and token["start"] < spans[place][1]

    def places_elsewhere(self, document: str, term: str) -> list[Row]:
        """Return the tokens of a term in the other documents."""
        return [
            token
            for other in self.documents
            if other != document
            for token in self.places[other].get(term, [])
        ]


def terms_by_document(facts: Facts, evidence: EvidenceList) -> TermTables:
    """Return the content words of each document, by signed log-likelihood against the others."""
    counter = _Counter(facts)
    languages = {facts.documents[document].language for document in counter.documents}
    return TermTables(
        [_document(counter, evidence, document) for document in counter.documents],
        len(facts.documents) - len(counter.documents),
        counter.word_count,
        sorted(code for code in languages if _stop_words(code.partition("-")[0])),
    )


def _document(counter: _Counter, evidence: EvidenceList, document: str) -> DocumentTerms:
    here = counter.word_counts[document]
    elsewhere = counter.word_count - here
    candidates = counter.candidates(document)
    largest = max((_weight(one) for one in candidates), default=1.0)
    rows = []
    for one in candidates:
        form = visible(_form(one.places))
        count = evidence.add(form, len(one.places), counter.facts.passages(one.places))
        others = counter.places_elsewhere(document, one.term) if counter.complete else []
        passages = counter.facts.passages(others)
        rows.append(
            TermRow(
                form,
                count,
                evidence.add(form, one.total - len(one.places), passages, beside=count),
                1000 * len(one.places) / here,
                1000 * (one.total - len(one.places)) / elsewhere if elsewhere else 0.0,
                one.score,
                _weight(one) / largest,
            )
        )
    return DocumentTerms(document, here, elsewhere, rows)


def _weight(one: _Candidate) -> float:
    return float(len(one.places)) if one.score is None else one.score


def _form(places: list[Row]) -> str:
    """Return the commonest surface in the document, the first of equals."""
    counts: dict[str, int] = {}
    for token in places:
        counts[token["surface"]] = counts.get(token["surface"], 0) + 1
    return max(counts, key=counts.__getitem__)
