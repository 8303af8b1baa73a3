"""The card of mentions: who, how much, when; whatever the texts say, nothing runs."""

import pytest
import wortfeld as wf
from report_page import read_page

HOSTILE = "<img src=x onerror=alert(1)></table><script>alert(1)</script>\u202e\x07"
TEXT = (
    "Nvidia zahlte im März 2020 rund 5 Mio. Euro, Intel 2024 über 7 Mio. Euro und 3 Dollar. "
    "Nvidia, die Billionen-Dollar-Firma, lacht."
)
NAMES = [
    {"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia"},
    {"entity": "Intel", "kind": "organisation", "alias": "Intel"},
]


@pytest.fixture(scope="module")
def mentions():
    return wf.read(texts=[TEXT], language="de").mentions(NAMES)


def lines(mentions):
    rows = read_page(mentions._repr_html_()).find("tr")
    cells = [[cell.text for tag in ("th", "td") for cell in row.find(tag)] for row in rows]
    return [" ".join(" ".join(row).split()) for row in cells]


def test_the_card_tells_who_how_much_and_when(mentions):
    assert lines(mentions) == [
        "who NVIDIA (organisation) 2 in 1 Nvidia",
        "Intel (organisation) 1 in 1 Intel",
        "how much 7 Mio. Euro more than EUR 7 000 000",
        "5 Mio. Euro approximately EUR 5 000 000",
        "1 more, with the names nearby: .nearby()",
        "when März 2020 2020-03",
        "2024 2024",
    ]
    caption = read_page(mentions._repr_html_()).find("caption")[0].text
    assert caption == repr(mentions)


def test_the_card_says_what_it_leaves_out():
    texts = [f"Am {day}. Mai 2020 kam Firma{day} mit {day} Mio. Euro." for day in range(1, 21)]
    names = [{"entity": f"Firma{n}", "kind": "x", "alias": f"Firma{n}"} for n in range(1, 21)]
    shown = lines(wf.read(texts=texts, language="de").mentions(names))
    assert shown[8] == "12 more: .entities()"
    assert shown[14] == "15 more, with the names nearby: .nearby()"
    assert shown[-1] == '14 more: .nearby(kinds="date")'


def test_an_empty_card_says_so():
    assert lines(wf.read(texts=["Nichts."], language="de").mentions()) == [
        "nothing in the counted zones; all of them: .table()"
    ]


def test_hostile_texts_run_nothing():
    corpus = wf.read(texts=[HOSTILE + " zahlt."], language="de")
    whole = {"document": "0", "start": 0, "end": len(HOSTILE)}
    rows = [
        whole | {"kind": HOSTILE, "entity": HOSTILE, "id": HOSTILE},
        {"document": "0", "start": len(HOSTILE) + 1, "end": len(HOSTILE) + 6, "kind": "money"}
        | {"value": 5, "entity": HOSTILE},
    ]
    mentions = wf.Mentions.from_spans(corpus, rows)
    page = mentions._repr_html_()
    pages = [page, mentions.explain(0)._repr_html_(), mentions.nearby()._repr_html_()]
    for each in pages:
        assert not {"img", "script"} & {element.tag for element in read_page(each).all()}
        assert "\u202e" not in each
    assert not {"img", "script"} & {element.tag for element in read_page(page).all()}
    assert "\u202e" not in page
    assert "\x07" not in page
    assert "&lt;img" in page


def test_an_explanation_is_a_dict_that_shows_itself_as_a_table(mentions):
    told = mentions.explain(0)
    assert told == dict(told)
    rows = read_page(told._repr_html_()).find("tr")
    cells = [[cell.text.strip() for tag in ("th", "td") for cell in row.find(tag)] for row in rows]
    assert cells[1:] == [list(pair) for pair in told.items()]


def test_amounts_with_names_show_what_to_read_first(mentions):
    found = mentions.nearby(kinds="money")
    header = [cell.text for cell in read_page(found._repr_html_()).find("thead")[0].find("th")]
    assert header[:3] == ["document", "surface", "nearby"]
    assert header[-1] == "text"
    assert "8 of 25 columns" in found._repr_html_()
    assert "7 of 25 columns" in repr(found)
    assert "NVIDIA" in repr(found.head(1))
    # All columns are there, whatever is shown.
    assert len(found.columns) == 25
    assert len(mentions.nearby(each="name").columns) > 25


def test_a_wide_table_scrolls_and_breaks_no_words(mentions):
    page = mentions.table()._repr_html_()
    assert '<div class="wf" style="overflow-x:auto">' in page
    assert "overflow-wrap: break-word" in page
    assert "width: max-content" in page
