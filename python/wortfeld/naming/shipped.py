"""The list of names that is shipped; what it calls an entity depends on the language asked for."""

from __future__ import annotations

from importlib.resources import files

from wortfeld._lists import languages_of, rows_of

__all__ = ["SHIPPED", "STARTER", "names_in", "shipped_text", "starter_in"]

STARTER = "starter"


def starter_in(language: str) -> str:
    """Return the name of the list for readers of a language: ``"starter-de"``."""
    return f"{STARTER}-{language}" if language in languages_of(STARTER) else STARTER


SHIPPED = (STARTER, *map(starter_in, languages_of(STARTER)))


def shipped_text() -> str:
    """Return the list as a CSV file."""
    return files("wortfeld").joinpath("lists", "starter.csv").read_text(encoding="utf-8")


def names_in(name: str) -> dict[str, str]:
    """Return what a list of `SHIPPED` calls those entities that have another name there."""
    language = name.removeprefix(STARTER).removeprefix("-")
    return {row[0]: row[1] for row in rows_of(f"starter_{language}.tsv")} if language else {}
