"""The annotated sentences are where their lines say, and their mentions say what they may."""

import hashlib
import json
import re
from datetime import date
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from gold import draw

GOLD = Path(__file__).parents[1] / "gold"
LANGUAGES = sorted(
    path.stem.removeprefix("quantities_") for path in GOLD.glob("quantities_*.jsonl")
)
KINDS = {"money", "percent", "number", "date"}
MODIFIERS = {
    "approximately",
    "slightly_more",
    "slightly_less",
    "more_than",
    "less_than",
    "at_least",
    "at_most",
    "since",
    "until",
    "start",
    "middle",
    "end",
    "vague",
    "generic",
    "negated",
    None,
}
FIELDS = ["kind", "start", "end", "value", "unit", "days", "modifier", "optional", "note"]


def read_lines(language):
    path = GOLD / f"quantities_{language}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_mentions(language):
    return [mention for line in read_lines(language) for mention in line["mentions"]]


def check_value(mention):
    """A quantity has an exact value, unless it is vague; a range has its bounds in order."""
    value = mention["value"]
    if value is None:
        assert mention["modifier"] in ("vague", "generic"), mention
        return
    assert re.fullmatch(r"[-0-9./]+", value), mention
    bounds = [Fraction(bound) for bound in value.split("..")]
    assert len(bounds) <= 2, mention
    assert bounds == sorted(bounds), mention


def check_date(mention):
    """A date has no value; the days that it spans are in order."""
    assert mention["value"] is None, mention
    if mention["days"] is not None:
        first, last = map(date.fromisoformat, mention["days"].split(".."))
        assert first <= last, mention


def test_german_and_english_are_annotated():
    assert LANGUAGES == ["de", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_found_at_its_place(language):
    if not draw.CORPORA.is_dir():
        pytest.skip("../shared/data is not there")
    lines = read_lines(language)
    drawn = draw.draw(language)
    assert 0 < len(lines) <= len(drawn)
    for line, sentence in zip(lines, drawn, strict=False):
        assert (line["corpus"], line["position"]) == (sentence.corpus, sentence.position)
        assert line["sha256"] == hashlib.sha256(sentence.text.encode()).hexdigest(), sentence
        for mention in line["mentions"]:
            surface = sentence.text[mention["start"] : mention["end"]]
            assert len(surface) == mention["end"] - mention["start"], (sentence, mention)
            assert surface == surface.strip(), (sentence, mention)


@pytest.mark.parametrize("language", LANGUAGES)
def test_mentions_use_the_closed_lists(language):
    for mention in read_mentions(language):
        assert list(mention) == FIELDS
        assert mention["kind"] in KINDS, mention
        assert mention["modifier"] in MODIFIERS, mention
        assert mention["note"] or mention["optional"] is False, mention


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_units_and_days_can_be_read(language):
    for mention in read_mentions(language):
        if mention["kind"] == "date":
            check_date(mention)
        else:
            check_value(mention)
            assert mention["days"] is None, mention
        if mention["kind"] != "money":
            assert mention["unit"] is None, mention
        elif mention["unit"] is None:
            assert mention["note"], mention
        else:
            assert re.fullmatch(r"[A-Z]{3}", mention["unit"]), mention


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_optional_mentions_overlap(language):
    for line in read_lines(language):
        for mention in line["mentions"]:
            assert 0 <= mention["start"] < mention["end"], line
        for left, right in combinations(line["mentions"], 2):
            apart = left["end"] <= right["start"] or right["end"] <= left["start"]
            assert apart or left["optional"] or right["optional"], line
