"""The one result type: immutable named columns that become pandas, polars, Arrow or CSV."""

from __future__ import annotations

import datetime
import operator
from typing import TYPE_CHECKING, Any, Self

from wortfeld._immutable import Immutable
from wortfeld._optional import require
from wortfeld.errors import BadArgument, UnknownName
from wortfeld.provenance import Provenance

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    import numpy as np

    from wortfeld import _core

__all__ = ["Table"]

_KEY_TYPES: dict[str, tuple[type, ...]] = {
    "int64": (int,),
    "float64": (int, float),
    "boolean": (bool,),
    "text": (str,),
    "date": (datetime.date,),
    "datetime": (datetime.datetime,),
}


class Table(Immutable):
    """Rows of a result. A table never changes; methods return new ones that share what they can.

    Parameters
    ----------
    columns
        The columns of the core.
    caption
        One line that says what the table shows.
    provenance
        How the result came about; keys that are not given are None.

    Examples
    --------
    >>> from wortfeld._columns import columns_from
    >>> from wortfeld import Table
    >>> table = Table(columns_from({"term": ["Chip", "Aktie"], "count": [12, 30]}))
    >>> table.sort("count")
    term   count
    ─────  ─────
    Aktie     30
    Chip      12
    >>> table.row("Chip")
    {'term': 'Chip', 'count': 12}
    >>> table.head(1).rows()
    [{'term': 'Chip', 'count': 12}]
    >>> table.to_pandas().shape, table.to_polars().shape, table.to_arrow().num_rows
    ((2, 2), (2, 2), 2)
    >>> table.to_csv("terms.csv")
    """

    __slots__ = ("__weakref__", "_caption", "_provenance", "_raw")

    # There is no one obvious thing to iterate over; rows() and columns say which.
    __iter__ = None

    def __init__(
        self,
        columns: _core.Columns,
        *,
        caption: str = "",
        provenance: Mapping[str, Any] | None = None,
    ) -> None:
        self._raw = columns
        self._caption = caption
        self._provenance = Provenance.complete(provenance)

    @property
    def columns(self) -> list[str]:
        """Names of the columns, in order."""
        return list(self._raw.names)

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rows and of columns."""
        return self._raw.rows, len(self._raw.names)

    @property
    def caption(self) -> str:
        """What the table shows; may be empty."""
        return self._caption

    @property
    def provenance(self) -> dict[str, Any]:
        """How the result came about: versions, rules, parameters, what was excluded; read-only."""
        return self._provenance

    def __len__(self) -> int:
        return self._raw.rows

    def __getitem__(self, column: str) -> np.ndarray[Any, Any]:
        """Return a column as a read-only NumPy array.

        Texts are objects with None for null, dates ``datetime64[D]`` and datetimes
        ``datetime64[us]`` with NaT; integers with nulls become float64 with NaN, booleans with
        nulls objects with None.

        Raises
        ------
        UnknownName
            If there is no such column; the message offers near names.
        """
        _expect_name(column, place="table[…]")
        return self._raw.numpy(column)

    def head(self, n: int = 5) -> Self:
        """Return the first `n` rows, or all if there are fewer."""
        count = operator.index(n)
        if count < 0:
            message = f"n is {count}; give 0 or more rows"
            raise BadArgument(message)
        return self._like(self._raw.slice(0, min(count, len(self))))

    def sort(self, by: str | Sequence[str], descending: bool = True) -> Self:  # noqa: FBT001, FBT002  the contract's signature
        """Return the rows in another order.

        Parameters
        ----------
        by
            A column or several: the second decides where the first is equal, and so on. Remaining
            ties are in the order of the first columns, ascending, then as before.
        descending
            Largest first. NaN and null come last in either direction; texts are compared by their
            code points.

        Raises
        ------
        UnknownName
            If there is no such column; the message offers near names.
        """
        names = [by] if isinstance(by, str) else list(by)
        if not names:
            message = "by is empty; give the name of a column"
            raise BadArgument(message)
        for name in names:
            _expect_name(name, place="by")
        return self._like(self._raw.sorted(names, descending=bool(descending)))

    def row(self, key: Any) -> dict[str, Any]:
        """Return the row whose first column is `key`.

        Raises
        ------
        UnknownName
            If there is none; the message offers near ones.
        BadArgument
            If there are several.
        """
        if not self._raw.names:
            message = "the table has no columns and so no rows"
            raise BadArgument(message)
        first = self._raw.names[0]
        found = self._rows_with(first, key)
        if len(found) > 1:
            message = (
                f"{len(found)} rows have {first} {key!r}; "
                "choose among them in .to_pandas() or .rows()"
            )
            raise BadArgument(message)
        return self._like(self._raw.take(found)).rows()[0]

    def rows(self) -> list[dict[str, Any]]:
        """Return every row as a dict of Python values.

        They are int, float, str, bool, date, datetime or None.
        """
        names = self._raw.names
        values = [self._raw.values(name) for name in names]
        return [dict(zip(names, row, strict=True)) for row in zip(*values, strict=True)]

    def to_pandas(self) -> Any:
        """Return a ``pandas.DataFrame``, a copy; pyarrow is not needed.

        Integers and booleans with nulls keep their values in pandas' nullable types.
        """
        pandas = require("pandas", purpose="Table.to_pandas()")
        from wortfeld._frames import pandas_column

        return pandas.DataFrame({name: pandas_column(self._raw, name) for name in self._raw.names})

    def to_polars(self) -> Any:
        """Return a ``polars.DataFrame`` that shares the memory where it can."""
        return require("polars", purpose="Table.to_polars()").DataFrame(self._raw)

    def to_arrow(self) -> Any:
        """Return a ``pyarrow.Table`` that shares the memory of this one."""
        return require("pyarrow", purpose="Table.to_arrow()").table(self._raw)

    def __arrow_c_schema__(self) -> object:
        return self._raw.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._raw.__arrow_c_stream__(requested_schema)

    def to_csv(self, path: str | os.PathLike[str]) -> None:
        r"""Write a CSV file to `path` (RFC 4180, UTF-8, lines end in ``\n``).

        Null is an empty field, an empty text ``""``. Floats read back as the same numbers, dates
        are ISO 8601. The file appears whole or not at all.

        Raises
        ------
        OSError
            ``FileNotFoundError``, ``PermissionError`` and so on if it cannot be written.
        """
        from wortfeld._csv import csv_lines
        from wortfeld._files import writing_text

        with writing_text(path) as file:
            file.writelines(csv_lines(self._raw))

    def __repr__(self) -> str:
        from wortfeld.display.text import table_text

        return table_text(self._raw, caption=self._caption)

    def _repr_html_(self) -> str:
        from wortfeld.display.html import table_html

        return table_html(self._raw, caption=self._caption)

    def _like(self, raw: _core.Columns) -> Self:
        """Return a table of this kind with other rows."""
        return type(self)(raw, caption=self._caption, provenance=self._provenance)

    def _rows_with(self, column: str, key: Any) -> list[int]:
        """Return the numbers of the rows, at least one, that hold the key."""
        kind = self._raw.type(column)
        wanted = _KEY_TYPES[kind]
        key = key.item() if hasattr(key, "item") else key
        if not isinstance(key, wanted) or (isinstance(key, bool) and kind != "boolean"):
            expected = " or ".join(option.__name__ for option in wanted)
            message = f"column {column!r} holds {expected}, got {type(key).__name__}"
            raise TypeError(message)
        if kind == "text":
            return self._raw.rows_with(column, str(key))
        found = [row for row, value in enumerate(self._raw.values(column)) if value == key]
        if not found:
            message = f"unknown {column} {key!s}; table[{column!r}] has them all"
            raise UnknownName(message)
        return found


def _expect_name(value: object, *, place: str) -> None:
    if not isinstance(value, str):
        message = (
            f"{place} takes the name of a column, not {type(value).__name__}; "
            "rows come from .head(), .row() and .rows()"
        )
        raise TypeError(message)
