"""The ledger of the cases of Recognizers-Text, which are not part of this project."""

import csv
import importlib.util
import sys
from pathlib import Path

import pytest

PROVE = Path(__file__).parents[1] / "prove"


def rows(name):
    with (PROVE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.fixture(scope="module")
def values():
    spec = importlib.util.spec_from_file_location("values", PROVE / "recognizers_values.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["values"] = module
    spec.loader.exec_module(module)
    return module


def test_each_case_stands_once_with_a_reason_that_is_told():
    ledger = rows("recognizers.tsv")
    keys = [(row["file"], row["case"]) for row in ledger]
    told = {row["reason"] for row in rows("recognizers_reasons.tsv") if row["why"]}
    assert len(set(keys)) == len(keys) > 1000
    assert {row["reason"] for row in ledger} == told
    assert all(len(row["sha256"]) == 12 for row in ledger)


def test_lengths_are_compared_by_how_long_they_are(values):
    assert values.in_seconds("P2DE") == values.in_seconds("P20Y")
    assert values.in_seconds("P1W") == values.in_seconds("P7D")
    assert values.in_seconds("PT1.5H") == values.in_seconds("PT90M")
    assert values.in_seconds("2016-11-07") is None


def test_ends_of_ranges_lie_outside_there_and_inside_here(values):
    result = {
        "Value": {
            "Timex": "(2016-11-04,2016-11-23,P19D)",
            "FutureResolution": {"startDate": "2016-11-04", "endDate": "2016-11-23"},
        }
    }
    row = {"timex": "", "modifier": None, "date_first": "2016-11-04", "date_last": "2016-11-22"}
    assert values.is_same_date(result, row)
    assert not values.is_same_date(result, {**row, "date_last": "2016-11-23"})


def test_their_spans_count_utf_16_units(values):
    assert values.span_of("🙂 5 €", {"Start": 3, "End": 5}) == (2, 5)
