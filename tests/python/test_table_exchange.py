"""Tables against the programs that take them: pandas, polars, pyarrow, duckdb, CSV readers."""

import csv
import ctypes
import datetime
import errno
import gc
import io
import math
import os
import resource
import stat
import subprocess
import sys
import threading

import numpy as np
import pytest
from wortfeld import _core
from wortfeld._columns import columns_from
from wortfeld.errors import BadArgument
from wortfeld.table import Table

TIME = datetime.datetime(2026, 3, 10, 10, 42, 7, 123456)
TYPES = {
    "text": "text",
    "count": "int64",
    "score": "float64",
    "flag": "boolean",
    "day": "date",
    "time": "datetime",
}
EVERY_TYPE = {
    "text": ["Wörter", None, "🙂 שלום", "", 'a "b", c\r\nd'],
    "count": [1, None, 2**62 + 1, -(2**63), 0],
    "score": [0.1, None, -1e300, math.inf, math.nan],
    "flag": [True, None, False, True, False],
    "day": [datetime.date(2026, 3, 10), None, datetime.date(1, 1, 1), datetime.date.max, None],
    "time": [TIME, None, datetime.datetime.min, datetime.datetime.max, None],
}
ROWS = [dict(zip(EVERY_TYPE, row, strict=True)) for row in zip(*EVERY_TYPE.values(), strict=True)]
CASES = {
    "nulls": EVERY_TYPE,
    "no nulls": {name: values[:1] for name, values in EVERY_TYPE.items()},
    "only nulls": {name: [None] * 9 for name in EVERY_TYPE},
    "no rows": {name: [] for name in EVERY_TYPE},
    "many rows": {name: values * 5000 for name, values in EVERY_TYPE.items()},
}


def table(data=None):
    return Table(columns_from(EVERY_TYPE if data is None else data, types=TYPES))


@pytest.fixture(params=CASES)
def case(request):
    return table(CASES[request.param])


def same(found, expected):
    """Compare rows where NaN equals NaN; `repr` is exact for every type used here."""
    return repr(found) == repr(expected)


def test_arrow_takes_every_type_and_finds_no_fault(case):
    pyarrow = pytest.importorskip("pyarrow")
    taken = case.to_arrow()
    taken.validate(full=True)
    assert [str(kind) for kind in taken.schema.types] == [
        "large_string",
        "int64",
        "double",
        "bool",
        "date32[day]",
        "timestamp[us]",
    ]
    assert all(field.nullable for field in taken.schema)
    assert same(taken.to_pylist(), case.rows())
    assert pyarrow.schema(case) == taken.schema


def test_arrow_shares_the_memory_of_numbers():
    pytest.importorskip("pyarrow")
    numbers = table({"a": range(1000)})
    taken = numbers.to_arrow()["a"].chunk(0).buffers()[1]
    assert taken.address == numbers["a"].ctypes.data


def test_arrow_columns_outlive_table_and_parent():
    pytest.importorskip("pyarrow")
    column = table(CASES["many rows"]).to_arrow()["text"]
    gc.collect()
    assert column.to_pylist() == EVERY_TYPE["text"] * 5000


def test_the_head_of_an_arrow_table_has_its_schema():
    pytest.importorskip("pyarrow")
    assert table().head(1).to_arrow().schema == table().to_arrow().schema


def test_polars_takes_every_type(case):
    polars = pytest.importorskip("polars")
    frame = case.to_polars()
    assert frame.schema == {
        "text": polars.String,
        "count": polars.Int64,
        "score": polars.Float64,
        "flag": polars.Boolean,
        "day": polars.Date,
        "time": polars.Datetime("us"),
    }
    assert same(frame.rows(named=True), case.rows())
    assert same(polars.DataFrame(case).rows(named=True), case.rows())


def test_duckdb_reads_a_table_by_its_name():
    duckdb = pytest.importorskip("duckdb")
    terms = table()
    assert terms is not None
    with duckdb.connect() as connection:
        found = connection.sql("select * from terms").fetchall()
        total = connection.sql("select count(*), count(day) from terms").fetchall()
    assert same(found, [tuple(row.values()) for row in ROWS])
    assert total == [(5, 3)]


def test_pandas_keeps_values_and_nulls(case):
    pandas = pytest.importorskip("pandas")
    frame = case.to_pandas()
    assert list(frame.columns) == list(EVERY_TYPE)
    assert len(frame) == len(case)
    expected = case.rows()
    for name in EVERY_TYPE:
        found = [None if pandas.isna(value) else value for value in frame[name]]
        wanted = [None if row[name] != row[name] else row[name] for row in expected]
        if name == "day":
            found = [value.date() if value is not None else None for value in found]
        assert found == wanted


def test_pandas_uses_nullable_types_only_where_nulls_are():
    pytest.importorskip("pandas")
    with_nulls, without = table().to_pandas().dtypes, table().head(1).to_pandas().dtypes
    assert (str(with_nulls["count"]), str(with_nulls["flag"])) == ("Int64", "boolean")
    assert (str(without["count"]), str(without["flag"])) == ("int64", "bool")
    assert str(without["text"]) == str(with_nulls["text"])
    assert str(table(CASES["no rows"]).to_pandas().dtypes["text"]) == str(without["text"])


def test_pandas_frames_are_copies_that_can_be_changed():
    pytest.importorskip("pandas")
    shown = table()
    frame = shown.to_pandas()
    frame.loc[0, ["count", "flag", "score"]] = [99, False, 99.0]
    assert shown.rows()[0]["count"] == 1
    assert shown["score"][0] == 0.1


BLOCKED = """
import sys
for name in {blocked!r}:
    sys.modules[name] = None
import datetime
from wortfeld._columns import columns_from
from wortfeld.table import Table
table = Table(columns_from({{"a": ["x", None], "n": [1, None], "d": [datetime.date.max, None]}}))
"""


def run_without(blocked, code):
    program = BLOCKED.format(blocked=blocked) + code
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_pandas_and_polars_work_without_pyarrow():
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    assert run_without(["pyarrow"], "print(table.to_pandas()['n'].dtype, table.to_polars().shape)")


@pytest.mark.parametrize("package", ["pandas", "polars", "pyarrow"])
def test_a_missing_package_is_named_with_the_line_that_installs_it(package):
    method = {"pyarrow": "to_arrow"}.get(package, f"to_{package}")
    code = f"""
try:
    table.{method}()
except ImportError as error:
    print(error)
"""
    expected = f"Table.{method}() needs {package}; install it with: pip install 'wortfeld[frames]'"
    assert run_without([package], code) == expected


def test_csv_is_exact_to_the_byte(tmp_path):
    path = tmp_path / "table.csv"
    table().to_csv(path)
    assert path.read_bytes().decode() == (
        "text,count,score,flag,day,time\n"
        "Wörter,1,0.1,true,2026-03-10,2026-03-10T10:42:07.123456\n"
        ",,,,,\n"
        "🙂 שלום,4611686018427387905,-1e+300,false,0001-01-01,0001-01-01T00:00:00\n"
        '"",-9223372036854775808,inf,true,9999-12-31,9999-12-31T23:59:59.999999\n'
        '"a ""b"", c\r\nd",0,nan,false,,\n'
    )


def test_csv_reads_back_the_same(tmp_path):
    path = tmp_path / "table.csv"
    values = list(np.random.default_rng(1).standard_normal(20_003) * 1e-5)
    texts = ["a\rb", ' "', "\n", "=1+1", ";"]
    table({"text": (texts * 4001)[:20_003], "score": values}).to_csv(str(path))
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert [float(row["score"]) for row in found] == values
    assert [row["text"] for row in found[:5]] == texts


def test_csv_of_one_column_keeps_its_null_rows(tmp_path):
    path = tmp_path / "table.csv"
    table({"text": ["a", None, "b"]}).to_csv(path)
    assert list(csv.reader(io.StringIO(path.read_text()))) == [["text"], ["a"], [""], ["b"]]


def test_csv_agrees_with_polars(tmp_path):
    polars = pytest.importorskip("polars")
    path = tmp_path / "table.csv"
    plain = table({"text": ["ä", None, ""], "n": [1, None, 3], "x": [0.1, None, 1e-300]})
    plain.to_csv(path)
    assert polars.read_csv(path).equals(plain.to_polars())


def test_csv_replaces_a_file_whole(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("before")
    link = tmp_path / "link.csv"
    link.symlink_to(path)
    table({"a": [1]}).to_csv(link)
    assert link.is_symlink()
    assert path.read_text() == "a\n1\n"
    assert sorted(tmp_path.iterdir()) == [link, path]
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask


def test_csv_to_a_pipe(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=table({"a": [1]}).to_csv, args=(path,))
    writer.start()
    assert path.read_text() == "a\n1\n"
    writer.join()


def test_csv_into_nowhere_says_so(tmp_path):
    shown = table()
    with pytest.raises(FileNotFoundError, match="cannot write the file: its folder") as caught:
        shown.to_csv(tmp_path / "none" / "table.csv")
    assert caught.value.filename == str(tmp_path / "none" / "table.csv")
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError, match="a folder has that name"):
        shown.to_csv(tmp_path / "folder")
    assert list((tmp_path / "folder").iterdir()) == []


def test_csv_without_permission_says_so(tmp_path, monkeypatch):
    def refuse(*_arguments, **_options):
        raise PermissionError(errno.EACCES, "Permission denied")

    shown = table()
    monkeypatch.setattr("wortfeld._files.os.open", refuse)
    with pytest.raises(PermissionError, match="no permission to write there") as caught:
        shown.to_csv(tmp_path / "table.csv")
    assert caught.value.filename == str(tmp_path / "table.csv")


def test_csv_keeps_what_was_there_when_writing_fails(tmp_path, monkeypatch):
    path = tmp_path / "table.csv"
    path.write_text("before")

    def fill_the_disk(_raw):
        yield "text\n"
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("wortfeld._csv.csv_lines", fill_the_disk)
    with pytest.raises(OSError, match="cannot write the file: No space left on device"):
        table().to_csv(path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_capsules_carry_the_names_of_the_protocol():
    name_of = ctypes.pythonapi.PyCapsule_GetName
    name_of.restype, name_of.argtypes = ctypes.c_char_p, [ctypes.py_object]
    assert name_of(table().__arrow_c_stream__()) == b"arrow_array_stream"
    assert name_of(table().__arrow_c_stream__(None)) == b"arrow_array_stream"
    assert name_of(table().__arrow_c_schema__()) == b"arrow_schema"


def test_nothing_leaks():
    pyarrow = pytest.importorskip("pyarrow")
    shown = table(CASES["many rows"])

    def use_all_ways_out():
        shown.__arrow_c_stream__()
        shown.__arrow_c_schema__()
        pyarrow.table(shown)["text"].chunk(0).slice(5)
        for name in shown.columns:
            shown[name]
        table(CASES["nulls"]).sort("count").head(2).rows()

    for _ in range(20):
        use_all_ways_out()
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(100):
        use_all_ways_out()
    # One column alone is 200 KB: a leak of any would be 20 MB.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 10_000


def test_columns_come_from_what_a_data_scientist_has():
    pandas = pytest.importorskip("pandas")
    made = columns_from(
        {
            "array": np.array([1, 2]),
            "series": pandas.Series(["a", None]),
            "nullable": pandas.Series([1, None], dtype="Int64"),
            "mixed": [1, 0.5],
            "missing": [1, math.nan],
            "day": pandas.to_datetime(["2026-03-10", None]),
            "flag": np.array([True, False]),
            "nothing": [None, None],
            "object": ["a", math.nan],
        }
    )
    kinds = [made.type(name) for name in made.names]
    assert kinds == [
        "int64",
        "text",
        "int64",
        "float64",
        "float64",
        "date",
        "boolean",
        "text",
        "text",
    ]
    values = {name: [str(value) for value in made.values(name)] for name in made.names}
    assert values["day"][0] == "2026-03-10"
    assert {name: second for name, (_, second) in values.items()} == {
        "array": "2",
        "series": "None",
        "nullable": "None",
        "mixed": "0.5",
        "missing": "nan",
        "day": "None",
        "flag": "False",
        "nothing": "None",
        "object": "None",
    }


@pytest.mark.parametrize(
    ("values", "error", "message"),
    [
        (["a", 1], TypeError, "column 'x' mixes int64 and text"),
        ([True, 1], TypeError, "mixes boolean and int64"),
        ([1, object()], TypeError, "column 'x', row 1: expected int64"),
        ([datetime.timedelta(1)], TypeError, "row 0: expected"),
        ([TIME, datetime.date(2026, 3, 10)], TypeError, "mixes date and datetime"),
        ([b"a"], TypeError, "row 0"),
        ([None, 2**63], BadArgument, "column 'x', row 1: 9223372036854775808 does not fit"),
        (["a", "b\ud800"], BadArgument, "column 'x', row 1: the text holds a lone surrogate"),
    ],
)
def test_columns_refuse_what_they_cannot_hold(values, error, message):
    with pytest.raises(error, match=message):
        columns_from({"x": values})


def test_columns_refuse_unequal_lengths():
    with pytest.raises(BadArgument, match="column 'b' has 1 rows, column 'a' has 2"):
        columns_from({"a": [1, 2], "b": [1]})


def test_the_core_checks_types_itself():
    for kind, wrong in {"int64": "a", "float64": "a", "boolean": 1, "text": 1}.items():
        with pytest.raises(TypeError):
            _core.make_columns([("a", kind, [wrong])])
    with pytest.raises(OverflowError):
        _core.make_columns([("a", "int64", [2**63])])
    with pytest.raises(LookupError, match="did you mean 'text'"):
        _core.make_columns([("a", "txt", [])])
