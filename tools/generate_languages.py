"""Compile the language data files into one C++ source; the build runs this.

Usage: ``generate_languages.py OUTPUT.cpp CATEGORIES.tsv FILE.tsv ...``; a file's name is its
language code. Each file has the columns ``id category form value note``; empty lines and lines
that start with ``#`` are for readers. A row that breaks a rule, or is not what CATEGORIES.tsv says
of its category, stops the build with its file and line. See docs/languages.md.
"""

from __future__ import annotations

import difflib
import re
import sys
import unicodedata
from pathlib import Path
from typing import NamedTuple

COLUMNS = ["id", "category", "form", "value", "note"]
ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
CODE = re.compile(r"[a-z]{2,3}")
CATEGORY_COLUMNS = ["category", "form", "value", "meaning", "example"]
# What the forms of a category are. A pattern is for readers; all others are looked up, folded.
FORMS = {
    "any": (r".*", "anything"),
    "word": (r"[^\W_]([\w'’ .-]*[\w.])?", "one or more words"),
    "ending": (r"-\S*", "a hyphen and an ending"),
    "parts": (r"\S*-\S*", "a beginning, a hyphen and an ending"),
    "setting": (r"[a-z_]+", "the name of a setting"),
    "pattern": (r".+", "a pattern in words"),
}


class BadRowError(ValueError):
    """A row of a language file breaks a rule of the format."""


class Category(NamedTuple):
    """What the rows of a category have."""

    form: str
    value: str


def folded(text: str) -> str:
    """Fold as the library does: NFKC case folding with ß kept."""
    pieces = text.replace("ẞ", "ß").split("ß")
    return "ß".join(
        unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", piece).casefold())
        for piece in pieces
    )


def cells_of(path: Path, columns: list[str]) -> list[tuple[int, list[str]]]:
    """Return the numbered lines of a table as cells, as many as there are columns."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        message = f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8"
        raise BadRowError(message) from None
    if lines[0].split("\t") != columns:
        message = f"{path}:1: the header is {lines[0]!r}, not {' '.join(columns)} with tabs"
        raise BadRowError(message)
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        if not line or line.startswith("#"):
            continue
        row = line.split("\t")
        if not 3 <= len(row) <= len(columns):
            message = f"{path}:{number}: {len(row)} cells, not 3 to {len(columns)}; tabs part cells"
            raise BadRowError(message)
        rows.append((number, row + [""] * (len(columns) - len(row))))
    return rows


def read_categories(path: Path) -> dict[str, Category]:
    """Return what CATEGORIES.tsv says of each category."""
    categories: dict[str, Category] = {}
    for number, (name, form, value, meaning, example) in cells_of(path, CATEGORY_COLUMNS):
        if form not in FORMS:
            message = f"{path}:{number}: form {form!r} is none of {', '.join(FORMS)}"
            raise BadRowError(message)
        if name in categories or not meaning or not example.startswith(f"{name} "):
            message = f"{path}:{number}: {name!r} stands twice, or has no meaning or example"
            raise BadRowError(message)
        categories[name] = Category(form, value)
    return categories


def check_category(row: list[str], categories: dict[str, Category]) -> None:
    """Raise unless form and value of the row are what its category has."""
    name, form, value = row[1:4]
    if name not in categories:
        near = difflib.get_close_matches(name, categories, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else "; a new one needs a row there"
        message = f"category {name!r} is not in categories.tsv{hint}"
        raise BadRowError(message)
    shape, words = FORMS[categories[name].form]
    if not form or not re.fullmatch(shape, form):
        raise BadRowError(f"form {form!r} of category {name!r} is not {words}")
    # Words behind a value say when it holds: "since ahead".
    pattern = f"(?:{categories[name].value})( [a-z]+)*" if categories[name].value else ""
    if not re.fullmatch(pattern, value):
        expected = f"like {categories[name].value}" if categories[name].value else "empty"
        raise BadRowError(f"value {value!r} of category {name!r} is not {expected}")


def check_row(
    row: list[str],
    ids: set[str],
    forms: set[tuple[str, str]],
    categories: dict[str, Category],
) -> None:
    """Raise unless the row may join those before it, whose ids and forms are given."""
    identity, category, form = row[:3]
    if not ID.fullmatch(identity):
        raise BadRowError(f"id {identity!r} is not like category.name")
    if identity in ids:
        raise BadRowError(f"id {identity!r} stands twice")
    if any(cell != cell.strip() for cell in row):
        raise BadRowError("a cell has white space around it")
    check_category(row, categories)
    if categories[category].form != "pattern" and form != folded(form):
        raise BadRowError(f"form {form!r} is not folded: {folded(form)!r}")
    if form and (category, form) in forms:
        raise BadRowError(f"form {form!r} stands twice in category {category!r}")


def read_rows(path: Path, categories: dict[str, Category]) -> list[list[str]]:
    """Return the checked rows of one language file."""
    if not CODE.fullmatch(path.stem):
        message = f"{path}: {path.stem!r} is no language code of two or three letters (ISO 639)"
        raise BadRowError(message)
    rows: list[list[str]] = []
    ids: set[str] = set()
    forms: set[tuple[str, str]] = set()
    for number, row in cells_of(path, COLUMNS):
        try:
            check_row(row, ids, forms, categories)
        except BadRowError as error:
            message = f"{path}:{number}: {error}"
            raise BadRowError(message) from None
        ids.add(row[0])
        forms.add((row[1], row[2]))
        rows.append(row)
    return rows


def literal(text: str) -> str:
    """Return a C++ string literal with that text."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("??", "?\\?")
    return f'"{escaped}"'


def source(files: dict[str, list[list[str]]]) -> str:
    """Return the C++ source that holds the rows of all languages."""
    parts = [
        "// Generated from cpp/wortfeld/text/languages/*.tsv by tools/generate_languages.py.",
        '#include "wortfeld/text/language_data.hpp"',
        "",
        "namespace wortfeld::text {",
        "namespace {",
        "",
    ]
    for code, rows in files.items():
        parts.append(f"constexpr LanguageRow rows_{code}[] = {{")
        parts.extend(f"    {{{', '.join(literal(cell) for cell in row)}}}," for row in rows)
        parts += ["};", ""]
    parts.append("constexpr LanguageFile files[] = {")
    parts.extend(f'    {{"{code}", rows_{code}}},' for code in files)
    parts += [
        "};",
        "",
        "}  // namespace",
        "",
        "std::span<const LanguageFile> language_files() noexcept { return files; }",
        "",
        "}  // namespace wortfeld::text",
        "",
    ]
    return "\n".join(parts)


def main(output: str, categories: str, *inputs: str) -> None:
    """Write the source for the given language files."""
    paths = sorted(map(Path, inputs), key=lambda path: path.stem)
    try:
        known = read_categories(Path(categories))
        files = {path.stem: read_rows(path, known) for path in paths}
    except BadRowError as error:
        sys.exit(str(error))
    Path(output).write_text(source(files), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
