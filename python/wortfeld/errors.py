"""What can go wrong, as exceptions that a user can catch, read and send to another process.

Each class is a :class:`WortfeldError` and the built-in exception of its kind as well, so
``except ValueError`` works too. ``str(error)`` is the message: what went wrong, with which value,
and the way out. All fields survive pickling and copying.
"""

# ruff: noqa: N818  (the names are promised; `BadArgument` says that it is an error)

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "BadArgument",
    "BadFile",
    "BadInput",
    "MemoryLimit",
    "UnknownName",
    "WortfeldError",
]


class WortfeldError(Exception):
    """Base of every error that wortfeld raises about its arguments, inputs and files."""

    def __init__(self, message: str) -> None:
        super().__init__(message)


class BadArgument(WortfeldError, ValueError):
    """An argument has a value that is not allowed; the message says which ones are."""


class UnknownName(WortfeldError, LookupError):
    """A name that nobody knows: a document, an entity, a column, a measure.

    Attributes
    ----------
    suggestions : tuple of str
        Known names near the given one, best first; may be empty.
    """

    def __init__(self, message: str, *, suggestions: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.suggestions = tuple(suggestions)


class _PlacedError(WortfeldError):
    """An error with a place in a file or text; each field is None where it is not known."""

    def __init__(
        self,
        message: str,
        *,
        source: str | None = None,
        line: int | None = None,
        byte_offset: int | None = None,
    ) -> None:
        super().__init__(message)
        self.source = source
        self.line = line
        self.byte_offset = byte_offset


class BadInput(_PlacedError, ValueError):
    """A text, table or gazetteer that cannot be read as what it should be.

    Attributes
    ----------
    source : str or None
        The file, document or argument.
    line : int or None
        The line or row, counted from 1.
    byte_offset : int or None
        The byte, counted from 0.
    """


class BadFile(_PlacedError, OSError):
    """A file of wortfeld's own format that is damaged, cut short or of a newer version.

    Attributes
    ----------
    source : str or None
        The file.
    line : int or None
        The line, counted from 1, in files of lines.
    byte_offset : int or None
        The byte, counted from 0.
    """


class MemoryLimit(WortfeldError, MemoryError):
    """The work needs more memory than there is or than :func:`wortfeld.options` allows."""
