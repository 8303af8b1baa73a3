"""What never changes is its own copy."""

from __future__ import annotations

from typing import Any, Self

__all__ = ["Immutable"]


class Immutable:
    """A thing of which ``copy`` and ``deepcopy`` return the thing itself."""

    __slots__ = ()

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        return self
