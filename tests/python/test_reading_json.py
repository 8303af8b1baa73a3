"""JSON Lines by the grammar of RFC 8259: what it has is kept, what it has not is refused."""

import pytest
import wortfeld as wf
from corpus_facts import ids, texts, warnings
from wortfeld import BadArgument, BadInput

BEFORE = b'{"text": "Ja."}\n'


def read(tmp_path, data, **how):
    (tmp_path / "x.jsonl").write_bytes(data)
    return wf.read(tmp_path / "x.jsonl", language="de", **how)


# Values that every reader must take, and what stands in the column of metadata.
TAKEN = [
    (b"[]", "[]"), (b"[ ]", "[]"), (b"[[1,2 ]]", "[[1, 2]]"), (b'["a\\u0000"]', '["a\\u0000"]'),
    (b"{}", "{}"), (b'{"":0}', '{"": 0}'), (b'{"a":{"a":[]}}', '{"a": {"a": []}}'),
    (b"-0", 0), (b"0e1", 0.0), (b"0E+1", 0.0), (b"1e-2", 0.01), (b"1E22", 1e22), (b"-1", -1),
    (b"123.456e78", 1.23456e80), (b"1.0", 1.0), (b"-0.0", 0.0), (b"\t1\t", 1), (b' "a" ', "a"),
    (b"0." + b"0" * 60 + b"1", 1e-61), (b"1e-400", 0.0), (b"true", True), (b"false", False),
    (b'"\\u0060\\u012a\\u12AB"', "`Īካ"), (b'"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\/\b\f\n\r\t'),
    (b'"\\uD834\\uDD1E"', "𝄞"), (b'"\\uDBFF\\uDFFF"', "\U0010ffff"), (b'"\\u0000"', "\0"),
    (b'"\\uFFFE\\uFDD0"', "\ufffe\ufdd0"), (b'"\x7f"', "\x7f"), (b'"\\u0022"', '"'),
    ("\"\u2028\u2029\ufeff\"".encode(), "\u2028\u2029\ufeff"), ('"€𝄞"'.encode(), "€𝄞"),
    # More digits than 64 bits hold stay as they are written.
    (b"123456789012345678901234567890", "123456789012345678901234567890"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), TAKEN, ids=lambda value: ascii(value)[:30])
def test_a_value_of_json_is_kept(tmp_path, value, expected):
    corpus = read(tmp_path, b'{"text": "Ja.", "n": ' + value + b"}")
    assert texts(corpus) == ["Ja."]
    assert corpus.documents()["n"][0] == expected
    if isinstance(expected, str) and not expected.startswith(("[", "{", "1", "\0")):
        as_text = read(tmp_path, b'{"text": ' + value + b"}")
        assert texts(as_text) == [expected]


# Values that no reader may take.
REFUSED = [
    b"[1 true]", b"[a", b'["":1]', b'["",]', b"[,1]", b'["x"', b"[1,,2]", b"[-]", b"[1]]", b"[*]",
    b"[\x0b1]", b"[\x0c]", b"nul", b"tru", b"fals", b"True", b"None", b"abc", b"<.>", b"", b" ",
    b"01", b"-01", b"1.", b".5", b"+1", b"0x1", b"1e", b"1e+", b"1eE2", b"2.e3", b"1 000", b"-",
    b"--1", b"Inf", b"Infinity", b"-Infinity", b"NaN", b"nan", b"-NaN", "１".encode(), b"1a",
    b"'a'", b'"', b'"\\', b'"\\"', b'"\\a"', b'"\\x00"', b'"\\u00A"', b'"\\uD8"', b'"\\u"',
    b'"\\uqqqq"', b'"\\U0041"', b'"\\\t"', b'"\t"', b'"\x1f"', b'"\n"', b"\\u000a", b"1]", b"1}",
    b'{"a":', b'{"a"', b"{a:1}", b"{1:1}", b"{'a':0}", b'{"a":1,}', b'{"a":1,,"b":2}', b'{"a" 1}',
    b'{"a"::1}', b"{,}", b'{"a":1 "b":2}', b'{"a":/**/1}', b'{"a":1}//', b"#", b'{"a":1}}',
    b'{"b":1,"b":2}', b"[1,\n1\n,1", "\u2060".encode(), "\u00a01".encode(), b"\x0c1",
    b"\xef\xbb\xbf1", b"[" * 100_000, b'{"a":' * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("value", REFUSED, ids=lambda value: ascii(value)[:30])
def test_what_is_no_json_is_refused_with_its_line(tmp_path, value):
    data = BEFORE + b'{"text": "Nein.", "n": ' + value + b'}\n{"text": "Doch."}'
    with pytest.raises(BadInput, match=r"^x\.jsonl, line 2") as caught:
        read(tmp_path, data)
    assert (caught.value.source, caught.value.line) == ("x.jsonl", 2)
    assert len(str(caught.value)) < 500
    corpus = read(tmp_path, data, on_error="skip")
    # A line end inside a value makes several broken lines of it.
    assert texts(corpus) == ["Ja.", "Doch."]
    skipped = warnings(corpus, "skipped")
    assert [row["place"] for row in skipped] == [f"line {2 + i}" for i in range(len(skipped))]
    assert len(skipped) == 1 + value.count(b"\n")


# What readers differ in; here it is decided.
@pytest.mark.parametrize(
    ("value", "why"),
    [
        (b'"\\uD800"', "lone surrogate"),
        (b'"\\uDd1e\\uD834"', "lone surrogate"),
        (b'"\\uD888\\u1234"', "lone surrogate"),
        (b'["\\udfaa"]', "lone surrogate"),
        (b'{"\\uD800": 1}', "lone surrogate"),
        (b"1e400", "1e400 is too large"),
        (b"-123123e100000", "too large"),
        (b"1" + b"0" * 5000, "digits"),
    ],
    ids=lambda value: ascii(value)[:20],
)
def test_what_cannot_be_held_is_refused_with_its_line(tmp_path, value, why):
    for line in (b'{"text": "Nein.", "n": ' + value + b"}", b'{"text": ' + value + b"}"):
        with pytest.raises(BadInput, match=rf"^x\.jsonl, line 2.*{why}") as caught:
            read(tmp_path, BEFORE + line)
        assert caught.value.line == 2
        assert texts(read(tmp_path, BEFORE + line, on_error="skip")) == ["Ja."]


def test_a_name_with_a_lone_surrogate_is_refused_in_a_file_and_in_memory(tmp_path):
    with pytest.raises(BadInput, match=r"^x\.jsonl, line 1: it holds a lone surrogate"):
        read(tmp_path, b'{"text": "Ja.", "\\uD800": 1}')
    with pytest.raises(BadArgument, match=r"metadata column '\\ud800' holds a lone surrogate"):
        wf.read([{"text": "Ja.", "\ud800": 1}])
    with pytest.raises(BadArgument, match="lone surrogate"):
        wf.read(texts=["Ja."], metadata={"\ud800": [1]})


@pytest.mark.parametrize(
    ("data", "byte"),
    [
        (b'{"text": "a\xe5b"}', 11),
        (b'{"text": "\xed\xa0\x80"}', 10),
        (b'{"text": "\xc0\xaf"}', 10),
        (b'{"text": "\xf4\xbf\xbf\xbf"}', 10),
        (b'\xef\xbb\xbf{"text": "\xff"}', 13),
        (b'{"text": "a"}\n\x85', 14),
        (b"\xef\xbb", 0),
        (b'{"text": "a\x00"}', 11),
        (b'\xef\xbb\xbf{"text": "a"}\x00', 16),
        ('{"text": "ä€𝄞"}\n'.encode() + b"\x00", 22),
    ],
)
def test_bytes_that_are_no_text_are_named_by_their_place(tmp_path, monkeypatch, data, byte):
    for size in (2**21, 1, 7):
        monkeypatch.setattr("wortfeld.reading.opening.BLOCK_BYTES", size)
        with pytest.raises(BadInput, match=rf"^x\.jsonl.*byte offset {byte}\b") as caught:
            read(tmp_path, data)
        assert caught.value.byte_offset == byte


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'\xef\xbb\xbf{"text":"a"}', ["a"]),
        (b"\xef\xbb\xbf", []),
        (b"", []),
        (b"\n\r\n \t\n", []),
        (b'{"text":"a"}\r{"text":"b"}', ["a", "b"]),
        (b'\n{"text":"a"}\r\n\r\n{"text":"b"}', ["a", "b"]),
        ('{"text":"a\u2028b"}'.encode(), ["a\u2028b"]),
        ('{"text":"a"}\n'.encode("utf-16"), ["a"]),
        ('{"text":"𝄞"}'.encode("utf-32"), ["𝄞"]),
    ],
)
def test_marks_and_empty_lines_are_no_rows(tmp_path, data, expected):
    assert texts(read(tmp_path, data)) == expected


@pytest.mark.parametrize("space", ["\u2003", "\u00a0", "\x0c", "\x0b", "\u2060", "\ufeff"])
def test_a_line_of_other_spaces_is_not_empty(tmp_path, space):
    with pytest.raises(BadInput, match="line 2, column 1: no JSON"):
        read(tmp_path, BEFORE + space.encode() + b'\n{"text":"a"}')


@pytest.mark.parametrize("behind", [b' {"text":"b"}', b"\x1a", b"]", "\u00a0".encode(), b"\x0b{}"])
def test_nothing_may_stand_behind_the_object_of_a_line(tmp_path, behind):
    with pytest.raises(BadInput, match=r"^x\.jsonl, line 1, column \d+: no JSON: Extra data"):
        read(tmp_path, b'{"text":"a"}' + behind)


def test_rows_without_a_text_name_their_file_and_line(tmp_path):
    rows = [b'{"n": 1}', b'{"text": null}', b'{"text": 5}', b'{"text": ["a"]}']
    data = BEFORE + b"\n" + b"\n".join(rows)
    with pytest.raises(BadInput, match=r"^x\.jsonl, line 3: no text='text'; the row has n"):
        read(tmp_path, data)
    corpus = read(tmp_path, data, on_error="skip")
    assert ids(corpus) == ["x.jsonl:1"]
    assert [row["message"].split(": ")[0] for row in warnings(corpus, "skipped")] == [
        f"x.jsonl, line {line}" for line in range(3, 7)
    ]
