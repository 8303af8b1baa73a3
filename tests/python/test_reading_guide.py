"""The examples of the guides to reading run and show what stands there."""

import doctest

import pytest
from project import ROOT


@pytest.mark.parametrize("page", ["reading.md", "dataframes.md"])
def test_every_example_shows_what_the_page_says(tmp_path, monkeypatch, page):
    monkeypatch.chdir(tmp_path)
    path = str(ROOT / "docs" / page)
    failed, tried = doctest.testfile(path, module_relative=False, encoding="utf-8")
    assert tried > 20
    assert failed == 0


def test_a_wrong_example_would_be_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```python\n>>> 1 + 1\n3\n\n```\n", encoding="utf-8")
    failed, tried = doctest.testfile(str(page), module_relative=False, report=False, verbose=False)
    assert (failed, tried) == (1, 1)
