"""Packages that are only needed on use, and the line that installs them."""

from __future__ import annotations

import importlib
from typing import Any

__all__ = ["require"]

_EXTRAS = {
    "pandas": "frames",
    "polars": "frames",
    "pyarrow": "frames",
    "simplemma": "lemma",
    "zstandard": "zstd",
}
# Where the name to install is another one.
_PACKAGES = {"Stemmer": "PyStemmer"}


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
        name = _PACKAGES.get(package, package)
        what = f"'wortfeld[{extra}]'" if extra else name
        message = f"{purpose} needs {name}; install it with: pip install {what}"
        raise ModuleNotFoundError(message, name=package) from None
