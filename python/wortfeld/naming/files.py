"""Gazetteers in files: CSV, TSV, JSON Lines and JSON, and the one that is shipped."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wortfeld._files import near_files
from wortfeld.errors import BadInput
from wortfeld.naming.mappings import records_of_mapping
from wortfeld.naming.patterns import as_records
from wortfeld.naming.rows import REQUIRED, Rows, bad_row, no_column, rows_from_columns
from wortfeld.naming.rows import rows_from_records as from_records
from wortfeld.naming.shipped import SHIPPED, STARTER, names_in, shipped_text
from wortfeld.reading.encodings import Encoding, as_utf8

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["rows_of_file"]

_BOM = b"\xef\xbb\xbf"
# How every file begins that this library has written.
_COMPILED = b"wortfeld\r\x0c\x0b\n"
# What a spreadsheet writes where a formula has gone wrong.
_FORMULA_ERRORS = frozenset(
    {"#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NULL!", "#NUM!", "#NV", "#WERT!", "#BEZUG!"}
)


def rows_of_file(source: str | os.PathLike[str], *, encoding: str = "utf-8") -> Rows:
    """Read a gazetteer file; ``"starter"`` and ``"starter-de"`` are the one that is shipped.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    BadInput
        If it is not UTF-8, a row cannot be read or a column is missing; with row or byte offset.
    """
    if source in SHIPPED:
        return _shipped_rows(str(source))
    path = Path(source)
    name, text = os.fspath(path), _text_of(path, encoding)
    if path.suffix in {".jsonl", ".ndjson"}:
        return from_records(name, as_records(name, _lines_of_json(name, text)))
    if path.suffix == ".json":
        return _rows_of_json(name, text)
    return _rows_of_csv(name, text, "\t" if path.suffix == ".tsv" else _delimiter_of(text))


def _shipped_rows(name: str) -> Rows:
    rows = _rows_of_csv(name, shipped_text(), ",")
    names = names_in(name)
    rows.columns["entity"] = [names.get(entity, entity) for entity in rows.columns["entity"]]
    return rows


def _text_of(path: Path, encoding: str) -> str:
    name = os.fspath(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        message = (
            f"no gazetteer file {name!r}{near_files(path)}; one is shipped, {STARTER!r}, and a "
            f"name itself stands in a list: [{name!r}]"
        )
        raise FileNotFoundError(message) from None
    except IsADirectoryError:
        message = f"{name!r} is a folder; a gazetteer is one file, or several joined by |"
        raise IsADirectoryError(message) from None
    if data.startswith(_COMPILED):
        message = (
            f"{name} is a file of wortfeld, no list of names; wf.Gazetteer.open(path) opens it"
        )
        raise BadInput(message, source=name)
    blocks, _ = as_utf8(lambda: iter([data]), name, Encoding(encoding, "strict"), [], is_whole=True)
    content = b"".join(blocks)
    start = len(_BOM) if content.startswith(_BOM) else 0
    try:
        return content[start:].decode()
    except UnicodeDecodeError as error:
        offset = error.start + start
        message = (
            f"{path}: not UTF-8 at byte offset {offset}; name what it is, for a list of a German "
            'Excel wf.Gazetteer(path, encoding="cp1252"), or save it as "CSV UTF-8"'
        )
        raise BadInput(message, source=name, byte_offset=offset) from None


def _delimiter_of(text: str) -> str:
    """Return what separates the columns: spreadsheets in German write semicolons."""
    header = text[: text.find("\n")] if "\n" in text else text
    return max(",;\t", key=header.count)


def _rows_of_csv(name: str, text: str, delimiter: str) -> Rows:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines = _csv_lines(name, reader)
    _, header = next(lines, (1, []))
    titles = [title.strip() for title in header]
    width = len(titles)
    while titles and not titles[-1]:
        titles.pop()
    if len(titles) == 1 and "|" in titles[0]:
        what = "the columns are separated by '|'; a CSV file has ',', ';' or a tab between them"
        raise bad_row(name, 1, what)
    for title in REQUIRED:
        if title not in titles:
            raise no_column(name, title, titles)
    for title in titles:
        if titles.count(title) > 1:
            raise bad_row(name, 1, f"two columns are called {title!r}")
    numbers: list[int] = []
    values: list[str] = []  # row by row: keeping a list of each would wake the garbage collector
    for number, fields in lines:
        # Spreadsheets end rows with columns that were never filled, and files with such rows.
        if not any(map(str.strip, fields)):
            continue
        if len(fields) != width or any(map(str.strip, fields[len(titles) :])):
            what = f"the row has {len(fields)} fields, not {len(titles)} fields"
            raise bad_row(name, number, what)
        numbers.append(number)
        values += fields[: len(titles)]
    columns = {title: values[place :: len(titles)] for place, title in enumerate(titles)}
    rows = rows_from_columns(name, columns, numbers)
    _refuse_formulas(rows)
    return rows


def _csv_lines(name: str, reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not blank, with the line on which each ends."""
    try:
        yield from ((reader.line_num, fields) for fields in reader if fields)
    except csv.Error as error:
        raise bad_row(name, reader.line_num, f"no CSV ({error})") from None


def _refuse_formulas(rows: Rows) -> None:
    """Refuse what a spreadsheet has made of a name: no name begins with an equals sign."""
    for column in ("entity", "alias"):
        for number, value in zip(rows.numbers, rows.columns[column], strict=True):
            if value.startswith("=") or value in _FORMULA_ERRORS:
                what = (
                    f"the {column} {value!r} is a formula of a spreadsheet; write the name itself, "
                    "or give rows or JSON Lines if it is one"
                )
                raise bad_row(rows.name, number, what)


def _lines_of_json(name: str, text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _json(name, number, line)


def _json(name: str, number: int, text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = number + error.lineno - 1
        raise bad_row(name, line, f"no JSON ({error.msg} at character {error.colno})") from None
    except RecursionError:
        raise bad_row(name, number, "no JSON (too deeply nested)") from None


def _rows_of_json(name: str, text: str) -> Rows:
    content = _json(name, 1, text)
    if isinstance(content, Mapping):
        return from_records(name, records_of_mapping(name, content))
    if isinstance(content, list):
        return from_records(name, as_records(name, enumerate(content, start=1)))
    raise bad_row(name, 1, f"expected a list or an object, got {type(content).__name__}")
