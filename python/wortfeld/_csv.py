"""Tables as comma-separated values (RFC 4180)."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wortfeld import _core

__all__ = ["csv_lines"]

_ROWS_AT_A_TIME = 10_000
_NEEDS_QUOTES = re.compile(r'[",\r\n]|^\s|\s$|^$')


def csv_lines(raw: _core.Columns) -> Iterator[str]:
    r"""Yield the header and every row as a line that ends in ``\n``.

    Null is an empty field, an empty text is ``""``; floats are the shortest text that reads back as
    the same number; dates and datetimes are ISO 8601, booleans ``true`` and ``false``. The null of
    a table with one column is ``""`` too, because readers skip empty lines.
    """
    yield ",".join(_quoted(name) for name in raw.names) + "\n"
    for begin in range(0, raw.rows, _ROWS_AT_A_TIME):
        part = raw.slice(begin, begin + _ROWS_AT_A_TIME)
        columns = [[_field(value) for value in part.values(name)] for name in part.names]
        for fields in zip(*columns, strict=True):
            yield (",".join(fields) or '""') + "\n"


def _field(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    return str(value)  # a float's str is its shortest exact form, a date's is ISO 8601


def _quoted(text: str) -> str:
    if _NEEDS_QUOTES.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text
