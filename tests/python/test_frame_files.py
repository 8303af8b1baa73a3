"""Parquet and Arrow IPC files: their rows become documents as those of a table in memory do."""

import datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import wortfeld as wf
from wortfeld import BadArgument, BadInput
from wortfeld.reading.documents import Amount
from wortfeld.reading.frame_files import frame_pieces
from wortfeld.reading.opening import Found
from wortfeld.reading.rows import Columns

TIME = datetime.datetime(2026, 3, 10, 10, 42)
ZONE = datetime.timezone(datetime.timedelta(hours=2))
TEXTS = ["Der Chip kommt.", "Die „Chips“ gehen.", "", "Ja."]
METADATA = {
    "n": [1, None, 3, 4],
    "share": [0.5, None, 1.5, 2.5],
    "is_long": [True, None, False, True],
    "source": pa.array(["a", None, "b", "a"]).dictionary_encode(),
    "date": [datetime.date(2026, 3, 10), None] * 2,
    "time": [TIME, None] * 2,
}


def write_parquet(table, path):
    pq.write_table(table, path, row_group_size=3)


def write_file(table, path):
    with pa.OSFile(str(path), "wb") as out, pa.ipc.new_file(out, table.schema) as writer:
        writer.write_table(table, max_chunksize=3)


def write_stream(table, path):
    with pa.OSFile(str(path), "wb") as out, pa.ipc.new_stream(out, table.schema) as writer:
        writer.write_table(table, max_chunksize=3)


def write_compressed(table, path):
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.OSFile(str(path), "wb") as out:
        writer = pa.ipc.new_file(out, table.schema, options=options)
        writer.write_table(table)
        writer.close()


WRITE = {
    "x.parquet": write_parquet,
    "x.arrow": write_file,
    "x.ipc": write_stream,
    "x.feather": write_compressed,
}


@pytest.fixture(params=WRITE)
def written(request, tmp_path):
    def write(**columns):
        path = tmp_path / request.param
        WRITE[request.param](pa.table(columns), path)
        return path

    return write


def ids(corpus):
    return list(corpus.documents()["document"])


def texts(corpus):
    return [corpus.text(document) for document in ids(corpus)]


def warnings(corpus, kind):
    return [row for row in corpus.warnings.rows() if row["kind"] == kind]


def metadata(corpus):
    own = ("document", "language", "token_count", "word_count", "character_count", "title")
    rows = corpus.documents().rows()
    return [{name: row[name] for name in row if name not in own} for row in rows]


def test_a_file_gives_the_corpus_of_its_table(written):
    columns = {"text": TEXTS, "key": ["a", "b", "c", "d"], **METADATA}
    corpus = wf.read(written(**columns), id="key", language="de")
    expected = wf.read(pa.table(columns), id="key", language="de")
    assert texts(corpus) == TEXTS
    assert corpus._raw.fingerprint() == expected._raw.fingerprint()
    assert corpus.documents().rows() == expected.documents().rows()


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view()])
def test_texts_of_every_type_are_read(written, kind):
    assert texts(wf.read(written(text=pa.array(TEXTS, kind)), language="de")) == TEXTS


def test_rows_without_ids_are_named_by_file_and_row_from_1(written):
    path = written(text=TEXTS)
    assert ids(wf.read(path, language="de")) == [f"{path.name}:{row}" for row in (1, 2, 3, 4)]


def test_a_missing_text_is_named_with_file_and_row(written):
    path = written(text=["a", "b", "c", None], n=[1, 2, 3, 4])
    name = path.name
    with pytest.raises(BadInput, match=f"^{name}: row 4: the text of '{name}:4' is mis") as caught:
        wf.read(path, language="de")
    assert caught.value.line == 4
    corpus = wf.read(path, language="de", on_error="skip")
    assert [row["n"] for row in metadata(corpus)] == [1, 2, 3]
    assert [row["place"] for row in warnings(corpus, "skipped")] == ["row 4"]


def test_a_text_that_is_not_utf_8_is_named_with_file_and_row(written):
    binary = pa.array([b"a", b"b", b"c", b"d\xff"])
    path = written(text=binary.cast(pa.string(), safe=False), n=[1, 2, 3, 4])
    message = f"^{path.name}: column 'text', row 4: the text is not UTF-8 at its byte 1"
    with pytest.raises(BadInput, match=message) as caught:
        wf.read(path, language="de")
    assert caught.value.line == 4
    corpus = wf.read(path, language="de", on_error="skip")
    assert [row["n"] for row in metadata(corpus)] == [1, 2, 3]
    replaced = wf.read(path, language="de", errors="replace")
    assert replaced.text(f"{path.name}:4") == "d\ufffd"


def test_an_id_that_is_missing_is_named_with_file_and_row(written):
    path = written(text=TEXTS, key=["a", "b", "c", None])
    with pytest.raises(BadInput, match=f"^{path.name}: column 'key', row 4: the id is empty"):
        wf.read(path, id="key", language="de")


def test_a_column_that_is_not_there_is_named_with_the_file(written):
    path = written(texts=TEXTS)
    message = rf"text='text' is no column of {path.name}; .*did you mean 'texts'"
    with pytest.raises(BadArgument, match=message):
        wf.read(path, language="de")


def test_a_text_column_of_another_type_is_named_with_the_file(written):
    path = written(text=[b"a", b"b"])
    with pytest.raises(BadArgument, match=rf"^{path.name}: column 'text' is of .* binary, not of"):
        wf.read(path, language="de")


def test_metadata_that_no_column_holds_becomes_text(written):
    path = written(text=["a", "b"], names=[["x", "ü"], None], pair=[{"a": 1}, {"a": 2}])
    rows = metadata(wf.read(path, language="de"))
    assert [row["names"] for row in rows] == ['["x", "ü"]', None]
    assert [row["pair"] for row in rows] == ['{"a": 1}', '{"a": 2}']


def test_a_value_that_no_column_holds_is_named_with_file_and_row(written):
    path = written(text=["a", "b", "c", "d"], n=pa.array([1, 2, 3, 2**64 - 1], pa.uint64()))
    message = rf"^{path.name}: column 'n', row 4: 18446744073709551615 does not fit"
    with pytest.raises(BadInput, match=message) as caught:
        wf.read(path, language="de")
    assert caught.value.line == 4


def test_times_with_a_zone_are_kept_in_utc_with_a_warning(written):
    path = written(text=["a"], time=[TIME.replace(tzinfo=ZONE)])
    corpus = wf.read(path, language="de")
    assert metadata(corpus)[0]["time"] == TIME.replace(hour=8)
    assert [row["place"] for row in warnings(corpus, "time_zone")] == ["column time"]


def test_a_language_can_stand_in_a_column(written):
    path = written(text=["Ja.", "Yes."], lang=["de", "en"])
    assert list(wf.read(path, language="lang").documents()["language"]) == ["de", "en"]
    by_id = {f"{path.name}:2": "en"}
    assert list(wf.read(path, language=by_id).documents()["language"]) == [None, "en"]


def test_columns_of_several_files_are_joined(tmp_path):
    write_parquet(pa.table({"text": ["a", "b"], "n": [1, 2], "x": [1, 2]}), tmp_path / "a.parquet")
    write_parquet(pa.table({"text": ["c"], "x": ["3"]}), tmp_path / "b.parquet")
    write_parquet(pa.table({"text": ["d"], "n": [4], "x": [None]}), tmp_path / "c.parquet")
    (tmp_path / "d.parquet").write_bytes(b"PAR1 no more")
    corpus = wf.read(tmp_path, pattern="*.parquet", language="de", on_error="skip")
    rows = metadata(corpus)
    assert [(row["n"], row["x"]) for row in rows] == [(1, "1"), (2, "2"), (None, "3"), (4, None)]
    assert [row["source"] for row in warnings(corpus, "skipped")] == ["d.parquet"]


@pytest.mark.parametrize("size", [10, 100_000])
def test_parquet_comes_in_batches_of_a_few_megabytes(tmp_path, size):
    """Whatever the size of a document, and although all are in one row group."""
    texts = [f"{number} " + "".join(chr(97 + (number * i) % 26) for i in range(size))
             for number in range(20_000_000 // size if size > 10 else 300_000)]  # fmt: skip
    table = pa.table({"text": texts})
    pq.write_table(table, tmp_path / "x.parquet", use_dictionary=False)
    file = Found(tmp_path / "x.parquet", "x.parquet")
    pieces = frame_pieces(file, "parquet", Columns("text", None), Amount())
    sizes = [piece.batches[0].text_bytes("text") for piece in pieces]
    assert sum(sizes) == sum(map(len, texts))
    assert len(sizes) > 3
    assert max(sizes) < 6 * 2**20


def read_or_refuse(path):
    """Return how many documents a file has, or None if it is refused."""
    try:
        return len(wf.read(path, language="de", on_error="skip"))
    except (BadInput, BadArgument, OSError):
        return None


def test_a_file_cut_anywhere_is_read_or_refused(written):
    path = written(text=TEXTS, tags=[["a"], ["b", "c"], None, []], n=[1, 2, 3, 4])
    whole = path.read_bytes()
    assert read_or_refuse(path) == 4
    for size in range(0, len(whole), 37):
        path.write_bytes(whole[:size])
        assert (read_or_refuse(path) or 0) <= 4


def test_a_file_with_any_wrong_byte_is_read_or_refused(written):
    path = written(text=TEXTS * 3, tags=[["a"], ["b", "c"], None, []] * 3, n=list(range(12)))
    whole = path.read_bytes()
    for at in range(3, len(whole), 29):
        for value in (0xFF, 0x7F, whole[at] ^ 1):
            path.write_bytes(whole[:at] + bytes([value]) + whole[at + 1 :])
            read_or_refuse(path)
