"""What a reader is told when a source is not what it seems: the place, and what to do."""

import errno
import json

import pyarrow as pa
import pytest
import wortfeld as wf
from corpus_facts import ids, texts, warnings
from wortfeld import BadArgument, BadInput


def write_jsonl(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


# --- ids that repeat ------------------------------------------------------------------------------


def test_ids_that_repeat_in_several_files_name_both_files_and_rows(tmp_path):
    write_jsonl(tmp_path / "a.jsonl", [{"id": "x", "text": "Eins."}, {"id": "y", "text": "Zwei."}])
    write_jsonl(tmp_path / "b.jsonl", [{"id": "z", "text": None}, {"id": "y", "text": "Drei."}])
    how = {"pattern": "*.jsonl", "id": "id", "language": "de", "on_error": "skip"}
    corpus = wf.read(tmp_path, **how)
    assert ids(corpus) == ["x", "y"]
    (row,) = (row for row in warnings(corpus, "skipped") if row["source"] == "y")
    assert row["message"].startswith("row 2 of a.jsonl and row 2 of b.jsonl have the same id 'y'")


@pytest.mark.parametrize(
    ("source", "options"),
    [
        (["Ja.", "Nein.", "Ja."], {"ids": ["x", "y", "x"]}),
        ([{"text": "Ja.", "id": name} for name in "xyx"], {"id": "id"}),
        (pa.table({"text": ["Ja."] * 3, "id": ["x", "y", "x"]}), {"id": "id"}),
    ],
    ids=["texts", "records", "table"],
)
def test_ids_that_repeat_in_memory_name_both_rows(source, options):
    with pytest.raises(BadInput, match=r"^row 0 and row 2 have the same id 'x'"):
        wf.read(source, language="de", **options)


def test_rows_without_a_text_do_not_move_the_places_of_others():
    table = pa.table({"text": ["Ja.", None, "Ja.", "Nein."], "id": ["x", "y", "z", "z"]})
    corpus = wf.read(table, id="id", language="de", on_error="skip")
    assert warnings(corpus, "skipped")[-1]["message"].startswith("row 2 and row 3 have")


def test_a_file_that_is_given_twice_is_named_by_its_places(tmp_path):
    (tmp_path / "a.txt").write_text("Ja.", encoding="utf-8")
    with pytest.raises(BadInput, match="document 1 of the source and document 2 of the source"):
        wf.read([tmp_path / "a.txt"] * 2, language="de")


@pytest.mark.parametrize("threads", [1, 3])
@pytest.mark.parametrize("gap", [0, 50_000], ids=["near", "far"])
def test_an_id_belongs_to_the_first_document_that_can_be_read(tmp_path, threads, gap):
    table = pa.table(
        {
            "text": pa.array(
                [b"\xff", b"", b"\xff\xff", *[b"Ja. " * 25] * gap, b"Eins.", b"Zwei."]
            ),
            "id": ["x", "y", "x", *map(str, range(gap)), "x", "x"],
        }
    )
    table = table.set_column(0, "text", table["text"].combine_chunks().view(pa.string()))
    with wf.options(threads=threads):
        corpus = wf.read(table, id="id", language="de", on_error="skip")
    assert ids(corpus)[:1] + ids(corpus)[-1:] == ["y", "x"]
    assert corpus.text("x") == "Eins."
    skipped = warnings(corpus, "skipped")
    assert [row["source"] for row in skipped] == ["x", "x", "x"]
    message = f"row {gap + 3} and row {gap + 4} have the same id 'x'"
    assert skipped[-1]["message"].startswith(message)


# --- NUL ------------------------------------------------------------------------------------------


def test_a_nul_in_a_value_of_a_file_is_kept_as_in_any_text(tmp_path):
    write_jsonl(tmp_path / "a.jsonl", [{"text": "Ein\0 Chip."}])
    assert texts(wf.read(tmp_path / "a.jsonl", language="de")) == ["Ein\0 Chip."]
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(pa.table({"text": ["Ein\0 Chip."]}), tmp_path / "a.parquet")
    assert texts(wf.read(tmp_path / "a.parquet", language="de")) == ["Ein\0 Chip."]


@pytest.mark.parametrize("how", [{}, {"one_document_per": "line"}])
@pytest.mark.parametrize("language", ["de", {"a.txt": "de"}], ids=["one", "mapping"])
def test_a_nul_in_a_file_of_text_is_refused(tmp_path, how, language):
    (tmp_path / "a.txt").write_bytes(b"Ein\0 Chip.")
    with pytest.raises(BadInput, match=r"a NUL byte, so this is no text file, at byte offset 3"):
        wf.read(tmp_path / "a.txt", language=language, **how)


# --- not what it seems ----------------------------------------------------------------------------


@pytest.mark.parametrize("format", [None, "csv", "jsonl"])
def test_a_saved_corpus_is_no_text_but_can_be_opened(tmp_path, format):
    path = tmp_path / "a.wortfeld"
    wf.read(texts=["Ja."], language="de").save(path)
    with pytest.raises(
        BadInput, match=r"a saved corpus, not a text; open it with wf\.open\(path\)"
    ):
        wf.read(path, language="de", format=format)


def test_a_text_that_is_taken_for_a_path_is_shortened_and_offered_as_a_text():
    text = "Der Chip ist da. " * 1000
    with pytest.raises(OSError, match=r"to read a text itself pass texts=\[\.\.\.\]") as caught:
        wf.read(text)
    assert caught.value.errno == errno.ENAMETOOLONG
    assert f"'{text[:60]}…'" in str(caught.value)
    assert len(str(caught.value)) < 200
    with pytest.raises(FileNotFoundError, match=r"pass texts=\[\.\.\.\]"):
        wf.read("Ist der Chip da?")


def test_what_is_no_text_or_id_is_told_with_what_to_do():
    with pytest.raises(
        TypeError, match=r"id 0 is int, not str; .* ids=\[str\(id\) for id in ids\]"
    ):
        wf.read(texts=["Ja.", "Nein."], ids=[1, 2])
    with pytest.raises(TypeError, match=r"text 1 is bytes, not str; \.decode\(\) it first"):
        wf.read(texts=["Ja.", b"Nein."])
    with pytest.raises(TypeError, match=r"text 1 is float, not str; make it one with str\(\)"):
        wf.read(texts=["Ja.", 1.5])


# --- arguments ------------------------------------------------------------------------------------


@pytest.mark.parametrize("values", [[None, None], []], ids=["null", "no rows"])
def test_a_column_of_languages_may_have_no_value(values):
    column = pa.array(values, pa.string())
    table = pa.table({"text": pa.array(["Ja."] * len(values), pa.string()), "lang": column})
    corpus = wf.read(table, language="lang")
    assert len(corpus) == len(values)
    assert corpus.languages == []


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("c", "language= names 1 id that no document has: 'c'"),
        ("cdef", "language= names 4 ids that no document has: 'c', 'd', 'e', …"),
    ],
)
@pytest.mark.parametrize(
    "source",
    [
        {"a": "Ja.", "b": "Nein."},
        pa.table({"text": ["Ja.", "Nein."], "id": ["a", "b"]}),
    ],
    ids=["mapping", "table"],
)
def test_ids_of_languages_that_no_document_has_are_told(source, names, message):
    how = {} if isinstance(source, dict) else {"id": "id"}
    corpus = wf.read(source, language={"a": "de", **dict.fromkeys(names, "de")}, **how)
    assert message in [row["message"] for row in warnings(corpus, "language")]
    # A mapping may know more documents than those that are read, if it knows all of these.
    language = {"a": "de", "b": "de", **dict.fromkeys(names, "de")}
    assert warnings(wf.read(source, language=language, **how), "language") == []


@pytest.mark.parametrize("source", [["a\nb"], {"x": "a\nb"}, pa.array(["a\nb"]), iter(["a\nb"])])
def test_texts_in_memory_are_not_taken_apart_into_lines(source):
    with pytest.raises(BadArgument, match=r"one_document_per='line' is for files"):
        wf.read(source, language="de", one_document_per="line")
    with pytest.raises(BadArgument, match=r"one_document_per='line' is for files"):
        wf.read(texts=["a\nb"], language="de", one_document_per="line")


def test_a_plan_of_files_keeps_whole_what_reading_keeps(tmp_path):
    (tmp_path / "a.txt").write_text("Am 10.03.2026 um https://a.de/b", encoding="utf-8")
    how = {"language": "de", "keep": ("number", "url")}
    read = wf.read(tmp_path / "a.txt", **how)
    assert wf.plan(tmp_path / "a.txt", **how).tokens.value == read.token_count
    with pytest.raises(BadArgument, match="keep must be"):
        wf.plan(tmp_path / "a.txt", language="de", keep="urls")
