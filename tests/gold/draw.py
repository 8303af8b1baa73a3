"""The sentences that readers annotate, drawn by seed from corpora that are not part of this code.

Every second entry comes from the sentences that hold a digit, so that quantities are frequent
enough. Each entry picks its corpus first, all alike, so that the largest does not push out the
rest; a corpus with nothing left drops out. The order is random: the first N are a fair draw too.
"""

import gzip
import lzma
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

CORPORA = Path(__file__).parents[3] / "shared" / "data" / "corpora"
SEED = 20261122
DRAWN = 500
LAW_CHARACTERS = 20_000_000
# Sentence ends of running text: no split behind the day of a date, a number or an initial.
GERMAN_END = re.compile(r"(?<=[a-zäöüß)\"]{2}[.!?])\s+(?=[A-ZÄÖÜ(„\"§])|\n+")
# Speeches keep a paragraph in a line: headings and titles end at the line too.
ENGLISH_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\s*\n\s*")


class Sentence(NamedTuple):
    """One sentence and where it stands: a line of the file (from 1) or a code point (from 0)."""

    corpus: str
    position: int
    text: str


def read_gsd() -> Iterator[Sentence]:
    """Yield the sentences of the treebank; the position is the line that starts `# text`."""
    name = "de_gsd-ud-dev.conllu.gz"
    with gzip.open(CORPORA / name, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.startswith("# text = "):
                yield Sentence(name, number, line.removeprefix("# text = ").rstrip("\n"))


def read_germeval() -> Iterator[Sentence]:
    """Yield sentences, tokens joined by one space; the position is the line of the first token."""
    name = "germeval2014-NER-de-dev.tsv.gz"
    tokens: list[str] = []
    with gzip.open(CORPORA / name, "rt", encoding="utf-8") as file:
        for number, line in enumerate([*file, "\n"], 1):
            fields = line.rstrip("\n").split("\t")
            if fields[0].isdigit():
                tokens.append(fields[1])
            elif tokens:
                yield Sentence(name, number - len(tokens), " ".join(tokens))
                tokens = []


def read_protocol() -> Iterator[Sentence]:
    """Yield sentences, tokens joined by one space; the position is the line of the first token.

    The file marks no sentences: they end at a full stop behind a word (`Dr .` and `18 .` go on)
    and at every mark-up line.
    """
    name = "BT_18_001.vrt"
    tokens: list[str] = []
    lines = (CORPORA / name).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate([*lines, "<end>"], 1):
        fields = line.split("\t")
        if len(fields) == 3:
            tokens.append(fields[0])
            word = tokens[-2] if len(tokens) > 1 else ""
            if fields[0] not in ("!", "?") and not (fields[0] == "." and len(word) > 2):
                continue
            number += 1
        if tokens:
            yield Sentence(name, number - len(tokens), " ".join(tokens))
            tokens = []


def split_text(name: str, text: str, end: re.Pattern[str], shortest: int) -> Iterator[Sentence]:
    """Yield the stretches between sentence ends that have `shortest` to 400 code points."""
    start = 0
    for match in end.finditer(text):
        if shortest <= match.start() - start <= 400:
            yield Sentence(name, start, text[start : match.start()])
        start = match.end()
    if shortest <= len(text) - start <= 400:
        yield Sentence(name, start, text[start:])


def read_laws() -> Iterator[Sentence]:
    """Yield sentences of the first laws; the position is the code point in the whole file."""
    name = "gesetze.txt.xz"
    with lzma.open(CORPORA / name, "rt", encoding="utf-8", newline="") as file:
        yield from split_text(name, file.read(LAW_CHARACTERS), GERMAN_END, 40)


def read_speeches() -> Iterator[Sentence]:
    """Yield sentences of the archive; the corpus names archive and member."""
    with zipfile.ZipFile(CORPORA / "nltk_state_union.zip") as archive:
        for member in sorted(archive.namelist()):
            if member.endswith(".txt"):
                text = archive.read(member).decode("cp1252", errors="replace")
                yield from split_text(f"nltk_state_union.zip/{member}", text, ENGLISH_END, 20)


SOURCES: dict[str, list[Callable[[], Iterator[Sentence]]]] = {
    "de": [read_gsd, read_germeval, read_protocol, read_laws],
    "en": [read_speeches],
}


def draw(language: str) -> list[Sentence]:
    """Return the sentences of a language in the order in which they are read."""
    chance = random.Random(SEED)
    every: list[list[Sentence]] = []
    digits: list[list[Sentence]] = []
    for read in SOURCES[language]:
        every.append(list(read()))
        digits.append([one for one in every[-1] if re.search(r"\d", one.text)])
        chance.shuffle(every[-1])
        chance.shuffle(digits[-1])
    drawn: dict[Sentence, None] = {}
    while len(drawn) < DRAWN:
        pools = [pool for pool in (digits if len(drawn) % 2 else every) if pool]
        drawn[chance.choice(pools).pop()] = None
    return list(drawn)
