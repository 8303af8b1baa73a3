"""Lists of entities and their names: from CSV, JSONL or rows, compiled once."""

from __future__ import annotations

import csv
import json
import os
import warnings
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from wortfeld import _core
from wortfeld._arguments import is_writable
from wortfeld._columns import ColumnType, columns_from
from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.frames import columns_of, is_table

__all__ = ["Gazetteer"]

REQUIRED = ("entity", "kind", "alias")
OPTIONAL = ("id", "case", "needs", "excludes", "language", "note")

_COLUMN_TYPES: dict[str, ColumnType] = {
    **dict.fromkeys((*REQUIRED, *OPTIONAL), "text"),
    "row": "int64",
}

GazetteerSource = str | os.PathLike[str] | Iterable[Mapping[str, str]]


class Gazetteer:
    """Entities with their aliases, ready for matching. Immutable.

    Parameters
    ----------
    source
        A CSV or JSONL file (one alias a row), or rows as dicts. The columns are ``entity``,
        ``kind``, ``alias`` and optionally ``id``, ``case`` (``auto``, ``exact``, ``fold``),
        ``needs`` (``full_form``, or words separated by ``|`` one of which must stand in the
        document), ``excludes`` (words that must not stand in the sentence), ``language``, ``note``.

    Raises
    ------
    BadInput
        If a column is missing or a row cannot be read; the message names file and row.

    Examples
    --------
    >>> from wortfeld import Gazetteer
    >>> gazetteer = Gazetteer([{"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia"}])
    >>> gazetteer
    Gazetteer('rows', 1 alias)
    >>> gazetteer.name, len(gazetteer)
    ('rows', 1)
    """

    __slots__ = ("__weakref__", "_aliases", "_name", "_raw")

    def __init__(self, source: GazetteerSource) -> None:
        self._name, rows = _rows_of(source)
        self._aliases = len(rows["alias"])
        self._raw = _core.Gazetteer(
            columns_from(
                {name: rows[name] for name in (*REQUIRED, *OPTIONAL, "row")},
                types=_COLUMN_TYPES,
            ),
            self._name,
        )
        found = self._raw.warnings()
        for row, message in zip(found.values("row"), found.values("message"), strict=True):
            warnings.warn(f"{self._name}, row {row}: {message}", stacklevel=3)

    @property
    def name(self) -> str:
        """The file it came from, or ``"rows"``."""
        return self._name

    def __len__(self) -> int:
        return self._aliases

    def __repr__(self) -> str:
        plural = "alias" if self._aliases == 1 else "aliases"
        return f"Gazetteer({self._name!r}, {self._aliases} {plural})"


def _rows_of(source: Any) -> tuple[str, dict[str, list[Any]]]:
    """Return the name of a source and its columns, with the number of each row."""
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        name = os.fspath(path)
        records = _read_jsonl(path) if path.suffix in {".jsonl", ".ndjson"} else _read_csv(path)
    else:
        name = "rows"
        records = list(enumerate(_records_of(source), start=1))
    columns: dict[str, list[Any]] = {column: [] for column in (*REQUIRED, *OPTIONAL, "row")}
    for number, record in records:
        _check_record(name, number, record)
        for column in (*REQUIRED, *OPTIONAL):
            columns[column].append(_field(name, number, column, record.get(column)))
        columns["row"].append(number)
    return name, columns


def _records_of(source: Any) -> Iterable[Any]:
    """Return the rows of a list of dicts or of a table."""
    if not is_table(source):
        return source  # type: ignore[no-any-return]  # whatever a user gave
    columns = columns_of(source)
    return [
        {
            name: value if isinstance(value, str) else None
            for name, value in zip(columns, row, strict=True)
        }
        for row in zip(*columns.values(), strict=True)
    ]


def _check_record(name: str, number: int, record: Any) -> None:
    if not isinstance(record, Mapping):
        message = f"{name}, row {number}: expected columns, got {type(record).__name__}"
        raise BadInput(message, source=name, line=number)
    missing = [column for column in REQUIRED if column not in record]
    if missing:
        message = (
            f"{name}, row {number}: column {missing[0]!r} is missing; "
            f"a gazetteer has the columns {', '.join(REQUIRED)} (and {', '.join(OPTIONAL)})"
        )
        raise BadInput(message, source=name, line=number)


def _field(name: str, number: int, column: str, value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        message = f"{name}, row {number}: {column} is {type(value).__name__}, not a text"
        raise BadInput(message, source=name, line=number)
    if not is_writable(value):
        message = f"{name}, row {number}: {column} holds a lone surrogate: {value!a}"
        raise BadInput(message, source=name, line=number)
    return value.strip()


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        message = f"no gazetteer file {os.fspath(path)!r}"
        raise FileNotFoundError(message) from None
    except UnicodeDecodeError as error:
        message = f"{path}: not UTF-8 at byte offset {error.start}; save the gazetteer as UTF-8"
        raise BadInput(message, source=str(path), byte_offset=error.start) from None


def _read_csv(path: Path) -> list[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(_read_text(path).splitlines(keepends=True), strict=True)
    name = os.fspath(path)
    missing = [column for column in REQUIRED if column not in (reader.fieldnames or ())]
    if missing:
        message = (
            f"{name}: column {missing[0]!r} is missing; the first line has "
            f"{', '.join(reader.fieldnames or ()) or 'nothing'}, "
            f"a gazetteer has the columns {', '.join(REQUIRED)}"
        )
        raise BadInput(message, source=name, line=1)
    records = []
    try:
        for record in reader:
            if None in record or None in record.values():
                fields = len(reader.fieldnames or ())
                message = f"{name}, row {reader.line_num}: the row has not {fields} fields"
                raise BadInput(message, source=name, line=reader.line_num)
            records.append((reader.line_num, record))
    except csv.Error as error:
        message = f"{name}, row {reader.line_num}: no CSV ({error})"
        raise BadInput(message, source=name, line=reader.line_num) from None
    return records


def _read_jsonl(path: Path) -> list[tuple[int, Any]]:
    records = []
    for number, line in enumerate(_read_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            records.append((number, json.loads(line)))
        except json.JSONDecodeError as error:
            message = f"{path}, row {number}: no JSON ({error.msg} at character {error.colno})"
            raise BadInput(message, source=str(path), line=number) from None
    return records


def as_gazetteer(source: Gazetteer | GazetteerSource | None) -> Gazetteer:
    """Return a gazetteer from whatever names one; None is an empty one."""
    if isinstance(source, Gazetteer):
        return source
    if source is None:
        return Gazetteer([])
    if isinstance(source, str) and source == "starter":
        message = "the starter gazetteer has not landed; give a file or rows"
        raise BadArgument(message)
    return Gazetteer(source)
