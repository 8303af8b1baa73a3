"""What a report says of its counts: what is counted, what was left out, in the page's language."""

import pytest
import wortfeld as wf
from project import ROOT
from report_page import Element, read_page
from wortfeld.report import build
from wortfeld.report.wording import Wording

SEEDS = ROOT / "seeds"


@pytest.fixture(scope="module")
def corpus():
    return wf.read(SEEDS, language="de")


@pytest.fixture(scope="module")
def made(corpus):
    return build(corpus)


@pytest.fixture(scope="module")
def page(made):
    return read_page(made.html)


def section(page: Element, name: str) -> Element:
    return page.find("section", id=name)[0]


def number(text: str) -> int:
    return int("".join(filter(str.isdigit, text)))


def test_words_and_sentences_are_the_counted_ones_everywhere(made, page, corpus):
    counted = ("title", "lead", "heading", "body")
    ids = [row["document"] for row in corpus.documents().rows()]
    tokens = [token for id_ in ids for token in corpus.tokens(id_).rows()]
    words = sum(t["zone"] in counted and t["kind"] in ("word", "number") for t in tokens)
    sentences = sum(row["zone"] in counted for row in corpus.sentences().rows())
    overview = section(page, "overview")
    shown = [number(dd.text) for dd in overview.find("dl")[0].find("dd")]
    assert shown[1] == words < corpus.word_count
    assert shown[3] == sentences < len(corpus.sentences())
    cards = [
        number(card.find("p")[0].text.split("·")[-2])
        for card in page.find("article", class_="card")
    ]
    captions = [
        number(caption.find("small")[0].text) for caption in section(page, "terms").find("caption")
    ]
    assert cards == captions
    assert sum(cards) == words
    note = overview.find("p", class_="note")[0].text
    assert "Verfasserzeilen und Seitenbestandteile zählen nicht" in note
    assert number(made.findings[0].split(",")[1]) == words


def test_the_mentions_of_the_overview_lead_to_all_of_them(page, corpus):
    wanted = sorted(
        (row["document"], row["start"])
        for row in corpus.mentions(SEEDS / "gazetteer.csv").table().rows()
        if row["rule"].startswith("alias:") and row["zone"] in ("title", "lead", "heading", "body")
    )
    count = section(page, "overview").find("dl")[0].having("data-count")[0]
    assert int(count["data-count"]) == len(wanted)
    items = page.find(id=count["href"][1:])[0].having("data-document")
    assert sorted((i["data-document"], int(i["data-start"])) for i in items) == wanted


def test_main_pairs_say_how_often_chance_explains_them(made, page, corpus):
    pairs = corpus.mentions(SEEDS / "gazetteer.csv").cooccurrence("sentence").pairs()
    for text in (section(page, "overview").text, made.findings[2]):
        for row in pairs.head(1).rows():
            wanted = f"{row['expected_within']:.2f}".replace(".", ",")
            assert f"{row['count']} Sätze, zufällig erwartet: {wanted})" in text


def test_what_was_excluded_is_said_in_words(page, corpus):
    excluded = corpus.mentions(SEEDS / "gazetteer.csv").table().provenance["excluded"]
    text = section(page, "method").text
    assert excluded["overlap"] > 0
    assert f"{excluded['overlap']} Fundstellen überlappen mit einer längeren" in text
    for reason in ("overlap", "needs_full_form", "needs_words", "excluded_by_words", "filtered"):
        assert Wording("de").known(f"excluded.{reason}", "")


def test_notes_on_reading_are_in_the_language_of_the_page(page):
    texts = [" ".join(one.text.split()) for one in section(page, "quality").find("li")]
    note = next(text for text in texts if text.startswith("README.md"))
    assert "Nicht gelesen, weil nicht danach gesucht wurde." in note
    for kind in ("ignored", "empty", "replaced", "skipped", "language"):
        assert Wording("de").known(f"warning.{kind}", "")


def test_cards_of_many_texts_link_their_counts_and_texts_without_one_are_no_links():
    texts = [f"Anna zahlt {number} Millionen Euro." for number in range(2, 42)]
    rows = [{"entity": "Anna", "kind": "person", "alias": "Anna"}]
    page = read_page(build(wf.read(texts=texts, language="de"), gazetteer=rows).html)
    ids = {element["id"] for element in page.having("id")}
    assert {a["href"][1:] for a in page.having("href")} <= ids
    assert "d24" in ids
    for card in page.find("article", class_="card"):
        (count,) = card.having("data-count")
        (item,) = page.find(id=count["href"][1:])[0].having("data-document")
        assert item["data-document"] == str(int(card["id"][1:]) - 1)
    assert [e.tag for e in page.find(class_="document") if e.text == "Text 40"][:1] == ["span"]


def test_equals_on_a_card_stand_as_in_all_texts_together():
    rows = [{"entity": name, "kind": "person", "alias": name} for name in ("Zora", "Anna", "Bert")]
    texts = ["Anna kam. Bert kam. Zora kam.", "Zora kam. Zora kam. Bert kam."]
    page = read_page(build(wf.read(texts=texts, language="de"), gazetteer=rows).html)
    card = page.find("article", class_="card")[0]
    assert [e.text for e in card.find("span", class_="name k-person")] == ["Zora", "Bert", "Anna"]
