"""How much of what is found in the laws as money, percent or number is right: judged places.

Usage: ``python tests/gold/law.py``. `law_numbers.jsonl` holds 600 places drawn by seed, one a law,
from what was found there when they were judged: the position, the SHA-256 of the law, and whether
the reader took the place for a quantity. The text itself is not stored. Printed is how many of
those judged right are still found, how many of those judged wrong are, and the precision with its
95 % Wilson interval over the places that are found.
"""

import hashlib
import json
import lzma
import sys
from pathlib import Path
from typing import TypedDict

import draw
import score
import wortfeld as wf

HERE = Path(__file__).parent
PLACES = HERE / "law_numbers.jsonl"


class Place(TypedDict):
    """A judged place: line of the corpus (from 0), code points in it, hash of the line."""

    law: int
    start: int
    end: int
    kind: str
    sha256: str
    right: bool


def read_places() -> list[Place]:
    """Return the judged places."""
    lines = PLACES.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read_laws(numbers: list[int]) -> list[str]:
    """Return the laws of those numbers."""
    with lzma.open(draw.CORPORA / "gesetze.txt.xz", "rt", encoding="utf-8", newline="") as file:
        laws = file.read().split("\n")
    return [laws[number] for number in numbers]


def found_spans(laws: list[str]) -> list[list[tuple[int, int]]]:
    """Return the spans of money, percent and numbers of each law."""
    corpus = wf.read(laws, language="de", detect_zones=False)
    spans: list[list[tuple[int, int]]] = [[] for _ in laws]
    for row in corpus.mentions().table().rows():
        if row["kind"] != "date":
            spans[int(row["document"])].append((row["start"], row["end"]))
    return spans


def still_found(places: list[Place], laws: list[str]) -> list[bool]:
    """Return for each place whether something that overlaps it is found."""
    for place, law in zip(places, laws, strict=True):
        if hashlib.sha256(law.encode()).hexdigest() != place["sha256"]:
            message = f"law {place['law']} is not the one that was judged"
            raise ValueError(message)
    return [
        any(start < place["end"] and place["start"] < end for start, end in spans)
        for place, spans in zip(places, found_spans(laws), strict=True)
    ]


def main() -> None:
    """Print the counts."""
    places = read_places()
    found = still_found(places, read_laws([place["law"] for place in places]))
    right = sum(hit and place["right"] for hit, place in zip(found, places, strict=True))
    wrong = sum(hit and not place["right"] for hit, place in zip(found, places, strict=True))
    all_right = sum(place["right"] for place in places)
    sys.stdout.write(
        f"precision {score.Share(right, right + wrong)}; "
        f"found {score.Share(right, all_right)} of those judged right\n"
    )


if __name__ == "__main__":
    main()
