"""Columns of other programs: every layout and type gives the documents that a list would give."""

import datetime
import decimal

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import wortfeld as wf
from wortfeld import BadArgument, BadInput

TEXTS = ["Der Chip kommt.", "", "Ein längerer Text, der außerhalb liegt: 🙂.", "Ja."]


def ids(corpus):
    return list(corpus.documents()["document"])


def texts(corpus):
    return [corpus.text(document) for document in ids(corpus)]


def warnings(corpus, kind):
    return [row for row in corpus.warnings.rows() if row["kind"] == kind]


def only_stream(table):
    class Stream:
        def __arrow_c_stream__(self, requested_schema=None):
            return table.__arrow_c_stream__(requested_schema)

    return Stream()


def only_array(array):
    class Array:
        def __arrow_c_array__(self, requested_schema=None):
            return array.__arrow_c_array__(requested_schema)

    return Array()


def dictionary(index):
    kind = pa.dictionary(index, pa.string())
    return pa.array(TEXTS).dictionary_encode().cast(kind)


LAYOUTS = {
    "utf8": pa.array(TEXTS),
    "large_utf8": pa.array(TEXTS, pa.large_string()),
    "utf8_view": pa.array(TEXTS, pa.string_view()),
    "sliced": pa.array(["x", *TEXTS, "y"]).slice(1, 4),
    "sliced view": pa.array(["x", *TEXTS, "y"], pa.string_view()).slice(1, 4),
    "chunked": pa.chunked_array([TEXTS[:1], [], TEXTS[1:]]),
    "record batch": pa.RecordBatch.from_pydict({"text": TEXTS}),
    "sliced batch": pa.RecordBatch.from_pydict({"text": ["x", *TEXTS]}).slice(1),
    "table": pa.table({"text": TEXTS}),
    "reader": pa.table({"text": TEXTS}).to_reader(max_chunksize=1),
    "array alone": only_array(pa.array(TEXTS)),
    "batch alone": only_array(pa.RecordBatch.from_pydict({"text": TEXTS})),
    "stream alone": only_stream(pa.table({"text": TEXTS})),
    "polars": pl.Series(TEXTS),
    "polars sliced": pl.Series(["x", *TEXTS]).slice(1),
    "polars chunks": pl.concat([pl.Series(TEXTS[:2]), pl.Series(TEXTS[2:])], rechunk=False),
    "polars categorical": pl.Series(TEXTS, dtype=pl.Categorical),
    "polars enum": pl.Series(TEXTS, dtype=pl.Enum(TEXTS)),
    "polars frame": pl.DataFrame({"text": TEXTS}),
    "pandas": pd.Series(TEXTS),
    "pandas object": pd.Series(TEXTS, dtype=object),
    "pandas categorical": pd.Series(TEXTS, dtype="category"),
    "pandas arrow": pd.Series(TEXTS, dtype="string[pyarrow]"),
    "pandas python": pd.Series(TEXTS, dtype="string[python]"),
    "pandas frame": pd.DataFrame({"text": TEXTS}, index=[3, 3, 3, 3]),
    **{
        f"dictionary of {index}": dictionary(index)
        for index in (pa.int8(), pa.uint8(), pa.int16(), pa.uint16(), pa.int32(), pa.uint32(),
                      pa.int64(), pa.uint64())
    },
    "dictionary of views": pa.DictionaryArray.from_arrays(
        [0, 1, 2, 3], pa.array(TEXTS, pa.string_view())
    ),
    "dictionary of large_utf8": pa.DictionaryArray.from_arrays(
        [0, 1, 2, 3], pa.array(TEXTS, pa.large_string())
    ),
    "extension": pa.ExtensionArray.from_storage(pa.json_(), pa.array(TEXTS)),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_corpus_of_a_list(layout):
    expected = wf.read(texts=TEXTS, language="de")
    corpus = wf.read(LAYOUTS[layout], language="de")
    assert texts(corpus) == TEXTS
    assert corpus._raw.fingerprint() == expected._raw.fingerprint()
    assert corpus.terms().rows() == expected.terms().rows()


@pytest.mark.parametrize(
    "source",
    [
        pa.array(["a", None]),
        pa.array(["a", None], pa.string_view()),
        pa.array(["a", None]).dictionary_encode(),
        pa.DictionaryArray.from_arrays([0, 1], pa.array(["a", None])),
        pl.Series(["a", None]),
        pd.Series(["a", None]),
        pd.Series(["a", np.nan], dtype=object),
        pd.Series(["a", pd.NA], dtype="string"),
        pd.Series(["a", pd.NaT], dtype=object),
        pd.DataFrame({"text": ["a", None]}),
    ],
    ids=lambda source: type(source).__name__,
)
def test_a_missing_text_is_refused_or_skipped_with_its_row(source):
    with pytest.raises(BadInput, match="row 1: the text of '1' is missing"):
        wf.read(source, language="de")
    corpus = wf.read(source, language="de", on_error="skip")
    assert texts(corpus) == ["a"]
    assert [row["place"] for row in warnings(corpus, "skipped")] == ["row 1"]


TIME = datetime.datetime(2026, 3, 10, 10, 42, 7, 123456)
DAY = datetime.date(2026, 3, 10)
VALUES = {
    **{
        str(kind): (pa.array([1, None, 7], kind), [1, None, 7])
        for kind in (pa.int8(), pa.int16(), pa.int32(), pa.int64())
    },
    **{
        str(kind): (pa.array([1, None, 7], kind), [1, None, 7])
        for kind in (pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64())
    },
    "half": (pa.array(np.array([0.5, 2, -1], np.float16)), [0.5, 2.0, -1.0]),
    "float": (pa.array([0.5, None, -1], pa.float32()), [0.5, None, -1.0]),
    "double": (pa.array([0.1, None, -1], pa.float64()), [0.1, None, -1.0]),
    "bool": (pa.array([True, None, False]), [True, None, False]),
    "null": (pa.nulls(3), [None] * 3),
    "utf8": (pa.array(["ä", None, ""]), ["ä", None, ""]),
    "view": (pa.array(["ä", None, "long enough to lie outside"], pa.string_view()),
             ["ä", None, "long enough to lie outside"]),
    "category": (pa.array(["b", None, "b"]).dictionary_encode(), ["b", None, "b"]),
    "int category": (pa.array([5, None, 6]).dictionary_encode(), [5, None, 6]),
    "date32": (pa.array([DAY, None, datetime.date(1, 1, 1)]), [DAY, None, datetime.date(1, 1, 1)]),
    "date64": (pa.array([DAY, None, DAY], pa.date64()), [DAY, None, DAY]),
    **{
        f"timestamp {unit}": (
            pa.array([TIME.replace(microsecond=0), None, datetime.datetime(1969, 1, 1)],
                     pa.timestamp(unit)),
            [TIME.replace(microsecond=0), None, datetime.datetime(1969, 1, 1)],
        )
        for unit in ("s", "ms", "us", "ns")
    },
    "microseconds": (pa.array([TIME, None, TIME], pa.timestamp("us")), [TIME, None, TIME]),
    **{
        str(kind): (pa.array([decimal.Decimal("-1.10"), None, decimal.Decimal("12345.67")], kind),
                    [-1.1, None, 12345.67])
        for kind in (pa.decimal32(9, 2), pa.decimal64(18, 2), pa.decimal128(38, 2),
                     pa.decimal256(76, 2))
    },
}  # fmt: skip


@pytest.mark.parametrize("kind", VALUES)
def test_metadata_keeps_values_and_nulls(kind):
    column, expected = VALUES[kind]
    table = pa.table({"text": ["a", "b", "c"], "value": column})
    documents = wf.read(table, language="de").documents()
    assert [row["value"] for row in documents.rows()] == expected
    # Once more through what we export ourselves.
    again = pa.table({"text": ["a", "b", "c"], "value": documents.to_arrow()["value"]})
    assert wf.read(again, language="de").documents().rows() == documents.rows()


@pytest.mark.parametrize("kind", VALUES)
def test_metadata_of_slices_and_chunks_is_the_same(kind):
    column, expected = VALUES[kind]
    longer = pa.concat_arrays([column, column]).slice(2, 3)
    chunks = pa.chunked_array([longer.slice(0, 1), longer.slice(1, 0), longer.slice(1)])
    table = pa.table({"text": ["a", "b", "c"], "value": chunks})
    rows = wf.read(table, language="de").documents().rows()
    assert [row["value"] for row in rows] == [expected[2], *expected[:2]]


@pytest.mark.parametrize("library", ["polars", "pandas", "pyarrow"])
def test_times_with_a_zone_are_kept_in_utc_with_a_warning(library):
    zone = datetime.timezone(datetime.timedelta(hours=2))
    times = [datetime.datetime(2026, 3, 10, 1, 30, tzinfo=zone), None]
    table = pa.table({"text": ["a", "b"], "time": times})
    frame = {"pyarrow": table, "polars": pl.from_arrow(table), "pandas": table.to_pandas()}[library]
    corpus = wf.read(frame, language="de")
    found = [row["time"] for row in corpus.documents().rows()]
    assert found == [datetime.datetime(2026, 3, 9, 23, 30), None]
    assert [row["place"] for row in warnings(corpus, "time_zone")] == ["column time"]


def test_a_date_may_be_a_text_or_a_time_and_fills_the_column():
    for dates in (["2026-03-10", None], [TIME, None], [DAY, None]):
        frame = pl.DataFrame({"text": ["a", "b"], "date": dates})
        documents = wf.read(frame, language="de").documents()
        assert [row["date"] for row in documents.rows()] == [DAY, None]


UNSUPPORTED = {
    "list": pa.array([[1], [2]]),
    "struct": pa.array([{"a": 1}, {"a": 2}]),
    "map": pa.array([[(1, 2)], []], pa.map_(pa.int8(), pa.int8())),
    "duration": pa.array([1, 2], pa.duration("s")),
    "time of day": pa.array([1, 2], pa.time32("s")),
    "interval": pa.array([(1, 2, 3), None], pa.month_day_nano_interval()),
    "binary": pa.array([b"a", b"b"]),
    "fixed_size_binary": pa.array([b"a", b"b"], pa.binary(1)),
    "fixed_size_list": pa.array([[1], [2]], pa.list_(pa.int8(), 1)),
    "run_end_encoded": pa.RunEndEncodedArray.from_arrays([2], ["a"]),
    "union": pa.UnionArray.from_dense(pa.array([0, 0], pa.int8()), pa.array([0, 1], pa.int32()),
                                      [pa.array([1, 2])]),
}  # fmt: skip


@pytest.mark.parametrize("kind", UNSUPPORTED)
def test_other_types_are_named_with_the_way_out(kind):
    table = pa.table({"text": ["a", "b"], "odd": UNSUPPORTED[kind]})
    with pytest.raises(BadArgument, match=rf"column 'odd' is of the Arrow type {kind}.*leave it"):
        wf.read(table, language="de")
    with pytest.raises(BadArgument, match=rf"column 'odd' is of the Arrow type {kind}"):
        wf.read(table, text="odd", language="de")


@pytest.mark.parametrize("column", [[1, 2], [1.5, 2.5], [True, False], [DAY, DAY]])
def test_a_text_column_of_other_values_is_refused(column):
    for frame in (pl.DataFrame({"text": column}), pa.table({"text": column})):
        with pytest.raises(BadArgument, match="column 'text' is of the Arrow type"):
            wf.read(frame, language="de")
    with pytest.raises((BadArgument, TypeError), match=r"not of text|not str"):
        wf.read(pd.DataFrame({"text": column}), language="de")


def test_mixed_objects_of_pandas_are_refused_with_the_row():
    with pytest.raises(TypeError, match="text 1 is int, not str"):
        wf.read(pd.DataFrame({"text": ["a", 3]}), language="de")
    with pytest.raises(TypeError, match="column 'm' mixes"):
        wf.read(pd.DataFrame({"text": ["a", "b"], "m": ["x", 3]}), language="de")


# --- ids ------------------------------------------------------------------------------------------


def test_ids_may_be_texts_or_integers():
    for key in (["x", "y"], [17, 4]):
        for frame in (pl.DataFrame({"text": ["a", "b"], "key": key}),
                      pd.DataFrame({"text": ["a", "b"], "key": key})):  # fmt: skip
            assert ids(wf.read(frame, id="key", language="de")) == [str(value) for value in key]


def test_other_ids_are_refused():
    for key in ([1.0, 2.0], [True, False]):
        for frame in (pl.DataFrame({"text": ["a", "b"], "key": key}),
                      pd.DataFrame({"text": ["a", "b"], "key": key})):  # fmt: skip
            with pytest.raises((BadArgument, TypeError), match=r"no ids|not str"):
                wf.read(frame, id="key", language="de")


def test_repeated_and_missing_ids_are_refused():
    with pytest.raises(BadInput, match="have the same id 'x'"):
        wf.read(pl.DataFrame({"text": ["a", "b"], "key": ["x", "x"]}), id="key", language="de")
    for key in (["x", None], ["x", ""]):
        with pytest.raises(BadInput, match="column 'key', row 1: the id is empty or missing"):
            wf.read(pl.DataFrame({"text": ["a", "b"], "key": key}), id="key", language="de")


def test_a_repeated_id_can_be_skipped():
    frame = pl.DataFrame({"text": ["a", "b", "c"], "key": ["x", "x", "y"], "n": [1, 2, 3]})
    corpus = wf.read(frame, id="key", language="de", on_error="skip")
    assert [(row["document"], row["n"]) for row in corpus.documents().rows()] == [
        ("x", 1),
        ("y", 3),
    ]
    assert [row["source"] for row in warnings(corpus, "skipped")] == ["x"]


def test_the_index_of_a_series_is_an_id_only_when_asked():
    series = pd.Series(["a", "b"], index=["x", "y"])
    assert ids(wf.read(series, language="de")) == ["0", "1"]
    assert ids(wf.read(series, ids=series.index, language="de")) == ["x", "y"]
    with pytest.raises(TypeError, match="id 0 is int, not str"):
        wf.read(series, ids=[1, 2])


@pytest.mark.parametrize(("given", "message"), [(["x"], "text 1 has no id"), ("xyz", "more ids")])
def test_ids_are_as_many_as_texts(given, message):
    for series in (pl.Series(["a", "b"]), pd.Series(["a", "b"]), pa.array(["a", "b"])):
        with pytest.raises(BadArgument, match=message):
            wf.read(series, ids=list(given), language="de")


# --- tables ---------------------------------------------------------------------------------------


def test_two_columns_of_one_name_are_refused():
    twice = pa.table([["a"], ["b"], ["c"]], names=["text", "x", "x"])
    with pytest.raises(BadArgument, match="two columns are named 'x'"):
        wf.read(twice, language="de")
    with pytest.raises(BadArgument, match="two columns are named '1'"):
        wf.read(pd.DataFrame([["a", "b", "c"]], columns=["text", 1, "1"]), language="de")


def test_names_of_several_levels_are_refused():
    frame = pd.DataFrame([["a"]], columns=pd.MultiIndex.from_tuples([("text", "x")]))
    with pytest.raises(BadArgument, match=r"text='text' is no column|several levels"):
        wf.read(frame, language="de")


@pytest.mark.parametrize("frame", [pl.DataFrame(), pd.DataFrame(), pa.table({})])
def test_a_table_without_columns_is_refused(frame):
    with pytest.raises(BadArgument, match="text='text' is no column"):
        wf.read(frame, language="de")


def test_a_table_without_rows_is_an_empty_corpus():
    empty = pl.DataFrame({"text": ["a"], "n": [1]}).clear()
    for frame in (
        empty,
        empty.to_arrow(),
        pa.schema({"text": "string", "n": "int64"}).empty_table(),
    ):
        corpus = wf.read(frame, language="de")
        assert len(corpus) == 0
        assert "n" in corpus.documents().columns


def test_a_lazy_frame_has_to_be_collected():
    with pytest.raises(BadArgument, match=r"pass what \.collect\(\) returns"):
        wf.read(pl.DataFrame({"text": ["a"]}).lazy(), language="de")


def test_a_stream_can_be_read_once():
    reader = pa.table({"text": ["a"]}).to_reader()
    capsule = reader.__arrow_c_stream__()

    class Once:
        def __arrow_c_stream__(self, requested_schema=None):
            return capsule

    once = Once()
    assert len(wf.read(once, language="de")) == 1
    with pytest.raises(BadInput, match="read once"):
        wf.read(once, language="de")


def test_a_language_may_stand_in_a_column_of_a_stream():
    table = pa.table({"text": ["a", "b", "c"], "language": ["de", None, "en"], "code": ["en"] * 3})
    reader = table.to_reader(max_chunksize=1)
    assert list(wf.read(reader).documents()["language"]) == ["de", None, "en"]
    assert list(wf.read(table, language="code").documents()["language"]) == ["en"] * 3
    assert list(wf.read(table, language="language").documents()["language"])[::2] == ["de", "en"]
    assert list(wf.read(table, language={"1": "fr"}).documents()["language"]) == [None, "fr", None]


def test_other_metadata_can_be_given_beside_a_table():
    frame = pl.DataFrame({"text": ["a", "b"], "n": [1, 2]})
    documents = wf.read(frame, language="de", metadata={"m": [3, 4], "n": [5, 6]}).documents()
    assert (list(documents["n"]), list(documents["m"])) == ([5, 6], [3, 4])
    with pytest.raises(BadArgument, match="1 values for 2 documents"):
        wf.read(frame, language="de", metadata={"m": [3]})
