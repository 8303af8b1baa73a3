"""The examples of the guides run and show what stands there."""

import doctest
import re

import pytest
from project import ROOT

# How many examples each page has at least.
PAGES = {
    "reading.md": 20,
    "dataframes.md": 20,
    "gazetteers.md": 12,
    "mentions.md": 15,
    "quantities.md": 3,
    "dates.md": 3,
}
# Their blocks are run by test_readme.py.
SCRIPTS = {"layers.md"}


@pytest.mark.parametrize(("page", "least"), PAGES.items())
def test_every_example_shows_what_the_page_says(tmp_path, monkeypatch, page, least):
    monkeypatch.chdir(tmp_path)
    path = str(ROOT / "docs" / page)
    failed, tried = doctest.testfile(path, module_relative=False, encoding="utf-8")
    assert tried >= least
    assert failed == 0


def test_no_page_has_examples_that_nobody_runs():
    pages = {
        path.name
        for path in (ROOT / "docs").glob("*.md")
        if "```python" in path.read_text(encoding="utf-8")
    }
    assert pages == {*PAGES, *SCRIPTS}


@pytest.mark.parametrize("page", PAGES)
def test_every_block_of_a_page_is_examples(page):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert blocks
    assert [block for block in blocks if not block.startswith(">>> ")] == []


def test_a_wrong_example_would_be_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```python\n>>> 1 + 1\n3\n\n```\n", encoding="utf-8")
    failed, tried = doctest.testfile(str(page), module_relative=False, report=False, verbose=False)
    assert (failed, tried) == (1, 1)
