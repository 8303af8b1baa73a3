"""Where closed compounds are cut, against what a reader said before the splitter ran.

Usage: ``compounds.py FOLDER`` of corpora prints the figures. 200 nouns of nine letters and more
were drawn by seed from the treebank GSD (development part) and the words of GermEval 2014 that are
in no name, and cut by eye into the words they consist of (``golden/compounds/words.txt``). Counts
come from German law and both texts. Precision and recall are those of Koehn and Knight (2003): of
the words that were cut, and of the compounds, those whose cuts are all right; accuracy is that of
all words.
"""

from __future__ import annotations

import gzip
import lzma
import sys
from collections import Counter
from pathlib import Path

import wortfeld as wf
from wortfeld import _core
from wortfeld._wrap import raw

WORDS = Path(__file__).parents[1] / "golden" / "compounds" / "words.txt"
FILES = ("de_gsd-ud-dev.conllu.gz", "germeval2014-NER-de-dev.tsv.gz", "gesetze.txt.xz")
LAW_CHARACTERS = 20_000_000


def texts(folder: Path) -> list[str]:
    """Return what the counts are of."""
    with gzip.open(folder / FILES[0], "rt", encoding="utf-8") as file:
        treebank = [line[9:].strip() for line in file if line.startswith("# text = ")]
    with gzip.open(folder / FILES[1], "rt", encoding="utf-8") as file:
        blocks = file.read().strip().split("\n\n")
    rows = [[line.split("\t") for line in block.split("\n") if line[0] != "#"] for block in blocks]
    news = [" ".join(row[1] for row in block) for block in rows]
    with lzma.open(folder / FILES[2], "rt", encoding="utf-8") as file:
        law = file.read(LAW_CHARACTERS).split("\n")
    return [*treebank, *news, *law]


def begins(parts: list[str], word: str) -> list[int]:
    """Return where the parts of a word begin, but for the first."""
    found, at = [], 0
    for part in parts:
        at = word.index(part, at)
        found.append(at)
        at += len(part)
    return found[1:]


def measure(folder: Path) -> dict[str, float]:
    """Return the figures."""
    gold = WORDS.read_text(encoding="utf-8").split()
    words = [word.replace("|", "").lower() for word in gold]
    corpus = wf.read(texts=texts(folder), language="de")
    counts: Counter[str] = Counter()
    for said, word, parts in zip(
        gold, words, _core.split_compounds(raw(corpus), words, "de"), strict=True
    ):
        pieces = said.split("|")
        wanted = [sum(map(len, pieces[: at + 1])) for at in range(len(pieces) - 1)]
        cut = begins(parts, word)
        counts["right"] += cut == wanted
        counts["compounds"] += bool(wanted)
        counts["cut"] += bool(cut)
        counts["right cuts"] += cut == wanted != []
    return {
        "words": len(gold),
        "compounds": counts["compounds"],
        "precision": counts["right cuts"] / counts["cut"],
        "recall": counts["right cuts"] / counts["compounds"],
        "accuracy": counts["right"] / len(gold),
    }


def main(arguments: list[str]) -> int:
    """Print the figures."""
    for name, value in measure(Path(arguments[0])).items():
        print(f"{name:20} {value:.3f}" if isinstance(value, float) else f"{name:20} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
