"""Every kind of source gives the same documents, ids, metadata and languages."""

import datetime
import os
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import wortfeld as wf
from corpus_facts import ids, texts, warnings
from wortfeld import BadArgument, BadInput

TEXTS = ["Der Chip kommt.", "Die Chips gehen."]


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "Z.txt", "a/ä.txt", "a/z.txt", "a.txt", "notes.md", "a/table.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Hier steht {name}.", encoding="utf-8")
    return tmp_path


# --- files ----------------------------------------------------------------------------------------


def test_a_folder_is_read_with_its_subfolders_in_the_order_of_bytes(folder):
    corpus = wf.read(folder, language="de")
    assert ids(corpus) == ["Z.txt", "a.txt", "a/z.txt", "a/ä.txt", "b.txt"]
    assert texts(corpus) == [f"Hier steht {name}." for name in ids(corpus)]
    assert corpus.folder == folder


def test_other_files_of_a_folder_are_listed(folder):
    found = warnings(wf.read(str(folder), language="de"), "ignored")
    assert [row["source"] for row in found] == ["a/table.csv", "notes.md"]


def test_a_pattern_decides_which_files_are_read(folder):
    corpus = wf.read(folder, language="de", pattern="*.md")
    assert ids(corpus) == ["notes.md"]
    assert len(warnings(corpus, "ignored")) == 6


def test_a_file_has_its_name_as_id(folder):
    assert ids(wf.read(folder / "a" / "z.txt", language="de")) == ["z.txt"]
    assert ids(wf.read(str(folder / "notes.md"), language="de")) == ["notes.md"]


def test_a_glob_reads_what_it_matches(folder):
    assert ids(wf.read(f"{folder}/a/*.txt", language="de")) == ["z.txt", "ä.txt"]
    assert ids(wf.read(f"{folder}/**/*.txt", language="de")) == [
        "Z.txt", "a.txt", "a/z.txt", "a/ä.txt", "b.txt",
    ]  # fmt: skip


def test_paths_in_a_list_are_read_in_its_order(folder):
    names = [folder / "b.txt", folder / "a.txt"]
    assert texts(wf.read(names, language="de")) == ["Hier steht b.txt.", "Hier steht a.txt."]
    by_name = wf.read(paths=[str(name) for name in names], language="de")
    assert ids(by_name) == ["b.txt", "a.txt"]


def test_ids_of_a_list_are_paths_below_the_folder_they_share(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert ids(wf.read([Path("b.txt"), Path("a/z.txt")], language="de")) == ["b.txt", "a/z.txt"]
    assert ids(wf.read([folder / "a" / "z.txt"], language="de")) == ["z.txt"]
    assert ids(wf.read("a", language="de")) == ["z.txt", "ä.txt"]


def test_every_line_can_be_a_document(tmp_path):
    (tmp_path / "x.txt").write_bytes("\ufeffEins.\r\nZwei.\n\nVier.".encode())
    corpus = wf.read(tmp_path, language="de", one_document_per="line")
    assert ids(corpus) == ["x.txt:1", "x.txt:2", "x.txt:3", "x.txt:4"]
    assert texts(corpus) == ["Eins.", "Zwei.", "", "Vier."]


def test_line_ends_stay_and_a_byte_order_mark_goes(tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes(b"\xef\xbb\xbfEins.\r\nZwei.\rDrei.\n")
    assert texts(wf.read(path, language="de")) == ["Eins.\r\nZwei.\rDrei.\n"]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "cp1252", "utf-8-sig"])
def test_other_encodings_are_decoded(tmp_path, encoding):
    path = tmp_path / "x.txt"
    path.write_bytes("Größe\r\nund Maß".encode(encoding))
    assert texts(wf.read(path, language="de", encoding=encoding)) == ["Größe\r\nund Maß"]


# --- texts and tables -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [TEXTS, tuple(TEXTS), pd.Series(TEXTS, index=[7, 8]), pl.Series(TEXTS), iter(TEXTS)],
    ids=["list", "tuple", "pandas", "polars", "iterator"],
)
def test_texts_are_numbered(source):
    corpus = wf.read(source, language="de")
    assert ids(corpus) == ["0", "1"]
    assert texts(corpus) == TEXTS
    assert corpus.folder is None


def test_a_generator_of_texts_is_read_once():
    corpus = wf.read(texts=(text for text in TEXTS), ids=(f"d{i}" for i in range(2)), language="de")
    assert ids(corpus) == ["d0", "d1"]
    assert texts(corpus) == TEXTS


def test_names_of_files_can_be_texts(folder):
    name = str(folder / "a.txt")
    assert texts(wf.read([name, "Ein Text."], language="de")) == [name, "Ein Text."]


class Stream:
    """Something of which nothing is known but that it exports Arrow."""

    def __init__(self, table):
        self._table = table

    def __arrow_c_stream__(self, requested_schema=None):
        return self._table.__arrow_c_stream__(requested_schema)


COLUMNS = {
    "name": ["x", "y"],
    "body": TEXTS,
    "year": [2025, None],
    "author": ["Bo", None],
    "date": [datetime.date(2026, 3, 10), None],
    "good": [True, False],
}
TABLES = {
    "pandas": pd.DataFrame(COLUMNS),
    "pandas with Arrow types": pa.table(COLUMNS).to_pandas(types_mapper=pd.ArrowDtype),
    "polars": pl.DataFrame(COLUMNS),
    "pyarrow": pa.table(COLUMNS),
    "record batch": pa.RecordBatch.from_pydict(COLUMNS),
    "Arrow stream": Stream(pa.table(COLUMNS)),
}


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_has_texts_ids_and_metadata(kind):
    corpus = wf.read(TABLES[kind], text="body", id="name", language="de")
    assert texts(corpus) == TEXTS
    rows = list(corpus.documents().rows())
    assert [row["document"] for row in rows] == ["x", "y"]
    assert [row["author"] for row in rows] == ["Bo", None]
    assert [row["date"] for row in rows] == [datetime.date(2026, 3, 10), None]
    # A column of pandas with a gap is one of floats, and NaN stays what it is there.
    assert str(rows[1]["year"]) == ("nan" if kind == "pandas" else "None")
    assert rows[0]["year"] == 2025
    assert [row["good"] for row in rows] == [True, False]


def test_a_table_of_our_own_is_a_source():
    sentences = wf.read(texts=TEXTS, language="de").sentences()
    source = sentences.to_arrow().select(["document", "text"])
    corpus = wf.read(source, id="document", language="de")
    assert texts(corpus) == TEXTS
    table = wf.read(texts=TEXTS, language="de").concordance("chip*")
    with pytest.raises(BadArgument, match="text='text' is no column"):
        wf.read(table, language="de")


def test_a_column_of_ids_may_hold_numbers():
    frame = pd.DataFrame({"text": TEXTS, "key": [17, 4]})
    assert ids(wf.read(frame, id="key", language="de")) == ["17", "4"]


def test_a_missing_text_is_bad_input_and_can_be_skipped():
    frame = pd.DataFrame({"text": ["Ja.", None, "Nein."], "number": [1, 2, 3]})
    with pytest.raises(BadInput, match=r"row 1: .* missing"):
        wf.read(frame, language="de")
    corpus = wf.read(frame, language="de", on_error="skip")
    assert texts(corpus) == ["Ja.", "Nein."]
    assert list(corpus.documents()["number"]) == [1, 3]
    assert [row["source"] for row in warnings(corpus, "skipped")] == ["1"]


@pytest.mark.parametrize("column", ["text", "id"])
def test_a_column_that_is_not_there_is_named(column):
    with pytest.raises(BadArgument, match=f"{column}='nothing' is no column.*name, body"):
        wf.read(TABLES["polars"], **{"text": "body", column: "nothing"})


# --- metadata -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "metadata",
    [
        {"title": ["A", "B"], "pages": [1, 2]},
        [{"title": "A", "pages": 1}, {"title": "B", "pages": 2}],
        pd.DataFrame({"title": ["A", "B"], "pages": [1, 2]}),
        pl.DataFrame({"title": ["A", "B"], "pages": [1, 2]}),
    ],
    ids=["mapping", "rows", "pandas", "polars"],
)
def test_metadata_becomes_columns(metadata):
    documents = wf.read(texts=TEXTS, language="de", metadata=metadata).documents()
    assert list(documents["title"]) == ["A", "B"]
    assert list(documents["pages"]) == [1, 2]
    assert documents.columns[:8] == [
        "document", "token_count", "word_count", "character_count",
        "language", "title", "date", "author",
    ]  # fmt: skip


def test_metadata_fills_what_the_text_says_and_gaps_stay():
    text = "Ein Titel\n\nBo Li 2025-10-22 10:42\nEin Absatz steht hier."
    given = {"date": ["2026-03-10", None], "author": [None, None], "language": ["de", "de"]}
    rows = list(wf.read(texts=[text, text], metadata=given).documents().rows())
    found = wf.read(texts=[text], language="de").documents().row("0")
    assert found["date"] == datetime.date(2025, 10, 22)
    assert [row["date"] for row in rows] == [datetime.date(2026, 3, 10), found["date"]]
    assert [row["author"] for row in rows] == [found["author"]] * 2
    assert [row["language"] for row in rows] == ["de", "de"]


@pytest.mark.parametrize("name", ["document", "token_count", "word_count", "character_count"])
def test_other_names_of_columns_are_refused(name):
    with pytest.raises(BadArgument, match=f"'{name}'"):
        wf.read(texts=TEXTS, language="de", metadata={name: [1, 2]})


@pytest.mark.parametrize(
    "values",
    [
        pd.to_datetime(pd.Series(["2026-03-10 10:42:00", None])),
        [datetime.datetime(2026, 3, 10, 10, 42), None],
        np.array(["2026-03-10T10:42", "NaT"], dtype="datetime64[ns]"),
    ],
    ids=["pandas", "list", "NumPy"],
)
def test_times_of_day_are_kept_but_the_date_is_a_day(values):
    metadata = {"read_at": values, "date": values}
    rows = list(wf.read(texts=TEXTS, language="de", metadata=metadata).documents().rows())
    assert [row["read_at"] for row in rows] == [
        datetime.datetime(2026, 3, 10, 10, 42),
        None,
    ]
    assert [row["date"] for row in rows] == [datetime.date(2026, 3, 10), None]


def test_days_stay_days():
    days = pd.to_datetime(pd.Series(["2026-03-10", None]))
    rows = wf.read(texts=TEXTS, language="de", metadata={"day": days}).documents()
    assert [row["day"] for row in rows.rows()] == [datetime.date(2026, 3, 10), None]


def test_times_with_a_zone_are_kept_in_utc_with_a_warning():
    zone = datetime.timezone(datetime.timedelta(hours=2))
    times = [datetime.datetime(2026, 3, 10, 1, 30, tzinfo=zone), None]
    corpus = wf.read(texts=TEXTS, language="de", metadata={"read_at": times})
    found = [row["read_at"] for row in corpus.documents().rows()]
    assert found == [datetime.datetime(2026, 3, 9, 23, 30), None]
    assert [row["place"] for row in warnings(corpus, "time_zone")] == ["column read_at"]


def test_metadata_has_a_value_for_each_document():
    with pytest.raises(BadArgument, match="1 values for 2 documents"):
        wf.read(texts=TEXTS, language="de", metadata={"year": [1]})


def test_a_date_that_is_none_is_refused():
    with pytest.raises(BadInput, match="'gestern' is no date") as caught:
        wf.read(texts=TEXTS, language="de", metadata={"date": ["2026-03-10", "gestern"]})
    assert caught.value.line == 2


def test_metadata_stays_with_its_document_when_others_are_skipped(tmp_path):
    for name, data in (("a.txt", b"Ja."), ("b.txt", b"\xff"), ("c.txt", b"Nein.")):
        (tmp_path / name).write_bytes(data)
    metadata = {"number": [1, 2, 3]}
    corpus = wf.read(tmp_path, language="de", on_error="skip", metadata=metadata)
    assert [(row["document"], row["number"]) for row in corpus.documents().rows()] == [
        ("a.txt", 1),
        ("c.txt", 3),
    ]


def test_metadata_stays_with_its_document_when_a_file_cannot_be_opened(tmp_path):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{name}.", encoding="utf-8")
    (tmp_path / "b.txt").unlink()
    os.symlink(tmp_path / "nothing", tmp_path / "b.txt")  # noqa: PTH211  Path does the same
    corpus = wf.read(tmp_path, language="de", on_error="skip", metadata={"number": [1, 2, 3]})
    assert list(corpus.documents()["number"]) == [1, 3]


# --- languages ------------------------------------------------------------------------------------


def test_a_code_holds_for_all():
    corpus = wf.read(texts=TEXTS, language="de")
    assert corpus.languages == ["de"]
    assert list(corpus.documents()["language"]) == ["de", "de"]
    assert warnings(corpus, "language") == []


@pytest.mark.parametrize("code", ["de-AT", "DE", "en", "pt-BR", "gsw"])
def test_well_formed_codes_are_kept_as_given(code):
    assert wf.read(texts=TEXTS, language=code).languages == [code]


def test_a_mapping_gives_each_document_its_code():
    corpus = wf.read(texts=TEXTS, ids=["a", "b"], language={"a": "de", "b": "en"})
    assert list(corpus.documents()["language"]) == ["de", "en"]
    assert warnings(corpus, "language") == []


def test_a_mapping_may_leave_documents_out_with_one_warning():
    corpus = wf.read(texts=[*TEXTS, "x"], language={"0": "de"})
    assert list(corpus.documents()["language"]) == ["de", None, None]
    assert len(warnings(corpus, "language")) == 1


def test_a_column_gives_each_document_its_code():
    frame = pl.DataFrame({"text": TEXTS, "code": ["de", "en"]})
    corpus = wf.read(frame, language="code")
    assert list(corpus.documents()["language"]) == ["de", "en"]
    assert list(corpus.documents()["code"]) == ["de", "en"]


def test_without_a_language_there_is_one_warning():
    corpus = wf.read(texts=TEXTS)
    assert corpus.languages == []
    assert len(corpus.warnings) == len(warnings(corpus, "language")) == 1


def test_a_language_without_rules_gets_generic_ones_and_a_warning():
    corpus = wf.read(texts=TEXTS, language="fi")
    assert list(corpus.documents()["language"]) == ["fi", "fi"]
    (warning,) = warnings(corpus, "language")
    assert "'fi'" in warning["message"]


@pytest.mark.parametrize("code", ["deutsch!", "german", "d", "", "de_DE", "12", "de-", "-de"])
def test_other_codes_are_refused(code):
    with pytest.raises(BadArgument, match="no language code"):
        wf.read(texts=TEXTS, language=code)
    with pytest.raises(BadArgument, match="no language code"):
        wf.read(texts=TEXTS, language={"0": code or "?"})


def test_a_language_that_is_no_text_is_a_type_error():
    with pytest.raises(TypeError, match="not int"):
        wf.read(texts=TEXTS, language=5)
    with pytest.raises((TypeError, BadArgument)):
        wf.read(texts=TEXTS, language={"0": 5})


def test_the_language_of_the_argument_is_the_one_that_documents_tells():
    metadata = {"language": ["en", "en"]}
    corpus = wf.read(texts=TEXTS, language="de", metadata=metadata)
    assert list(corpus.documents()["language"]) == ["de", "de"]


# --- zones ----------------------------------------------------------------------------------------


def test_zones_are_not_looked_for_when_told_so():
    text = "Ein Titel\n\nEin Absatz steht hier.\n\n01\n\nNoch einer steht hier."
    assert set(wf.read(texts=[text], language="de").zones()["zone"]) > {"body"}
    plain = wf.read(texts=[text], language="de", detect_zones=False)
    assert set(plain.zones()["zone"]) == {"body"}
