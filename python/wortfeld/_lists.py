"""The lists of words that come with the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

__all__ = ["languages_of", "lines_of", "rows_of"]


def lines_of(name: str) -> list[str]:
    """Return the lines of a list without blank ones and remarks (``#``)."""
    text = (files("wortfeld") / "lists" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def rows_of(name: str) -> list[list[str]]:
    """Return the cells of each line of a list, which tabs separate."""
    return [line.split("\t") for line in lines_of(name)]


@cache
def languages_of(topic: str) -> tuple[str, ...]:
    """Return the codes of the languages with a list of that name: ``stopwords_de.txt``."""
    names = (Path(entry.name) for entry in (files("wortfeld") / "lists").iterdir())
    stems = (name.stem.rpartition("_") for name in names)
    return tuple(sorted(code for begin, _, code in stems if begin == topic))
