"""Association measures against their oracle, and what the facade accepts and refuses."""

import itertools
import math
import typing

import numpy as np
import pytest
import wortfeld as wf
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import association as oracle
from wortfeld import _core
from wortfeld.typing import Measure

NAMES = list(oracle.MEASURES)
SYMMETRIC = {row["name"] for row in wf.measures().rows() if row["symmetric"]}
# Documented: the error of a value v against the exact one.
ABSOLUTE, RELATIVE, SMALLEST = 1e-12, 1e-9, 1e-12

# Small counts are as likely as large ones, and zeros and ones as likely as they deserve.
cells = st.one_of(
    st.integers(0, 3), st.integers(0, 300), st.integers(0, 10**6), st.integers(0, 2**60)
)
tables = st.builds(oracle.Table, cells, cells, cells, cells)
# Tables whose counts differ from the expected ones in the last digits only.
near_independence = st.builds(
    lambda r1, c1, k, change: oracle.Table.from_marginals(
        k * r1 * c1 + change,
        k * r1 * c1 + k * r1 * 1000,
        k * c1 * r1 + k * c1 * 1000,
        k * (r1 + 1000) * (c1 + 1000),
    ),
    st.integers(1, 10**4),
    st.integers(1, 10**4),
    st.integers(1, 10**3),
    st.integers(-1, 3),
)


def all_tables(largest):
    """Return every table with at most that many units."""
    return [
        oracle.Table(o11, o12, o21, n - o11 - o12 - o21)
        for n in range(largest + 1)
        for o11 in range(n + 1)
        for o12 in range(n + 1 - o11)
        for o21 in range(n + 1 - o11 - o12)
    ]


def score(measure, tables):
    """Return the measure of a list of tables, as one call over arrays."""
    columns = zip(*(table.marginals for table in tables), strict=True)
    return wf.association(*map(np.array, columns), measure=measure)


def is_close(value, exact):
    """Return whether a value is as close to the exact one as is promised."""
    if math.isnan(exact) or math.isinf(exact):
        return value == exact or (math.isnan(value) and math.isnan(exact))
    error = abs(value - exact)
    allowed = ABSOLUTE * max(1.0, abs(exact))
    return error <= allowed and (abs(exact) < SMALLEST or error <= RELATIVE * abs(exact))


@pytest.mark.parametrize("measure", NAMES)
def test_every_table_up_to_twelve_units_agrees_with_the_oracle(measure):
    every = all_tables(12)
    assert len(every) == math.comb(16, 4)
    for table, value in zip(every, score(measure, every), strict=True):
        assert is_close(value, oracle.MEASURES[measure](table)), table


@pytest.mark.parametrize("measure", NAMES)
@settings(max_examples=300)
@given(table=st.one_of(tables, near_independence))
def test_random_tables_agree_with_the_oracle(measure, table):
    value = wf.association(*table.marginals, measure=measure)
    assert isinstance(value, float)
    assert is_close(value, oracle.MEASURES[measure](table))


@pytest.mark.parametrize("measure", NAMES)
@settings(max_examples=100)
@given(table=tables)
def test_measures_are_symmetric_where_the_registry_says_so(measure, table):
    values = score(measure, [table, table.transposed()])
    if measure in SYMMETRIC:
        np.testing.assert_array_equal(values[0], values[1])


def test_measures_that_are_not_symmetric_differ_somewhere():
    table = oracle.Table(30, 10, 20, 40)
    for measure in set(NAMES) - SYMMETRIC:
        values = score(measure, [table, table.transposed()])
        assert values[0] != values[1], measure


def test_small_values_keep_their_digits():
    nearly = wf.association(1000, 10**5, 10**5, 10**7 + 1, measure="log_likelihood")
    assert nearly == pytest.approx(1.0203039131889395e-11, rel=1e-12)
    assert wf.association(1000, 10**5, 10**5, 10**7, measure="log_likelihood") == 0.0


def test_large_counts_do_not_overflow():
    n = 2**63 - 1
    for measure, name in ((oracle.MEASURES[name], name) for name in NAMES):
        for table in (oracle.Table(2**61, 2**60, 2**59, 2**61), oracle.Table(1, 2, 3, n - 6)):
            assert is_close(wf.association(*table.marginals, measure=name), measure(table)), name


def test_nothing_warns_and_nan_stands_only_where_the_registry_says():
    every = all_tables(8)
    empty = {  # where a measure has no value, by its registry row
        "log_likelihood": lambda t: False,
        "log_odds": lambda t: False,
        "pmi": lambda t: 0 in (t.r1, t.c1),
        "npmi": lambda t: 0 in (t.r1, t.c1) or t.o11 == t.n,
        "log_ratio": lambda t: 0 in (t.r1, t.r2, t.c1),
        "dice": lambda t: t.r1 == t.c1 == 0,
        "log_dice": lambda t: t.r1 == t.c1 == 0,
        "jaccard": lambda t: t.r1 == t.c1 == 0,
        "delta_p_b_given_a": lambda t: 0 in (t.r1, t.r2),
        "delta_p_a_given_b": lambda t: 0 in (t.c1, t.c2),
    }
    for row in wf.measures().rows():
        with np.errstate(all="raise"):
            values = score(row["name"], every)
        without = [empty[row["name"]](table) for table in every]
        np.testing.assert_array_equal(np.isnan(values), without)
        assert ("NaN" in row["zero"]) == any(without)


def test_log_dice_grows_by_one_when_the_pair_meets_twice_as_often():
    once, twice = wf.association([10, 20], 1000, 500, 10**6, measure="log_dice")
    assert twice - once == pytest.approx(1.0, abs=1e-12)


# What goes in and what comes out


def test_numbers_in_a_float_out():
    for number in (5, np.int64(5), np.uint8(5), 5.0, np.array(5)):
        assert type(wf.association(number, 10, 10, 100, measure="dice")) is float


def test_arrays_are_broadcast():
    o11 = np.arange(6).reshape(2, 3)
    scores = wf.association(o11, [6, 7, 8], 10, [[100], [200]], measure="pmi")
    assert scores.shape == (2, 3)
    assert scores.dtype == np.float64
    for row, column in itertools.product(range(2), range(3)):
        alone = wf.association(
            int(o11[row, column]), (6, 7, 8)[column], 10, (100, 200)[row], measure="pmi"
        )
        assert scores[row, column] == alone


def test_results_can_be_written_to():
    scores = wf.association([1, 2], 10, 10, 100, measure="dice")
    scores[0] = 0.0
    assert scores[0] == 0.0


@pytest.mark.parametrize(
    "o11",
    [
        (1, 2, 3),
        np.array([1, 2, 3], dtype=np.uint64),
        np.array([1, 2, 3], dtype=np.int8),
        np.array([1.0, 2.0, 3.0]),
        np.array([1, 2, 3], dtype=object),
        np.array([9, 1, 9, 2, 9, 3])[1::2],
        np.array([1, 2, 3]).astype(">i8"),
    ],
    ids=["tuple", "uint64", "int8", "float64", "object", "strided", "big endian"],
)
def test_every_kind_of_whole_numbers_is_taken(o11):
    assert wf.association(o11, 10, 10, 100, measure="jaccard").tolist() == [1 / 19, 2 / 18, 3 / 17]


def test_pandas_series_are_arrays():
    pandas = pytest.importorskip("pandas", reason="pandas is an extra")
    for kind in ("int64", "Int64", "float64"):
        counts = pandas.Series([1, 2], dtype=kind)
        assert wf.association(counts, 10, 10, 100, measure="dice").tolist() == [0.1, 0.2]


def test_no_rows_give_no_rows():
    assert wf.association([], [], [], [], measure="pmi").shape == (0,)
    assert wf.association(np.zeros((0, 3)), 1, 1, 1, measure="pmi").shape == (0, 3)


# What is refused


@pytest.mark.parametrize(
    ("counts", "message"),
    [
        ((5, 3, 8, 20), r"o11 cannot be larger than r1 \(o11 = 5, r1 = 3, c1 = 8, n = 20\)"),
        ((5, 8, 3, 20), "o11 cannot be larger than c1"),
        ((1, 21, 3, 20), "r1 cannot be larger than n"),
        ((1, 3, 21, 20), "c1 cannot be larger than n"),
        ((1, 12, 10, 20), r"n is too small for r1 \+ c1 - o11"),
        ((-1, 3, 3, 20), "cannot be negative .*o11 = -1"),
        (([1, 2, 9], 5, 5, 20), r"o11 = 9.* in row 2"),
        ((1.5, 3, 3, 20), "o11 must hold whole numbers, got 1.5"),
        ((1, [3, math.nan], 3, 20), "r1 must hold whole numbers, got nan"),
        ((1, 3, math.inf, 20), "c1 must hold whole numbers, got inf"),
        ((1, 3, 3, 2**63), "n = 9223372036854775808 is too large"),
        ((1, 3, 3, 2.0**63), "n = .* is too large"),
        ((1, 3, 3, 10**30), "n = 10+ is too large"),
        ((np.ma.masked_array([1, 2], mask=[True, False]), 3, 3, 20), "o11 has masked values"),
        (([1, 2], [3, 3, 3], 3, 20), r"do not fit together: o11 \(2,\), r1 \(3,\)"),
    ],
)
def test_impossible_tables_are_refused_with_their_values(counts, message):
    with pytest.raises(wf.BadArgument, match=message):
        wf.association(*counts, measure="log_dice")


@pytest.mark.parametrize("value", ["5", None, True, [True], ["5"], [None], 1j, b"5"])
def test_what_is_no_number_is_a_type_error(value):
    with pytest.raises(TypeError, match="o11 must hold whole numbers, not"):
        wf.association(value, 10, 10, 100, measure="dice")


def test_an_unknown_measure_suggests_near_ones():
    with pytest.raises(wf.UnknownName, match="did you mean 'log_dice'") as raised:
        wf.association(1, 1, 1, 1, measure="logdyce")
    assert raised.value.suggestions == ("log_dice",)
    with pytest.raises(wf.UnknownName, match="did you mean 'log_likelihood'"):
        wf.association(1, 1, 1, 1, measure="G2")
    with pytest.raises(TypeError, match="measure must be a str"):
        wf.association(1, 1, 1, 1, measure=3)


# The registry


def test_the_registry_has_the_columns_of_the_contract():
    assert wf.measures().columns == [
        "name", "family", "formula", "source", "range", "symmetric", "zero", "other_names",
    ]  # fmt: skip


def test_the_registry_the_oracle_and_the_types_name_the_same_measures():
    names = wf.measures()["name"].tolist()
    assert names == NAMES
    assert names == list(typing.get_args(Measure))
    assert names == _core.measure_details().values("name")


def test_the_registry_says_where_it_comes_from():
    assert wf.measures().provenance["call"] == "wortfeld.measures()"
    assert wf.measures().provenance["version"] == wf.__version__
