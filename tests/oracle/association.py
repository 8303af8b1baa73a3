"""Association measures, Fisher's test and q-values, written to be read and not to be fast.

Every function takes a table of exact integers and computes in rational numbers or with fifty
digits, so that its only rounding is the last one. Nothing here shares code or method with the core.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import comb, inf, nan
from typing import TYPE_CHECKING

import mpmath

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DIGITS = 50


@dataclass(frozen=True)
class Table:
    """Four counts, after Evert."""

    o11: int
    o12: int
    o21: int
    o22: int

    @classmethod
    def from_marginals(cls, o11: int, r1: int, c1: int, n: int) -> Table:
        return cls(o11, r1 - o11, c1 - o11, n - r1 - c1 + o11)

    @property
    def r1(self) -> int:
        return self.o11 + self.o12

    @property
    def r2(self) -> int:
        return self.o21 + self.o22

    @property
    def c1(self) -> int:
        return self.o11 + self.o21

    @property
    def c2(self) -> int:
        return self.o12 + self.o22

    @property
    def n(self) -> int:
        return self.r1 + self.r2

    @property
    def marginals(self) -> tuple[int, int, int, int]:
        return self.o11, self.r1, self.c1, self.n

    def transposed(self) -> Table:
        return Table(self.o11, self.o21, self.o12, self.o22)


def logarithm(value: Fraction, base: int | None = None) -> float:
    """The logarithm of a positive rational number, natural unless a base is given."""
    with mpmath.workdps(DIGITS):
        # Close to one the difference is taken before rounding, so that nothing cancels.
        above_one = value - 1
        if abs(above_one) < Fraction(1, 2):
            result = mpmath.log1p(mpmath.mpf(above_one.numerator) / above_one.denominator)
        else:
            result = mpmath.log(mpmath.mpf(value.numerator) / value.denominator)
        return float(result if base is None else result / mpmath.log(base))


def share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def log_likelihood(table: Table) -> float:
    if 0 in (table.r1, table.r2, table.c1, table.c2):
        return 0.0
    cells = (
        (table.o11, table.r1, table.c1),
        (table.o12, table.r1, table.c2),
        (table.o21, table.r2, table.c1),
        (table.o22, table.r2, table.c2),
    )
    # The terms of a large table cancel to 1e-19 of their size and less.
    with mpmath.workdps(2 * DIGITS):
        total = mpmath.mpf(0)
        for observed, row, column in cells:
            if observed:
                ratio = mpmath.mpf(observed * table.n) / (row * column)
                total += 2 * observed * mpmath.log(ratio)
        repelled = table.o11 * table.n < table.r1 * table.c1
        return float(-total if repelled else total)


def pmi(table: Table) -> float:
    if table.r1 == 0 or table.c1 == 0:
        return nan
    if table.o11 == 0:
        return -inf
    return logarithm(Fraction(table.o11 * table.n, table.r1 * table.c1), 2)


def npmi(table: Table) -> float:
    if table.r1 == 0 or table.c1 == 0 or table.o11 == table.n:
        return nan
    if table.o11 == 0:
        return -1.0
    with mpmath.workdps(DIGITS):
        ratio = mpmath.mpf(table.o11 * table.n) / (table.r1 * table.c1)
        surprise = -mpmath.log(mpmath.mpf(table.o11) / table.n)
        return float(mpmath.log(ratio) / surprise)


def log_ratio(table: Table) -> float:
    with_a = share(table.o11, table.r1)
    without_a = share(table.o21, table.r2)
    if with_a is None or without_a is None or with_a == without_a == 0:
        return nan
    if without_a == 0:
        return inf
    return logarithm(with_a / without_a, 2) if with_a else -inf


def log_odds(table: Table) -> float:
    half = Fraction(1, 2)
    with_halves = (table.o11 + half) * (table.o22 + half)
    against = (table.o12 + half) * (table.o21 + half)
    return logarithm(with_halves / against)


def dice(table: Table) -> float:
    result = share(2 * table.o11, table.r1 + table.c1)
    return nan if result is None else float(result)


def log_dice(table: Table) -> float:
    result = share(2 * table.o11, table.r1 + table.c1)
    if result is None:
        return nan
    return logarithm(result * 2**14, 2) if result else -inf


def jaccard(table: Table) -> float:
    result = share(table.o11, table.r1 + table.c1 - table.o11)
    return nan if result is None else float(result)


def delta_p_b_given_a(table: Table) -> float:
    with_a = share(table.o11, table.r1)
    without_a = share(table.o21, table.r2)
    return nan if with_a is None or without_a is None else float(with_a - without_a)


def delta_p_a_given_b(table: Table) -> float:
    return delta_p_b_given_a(table.transposed())


MEASURES: dict[str, Callable[[Table], float]] = {
    function.__name__: function
    for function in (
        log_likelihood,
        pmi,
        npmi,
        log_ratio,
        log_odds,
        dice,
        log_dice,
        jaccard,
        delta_p_b_given_a,
        delta_p_a_given_b,
    )
}


def fisher(table: Table) -> Fraction:
    """P(X >= O11) as an exact fraction, by adding up all tables with these marginals."""
    favourable = sum(
        comb(table.r1, k) * comb(table.r2, table.c1 - k)
        for k in range(table.o11, min(table.r1, table.c1) + 1)
    )
    return Fraction(favourable, comb(table.n, table.c1))


def fisher_log10(table: Table) -> float:
    return logarithm(fisher(table), 10)


def fisher_log10_large(table: Table) -> float:
    """The same for tables whose binomial coefficients would fill the memory.

    Starts from log-gamma with a hundred digits and adds terms until they no longer count. It needs
    O11 above its expectation.
    """
    with mpmath.workdps(2 * DIGITS):

        def factorial(count: int) -> mpmath.mpf:
            return mpmath.loggamma(mpmath.mpf(count) + 1)

        margins = sum(map(factorial, (table.r1, table.r2, table.c1, table.c2)))
        cells = sum(map(factorial, (table.o11, table.o12, table.o21, table.o22)))
        first = margins - cells - factorial(table.n)
        term = total = mpmath.mpf(1)
        step = 0
        while term > total * mpmath.mpf(10) ** -25:
            above = (table.o12 - step) * (table.o21 - step)
            below = (table.o11 + step + 1) * (table.o22 + step + 1)
            term *= mpmath.mpf(above) / below
            total += term
            step += 1
        return float((first + mpmath.log(total)) / mpmath.log(10))


def benjamini_hochberg(p: Sequence[Fraction], m: int) -> list[Fraction]:
    """q-values of the pairs seen, with every unseen candidate written out as p = 1."""
    every = [*p, *([Fraction(1)] * (m - len(p)))]
    order = sorted(range(m), key=lambda row: every[row])
    adjusted = [min(Fraction(1), every[row] * m / rank) for rank, row in enumerate(order, start=1)]
    q = [Fraction(1)] * m
    for rank, row in enumerate(order):
        q[row] = min(adjusted[rank:])
    return q[: len(p)]
