"""The places of the laws that a reader judged: what is found there is still money or a number."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "gold"))

import draw
import law

pytestmark = pytest.mark.skipif(
    not (draw.CORPORA / "gesetze.txt.xz").exists(), reason="the law text is not beside the project"
)


@pytest.fixture(scope="module")
def judged():
    places = law.read_places()
    found = law.still_found(places, law.read_laws([place["law"] for place in places]))
    return list(zip(places, found, strict=True))


def test_nineteen_of_twenty_found_places_are_quantities(judged):
    found = [place["right"] for place, hit in judged if hit]
    assert len(found) >= 250
    assert sum(found) / len(found) >= 0.95


def test_what_was_judged_right_is_still_found(judged):
    lost = [place for place, hit in judged if place["right"] and not hit]
    assert len(lost) <= len(judged) // 50, lost
