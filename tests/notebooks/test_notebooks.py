"""Every notebook runs from top to bottom, and its numbers are those that are committed."""

import math
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from project import ROOT

NUMBER = re.compile(r"(?<![\w.])-?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?(?![\w])")
MARKUP = re.compile(r"<style.*?</style>|<script.*?</script>|<[^>]*>", re.DOTALL)
# What differs from run to run has nothing to do with the corpus.
VOLATILE = re.compile(r"\d+(\.\d+)? ?(ms|s|MB)\b|0x[0-9a-f]+|\d+\.\d+\.\d+")


def numbers(cell: Any) -> list[float]:
    """Return the numbers that a cell shows, in reading order."""
    found = []
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        shown = data.get("text/html") or data.get("text/plain") or output.get("text") or ""
        text = VOLATILE.sub("", MARKUP.sub(" ", shown))
        found += [float(number.replace(",", "")) for number in NUMBER.findall(text)]
    return found


def differences(committed: Any, executed: Any) -> list[str]:
    """Return the cells whose numbers changed."""
    found = []
    for position, (old, new) in enumerate(zip(committed.cells, executed.cells, strict=True)):
        before, after = numbers(old), numbers(new)
        same = len(before) == len(after) and all(
            math.isclose(a, b, rel_tol=1e-9) for a, b in zip(before, after, strict=True)
        )
        if not same:
            found.append(f"cell {position}: committed {before[:20]}, now {after[:20]}")
    return found


def execute(notebook: Any, folder: Path) -> Any:
    """Run a copy of a notebook in a folder."""
    copy = nbformat.from_dict(notebook)
    NotebookClient(copy, timeout=120, resources={"metadata": {"path": folder}}).execute()
    return copy


@pytest.fixture(autouse=True)
def own_settings(tmp_path, monkeypatch):
    for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name))


# Jupyter's own libraries warn of what is to come.
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize(
    "path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.name
)
def test_a_notebook_shows_the_committed_numbers(path):
    committed = nbformat.read(path, as_version=4)
    assert any(cell.get("outputs") for cell in committed.cells), "committed without outputs"
    assert differences(committed, execute(committed, path.parent)) == []


def shown(text: str) -> Any:
    output = nbformat.v4.new_output("execute_result", {"text/html": text})
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("x", outputs=[output])])


def test_a_changed_number_is_found():
    before = shown("<td style='width: 3px'>12</td><td>0.5</td>")
    assert differences(before, shown("<td style='width: 4px'>12</td><td>0.5</td>")) == []
    assert differences(before, shown("<td>12</td><td>0.6</td>"))
    assert differences(before, shown("<td>12</td>"))


@pytest.mark.filterwarnings("default")
def test_a_failing_cell_is_found(tmp_path):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 / 0")])
    with pytest.raises(Exception, match="ZeroDivisionError"):
        execute(notebook, tmp_path)
