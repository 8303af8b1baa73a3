"""How much the recognisers find of what readers marked, and how much of what they find is right.

    python tests/gold/score.py [LANGUAGE ...]

Prints numbers only, never a sentence: whoever changes a rule must not have seen them.
"""

import json
import math
import re
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import draw
import wortfeld as wf

HERE = Path(__file__).parent
KINDS = ("money", "percent", "number", "date")
QUANTILE = 1.959963984540054  # of the normal distribution, for 95 %
# The readers left the word before a year outside, the recognisers take it in.
YEAR = re.compile(r"(?:Jahr(?:e[ns]?)?|years?) (?=\d{4})", re.IGNORECASE)


class Share(NamedTuple):
    """How many of how many, with the lower bound of the 95 % Wilson interval."""

    hits: int
    of: int

    @property
    def value(self):
        """Return the share."""
        return self.hits / self.of if self.of else float("nan")

    @property
    def lower(self):
        """Return the lower bound (Wilson 1927)."""
        if not self.of:
            return 0.0
        z = QUANTILE**2 / self.of
        centre = self.value + z / 2
        spread = QUANTILE * math.sqrt(self.value * (1 - self.value) / self.of + z / 4 / self.of)
        return (centre - spread) / (1 + z)

    def __str__(self):
        """Return the share, its lower bound and the counts."""
        return f"{self.value:.3f} (>= {self.lower:.3f}, {self.hits}/{self.of})"


def find(language):
    """Return for each annotated sentence its gold mentions and those that were found."""
    path = HERE / f"quantities_{language}.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = [sentence.text for sentence in draw.draw(language)][: len(lines)]
    corpus = wf.read(texts=texts, language=language, detect_zones=False)
    found = [[] for _ in lines]
    for row in corpus.mentions().table().rows():
        found[int(row["document"])].append(row)
    return [(line["mentions"], rows) for line, rows in zip(lines, found, strict=True)]


def overlap(a, b):
    """Return whether two spans share a character."""
    return a["start"] < b["end"] and b["start"] < a["end"]


def same_span(a, b):
    """Return whether two spans are equal, but for the word before a year."""
    word = YEAR.match(b["surface"])
    start = b["start"] + (word.end() if word and a["start"] != b["start"] else 0)
    return (a["start"], a["end"]) == (start, b["end"])


def same_reading(gold, row):
    """Return whether value, unit and days are those that the reader wrote."""
    if not same_span(gold, row):
        return False
    if row["kind"] == "date":
        return gold["days"] is None or gold["days"] == f"{row['date_first']}..{row['date_last']}"
    if gold["value"] is None:
        return True
    bounds = [Fraction(bound) for bound in gold["value"].split("..")]
    values = [value for value in (row["value"], row["value_high"]) if value is not None]
    is_equal = len(values) == len(bounds) and all(
        math.isclose(a, b, rel_tol=1e-12) for a, b in zip(values, bounds, strict=True)
    )
    return is_equal and (row["kind"] != "money" or gold["unit"] == row["unit"])


def count(pairs, kinds, agree):
    """Return precision and recall over the sentences; optional mentions are neither."""
    counts = Counter()
    for gold, found in pairs:
        required = [mention for mention in gold if not mention["optional"]]
        optional = [mention for mention in gold if mention["optional"]]
        wanted = [mention for mention in required if mention["kind"] in kinds]
        rows = [row for row in found if row["kind"] in kinds]
        for mention in wanted:
            counts["wanted"] += 1
            counts["recalled"] += any(
                row["kind"] == mention["kind"] and agree(mention, row) for row in rows
            )
        for row in rows:
            is_right = any(row["kind"] == m["kind"] and agree(m, row) for m in wanted)
            if is_right or not any(overlap(mention, row) for mention in optional):
                counts["found"] += 1
                counts["right"] += is_right
    return Share(counts["right"], counts["found"]), Share(counts["recalled"], counts["wanted"])


def main(languages):
    """Print a line for each language, kind and measure."""
    for language in languages or ("de", "en"):
        pairs = find(language)
        for kinds in (*((kind,) for kind in KINDS), KINDS):
            name = kinds[0] if len(kinds) == 1 else "all"
            for agree in (overlap, same_span, same_reading):
                precision, recall = count(pairs, kinds, agree)
                measure = agree.__name__
                print(f"{language} {name:8}{measure:13} precision {precision}  recall {recall}")


if __name__ == "__main__":
    main(sys.argv[1:])
