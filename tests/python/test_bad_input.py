"""What cannot be read is refused with its place, or left out and listed; nothing good is lost."""

import os
import pickle
from pathlib import Path

import pytest
import wortfeld as wf
from corpus_facts import ids, warnings
from wortfeld import BadArgument, BadInput, UnknownName, WortfeldError


@pytest.fixture
def mixed(tmp_path):
    """Two good files around four that cannot be read."""
    files = {
        "a.txt": b"Ja.",
        "b-latin.txt": "schön".encode("latin-1"),
        "c-binary.txt": b"\x89PNG\r\n\x00\x01",
        "d-cut.txt": "schö".encode()[:-1],
        "e.txt": b"Nein.",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


# --- paths ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    ["nowhere", Path("nowhere"), "nowhere/*.txt", Path("nowhere/*.txt"), "x" * 5000],
    ids=["text", "path", "glob", "path glob", "long"],
)
def test_a_missing_path_is_named(source, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises((FileNotFoundError, OSError), match=r"nowhere|xxx"):
        wf.read(source, language="de")


def test_a_text_given_as_a_path_is_told_how_to_be_one():
    with pytest.raises(FileNotFoundError, match="pass texts="):
        wf.read("Der Chip kommt.", language="de")


def test_an_empty_path_is_not_the_current_folder():
    with pytest.raises(FileNotFoundError, match="the path is empty"):
        wf.read("", language="de")


@pytest.mark.parametrize("as_paths", [True, False])
def test_a_missing_file_of_a_list_is_named(as_paths, tmp_path):
    names = [tmp_path / "a.txt", tmp_path / "nothing.txt"]
    names[0].write_text("Ja.", encoding="utf-8")
    source = {"paths": names} if as_paths else {"source": names}
    with pytest.raises(FileNotFoundError, match=r"nothing\.txt"):
        wf.read(**source, language="de")
    corpus = wf.read(**source, language="de", on_error="skip")
    assert len(corpus) == 1
    assert "nothing.txt" in warnings(corpus, "skipped")[0]["source"]


def test_a_folder_without_documents_is_bad_input(tmp_path):
    with pytest.raises(BadInput, match=r"no file that matches pattern='\*\.txt'") as caught:
        wf.read(tmp_path, language="de")
    assert caught.value.source == str(tmp_path)
    (tmp_path / "x.md").write_text("Ja.", encoding="utf-8")
    with pytest.raises(BadInput, match="1 other"):
        wf.read(tmp_path, language="de", on_error="skip")


def test_a_folder_that_may_not_be_read_is_a_permission_error(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Ja.", encoding="utf-8")
    closed = tmp_path / "closed"
    closed.mkdir()
    scan = os.scandir

    def refuse(path):
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    # Mocked, because root may read everything.
    monkeypatch.setattr(os, "scandir", refuse)
    for folder in (tmp_path, closed):
        with pytest.raises(PermissionError, match=r"closed.*Permission denied"):
            wf.read(folder, language="de")
    corpus = wf.read(tmp_path, language="de", on_error="skip")
    assert ids(corpus) == ["a.txt"]
    assert [row["source"] for row in warnings(corpus, "skipped")] == ["closed"]


def test_a_file_that_may_not_be_read_is_a_permission_error(tmp_path, monkeypatch):
    for name in ("a.txt", "closed.txt"):
        (tmp_path / name).write_text("Ja.", encoding="utf-8")
    open_file = os.open

    def refuse(path, *arguments, **named):
        if Path(path).name == "closed.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return open_file(path, *arguments, **named)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(PermissionError, match=r"closed\.txt.*Permission denied"):
        wf.read(tmp_path, language="de")
    assert ids(wf.read(tmp_path, language="de", on_error="skip")) == ["a.txt"]


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on POSIX systems only")
def test_a_name_that_is_no_utf_8_is_bad_input(tmp_path):
    (tmp_path / "a.txt").write_text("Ja.", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff.txt")).write_bytes(b"Nein.")
    with pytest.raises(BadInput, match=r"b\\udcff\.txt: its name holds a lone surrogate"):
        wf.read(tmp_path, language="de")
    corpus = wf.read(tmp_path, language="de", on_error="skip")
    assert ids(corpus) == ["a.txt"]
    assert [row["source"] for row in warnings(corpus, "skipped")] == [r"b\udcff.txt"]
    assert ids(wf.read(tmp_path, language="de", pattern="a*")) == ["a.txt"]


# --- bytes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "offset"),
    [(b"sch\xf6n", 3), (b"\xff", 0), (b"\xef\xbb\xbfsch\xf6n", 6), (b"\xc3\xb6\xc3", 2)],
)
def test_a_file_that_is_not_utf_8_is_refused_with_its_byte(tmp_path, data, offset):
    (tmp_path / "x.txt").write_bytes(data)
    with pytest.raises(BadInput, match=rf"x\.txt: not UTF-8.*{offset}") as caught:
        wf.read(tmp_path, language="de")
    assert (caught.value.source, caught.value.byte_offset) == ("x.txt", offset)


@pytest.mark.parametrize(
    ("data", "text", "count"),
    [
        (b"sch\xf6n \xff\xfe.", "sch\ufffdn \ufffd\ufffd.", 3),
        (b"a\xf0\x9f\x98b", "a\ufffdb", 1),
        (b"\xed\xa0\x80", "\ufffd\ufffd\ufffd", 3),
    ],
)
def test_replaced_bytes_are_counted(tmp_path, data, text, count):
    (tmp_path / "x.txt").write_bytes(data)
    corpus = wf.read(tmp_path, language="de", errors="replace")
    assert corpus.text("x.txt") == text == data.decode(errors="replace")
    (warning,) = warnings(corpus, "replaced")
    assert warning["source"] == "x.txt"
    assert warning["message"].startswith(f"{count} ")


def test_what_is_not_in_the_encoding_asked_for_is_refused_with_its_byte(tmp_path):
    (tmp_path / "x.txt").write_bytes(b"abc\x81")
    with pytest.raises(BadInput, match=r"cp1252.*byte offset 3") as caught:
        wf.read(tmp_path, language="de", encoding="cp1252")
    assert caught.value.byte_offset == 3
    corpus = wf.read(tmp_path, language="de", encoding="cp1252", errors="replace")
    assert corpus.text("x.txt") == "abc\ufffd"
    assert len(warnings(corpus, "replaced")) == 1


@pytest.mark.parametrize("encoding", ["utf-9", "base64"])
def test_an_unknown_encoding_is_a_bad_argument(encoding):
    with pytest.raises(BadArgument, match=f"unknown encoding '{encoding}'"):
        wf.read(texts=["x"], encoding=encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_a_binary_file_is_refused_with_the_place_of_its_nul(tmp_path, encoding):
    (tmp_path / "x.txt").write_bytes(b"\xc3\xb6PNG\r\n\x00\x01\x00")
    with pytest.raises(BadInput, match=r"x\.txt: a NUL.*byte offset 7") as caught:
        wf.read(tmp_path, language="de", encoding=encoding)
    assert (caught.value.source, caught.value.byte_offset) == ("x.txt", 7)


def test_a_text_with_nul_is_kept():
    corpus = wf.read(texts=["Bo\0 geht.\0"], language="de")
    assert corpus.text("0") == "Bo\0 geht.\0"


def test_an_empty_file_is_a_document_of_no_tokens(tmp_path):
    for name, data in (("a.txt", b""), ("b.txt", b"\xef\xbb\xbf"), ("c.txt", b" \r\n\n")):
        (tmp_path / name).write_bytes(data)
    corpus = wf.read(tmp_path, language="de")
    assert list(corpus.documents()["token_count"]) == [0, 0, 0]
    assert [row["source"] for row in warnings(corpus, "empty")] == ["a.txt", "b.txt", "c.txt"]
    assert len(corpus.terms()) == len(corpus.sentences()) == len(corpus.mentions()) == 0
    assert len(corpus.mentions().cooccurrence().pairs()) == 0


@pytest.mark.parametrize("unit", ["Anna kauft 3 Mio. Euro, ", "a", "\u0301", "(", ".", "1"])
def test_a_line_of_five_megabytes_is_read(tmp_path, unit):
    size = 5 * 10**6 if len(unit) > 1 else 10**6
    line = (unit * (size // len(unit) + 1))[:size]
    (tmp_path / "x.txt").write_text(line, encoding="utf-8")
    corpus = wf.read(tmp_path, language="de")
    assert corpus.documents()["character_count"].tolist() == [size]
    assert corpus.token_count > 0


# --- several documents ----------------------------------------------------------------------------


def test_bad_files_can_be_skipped_and_are_listed(mixed):
    corpus = wf.read(mixed, language="de", on_error="skip")
    assert ids(corpus) == ["a.txt", "e.txt"]
    found = warnings(corpus, "skipped")
    assert [(row["source"], row["place"]) for row in found] == [
        ("b-latin.txt", "byte 3"),
        ("c-binary.txt", "byte 6"),
        ("d-cut.txt", "byte 3"),
    ]
    assert all(row["message"] for row in found)


def test_the_first_bad_file_is_the_one_refused(mixed):
    for threads in (1, 7):
        with wf.options(threads=threads), pytest.raises(BadInput) as caught:
            wf.read(mixed, language="de")
        assert caught.value.source == "b-latin.txt"


def test_two_documents_of_one_id_are_refused():
    with pytest.raises(BadInput, match="'a'") as caught:
        wf.read(texts=["x", "y", "z"], ids=["a", "b", "a"])
    assert caught.value.source == "a"
    corpus = wf.read(texts=["x", "y", "z"], ids=["a", "b", "a"], on_error="skip")
    assert [corpus.text(document) for document in ids(corpus)] == ["x", "y"]
    assert [row["source"] for row in warnings(corpus, "skipped")] == ["a"]


def test_lone_surrogates_are_refused():
    with pytest.raises(BadInput, match="lone surrogate at character 3") as caught:
        wf.read(texts=["x", "abc\ud800"], ids=["a", "b"])
    assert caught.value.source == "b"
    numbers = {"number": [1, 2, 3]}
    corpus = wf.read(texts=["x", "\udfff", "z"], language="de", on_error="skip", metadata=numbers)
    assert ids(corpus) == ["0", "2"]
    assert list(corpus.documents()["number"]) == [1, 3]
    assert [row["source"] for row in warnings(corpus, "skipped")] == ["1"]


def test_arguments_with_lone_surrogates_are_refused():
    corpus = wf.read(texts=["Bo geht."], language="de")
    assert "\ud800" not in corpus
    for call in (corpus.text, corpus.concordance, corpus.cooccurrence):
        with pytest.raises(BadArgument, match="lone surrogate"):
            call("\ud800")
    with pytest.raises(BadInput, match="row 1: alias holds a lone surrogate"):
        corpus.mentions([{"entity": "x", "kind": "y", "alias": "\udfff"}])


def test_a_list_of_names_of_files_names_the_argument_for_them(mixed):
    names = [str(mixed / "a.txt"), str(mixed / "e.txt")]
    with pytest.raises(BadArgument, match="paths="):
        wf.read(names)
    assert wf.read(texts=names, language="de").text("0") == names[0]


# --- wrong types ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        {"source": ["x", Path("y")]},
        {"source": [Path("y"), "x"]},
        {"source": ["x", 5]},
        {"source": [b"bytes"]},
        {"source": b"bytes"},
        {"source": 5},
        {"source": {"a": 5}},
        {"texts": {5: "a number as id"}},
        {"source": {"a set", "of two"}},
        {"texts": ["x"], "metadata": "title"},
        {"texts": ["x"], "metadata": [1]},
        {"texts": "one text"},
        {"texts": ["x"], "ids": [5]},
        {"texts": ["x", Path("y")]},
        {"paths": "one path"},
        {"paths": [5]},
        {"texts": ["x"], "language": 5},
    ],
    ids=str,
)
def test_wrong_types_are_type_errors(arguments):
    with pytest.raises(TypeError):
        wf.read(**arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"source": ".", "texts": ["x"]},
        {"texts": ["x"], "ids": ["a", "b"]},
        {"texts": ["x", "y"], "ids": ["a"]},
        {"source": ".", "ids": ["a"]},
        {"texts": ["x"], "errors": "ignore"},
        {"texts": ["x"], "on_error": "warn"},
        {"texts": ["x"], "one_document_per": "page"},
    ],
    ids=str,
)
def test_arguments_that_do_not_go_together_are_bad(arguments):
    with pytest.raises(BadArgument):
        wf.read(**arguments)


def test_an_unknown_measure_has_near_names():
    network = wf.read(texts=["Bo trifft Li."], language="de").cooccurrence(min_count=1)
    with pytest.raises(UnknownName, match="did you mean 'log_dice'") as caught:
        network.pairs(measures="logdyce")
    assert caught.value.suggestions[0] == "log_dice"
    with pytest.raises(UnknownName, match="log_dice"):
        wf.association(1, 2, 2, 4, measure="logdice")


# --- the errors themselves ------------------------------------------------------------------------


def raised(call):
    try:
        call()
    except WortfeldError as error:
        return error
    message = "nothing was raised"
    raise AssertionError(message)


@pytest.mark.parametrize(
    ("call", "kinds", "fields"),
    [
        (lambda: wf.read(texts=["x"], language="deutsch!"), (BadArgument, ValueError), ()),
        (
            lambda: wf.read(texts=["\ud800"]),
            (BadInput, ValueError),
            ("source", "line", "byte_offset"),
        ),
        (
            lambda: wf.read(texts=["x", "x"], ids=["a", "a"]),
            (BadInput, ValueError),
            ("source", "line", "byte_offset"),
        ),
        (
            lambda: wf.read(texts=["x"]).mentions([{"entity": "", "kind": "k", "alias": "a"}]),
            (BadInput, ValueError),
            ("source", "line", "byte_offset"),
        ),
        (lambda: wf.read(texts=["x"]).text("y"), (UnknownName, LookupError), ("suggestions",)),
    ],
    ids=["argument", "text", "id", "gazetteer", "name"],
)
def test_errors_are_built_in_ones_too_and_survive_pickling(call, kinds, fields):
    error = raised(call)
    assert isinstance(error, kinds)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (type(error), str(error))
    assert [getattr(again, field) for field in fields] == [
        getattr(error, field) for field in fields
    ]
