"""Compile the language data files into one C++ source; the build runs this.

Usage: ``generate_languages.py OUTPUT.cpp FILE.tsv ...``; a file's name is its language code.
Each file has the columns ``id category form value note``; empty lines and lines that start with
``#`` are for readers. A row that breaks a rule stops the build with its file and line.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

COLUMNS = ["id", "category", "form", "value", "note"]
ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
CATEGORY = re.compile(r"[a-z][a-z_]*")
# Forms of these categories are patterns of a recogniser, not words that are looked up.
PATTERN_CATEGORIES = {"rule"}


class BadRowError(ValueError):
    """A row of a language file breaks a rule of the format."""


def folded(text: str) -> str:
    """Fold as the library does: NFKC case folding with ß kept."""
    pieces = text.replace("ẞ", "ß").split("ß")
    return "ß".join(
        unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", piece).casefold())
        for piece in pieces
    )


def check_row(row: list[str], ids: set[str], forms: set[tuple[str, str]]) -> None:
    """Raise unless the row may join those before it, whose ids and forms are given."""
    identity, category, form = row[:3]
    if not ID.fullmatch(identity):
        raise BadRowError(f"id {identity!r} is not like category.name")
    if identity in ids:
        raise BadRowError(f"id {identity!r} stands twice")
    if not CATEGORY.fullmatch(category):
        raise BadRowError(f"category {category!r} is not lower-case ASCII letters")
    if any(cell != cell.strip() for cell in row):
        raise BadRowError("a cell has white space around it")
    if category not in PATTERN_CATEGORIES and form != folded(form):
        raise BadRowError(f"form {form!r} is not folded: {folded(form)!r}")
    if form and (category, form) in forms:
        raise BadRowError(f"form {form!r} stands twice in category {category!r}")


def read_rows(path: Path) -> list[list[str]]:
    """Return the checked rows of one language file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines[0].split("\t") != COLUMNS:
        message = f"{path}:1: the header is not {' '.join(COLUMNS)}"
        raise BadRowError(message)
    rows: list[list[str]] = []
    ids: set[str] = set()
    forms: set[tuple[str, str]] = set()
    for number, line in enumerate(lines[1:], start=2):
        if not line or line.startswith("#"):
            continue
        row = line.split("\t")
        try:
            if not 3 <= len(row) <= len(COLUMNS):
                raise BadRowError(f"{len(row)} cells, not 3 to {len(COLUMNS)}")
            row += [""] * (len(COLUMNS) - len(row))
            check_row(row, ids, forms)
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


def main(output: str, *inputs: str) -> None:
    """Write the source for the given language files."""
    paths = sorted(map(Path, inputs), key=lambda path: path.stem)
    try:
        files = {path.stem: read_rows(path) for path in paths}
    except BadRowError as error:
        sys.exit(str(error))
    Path(output).write_text(source(files), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
