"""docs/formulas.md is what the registry says."""

import generate_formulas
import pytest


def test_the_page_is_up_to_date():
    written = generate_formulas.PAGE.read_text(encoding="utf-8")
    assert written == generate_formulas.page(), "run tools/generate_formulas.py"


@pytest.mark.parametrize("row", generate_formulas.rows(), ids=lambda row: row["name"])
def test_every_measure_has_its_formula(row):
    assert f"    {row['formula']}\n" in generate_formulas.section(row)
    assert row["source"] in generate_formulas.section(row)
