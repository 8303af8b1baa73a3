"""CSV, JSON Lines, compressed files, records, mappings and iterators give the same documents."""

import bz2
import csv
import datetime
import gzip
import io
import json
import lzma

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import wortfeld as wf
import zstandard
from corpus_facts import ids, texts, warnings
from wortfeld import BadArgument, BadInput

TEXTS = ["Der Chip kommt.", "Die „Chips“ gehen;\nwohin, weiß niemand.", ""]
ROWS = [
    {"text": text, "key": f"k{i}", "year": 2024 + i, "code": f"00{i}"}
    for i, text in enumerate(TEXTS)
]


TIME = datetime.datetime(2026, 3, 10, 10, 42)


def as_csv(rows, **how):
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, rows[0], **how)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def as_jsonl(rows):
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


COMPRESS = {
    "": bytes,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}
FILES = {
    ".csv": as_csv(ROWS),
    ".tsv": as_csv(ROWS, delimiter="\t"),
    ".jsonl": as_jsonl(ROWS),
}


# --- tables in files ------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", COMPRESS)
@pytest.mark.parametrize("kind", FILES)
def test_every_kind_of_file_gives_the_same_documents(tmp_path, kind, suffix):
    path = tmp_path / f"x{kind}{suffix}"
    path.write_bytes(COMPRESS[suffix](FILES[kind]))
    corpus = wf.read(path, id="key", language="de")
    assert texts(corpus) == TEXTS
    assert ids(corpus) == ["k0", "k1", "k2"]
    assert list(corpus.documents()["year"]) == [2024, 2025, 2026]
    assert list(corpus.documents()["code"]) == ["000", "001", "002"]


@pytest.mark.parametrize("suffix", COMPRESS)
def test_texts_and_lines_can_be_compressed(tmp_path, suffix):
    path = tmp_path / f"x.txt{suffix}"
    path.write_bytes(COMPRESS[suffix](b"Eins.\r\nZwei.\nDrei."))
    assert texts(wf.read(path, language="de")) == ["Eins.\r\nZwei.\nDrei."]
    assert ids(wf.read(tmp_path, language="de")) == [path.name]
    lines = wf.read(path, language="de", one_document_per="line")
    assert texts(lines) == ["Eins.", "Zwei.", "Drei."]
    assert ids(lines)[0] == f"x.txt{suffix}:1"


def test_parquet_and_arrow_files_have_columns(tmp_path):
    table = pa.Table.from_pylist(ROWS)
    pq.write_table(table, tmp_path / "x.parquet")
    with pa.OSFile(str(tmp_path / "x.arrow"), "wb") as out, pa.ipc.new_file(out, table.schema) as w:
        w.write_table(table)
    with pa.OSFile(str(tmp_path / "y.arrow"), "wb") as out:
        stream = pa.ipc.new_stream(out, table.schema)
        stream.write_table(table)
        stream.close()
    for name in ("x.parquet", "x.arrow", "y.arrow"):
        corpus = wf.read(tmp_path / name, id="key", language="de")
        assert texts(corpus) == TEXTS
        assert list(corpus.documents()["year"]) == [2024, 2025, 2026]
    (tmp_path / "x.parquet").write_bytes(b"PAR1 no more")
    with pytest.raises(BadInput, match=r"x\.parquet"):
        wf.read(tmp_path / "x.parquet")


def test_rows_without_ids_are_called_by_file_and_row(tmp_path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_bytes(FILES[".csv"])
    corpus = wf.read(tmp_path, pattern="*.csv", language="de")
    assert ids(corpus) == ["a.csv:1", "a.csv:2", "a.csv:3", "b.csv:1", "b.csv:2", "b.csv:3"]
    assert list(corpus.documents()["key"]) == ["k0", "k1", "k2"] * 2


@pytest.mark.parametrize("delimiter", [",", ";", "|", "\t"])
def test_the_separator_is_told_from_the_header(tmp_path, delimiter):
    path = tmp_path / "x.csv"
    path.write_bytes(b"\xef\xbb\xbf" + as_csv(ROWS, delimiter=delimiter))
    assert texts(wf.read(path, language="de")) == TEXTS


def test_files_with_other_columns_leave_gaps(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"text,year\nEins.,2024\n")
    (tmp_path / "b.csv").write_bytes(b"text,place\nZwei.,Bonn\n")
    rows = wf.read(tmp_path, pattern="*.csv", language="de").documents().rows()
    assert [(row["year"], row["place"]) for row in rows] == [(2024, None), (None, "Bonn")]


def test_a_csv_file_can_be_read_as_plain_text(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("text\nJa.\n", encoding="utf-8")
    assert texts(wf.read(path, format="text", language="de")) == ["text\nJa.\n"]
    lines = wf.read(path, format="text", one_document_per="line", language="de")
    assert texts(lines) == ["text", "Ja."]
    with pytest.raises(BadArgument, match="format='text'"):
        wf.read(path, one_document_per="line")
    with pytest.raises(BadArgument, match="format must be"):
        wf.read(path, format="word")


def test_a_language_can_stand_in_a_column_of_a_file(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_bytes(as_jsonl([{"text": "Ja.", "lang": "de"}, {"text": "Yes.", "lang": "en"}]))
    assert list(wf.read(path, language="lang").documents()["language"]) == ["de", "en"]
    path.write_bytes(as_jsonl([{"text": "Ja.", "language": "de"}, {"text": "Yes."}]))
    corpus = wf.read(path)
    assert list(corpus.documents()["language"]) == ["de", None]
    assert len(warnings(corpus, "language")) == 1


# --- types of columns -----------------------------------------------------------------------------


def column(tmp_path, values):
    path = tmp_path / "x.csv"
    path.write_bytes(as_csv([{"text": "Ja.", "it": value} for value in values]))
    return [row["it"] for row in wf.read(path, language="de").documents().rows()]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["1", "-20", ""], [1, -20, None]),
        (["1", "2.5", "1e3"], [1.0, 2.5, 1000.0]),
        (["true", "False", ""], [True, False, None]),
        (["2026-03-10", ""], [datetime.date(2026, 3, 10), None]),
        (["2026-03-10 10:42", "2026-03-10T10:42:01.5"],
         [TIME, TIME.replace(second=1, microsecond=500_000)]),
        (["01", "2"], ["01", "2"]),
        (["00.5", "2"], ["00.5", "2"]),
        (["1", "x"], ["1", "x"]),
        (["1,5", "2,5"], ["1,5", "2,5"]),
        (["2026-02-31"], ["2026-02-31"]),
        (["2026-03-10", "10"], ["2026-03-10", "10"]),
        (["2026-03-10T10:00", "2026-03-10T10:00Z"], ["2026-03-10T10:00", "2026-03-10T10:00Z"]),
        (["nan", "inf"], ["nan", "inf"]),
        (["yes", "no"], ["yes", "no"]),
        (["12345678901234567890"], ["12345678901234567890"]),
        (["", ""], [None, None]),
        ([" 1", "2"], [" 1", "2"]),
        (["=1+1", "@x"], ["=1+1", "@x"]),
    ],
)  # fmt: skip
def test_types_of_csv_columns_are_told_with_care(tmp_path, written, read):
    found = column(tmp_path, written)
    assert found == read
    assert [type(value) for value in found] == [type(value) for value in read]


def test_values_of_json_keep_their_types_and_mixed_ones_become_texts(tmp_path):
    values = [
        {"n": 1, "f": 1, "b": True, "s": "1", "m": 1, "l": ["a", 1], "big": 2**70},
        {"n": 2, "f": 0.5, "b": None, "s": "2", "m": "x", "l": {"k": "ü"}, "big": 1},
    ]
    (tmp_path / "x.jsonl").write_bytes(as_jsonl([{"text": "Ja.", **each} for each in values]))
    rows = wf.read(tmp_path / "x.jsonl", language="de").documents().rows()
    found = [[row[name] for row in rows] for name in values[0]]
    assert found == [
        [1, 2], [1.0, 0.5], [True, None], ["1", "2"], ["1", "x"], ['["a", 1]', '{"k": "ü"}'],
        [str(2**70), "1"],
    ]  # fmt: skip


# --- records, mappings, iterators -----------------------------------------------------------------


@pytest.mark.parametrize("make", [list, tuple, iter, lambda rows: (row for row in rows)])
def test_dicts_are_documents(make):
    corpus = wf.read(make(ROWS), id="key", language="de")
    assert texts(corpus) == TEXTS
    assert ids(corpus) == ["k0", "k1", "k2"]
    assert list(corpus.documents()["year"]) == [2024, 2025, 2026]
    assert ids(wf.read(make(ROWS), language="de")) == ["0", "1", "2"]


def test_a_mapping_has_ids_and_texts_or_records():
    by_id = dict(zip("abc", TEXTS, strict=True))
    assert texts(wf.read(by_id, language="de")) == TEXTS
    assert ids(wf.read(by_id, language="de")) == ["a", "b", "c"]
    assert ids(wf.read(texts=by_id, language="de")) == ["a", "b", "c"]
    records = wf.read(dict(zip("abc", ROWS, strict=True)), language="de")
    assert (ids(records), texts(records)) == (["a", "b", "c"], TEXTS)
    assert list(records.documents()["key"]) == ["k0", "k1", "k2"]
    with pytest.raises(BadArgument, match="ids="):
        wf.read(by_id, ids=["x", "y", "z"])


def test_an_iterator_is_read_as_it_comes_and_never_held_as_a_whole():
    alive = set()

    class Text(str):
        __slots__ = ()

        def __new__(cls, text):
            made = super().__new__(cls, text)
            alive.add(id(made))
            most.append(len(alive))
            return made

        def __del__(self):
            alive.discard(id(self))

    most = []
    corpus = wf.read((Text("ä" * 50_000 + f" {i}.") for i in range(400)), language="de")
    assert len(corpus) == 400
    assert max(most) < 150


def test_an_exhausted_iterator_is_told():
    source = iter(TEXTS)
    assert len(wf.read(source, language="de")) == 3
    with pytest.raises(BadInput, match="the iterator gave nothing"):
        wf.read(source, language="de")
    assert len(wf.read([], language="de")) == 0


def test_what_a_generator_raises_arrives_with_a_note():
    class OwnError(Exception):
        pass

    def generate():
        yield from TEXTS
        raise OwnError("mine")

    with pytest.raises(OwnError, match="mine") as caught:
        wf.read(generate(), language="de")
    assert caught.value.__notes__ == ["while wortfeld was reading text 3 of the source"]


def test_lists_of_texts_keep_no_copy_of_their_utf_8():
    import sys

    text = "Größe " * 1000
    before = sys.getsizeof(text)
    wf.read([text] * 3, language="de")
    assert sys.getsizeof(text) == before


@pytest.mark.parametrize("unit", ["a", "ä", "„ä“", "😀 ä", "\x00x"])
def test_texts_of_every_width_are_read_as_they_are(unit):
    given = [unit * count for count in (0, 1, 7, 8, 9, 5000)]
    assert texts(wf.read(given, language="de")) == given
