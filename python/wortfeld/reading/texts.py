"""Texts in memory as documents: lists, Series, DataFrames, Arrow."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wortfeld._columns import is_missing
from wortfeld._optional import require
from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.documents import Document, Note, Offer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["is_table", "metadata_columns", "offer_table", "offer_texts", "refuse_paths"]


def offer_texts(texts: Iterable[Any], ids: Iterable[Any] | None) -> Offer:
    """Offer texts in order; ids are ``ids`` or "0", "1", ….

    Raises
    ------
    TypeError
        If a text is no str.
    BadArgument
        If ids and texts differ in number.
    """
    if isinstance(texts, str):
        message = "texts= takes a list of texts; wrap a single text: texts=[text]"
        raise TypeError(message)
    if isinstance(texts, Mapping):
        message = "a mapping is no list of texts; pass texts=[*m.values()], ids=[*m]"
        raise TypeError(message)
    if isinstance(texts, set | frozenset):
        message = "a set has no order, so its documents would not either; pass a list of texts"
        raise TypeError(message)
    notes: list[Note] = []
    return Offer(documents=_numbered(texts, ids, notes), notes=notes)


def is_table(source: object) -> bool:
    """Whether the source has columns: pandas, polars, Arrow or anything that exports Arrow."""
    has_columns = hasattr(source, "columns") and hasattr(source, "__getitem__")
    return has_columns or (hasattr(source, "__arrow_c_stream__") and not hasattr(source, "to_list"))


def offer_table(source: Any, *, text: str, id_column: str | None) -> Offer:
    """Offer the rows of a table: one column holds the texts, the others become metadata.

    Raises
    ------
    BadArgument
        If there is no such column.
    """
    columns = columns_of(source)
    for name, argument in ((text, "text"), (id_column, "id")):
        if name is not None and name not in columns:
            message = f"{argument}={name!r} is no column; the columns are {', '.join(columns)}"
            raise BadArgument(message)
    texts = columns.pop(text)
    ids = columns.pop(id_column) if id_column is not None else None
    if ids is not None:
        ids = ["" if is_missing(value) else str(value) for value in ids]
    offer = offer_texts(texts, ids)
    offer.metadata = columns
    return offer


def columns_of(source: Any) -> dict[str, Sequence[Any]]:
    """Return the columns of a table as lists of Python values."""
    if not hasattr(source, "columns"):
        source = require("pyarrow", purpose="reading an Arrow stream").table(source)
    if hasattr(source, "column_names"):  # pyarrow, whose .columns are nameless
        return {name: source.column(name).to_pylist() for name in source.column_names}
    return {str(name): _values(source[name]) for name in source.columns}


def _values(column: Any) -> list[Any]:
    if type(column).__module__ == "numpy" and column.dtype.kind == "M":
        column = column.astype("datetime64[us]")  # finer ones would become integers
    for method in ("to_list", "tolist"):
        if hasattr(column, method):
            return list(getattr(column, method)())
    return list(column)


def refuse_paths(texts: Sequence[Any]) -> None:
    """Refuse names of files, which are a mistake for the texts in them."""
    if not texts or not all(isinstance(text, str) and _is_file(text) for text in texts):
        return
    message = (
        f"all {len(texts)} texts are names of existing files; "
        "pass paths=[...] to read the files, or texts=[...] to read the names themselves"
    )
    raise BadArgument(message)


def _is_file(text: str) -> bool:
    try:
        return len(text) < 4096 and Path(text).is_file()
    except (OSError, ValueError):
        return False


def _numbered(
    texts: Iterable[Any], ids: Iterable[Any] | None, notes: list[Note]
) -> Iterator[Document]:
    names = None if ids is None else iter(ids)
    count = 0
    for count, text in enumerate(texts, start=1):
        place = count - 1
        name = str(place) if names is None else _next_id(names, place)
        if is_missing(text):
            notes.append(Note(name, f"row {place}", "empty", "the text is missing (null)"))
            text = ""
        if isinstance(text, os.PathLike):
            message = "texts and Path objects are mixed; pass Path objects alone, or paths=[...]"
            raise TypeError(message)
        if not isinstance(text, str):
            message = f"text {place} is {type(text).__name__}, not str"
            raise TypeError(message)
        yield Document(name, text)
    if names is not None and next(names, None) is not None:
        message = f"there are more ids than the {count} texts"
        raise BadArgument(message)


def _next_id(names: Iterator[Any], place: int) -> str:
    name = next(names, None)
    if name is None:
        message = f"text {place} has no id: ids= has only {place} entries"
        raise BadArgument(message)
    if not isinstance(name, str):
        message = f"id {place} is {type(name).__name__}, not str"
        raise TypeError(message)
    if not name:
        message = f"id {place} is empty or missing; ids are texts of at least one character"
        raise BadInput(message, line=place)
    return name


def metadata_columns(metadata: Any) -> Mapping[str, Sequence[Any]]:
    """Return metadata as columns: from a table, a mapping of columns or a list of dicts."""
    if metadata is None:
        return {}
    if hasattr(metadata, "items") and not hasattr(metadata, "iloc"):
        return {str(name): _values(values) for name, values in metadata.items()}
    if is_table(metadata):
        return columns_of(metadata)
    rows = list(metadata)
    if not all(isinstance(row, Mapping) for row in rows):
        message = "metadata= takes a mapping of columns, a DataFrame or a list of dicts"
        raise TypeError(message)
    names = dict.fromkeys(name for row in rows for name in row)
    return {str(name): [row.get(name) for row in rows] for name in names}
