"""Fisher's exact test and the correction for many tests, against exact fractions and scipy."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import association as oracle
from scipy import stats
from wortfeld import BadArgument, _core

small = st.integers(0, 60)
tables = st.builds(oracle.Table, small, small, small, st.one_of(small, st.integers(0, 2000)))


def fisher(tables):
    """Return p and log10 p of a list of tables."""
    columns = zip(*(table.marginals for table in tables), strict=True)
    return _core.fisher(*map(np.array, columns), threads=0, progress=None)


def relative_error(value, exact):
    """Return |value / exact - 1| with the rounding of neither."""
    return float(abs(Fraction(float(value)) / exact - 1))


def every_table(largest):
    for n in range(largest + 1):
        for r1 in range(n + 1):
            for c1 in range(n + 1):
                for o11 in range(max(0, r1 + c1 - n), min(r1, c1) + 1):
                    yield oracle.Table.from_marginals(o11, r1, c1, n)


def test_every_table_up_to_twelve_units_is_exact():
    every = list(every_table(12))
    for table, p, log10_p in zip(every, *fisher(every), strict=True):
        exact = oracle.fisher(table)
        assert relative_error(p, exact) < 3e-16, table
        assert log10_p == pytest.approx(oracle.fisher_log10(table), rel=1e-14, abs=0), table


@settings(max_examples=200)
@given(table=tables)
def test_random_tables_agree_with_exact_fractions(table):
    (p,), (log10_p,) = fisher([table])
    exact = oracle.fisher(table)
    assert relative_error(p, exact) < 1e-12
    assert log10_p == pytest.approx(oracle.fisher_log10(table), rel=1e-12, abs=0)


@settings(max_examples=20)
@given(
    n=st.integers(10**4, 10**12),
    share_a=st.floats(1e-6, 0.5),
    share_b=st.floats(1e-6, 0.5),
    excess=st.floats(0.01, 30),
)
def test_large_tables_agree_with_sums_in_high_precision(n, share_a, share_b, excess):
    r1, c1 = math.ceil(n * share_a), math.ceil(n * share_b)
    deviation = math.sqrt(r1 * c1 / n * (1 - r1 / n) * (1 - c1 / n))
    # The sum in high precision takes its time where the tail is long.
    excess = max(excess, deviation / 200)
    o11 = min(r1, c1, math.ceil(r1 * c1 / n + excess * deviation) + 1)
    table = oracle.Table.from_marginals(o11, r1, c1, n)
    _, (log10_p,) = fisher([table])
    assert log10_p == pytest.approx(oracle.fisher_log10_large(table), rel=1e-12)


def test_long_tails_agree_with_sums_in_high_precision():
    # Standard deviations of 790 and 1770: on both sides of the step from sum to integral.
    for n in (10**7, 5 * 10**7):
        for above in (1, 1000):
            table = oracle.Table.from_marginals(n // 4 + above, n // 2, n // 2, n)
            _, (log10_p,) = fisher([table])
            assert log10_p == pytest.approx(oracle.fisher_log10_large(table), rel=1e-12)


def test_scipy_agrees():
    random = np.random.default_rng(20260310)
    for _ in range(300):
        n = int(random.integers(2, 5000))
        r1, c1 = (int(count) for count in random.integers(0, n + 1, 2))
        o11 = int(random.integers(max(0, r1 + c1 - n), min(r1, c1) + 1))
        (p,), (log10_p,) = fisher([oracle.Table.from_marginals(o11, r1, c1, n)])
        log_p = stats.hypergeom.logsf(o11 - 1, n, r1, c1)
        # scipy's own sum loses digits far out and next to 1.
        assert log10_p * math.log(10) == pytest.approx(log_p, rel=1e-7, abs=1e-9)
        assert p == pytest.approx(math.exp(log_p), rel=1e-7, abs=1e-300)


def test_scipys_exact_test_agrees():
    for o11, r1, c1, n in ((7, 10, 9, 19), (3, 4, 4, 8), (14, 35, 8620, 10206300)):
        table = oracle.Table.from_marginals(o11, r1, c1, n)
        two_by_two = [[table.o11, table.o12], [table.o21, table.o22]]
        expected = stats.fisher_exact(two_by_two, alternative="greater").pvalue
        assert fisher([table])[0][0] == pytest.approx(expected, rel=1e-10)


def test_p_is_one_for_the_smallest_possible_count():
    tables = [oracle.Table(0, 0, 0, 0), oracle.Table(0, 5, 5, 500), oracle.Table(5, 500, 500, 0)]
    p, log10_p = fisher(tables)
    assert p.tolist() == [1.0, 1.0, 1.0]
    assert log10_p.tolist() == [0.0, 0.0, 0.0]


def test_the_logarithm_outlives_the_value():
    (p,), (log10_p,) = fisher([oracle.Table.from_marginals(5000, 5000, 5000, 10**6)])
    assert p == 0.0
    assert log10_p == pytest.approx(-13668.937142607935, rel=1e-13)


# Benjamini and Hochberg

p_values = st.lists(st.fractions(Fraction(1, 1000), 1, max_denominator=1000), max_size=20)


def log10(p):
    return np.array([math.log10(value) for value in p])


@settings(max_examples=100)
@given(p=p_values, unseen=st.integers(0, 40))
def test_q_values_agree_with_exact_fractions(p, unseen):
    m = len(p) + unseen
    q = _core.benjamini_hochberg(log10(p), m)
    np.testing.assert_allclose(q, [float(e) for e in oracle.benjamini_hochberg(p, m)], rtol=1e-13)


@settings(max_examples=100)
@given(p=p_values, unseen=st.integers(0, 40))
def test_scipys_correction_agrees(p, unseen):
    every = [float(value) for value in p] + [1.0] * unseen
    if every:
        q = _core.benjamini_hochberg(log10(p), len(every))
        np.testing.assert_allclose(q, stats.false_discovery_control(every)[: len(p)], rtol=1e-12)


@settings(max_examples=100)
@given(p=p_values, unseen=st.integers(0, 40))
def test_q_values_are_ordered_as_p_and_ties_stay_ties(p, unseen):
    logarithms = log10(p)
    q = _core.benjamini_hochberg(logarithms, len(p) + unseen)
    order = np.argsort(logarithms, kind="stable")
    assert (np.diff(q[order]) >= 0).all()
    assert ((q > 0) & (q <= 1)).all()
    for value in set(p):
        assert len({q[row] for row in range(len(p)) if p[row] == value}) == 1


def test_fewer_candidates_than_pairs_are_refused():
    with pytest.raises(BadArgument, match="m = 1, is smaller than the number of p-values, 2"):
        _core.benjamini_hochberg(np.array([-1.0, -2.0]), 1)


@pytest.mark.parametrize("value", [0.5, math.nan])
def test_what_is_no_logarithm_of_a_probability_is_refused(value):
    with pytest.raises(BadArgument, match="log10_p must be at most 0"):
        _core.benjamini_hochberg(np.array([value]), 3)


def test_signed_g2_agrees_with_scipy():
    random = np.random.default_rng(7)
    for _ in range(200):
        cells = random.integers(1, 10**5, (2, 2))
        expected = stats.chi2_contingency(cells, correction=False, lambda_="log-likelihood")
        table = oracle.Table(*(int(count) for count in cells.reshape(-1)))
        columns = [np.array([count]) for count in table.marginals]
        (value,) = _core.association(*columns, measure="log_likelihood", threads=0, progress=None)
        assert abs(value) == pytest.approx(expected.statistic, rel=1e-7, abs=1e-6)
        assert (value > 0) == (cells[0, 0] > expected.expected_freq[0, 0])
