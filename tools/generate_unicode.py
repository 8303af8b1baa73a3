"""Unicode's character properties as the word rules need them: from its files to C++ tables.

``generate_unicode.py extract FOLDER OUTPUT.tsv`` reads the Unicode data files (on Debian the
package unicode-data puts them into /usr/share/unicode) and writes the ranges that are committed as
``cpp/wortfeld/text/unicode/words.tsv``. ``generate_unicode.py compile INPUT.tsv OUTPUT.cpp`` makes
a two-stage table of them; the build runs this.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

CODE_POINTS = 0x110000
BLOCK_BITS = 7
ORIGIN = "made by tools/generate_unicode.py of data files © Unicode, Inc. (Unicode License v3)"
HEADER = ["first", "last", "word_break", "kind", "group", "pictographic"]

# Values of Word_Break, of ICU's sets and of ours; the names of `WordClass`.
CLASSES = {
    "Other": "other",
    "CR": "carriage_return",
    "LF": "line_feed",
    "Newline": "newline",
    "Extend": "extend",
    "ZWJ": "zero_width_joiner",
    "Format": "format",
    "Regional_Indicator": "regional_indicator",
    "Katakana": "katakana",
    "Hebrew_Letter": "hebrew_letter",
    "ALetter": "letter",
    "Single_Quote": "single_quote",
    "Double_Quote": "double_quote",
    "MidNumLet": "mid_number_letter",
    "MidLetter": "mid_letter",
    "MidNum": "mid_number",
    "Numeric": "number",
    "ExtendNumLet": "connector",
    "WSegSpace": "space",
}
# Where our rules are not the plain ones; docs/words.md has the reasons.
TAILORED = {0x3A: "Other", 0xFE55: "Other", 0xFF1A: "Other", 0x40: "ALetter"}
KINDS = {"L": "letter", "N": "number", "P": "punctuation", "W": "white_space", "S": "other"}


class Character(NamedTuple):
    """What the word rules ask of one character."""

    word_break: str
    kind: str
    group: str
    pictographic: str


def rows(path: Path) -> list[tuple[range, str]]:
    """Return the ranges of a Unicode data file with their values."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if len(fields) < 2:
            continue
        first, _, last = fields[0].partition("..")
        found.append((range(int(first, 16), int(last or first, 16) + 1), fields[1]))
    return found


def column(path: Path, default: str, names: dict[str, str]) -> list[str]:
    """Return one value a code point: those of a file that have a name here, else the default."""
    values = [default] * CODE_POINTS
    for codes, value in rows(path):
        if value in names:
            values[codes.start : codes.stop] = [names[value]] * len(codes)
    return values


def kinds(folder: Path) -> list[str]:
    """Return letter, number, punctuation, white space or anything else for every code point."""
    path = folder / "extracted" / "DerivedGeneralCategory.txt"
    names = {value: value[0] for _, value in rows(path) if value[0] in "LNP"}
    values = column(path, "S", names)
    for codes, value in rows(folder / "PropList.txt"):
        if value == "White_Space":
            values[codes.start : codes.stop] = ["W"] * len(codes)
    return values


def groups(folder: Path) -> list[str]:
    """Return for every code point whether it is written without spaces, and in which way."""
    values = column(folder / "Scripts.txt", "-", {"Han": "kana_kanji", "Hiragana": "kana_kanji"})
    for codes, value in rows(folder / "LineBreak.txt"):
        if value == "SA":
            values[codes.start : codes.stop] = ["complex"] * len(codes)
    values[0xAC00:0xD7A4] = ["hangul"] * 0x2BA4
    return values


def version(folder: Path) -> str:
    """Return the version of Unicode that a folder of data files has."""
    line = (folder / "PropList.txt").read_text(encoding="utf-8").splitlines()[0]
    match = re.fullmatch(r"# PropList-(\d+\.\d+)\.\d+\.txt", line)
    if match is None:
        sys.exit(f"{folder}/PropList.txt: the first line names no version: {line}")
    return match.group(1)


def extract(folder: Path) -> str:
    """Return the text of the range file."""
    word_break = {name: name for name in CLASSES}
    path = folder / "auxiliary" / "WordBreakProperty.txt"
    pictographic = {"Extended_Pictographic": "yes"}
    columns = (
        column(path, "Other", word_break),
        kinds(folder),
        groups(folder),
        column(folder / "emoji" / "emoji-data.txt", "-", pictographic),
    )
    characters = [*zip(*columns, strict=True), None]
    lines = [f"# Unicode {version(folder)}; {ORIGIN}", "\t".join(HEADER)]
    first = 0
    for code in range(1, CODE_POINTS + 1):
        character = characters[first]
        if character is not None and characters[code] != character:
            # What is not listed is the default: another character in a segment of its own.
            if character != ("Other", "S", "-", "-"):
                lines.append("\t".join([f"{first:04X}", f"{code - 1:04X}", *character]))
            first = code
    return "\n".join(lines) + "\n"


def read_ranges(path: Path) -> tuple[str, list[Character]]:
    """Return the version and the properties of every code point."""
    lines = path.read_text(encoding="utf-8").splitlines()
    characters = [Character("Other", "S", "-", "-")] * CODE_POINTS
    for line in lines[2:]:
        first, last, *properties = line.split("\t")
        count = int(last, 16) - int(first, 16) + 1
        characters[int(first, 16) : int(last, 16) + 1] = [Character(*properties)] * count
    for code, word_break in TAILORED.items():
        characters[code] = characters[code]._replace(word_break=word_break)
    return lines[0].split()[2].rstrip(";"), characters


def entry(character: Character) -> str:
    """Return the properties of a character as an initialiser of `WordProperties`."""
    word_class = CLASSES[character.word_break]
    flags = [KINDS[character.kind]]
    # Hangul stands alone as letters do not; Han and kana chain with each other; see the rules.
    if character.group == "hangul":
        word_class = "hangul"
    elif character.group == "kana_kanji" and word_class != "katakana":
        word_class = "ideograph"
    elif character.group == "complex" and word_class != "extend":
        word_class = "letter"
    if character.group in ("kana_kanji", "complex") or word_class == "katakana":
        flags.append("dictionary")
    if character.pictographic == "yes":
        flags.append("pictographic")
    return f"{{WordClass::{word_class}, {' | '.join(f'character_{flag}' for flag in flags)}}}"


def array(kind: str, name: str, values: list[int]) -> list[str]:
    """Return the lines of an array of small numbers."""
    lines = [",".join(map(str, values[start : start + 24])) for start in range(0, len(values), 24)]
    return [f"const {kind} {name}[{len(values)}] = {{", *(f"    {line}," for line in lines), "};"]


def source(path: Path) -> str:
    """Return the C++ source that holds the tables of a range file."""
    unicode_version, characters = read_ranges(path)
    entries = [entry(character) for character in dict.fromkeys(characters)]
    codes = {text: code for code, text in enumerate(dict.fromkeys(entries))}
    code_of = {character: codes[entry(character)] for character in set(characters)}
    values = [code_of[character] for character in characters]
    size = 1 << BLOCK_BITS
    blocks: dict[tuple[int, ...], int] = {}
    index = []
    for start in range(0, CODE_POINTS, size):
        block = tuple(values[start : start + size])
        index.append(blocks.setdefault(block, len(blocks)))
    parts = [
        "// Generated from cpp/wortfeld/text/unicode/words.tsv by tools/generate_unicode.py.",
        '#include "wortfeld/text/word_data.hpp"',
        "",
        "namespace wortfeld::text::word_data {",
        "",
        f'const std::string_view unicode = "{unicode_version}";',
        *array("std::uint8_t", "block_of", index),
        *array("std::uint8_t", "code_of", [code for block in blocks for code in block]),
        f"const WordProperties properties[{len(codes)}] = {{",
        *(f"    {text}," for text in codes),
        "};",
        "",
        "}  // namespace wortfeld::text::word_data",
        "",
    ]
    return "\n".join(parts)


def main(command: str, given: str, output: str) -> None:
    """Extract the ranges from a folder, or compile a range file."""
    work = {"extract": extract, "compile": source}
    if command not in work:
        sys.exit(f"unknown command {command!r}; there are extract and compile")
    Path(output).write_text(work[command](Path(given)), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
