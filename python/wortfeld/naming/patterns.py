"""Patterns of spaCy's rulers as rows of a gazetteer, as far as they are names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from wortfeld.naming.mappings import OTHER_KIND
from wortfeld.naming.rows import bad_row

__all__ = ["as_records"]

# Labels of spaCy's models as kinds of the contract; any other label is a kind of its own.
_KINDS = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "product",
    "EVENT": "event",
}
# What a list of names is not made of.
_FILES = frozenset({".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".txt"})
_CASES = {"LOWER": "fold", "TEXT": "exact", "ORTH": "exact"}


def as_records(name: str, records: Iterable[tuple[int, Any]]) -> Iterator[tuple[int, Any]]:
    """Yield records as they are, names and patterns (``label``, ``pattern``) as records.

    A name is an entity of the kind ``other`` that is called so. The entity of a pattern is its id,
    which spaCy shows too, else its text. Texts and tokens with ``TEXT`` or ``ORTH`` agree in letter
    case, those with ``LOWER`` in any.

    Raises
    ------
    BadInput
        If a token asks for anything but its text; the message names the row.
    """
    for number, record in records:
        if isinstance(record, str):
            yield number, _called_so(name, number, record)
            continue
        is_pattern = isinstance(record, Mapping) and "pattern" in record and "alias" not in record
        yield number, _record_of(name, number, record) if is_pattern else record


def _called_so(source: str, number: int, name: str) -> dict[str, Any]:
    if PurePath(name).suffix.lower() in _FILES:
        what = f"{name!r} looks like a file; give one file by itself, several joined by |"
        raise bad_row(source, number, what)
    return {"entity": name, "kind": OTHER_KIND, "alias": name}


def _record_of(name: str, number: int, record: Mapping[str, Any]) -> dict[str, Any]:
    label, pattern, identity = (record.get(field) for field in ("label", "pattern", "id"))
    if not isinstance(label, str):
        raise bad_row(name, number, f"the label of a pattern is {type(label).__name__}, not a text")
    alias, case = _alias_of(name, number, pattern)
    return {
        "entity": identity or alias,
        "kind": _KINDS.get(label, label),
        "alias": alias,
        "id": identity,
        "case": case,
    }


def _alias_of(name: str, number: int, pattern: Any) -> tuple[str, str]:
    if isinstance(pattern, str):
        return pattern, "exact"
    if not isinstance(pattern, list) or not pattern:
        what = f"a pattern is a text or a list of tokens, not {pattern!r}"
        raise bad_row(name, number, what)
    words: list[str] = []
    cases: set[str] = set()
    for token in pattern:
        word, case = _word_of(name, number, token)
        # What was split off a word belongs to it: Moody 's.
        words.append(word if not words or word.startswith(("'", "’")) else f" {word}")
        cases.add(case)
    if len(cases) > 1:
        what = "the pattern mixes LOWER with TEXT or ORTH; an alias has one rule for letter case"
        raise bad_row(name, number, what)
    return "".join(words), cases.pop()


def _word_of(name: str, number: int, token: Any) -> tuple[str, str]:
    if isinstance(token, Mapping) and len(token) == 1:
        ((field, value),) = token.items()
        if str(field).upper() in _CASES and isinstance(value, str):
            return value, _CASES[str(field).upper()]
    what = (
        f"the token {token!r} is no plain word; a token of a name is "
        '{"LOWER": text}, {"TEXT": text} or {"ORTH": text}'
    )
    raise bad_row(name, number, what)
