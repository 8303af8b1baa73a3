"""The code of README.md and of docs/ runs as it stands there, and so does every command named."""

import re
import runpy

import pytest
from project import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """Return the code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def run(block: str, folder, monkeypatch):
    """Run a block in an empty folder and return the names it leaves."""
    script = folder / "readme.py"
    script.write_text(block, encoding="utf-8")
    monkeypatch.chdir(folder)
    return runpy.run_path(str(script))


PAGES = [README, *((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ["layers.md"])]


@pytest.mark.parametrize("block", [block for page in PAGES for block in blocks(page, "python")])
def test_code_runs(block, tmp_path, monkeypatch):
    names = run(block, tmp_path, monkeypatch)
    assert "wf" in names


def test_the_first_example_counts_what_it_says(tmp_path, monkeypatch):
    names = run(blocks(README, "python")[0], tmp_path, monkeypatch)
    # NVIDIA and OpenAI stand together in the first sentence and in the last.
    assert names["network"].pairs().rows()[0]["count"] == 2
    assert len(names["network"]["nvidia", "openai"].evidence()) == 2


def test_links_lead_somewhere():
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_commands_exist():
    commands = re.findall(r"^\./dev (\w+)", "\n".join(blocks(README, "sh")), re.MULTILINE)
    script = (ROOT / "dev").read_text(encoding="utf-8")
    assert {"report", "test"} <= set(commands)
    assert all(f"    {command}) " in script for command in commands)


def test_a_broken_block_would_be_found(tmp_path, monkeypatch):
    with pytest.raises(NameError):
        run("import math as wf\nundefined_name\n", tmp_path, monkeypatch)
