import re

import pytest
import wortfeld as wf
from report_page import read_page

HOSTILE = "<img src=x onerror=alert(1)></table><script>alert(1)</script>"
ROWS = [
    {"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia"},
    {"entity": "OpenAI", "kind": "organisation", "alias": "OpenAI"},
]


@pytest.fixture
def corpus():
    return wf.read(
        texts=["Nvidia beliefert OpenAI. Nvidia wächst.", "Auch OpenAI wächst mit Nvidia."],
        ids=["a.txt", "b.txt"],
        language="de",
        metadata={"date": ["2025-10-22", None]},
    )


@pytest.fixture
def evidence(corpus):
    return corpus.mentions(ROWS).cooccurrence("sentence")["NVIDIA", "OpenAI"].evidence()


def tables_of(thing):
    return read_page(thing._repr_html_()).find("table")


def test_the_card_of_a_corpus_says_what_was_read(corpus):
    assert repr(corpus).splitlines() == [
        "Corpus of 2 documents",
        "  tokens     13, 10 of them words",
        "  terms      6",
        "  languages  de",
        "  period     2025-10-22 (1 of 2 documents)",
        "  zones      body 2",
        "  warnings   none",
    ]
    card = tables_of(corpus)[0]
    assert card.find("caption")[0].text == "Corpus of 2 documents"
    assert "13, 10 of them words" in card.text
    assert "body 2" in card.find("details")[0].text


def test_the_card_lists_warnings():
    corpus = wf.read(texts=["", HOSTILE], ids=["a", HOSTILE])
    assert "warnings" in repr(corpus)
    assert "see corpus.warnings" in repr(corpus)
    assert "no document has a date" in repr(corpus)
    card = read_page(corpus._repr_html_())
    assert not {"img", "script"} & {element.tag for element in card.all()}
    assert "no language was given" in card.text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_concordance_lines_are_aligned_and_fit(corpus, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    lines = repr(corpus.concordance("wächs*")).splitlines()
    assert lines[0] == "Concordance of wächs*: 2 lines"
    starts = {line.index("wächst") for line in lines[1:]}
    assert len(starts) == 1
    assert max(map(len, lines)) <= width


def test_concordance_of_nothing_is_one_line(corpus):
    assert repr(corpus.concordance("xyz")) == "Concordance of xyz: 0 lines"
    assert "no hits" in tables_of(corpus.concordance("xyz"))[0].text


def test_concordance_html_keeps_its_parts_apart(corpus):
    table = tables_of(corpus.concordance("nvidia"))[0]
    rows = table.find("tbody")[0].find("tr")
    assert [part.text for part in rows[0].find("bdi")] == [
        *("a.txt", "", "Nvidia", " beliefert OpenAI. Nvidia wächst."),
    ]
    assert [row.find("mark")[0].text for row in rows] == ["Nvidia"] * 3
    assert table["dir"] == "ltr"


def test_concordance_from_right_to_left_turns_the_columns():
    corpus = wf.read(texts=["وقد تحدث الناس عن الحرية والعدل"], language="ar")
    assert tables_of(corpus.concordance("الحرية"))[0]["dir"] == "rtl"


def test_concordance_html_stays_below_128_kb():
    corpus = wf.read(texts=["<&\"'>🙂 wort " * 3000], ids=["<" * 500], language="de")
    page = corpus.concordance("wort")._repr_html_()
    assert len(page.encode()) <= 128 * 1024
    assert re.search(r"\d+ of 3000 lines · all of them", page)


def test_evidence_marks_both_mentions(evidence):
    assert repr(evidence).splitlines() == [
        "NVIDIA with OpenAI: 2 passages",
        "a.txt sentence 0",
        "  [Nvidia] beliefert [OpenAI].",
        "b.txt sentence 0",
        "  Auch [OpenAI] wächst mit [Nvidia].",
    ]
    rows = tables_of(evidence)[0].find("tbody")[0].find("tr")
    assert [[mark.text for mark in row.find("mark")] for row in rows] == [
        ["Nvidia", "OpenAI"],
        ["OpenAI", "Nvidia"],
    ]
    assert rows[1].find("mark")[0]["class"] == "wf-b"
    assert rows[0].find("td")[0].text == "Nvidia beliefert OpenAI."


def test_evidence_of_no_passage_says_so(corpus):
    rows = [*ROWS, {"entity": "Rest", "kind": "organisation", "alias": "auch"}]
    network = corpus.mentions(rows).filter(documents="a.txt").cooccurrence()
    assert len(network) == 2
    none = network["NVIDIA", "OpenAI"].evidence(top=0)
    assert repr(none) == "NVIDIA with OpenAI: 0 passages"
    assert "share no unit" in tables_of(none)[0].text


def test_long_passages_are_cut_around_the_mentions():
    text = "wort " * 2000 + "Nvidia und OpenAI " + "wort " * 2000
    corpus = wf.read(texts=[text], language="de")
    evidence = corpus.mentions(ROWS).cooccurrence()["NVIDIA", "OpenAI"].evidence()
    shown = tables_of(evidence)[0].find("td")[0].text
    assert len(shown) < 700
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "Nvidia und OpenAI" in shown
    assert len(evidence._repr_html_().encode()) <= 64 * 1024


def test_objects_hold_no_code_of_their_texts():
    corpus = wf.read(texts=[f"Nvidia {HOSTILE} OpenAI"], ids=[HOSTILE], language="de")
    network = corpus.mentions(ROWS).cooccurrence("document")
    for thing in (corpus, corpus.concordance("nvidia"), network["NVIDIA", "OpenAI"].evidence()):
        page = read_page(thing._repr_html_())
        assert not {"img", "script"} & {element.tag for element in page.all()}
        assert HOSTILE[:20] in page.text or thing is corpus
        assert thing._repr_html_() == thing._repr_html_()


def test_html_tells_the_story_without_its_style(corpus, evidence):
    for thing in (corpus, corpus.concordance("nvidia"), evidence):
        bare = re.sub(r"<style>.*?</style>", "", thing._repr_html_(), flags=re.DOTALL)
        assert "var(" not in bare
        assert "<script" not in bare
        assert "<table" in bare
