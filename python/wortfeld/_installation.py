"""Whether the compiled core is there and belongs to these sources."""

from __future__ import annotations

import importlib

__all__ = ["check_core"]


def check_core(version: str, package: str) -> None:
    """Say at once and in words when the core is missing, unusable or of other sources.

    Parameters
    ----------
    version
        Of the Python files.
    package
        The file of the package, beside which the core belongs.

    Raises
    ------
    ImportError
        With what is wrong and how to install it again.
    """
    how = (
        "; in a source checkout run 'pip install -e .', "
        "elsewhere 'pip install --force-reinstall wortfeld'"
    )
    try:
        core = importlib.import_module("wortfeld._core")
    except ModuleNotFoundError as error:
        message = f"the compiled core of wortfeld is missing beside {package}{how}"
        raise ImportError(message) from error
    except ImportError as error:
        message = f"the compiled core of wortfeld cannot be loaded ({error}){how}"
        raise ImportError(message) from error
    if core.__version__ != version:
        message = (
            f"the compiled core {core.__file__} is of version {core.__version__}, "
            f"the Python files are of version {version}{how}"
        )
        raise ImportError(message)
