"""Profiles as JSON files: a line of text or a word a line of the file, to be read and edited."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NoReturn

from wortfeld import _arguments, _core
from wortfeld._columns import columns_from
from wortfeld._files import opened, writing_text
from wortfeld.errors import BadArgument, BadFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wortfeld.profiles import Profile
    from wortfeld.table import Table

__all__ = ["read_profile", "write_profile"]

_FORMAT = "wortfeld profile 1"
_COUNTS = ("document_count", "count")
_CASES = ("small", "start", "inside")


def write_profile(profile: Profile, path: str | os.PathLike[str]) -> None:
    """Write a profile for :func:`read_profile`.

    Parameters
    ----------
    profile
        The profile.
    path
        The file, replaced as a whole.
    """
    table = profile.table()
    head = {
        "format": _FORMAT,
        "documents": profile.document_count,
        "provenance": dict(table.provenance),
    }
    with writing_text(path) as file:
        file.write(f'{json.dumps(head)[:-1]}, "lines": [\n{_rows(table)}\n], "words": [\n')
        file.write(f"{_rows(profile.words())}\n]}}\n")


def _rows(table: Table) -> str:
    return ",\n".join(json.dumps(row, ensure_ascii=False) for row in table.rows())


def read_profile(
    path: str | os.PathLike[str],
) -> tuple[_core.Columns, _core.Columns, int, Mapping[str, Any]]:
    """Return what a file holds: lines, words, how many documents they are of, their provenance.

    Parameters
    ----------
    path
        The file.

    Raises
    ------
    BadFile
        If it is no profile; the message names the entry.
    OSError
        If it cannot be read.
    """
    name = os.fspath(path)
    content = _content(name)
    documents: Any = content.get("documents")
    learnt, rows = content.get("provenance"), content.get("lines")
    if not _is_count(documents):
        _refuse(name, f"documents is {documents!r}, not a number of documents")
    if not isinstance(learnt, dict):
        _refuse(name, "it has no provenance")
    if not isinstance(rows, list):
        _refuse(name, "it has no lines")
    seen: set[str] = set()
    for number, row in enumerate(rows, start=1):
        _check_row(name, number, row)
        if row["line"] in seen:
            _refuse(name, f"lines, entry {number}: {row['line']!r} is there twice", number)
        seen.add(row["line"])
    columns = columns_from(
        {key: [row[key] for row in rows] for key in ("line", *_COUNTS)},
        types={"line": "text", "document_count": "int64", "count": "int64"},
    )
    return columns, _words(name, content.get("words", [])), documents, learnt


def _words(name: str, rows: Any) -> _core.Columns:
    """Return the columns of the words; files of earlier versions have none."""
    if not isinstance(rows, list):
        _refuse(name, "its words are no list")
    for number, row in enumerate(rows, start=1):
        place = f"words, entry {number}"
        if not isinstance(row, dict) or not isinstance(row.get("word"), str):
            _refuse(name, f"{place}: it has no text called 'word'", number)
        for key in _CASES:
            if not _is_count(row.get(key)):
                _refuse(name, f"{place}: {key} is {row.get(key)!r}, not a count", number)
        _arguments.text("word", row["word"])
    columns = columns_from(
        {key: [row[key] for row in rows] for key in ("word", *_CASES)},
        types={"word": "text", **dict.fromkeys(_CASES, "int64")},
    )
    try:
        _core.WordCases(columns)
    except BadArgument as error:
        _refuse(name, f"words: {error}")
    return columns


def _content(name: str) -> dict[str, Any]:
    with os.fdopen(opened(name), "rb") as file:
        content = file.read()
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        _refuse(name, f"no JSON: {error}")
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        _refuse(name, f"its format is not {_FORMAT!r}")
    return found


def _check_row(name: str, number: int, row: Any) -> None:
    place = f"lines, entry {number}"
    if not isinstance(row, dict) or not isinstance(row.get("line"), str):
        _refuse(name, f"{place}: it has no text called 'line'", number)
    for key in _COUNTS:
        if not _is_count(row.get(key)):
            _refuse(name, f"{place}: {key} is {row.get(key)!r}, not a count", number)
    try:
        _core.Profile([_arguments.text("line", row["line"])])
    except BadArgument as error:
        _refuse(name, f"{place}: {error}", number)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63


def _refuse(name: str, reason: str, entry: int | None = None) -> NoReturn:
    message = f"{name} is no profile: {reason}; Profile.save writes one"
    raise BadFile(message, source=name, line=entry)
