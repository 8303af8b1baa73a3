"""Every association measure and Fisher's test on every table with at most 40 units.

Prints a line for each claim: the claim, how many cases were checked, how many failed.
"""

import math
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import wortfeld as wf
from wortfeld import _core

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from oracle import association as oracle

LARGEST = 40
# What the documentation promises: an absolute error near zero, a relative one elsewhere.
ABSOLUTE, RELATIVE = 1e-12, 1e-9
FISHER_RELATIVE = 1e-12


def every_table() -> Iterator[oracle.Table]:
    """Yield every table with at most that many units."""
    for n in range(LARGEST + 1):
        for o11 in range(n + 1):
            for o12 in range(n + 1 - o11):
                for o21 in range(n + 1 - o11 - o12):
                    yield oracle.Table(o11, o12, o21, n - o11 - o12 - o21)


def columns(tables: list[oracle.Table]) -> list[np.ndarray]:
    """Return o11, r1, c1 and n of tables."""
    return [np.array(column) for column in zip(*(t.marginals for t in tables), strict=True)]


def is_close(value: float, exact: float) -> bool:
    """Return whether a value is as close as is promised."""
    if math.isnan(exact) or math.isinf(exact):
        return value == exact or (math.isnan(value) and math.isnan(exact))
    return abs(value - exact) <= max(ABSOLUTE, RELATIVE * abs(exact))


def check_measure(name: str, oracle_of: Callable[..., float], tables: list[oracle.Table]) -> int:
    """Return on how many tables a measure is wrong."""
    scores = wf.association(*columns(tables), measure=name)
    return sum(
        not is_close(float(score), float(oracle_of(table)))
        for score, table in zip(scores, tables, strict=True)
    )


def check_fisher(tables: list[oracle.Table]) -> int:
    """Return on how many tables the p-value is wrong."""
    values, _ = _core.fisher(*columns(tables), threads=0, progress=None)
    wrong = 0
    for value, table in zip(values, tables, strict=True):
        exact = oracle.fisher(table)
        wrong += abs(Fraction(float(value)) / exact - 1) > FISHER_RELATIVE
    return wrong


def main() -> int:
    """Check everything and say what was checked."""
    tables = list(every_table())
    failed = 0
    for name, oracle_of in oracle.MEASURES.items():
        wrong = check_measure(name, oracle_of, tables)
        print(f"{name} agrees with exact arithmetic\t{len(tables)}\t{wrong}", flush=True)
        failed += wrong
    wrong = check_fisher(tables)
    print(f"Fisher's p agrees with exact fractions\t{len(tables)}\t{wrong}")
    return 1 if failed + wrong else 0


if __name__ == "__main__":
    sys.exit(main())
