"""Amounts and dates of a report: totals beyond the rows shown, modifiers, currencies."""

import re

import wortfeld as wf
from report_page import Element, read_page
from wortfeld.report import build


def section(page: Element, name: str) -> Element:
    return page.find("section", id=name)[0]


def evidence_of(page: Element, heading: Element) -> tuple[int, list[Element]]:
    """Return the linked count of a heading and its items."""
    (count,) = heading.having("data-count")
    target = page.find(id=count["href"][1:])[0]
    return int(count["data-count"]), target.having("data-document")


def texts_of(name: str, page: Element) -> list[str]:
    return [" ".join(one.text.split()) for one in section(page, "overview").find(name)]


def test_totals_beyond_the_rows_shown_lead_to_all_their_evidence():
    # The first day is the reference date.
    days = [
        f"Am {day}. Mai {year} kam er." for year in (2021, 2020, 2019) for day in range(28, 0, -1)
    ]
    sums = [f"Das kostete {number} Millionen Euro und {number} Prozent." for number in range(2, 72)]
    corpus = wf.read(texts=[" ".join(sums), " ".join(days)], language="de")
    page = read_page(build(corpus).html)
    for name, most, number in (("amounts", 60, 70), ("dates", 80, len(days))):
        panel = section(page, name)
        for heading in [h for h in panel.find("h3") if h.having("data-count")]:
            count, items = evidence_of(page, heading)
            assert count == len(items) == number
            assert len({(i["data-document"], i["data-start"]) for i in items}) == number
        rows = panel.find("tbody")[0].find("tr") if name == "amounts" else panel.find("li")
        assert len(rows) == most
    assert "ohne Link" not in section(page, "evidence").text


def test_cards_know_amounts_that_have_no_row():
    large = " ".join(f"Das kostete {number} Milliarden Euro." for number in range(2, 72))
    corpus = wf.read(texts=[large, "Das Fahrrad kostete 300 Euro."], language="de")
    cards = read_page(build(corpus).html).find("article", class_="card")
    assert "300 Euro" in cards[1].text


def test_amounts_keep_their_modifier_everywhere():
    texts = ["Der Wert liegt bei über 5 Milliarden Dollar.", "Er zahlte etwa 3 Millionen Dollar."]
    made = build(wf.read(texts=texts, language="de"))
    (card, other) = (one.text for one in read_page(made.html).find("article", class_="card"))
    assert "mehr als 5 Milliarden Dollar" in card
    assert "ungefähr 3 Millionen Dollar" in other
    for text in (made.findings[3], " ".join(texts_of("ul", read_page(made.html)))):
        assert re.search(r"mehr als 5 Milliarden Dollar \(Text 1\)", text)
        assert re.search(r"ungefähr 3 Millionen Dollar \(Text 2\)", text)


def test_currencies_are_not_ranked_against_each_other():
    text = (
        "Sie zahlten 40 Milliarden Euro. Er zahlte 2 Milliarden Euro und 3 Millionen Euro. "
        "Das Werk kostete 900 Milliarden Yen."
    )
    made = build(wf.read(texts=[text], language="de"))
    wanted = "40 Milliarden Euro, 2 Milliarden Euro, 3 Millionen Euro; 900 Milliarden Yen"
    assert wanted in texts_of("dd", read_page(made.html))
    assert made.findings[3].replace(" (Text 1)", "").endswith(wanted)


def test_a_sum_beside_a_day_to_come_is_a_forecast():
    text = "Am 3. Mai 2024 zahlte er 3 Millionen Euro. Bis 2030 stehen 7 Milliarden Euro bereit."
    page = read_page(build(wf.read(texts=[text], language="de")).html)
    stated, future = section(page, "amounts").find("tbody")
    assert "3 Millionen Euro" in stated.text
    assert "7 Milliarden Euro" in future.text
    assert "2030" in future.find("td", class_="cue")[0].text


def test_texts_without_a_date_are_not_called_dated():
    made = build(wf.read(texts=["Ein Satz."], language="de"))
    assert texts_of("li", read_page(made.html))[0] == "Kein Text trägt ein Datum."
    assert made.findings[4] == "Kein Text trägt ein Datum"


def test_the_definition_of_a_mention_agrees_with_the_matcher():
    texts = ["Nvidias Wert. Die Nvidia-Chips. Das Nvidiawerk. Den Nvidian."]
    rows = [{"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia"}]
    corpus = wf.read(texts=texts, language="de")
    assert [row["surface"] for row in corpus.mentions(rows).table().rows()] == ["Nvidias", "Nvidia"]
    text = section(read_page(build(corpus, gazetteer=rows).html), "method").text
    assert "in jeder Beugung" not in text
    assert "auch mit Genitiv-s und vor oder nach einem Bindestrich" in text


def test_texts_whose_sums_are_all_forecasts_are_not_said_to_hold_none():
    made = build(wf.read(texts=["Die Bahn plant ein Werk für 5 Millionen Euro."], language="de"))
    assert "5 Millionen Euro" in section(read_page(made.html), "amounts").find("tbody")[0].text
    assert made.findings[3] == "Keine Geldbeträge mit genauem Wert außer Prognosen gefunden"


def test_a_sum_that_is_said_again_in_brackets_stands_in_the_row_of_the_first():
    text = "Er zahlte 9 Millionen Yuan (1 Million Dollar) und 5 Millionen Yuan."
    page = read_page(build(wf.read(texts=[text], language="de")).html)
    heading = section(page, "amounts").find("h3")[0]
    count, items = evidence_of(page, heading)
    rows = section(page, "amounts").find("tbody")[0].find("tr")
    assert (count, len(items), len(rows)) == (3, 3, 2)
    assert "(USD 1000000)" in rows[0].text
    assert len(rows[0].having("data-document")) == 2
