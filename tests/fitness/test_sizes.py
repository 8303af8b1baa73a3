"""Files, functions and parameter lists stay small enough to be read at one go."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from project import ROOT, files

pytestmark = pytest.mark.source_only

FUNCTION_LINES = 40
PARAMETERS = 5
# Nothing at all may be larger than this.
CEILING = {"file": 400, "function": 60, "parameters": 6}

# What is larger than it should be, with its present size and the reason. An entry may be at most
# ten lines above what it names: who makes a thing smaller makes its entry smaller too.
EXCEPTIONS: dict[str, int] = {}


class Size(NamedTuple):
    """How large a thing is and how large it may be."""

    name: str
    kind: str
    actual: int
    limit: int


def limit_of(path: Path) -> int:
    """Return how many lines a file may have."""
    if "tests" in path.parts:
        return 400
    return 200 if path.suffix == ".hpp" else 300


def measure(root: Path, paths: list[Path]) -> Iterator[Size]:
    """Yield the size of every file and every Python function."""
    for path in paths:
        name = path.relative_to(root)
        source = path.read_text(encoding="utf-8")
        yield Size(str(name), "file", len(source.splitlines()), limit_of(name))
        if path.suffix == ".py":
            yield from measure_functions(str(name), ast.parse(source))


def measure_functions(file: str, tree: ast.Module) -> Iterator[Size]:
    """Yield the lines and the parameters of every function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            name = f"{file}::{node.name}"
            yield Size(name, "function", lines_of_code(node), FUNCTION_LINES)
            # Options are keyword-only and named where they are used: they do not count.
            given = [*node.args.posonlyargs, *node.args.args]
            count = len([argument for argument in given if argument.arg not in ("self", "cls")])
            yield Size(name, "parameters", count, PARAMETERS)


def lines_of_code(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function without its docstring."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def breaches(sizes: Iterator[Size], exceptions: dict[str, int]) -> list[str]:
    """Return what is too large, and every exception that is not needed or not tight."""
    found = []
    unused = set(exceptions)
    for size in sizes:
        allowed = size.limit
        if size.name in exceptions and size.actual > size.limit:
            unused.discard(size.name)
            allowed = exceptions[size.name]
            if allowed - size.actual > 10:
                found.append(f"{size.name}: the exception {allowed} is loose, it has {size.actual}")
        if size.actual > min(allowed, CEILING[size.kind]):
            found.append(f"{size.name}: {size.kind} of {size.actual}, allowed are {allowed}")
    found += [f"{name}: the exception is not needed" for name in sorted(unused)]
    return found


def test_nothing_is_too_large():
    paths = files(".hpp", ".cpp", ".py", ".sh")
    assert breaches(measure(ROOT, paths), EXCEPTIONS) == []


def test_exceptions_stay_few():
    assert len(EXCEPTIONS) <= 5


def planted(root: Path, name: str, text: str, exceptions: dict[str, int]) -> list[str]:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return breaches(measure(root, [path]), exceptions)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cpp/wortfeld/base/long.hpp", "\n" * 201),
        ("cpp/wortfeld/base/long.cpp", "\n" * 301),
        ("python/wortfeld/long.py", "\n" * 301),
        ("tests/python/test_long.py", "\n" * 401),
        ("python/wortfeld/a.py", "def f():\n" + "    pass\n" * 40),
        ("python/wortfeld/a.py", "class A:\n    def f(self, a, b, c, d, e, f): ...\n"),
    ],
)
def test_a_planted_giant_is_found(tmp_path, name, text):
    assert len(planted(tmp_path, name, text, {})) == 1


def test_options_and_docstrings_do_not_count(tmp_path):
    text = 'def f(a, *, b, c, d, e, f, g):\n    """\n' + "\n" * 50 + '    """\n    return a\n'
    assert planted(tmp_path, "python/wortfeld/a.py", text, {}) == []


def test_an_exception_must_be_needed_tight_and_below_the_ceiling(tmp_path):
    name = "python/wortfeld/long.py"
    assert planted(tmp_path, name, "\n" * 320, {name: 325}) == []
    assert "loose" in planted(tmp_path, name, "\n" * 320, {name: 390})[0]
    assert "not needed" in planted(tmp_path, name, "\n" * 300, {name: 305})[0]
    assert "allowed" in planted(tmp_path, name, "\n" * 401, {name: 401})[0]
