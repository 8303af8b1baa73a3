"""Rows of a gazetteer: one alias each, as columns of texts, whatever they were read from."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from wortfeld import _core
from wortfeld._arguments import is_writable
from wortfeld._columns import is_missing
from wortfeld.errors import BadInput

__all__ = ["COLUMNS", "REQUIRED", "Rows", "bad_row", "rows_from_columns", "rows_from_records"]

REQUIRED = ("entity", "kind", "alias")
OPTIONAL = ("id", "case", "role", "needs", "excludes", "language", "note")
COLUMNS = (*REQUIRED, *OPTIONAL)
# Controls, soft hyphens, joiners, marks of direction and order: what nobody sees.
_INVISIBLE_CLASS = (
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_INVISIBLE = re.compile(_INVISIBLE_CLASS)
_INVISIBLE_ENDS = re.compile(rf"\A(?:{_INVISIBLE_CLASS}|\s)+|(?:{_INVISIBLE_CLASS}|\s)+\Z")
# Lists may be given as lists.
_LISTS = ("needs", "excludes")


class Rows(NamedTuple):
    """The columns of a gazetteer; `numbers` say which row or line of the source each is."""

    name: str
    columns: dict[str, list[str]]
    numbers: list[int]

    @classmethod
    def of(cls, name: str, compiled: _core.Columns) -> Rows:
        """Return the rows behind what :meth:`compiled` returned."""
        columns = {column: compiled.values(column) for column in COLUMNS}
        return cls(name, columns, compiled.values("row"))

    def compiled(self) -> _core.Columns:
        """Return the columns as the core takes them."""
        # Every value was checked when the rows were made: the general way would check again.
        texts = [(column, "text", self.columns[column]) for column in COLUMNS]
        return _core.make_columns([*texts, ("row", "int64", self.numbers)])


def bad_row(name: str, number: int, what: str) -> BadInput:
    """Return the error about one row of a source."""
    return BadInput(f"{name}, row {number}: {what}", source=name, line=number)


def rows_from_records(name: str, records: Iterable[tuple[int, Any]]) -> Rows:
    """Make rows from mappings with their numbers.

    Raises
    ------
    BadInput
        If one is no mapping, a column is missing or a value is no text; the message names the row.
    """
    known = list(records)
    for number, record in known:
        _check_record(name, number, record)
    columns: dict[str, Sequence[Any]] = {
        column: [record.get(column, "") for _, record in known] for column in COLUMNS
    }
    others = dict.fromkeys(str(key) for _, record in known for key in record)
    _refuse_near(name, [key for key in others if key not in columns], others)
    return rows_from_columns(name, columns, [number for number, _ in known])


def rows_from_columns(name: str, columns: Mapping[str, Sequence[Any]], numbers: list[int]) -> Rows:
    """Make rows from columns; those that are missing and may be are empty.

    Raises
    ------
    BadInput
        If a required column is missing or a value is no text.
    """
    for column in REQUIRED:
        if column not in columns:
            raise no_column(name, column, columns)
    _refuse_near(name, [str(column) for column in columns if column not in COLUMNS], columns)
    for column in COLUMNS:
        if column in columns and len(columns[column]) != len(numbers):
            message = f"{name}: {column} has {len(columns[column])} values, not {len(numbers)}"
            raise BadInput(message, source=name)
    empty = [""] * len(numbers)
    texts = {
        column: _texts(name, column, columns[column], numbers) if column in columns else empty
        for column in COLUMNS
    }
    return Rows(name, texts, numbers)


def no_column(name: str, column: str, found: Iterable[Any], number: int | None = None) -> BadInput:
    """Return the error about a column that the source has not."""
    columns = [str(other) for other in found]
    near = _core.near_names(column, [other for other in columns if other not in COLUMNS])
    hint = f"did you mean {near[0]!r}? Rename it; " if near else ""
    place = name if number is None else f"{name}, row {number}"
    message = (
        f"{place}: column {column!r} is missing; there are {', '.join(columns) or 'none'}; {hint}"
        f"a gazetteer has the columns {', '.join(REQUIRED)} (and {', '.join(OPTIONAL)})"
    )
    return BadInput(message, source=name, line=1 if number is None else number)


def _refuse_near(name: str, others: Iterable[str], given: Container[Any]) -> None:
    """Refuse columns that look like a misspelt one that is not there; all others are for people."""
    absent = [column for column in COLUMNS if column not in given]
    for other in others:
        near = _core.near_names(other, absent)
        if near:
            message = (
                f"{name}: column {other!r} is not known; did you mean {near[0]!r}? Rename it, or "
                f"leave it out; other columns may have any name that is not like one of these"
            )
            raise BadInput(message, source=name, line=1)


def _check_record(name: str, number: int, record: Any) -> None:
    if not isinstance(record, Mapping):
        raise bad_row(name, number, f"expected columns, got {type(record).__name__}")
    missing = [column for column in REQUIRED if column not in record]
    if missing:
        raise no_column(name, missing[0], record, number)


def _texts(name: str, column: str, values: Sequence[Any], numbers: list[int]) -> list[str]:
    """Return values as texts without white space and invisible characters around them."""
    try:
        texts = list(map(str.strip, values))
    except TypeError:
        texts = [
            _text(name, number, column, value)
            for number, value in zip(numbers, values, strict=True)
        ]
    together = "".join(texts)
    if together.isprintable():
        return texts
    texts = _without_invisible(together, texts)
    if column == "alias" and "\0" in together:
        for number, text in zip(numbers, texts, strict=True):
            if "\0" in text:
                raise bad_row(name, number, f"{column} holds a NUL, which no name does: {text!a}")
    try:
        together.encode()
    except UnicodeEncodeError:
        at = next(at for at, text in enumerate(texts) if not is_writable(text))
        what = f"{column} holds a lone surrogate: {texts[at]!a}"
        raise bad_row(name, numbers[at], what) from None
    return texts


def _without_invisible(together: str, texts: list[str]) -> list[str]:
    """Take off what nobody sees at either end: byte-order marks, zero-width spaces, controls."""
    if not _INVISIBLE.search(together):
        return texts
    return [text if text.isprintable() else _INVISIBLE_ENDS.sub("", text) for text in texts]


def _text(name: str, number: int, column: str, value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if is_missing(value):
        return ""
    if column in _LISTS and isinstance(value, list | tuple):
        return "|".join(_text(name, number, column, part) for part in value)
    # Numbers are fine as keys: they are never looked for. Where one is missing, pandas has floats.
    if column == "id" and hasattr(value, "__index__") and not isinstance(value, bool):
        return str(value)
    if column == "id" and isinstance(value, float) and value.is_integer():
        return str(int(value))
    raise bad_row(name, number, f"{column} is {type(value).__name__}, not a text")
