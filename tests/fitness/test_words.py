"""The words of the glossary are used, and words that do not belong here stay out."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from project import ROOT, all_files, files

pytestmark = pytest.mark.source_only

# The articles and what is taken from them may speak of anything.
NOT_PROSE = ("seeds/", "tests/golden/", "python/wortfeld/lists/", "notebooks/")
# This file must name what it looks for.
SELF = "tests/fitness/test_words.py"
TEXT = {".py", ".pyi", ".cpp", ".hpp", ".md", ".txt", ".cmake", ".toml", ".sh", ".html", ".css", ""}

# What happened elsewhere is not part of the project: it says what is so, not what was asked.
PROJECT_WORDS = re.compile(r"\b(see|fixes|closes|issue) #?\d+\b", re.IGNORECASE)
MACHINE_PATHS = re.compile(r"(?<![\w.$}])/(work|tmp|root|home|Users|mnt|opt)/[\w.]")
REGISTRIES = re.compile(r"\b(pypi\.org|pythonhosted\.org|npmjs\.(org|com)|deb\.debian\.org)\b")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def forbidden_names() -> set[str]:
    """Return the words that the glossary keeps out of names."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    rows = [line.rsplit("|", 2)[1] for line in text.splitlines() if line.startswith("| ")]
    last = text[text.index("Never a name") :]
    return set(re.findall(r"`(\w+)`", " ".join([*rows, last])))


def contains(name: str, word: str) -> bool:
    """Return whether a word is part of a name, in either spelling."""
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().strip("_")
    return f"_{word}_" in f"_{snake}_"


def python_names(source: str) -> Iterator[str]:
    """Yield the names that a Python module defines."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.ClassDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


def cpp_names(source: str) -> Iterator[str]:
    """Yield the names of a C++ file but for members: those of others are none of our choice."""
    code = re.sub(r'//[^\n]*|/\*.*?\*/|#\s*include[^\n]*|"(\\.|[^"\\\n])*"', "", source, flags=re.S)
    yield from re.findall(r"(?<![\w.>:])[A-Za-z_]\w*", code)


def wrong_names(names: Iterator[str], forbidden: set[str]) -> list[str]:
    """Return the names that contain a forbidden word."""
    return sorted({name for name in names if any(contains(name, word) for word in forbidden)})


def names_in(path: Path) -> Iterator[str]:
    """Yield the names in a file and the name of the file."""
    source = path.read_text(encoding="utf-8")
    yield path.stem
    yield from python_names(source) if path.suffix in (".py", ".pyi") else cpp_names(source)


def wrong_words(text: str) -> list[str]:
    """Return the words of a text that do not belong into the project."""
    patterns = (PROJECT_WORDS, MACHINE_PATHS, REGISTRIES, UNFINISHED)
    return [match.group() for pattern in patterns for match in pattern.finditer(text)]


def prose(root: Path) -> Iterator[Path]:
    """Yield every text file of the project that its authors wrote."""
    for path in all_files(root):
        name = path.relative_to(root).as_posix()
        if path.suffix in TEXT and not name.startswith(NOT_PROSE) and name != SELF:
            yield path


def test_the_glossary_names_what_is_forbidden():
    words = forbidden_names()
    assert {"doc", "tok", "freq", "ent", "info", "helper", "metric"} <= words
    # The words of the glossary itself are not among them.
    assert not words & {"document", "token", "count", "entity", "measure", "context"}


def test_names_are_from_the_glossary():
    forbidden = forbidden_names()
    paths = files(".py", ".pyi", ".hpp", ".cpp")
    found = {p.relative_to(ROOT).as_posix(): wrong_names(names_in(p), forbidden) for p in paths}
    assert {path: names for path, names in found.items() if names} == {}


def test_the_project_speaks_of_itself_alone():
    found = {
        path.relative_to(ROOT).as_posix(): wrong_words(path.read_text(encoding="utf-8"))
        for path in prose(ROOT)
        if path.is_file()
    }
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "source",
    [
        "def doc_count(): ...",
        "class TokenInfo: ...",
        "def f(freq): ...",
        "ent = 1",
        "self.idx = 1",
        "for tok in tokens: ...",
    ],
)
def test_a_planted_python_name_is_found(source):
    assert wrong_names(python_names(source), forbidden_names())


@pytest.mark.parametrize("source", ["int doc_id = 0;", "struct WordUtil {};", "void helper();"])
def test_a_planted_cpp_name_is_found(source):
    assert wrong_names(cpp_names(source), forbidden_names())


@pytest.mark.parametrize(
    "source",
    ['// the doc of this info\nstring name = "freq";', "int document = entity;", "module.doc();"],
)
def test_comments_strings_and_members_are_no_names(source):
    assert wrong_names(cpp_names(source), forbidden_names()) == []


@pytest.mark.parametrize(
    "text",
    [
        "TODO: later",
        "fixes #12",
        "see /tmp/output.txt",
        "cd /home/someone",
        "--index-url https://pypi.org/simple",
    ],
)
def test_a_planted_word_is_found(tmp_path, text):
    (tmp_path / "page.md").write_text(text)
    assert [wrong_words(path.read_text()) for path in prose(tmp_path)] != [[]]


def test_the_articles_may_say_anything(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "article.txt").write_text("TODO: see #12")
    assert list(prose(tmp_path)) == []
