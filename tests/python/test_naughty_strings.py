"""Strings that break programs come back as they went in: texts, ids, metadata, names, queries."""

import csv
import json

import pytest
import wortfeld as wf
from corpus_facts import ids, texts

# One or more of a kind; each a line of text without a line end, for some places take only that.
NAUGHTY = {
    "nothing but space": " \t ",
    "no word": "…!?—„“",
    "looks like a number": "1e999",
    "looks like null": "NaN",
    "looks like a formula": "=1+1;@SUM(A1)",
    "separators": 'a,b;c|d"e""f',
    "backslashes": "\\n\\0\\x41\\",
    "markup": "<script>alert('x')</script>&amp;<b>",
    "end of markup": "]]></style>--><!--",
    "template": "{{7*7}} ${x} %s %(a)s {0}",
    "path": "../../etc/passwd",
    "command": "$(touch x);`ls`|true",
    "sql": "Robert'); DROP TABLE documents;--",
    "case": "İIıi ẞßSS ŉ ﬀ K ΣΑΣ ς",
    "combining": "Z\u0351\u036b\u0343a\u0363\u0368l\u0334\u0322g\u035do" + "\u0301" * 300,
    "lone mark": "\u0301\u0308 \u0327a",
    "decomposed": "a\u0308 ä \u212b Å",
    "right to left": "\u202eevil\u202c שלום العربية \u2067x\u2069",
    "trojan source": "if (a\u202e \u2066// b\u2069 \u2066) {",
    "zero width": "Wort\u200bfeld \u200cx\u200dy \u2060z\ufeffa soft\u00adhyphen",
    "odd spaces": "a\u00a0b\u202fc\u2003d\u3000e\u180ef",
    "emoji": "👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈 👍🏿 🇩🇪🇩 1️⃣ ❤",
    "long grapheme": "👩" + "\u200d👩" * 500,
    "tags": "🏴\U000e0067\U000e0062\U000e007f",
    "private and unassigned": "\ue000 \U000f0000 \U0010ffff \u0378",
    "no characters": "\ufffe\uffff\ufdd0\U0001fffe",
    "controls": "\x01\x02\x07\x08\x1b[31m\x7f\x80\x9f",
    "replacement": "\ufffd?",
    "scripts": "田中さんにあげて ภาษาไทย 한국어 ｆｕｌｌ ⒜ⅷ½",
    "upside down": "˙ɐnbᴉlɐ ¡ ʇ̈",
    "accents of all kinds": "Œuvre ¼ ÅÍÎÏ ¯\\_(ツ)_/¯ (╯°□°）",
    "mojibake": "Ã¤ Ã¶ Ã¼ ÃŸ â‚¬",
    "long word": "Donaudampfschiff" * 200,
}
STRINGS = pytest.mark.parametrize("string", NAUGHTY.values(), ids=NAUGHTY)


def check(corpus, string):
    """Check that the text is untouched and every offset points into it."""
    (document,) = ids(corpus)
    assert corpus.text(document) == string
    for table in (corpus.tokens(document), corpus.sentences(document)):
        for row in table.rows():
            assert string[row["start"] : row["end"]] == row.get("surface", row.get("text"))
    # A narrow space without a break may stand inside a word.
    surfaces = "".join(corpus.tokens(document)["surface"])
    assert "".join(surfaces.split()) == "".join(string.split())


@STRINGS
def test_as_a_text_with_every_offset_right(string, tmp_path):
    corpus = wf.read(texts=[string], ids=["a"], language="de")
    check(corpus, string)
    (tmp_path / "a.txt").write_bytes(string.encode())
    check(wf.read(tmp_path, language="de"), string.removeprefix("\ufeff"))
    corpus.save(tmp_path / "a.wortfeld")
    with wf.open(tmp_path / "a.wortfeld", verify=True) as again:
        check(again, string)


def test_between_line_ends_of_every_kind():
    for end in ("\n", "\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\0"):
        string = end.join(NAUGHTY.values()) + end
        corpus = wf.read(texts=[string], language="de")
        assert corpus.text("0") == string
        for row in corpus.tokens("0").rows():
            assert string[row["start"] : row["end"]] == row["surface"]


@STRINGS
def test_as_an_id_and_as_metadata_through_every_way_out(string, tmp_path):
    corpus = wf.read(
        texts=["Bo geht."], ids=[string], metadata={"title": [string], string: [string]}
    )
    corpus.save(tmp_path / "a.wortfeld")
    with wf.open(tmp_path / "a.wortfeld") as again:
        for each in (corpus, again):
            assert ids(each) == [string]
            assert string in each
            assert each.text(string) == "Bo geht."
            (row,) = each.documents().rows()
            assert (row["document"], row["title"], row[string]) == (string, string, string)
            assert each.concordance("bo")["document"].tolist() == [string]
            assert "<script>alert" not in each.documents()._repr_html_()
            assert str(each.documents())
    corpus.documents().to_csv(tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["document"], row["title"], row[string]) == (string, string, string)


@STRINGS
def test_as_rows_of_csv_and_json(string, tmp_path):
    row = {"key": string, "text": string, "note": f"x{string}"}
    with (tmp_path / "a.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, row)
        writer.writeheader()
        writer.writerow(row)
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    for name in ("a.csv", "a.jsonl", "b.jsonl"):
        corpus = wf.read(tmp_path / name, id="key", language="de")
        assert (ids(corpus), texts(corpus)) == ([string], [string])
        assert list(corpus.documents()["note"]) == [f"x{string}"]


@STRINGS
@pytest.mark.filterwarnings("ignore:.*is a single character:UserWarning")
def test_as_a_query_or_a_name_it_is_found_or_refused_and_never_a_pattern(string):
    corpus = wf.read(texts=[f"Bo sieht {string} dort."], language="de")
    for pattern in (string, string.replace("*", "") + "*"):
        try:
            found = corpus.concordance(pattern).rows()
        except wf.BadArgument:
            found = []
        assert all(corpus.text("0")[row["start"] : row["end"]] == row["match"] for row in found)
    alias = " ".join(string.split())
    try:
        names = wf.Gazetteer([{"entity": alias, "kind": "x", "alias": alias}])
    except wf.BadInput:
        return
    # What nobody sees at either end belongs to no name.
    listed = set(names.table()["entity"].tolist())
    assert all(name in alias for name in listed)
    mentions = corpus.mentions(names).table().rows()
    assert {row["entity"] for row in mentions if row["kind"] == "x"} <= listed
