"""Where closed compounds are cut, against what a reader said before the splitter ran."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "corpora"


@pytest.fixture(scope="module")
def compounds():
    spec = importlib.util.spec_from_file_location(
        "compounds", ROOT / "tests" / "prove" / "compounds.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_most_closed_compounds_are_cut_right(compounds):
    if not all((DATA / name).is_file() for name in compounds.FILES):
        pytest.skip("../shared/data is not there")
    figures = compounds.measure(DATA)
    assert figures["compounds"] > 100
    assert figures["precision"] >= 0.90
    assert figures["recall"] >= 0.68
    assert figures["accuracy"] >= 0.75


def test_parts_begin_where_they_stand_in_the_word(compounds):
    assert compounds.begins(["regierung", "sprecher"], "regierungssprecher") == [10]
    assert compounds.begins(["haus"], "haus") == []
