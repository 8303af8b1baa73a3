"""Whatever a user has as names becomes rows of a gazetteer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from wortfeld.naming.files import rows_of_file
from wortfeld.naming.mappings import records_of_mapping
from wortfeld.naming.patterns import as_records
from wortfeld.naming.rows import REQUIRED, Rows, rows_from_columns, rows_from_records
from wortfeld.reading.frames import columns_of, is_table

__all__ = ["GazetteerSource", "rows_of"]

GazetteerSource = (
    str | os.PathLike[str] | Mapping[str, Any] | Iterable[Mapping[str, Any]] | Iterable[str]
)

_FROM_MEMORY = "rows"


def rows_of(source: Any, *, encoding: str = "utf-8") -> Rows:
    """Return the rows of a file, a table, a mapping, a list of rows or of patterns.

    Raises
    ------
    BadInput
        If a row cannot be read; the message names it.
    TypeError
        If the source is none of these.
    """
    if isinstance(source, str | os.PathLike):
        return rows_of_file(source, encoding=encoding)
    if isinstance(source, Mapping) and set(REQUIRED) - source.keys():
        return rows_from_records(_FROM_MEMORY, records_of_mapping(_FROM_MEMORY, source))
    if isinstance(source, Mapping) or is_table(source):
        columns = dict(source) if isinstance(source, Mapping) else columns_of(source)
        count = len(next(iter(columns.values()), ()))
        return rows_from_columns(_FROM_MEMORY, columns, list(range(1, count + 1)))
    if not isinstance(source, Iterable):
        message = (
            "a gazetteer is made from a file, a table, a mapping or a list of rows or names, "
            f"not from {type(source).__name__}"
        )
        raise TypeError(message)
    return rows_from_records(_FROM_MEMORY, as_records(_FROM_MEMORY, enumerate(source, start=1)))
