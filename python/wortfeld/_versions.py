"""What to paste into a bug report."""

from __future__ import annotations

import importlib.metadata
import platform
import sys

import wortfeld
from wortfeld import _core
from wortfeld._options import thread_count
from wortfeld.errors import BadArgument

__all__ = ["show_versions", "versions"]

_PACKAGES = (
    "numpy",
    "scipy",
    "networkx",
    "matplotlib",
    "jinja2",
    "click",
    "tqdm",
    "PyStemmer",
    "pandas",
    "polars",
    "pyarrow",
    "scikit-learn",
    "ipython",
    "jupyterlab",
    "ipywidgets",
)


def versions() -> dict[str, str]:
    """Return what :func:`show_versions` shows; packages are looked up, never imported."""
    return {
        "wortfeld": wortfeld.__version__,
        "core": _core.__version__,
        "ICU": _core.icu_version,
        "Unicode": _core.unicode_version,
        "Python": f"{platform.python_version()} ({platform.python_implementation()})",
        "platform": platform.platform(),
        "threads": _threads(),
        **{package: _version(package) for package in _PACKAGES},
    }


def show_versions() -> None:
    """Print the versions of wortfeld, Python and the packages around it.

    Examples
    --------
    >>> import wortfeld as wf
    >>> wf.show_versions()  # doctest: +ELLIPSIS
    wortfeld      ...
    """
    found = versions()
    width = max(map(len, found)) + 2
    sys.stdout.writelines(f"{name:<{width}}{version}\n" for name, version in found.items())


def _threads() -> str:
    # A wrong setting is worth reporting; it must not keep the rest from being shown.
    try:
        return str(thread_count())
    except BadArgument as error:
        return str(error)


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"
