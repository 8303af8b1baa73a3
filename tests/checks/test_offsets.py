"""Every span of every public table, in code points of the untouched text, holds what it says."""

import pytest
import wortfeld as wf
from checks import small
from hypothesis import example, given, settings
from hypothesis import strategies as st

# What Unicode calls White_Space.
WHITE_SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
TEXTS = {
    "line ends": "Bo kauft.\r\nZeta zahlt 3 Mio. Euro.\r\n\r\nWien am 3. Mai 2024.\rEnde.",
    "emoji": "Bo 👩‍👩‍👧‍👦 trifft Zeta 🏳️‍🌈. 👍🏽 Wien!",
    "Han": "智远2025-10-22 10:42\n\nZeta 和 Bo 在 Wien 开会。然后 Bo 走了。",
    "Thai": "Bo กินข้าวที่บ้าน Zeta แล้ว Wien",
    "right to left": "Bo قال ذلك في Zeta. שלום Wien، ١٢٣.",
    "marks": "U\u0308ru\u0308n und Ürün: Stra\u0301ße 12\u20e3 Zeta\u0301 Bo.",
    "NUL": "Bo\0 und Zeta.\0\0 Wien 12 %.",
    "soft hyphen": "Ze\u00adta und Bo\u200b in W\u2060ien.",
    "beyond the BMP": "𝐁𝐨 Bo 𐐷 Zeta 𠀀𠀁 Wien.",
    "a mark alone": "\ufeff Bo \ufeff Zeta",
    "white space": " \u2003\x85\u2028 ",
}


def slices(corpus, table):
    texts = {document: corpus.text(document) for document in corpus.documents()["document"]}
    return [texts[row["document"]][row["start"] : row["end"]] for row in table.rows()]


def assert_tokens_are_true(corpus, document):
    text = corpus.text(document)
    tokens = list(corpus.tokens(document).rows())
    sentences = list(corpus.sentences(document).rows())
    assert [text[row["start"] : row["end"]] for row in tokens] == [row["surface"] for row in tokens]
    assert [row["token"] for row in tokens] == list(range(len(tokens)))
    assert [row["sentence"] for row in sentences] == list(range(len(sentences)))
    last = 0
    for row in tokens:
        assert last <= row["start"] < row["end"]
        assert not text[last : row["start"]].strip(WHITE_SPACE)
        last = row["end"]
        holders = [s for s in sentences if s["start"] <= row["start"] and row["end"] <= s["end"]]
        assert [(s["sentence"], s["zone"]) for s in holders] == [(row["sentence"], row["zone"])]
    assert not text[last:].strip(WHITE_SPACE)


def assert_sentences_are_true(corpus):
    sentences = corpus.sentences()
    assert slices(corpus, sentences) == list(sentences["text"])
    last = {}
    for row in sentences.rows():
        assert row["text"] == row["text"].strip(WHITE_SPACE) != ""
        end, paragraph = last.get(row["document"], (0, 0))
        assert end <= row["start"]
        assert paragraph <= row["paragraph"]
        last[row["document"]] = row["end"], row["paragraph"]


def on_one_line(text):
    return text.translate(dict.fromkeys(map(ord, "\n\v\f\r\x85\u2028\u2029"), " "))


def assert_concordance_is_true(corpus, pattern):
    lines = corpus.concordance(pattern)
    assert slices(corpus, lines) == list(lines["match"])
    for row in lines.rows():
        text = corpus.text(row["document"])
        before = text[max(0, row["start"] - 60) : row["start"]]
        assert row["before"] == on_one_line(before)
        assert row["after"] == on_one_line(text[row["end"] : row["end"] + 60])
        sentence = list(corpus.sentences(row["document"]).rows())[row["sentence"]]
        assert sentence["start"] <= row["start"] < row["end"] <= sentence["end"]


def assert_mentions_are_true(corpus, mentions):
    table = mentions.table()
    assert slices(corpus, table) == list(table["surface"])
    last = {}
    for row in table.rows():
        assert last.get(row["document"], 0) <= row["start"] < row["end"]
        last[row["document"]] = row["end"]
        sentence = list(corpus.sentences(row["document"]).rows())[row["sentence"]]
        assert sentence["start"] <= row["start"] < sentence["end"]
        assert sentence["zone"] == row["zone"]


def assert_evidence_is_true(corpus, mentions, context):
    network = mentions.cooccurrence(context)
    forms = {}
    for row in mentions.table().rows():
        forms.setdefault((row["entity"], row["kind"]), set()).add(row["surface"])
    for pair in network.pairs().rows():
        a, b = (pair["a"], pair["kind_a"]), (pair["b"], pair["kind_b"])
        evidence = network[a, b].evidence()
        assert len(evidence) == pair["count"]
        assert slices(corpus, evidence) == list(evidence["text"])
        for row in evidence.rows():
            text = corpus.text(row["document"])
            assert text[row["a_start"] : row["a_end"]] in forms[a]
            assert text[row["b_start"] : row["b_end"]] in forms[b]
            assert row["start"] <= min(row["a_start"], row["b_start"])
            assert max(row["a_end"], row["b_end"]) <= row["end"]


def assert_all_spans_are_true(corpus, gazetteer, patterns=("zeta*", "bo", "und", "12")):
    for document in corpus.documents()["document"]:
        assert_tokens_are_true(corpus, document)
    assert_sentences_are_true(corpus)
    zones = corpus.zones()
    assert slices(corpus, zones) == list(zones["text"])
    lengths = [len(corpus.text(document)) for document in corpus.documents()["document"]]
    assert list(corpus.documents()["character_count"]) == lengths
    for pattern in patterns:
        assert_concordance_is_true(corpus, pattern)
    mentions = corpus.mentions(gazetteer)
    assert_mentions_are_true(corpus, mentions)
    for context in ("sentence", "paragraph", "document"):
        assert_evidence_is_true(corpus, mentions, context)


def test_spans_of_the_seeds(seeds, gazetteer_rows):
    assert_all_spans_are_true(seeds, gazetteer_rows, patterns=("welt*", "nvidia", "03"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("language", ["de", None], ids=["German", "generic"])
def test_spans_of_odd_texts(text, language):
    corpus = wf.read(texts=[text, text * 3], language=language)
    assert corpus.text("0") == text.removeprefix("\ufeff")
    assert_all_spans_are_true(corpus, small.GAZETTEER)


def test_spans_refer_to_the_text_behind_a_byte_order_mark(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffBo trifft Zeta.\r\nWien.".encode())
    corpus = wf.read(path, language="de")
    assert corpus.text("a.txt") == "Bo trifft Zeta.\r\nWien."
    assert_all_spans_are_true(corpus, small.GAZETTEER)


def test_names_in_a_long_text_far_behind_wide_characters_are_found_in_place():
    text = "🙂ü智" * 2000 + " Bo trifft Zeta. " + "é" * 3000 + " Wien."
    corpus = wf.read(texts=[text], language="de")
    assert corpus.mentions(small.GAZETTEER).table()["start"].tolist() == [
        text.index(name) for name in ("Bo", "Zeta", "Wien")
    ]


any_text = st.lists(
    st.one_of(
        st.sampled_from([*small.WORDS, ". ", "\n\n", "\r\n", " ", "\u0301", "\u200d", "\0"]),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    ),
    max_size=30,
).map("".join)


@settings(max_examples=120, deadline=None)
@given(texts=st.lists(any_text, min_size=1, max_size=2), language=st.sampled_from(["de", "en"]))
@example(texts=["\ufeff\ufeff"], language="de")
@example(texts=["a\r\u0301\n. \u0301B"], language="de")
def test_spans_of_random_texts(texts, language):
    corpus = wf.read(texts=texts, language=language)
    assert_all_spans_are_true(corpus, small.GAZETTEER)
