import copy
import datetime
import math
import pickle
import random
import subprocess
import sys

import numpy as np
import pytest
from wortfeld._columns import columns_from
from wortfeld.errors import BadArgument, UnknownName
from wortfeld.provenance import KEYS
from wortfeld.table import Table

DAY = datetime.date(2026, 3, 10)
EVERY_TYPE = {
    "text": ["Wörter", None, "🙂 שלום"],
    "count": [1, None, 2**62 + 1],
    "score": [0.5, None, -1.0],
    "flag": [True, None, False],
    "day": [DAY, None, datetime.date(1, 1, 1)],
}


def table(data=None, **options):
    return Table(columns_from(EVERY_TYPE if data is None else data), **options)


def empty_of_every_type():
    types = dict(zip(EVERY_TYPE, ("text", "int64", "float64", "boolean", "date"), strict=True))
    return Table(columns_from(dict.fromkeys(EVERY_TYPE, ()), types=types))


def test_shape_length_and_names():
    assert table().columns == ["text", "count", "score", "flag", "day"]
    assert table().shape == (3, 5)
    assert len(table()) == 3
    assert table({}).shape == (0, 0)


def test_rows_hold_exact_python_values():
    rows = table().rows()
    assert rows == [
        dict(zip(EVERY_TYPE, row, strict=True)) for row in zip(*EVERY_TYPE.values(), strict=True)
    ]
    assert [type(value) for value in rows[0].values()] == [str, int, float, bool, datetime.date]


def test_a_table_without_rows_or_columns_has_no_rows():
    assert empty_of_every_type().rows() == []
    assert table({}).rows() == []


@pytest.mark.parametrize(
    ("column", "dtype", "expected"),
    [
        ("text", object, ["Wörter", None, "🙂 שלום"]),
        ("count", np.float64, [1.0, math.nan, 2.0**62]),
        ("score", np.float64, [0.5, math.nan, -1.0]),
        ("flag", object, [True, None, False]),
        ("day", "datetime64[D]", np.array(["2026-03-10", "NaT", "0001-01-01"], "datetime64[D]")),
    ],
)
def test_a_column_with_nulls_is_an_array(column, dtype, expected):
    array = table()[column]
    assert array.dtype == dtype
    np.testing.assert_array_equal(array, np.array(expected, dtype=dtype))


@pytest.mark.parametrize(
    ("values", "dtype"), [([1, 2], np.int64), ([0.5, 1.5], np.float64), ([True, False], bool)]
)
def test_a_numeric_column_without_nulls_is_a_view(values, dtype):
    shown = table({"a": values})
    first, second = shown["a"], shown["a"]
    assert first.dtype == dtype
    assert np.shares_memory(first, second)
    assert first.tolist() == values


@pytest.mark.parametrize("column", EVERY_TYPE)
@pytest.mark.parametrize("nulls", [True, False])
def test_arrays_are_read_only(column, nulls):
    array = (table() if nulls else table().head(1))[column]
    with pytest.raises(ValueError, match="read-only"):
        array[0] = array[0]


def test_views_cannot_be_made_writeable():
    array = table({"a": [1, 2]})["a"]
    with pytest.raises(ValueError, match="WRITEABLE"):
        array.setflags(write=True)


def test_an_array_outlives_its_table():
    values = list(range(100_000))
    shown = table({"a": values, "b": [str(value) for value in values]})
    numbers, texts = shown["a"], shown["b"]
    del shown
    assert numbers.tolist() == values
    assert texts[99_999] == "99999"


@pytest.mark.parametrize("dtype_of", EVERY_TYPE)
def test_columns_of_an_empty_table_keep_their_type(dtype_of):
    array = empty_of_every_type()[dtype_of]
    assert array.shape == (0,)
    assert array.dtype == {"text": object, "count": "int64", "flag": bool}.get(
        dtype_of, {"score": "float64", "day": "datetime64[D]"}.get(dtype_of)
    )


def test_an_unknown_column_suggests_near_names():
    with pytest.raises(UnknownName, match="'count'") as caught:
        table()["cuont"]
    assert caught.value.suggestions[0] == "count"


@pytest.mark.parametrize("wrong", [0, slice(2), ["text"], None])
def test_only_names_of_columns_are_keys(wrong):
    with pytest.raises(TypeError, match="name of a column"):
        table()[wrong]


def test_head_gives_the_first_rows():
    numbers = table({"a": range(9)}, caption="Neun", provenance={"layer": "folded"})
    assert numbers.head()["a"].tolist() == [0, 1, 2, 3, 4]
    assert numbers.head(2)["a"].tolist() == [0, 1]
    assert len(numbers.head(99)) == 9
    assert len(numbers.head(2**70)) == 9
    assert numbers.head(0).columns == ["a"]
    assert numbers.head(1).caption == "Neun"
    assert numbers.head(1).provenance["layer"] == "folded"
    with pytest.raises(BadArgument, match="-1"):
        numbers.head(-1)
    with pytest.raises(TypeError):
        numbers.head(1.5)


def test_sort_is_descending_with_ties_by_the_first_columns():
    terms = table({"term": ["Zug", "Bahn", "Auto"], "count": [2, 5, 2]})
    assert terms.sort("count")["term"].tolist() == ["Bahn", "Auto", "Zug"]
    assert terms.sort("count", descending=False)["term"].tolist() == ["Auto", "Zug", "Bahn"]
    assert terms.sort("count", False)["term"].tolist() == ["Auto", "Zug", "Bahn"]
    assert terms["term"].tolist() == ["Zug", "Bahn", "Auto"]


@pytest.mark.parametrize("descending", [True, False])
def test_sort_agrees_with_plain_python(descending):
    chance = random.Random(7)
    options = [None, math.nan, -math.inf, -1.5, 0.0, 2.0, math.inf]
    rows = [
        (chance.choice("abc"), chance.choice(options), chance.choice([None, 1, 2]), number)
        for number in range(500)
    ]
    shown = table(dict(zip("txny", zip(*rows, strict=True), strict=True)))

    def key(value, turned):
        absent = 2 if value is None else int(value != value)
        return (absent, 0 if absent else -value if turned else value)

    expected = sorted(
        rows, key=lambda row: (key(row[2], descending), key(row[1], descending), row[0], row[3])
    )
    found = shown.sort(["n", "x"], descending=descending)["y"].tolist()
    assert found == [row[3] for row in expected]


def test_rows_that_are_equal_in_all_columns_but_nan_keep_their_order():
    same = table({"a": [1, 1, 1], "b": [math.nan, None, math.nan]})
    assert [row["b"] is None for row in same.sort("a").rows()] == [False, False, True]


def test_sort_names_what_is_wrong():
    with pytest.raises(UnknownName, match="'count'"):
        table().sort("counts")
    with pytest.raises(BadArgument, match="empty"):
        table().sort([])
    with pytest.raises(TypeError, match="int"):
        table().sort([1])


def test_row_finds_by_the_first_column():
    assert table().row("🙂 שלום")["count"] == 2**62 + 1
    assert table({"n": [5, None, 2**62 + 1]}).row(2**62 + 1) == {"n": 2**62 + 1}
    assert table({"n": [5, 6]}).row(np.int64(6)) == {"n": 6}
    assert table({"day": [DAY, None]}).row(DAY) == {"day": DAY}


def test_row_suggests_near_keys():
    entities = table({"entity": ["NVIDIA", "OpenAI"]})
    with pytest.raises(UnknownName, match="did you mean 'NVIDIA'") as caught:
        entities.row("NVIDA")
    assert caught.value.suggestions == ("NVIDIA",)
    with pytest.raises(UnknownName, match="unknown n 7"):
        table({"n": [5]}).row(7)


def test_row_says_how_many_there_are():
    with pytest.raises(BadArgument, match="3 rows have a 'x'"):
        table({"a": ["x", "x", "y", "x"]}).row("x")
    with pytest.raises(BadArgument, match="no columns"):
        table({}).row("x")


@pytest.mark.parametrize("wrong", [1, None, b"x"])
def test_row_refuses_keys_of_another_type(wrong):
    with pytest.raises(TypeError, match="holds str"):
        table().row(wrong)


def test_a_table_cannot_be_changed():
    shown = table()
    for name, value in {"columns": [], "shape": (1, 1), "caption": "", "other": 1}.items():
        with pytest.raises(AttributeError):
            setattr(shown, name, value)
    shown.columns.append("x")
    assert len(shown.columns) == 5


def test_iteration_is_refused_and_equality_is_identity():
    shown = table()
    assert Table.__iter__ is None
    with pytest.raises(TypeError, match="not iterable"):
        iter(shown)
    assert shown == shown
    assert shown != table()
    assert len({shown, shown}) == 1


def test_provenance_has_every_key_and_is_read_only():
    given = {"parameters": {"n": [1, 2]}, "excluded": {"stop word": 3}}
    shown = table(provenance=given)
    given["parameters"]["n"].append(3)
    assert isinstance(shown.provenance, dict)
    assert set(shown.provenance) >= set(KEYS)
    assert shown.provenance["parameters"]["n"] == (1, 2)
    assert shown.provenance["version"] is None
    for change in (
        lambda: shown.provenance.update(version=1),
        lambda: shown.provenance["parameters"].pop("n"),
        lambda: shown.provenance["excluded"].__setitem__("a", 1),
        lambda: shown.provenance.__ior__({"a": 1}),
    ):
        with pytest.raises(TypeError, match="read-only"):
            change()
    assert dict(shown.provenance, version="1")["version"] == "1"


class NamedTable(Table):
    """A table of its own kind, as concordances are."""

    def __repr__(self):
        return "named"


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickling_keeps_everything(protocol):
    shown = NamedTable(
        columns_from({**EVERY_TYPE, "nan": [math.nan, None, math.inf]}),
        caption="Titel",
        provenance={"parameters": {"n": 1}},
    )
    back = pickle.loads(pickle.dumps(shown, protocol))
    assert repr(back.rows()) == repr(shown.rows())
    assert (back.caption, back.provenance) == (shown.caption, shown.provenance)
    assert type(back) is NamedTable
    with pytest.raises(TypeError, match="read-only"):
        back.provenance.clear()


def test_copies_are_the_table_itself():
    shown = table()
    assert copy.copy(shown) is shown
    assert copy.deepcopy([shown])[0] is shown


def test_a_kind_of_its_own_stays_one():
    named = NamedTable(columns_from({"a": [2, 1]}))
    assert type(named.head(1)) is NamedTable
    assert type(named.sort("a")) is NamedTable
    assert repr(named.sort("a")) == "named"


def test_importing_table_stays_light():
    code = (
        "import sys, wortfeld.table; "
        "print(sorted({'pandas', 'polars', 'pyarrow', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
