"""Values of other people and programs; golden/association/SOURCES.md says whose."""

import csv

import numpy as np
import pytest
import wortfeld as wf
from project import ROOT
from wortfeld import _core

GOLDEN = ROOT / "tests" / "golden" / "association"
FILES = ("dunning1993", "ucs", "cqpweb_log_ratio", "published")


def rows(name):
    with (GOLDEN / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def value(row):
    counts = [int(row[key]) for key in ("o11", "r1", "c1", "n")]
    if not row["measure"].startswith("fisher"):
        return wf.association(*counts, measure=row["measure"])
    arrays = [np.array([count]) for count in counts]
    p, log10_p = _core.fisher(*arrays, threads=0, progress=None)
    return {"fisher_p": p, "fisher_log10_p": log10_p}[row["measure"]][0]


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=f"{name} {row['id']}") for name in FILES for row in rows(name)],
)
def test_golden_value(row):
    expected = float(row["published"])
    allowed = float(row["abs"]) + float(row["rel"]) * abs(expected)
    agrees = abs(value(row) / float(row["factor"]) - expected) <= allowed
    assert agrees == (row["agrees"] == "yes"), row["note"]


def test_a_row_that_cannot_agree_says_why():
    for name in FILES:
        assert all(row["note"] for row in rows(name) if row["agrees"] == "no")


def test_every_measure_has_a_golden_value():
    named = {row["measure"] for name in FILES for row in rows(name)}
    assert set(wf.measures()["name"]) <= named


def test_q_values_agree_with_r():
    table = rows("benjamini_hochberg")
    p = np.array([float(row["p"]) for row in table])
    q = _core.benjamini_hochberg(np.log10(p), len(p))
    np.testing.assert_allclose(q, [float(row["q"]) for row in table], rtol=0, atol=1e-12)
    assert (q <= 0.05).sum() == 4
