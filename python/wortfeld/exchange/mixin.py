"""What the classes share whose methods ``Mentions`` inherits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wortfeld.mentions import Mentions

__all__ = ["MentionsMixin"]


class MentionsMixin:
    """A part of :class:`~wortfeld.Mentions`, in a module of its own."""

    __slots__ = ()

    def _itself(self) -> Mentions:
        """Return itself as what it is."""
        return self  # type: ignore[return-value]  # Mentions alone inherits this
