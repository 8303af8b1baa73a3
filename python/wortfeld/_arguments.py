"""Checks of arguments that many calls take; each says what was given and what is allowed."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import Any, get_args

from wortfeld import _core
from wortfeld.errors import BadArgument
from wortfeld.typing import Zone

__all__ = [
    "choice",
    "choices",
    "count",
    "flag",
    "is_writable",
    "names",
    "optional_count",
    "optional_text",
    "text",
    "zones",
]


def text(name: str, value: Any) -> str:
    """Return a str; anything else is a TypeError, one that no encoding can write a BadArgument."""
    if not isinstance(value, str):
        message = f"{name} must be a str, not {type(value).__name__}"
        raise TypeError(message)
    if not is_writable(value):
        message = f"{name} holds a lone surrogate, which no text does: {value!a}"
        raise BadArgument(message)
    return value


def is_writable(value: str) -> bool:
    """Whether UTF-8 can write a text: it holds no lone surrogate."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def optional_text(name: str, value: Any) -> str | None:
    """Return a str or None."""
    return None if value is None else text(name, value)


def choice(name: str, value: Any, allowed: Iterable[str]) -> str:
    """Return one of the allowed texts; another one is a BadArgument with near ones."""
    options = list(allowed)
    if text(name, value) in options:
        return str(value)
    near = _core.near_names(value, options)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    message = f"{name} must be {', '.join(map(repr, options))}, not {value!r}{hint}"
    raise BadArgument(message)


def count(name: str, value: Any, *, least: int = 0) -> int:
    """Return a whole number of at least `least`; True and False are none."""
    number = None if isinstance(value, bool) else _index(value)
    if number is None:
        message = f"{name} must be a whole number, not {type(value).__name__}"
        raise TypeError(message)
    if number < least:
        message = f"{name} must be {least} or more, not {number}"
        raise BadArgument(message)
    return number


def _index(value: Any) -> int | None:
    try:
        return operator.index(value)
    except TypeError:
        return None


def optional_count(name: str, value: Any) -> int | None:
    """Return a whole number from 0 or None."""
    return None if value is None else count(name, value)


def flag(name: str, value: Any) -> bool:
    """Return True or False; anything else is a TypeError, whatever Python takes it for."""
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool"):
        return bool(value)
    message = f"{name} must be True or False, not {value!r}"
    raise TypeError(message)


def names(name: str, value: Any) -> list[str]:
    """Return a list of texts from a text, an iterable of texts or None (empty)."""
    if value is None:
        return []
    if isinstance(value, str):
        return [text(name, value)]
    if not isinstance(value, Iterable):
        message = f"{name} must be a text or a list of texts, not {type(value).__name__}"
        raise TypeError(message)
    return [text(f"{name}[{place}]", entry) for place, entry in enumerate(value)]


def choices(name: str, value: Any, allowed: Iterable[str]) -> list[str]:
    """Return allowed texts from one, several or None (empty); near ones are offered for others."""
    options = list(allowed)
    return [choice(name, entry, options) for entry in names(name, value)]


def zones(value: Any) -> list[str] | None:
    """Return names of zones, or None for those that statistics count."""
    if value is None:
        return None
    listed = names("zones", value)
    if listed == ["all"]:
        return listed
    if not listed:
        message = "zones is empty; give names of zones, 'all' or None"
        raise BadArgument(message)
    return [choice("zones", zone, ("all", *get_args(Zone))) for zone in listed]
