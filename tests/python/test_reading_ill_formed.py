"""Bytes that are no text cost the rows and lines that hold them, and no other."""

import json

import pytest
import wortfeld as wf
from corpus_facts import ids, texts, warnings
from wortfeld import BadInput

SIZES = (2**21, 1, 7, 64)


def read(tmp_path, name, data, **how):
    (tmp_path / name).write_bytes(data)
    return wf.read(tmp_path / name, language="de", **how)


def rows_of(kind, values):
    """The lines of a file with a column of texts and one of numbers."""
    if kind == "jsonl":
        return [b'{"text": "%b", "n": %d}\n' % (value, n) for n, value in enumerate(values)]
    between = {"csv": b",", "tsv": b"\t"}[kind]
    rows = [b"%b%b%d\n" % (value, between, n) for n, value in enumerate(values)]
    return [b"text" + between + b"n\n", *rows]


@pytest.mark.parametrize("kind", ["csv", "tsv", "jsonl"])
@pytest.mark.parametrize("fault", [b"\xff", b"\xe4", b"\xf0\x9f", b"\xed\xa0\x80", b"\0"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_only_the_rows_with_ill_formed_bytes_are_left_out(tmp_path, monkeypatch, kind, fault, mark):
    good = "Größe".encode()
    lines = rows_of(kind, [good, b"b" + fault, good, fault + b"c" + fault, good])
    data = mark + b"".join(lines)
    bad = [number for number, line in enumerate(lines, start=1) if fault in line]
    places = [data.index(fault), data.rindex(b"c" + fault) - len(fault)]
    for size in SIZES:
        monkeypatch.setattr("wortfeld.reading.opening.BLOCK_BYTES", size)
        corpus = read(tmp_path, f"x.{kind}", data, on_error="skip")
        assert texts(corpus) == ["Größe"] * 3
        assert list(corpus.documents()["n"]) == [0, 2, 4]
        assert ids(corpus) == [f"x.{kind}:{row}" for row in (1, 3, 5)]
        skipped = warnings(corpus, "skipped")
        assert [row["place"] for row in skipped] == [f"line {number}" for number in bad]
        for row, number, byte in zip(skipped, bad, places, strict=True):
            assert row["message"].startswith(f"x.{kind}, line {number}: ")
            assert f"at byte offset {byte}" in row["message"]
            assert ("a NUL" if fault == b"\0" else "ill-formed UTF-8") in row["message"]
        with pytest.raises(BadInput, match=f"byte offset {places[0]}") as caught:
            read(tmp_path, f"x.{kind}", data)
        assert (caught.value.line, caught.value.byte_offset) == (bad[0], places[0])


def test_a_fault_far_into_a_file_of_many_blocks_costs_one_row(tmp_path, monkeypatch):
    monkeypatch.setattr("wortfeld.reading.opening.BLOCK_BYTES", 4096)
    values = [b"Satz %d." % n for n in range(5000)]
    values[3000] = b"Sa\xfftz."
    for kind in ("csv", "jsonl"):
        data = b"".join(rows_of(kind, values))
        corpus = read(tmp_path, f"x.{kind}", data, on_error="skip")
        assert len(corpus) == 4999
        (row,) = warnings(corpus, "skipped")
        assert f"line {3001 + (kind == 'csv')}: " in row["message"]
        assert f"byte offset {data.index(255)} " in row["message"]


def test_a_row_of_many_lines_goes_as_one_and_names_the_line_of_the_byte(tmp_path):
    data = b'text,n\r\n"a\r\nb\xff\r\nc\xff",1\r\n\r\n"d\re",2\rf,3\r'
    corpus = read(tmp_path, "x.csv", data, on_error="skip")
    assert texts(corpus) == ["d\re", "f"]
    (row,) = warnings(corpus, "skipped")
    assert "x.csv, line 3: ill-formed UTF-8 at byte offset 13 " in row["message"]


def test_ill_formed_bytes_in_metadata_and_ids_name_the_byte(tmp_path):
    data = b"text,id\nJa.,a\nNein.,\xff\nDoch.,c\n"
    corpus = read(tmp_path, "x.csv", data, on_error="skip", id="id")
    assert ids(corpus) == ["a", "c"]
    assert "at byte offset 20 " in warnings(corpus, "skipped")[0]["message"]
    data = b'{"text": "Ja.", "id": "a"}\n{"text": "\xff", "id": "b"}\n{"text": "Nein.", "id": "c"}'
    corpus = read(tmp_path, "x.jsonl", data, on_error="skip", id="id")
    assert ids(corpus) == ["a", "c"]
    assert "line 2: ill-formed UTF-8" in warnings(corpus, "skipped")[0]["message"]


def test_a_header_that_is_no_text_is_named_and_costs_the_file(tmp_path):
    with pytest.raises(BadInput, match=r"x\.csv, line 1: ill-formed UTF-8 at byte offset 5 "):
        read(tmp_path, "x.csv", b"text,\xff\nJa.,1\n")
    corpus = read(tmp_path, "x.csv", b"text,\xff\nJa.,1\n", on_error="skip")
    assert len(corpus) == 0
    assert len(warnings(corpus, "skipped")) == 1


def test_a_column_of_languages_goes_with_the_rows_that_stay(tmp_path):
    (tmp_path / "x.csv").write_bytes(b"text,language\nJa.,de\nN\xff,de\nYes.,en\n")
    corpus = wf.read(tmp_path / "x.csv", on_error="skip")
    assert texts(corpus) == ["Ja.", "Yes."]
    assert list(corpus.documents()["language"]) == ["de", "en"]


def test_replaced_bytes_are_counted_and_a_nul_still_costs_its_row(tmp_path):
    data = b"text\nJ\xffa\nN\xff\0\nDoch\n"
    corpus = read(tmp_path, "x.csv", data, on_error="skip", errors="replace")
    assert texts(corpus) == ["J\ufffda", "Doch"]
    assert (
        "line 3: a NUL, so this is no text at byte offset 11"
        in (warnings(corpus, "skipped")[0]["message"])
    )
    assert warnings(corpus, "replaced")[0]["message"].startswith("2 ")


@pytest.mark.parametrize("encoding", ["auto", "cp1252", "utf-16"])
def test_a_nul_costs_its_line_or_row_in_any_encoding(tmp_path, encoding):
    codec = "cp1252" if encoding == "auto" else encoding
    lines = ["Schön größer.", "Nu\0l Bär.", "Nein für Öl."]
    data = "\n".join(lines).encode(codec)
    how = {"encoding": encoding, "on_error": "skip"}
    corpus = read(tmp_path, "x.txt", data, one_document_per="line", **how)
    assert ids(corpus) == ["x.txt:1", "x.txt:3"]
    (row,) = warnings(corpus, "skipped")
    assert row["source"] == "x.txt:2"
    assert "a NUL byte" in row["message"]
    with pytest.raises(BadInput, match=r"x\.txt:2: a NUL byte"):
        read(tmp_path, "x.txt", data, one_document_per="line", encoding=encoding)
    corpus = read(tmp_path, "x.csv", "\n".join(["text", *lines]).encode(codec), **how)
    assert texts(corpus) == [lines[0], lines[2]]
    # Which byte of the file it is cannot be told behind another encoding, and so is not.
    (row,) = warnings(corpus, "skipped")
    assert row["message"] == "x.csv, line 3: a NUL, so this is no text"


def test_every_row_is_read_or_reported(tmp_path):
    values = [b"a\xffb" if n % 3 == 0 else b"Satz %d." % n for n in range(1000)]
    for kind in ("csv", "jsonl"):
        corpus = read(tmp_path, f"x.{kind}", b"".join(rows_of(kind, values)), on_error="skip")
        assert len(corpus) + len(warnings(corpus, "skipped")) == 1000
        assert len(corpus) == 666


def test_an_escaped_nul_in_json_is_kept(tmp_path):
    line = json.dumps({"text": "a\0b"}).encode()
    assert texts(read(tmp_path, "x.jsonl", line + b"\n\xff\n", on_error="skip")) == ["a\0b"]
