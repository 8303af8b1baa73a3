"""Names of a German newspaper with a gazetteer of half of them, against what annotators saw."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "corpora" / "germeval2014-NER-de-dev.tsv.gz"


@pytest.fixture(scope="module")
def germeval():
    path = ROOT / "tests" / "prove" / "germeval_names.py"
    spec = importlib.util.spec_from_file_location("germeval_names", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look there
    spec.loader.exec_module(module)
    return module


@pytest.mark.filterwarnings("ignore:rows, row")
def test_names_in_the_gazetteer_are_found_and_little_else(germeval):
    if not DATA.is_file():
        pytest.skip("../shared/data is not there")
    figures = germeval.measure(DATA)
    assert figures["wanted"] > 1000
    for name, least in germeval.LEAST.items():
        assert figures[name] >= least, figures


def test_a_place_fits_the_names_it_should(germeval):
    name = germeval.Name("0", 10, 22, "Lars Müller.", "PER", "")
    assert germeval.fits(name, 10, 22)
    assert germeval.fits(name, 10, 21)
    assert germeval.fits(name, 15, 21)
    assert not germeval.fits(name, 15, 21, frozenset(["Müller"]))
    assert not germeval.fits(name, 10, 14)
    assert not germeval.fits(name, 5, 14)
    place = germeval.Name("0", 0, 15, "München/Hamburg", "LOC", "")
    assert germeval.fits(place, 0, 7)
    assert germeval.fits(place, 8, 15)
    assert not germeval.fits(place, 0, 5)


def test_spans_of_a_column_are_read(germeval):
    labels = ["B-PER", "I-PER", "O", "B-ORGpart", "B-LOC"]
    assert germeval.spans(labels) == [(0, 2, "PER"), (3, 4, "ORGpart"), (4, 5, "LOC")]
