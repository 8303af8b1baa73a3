"""The examples of docs/reading.md run and show what stands there."""

import doctest

from project import ROOT

PAGE = ROOT / "docs" / "reading.md"


def test_every_example_shows_what_the_page_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert tried > 20
    assert failed == 0


def test_a_wrong_example_would_be_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```python\n>>> 1 + 1\n3\n\n```\n", encoding="utf-8")
    failed, tried = doctest.testfile(str(page), module_relative=False, report=False, verbose=False)
    assert (failed, tried) == (1, 1)
