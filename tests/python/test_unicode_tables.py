"""The character properties are those of Unicode's files."""

from pathlib import Path

import generate_unicode
import pytest
from project import ROOT

pytestmark = pytest.mark.source_only

RANGES = ROOT / "cpp" / "wortfeld" / "text" / "unicode" / "words.tsv"
# Where Debian's package unicode-data puts them.
DATA = Path("/usr/share/unicode")


def test_the_ranges_are_those_of_the_unicode_data():
    if not DATA.is_dir():
        pytest.skip("the package unicode-data is not installed")
    written = RANGES.read_text(encoding="utf-8")
    version = generate_unicode.read_ranges(RANGES)[0]
    if generate_unicode.version(DATA) != version:
        pytest.skip(f"unicode-data is {generate_unicode.version(DATA)}, the ranges are {version}")
    assert written == generate_unicode.extract(DATA), "run tools/generate_unicode.py extract"


def test_the_tables_are_small():
    source = generate_unicode.source(RANGES)
    sizes = [
        len(part.partition("};")[0].split(",")) - 1 for part in source.split("std::uint8_t")[1:]
    ]
    assert len(sizes) == 2
    assert sum(sizes) <= 64 << 10


def test_what_is_not_listed_is_a_symbol_of_its_own():
    characters = generate_unicode.read_ranges(RANGES)[1]
    assert len(characters) == 0x110000
    assert generate_unicode.entry(characters[0x20AC]) == "{WordClass::other, character_other}"


@pytest.mark.parametrize(
    ("character", "entry"),
    [
        ("a", "{WordClass::letter, character_letter}"),
        (":", "{WordClass::other, character_punctuation}"),
        ("@", "{WordClass::letter, character_punctuation}"),
        ("中", "{WordClass::ideograph, character_letter | character_dictionary}"),
        ("カ", "{WordClass::katakana, character_letter | character_dictionary}"),
        ("ก", "{WordClass::letter, character_letter | character_dictionary}"),
        ("한", "{WordClass::hangul, character_letter}"),
        ("Ⓜ", "{WordClass::letter, character_other | character_pictographic}"),
        ("\u202f", "{WordClass::connector, character_white_space}"),
    ],
)
def test_entries(character, entry):
    characters = generate_unicode.read_ranges(RANGES)[1]
    assert generate_unicode.entry(characters[ord(character)]) == entry


def test_a_folder_of_another_kind_is_refused(tmp_path):
    (tmp_path / "PropList.txt").write_text("nothing\n")
    with pytest.raises(SystemExit, match="names no version"):
        generate_unicode.version(tmp_path)
    with pytest.raises(SystemExit, match="there are extract and compile"):
        generate_unicode.main("make", str(tmp_path), str(tmp_path / "x"))
