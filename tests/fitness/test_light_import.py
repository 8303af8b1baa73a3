"""`import wortfeld` is light: what is heavy is loaded by the call that needs it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    *("IPython", "Stemmer", "click", "jinja2", "matplotlib", "networkx", "pandas", "polars"),
    *("pyarrow", "scipy", "sklearn", "tqdm", "simplemma"),
}


def loaded_by(statement: str) -> set[str]:
    """Return the heavy packages that a fresh interpreter has loaded after a statement."""
    program = f"{statement}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return HEAVY & set(done.stdout.split())


def test_import_loads_nothing_heavy():
    assert loaded_by("import wortfeld") == set()


def test_public_names_load_nothing_heavy():
    assert loaded_by("import wortfeld\nfor name in dir(wortfeld): getattr(wortfeld, name)") == set()


@pytest.mark.parametrize("statement", ["import tqdm", "import wortfeld, jinja2"])
def test_a_planted_heavy_import_is_found(statement):
    assert loaded_by(statement)


@pytest.mark.source_only
def test_fitness_tests_are_collected_before_the_package_is_built():
    for path in Path(__file__).parent.glob("*.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        imports = [
            ast.unparse(line) for line in body if isinstance(line, ast.Import | ast.ImportFrom)
        ]
        assert not [line for line in imports if "wortfeld" in line], path.name
