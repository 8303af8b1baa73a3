"""Tables and streams that break off, lie, lack pyarrow or are beyond 2 GiB."""

import gc
import itertools
import os
import signal
import subprocess
import sys
import threading
import weakref

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import wortfeld as wf
from hypothesis import given
from hypothesis import strategies as st
from wortfeld import BadArgument, BadInput

SCHEMA = pa.schema({"text": pa.string()})


def texts(corpus):
    return [corpus.text(document) for document in corpus.documents()["document"]]


class Source:
    """What a stream is made of: told when nobody holds it any more."""

    def batch(self, number):
        return pa.record_batch({"text": [f"Satz {number}. " * 1000] * 64})


def reader_of(batches):
    return pa.RecordBatchReader.from_batches(SCHEMA, batches)


def read_and_let_go(generate, match, kind):
    """Read a stream that breaks off; afterwards its source and its buffers are gone."""
    gc.collect()  # what other tests left must not go meanwhile
    before = pa.total_allocated_bytes()
    source = Source()
    gone = weakref.ref(source)
    with pytest.raises(kind, match=match) as caught:
        wf.read(reader_of(generate(source)), language="de")
    del source, generate
    caught.value.__traceback__ = None
    del caught
    gc.collect()
    assert gone() is None
    assert pa.total_allocated_bytes() == before


# --- streams that break off -----------------------------------------------------------------------


@pytest.fixture
def ctrl_c():
    """A shell that starts the tests in the background leaves SIGINT ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c")
def test_ctrl_c_in_a_stream_lets_go_of_its_source():
    timer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))

    def endless(source):
        # Not earlier: what the first reading imports may take longer, and Python itself ignores
        # a signal that arrives while it lets go of an import's lock.
        timer.start()
        for number in itertools.count(1):
            yield source.batch(number)

    try:
        read_and_let_go(endless, None, KeyboardInterrupt)
    finally:
        timer.cancel()


@pytest.mark.usefixtures("ctrl_c")
def test_ctrl_c_while_a_stream_makes_a_batch_is_one():
    def interrupted(source):
        yield source.batch(1)
        signal.raise_signal(signal.SIGINT)
        yield source.batch(2)

    read_and_let_go(interrupted, None, KeyboardInterrupt)


def test_what_a_stream_raises_is_told_and_its_source_let_go():
    def failing(source):
        yield source.batch(1)
        message = "the connection is gone"
        raise OSError(message)

    read_and_let_go(failing, "the source of the Arrow data failed.*connection is gone", BadInput)


def test_bad_rows_let_go_of_the_stream():
    def missing(source):
        yield source.batch(1)
        yield pa.record_batch({"text": pa.array([None], pa.string())})
        yield source.batch(2)

    read_and_let_go(missing, "row 64: the text of '64' is missing", BadInput)


def test_reading_many_times_keeps_nothing():
    table = pa.table({"text": ["Der Chip kommt."] * 100, "n": range(100)})
    wf.read(table, language="de")
    gc.collect()
    before = pa.total_allocated_bytes()
    held = sys.getrefcount(table)
    for _ in range(20):
        assert len(wf.read(table, language="de")) == 100
    gc.collect()
    assert (pa.total_allocated_bytes(), sys.getrefcount(table)) == (before, held)


def test_a_reader_that_was_read_before_is_told():
    reader = pa.table({"text": ["a", "b"]}).to_reader()
    assert len(wf.read(reader, language="de")) == 2
    with pytest.raises(BadInput, match="the stream gave nothing; one that was read before is emp"):
        wf.read(reader, language="de")


def test_results_do_not_depend_on_the_frame_any_more():
    values = np.array(["Der Chip kommt.", "Die Chips gehen."], dtype=object)
    frame = pd.DataFrame({"text": values, "n": [1, 2]})
    corpus = wf.read(frame, language="de")
    frame.loc[0, "text"] = "anders"
    frame["n"] = 0
    table = pa.table({"text": ["Ja."]})
    other = wf.read(table, language="de")
    del table
    gc.collect()
    assert texts(corpus) == ["Der Chip kommt.", "Die Chips gehen."]
    assert list(corpus.documents()["n"]) == [1, 2]
    assert texts(other) == ["Ja."]


# --- any layout -----------------------------------------------------------------------------------

KINDS = [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int16(), pa.string())]


@given(
    st.lists(st.one_of(st.none(), st.text(max_size=30)), max_size=12),
    st.sampled_from(KINDS),
    st.lists(st.integers(0, 12), max_size=3),
    st.integers(0, 3),
)
def test_any_layout_gives_what_a_list_gives(given_texts, kind, cuts, skipped):
    plain = [text.replace("\0", "") if text else text for text in given_texts]
    column = pa.array(["x"] * skipped + plain, pa.string())
    column = column.dictionary_encode().cast(kind) if pa.types.is_dictionary(kind) else (
        column.cast(kind))  # fmt: skip
    column = column.slice(skipped)
    bounds = [0, *sorted(min(cut, len(plain)) for cut in cuts), len(plain)]
    chunks = [column.slice(a, b - a) for a, b in itertools.pairwise(bounds)]
    table = pa.table({"text": pa.chunked_array(chunks, kind), "n": list(range(len(plain)))})
    corpus = wf.read(table, language="de", on_error="skip")
    kept = [row for row, text in enumerate(plain) if text is not None]
    assert texts(corpus) == [plain[row] for row in kept]
    assert [row["n"] for row in corpus.documents().rows()] == kept
    assert list(corpus.documents()["document"]) == [str(row) for row in kept]


def test_a_column_without_chunks_is_an_empty_corpus():
    assert len(wf.read(pa.table({"text": pa.chunked_array([], pa.string())}), language="de")) == 0
    assert len(wf.read(pa.chunked_array([], pa.string()), language="de")) == 0
    assert len(wf.read(pd.Series([], dtype="str"), language="de")) == 0


@pytest.mark.parametrize("value", [["a"], {"a": 1}, 1.5, True, 3], ids=repr)
def test_what_is_no_text_is_named_with_row_and_type(value):
    kind = type(value).__name__
    for source in (pd.DataFrame({"text": ["a", value]}, dtype=object), ["a", value]):
        with pytest.raises(TypeError, match=f"text 1 is {kind}, not str"):
            wf.read(source, language="de")
    frame = pd.DataFrame({"text": ["a", value, "c"], "n": [1, 2, 3]}).astype({"text": object})
    corpus = wf.read(frame, language="de", on_error="skip")
    assert list(corpus.documents()["n"]) == [1, 3]


def test_bytes_are_no_texts():
    with pytest.raises(TypeError, match="text 1 is bytes, not str"):
        wf.read(["a", b"b"], language="de")
    with pytest.raises(BadArgument, match="of the Arrow type binary, not of text; decode it"):
        wf.read(pd.DataFrame({"text": [b"a", b"b"]}), language="de")


@pytest.mark.parametrize(
    "value", [["a"], {"a": 1}, b"x", 1.5, pd.Timestamp("2026-03-10")], ids=repr
)
def test_ids_of_other_types_are_refused(value):
    frame = pd.DataFrame({"text": ["a", "b"], "key": pd.Series(["x", value], dtype=object)})
    with pytest.raises(TypeError, match=r"id 1 is \w+, not str"):
        wf.read(frame, id="key", language="de")


@pytest.mark.parametrize("missing", [None, np.nan, pd.NA, pd.NaT], ids=repr)
def test_missing_values_of_pandas_are_never_their_names(missing):
    frame = pd.DataFrame({"text": pd.Series(["a", missing], dtype=object),
                          "tag": pd.Series(["x", missing], dtype=object)})  # fmt: skip
    with pytest.raises(BadInput, match="row 1: the text of '1' is missing"):
        wf.read(frame, language="de")
    frame["text"] = ["a", "b"]
    assert [row["tag"] for row in wf.read(frame, language="de").documents().rows()] == ["x", None]
    frame["key"] = pd.Series(["x", missing], dtype=object)
    with pytest.raises(BadInput, match="is empty or missing"):
        wf.read(frame, id="key", language="de")


WITHOUT_PYARROW = """
import sys
sys.modules["pyarrow"] = None
import pandas as pd
import wortfeld as wf
given = ["Der Chip kommt.", "", "Größe 🙂"]
for dtype in ("str", object, "category", "string"):
    series = pd.Series(given, dtype=dtype)
    frame = pd.DataFrame({"text": series, "n": [1, 2, 3]}).set_axis([7, 7, 7])
    for source in (series, frame):
        corpus = wf.read(source, language="de")
        assert [corpus.text(str(row)) for row in range(3)] == given, dtype
assert list(corpus.documents()["n"]) == [1, 2, 3]
for missing in (None, float("nan"), pd.NA):
    series = pd.Series(["a", missing], dtype=object)
    assert len(wf.read(series, language="de", on_error="skip")) == 1
try:
    wf.read("x.parquet", language="de")
except ImportError as error:
    print(error)
"""


def test_pandas_is_read_without_pyarrow(tmp_path):
    (tmp_path / "x.parquet").write_bytes(b"PAR1")
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PYARROW],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "wortfeld[frames]" in done.stdout


# --- more than 2 GiB ------------------------------------------------------------------------------


def spanning(kind, size):
    """Return a first text, a null over so many bytes that are never touched, and a last text."""
    offset = np.int64 if kind == pa.large_string() else np.int32
    data = np.zeros(size, np.uint8)  # which the system maps when it is first read
    data[:7] = np.frombuffer(b"Anfang.", np.uint8)
    data[-5:] = np.frombuffer(b"Ende.", np.uint8)
    offsets = np.array([0, 7, size - 5, size], offset)
    buffers = [pa.py_buffer(b"\x05"), pa.py_buffer(offsets), pa.py_buffer(data)]
    return pa.Array.from_buffers(kind, 3, buffers)


def test_a_column_of_more_than_2_gib_is_read_to_its_end():
    long = spanning(pa.large_string(), 2**31 + 100)
    corpus = wf.read(long, language="de", on_error="skip")
    assert texts(corpus) == ["Anfang.", "Ende."]
    chunks = pa.chunked_array([spanning(pa.string(), 2**30 + 100)] * 3)
    corpus = wf.read(pa.table({"text": chunks}), language="de", on_error="skip")
    assert texts(corpus) == ["Anfang.", "Ende."] * 3
    assert list(corpus.documents()["document"]) == ["0", "2", "3", "5", "6", "8"]


def test_a_text_of_more_than_2_gib_is_refused():
    size = 2**31
    data = pa.py_buffer(np.zeros(size, np.uint8))
    offsets = pa.py_buffer(np.array([0, size], np.int64))
    column = pa.Array.from_buffers(pa.large_string(), 1, [None, offsets, data])
    with pytest.raises(BadInput, match="0: a document of 2147483648 bytes; it may have 2147483647"):
        wf.read(column, language="de")


def test_a_polars_column_beside_others_is_the_only_one_read_as_text():
    frame = pl.DataFrame({"body": ["Ja."], "text": ["Nein."]})
    corpus = wf.read(frame, text="body", language="de")
    assert texts(corpus) == ["Ja."]
    assert corpus.documents()["text"].tolist() == ["Nein."]
