"""CSV and TSV as pieces of texts with metadata, read with Python's own parser."""

from __future__ import annotations

import csv
import io
import itertools
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from wortfeld.errors import BadInput
from wortfeld.reading.documents import Bad, Texts
from wortfeld.reading.row_blocks import refuse_or_keep
from wortfeld.reading.rows import no_column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from wortfeld.reading.row_blocks import RowBlock
    from wortfeld.reading.rows import Columns

__all__ = ["csv_pieces"]

_PIECE_CHARACTERS = 2**21
_PIECE_ROWS = 2**14
# The parser refuses longer fields; its own limit would refuse a long article.
_LONGEST_FIELD = 2**31 - 1
_DELIMITERS = (",", ";", "\t", "|")


class _Row(NamedTuple):
    """A row, or why it is none, with the line it ends in."""

    fields: list[str] | Bad
    line: int


def csv_pieces(
    blocks: Iterable[RowBlock], name: str, columns: Columns, *, is_tab: bool, skip: bool
) -> Iterator[Texts]:
    """Yield the rows of a file in pieces; a fault comes after what was good before it.

    Parameters
    ----------
    blocks
        The text of the file, cut behind ends of lines.
    name
        The file; ids of rows without an id column are ``<name>:<row>``.
    columns
        Which columns hold the texts and the ids.
    is_tab
        Whether a tab separates the fields; else the separator is told from the header.
    skip
        Whether a row with a wrong number of fields, or bytes that are no text, is left out with a
        note.
    """
    source = iter(blocks)
    start = list(itertools.islice(source, 1))
    opening = start[0].text if start else ""
    delimiter = "\t" if is_tab else _delimiter(opening, columns.text)
    rows = _rows(_blocks(start, source), name, delimiter)
    header = _header(next(rows, None), name, columns)
    first = 1
    for part, fault in _parts(_checked(rows, header, name, skip=skip)):
        if part:
            yield _piece(part, header, columns, prefix=f"{name}:", first=first)
            first += len(part)
        if fault is not None:
            raise fault


def _blocks(start: list[RowBlock], rest: Iterator[RowBlock]) -> Iterator[RowBlock]:
    """Yield all blocks; nobody but the one who takes it holds the first."""
    while start:
        yield start.pop()
    yield from rest


def _lines(
    blocks: Iterable[RowBlock], taken: Callable[[], int], faults: list[Bad]
) -> Iterator[str]:
    """Yield lines for the parser, which has `taken` so many; `faults` get why one is no text."""
    for block in blocks:
        lines = io.StringIO(block.text, newline="")
        if not block.data:
            yield from lines
            continue
        bad = block.faults(block.data.splitlines(keepends=True), taken() + 1)
        for line in lines:
            if (fault := next(bad, None)) is not None:
                faults.append(fault)
            yield line


def _delimiter(start: str, text: str) -> str:
    """Return the separator with which the header has the column of texts, else a comma."""
    line = io.StringIO(start, newline="").readline()
    for delimiter in _DELIMITERS:
        if text in next(csv.reader([line], delimiter=delimiter), []):
            return delimiter
    return max(_DELIMITERS, key=line.count)


def _rows(blocks: Iterable[RowBlock], name: str, delimiter: str) -> Iterator[_Row]:
    # The parser takes no line ahead, so these are of the row that it made last.
    faults: list[Bad] = []
    lines = _lines(blocks, lambda: reader.line_num, faults)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        # The limit belongs to all of the process: it is put back before others see it.
        before = csv.field_size_limit(_LONGEST_FIELD)
        try:
            fields = next(reader, None)
        except csv.Error as error:
            message = f"{name}, line {reader.line_num}: no CSV: {error}"
            raise BadInput(message, source=name, line=reader.line_num) from None
        finally:
            csv.field_size_limit(before)
        if fields is None:
            return
        if faults:
            yield _Row(faults[0], reader.line_num)
            faults.clear()
        elif fields:  # an empty line is no row
            yield _Row(fields, reader.line_num)


def _header(row: _Row | None, name: str, columns: Columns) -> list[str]:
    if row is not None and isinstance(row.fields, Bad):
        refuse_or_keep(row.fields, name, skip=False)  # without a header there is no row
    if row is None or isinstance(row.fields, Bad):
        message = f"{name}: the file is empty; its first line names the columns"
        raise BadInput(message, source=name, line=1)
    header = [field or f"column_{i}" for i, field in enumerate(row.fields, start=1)]
    twice = [field for field, count in Counter(header).items() if count > 1]
    if twice:
        message = f"{name}, line 1: the column {twice[0]!r} comes twice; rename one"
        raise BadInput(message, source=name, line=1)
    for argument, column in zip(("text", "id"), columns, strict=True):
        if column is not None and column not in header:
            raise no_column(argument, column, header, name)
    return header


def _checked(rows: Iterable[_Row], header: list[str], name: str, *, skip: bool) -> Iterator[_Row]:
    width = len(header)
    for row in rows:
        bad = row.fields
        if not isinstance(bad, Bad):
            if len(bad) == width:
                yield row
                continue
            message = f"{name}, line {row.line}: {len(bad)} fields, but the header has {width}"
            bad = Bad(message, row.line)
        yield _Row(refuse_or_keep(bad, name, skip=skip), row.line)


def _parts(rows: Iterator[_Row]) -> Iterator[tuple[list[_Row], Exception | None]]:
    """Gather rows; with the last ones comes what ended the file too early."""
    part: list[_Row] = []
    size = 0
    while True:
        try:
            row = next(rows, None)
        except (BadInput, OSError) as error:
            yield part, error
            return
        if row is None:
            yield part, None
            return
        part.append(row)
        size += sum(map(len, row.fields)) if not isinstance(row.fields, Bad) else 0
        if size > _PIECE_CHARACTERS or len(part) == _PIECE_ROWS:
            yield part, None
            part, size = [], 0


def _piece(
    part: list[_Row], header: list[str], columns: Columns, *, prefix: str, first: int
) -> Texts:
    blank = [""] * len(header)
    fields = [blank if isinstance(row.fields, Bad) else row.fields for row in part]
    values: dict[str, Sequence[str]] = dict(zip(header, zip(*fields, strict=True), strict=True))
    texts = [
        row.fields if isinstance(row.fields, Bad) else text
        for row, text in zip(part, values.pop(columns.text), strict=True)
    ]
    ids = None
    if columns.id is not None:
        ids = list(values.get(columns.id, texts))
        values.pop(columns.id, None)
    return Texts(texts, ids, prefix, first, values, is_raw=True)
