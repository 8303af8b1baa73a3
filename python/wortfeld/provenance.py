"""How a result came about: versions, rules and parameters behind every table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from wortfeld._immutable import Immutable

__all__ = ["KEYS", "Provenance"]

KEYS = (
    "version",
    "rules",
    "unicode",
    "language",
    "layer",
    "zones",
    "context",
    "parameters",
    "excluded",
    "corpus",
    "call",
)


class Provenance(Immutable, dict[str, Any]):
    """A dict that cannot be changed, nor anything in it; ``dict(provenance)`` is a copy that can.

    Parameters
    ----------
    entries
        What is known. Mappings inside become read-only too, lists become tuples.
    """

    def __init__(self, entries: Mapping[str, Any]) -> None:
        super().__init__({key: _frozen(value) for key, value in entries.items()})

    @classmethod
    def complete(cls, entries: Mapping[str, Any] | None) -> Provenance:
        """Return the entries with every key of :data:`KEYS`, None where it has no meaning."""
        return cls({**dict.fromkeys(KEYS), **(entries or {})})

    def _refuse(self, *_arguments: Any, **_options: Any) -> NoReturn:
        message = "provenance is read-only; dict(provenance) is a copy that can be changed"
        raise TypeError(message)

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[type[Provenance], tuple[dict[str, Any]]]:
        return type(self), (dict(self),)


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return value if isinstance(value, Provenance) else Provenance(value)
    if isinstance(value, list | tuple):
        return tuple(_frozen(item) for item in value)
    return value
