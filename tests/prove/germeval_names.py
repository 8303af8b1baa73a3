"""Names of German newspapers: what a gazetteer of half of GermEval's names finds in its texts.

Usage: ``germeval_names.py germeval2014-NER-de-dev.tsv.gz [--show]`` prints the figures and exits 1
if one is below what is promised. Each sentence is a document. The gazetteer holds half of the
distinct names that stand for themselves, drawn by a seed. A mention that is no part of a hyphenated
word is right if it is a name of either column, lies in a word that is marked as ``part`` or
``deriv`` of one, or is the last word of a person's annotated name or one side of a slash
(``München/Hamburg`` is one name there). The strict precision counts a last word as wrong if other
persons of the texts have it, too: `Müller` in `Lars Müller` may be somebody else. Recall counts the
names that were drawn, and ``parts`` the hyphenated words marked as such that begin with one of
them. A gazetteer made from the test text inflates F1: it says how names are found once they are
known, not how many a list from elsewhere knows.
"""

from __future__ import annotations

import gzip
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import wortfeld as wf

SEED = 20140301
LEAST = {"precision": 0.98, "strict precision": 0.98, "recall": 0.98, "parts": 0.90}
KINDS = {"LOC": "place", "PER": "person", "ORG": "organisation", "OTH": "other"}


@dataclass(frozen=True)
class Name:
    """A name as annotated: where, what, and whether it is a part of a word or derived."""

    document: str
    start: int
    end: int
    surface: str
    kind: str
    suffix: str


def read(path: str | Path) -> tuple[dict[str, str], list[Name]]:
    """Return the sentences by their ids and the names of both columns."""
    texts: dict[str, str] = {}
    names: list[Name] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        blocks = file.read().strip().split("\n\n")
    for number, block in enumerate(blocks):
        rows = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
        words = [row[1] for row in rows]
        starts = [0]
        for word in words:
            starts.append(starts[-1] + len(word) + 1)
        texts[str(number)] = text = " ".join(words)
        for column in (2, 3):
            for first, last, label in spans([row[column] for row in rows]):
                start, end = starts[first], starts[last] - 1
                suffix = next((s for s in ("part", "deriv") if label.endswith(s)), "")
                kind = label.removesuffix(suffix)
                names.append(Name(str(number), start, end, text[start:end], kind, suffix))
    return texts, names


def spans(labels: list[str]) -> list[tuple[int, int, str]]:
    """Return first and behind-last word and label of each span of a column."""
    found: list[tuple[int, int, str]] = []
    for at, label in enumerate([*labels, "O"]):
        if found and found[-1][1] < 0 and not label.startswith("I-"):
            found[-1] = (found[-1][0], at, found[-1][2])
        if label.startswith("B-"):
            found.append((at, -1, label[2:]))
    return found


def drawn_rows(names: list[Name]) -> list[dict[str, str]]:
    """Return a gazetteer of half of the names, each with its commonest kind."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if not name.suffix and name.surface[-1].isalnum():
            kinds[name.surface][KINDS[name.kind]] += 1
    drawn = random.Random(SEED).sample(sorted(kinds), len(kinds) // 2)
    return [
        {"entity": name, "kind": kinds[name].most_common(1)[0][0], "alias": name} for name in drawn
    ]


def measure(path: str | Path, *, show: bool = False) -> dict[str, float]:
    """Return the figures; `show` prints what is wrong and what is missing."""
    texts, names = read(path)
    rows = drawn_rows(names)
    corpus = wf.read(texts=list(texts.values()), ids=list(texts), language="de")
    known = {row["alias"] for row in rows}
    mentions = corpus.mentions(wf.Gazetteer(rows), nested=True)
    rows_found = [m for m in mentions.table().rows() if m["rule"].startswith("alias:")]
    found = {(m["document"], m["start"], m["end"]): m for m in rows_found}
    places: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        places[name.document].append(name)
    whole = [m for m in found.values() if m["level"] == 0 and m["role"] is None]
    in_words = [m for m in found.values() if m["level"] == 0 and m["role"] == "part"]
    wrong = [m for m in whole if not is_right(m, places)]
    shared = shared_last_words(names)
    doubly = [m for m in whole if not is_right(m, places, shared)]
    doubtful = [m for m in in_words if not is_right(m, places)]
    wanted = {n for n in names if not n.suffix and n.surface in known}
    missed = [n for n in wanted if (n.document, n.start, n.end) not in found]
    parts = [n for n in names if n.suffix == "part" and begins_with_known(n, known)]
    lost = [n for n in parts if not has_part(n, found)]
    if show:
        for m in [*doubly, *doubtful]:
            print("wrong", m["surface"], "|", m["rule"], "|", texts[m["document"]])
        for n in [*missed, *lost]:
            print("missed", n.surface, n.suffix, "|", texts[n.document])
    return {
        "names": len(rows),
        "mentions": len(whole),
        "precision": 1 - len(wrong) / len(whole),
        "strict precision": 1 - len(doubly) / len(whole),
        "in hyphenated words": len(in_words),
        "of them annotated": 1 - len(doubtful) / len(in_words),
        "wanted": len(wanted),
        "recall": 1 - len(missed) / len(wanted),
        "annotated parts": len(parts),
        "parts": 1 - len(lost) / len(parts),
    }


def shared_last_words(names: list[Name]) -> frozenset[str]:
    """Return the last words of full names that several persons have."""
    full: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = name.surface.rstrip(".").split()
        if name.kind == "PER" and not name.suffix and len(words) > 1:
            full[words[-1]].add(" ".join(words))
    return frozenset(last for last, persons in full.items() if len(persons) > 1)


def is_right(
    mention: dict[str, object], places: dict[str, list[Name]], shared: frozenset[str] = frozenset()
) -> bool:
    """Whether a mention is a name of either column, or a right part of one; see above."""
    start, end = int(str(mention["start"])), int(str(mention["end"]))
    return any(fits(name, start, end, shared) for name in places[str(mention["document"])])


def fits(name: Name, start: int, end: int, shared: frozenset[str] = frozenset()) -> bool:
    """Whether a place is the name, its last word (a person) or a side of its slash."""
    if not (name.start <= start and end <= name.end):
        return False
    # Some names are annotated with the full stop of their sentence.
    last = name.end - name.surface.endswith(".")
    if name.suffix or (name.start == start and end in (name.end, last)):
        return True
    before = name.surface[: start - name.start]
    behind = name.surface[end - name.start :]
    is_last = name.kind == "PER" and end in (name.end, last) and before.endswith(" ")
    is_surname = is_last and name.surface[start - name.start :].rstrip(".") not in shared
    return is_surname or before.endswith("/") or behind.startswith("/")


def begins_with_known(name: Name, known: set[str]) -> bool:
    """Whether a hyphenated word has a known name before or behind one of its hyphens."""
    pieces = name.surface.split("-")
    cuts = range(1, len(pieces))
    return any("-".join(pieces[:cut]) in known for cut in cuts)


def has_part(name: Name, found: dict[tuple[str, int, int], dict[str, object]]) -> bool:
    """Whether a mention in the word has the role of a part."""
    return any(
        document == name.document and name.start <= start and end <= name.end
        for (document, start, end), mention in found.items()
        if mention["role"] == "part"
    )


def main(arguments: list[str]) -> int:
    """Print the figures; return 1 if one is too low."""
    figures = measure(arguments[0], show="--show" in arguments)
    for name, value in figures.items():
        print(f"{name:20} {value:.4f}" if isinstance(value, float) else f"{name:20} {value}")
    return int(any(figures[name] < least for name, least in LEAST.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
