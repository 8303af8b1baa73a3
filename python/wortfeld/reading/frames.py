"""DataFrames, Series and everything else that exports Arrow as documents."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from typing import TYPE_CHECKING, Any

from wortfeld import _core
from wortfeld._columns import is_missing
from wortfeld.errors import BadArgument
from wortfeld.reading.arrow import StreamColumns, exports_arrow, id_column, rows_of_stream
from wortfeld.reading.documents import Amount, Offer
from wortfeld.reading.rows import no_column
from wortfeld.reading.texts import offer_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["columns_of", "is_frame", "is_table", "metadata_columns", "offer_frame", "offer_series"]


def is_frame(source: object) -> bool:
    """Whether the source is a table or a column: pandas, polars, or it exports Arrow."""
    # A lazy frame would warn when it is asked for its columns.
    return _is_lazy(source) or exports_arrow(source) or is_table(source)


def is_table(source: object) -> bool:
    """Whether the source has columns, or exports a stream and is no Series."""
    has_columns = hasattr(source, "columns") and hasattr(source, "__getitem__")
    return has_columns or (hasattr(source, "__arrow_c_stream__") and not hasattr(source, "to_list"))


def offer_frame(
    source: Any, *, text: str, id_column: str | None, ids: Iterable[Any] | None
) -> Offer:
    """Offer the rows of a table, or the texts of a column.

    Raises
    ------
    BadArgument
        If there is no such column, two have one name, one is of a type that cannot be read, or
        ``ids=`` is given for a table.
    """
    if _is_lazy(source):
        message = "the frame is lazy and has no rows yet; pass what .collect() returns"
        raise BadArgument(message)
    if _is_pandas(source) or not exports_arrow(source):
        if not hasattr(source, "columns"):
            return offer_series(source, ids)
        _refuse_ids(ids)
        return _offer_columns(source, text=text, id_name=id_column)
    stream = _core.ArrowStream(source)
    if not stream.is_table:
        return _offer_stream(stream, source, ids)
    _refuse_ids(ids)
    return _offer(stream, source, StreamColumns(text, id_column))


def offer_series(source: Any, ids: Iterable[Any] | None) -> Offer:
    """Offer the texts of a column that exports Arrow, or else those that iterating it gives."""
    stream = _series_stream(source)
    return offer_texts(source, ids) if stream is None else _offer_stream(stream, source, ids)


def columns_of(source: Any) -> dict[str, Sequence[Any]]:
    """Return the columns of a table as lists of Python values.

    Raises
    ------
    BadArgument
        If two columns have one name, or the names have several levels.
    """
    if exports_arrow(source) and not _is_pandas(source):
        stream = _core.ArrowStream(source)
        columns: dict[str, list[Any]] = {name: [] for name in stream.names}
        while (batch := stream.next()) is not None:
            part = batch.columns(stream.names)
            for name, values in columns.items():
                values += part.values(name)
        return dict(columns)
    if any(isinstance(name, tuple) for name in source.columns):
        message = (
            "the columns have names of several levels; join them first: "
            "frame.columns = ['_'.join(map(str, name)) for name in frame.columns]"
        )
        raise BadArgument(message)
    names = [str(name) for name in source.columns]
    for name in names:
        if names.count(name) > 1:
            message = f"two columns are named {name!r}; rename one"
            raise BadArgument(message)
    return {name: _values(source[key]) for name, key in zip(names, source.columns, strict=True)}


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


def _values(column: Any) -> list[Any]:
    """Return the values of a column as a list."""
    if type(column).__module__ == "numpy" and column.dtype.kind == "M":
        column = column.astype("datetime64[us]")  # finer ones would become integers
    for method in ("to_list", "tolist"):
        if hasattr(column, method):
            return list(getattr(column, method)())
    return list(column)


def _offer_columns(source: Any, *, text: str, id_name: str | None) -> Offer:
    """Offer a table that is not taken over as a whole: pandas, or one without Arrow."""
    keys = {str(key): key for key in source.columns}
    for name, argument in ((text, "text"), (id_name, "id")):
        if name is not None and name not in keys:
            raise no_column(argument, name, list(keys))
    columns = columns_of(source)
    del columns[text]
    ids = None
    if id_name is not None:
        ids = ["" if is_missing(value) else value for value in columns.pop(id_name)]
        ids = [str(value) if type(value) is int else value for value in ids]
    offer = offer_series(source[keys[text]], ids)
    offer.metadata = columns
    return offer


def _series_stream(source: Any) -> _core.ArrowStream | None:
    """Open a column; None if it does not export Arrow, or only tells so when it is asked to."""
    if not exports_arrow(source):
        return None
    if not _is_pandas(source):
        return _core.ArrowStream(source)
    try:
        exported = _Exported(source.__arrow_c_stream__())
    except (ImportError, TypeError, ValueError, NotImplementedError):
        return None  # without pyarrow, or values of several types: iterating names the first
    return _core.ArrowStream(exported)


class _Exported:
    """What was exported already."""

    def __init__(self, capsule: object) -> None:
        self._capsule = capsule

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._capsule


def _offer_stream(stream: _core.ArrowStream, source: Any, ids: Iterable[Any] | None) -> Offer:
    if stream.is_table:
        message = "texts= takes texts, not a table; pass the table as the source"
        raise BadArgument(message)
    return _offer(stream, source, StreamColumns(stream.names[0], ids=id_column(ids)))


def _offer(stream: _core.ArrowStream, source: Any, columns: StreamColumns) -> Offer:
    is_sized = isinstance(source, Sized)
    amount = Amount(total=len(source) if is_sized else 0)
    rows = rows_of_stream(stream, columns, amount, may_be_read=not is_sized)
    return Offer(documents=rows, amount=amount)


def _refuse_ids(ids: Iterable[Any] | None) -> None:
    if ids is not None:
        message = "ids= does not go with a table; id= names the column that holds the ids"
        raise BadArgument(message)


def _is_pandas(source: object) -> bool:
    return hasattr(source, "iloc")


def _is_lazy(source: object) -> bool:
    return (
        hasattr(source, "collect")
        and hasattr(source, "collect_schema")
        and not exports_arrow(source)
    )
