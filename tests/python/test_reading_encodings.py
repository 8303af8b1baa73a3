"""Any encoding: named, told from a byte-order mark, or detected and reported."""

import codecs
import itertools

import pytest
import wortfeld as wf
from corpus_facts import ids, warnings
from wortfeld import BadArgument, BadInput

GERMAN = (
    "Größe und Maß: Die Fußgänger überqueren „schön“ die Straße; er weiß, dass Äpfel süß sind.\n"
)
SAMPLES = {
    "cp1252": GERMAN,
    "iso8859-15": "Größe und Maß: zehn € für Müsli und Brötchen, sagt der Bäcker Jürgen Müller.\n",
    "mac-roman": GERMAN,
    "cp850": "Größe und Maß: Die Fußgänger überqueren die Straße; er weiß, dass Äpfel süß sind.\n",
    "cp1250": "Příliš žluťoučký kůň úpěl ďábelské ódy; řekl, že přišel včera večer až k řece.\n",
    "iso8859-2": "Zażółć gęślą jaźń, powiedział Michał; poszedł po świeże bułki.\n",
    "cp1251": "Съешь же ещё этих мягких французских булок, да выпей чаю. Мы дома.\n",
    "koi8-r": "Съешь же ещё этих мягких французских булок, да выпей чаю. Мы дома.\n",
    "cp1253": "Ο καιρός σήμερα είναι πολύ καλός και όλοι οι άνθρωποι περπατούν στην παραλία.\n",
    "cp1254": "Bugün hava çok güzel; insanlar yürüyor ve çocuklar oynuyorlar, ışık şöyle.\n",
    "shift_jis": "今日は天気がとても良いので、みんなで海岸を散歩しています。\n",
    "gb18030": "今天天气很好，人们在海边散步，孩子们在花园里玩耍。我们明天去北京看朋友。\n",
    "euc_kr": "오늘은 날씨가 매우 좋아서 사람들이 해변을 산책하고 있습니다.\n",
    "utf-16-le": GERMAN,
    "utf-16-be": GERMAN,
    "utf-8": GERMAN,
}


@pytest.mark.parametrize("codec", SAMPLES)
def test_an_encoding_is_detected_and_reported(tmp_path, codec):
    path = tmp_path / "x.txt"
    text = SAMPLES[codec] * 5
    path.write_bytes(text.encode(codec))
    corpus = wf.read(path, encoding="auto", language="de")
    assert corpus.text("x.txt") == text
    found = warnings(corpus, "encoding")
    assert [row["source"] for row in found] == ([] if codec == "utf-8" else ["x.txt"])
    assert all("read as" in row["message"] for row in found)
    if not codec.startswith("utf"):
        assert "% sure" in found[0]["message"]


def test_a_folder_may_mix_encodings(tmp_path):
    for codec, text in SAMPLES.items():
        (tmp_path / f"{codec}.txt").write_bytes(text.encode(codec))
    corpus = wf.read(tmp_path, encoding="auto", language="de")
    for codec, text in SAMPLES.items():
        assert corpus.text(f"{codec}.txt") == text
    assert len(warnings(corpus, "encoding")) == len(SAMPLES) - 1


def test_what_decides_may_come_late_in_a_file(tmp_path):
    path = tmp_path / "x.txt"
    text = "Nur ASCII steht hier.\n" * 200_000 + GERMAN
    path.write_bytes(text.encode("cp1252"))
    corpus = wf.read(path, encoding="auto", language="de", one_document_per="line")
    assert corpus.text("x.txt:200001") == GERMAN.rstrip("\n")


def test_what_cannot_be_told_is_refused(tmp_path):
    (tmp_path / "x.txt").write_bytes(bytes(range(0x80, 0x100)) * 20)
    with pytest.raises(BadInput, match=r"x\.txt: its encoding cannot be told.*encoding="):
        wf.read(tmp_path, encoding="auto")
    (tmp_path / "y.txt").write_text("Ja.", encoding="utf-8")
    corpus = wf.read(tmp_path, encoding="auto", on_error="skip", language="de")
    assert ids(corpus) == ["y.txt"]
    assert [row["source"] for row in warnings(corpus, "skipped")] == ["x.txt"]


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("per", ["file", "line"])
def test_byte_order_marks_are_believed(tmp_path, mark, codec, per):
    (tmp_path / "x.txt").write_bytes(mark + "Größe 😀.\nZwei.".encode(codec))
    corpus = wf.read(tmp_path, language="de", one_document_per=per)
    expected = ["Größe 😀.\nZwei."] if per == "file" else ["Größe 😀.", "Zwei."]
    assert [corpus.text(document) for document in ids(corpus)] == expected
    assert len(warnings(corpus, "encoding")) == (0 if codec == "utf-8" else 1)


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE])
def test_a_file_of_a_mark_alone_is_an_empty_document(tmp_path, data):
    (tmp_path / "x.txt").write_bytes(data)
    corpus = wf.read(tmp_path, language="de")
    assert corpus.text("x.txt") == ""
    assert len(warnings(corpus, "empty")) == 1
    assert len(wf.read(tmp_path, language="de", one_document_per="line")) == 0


def test_a_mark_inside_is_a_character(tmp_path):
    (tmp_path / "x.txt").write_text("a\ufeffb", encoding="utf-8")
    assert wf.read(tmp_path, language="de").text("x.txt") == "a\ufeffb"


@pytest.mark.parametrize("name", ["utf8x", "latin-99", "cp125", "hex", "rot13", ""])
def test_an_unknown_codec_has_near_names(name):
    with pytest.raises(BadArgument, match="unknown encoding"):
        wf.read(texts=["x"], encoding=name)
    with pytest.raises(BadArgument, match="did you mean"):
        wf.read(texts=["x"], encoding="latin-11")


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "shift_jis"])
def test_faults_of_any_codec_name_the_byte_and_can_be_counted(tmp_path, codec):
    fault = {"cp1252": b"\x81", "utf-16": b"\x00\xdc", "shift_jis": b"\xff"}[codec]
    good = "abc. ".encode(codec)
    # U+FFFD that stands in the file was not made here and is not counted.
    rest = "\ufffd.".encode("utf-16-le") if codec == "utf-16" else b""
    (tmp_path / "x.txt").write_bytes(good + fault + rest)
    with pytest.raises(BadInput, match="byte offset") as caught:
        wf.read(tmp_path, encoding=codec)
    assert caught.value.byte_offset == len(good)
    corpus = wf.read(tmp_path, encoding=codec, errors="replace", language="de")
    assert corpus.text("x.txt").startswith("abc. \ufffd")
    (warning,) = warnings(corpus, "replaced")
    assert warning["message"].startswith("1 ")


def test_faults_far_into_a_file_name_their_byte(tmp_path, monkeypatch):
    data = "ä".encode("utf-16-le") * 5000 + b"\x00\xdc\x00\x00"
    (tmp_path / "x.txt").write_bytes(data)
    for size in (3, 64, 4097):
        monkeypatch.setattr("wortfeld.reading.opening.BLOCK_BYTES", size)
        with pytest.raises(BadInput) as caught:
            wf.read(tmp_path, encoding="utf-16-le")
        assert caught.value.byte_offset == 10_000


NASTY = [
    "a\r\nb\rc\n\nd", "\r\r\n\n\r", "ä\r\nö\r", "\n", "", "ende\r", "\ufeffa\r\n\u2028b\x0bc\x85d",
]  # fmt: skip
PIECES = itertools.product((b"\xc3", b"\xa4", b"a", b"\xf0\x9f"), repeat=3)


@pytest.mark.parametrize("size", [*range(1, 12), 64])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252"])
def test_blocks_of_any_size_give_the_same_lines(tmp_path, monkeypatch, size, codec):
    monkeypatch.setattr("wortfeld.reading.opening.BLOCK_BYTES", size)
    for text in NASTY:
        if codec == "cp1252" and not text.replace("ä", "").replace("ö", "").isascii():
            continue
        (tmp_path / "x.txt").write_bytes(text.encode(codec))
        corpus = wf.read(tmp_path, encoding=codec, one_document_per="line", language="de")
        plain = text.removeprefix("\ufeff")
        lines = plain.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        expected = lines[:-1] if lines[-1] == "" else lines
        assert [corpus.text(document) for document in ids(corpus)] == expected


@pytest.mark.parametrize("data", list(PIECES))
@pytest.mark.parametrize("errors", ["strict", "replace"])
def test_utf_8_cut_anywhere_is_what_python_says(tmp_path, monkeypatch, data, errors):
    monkeypatch.setattr("wortfeld.reading.opening.BLOCK_BYTES", 2)
    whole = b"".join(data)
    (tmp_path / "x.txt").write_bytes(whole)
    fault = fault_of(whole) if errors == "strict" else None
    if fault is None:
        expected = whole.decode("utf-8", errors)
        assert wf.read(tmp_path, errors=errors, language="de").text("x.txt") == expected
        return
    with pytest.raises(BadInput) as caught:
        wf.read(tmp_path)
    assert caught.value.byte_offset == fault


def fault_of(data):
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return None
