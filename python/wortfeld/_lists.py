"""The lists of words that come with the package."""

from __future__ import annotations

from importlib.resources import files

__all__ = ["lines_of", "rows_of"]


def lines_of(name: str) -> list[str]:
    """Return the lines of a list without blank ones and remarks (``#``)."""
    text = (files("wortfeld") / "lists" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def rows_of(name: str) -> list[list[str]]:
    """Return the cells of each line of a list, which tabs separate."""
    return [line.split("\t") for line in lines_of(name)]
