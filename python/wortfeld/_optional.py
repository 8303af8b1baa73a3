"""Packages that are only needed on use, and the line that installs them."""

from __future__ import annotations

import importlib
from typing import Any

__all__ = ["require"]

_EXTRAS = {"pandas": "frames", "polars": "frames", "pyarrow": "frames", "zstandard": "zstd"}


def require(package: str, *, purpose: str) -> Any:
    """Import a package; ``ImportError`` with the pip line if it is not installed.

    Parameters
    ----------
    package
        The name to import.
    purpose
        What needs it, as the subject of the message: ``"Table.to_pandas()"``.
    """
    try:
        return importlib.import_module(package)
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        extra = _EXTRAS.get(package)
        what = f"'wortfeld[{extra}]'" if extra else package
        message = f"{purpose} needs {package}; install it with: pip install {what}"
        raise ModuleNotFoundError(message, name=package) from None
