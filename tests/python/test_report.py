import re
from itertools import pairwise

import pytest
import wortfeld as wf
from project import ROOT
from report_page import Element, read_page
from wortfeld import BadArgument
from wortfeld.report import build

SEEDS = ROOT / "seeds"
NAMED = ["person", "organisation", "product", "place", "event"]


@pytest.fixture(scope="module")
def corpus():
    return wf.read(SEEDS, language="de")


@pytest.fixture(scope="module")
def mentions(corpus):
    return corpus.mentions(SEEDS / "gazetteer.csv")


@pytest.fixture(scope="module")
def html(corpus):
    return build(corpus).html


@pytest.fixture(scope="module")
def page(html):
    return read_page(html)


def section(page: Element, name: str) -> Element:
    return page.find("section", id=name)[0]


def linked(page: Element) -> list[tuple[int, Element]]:
    """Return every count and the element it leads to."""
    by_id = {element["id"]: element for element in page.having("id")}
    return [(int(a["data-count"]), by_id[a["href"][1:]]) for a in page.having("data-count")]


def test_every_linked_count_leads_to_as_many_items(page):
    found = linked(page)
    assert len(found) > 400
    for count, target in found:
        assert len(target.having("data-document")) == count
    for a in page.having("data-count"):
        assert a.tag == "a"
        assert a.text == a["data-count"]
        assert a["href"].startswith("#e")


def test_every_item_is_the_text_it_claims(page, corpus):
    items = page.having("data-document")
    assert len(items) > 800
    for item in items:
        text = corpus.text(item["data-document"])
        assert item.text == text[int(item["data-start"]) : int(item["data-end"])]


def test_ids_are_unique_and_every_link_has_a_target(page):
    ids = [element["id"] for element in page.having("id")]
    assert len(ids) == len(set(ids))
    for a in page.having("href"):
        assert a["href"].startswith("#")
        assert a["href"][1:] in ids


def test_headings_are_in_order_and_the_language_is_said(page):
    assert page.find("html")[0]["lang"] == "de"
    levels = [int(e.tag[1]) for e in page.all() if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in page.find("table"):
        assert len(table.find("caption")) == 1
    assert page.find("svg")[0]["role"] == "img"
    assert page.find("svg")[0]["aria-label"]


def test_entities_are_those_of_the_table(page, mentions):
    wanted = {(row["entity"], row["count"]) for row in mentions.entities().rows()}
    shown = set()
    for row in section(page, "entities").all():
        if row["id"].startswith("row-") if "id" in row.attributes else False:
            name = (row.find("th") or row.find("span"))[0].text
            shown.add((name, int(row.having("data-count")[0]["data-count"])))
    assert shown == wanted


def test_the_items_of_an_entity_are_its_mentions(page, mentions):
    spans = {
        (row["document"], str(row["start"]), str(row["end"]))
        for row in mentions.filter(entities="NVIDIA").table().rows()
        if row["zone"] not in ("boilerplate", "byline", "timestamp", "section_number")
    }
    row = next(r for r in section(page, "entities").find("tr") if r.text.split()[:1] == ["NVIDIA"])
    target = page.find(id=row.having("data-count")[0]["href"][1:])[0]
    items = {
        tuple(i[f"data-{n}"] for n in ("document", "start", "end"))
        for i in target.having("data-start")
    }
    assert items == spans


def test_pairs_are_those_of_the_table(page, mentions):
    sentences, paragraphs = mentions.cooccurrence("sentence"), mentions.cooccurrence("paragraph")
    wanted = [row for row in sentences.pairs().rows() if row["count"] > 1][:25]
    table = section(page, "pairs").find("table")[0]
    rows = table.find("tbody")[0].find("tr")
    assert len(rows) == len(wanted)
    for shown, row in zip(rows, wanted, strict=True):
        assert [name.text for name in shown.find("th")[0].find("bdi")] == [row["a"], row["b"]]
        counts = [int(a["data-count"]) for a in shown.having("data-count")]
        assert counts == [row["count"], paragraphs[row["a"], row["b"]].count]
        target = page.find(id=shown.having("data-count")[0]["href"][1:])[0]
        evidence = sentences[row["a"], row["b"]].evidence().rows()
        items = target.having("data-document")
        assert [int(i["data-start"]) for i in items] == [e["start"] for e in evidence]
        assert [i.text for i in items] == [e["text"] for e in evidence]
        assert all(len(item.find("mark")) == 2 for item in items)


def test_association_is_more_than_expected_and_ties_share_a_rank(page, mentions):
    rows = mentions.cooccurrence("sentence").pairs().rows()
    wanted = {
        (row["a"], row["b"])
        for row in rows
        if row["count"] >= 2
        and row["count"] > max(row["expected"], row["expected_within"])
        and row["log_odds"] > 0
    }
    table = section(page, "pairs").find("table")[1]
    shown = [[n.text for n in th.find("bdi")] for th in table.find("th", scope="row")]
    assert {tuple(names) for names in shown} == wanted
    odds = {(row["a"], row["b"]): row["log_odds"] for row in rows}
    groups = [
        {odds[tuple(n.text for n in th.find("bdi"))] for th in body.find("th", scope="row")}
        for body in table.find("tbody")
    ]
    assert all(len(group) == 1 for group in groups)
    values = [group.pop() for group in groups]
    assert values == sorted(set(values), reverse=True)


def test_pairs_that_share_paragraphs_only_are_apart(page, mentions):
    paragraphs = mentions.cooccurrence("paragraph")
    met = {(r["a"], r["b"]) for r in mentions.cooccurrence("sentence").pairs().rows()}
    lists = [p for p in section(page, "pairs").find("p") if p.attributes.get("class") == "once"]
    found = [s for s in lists[1].find("span") if "id" in s.attributes]
    assert found
    for shown in found:
        a, b = (name.text for name in shown.find("bdi"))
        assert (a, b) not in met
        assert int(shown.having("data-count")[0]["data-count"]) == paragraphs[a, b].count


def test_every_sum_of_money_stands_in_one_list(page, mentions):
    wanted = {
        (row["document"], str(row["start"]), str(row["end"]))
        for row in mentions.filter(kinds=["money", "percent"]).table().rows()
        if row["zone"] in ("title", "lead", "heading", "body")
    }
    items = section(page, "amounts").having("data-document")
    shown = [tuple(item[f"data-{n}"] for n in ("document", "start", "end")) for item in items]
    assert sorted(shown) == sorted(wanted)
    assert "Billionen-Dollar" not in section(page, "amounts").find("tbody")[0].text


def test_forecasts_are_apart_from_what_is_stated(page):
    lists = [body.text for body in section(page, "amounts").find("tbody")]
    assert "90 Billionen US-Dollar" in lists[0]
    assert "6,7 Billionen" not in lists[0]
    assert "6,7 Billionen" in lists[1]
    assert "9 000 000 000 000 USD".replace(" ", "\u202f", 4) in lists[1]


def test_dates_after_the_reference_date_are_apart(page):
    past, future = section(page, "dates").find("ol")
    assert all("2030" not in when.text for when in past.find("time"))
    assert any("2030" in when.text for when in future.find("time"))


def test_terms_count_what_the_tokens_hold(page, corpus):
    counted = ("title", "lead", "heading", "body")
    by_document, folded = {}, {}
    for row in corpus.documents().rows():
        tokens = corpus.tokens(row["document"]).rows()
        terms = [t["term"] for t in tokens if t["zone"] in counted and t["kind"] == "word"]
        by_document[row["document"]] = terms
        folded |= {token["surface"]: token["term"] for token in tokens}
    tables = section(page, "terms").find("table")
    assert len(tables) == 3
    for table, terms in zip(tables, by_document.values(), strict=True):
        for row in table.find("tbody")[0].find("tr"):
            term = folded[row.find("th")[0].text]
            here, elsewhere, *_ = (cell.text for cell in row.find("td"))
            assert int(here) == terms.count(term)
            total = sum(other.count(term) for other in by_document.values())
            assert (0 if elsewhere == "·" else int(elsewhere)) == total - terms.count(term)
            assert term not in ("der", "und", "nicht")


def test_quality_names_what_was_cut_and_what_breaks_off(page, corpus):
    text = section(page, "quality").text
    for row in corpus.zones().rows():
        if row["zone"] in ("boilerplate", "byline", "timestamp", "section_number"):
            assert row["text"] in text
            assert row["rule"] in text
    assert "Die KI ist nur ein Spiegel, der" in text
    assert "README.md" in text


def test_the_method_names_versions_formulas_and_the_fingerprint(page, corpus):
    text = section(page, "method").text
    assert wf.__version__ in text
    assert corpus.fingerprint in text
    assert "log_odds" in text
    assert "wortfeld report FOLDER -o report.html --language de" in text


def test_the_page_is_self_contained_and_strict(html, page):
    policy = page.find("meta", http_equiv="Content-Security-Policy")[0]["content"]
    assert policy == (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"https?://|@import|url\(", html)
    assert not page.having("src")
    tags = {element.tag for element in page.all()}
    assert not tags & {"script", "iframe", "link", "object", "embed", "form", "base", "img"}
    assert len(html.encode()) < 3_000_000
    assert "color-scheme: light dark" in html
    assert "@media print" in html


def test_the_page_is_the_same_for_any_threads_and_runs(corpus, html):
    for threads in (1, 2, 7):
        with wf.options(threads=threads):
            again = wf.read(SEEDS, language="de")
            assert build(again).html == html


def test_the_older_page_stays_when_it_cannot_be_written(corpus, tmp_path):
    path = tmp_path / "missing" / "report.html"
    with pytest.raises(FileNotFoundError):
        corpus.report(path)
    older = tmp_path / "report.html"
    older.write_text("older")
    with pytest.raises(wf.BadArgument, match="by="):
        corpus.report(older, by="month")
    with pytest.raises(FileNotFoundError):
        corpus.report(older, gazetteer=tmp_path / "none.csv")
    assert older.read_text() == "older"
    corpus.report(older, title="Drei Artikel")
    assert read_page(older.read_text(encoding="utf-8")).find("h1")[0].text == "Drei Artikel"
    assert list(tmp_path.iterdir()) == [older]


def test_the_gazetteer_beside_the_texts_is_used_and_named(html, corpus):
    assert "gazetteer.csv neben den Texten (130 Schreibweisen)" in html
    given = build(corpus, gazetteer=SEEDS / "gazetteer.csv").html
    assert "angegebenen Namensliste gazetteer.csv" in given
    assert str(ROOT) not in html


SMALL = {
    "no names, no dates": {"texts": ["Ein Satz ohne alles."], "language": "de"},
    "one empty text": {"texts": [""], "language": "de"},
    "nothing but marks": {"texts": ["… – !"], "language": "de"},
    "unknown language": {"texts": ["One text.", "Another text, 5 million dollars."]},
    "one long word": {"texts": ["a" * 5000], "language": "en"},
    "line ends of Windows": {"texts": ["Nvidia kauft.\r\nNvidia zahlt 5 Mrd. Dollar."]},
    "NUL": {"texts": ["Nvidia\0 zahlt.\0"], "language": "de"},
}


@pytest.mark.parametrize("name", SMALL)
def test_small_corpora_make_a_sensible_page(name):
    corpus = wf.read(**SMALL[name])
    rows = [{"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia"}]
    for gazetteer in (None, rows):
        made = build(corpus, gazetteer=gazetteer)
        page = read_page(made.html)
        for count, target in linked(page):
            assert len(target.having("data-document")) == count
        for item in page.having("data-document"):
            text = corpus.text(item["data-document"]).replace("\0", "\ufffd")
            assert item.text == text[int(item["data-start"]) : int(item["data-end"])]
        assert len(made.findings) == 5


def test_entities_of_one_name_are_counted_apart():
    corpus = wf.read(texts=["Mueller trifft Anna. Anna sucht Muller."] * 2, language="de")
    rows = [
        {"entity": "X", "kind": "person", "alias": "Mueller", "id": "1"},
        {"entity": "X", "kind": "person", "alias": "Muller", "id": "2"},
        {"entity": "Anna", "kind": "person", "alias": "Anna"},
    ]
    page = read_page(build(corpus, gazetteer=rows).html)
    table = section(page, "entities").find("tbody")[0]
    counts = [row.find("td")[0].text for row in table.find("tr")]
    assert counts == ["4", "2", "2"]
    for count, target in linked(page):
        assert len(target.having("data-document")) == count


def test_other_languages_get_english_words():
    page = read_page(build(wf.read(texts=["One text."], language="en")).html)
    assert page.find("html")[0]["lang"] == "en"
    assert page.find("h2")[0].text == "Overview"
    mixed = wf.read(texts=["Ein Text.", "One text."], language={"0": "de", "1": "en"})
    assert read_page(build(mixed).html).find("html")[0]["lang"] == "en"


def test_a_large_corpus_stays_below_3_mb_and_keeps_its_promise():
    names = [f"Firma{number:03}" for number in range(60)]
    rows = [{"entity": name, "kind": "organisation", "alias": name} for name in names]
    filling = "und noch etwas " * 60
    texts = [
        " ".join(
            f"{names[(d * 7 + s) % 60]} trifft {names[(d + s * s) % 60]} {filling}."
            for s in range(60)
        )
        for d in range(40)
    ]
    page_text = build(wf.read(texts=texts, language="de"), gazetteer=rows).html
    assert len(page_text.encode()) < 3_000_000
    page = read_page(page_text)
    for count, target in linked(page):
        assert len(target.having("data-document")) == count
    assert "ohne Link" in section(page, "evidence").text


def test_mentions_of_others_make_the_same_report(corpus, mentions):
    given = wf.Mentions.from_spans(corpus, mentions.table())
    found, again = (build(corpus, gazetteer=one) for one in (mentions, given))
    assert again.findings == found.findings
    pages = [read_page(one.html) for one in (found, again)]
    for name in ("pairs", "amounts", "dates"):
        places = [
            [
                tuple(item[f"data-{what}"] for what in ("document", "start", "end"))
                for item in section(one, name).having("data-document")
            ]
            for one in pages
        ]
        assert places[0] == places[1]
    assert "als Fundstellen übergeben (spans)" in section(pages[1], "entities").text
    other = wf.read(texts=["Nvidia"], language="de")
    with pytest.raises(BadArgument, match="another corpus"):
        build(other, gazetteer=mentions)
