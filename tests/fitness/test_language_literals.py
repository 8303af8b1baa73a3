"""Words of a language stand in its data file; the code of the engine holds none."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from project import ROOT, files

pytestmark = pytest.mark.source_only

LANGUAGES = ROOT / "cpp" / "wortfeld" / "text" / "languages"
LAYERS = [f"cpp/wortfeld/{layer}" for layer in ("text", "quantity", "entity", "analysis")]
# The code is in English, and so are the names in it: of columns, options, values. Words that the
# English file has too cannot be told from those.
CODE_LANGUAGE = "en"

# Words of the code that other languages have too: names of options, columns and file types, the
# codes of languages whose letters fold in their own way, and "und", the code of no language.
CODE_WORDS = {"auto", "filter", "symbol", "str", "tsv", "bad", "http", "az", "en", "und"}

# What looks like a word of a language and is none, with the reason.
EXCEPTIONS = {
    # Marks of dates in figures, which stand in articles of any language.
    "cpp/wortfeld/text/dateline.cpp": {"年", "月", "日"},
    # How addresses begin.
    "cpp/wortfeld/text/form_finder.cpp": {"www."},
    # Ends of names of columns.
    "cpp/wortfeld/analysis/pairs.cpp": {"_given_a", "_given_b"},
    # A date of TIMEX3 without its year.
    "cpp/wortfeld/quantity/durations.cpp": {"./X"},
}
# The commonest letters of each script tell encodings apart, before anything is known of a text.
EXEMPT_FILES = {"python/wortfeld/reading/detection.py"}

TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|#include[^\n]*"
    r"|(?P<end>\b(?:starts_with|ends_with|rfind|find_last_of)\()?"
    r"(?P<quote>\"|')(?P<text>(?:[^\"'\\\n]|\\.|(?!(?P=quote))[\"'])*)(?P=quote)",
    re.DOTALL,
)
ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|.)")


class Literal(NamedTuple):
    """A string in the code, and whether the beginning or end of a text is compared with it."""

    line: int
    text: str
    is_end: bool = False


@cache
def rows() -> dict[str, list[list[str]]]:
    """Return the rows of each language file."""
    found: dict[str, list[list[str]]] = {}
    for path in LANGUAGES.glob("*.tsv"):
        lines = path.read_text(encoding="utf-8").splitlines()[1:]
        found[path.stem] = [line.split("\t") for line in lines if line and line[0] != "#"]
    return found


@cache
def names() -> frozenset[str]:
    """Return the categories, ids, values and settings that the code asks the data for."""
    found = {row[0] for row in rows()["categories"]}
    for code, listed in rows().items():
        if code == "categories":
            continue
        for row in listed:
            found.add(row[0])
            found.update(re.split(r"[ |]", row[3]) if len(row) > 3 else ())
            if row[1] in {"writing", "letters", "number_format"}:
                found.add(row[2])
    return frozenset(found)


@cache
def foreign_words() -> frozenset[str]:
    """Return the words of all languages that the language of the code has not."""
    found: dict[str, set[str]] = {}
    for code, listed in rows().items():
        if code != "categories":
            forms = (row[2] for row in listed if row[1] != "rule")
            found[code] = {word for form in forms for word in form.strip("-").split() if word[1:]}
    return frozenset(set().union(*found.values()) - found[CODE_LANGUAGE])


def literals_of_cpp(source: str) -> Iterator[Literal]:
    """Yield the strings of C++ without comments, as they are written but for escapes."""
    for match in TOKEN.finditer(source):
        if match["text"]:
            line = source.count("\n", 0, match.start()) + 1
            yield Literal(line, ESCAPE.sub("", match["text"]), match["end"] is not None)


def literals_of_python(source: str) -> Iterator[Literal]:
    """Yield the strings of Python without documentation."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield Literal(node.lineno, node.value)


def objection(literal: Literal) -> str | None:
    """Return why a string belongs in a language file, or None."""
    text = literal.text.strip()
    if any(letter.isalpha() and not letter.isascii() for letter in text):
        return "letters of a language"
    # Codes of TIMEX3 and the like are upper-case.
    if text in names() or text.casefold() in CODE_WORDS or text.isupper():
        return None
    if text.casefold() in foreign_words():
        return "a word of a language"
    has_letters = any(map(str.isalpha, text))
    return "the end of a word" if literal.is_end and has_letters else None


def breaches(path: str, source: str) -> list[str]:
    """Return the strings of a file that belong in a language file."""
    read = literals_of_python if path.endswith(".py") else literals_of_cpp
    allowed = EXCEPTIONS.get(path, set())
    return [
        f"{path}:{literal.line}: {literal.text!r} is {why}; it belongs in "
        "cpp/wortfeld/text/languages/<code>.tsv"
        for literal in read(source)
        if (why := objection(literal)) and literal.text not in allowed
    ]


def compared_codes(source: str) -> list[str]:
    """Return the comparisons with the code of a language."""
    codes = "|".join(sorted(set(rows()) - {"categories"}))
    return re.findall(rf"""(?:[=!]=|\bin) *[({{\[]?["'](?:{codes})["']""", source)


def engine() -> list[Path]:
    """Return the files that must work for every language."""
    paths = [path for layer in LAYERS for path in files(".cpp", ".hpp", under=layer)]
    return paths + files(".py", under="python/wortfeld")


def test_the_code_holds_no_words_of_a_language():
    found = []
    for path in engine():
        name = path.relative_to(ROOT).as_posix()
        if name not in EXEMPT_FILES:
            found += breaches(name, path.read_text(encoding="utf-8"))
    assert found == []


def test_the_code_asks_for_no_language_by_its_code():
    # Documentation shows calls, in lines of an interpreter.
    found = {
        path.relative_to(ROOT).as_posix(): codes
        for path in engine()
        if (codes := compared_codes(path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ('word.ends_with("ixyz")', "the end of a word"),
        ('word.ends_with("ung")', "a word of a language"),
        ('if (line.text(at) == "zwischen") return;', "a word of a language"),
        ('constexpr std::array articles{"einem", "the"};', "a word of a language"),
        ('constexpr std::string_view umlauts = "äöü";', "letters of a language"),
        ("word.starts_with('q')", "the end of a word"),
    ],
)
def test_a_planted_word_in_cpp_is_found(source, why):
    found = breaches("cpp/wortfeld/entity/planted.cpp", f"// nothing\n{source}\n")
    assert len(found) == 1
    assert "planted.cpp:2:" in found[0]
    assert why in found[0]


def test_a_planted_word_in_python_is_found():
    source = (
        'def f(word):\n    """Find zwischen."""\n    return word in {"zwischen", "milliards"}\n'
    )
    found = breaches("python/wortfeld/planted.py", source)
    assert len(found) == 2
    assert all("a word of a language" in line for line in found)


@pytest.mark.parametrize(
    "source", ['if (language.code() == "de") {', 'return code in {"de", "en"}', 'code != "fr"']
)
def test_a_planted_comparison_with_a_language_is_found(source):
    assert len(compared_codes(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        '// word.ends_with("ung")',
        'throw Error("the alias \'" + name + "\' is empty");',
        'row.category == "modifier_date" && value == "at_least"',
        'text.starts_with("PT") || text.find("\\u2019")',
    ],
)
def test_names_messages_and_codes_are_no_words_of_a_language(source):
    assert breaches("cpp/wortfeld/entity/fine.cpp", source) == []


def test_every_exception_is_needed():
    for name, allowed in EXCEPTIONS.items():
        found = {literal.text for literal in literals_of_cpp((ROOT / name).read_text("utf-8"))}
        assert allowed <= found, name
