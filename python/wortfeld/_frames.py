"""One column for pandas, built from NumPy arrays so that pyarrow is not needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wortfeld import _core

__all__ = ["pandas_column"]


def pandas_column(raw: _core.Columns, name: str) -> Any:
    """Return a column as an array or Series with the type pandas keeps such values in."""
    import pandas as pd

    kind = raw.type(name)
    if kind == "text":
        # From version 3 on texts have a type of their own; before, they are objects.
        own_type = int(pd.__version__.split(".")[0]) >= 3
        return pd.Series(raw.numpy(name), dtype="str" if own_type else object)
    if kind == "date":
        return raw.numpy(name).astype("datetime64[s]")
    if kind == "datetime":
        return raw.numpy(name)
    if raw.null_count(name) > 0 and kind == "int64":
        return pd.arrays.IntegerArray(raw.storage(name).copy(), raw.null_mask(name).copy())
    if raw.null_count(name) > 0 and kind == "boolean":
        return pd.arrays.BooleanArray(raw.storage(name).copy(), raw.null_mask(name).copy())
    return raw.numpy(name)
