"""Which aliases of a gazetteer are risky in a corpus, and what to do about them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wortfeld._call import provenance
from wortfeld._columns import columns_from
from wortfeld.naming.spelling import near_spellings
from wortfeld.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wortfeld._columns import ColumnType
    from wortfeld.corpus import Corpus
    from wortfeld.gazetteer import Gazetteer

__all__ = ["PROBLEMS", "check"]

# In the order in which they are told.
PROBLEMS = ("common word", "shared", "too short", "near duplicate", "contained", "does not occur")

# A word written small so often, and at least a tenth as often as the name is found, is a word.
_FEWEST_SMALL = 2
_SHORTEST = 2
# Longer aliases are not looked through for others within them.
_MOST_WORDS = 12
_TYPES: dict[str, ColumnType] = {
    "problem": "text",
    "alias": "text",
    "entity": "text",
    "count": "int64",
    "other": "text",
    "other_count": "int64",
    "advice": "text",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the table."""

    problem: str
    alias: str
    entity: str
    count: int
    other: str | None
    other_count: int | None
    advice: str


@dataclass(frozen=True, slots=True)
class Alias:
    """One row of the gazetteer, with how often it was found."""

    text: str
    entity: str
    key: tuple[str, str, str]
    case: str
    count: int


def check(gazetteer: Gazetteer, corpus: Corpus) -> Table:
    """Look for risky aliases; see :meth:`wortfeld.gazetteer.Gazetteer.check`."""
    aliases = _aliases(gazetteer, corpus)
    findings = [
        *_common_words(aliases, corpus),
        *_shared(aliases),
        *_too_short(aliases),
        *_near_duplicates(aliases),
        *_contained(aliases),
        *_absent(aliases),
    ]
    findings.sort(key=lambda row: (PROBLEMS.index(row.problem), -row.count))
    columns = {name: [getattr(row, name) for row in findings] for name in _TYPES}
    parameters = {"gazetteer": gazetteer.name}
    return Table(
        columns_from(columns, types=_TYPES),
        caption=f"Risky aliases of {gazetteer.name}",
        provenance=provenance(corpus, "gazetteer.check", parameters, zones="all"),
    )


def _aliases(gazetteer: Gazetteer, corpus: Corpus) -> list[Alias]:
    mentions = corpus.mentions(gazetteer, quantities=False, dates=False)
    found, shared = mentions.table(), mentions.candidates()
    counts = Counter(zip(found["rule"], found["entity"], found["kind"], strict=True))
    # Entities that differ in nothing but their id: which one it was is told by the readings.
    chosen = Counter(
        (row["rule"], row["entity"], row["kind"], row["id"])
        for row in shared.rows()
        if row["chosen"]
    )
    table = gazetteer.table()
    names = ("alias", "entity", "kind", "id", "case")
    rows = list(zip(*(table[name] for name in names), strict=True))
    owners = Counter(row[:3] for row in {row[:4] for row in rows})
    aliases = []
    for alias, entity, kind, identity, case in rows:
        named = (f"alias:{alias}", entity, kind)
        is_only = owners[alias, entity, kind] == 1
        count = counts[named] if is_only else chosen[*named, identity]
        aliases.append(Alias(alias, entity, (entity, kind, identity), case, count))
    return aliases


def _common_words(aliases: list[Alias], corpus: Corpus) -> Iterator[Finding]:
    terms = corpus.terms(layer="surface", zones="all")
    counts = dict(zip(terms["term"], terms["count"].tolist(), strict=True))
    for alias in aliases:
        small = alias.text.lower()
        written = counts.get(small, 0) if small != alias.text else 0
        if written < _FEWEST_SMALL or written * 10 < alias.count:
            continue
        advice = (
            "at the start of a sentence it may be the word; give needs= or leave it out"
            if alias.case == "exact"
            else "set case to exact, give needs= or leave it out"
        )
        advice = f"the word is written small elsewhere: {advice}"
        yield _finding("common word", alias, advice, small, written)


def _shared(aliases: list[Alias]) -> Iterator[Finding]:
    by_text: defaultdict[str, dict[tuple[str, str, str], Alias]] = defaultdict(dict)
    for alias in aliases:
        by_text[alias.text.casefold()].setdefault(alias.key, alias)
    for owners in by_text.values():
        first, *others = owners.values()
        for other in others:
            advice = "two entities have it; tell them apart by needs= or excludes=, or drop one"
            yield _finding("shared", other, advice, first.entity, first.count)


def _too_short(aliases: list[Alias]) -> Iterator[Finding]:
    for alias in aliases:
        if len(alias.text) < _SHORTEST or alias.text.isdigit():
            advice = "a letter or a bare number is seldom a name; give needs= or leave it out"
            yield _finding("too short", alias, advice)


def _near_duplicates(aliases: list[Alias]) -> Iterator[Finding]:
    by_text: dict[str, Alias] = {}
    for alias in aliases:
        by_text.setdefault(alias.text, alias)
    for text, near in near_spellings(list(by_text)).items():
        alias, other = by_text[text], by_text[near]
        # Spellings of one entity are what a gazetteer is for; two cases of one text are shared.
        if alias.key == other.key or text.casefold() == near.casefold():
            continue
        advice = f"one letter apart; if they are one, write {other.entity!r} as its entity"
        yield _finding("near duplicate", alias, advice, near, other.count)


def _contained(aliases: list[Alias]) -> Iterator[Finding]:
    by_words: dict[tuple[str, ...], Alias] = {}
    for alias in aliases:
        by_words.setdefault(tuple(alias.text.casefold().split()), alias)
    told: set[tuple[str, ...]] = set()
    for words, longer in by_words.items():
        for part in _parts(words):
            shorter = by_words.get(part)
            if shorter is None or shorter.key == longer.key or part in told:
                continue
            told.add(part)
            advice = "a part of another name; the longer one wins where both stand"
            yield _finding("contained", shorter, advice, longer.text, longer.count)


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the shorter sequences of words within one."""
    if len(words) > _MOST_WORDS:
        return
    for size in range(1, len(words)):
        for begin in range(len(words) - size + 1):
            yield words[begin : begin + size]


def _absent(aliases: list[Alias]) -> Iterator[Finding]:
    for alias in aliases:
        if alias.count == 0:
            yield _finding("does not occur", alias, "not in these texts; nothing needs to be done")


def _finding(
    problem: str, alias: Alias, advice: str, other: str | None = None, count: int | None = None
) -> Finding:
    return Finding(problem, alias.text, alias.entity, alias.count, other, count, advice)
