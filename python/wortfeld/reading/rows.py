"""Files and records with a column of texts: CSV, JSON Lines, lists and streams of dicts."""

from __future__ import annotations

import io
import json
import math
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld import _core
from wortfeld._arguments import is_writable
from wortfeld._columns import is_missing
from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.documents import Bad, Texts
from wortfeld.reading.row_blocks import refuse_or_keep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from wortfeld.reading.row_blocks import RowBlock

__all__ = ["Columns", "Record", "json_records", "no_column", "pieces_of_records"]

# Rows are handed on in pieces of about so many characters, or so many rows.
_PIECE_CHARACTERS = 2**21
_PIECE_ROWS = 2**14
# The white space of JSON; other spaces are no part of it.
_JSON_SPACE = " \t\r\n"
# Half a pair or all of one; only an escape brings it in, for the texts themselves were decoded.
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


class Columns(NamedTuple):
    """Which columns hold the texts and the ids; without one, ids are ``<prefix><number>``."""

    text: str
    id: str | None


class Record(NamedTuple):
    """A record, or why there is none, and its line or row, counted from 1."""

    values: Mapping[str, Any] | Bad
    line: int


def no_column(argument: str, name: str, known: Iterable[str], source: str = "") -> BadArgument:
    """Return the error for a column that is not there, with near names."""
    names = [str(each) for each in known]
    near = _core.near_names(name, names)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    place = f" of {source}" if source else ""
    message = f"{argument}={name!r} is no column{place}; the columns are {', '.join(names)}{hint}"
    return BadArgument(message)


def pieces_of_records(
    records: Iterable[Record], columns: Columns, *, prefix: str, first: int
) -> Iterator[Texts]:
    """Gather records into pieces; a fault of the source comes after what was good before it."""
    gathered: list[Record] = []
    size = 0
    fault: Exception | None = None
    numbered = first
    source = iter(records)
    while True:
        try:
            record = next(source, None)
        except (BadInput, OSError) as error:
            fault, record = error, None
        if record is not None:
            gathered.append(record)
            size += _size(record, columns.text)
        if gathered and (record is None or size > _PIECE_CHARACTERS or len(gathered) > _PIECE_ROWS):
            yield _piece(gathered, columns, prefix=prefix, first=numbered)
            numbered += len(gathered)
            gathered, size = [], 0
        if record is None:
            break
    if fault is not None:
        raise fault


def _size(record: Record, text: str) -> int:
    value = None if isinstance(record.values, Bad) else record.values.get(text)
    return len(value) if isinstance(value, str) else 0


def _piece(gathered: list[Record], columns: Columns, *, prefix: str, first: int) -> Texts:
    known = [{} if isinstance(values, Bad) else values for values, _ in gathered]
    texts: list[Any] = []
    for values, line in gathered:
        place = f"{prefix[:-1]}, line {line}" if prefix else f"row {line}"
        texts.append(
            values if isinstance(values, Bad) else _text(values, columns.text, line, place)
        )
    ids = None if columns.id is None else [_id(values.get(columns.id)) for values in known]
    names = dict.fromkeys(str(name) for values in known for name in values)
    others = [name for name in names if name not in columns]
    metadata = {name: [values.get(name) for values in known] for name in others}
    return Texts(texts, ids, prefix, first, metadata)


def _text(values: Mapping[str, Any], name: str, line: int, place: str) -> Any:
    """Return the text of a record, or why it has none."""
    if name not in values:
        known = ", ".join(map(str, values))
        return Bad(f"{place}: no text={name!r}; the row has {known or 'nothing'}", line)
    value = values[name]
    if is_missing(value):
        return Bad(f"{place}: {name!r} is missing (null); fill or drop it first", line)
    if not isinstance(value, str):
        return Bad(f"{place}: {name!r} is {type(value).__name__}, not a text", line)
    return value


def _id(value: Any) -> Any:
    """Return a number as the text of an id; a missing id stays what it is."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def json_records(blocks: Iterable[RowBlock], name: str, *, skip: bool) -> Iterator[Record]:
    """Yield the objects of JSON Lines; empty lines are none."""
    number = 0
    for block in blocks:
        lines = block.text.split("\n")
        if not lines[-1]:
            lines.pop()
        faults = block.faults(io.BytesIO(block.data), number + 1)
        for line in lines:
            number += 1
            bad = next(faults, None)
            if bad is None and line.strip(_JSON_SPACE):
                try:
                    yield Record(_parsed(line), number)
                except (ValueError, RecursionError) as error:
                    bad = _broken(error, name, number)
            if bad is not None:
                yield Record(refuse_or_keep(bad, name, skip=skip), number)


def _parsed(line: str) -> Mapping[str, Any]:
    value = _DECODER(line)
    if _SURROGATE.search(line) and not is_writable(json.dumps(value, ensure_ascii=False)):
        message = "it holds a lone surrogate, which no encoding can write; replace it first"
        raise ValueError(message)
    if not isinstance(value, dict):
        message = f"it is no object but {type(value).__name__}"
        raise ValueError(message)  # noqa: TRY004  as for every other line that is no record
    return value


def _broken(error: Exception, name: str, number: int) -> Bad:
    where = f"{name}, line {number}"
    if isinstance(error, json.JSONDecodeError):
        return Bad(f"{where}, column {error.colno}: no JSON: {error.msg}", number)
    if isinstance(error, RecursionError):
        return Bad(f"{where}: its lists and objects are nested too deeply", number)
    return Bad(f"{where}: {error}", number)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        names = [key for key, _ in pairs]
        twice = next(key for key in names if names.count(key) > 1)
        message = f"the key {twice!r} comes twice"
        raise ValueError(message)
    return values


def _finite(digits: str) -> float:
    value = float(digits)
    if math.isinf(value):
        message = f"{digits[:40]} is too large for a number; write it as a text"
        raise ValueError(message)
    return value


def _no_number(name: str) -> float:
    message = f"{name} is no JSON"
    raise ValueError(message)


def _decoder() -> Callable[[str], Any]:
    return json.JSONDecoder(
        object_pairs_hook=_object, parse_constant=_no_number, parse_float=_finite
    ).decode


_DECODER = _decoder()
