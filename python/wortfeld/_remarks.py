"""Warnings that name the line of the user, however deep in the library they arise."""

from __future__ import annotations

import sys
import warnings

__all__ = ["warn"]

_PACKAGE = __name__.partition(".")[0]


def warn(message: str) -> None:
    """Warn at the innermost line outside of the library."""
    # A frame that is asked for by number counts from here, as the level of a warning does from 1.
    level = 1
    frame = sys._getframe(level)
    while frame.f_back is not None and _is_inside(frame.f_globals.get("__name__", "")):
        frame = frame.f_back
        level += 1
    warnings.warn(message, stacklevel=level + 1)


def _is_inside(module: str) -> bool:
    return module.partition(".")[0] == _PACKAGE
