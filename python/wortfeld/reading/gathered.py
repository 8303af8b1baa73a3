"""One metadata column that comes with rows, in parts of Python values or columns of the core."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wortfeld import _core
from wortfeld.reading.inference import typed, unified

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortfeld._columns import ColumnType

__all__ = ["Gathered"]


class Gathered:
    """A column as it comes; documents without a value have none (null).

    Columns of the core stay what they are as long as all have one type, so that their values never
    become Python objects.

    Parameters
    ----------
    name
        Its name.
    kind
        The type that it must have, if one is fixed.
    is_raw
        Whether its values are texts whose type the whole column tells.
    """

    def __init__(self, name: str, kind: ColumnType | None, *, is_raw: bool) -> None:
        self._name = name
        self._kind = kind
        self._is_raw = is_raw
        self._parts: list[list[Any] | _core.Columns] = []
        self._rows = 0

    def add_values(self, values: Sequence[Any], offered: int) -> None:
        """Add the values of some documents; `offered` came before them."""
        self._fill(offered)
        last = self._last()
        last.extend(values)
        self._rows += len(values)

    def add_column(self, column: _core.Columns, offered: int) -> None:
        """Add the column of some documents; `offered` came before them."""
        self._fill(offered)
        self._parts.append(column)
        self._rows += column.rows

    @property
    def values(self) -> list[Any]:
        """The values that came as Python objects."""
        return [value for part in self._parts if isinstance(part, list) for value in part]

    def whole(self, count: int) -> _core.Columns | None:
        """Return all parts as one column of so many rows; None if they are of several types."""
        self._fill(count)
        kinds = {part.type(self._name) for part in self._parts if isinstance(part, _core.Columns)}
        if len(kinds) != 1 or any(value is not None for value in self.values):
            return None
        (kind,) = kinds
        if self._kind not in (None, kind):
            return None
        parts = [
            _core.make_columns([(self._name, kind, part)]) if isinstance(part, list) else part
            for part in self._parts
        ]
        return _core.stack_columns(parts)

    def unified(self) -> list[Any]:
        """Return all values, with one type."""
        values: list[Any] = []
        for part in self._parts:
            values += part if isinstance(part, list) else part.values(self._name)
        if not self._is_raw:
            return unified(values)
        return [value or None for value in values] if self._kind == "text" else typed(values)

    def _fill(self, count: int) -> None:
        """Add nulls up to a number of documents."""
        if count > self._rows:
            self._last().extend([None] * (count - self._rows))
            self._rows = count

    def _last(self) -> list[Any]:
        """Return the part that takes further Python values."""
        if not self._parts or not isinstance(self._parts[-1], list):
            self._parts.append([])
        last: Any = self._parts[-1]
        return last  # type: ignore[no-any-return]  # a list: the others are columns
