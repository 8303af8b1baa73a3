"""Names found again by trying every alias at every place, to be read and not to be fast."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Any, NamedTuple

import wortfeld as wf
from wortfeld import _core

HYPHENS = {"-", "\u2010", "\u2011"}
APOSTROPHES = {"'", "\u2019", "\u02bc"}
UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")


class Atom(NamedTuple):
    """A part of a text that a name can begin or end with."""

    text: str
    start: int
    end: int
    gap: str  # what stands before it: nothing, an apostrophe, something open, or a wall
    place: Any = None  # zone and paragraph


class Found(NamedTuple):
    """A place where an alias stands."""

    start: int
    end: int
    entity: str


def atoms_of_word(word: str) -> list[tuple[str, int, str]]:
    """The atoms of one token: text, offset, gap."""
    atoms: list[tuple[str, int, str]] = []
    last = "mark"
    gap = ""
    for offset, character in enumerate(word):
        if character in APOSTROPHES:
            kind, gap = "mark", "'"
            last = kind
            continue
        unspaced = unicodedata.name(character, "").startswith(UNSPACED)
        kind = "unspaced" if unspaced else "spaced"
        if kind == last == "spaced":
            text, start, before = atoms[-1]
            atoms[-1] = (text + character, start, before)
        else:
            atoms.append((character, offset, gap))
            gap = ""
        last = kind
    return atoms or [(word, 0, "")]


def atoms_of(corpus: Any, document: str, *, is_alias: bool) -> list[Atom]:
    """The atoms of a text. In a text one hyphen joins two words, in an alias any number."""
    paragraphs = corpus.sentences(document)["paragraph"]
    atoms: list[Atom] = []
    hyphens, end = 0, None
    for token in corpus.tokens(document).rows():
        if token["surface"] in HYPHENS:
            hyphens += 1
            continue
        before = "" if token["start"] == end and not hyphens else " "
        if hyphens > 1 and not is_alias:
            before = "wall"
        for at, (text, offset, gap) in enumerate(atoms_of_word(token["surface"])):
            start = token["start"] + offset
            place = (token["zone"], paragraphs[token["sentence"]])
            atoms.append(Atom(text, start, start + len(text), gap if at else before, place))
        hyphens, end = 0, token["end"]
    return atoms


def fold(text: str) -> str:
    return _core.fold(text, "")


def letters(text: str) -> str:
    """The letters as written, composed or not, without soft hyphens."""
    return unicodedata.normalize("NFC", text).replace("\u00ad", "")


def is_same(written: Atom, given: Atom, *, exact: bool, is_last: bool) -> bool:
    """Whether a written atom is that of the alias; the last one may have a genitive -s."""
    forms = [written.text]
    if is_last and len(written.text.encode()) > 2 and written.text.endswith("s"):
        forms.append(written.text[:-1])
    return any(
        fold(form) == fold(given.text) and (not exact or letters(form) == letters(given.text))
        for form in forms
    )


def stands_at(atoms: list[Atom], at: int, alias: list[Atom], *, exact: bool) -> bool:
    part = atoms[at : at + len(alias)]
    if len(part) < len(alias) or part[0].place != part[-1].place:
        return False
    joints = [written.gap == given.gap for written, given in zip(part[1:], alias[1:], strict=True)]
    last = len(alias) - 1
    return all(joints) and all(
        is_same(written, given, exact=exact, is_last=number == last)
        for number, (written, given) in enumerate(zip(part, alias, strict=True))
    )


def all_places(text: str, rows: list[dict[str, str]]) -> list[Found]:
    """Every place of every alias."""
    corpus = wf.read(texts=[text, *(row["alias"] for row in rows)], language="en")
    atoms = atoms_of(corpus, "0", is_alias=False)
    found = []
    for number, row in enumerate(rows, start=1):
        alias = atoms_of(corpus, str(number), is_alias=True)
        found.extend(
            Found(atoms[at].start, atoms[at + len(alias) - 1].end, row["entity"])
            for at in range(len(atoms))
            if stands_at(atoms, at, alias, exact=row["case"] == "exact")
        )
    return found


def leftmost_longest(found: list[Found]) -> list[tuple[int, int]]:
    """The spans that stay: each the first, then the longest, of what overlaps."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted({(one.start, one.end) for one in found}, key=lambda s: (s[0], -s[1])):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    return spans
