"""Hostile files, rows and names: an error with its place, or a note; nothing is lost."""

import bz2
import csv
import gzip
import json
import lzma
import os
import socket
import sys
from pathlib import Path

import pytest
import wortfeld as wf
import zstandard
from corpus_facts import ids, texts, warnings
from wortfeld import BadArgument, BadInput


@pytest.fixture
def good(tmp_path):
    (tmp_path / "a.txt").write_text("Ja.", encoding="utf-8")
    return tmp_path


def assert_refused_and_skipped(folder, name, match, kind=BadInput):
    """One bad file is named, and left out where that was asked for."""
    with pytest.raises(kind, match=match) as caught:
        wf.read(folder, language="de")
    assert name in str(caught.value)
    corpus = wf.read(folder, language="de", on_error="skip")
    assert ids(corpus) == ["a.txt"]
    assert [row["source"] for row in warnings(corpus, "skipped")] == [name]


# --- files ----------------------------------------------------------------------------------------


def test_a_named_pipe_is_no_file(good):
    os.mkfifo(good / "x.txt")
    assert_refused_and_skipped(good, "x.txt", "a named pipe, not a regular file")


def test_a_socket_is_no_file(good, monkeypatch):
    monkeypatch.chdir(good)
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("x.txt")
        assert_refused_and_skipped(good, "x.txt", "a socket, not a regular file")


def test_a_device_is_no_file():
    with pytest.raises(BadInput, match="a device, not a regular file"):
        wf.read("/dev/zero")


def test_a_folder_named_like_a_file_is_searched(good):
    (good / "x.txt").mkdir()
    (good / "x.txt" / "b.txt").write_text("Nein.", encoding="utf-8")
    assert ids(wf.read(good, language="de")) == ["a.txt", "x.txt/b.txt"]


@pytest.mark.parametrize("target", ["x.txt", "nothing"], ids=["loop", "broken"])
def test_a_link_to_nowhere_or_itself_is_named(good, target):
    (good / "x.txt").symlink_to(target)
    assert_refused_and_skipped(good, "x.txt", "cannot read", OSError)
    with pytest.raises(OSError, match=r"x\.txt"):
        wf.read(good / "x.txt")


def test_a_link_to_a_folder_is_listed_and_not_followed(good):
    (good / "again").symlink_to(good, target_is_directory=True)
    corpus = wf.read(good, language="de")
    assert ids(corpus) == ["a.txt"]
    assert [row["source"] for row in warnings(corpus, "ignored")] == ["again"]


@pytest.mark.parametrize("name", ["ü" * 100 + ".txt", "new\nline.txt", "=1+1.txt", "a b\t.txt"])
def test_odd_names_are_ids(tmp_path, name):
    (tmp_path / name).write_text("Ja.", encoding="utf-8")
    corpus = wf.read(tmp_path, language="de")
    assert ids(corpus) == [name]
    assert corpus.text(name) == "Ja."


class Changing:
    """A stream whose file is changed after the first block."""

    def __init__(self, stream, change):
        self._stream = stream
        self._change = change

    def read(self, size):
        block = self._stream.read(size)
        if self._change is not None and block:
            self._change()
            self._change = None
        return block

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._stream.close()

    def fileno(self):
        return self._stream.fileno()


@pytest.mark.parametrize("change", ["grows", "shrinks", "is touched"])
@pytest.mark.parametrize("per", ["file", "line"])
def test_a_file_that_changes_meanwhile_is_told(good, monkeypatch, change, per):
    path = good / "x.txt"
    path.write_text("Nein.\n" * 10, encoding="utf-8")
    changes = {
        "grows": lambda: path.write_text("Nein.\n" * 20, encoding="utf-8"),
        "shrinks": lambda: os.truncate(path, 3),
        "is touched": lambda: os.utime(path, (0, 0)),
    }
    open_stream = os.fdopen

    def fdopen(descriptor, *arguments, **named):
        stream = open_stream(descriptor, *arguments, **named)
        is_it = os.fstat(descriptor).st_ino == path.stat().st_ino
        return Changing(stream, changes[change] if is_it else None)

    monkeypatch.setattr(os, "fdopen", fdopen)
    with pytest.raises(BadInput, match=r"x\.txt: the file changed while it was read"):
        wf.read(good, language="de", one_document_per=per)
    path.write_text("Nein.\n" * 10, encoding="utf-8")
    corpus = wf.read(good, language="de", one_document_per=per, on_error="skip")
    assert len(warnings(corpus, "skipped")) == 1
    assert ids(corpus)[0].startswith("a.txt")


@pytest.mark.parametrize("per", ["file", "line"])
@pytest.mark.parametrize("name", ["x.txt", "x.jsonl", "x.csv"])
def test_a_file_that_is_refused_is_closed_while_the_error_is_held(tmp_path, monkeypatch, name, per):
    (tmp_path / name).write_bytes(b'"a\n\xff\n' * 10)
    open_stream = os.fdopen
    opened = []

    def fdopen(*arguments, **named):
        opened.append(open_stream(*arguments, **named))
        return opened[-1]

    monkeypatch.setattr(os, "fdopen", fdopen)
    with pytest.raises((BadInput, BadArgument)):
        wf.read(tmp_path / name, language="de", one_document_per=per)
    assert [stream.closed for stream in opened] == [True] * len(opened)


def test_a_document_that_is_too_long_is_refused_before_it_is_held(good, monkeypatch):
    monkeypatch.setattr("wortfeld.reading.opening.MOST_BYTES", 10)
    (good / "x.txt").write_text("Nein, nein, nein.", encoding="utf-8")
    assert_refused_and_skipped(good, "x.txt", "2 GiB")
    monkeypatch.setattr("wortfeld.reading.opening.BLOCK_BYTES", 4)
    with pytest.raises(BadInput, match="a line is longer than 2 GiB"):
        wf.read(good / "x.txt", one_document_per="line")


# --- compressed files -----------------------------------------------------------------------------

LINES = "".join(f"Zeile {i} mit Text.\n" for i in range(20_000)).encode()
COMPRESS = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor(write_checksum=True).compress,
}


@pytest.mark.parametrize("suffix", COMPRESS)
def test_a_truncated_file_says_how_far_it_went_and_keeps_whole_lines(tmp_path, suffix):
    data = COMPRESS[suffix](LINES)
    path = tmp_path / f"x.txt{suffix}"
    for length in (0, 1, 5, len(data) // 2, len(data) - 1):
        path.write_bytes(data[:length])
        with pytest.raises(BadInput, match=r"cut short: [\d,]+ bytes of the file"):
            wf.read(path, language="de")
        corpus = wf.read(path, language="de", one_document_per="line", on_error="skip")
        assert texts(corpus) == LINES.decode().splitlines()[: len(corpus)]
        (warning,) = warnings(corpus, "skipped")
        assert warning["source"] == path.name
        assert len(wf.read(path, on_error="skip", language="de")) == 0


@pytest.mark.parametrize("suffix", COMPRESS)
def test_a_damaged_file_is_told(tmp_path, suffix):
    path = tmp_path / f"x.txt{suffix}"
    data = bytearray(COMPRESS[suffix](LINES))
    data[len(data) // 2] ^= 0xFF
    for damaged in (bytes(data), LINES, COMPRESS[suffix](LINES) + b"garbage"):
        path.write_bytes(damaged)
        with pytest.raises(BadInput, match=rf"x\.txt\{suffix}"):
            wf.read(path, language="de")


@pytest.mark.parametrize("suffix", COMPRESS)
def test_members_one_after_another_are_one_text(tmp_path, suffix):
    path = tmp_path / f"x.txt{suffix}"
    padding = b"\0" * 512 if suffix == ".gz" else b""
    path.write_bytes(COMPRESS[suffix](b"Ja. ") + COMPRESS[suffix](b"Nein.") + padding)
    assert texts(wf.read(path, language="de")) == ["Ja. Nein."]


@pytest.mark.parametrize("suffix", COMPRESS)
def test_a_bomb_is_met_in_pieces(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr("wortfeld.reading.opening.MOST_BYTES", 2**20)
    path = tmp_path / f"x.txt{suffix}"
    path.write_bytes(COMPRESS[suffix](b"a" * 2**26))
    with pytest.raises(BadInput, match="2 GiB"):
        wf.read(path)


def test_zstd_names_the_extra(tmp_path, monkeypatch):
    (tmp_path / "x.txt.zst").write_bytes(COMPRESS[".zst"](b"Ja."))
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(ModuleNotFoundError, match=r"wortfeld\[zstd\]"):
        wf.read(tmp_path)


# --- CSV ------------------------------------------------------------------------------------------


def read_csv(tmp_path, data, **how):
    (tmp_path / "x.csv").write_bytes(data)
    return wf.read(tmp_path / "x.csv", language="de", **how)


@pytest.mark.parametrize(
    ("data", "match", "line"),
    [
        (b"", "the file is empty", 1),
        (b"\xef\xbb\xbf", "the file is empty", 1),
        (b"text,text\na,b\n", "'text' comes twice", 1),
        (b"text,n\na,1\nb\n", "line 3: 1 fields, but the header has 2", 3),
        (b'text,n\n"a\nb",1\nc,1,2\n', "line 4: 3 fields", 4),
        (b'text,n\n"a"b,1\n', "line 2: no CSV", 2),
        (b'text,n\na,1\n"open\n', "no CSV: unexpected end", None),
        (b"text\nsch\xf6n\n", "byte offset 8", None),
    ],
)
def test_a_broken_csv_file_names_file_and_line(tmp_path, data, match, line):
    with pytest.raises(BadInput, match=rf"x\.csv.*{match}") as caught:
        read_csv(tmp_path, data)
    assert line is None or caught.value.line == line
    skipped = read_csv(tmp_path, data, on_error="skip")
    assert len(warnings(skipped, "skipped")) == 1


def test_bad_rows_are_left_out_with_their_line_and_metadata_stay(tmp_path):
    data = b"text,n\na,1\nb\nc,3\n\nd,4,5\ne,5\n"
    corpus = read_csv(tmp_path, data, on_error="skip")
    assert texts(corpus) == ["a", "c", "e"]
    assert list(corpus.documents()["n"]) == [1, 3, 5]
    assert [row["place"] for row in warnings(corpus, "skipped")] == ["line 3", "line 6"]


def test_a_header_alone_is_an_empty_corpus(tmp_path):
    assert len(read_csv(tmp_path, b"text,n\n")) == 0
    assert len(read_csv(tmp_path, b"text,n")) == 0


def test_a_missing_column_has_near_names(tmp_path):
    with pytest.raises(BadArgument, match=r"text='txet' is no column of x\.csv.*mean 'text'"):
        read_csv(tmp_path, b"text,n\na,1\n", text="txet")
    with pytest.raises(BadArgument, match="id='m' is no column"):
        read_csv(tmp_path, b"text,n\na,1\n", id="m")


def test_fields_may_be_huge_quoted_and_of_many_lines(tmp_path):
    limit = csv.field_size_limit()
    text = 'Ein "Wort",\r\nund noch eins.\n' * 50_000
    quoted = text.replace('"', '""').encode()
    corpus = read_csv(tmp_path, b'text,n\r\n"' + quoted + b'",1\r\nb,2\r\n')
    assert texts(corpus) == [text, "b"]
    assert csv.field_size_limit() == limit


def test_twenty_thousand_columns_are_read(tmp_path):
    names = ",".join(f"c{i}" for i in range(20_000)).encode()
    corpus = read_csv(tmp_path, b"text," + names + b"\nJa." + b",1" * 20_000 + b"\n")
    assert len(corpus.documents().columns) >= 20_000


def test_repeated_ids_name_both_rows(tmp_path):
    with pytest.raises(BadInput, match=r"row 1 of x\.csv and row 3 of x\.csv have the same id 'k'"):
        read_csv(tmp_path, b"text,id\na,k\nb,l\nc,k\n", id="id")
    corpus = read_csv(tmp_path, b"text,id\na,k\nb,l\nc,k\n", id="id", on_error="skip")
    assert texts(corpus) == ["a", "b"]
    with pytest.raises(BadInput, match="id 2 is empty"):
        read_csv(tmp_path, b"text,id\na,k\nb,\n", id="id")


# --- JSON Lines -----------------------------------------------------------------------------------


def read_jsonl(tmp_path, data, **how):
    (tmp_path / "x.jsonl").write_bytes(data)
    return wf.read(tmp_path / "x.jsonl", language="de", **how)


BROKEN = [
    b"{", b'{"text": "a",}', b"[1]", b'"text"', b"null", b'{"text": NaN}', b'{"text": "a"} x',
    b'{"text": "a", "text": "b"}', b'{"n": 1}', b'{"text": null}', b'{"text": 5}', b"{'text': 'a'}",
    b'{"text": "\\ud800"}', b'{"text": "a", "n": Infinity}', b"[" * 100_000, b'{"text": "\x01"}',
    b'{"a":' * 100_000, b'{"text": "\\x"}', b'{"n": 1' + b"0" * 5000 + b"}",
]  # fmt: skip


@pytest.mark.parametrize("line", BROKEN, ids=lambda line: repr(line[:20]))
def test_a_broken_line_of_json_is_named_and_can_be_skipped(tmp_path, line):
    data = b'{"text": "Ja."}\n\n' + line + b'\r\n{"text": "Nein."}'
    with pytest.raises(BadInput) as caught:
        read_jsonl(tmp_path, data)
    assert "3" in str(caught.value) or "x.jsonl:2" in str(caught.value)
    corpus = read_jsonl(tmp_path, data, on_error="skip")
    assert texts(corpus) == ["Ja.", "Nein."]
    assert len(warnings(corpus, "skipped")) == 1


def test_numbers_of_json_that_are_not_finite_are_refused_in_metadata(tmp_path):
    with pytest.raises(BadInput, match="line 1: NaN is no JSON"):
        read_jsonl(tmp_path, b'{"text": "a", "n": NaN}')


def test_keys_with_the_name_of_a_fixed_column_are_refused(tmp_path):
    with pytest.raises(BadArgument, match="'token_count'"):
        read_jsonl(tmp_path, b'{"text": "a", "token_count": 1}')


# --- nothing is lost ------------------------------------------------------------------------------


def test_every_row_is_read_or_reported(tmp_path):
    rows = []
    for i in range(500):
        row = {"text": f"Text {i}.", "key": f"k{i}", "n": i}
        if i % 7 == 0:
            row["text"] = [None, 5, "\ud800", ["x"]][i % 4]
        if i % 11 == 0:
            row["key"] = [None, "", "k1"][i % 3]
        rows.append(row)
    corpus = wf.read(rows, id="key", language="de", on_error="skip")
    assert len(corpus) + len(warnings(corpus, "skipped")) == 500
    for row in corpus.documents().rows():
        assert corpus.text(row["document"]) == f"Text {row['n']}."
        assert row["document"] == f"k{row['n']}"
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    from_file = read_jsonl(tmp_path, data, id="key", on_error="skip")
    assert ids(from_file) == ids(corpus)
    assert len(from_file) + len(warnings(from_file, "skipped")) == 500


def test_a_lost_document_would_be_an_internal_error(monkeypatch):
    from wortfeld.reading.feed import Feed

    take = Feed.take

    def lose(feed, piece):
        take(feed, piece)
        feed.offered += 1

    monkeypatch.setattr(Feed, "take", lose)
    with pytest.raises(RuntimeError, match="internal error"):
        wf.read(texts=["Ja."], language="de")


def test_ctrl_c_stops_between_blocks_and_closes_the_files(tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes(b"Ja. Nein.\n" * 2_000_000)
    before = len(list(Path("/proc/self/fd").iterdir()))

    def stop(done, total):
        assert (0 < done <= total) or total == 0
        raise KeyboardInterrupt

    with wf.options(progress=stop), pytest.raises(KeyboardInterrupt):
        wf.read(path, one_document_per="line", language="de")
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_progress_counts_the_bytes_of_all_files_once(tmp_path):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_bytes(b"Ja. Nein.\n" * 1000)
    seen = []
    with wf.options(progress=lambda done, total: seen.append((done, total))):
        wf.read(tmp_path, one_document_per="line", language="de", encoding="auto")
    assert seen[-1] == (30_000, 30_000)
    assert seen == sorted(set(seen))
    assert {total for _, total in seen} == {30_000}
