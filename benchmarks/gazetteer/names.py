"""The lists of names that all programs of this task look for, drawn by seed and kept in a file."""

import csv
import gzip
import random
import re
from pathlib import Path

# Beside the project, as the text is.
CORPORA = Path(__file__).resolve().parents[3] / "shared" / "data"
TAGGED = CORPORA / "corpora" / "germeval2014-NER-de-dev.tsv.gz"
COMPANIES = CORPORA / "lexicons" / "sp500_constituents.csv"
# Nouns long enough to be no function word at a sentence's beginning.
WORD = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{7,}\b")
PAIR = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{3,} [A-ZÄÖÜ][a-zäöüß]{3,}\b")
# However long the list: no list of names holds every noun of a text.
MOST_WORDS, MOST_PAIRS = 10_000, 40_000


def names_of(text: Path, count: int) -> list[str]:
    """Return the list of a text, made when it is missing."""
    path = path_of(text, count)
    if not path.exists() or path.stat().st_mtime < text.stat().st_mtime:
        part = path.with_suffix(".part")
        part.write_text("\n".join(drawn(text, count)) + "\n", encoding="utf-8")
        part.rename(path)
    return path.read_text(encoding="utf-8").splitlines()


def path_of(text: Path, count: int) -> Path:
    """Return where the list of a text lies, a name a line."""
    return text.with_suffix(f".names-{count}")


def drawn(text: Path, count: int) -> list[str]:
    """Draw a tenth words and four tenths pairs of words of the text, then names and pairs."""
    draw = random.Random(1)
    content = text.read_text(encoding="utf-8")
    words, pairs = (sorted(set(form.findall(content))) for form in (WORD, PAIR))
    chosen = draw.sample(words, min(count // 10, MOST_WORDS, len(words)))
    chosen += draw.sample(pairs, min(count * 4 // 10, MOST_PAIRS, len(pairs)))
    names = sorted(set(tagged_names() + companies()))
    chosen += draw.sample(names, min(count // 10, len(names)))
    every = dict.fromkeys(chosen)
    while len(every) < count:
        every[f"{draw.choice(words)} {draw.choice(words)}"] = None
    shuffled = list(every)
    draw.shuffle(shuffled)
    return shuffled


def tagged_names() -> list[str]:
    """Return the names of GermEval 2014 of two words and more."""
    if not TAGGED.exists():
        return []
    names: list[list[str]] = []
    with gzip.open(TAGGED, "rt", encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            tag = cells[2] if len(cells) > 2 else "O"
            if tag.startswith("B-"):
                names.append([cells[1]])
            elif tag.startswith("I-") and names:
                names[-1].append(cells[1])
    return [" ".join(name) for name in names if len(name) > 1]


def companies() -> list[str]:
    """Return the companies of the S&P 500."""
    if not COMPANIES.exists():
        return []
    with COMPANIES.open(encoding="utf-8", newline="") as file:
        return [row["Security"] for row in csv.DictReader(file)]
