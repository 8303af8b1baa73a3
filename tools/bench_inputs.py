"""The texts of the benchmarks, made once in build/bench/input from the corpora beside the project.

`law-N` is the first N million bytes of German law up to a line's end; `scaled-N` repeats its first
ten million with changed words: in every copy a quarter of the word forms is new.
"""

import lzma
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from project import ROOT, SHARED_DATA

LAW = SHARED_DATA / "corpora" / "gesetze.txt.xz"
FOLDER = ROOT / "build" / "bench" / "input"
MEGABYTE = 10**6
BASE = 10
# Four or more letters of German in UTF-8.
WORD = re.compile(rb"(?:[A-Za-z]|\xc3[\x80-\xbf]){4,}")


class MissingError(Exception):
    """An input cannot be made here; the message says why."""


def input_path(name: str) -> Path:
    """Return the file of an input, made when it is missing."""
    kind, _, size = name.partition("-")
    if kind not in ("law", "scaled", "none") or not (size.isdecimal() or kind == "none"):
        message = f"no input is named {name!r}: there are law-N, scaled-N and none"
        raise ValueError(message)
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.txt"
    if path.exists():
        return path
    if kind == "none":
        path.touch()
        return path
    if not LAW.exists():
        message = "the text is not here: ../shared/data/corpora/gesetze.txt.xz"
        raise MissingError(message)
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.writelines(law(int(size)) if kind == "law" else scaled(int(size)))
    part.rename(path)
    return path


def law(megabytes: int) -> Iterator[bytes]:
    """Yield the beginning of the law text, whole lines."""
    with lzma.open(LAW) as file:
        block = file.read(megabytes * MEGABYTE)
    yield block[: block.rindex(b"\n") + 1]


def scaled(megabytes: int) -> Iterator[bytes]:
    """Yield copies of the first ten million bytes, each with words of its own."""
    base = b"".join(law(min(BASE, megabytes)))
    pieces = WORD.split(base)
    words = WORD.findall(base)
    forms = sorted(set(words))
    number = {form: i for i, form in enumerate(forms)}
    places = [number[word] for word in words]
    # A quarter of the forms by a checksum of each, another quarter in the next copy.
    quarters = [zlib.crc32(form) % 4 for form in forms]
    yield base
    for copy in range(1, megabytes // BASE):
        mark = letters(copy)
        changed = [
            form + mark if quarter == copy % 4 else form
            for form, quarter in zip(forms, quarters, strict=True)
        ]
        mixed = [b""] * (2 * len(places) + 1)
        mixed[::2] = pieces
        mixed[1::2] = [changed[place] for place in places]
        block = b"".join(mixed)
        yield block[: block.rindex(b"\n", 0, BASE * MEGABYTE) + 1]


def letters(number: int) -> bytes:
    """Return a number as small letters."""
    text = b""
    while number:
        number, digit = divmod(number, 26)
        text = bytes([ord("a") + digit]) + text
    return text
