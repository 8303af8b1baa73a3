"""The seed articles, read once for all checks."""

from pathlib import Path

import pytest
import wortfeld as wf

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="package")
def seeds():
    return wf.read(SEEDS, language="de")


@pytest.fixture(scope="package")
def seed_mentions(seeds):
    return seeds.mentions(SEEDS / "gazetteer.csv")


@pytest.fixture(scope="package")
def gazetteer_rows():
    import csv

    with (SEEDS / "gazetteer.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
