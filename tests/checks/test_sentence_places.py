"""No sentence ends inside a date, an ordinal, an amount or an abbreviation."""

import gzip
import html
import lzma
import random
import re
from itertools import groupby
from pathlib import Path

import pytest
import wortfeld as wf
from checks.places import Place, boundary_inside, find_places

DATA = Path(__file__).parents[3] / "shared" / "data" / "corpora"
DRAWN = 500
FROM_LAW = 470  # the protocol is short
LAWS = 3000  # documents that the places are drawn from
SEED = 20


def ends(corpus):
    """Return the ends of the sentences of each document."""
    rows = corpus.sentences().rows()
    return {
        document: [row["end"] for row in group]
        for document, group in groupby(rows, key=lambda row: row["document"])
    }


def failures(texts, places):
    """Return what stands around each place that a sentence ends in; places name their text."""
    found = ends(wf.read(texts=texts, language="de"))
    wrong = []
    for number, place in places:
        end = boundary_inside(place, found[str(number)])
        if end is not None:
            text = texts[number]
            wrong.append(f"{place.kind}: {text[place.start : end]} || {text[end : place.end]}")
    return wrong


def draw(texts, count):
    """Draw places by seed, as (number of the text, place)."""
    every = [(number, place) for number, text in enumerate(texts) for place in find_places(text)]
    return random.Random(SEED).sample(every, count)


def source(name):
    path = DATA / name
    if not path.is_file():
        pytest.skip("../shared/data is not there")
    return path


def laws():
    """Return a sample of the law, drawn by seed."""
    with lzma.open(source("gesetze.txt.xz"), "rt", encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if len(line) > 200]
    return random.Random(SEED).sample(lines, LAWS)


def protocol():
    """Return the speeches of a session of parliament, punctuation attached."""
    paragraphs = [[]]
    for line in source("BT_18_001.vrt").read_text(encoding="utf-8").splitlines():
        if "\t" in line:
            paragraphs[-1].append(html.unescape(line.split("\t")[0]))
        elif line.startswith("</p"):
            paragraphs.append([])
    text = "\n\n".join(" ".join(words) for words in paragraphs if words)
    return re.sub(r"([(\[]) ", r"\1", re.sub(r" ([.,;:?!)\]])", r"\1", text))


def test_no_sentence_ends_inside_a_place_of_the_seeds():
    folder = Path(__file__).parents[2] / "seeds"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    places = [(number, place) for number, text in enumerate(texts) for place in find_places(text)]
    assert len(places) > 3
    assert failures(texts, places) == []


def test_no_sentence_ends_inside_500_places_of_law_and_parliament():
    law, speeches = laws(), [protocol()]
    assert failures(law, draw(law, FROM_LAW)) == []
    assert failures(speeches, draw(speeches, DRAWN - FROM_LAW)) == []


def test_the_finder_finds_each_kind():
    text = "Am 10. März 2026 und 3.4.2026 im 3. Stock nach § 5 Abs. 1a für 1.234,50 Euro, z. B. so."
    found = [(place.kind, text[place.start : place.end]) for place in find_places(text)]
    assert found == [
        ("date", "10. März 2026"),
        ("date", "3.4.2026"),
        ("ordinal", "im 3. Stock"),
        ("amount", "1.234,50 Euro"),
        ("abbreviation", "Abs. 1"),
        ("abbreviation", "z. B. s"),
    ]


def test_a_planted_end_is_found():
    place = Place("date", 3, 16)
    assert boundary_inside(place, [2, 3, 16, 20]) is None
    assert boundary_inside(place, [2, 6, 20]) == 6


def treebank():
    """Return the sentences of the German treebank."""
    with gzip.open(source("de_gsd-ud-dev.conllu.gz"), "rt", encoding="utf-8") as file:
        return [line[len("# text = ") :].strip() for line in file if line.startswith("# text = ")]


def test_boundaries_of_the_treebank():
    sentences = treebank()
    expected, text = set(), ""
    for sentence in sentences:
        text = f"{text} {sentence}" if text else sentence
        expected.add(len(text))
    corpus = wf.read(texts=[text], language="de", detect_zones=False)
    found = set(ends(corpus)["0"]) - {len(text)}
    expected.remove(len(text))
    precision, recall = len(found & expected) / len(found), len(found & expected) / len(expected)
    assert 2 * precision * recall / (precision + recall) >= 0.98
