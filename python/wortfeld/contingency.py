"""The table of four counts behind every measure of a pair."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Contingency"]


class Contingency(NamedTuple):
    """The four counts of a pair (Evert's notation): units with both, with one only, with neither.

    Examples
    --------
    >>> from wortfeld import Contingency
    >>> Contingency(o11=2, o12=1, o21=3, o22=4).e11
    1.5
    """

    o11: int
    o12: int
    o21: int
    o22: int

    @property
    def r1(self) -> int:
        """Units that contain a."""
        return self.o11 + self.o12

    @property
    def r2(self) -> int:
        """Units without a."""
        return self.o21 + self.o22

    @property
    def c1(self) -> int:
        """Units that contain b."""
        return self.o11 + self.o21

    @property
    def c2(self) -> int:
        """Units without b."""
        return self.o12 + self.o22

    @property
    def n(self) -> int:
        """All units."""
        return self.r1 + self.r2

    @property
    def e11(self) -> float:
        """Units with both that chance alone explains, r1 c1 / n; NaN without units."""
        return self.r1 * self.c1 / self.n if self.n else float("nan")
