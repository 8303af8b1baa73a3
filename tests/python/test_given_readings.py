"""Readings that others made of amounts and dates: complete, without contradiction, in time."""

import datetime
import typing
from pathlib import Path

import pytest
import wortfeld as wf
from wortfeld import BadInput
from wortfeld.typing import Modifier, QuantityKind, Role

SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = "Bonn zahlt am 10. März 2026 in Rom 31 Prozent, also 2,5 Mrd. Euro, bis Ende April."
DAY = datetime.date(2026, 3, 10)
KINDS = {"Bonn": "place", "10. März 2026": "date", "31": "percent", "2,5 Mrd. Euro": "money"}


@pytest.fixture(scope="module")
def corpus():
    return wf.read(texts=[TEXT], language="de")


def span(surface, **more):
    start = TEXT.index(surface)
    return {"document": "0", "start": start, "end": start + len(surface)} | (
        {"surface": surface, "kind": KINDS[surface]} | more
    )


def told(mentions):
    """Return what became of rows; the day that dates refer to is another matter."""
    rows = [(row["place"], row["kind"]) for row in mentions.warnings.rows()]
    return [row for row in rows if row[1] != "reference_date"]


# What is wrong with a reading, and what the message has to name.
CONTRADICTIONS = [
    ("31", {"value_text": "abc"}, ["value_text is 'abc'", "2.5"]),
    ("31", {"value_text": "31.0"}, ["value_text is '31.0'"]),
    ("31", {"value_text": "1e3"}, ["value_text is '1e3'"]),
    ("31", {"value_text": "9" * 400}, ["value_text is '999", "float64"]),
    ("31", {"value_text": "3..2"}, ["value_high is 2.0", "below value", "3.0"]),
    ("31", {"value_text": "31", "value": 30}, ["value_text is '31'", "value is 30.0"]),
    ("31", {"value_text": "31", "value": 31, "value_high": 32}, ["value_high is 32.0"]),
    ("31", {"value": 5, "value_high": 4}, ["value_high is 4.0", "below value"]),
    ("31", {"value_high": 4}, ["value_high is 4.0", "value, the lower bound, is missing"]),
    ("31", {"date_first": DAY, "date_last": DAY}, ["date_first", "'percent'"]),
    ("31", {"timex": "2026"}, ["timex is '2026'", "'percent'"]),
    ("31", {"modifier": "aproximately"}, ["modifier is 'aproximately'", "'approximately'?"]),
    ("31", {"role": "king"}, ["role is 'king'", "part, derived"]),
    ("31", {"level": 101}, ["level is 101"]),
    ("31", {"level": -1}, ["level is -1"]),
    ("2,5 Mrd. Euro", {"value": 5, "unit": "Euro"}, ["unit is 'Euro'", "'EUR'"]),
    ("10. März 2026", {"timex": "foo"}, ["timex is 'foo'", "TIMEX3"]),
    ("10. März 2026", {"timex": "2026-02-30"}, ["2026-02-30", "no calendar has"]),
    ("10. März 2026", {"value": 10}, ["value is 10.0", "'date'"]),
    ("10. März 2026", {"unit": "day"}, ["unit is 'day'", "'date'"]),
    ("10. März 2026", {"date_first": DAY}, ["date_last is missing"]),
    ("10. März 2026", {"date_last": DAY}, ["date_first is missing"]),
    (
        "10. März 2026",
        {"date_first": DAY, "date_last": DAY - datetime.timedelta(1)},
        ["date_first is '2026-03-10'", "after date_last", "2026-03-09"],
    ),
    (
        "10. März 2026",
        {"date_first": DAY, "date_last": DAY, "timex": "2026-03"},
        ["timex is '2026-03'", "date_first is '2026-03-10'"],
    ),
    ("Bonn", {"value": 5}, ["value is 5.0", "'place'", "kinds="]),
    ("Bonn", {"modifier": "vague"}, ["modifier is 'vague'", "'place'"]),
]


@pytest.mark.parametrize(("surface", "reading", "wanted"), CONTRADICTIONS)
def test_a_reading_that_contradicts_itself_is_refused_with_row_and_column(
    corpus, surface, reading, wanted
):
    rows = [span("Bonn"), span(surface) | reading]
    with pytest.raises(BadInput, match="row 1: ") as caught:
        wf.Mentions.from_spans(corpus, rows)
    assert caught.value.line == 1
    for words in (*wanted, 'on_error="skip"'):
        assert words in str(caught.value)


@pytest.mark.parametrize(("surface", "reading", "wanted"), CONTRADICTIONS)
def test_or_left_out_and_told(corpus, surface, reading, wanted):
    rows = [span(surface) | reading, span("Bonn")]
    mentions = wf.Mentions.from_spans(corpus, rows, on_error="skip")
    assert mentions.table()["surface"].tolist() == ["Bonn"]
    (warning,) = mentions.warnings.rows()
    assert told(mentions) == [("row 0", "rejected")]
    for words in wanted:
        assert words in warning["message"]


BAD_ROWS = [
    {"start": "4"},
    {"start": 1.5},
    {"start": 10**30},
    {"start": -1, "surface": None},
    {"end": 10**6, "surface": None},
    {"kind": ""},
    {"kind": None},
    {"kind": 3},
    {"document": "9"},
    {"document": None},
    {"document": "\ud800"},
    {"entity": "\ud800"},
    {"value": "viel"},
    {"value": float("inf")},
    {"date_first": "31.02.2025"},
    {"modifier": 3},
    {"surface": None, "start": 4, "end": 5},
    {"surface": "nirgends"},
]


@pytest.mark.parametrize("change", BAD_ROWS, ids=str)
def test_skip_leaves_out_every_bad_row_and_keeps_the_others(corpus, change):
    rows = [span("Bonn"), span("31") | change, span("2,5 Mrd. Euro")]
    mentions = wf.Mentions.from_spans(corpus, rows, on_error="skip")
    assert mentions.table()["surface"].tolist() == ["Bonn", "2,5 Mrd. Euro"]
    assert [place for place, _ in told(mentions)] == ["row 1"]
    assert mentions.table().provenance["parameters"]["spans"]["rejected"] == 1
    assert mentions.table().provenance["excluded"] == {"rejected": 1}


def test_skip_leaves_out_what_is_no_row(corpus):
    mentions = wf.Mentions.from_spans(corpus, [("0", 0, 4), span("Bonn"), None], on_error="skip")
    assert mentions.table()["surface"].tolist() == ["Bonn"]
    assert [place for place, _ in told(mentions)] == ["row 0", "row 2"]


def test_skip_keeps_the_numbers_of_the_rows_that_are_told_of(corpus):
    overlapping = [span("Bonn", kind=""), span("2,5 Mrd. Euro"), span("2,5 Mrd. Euro")]
    mentions = wf.Mentions.from_spans(corpus, overlapping, on_error="skip")
    assert told(mentions) == [("row 0", "rejected"), ("row 2", "overlap")]


def test_a_span_of_white_space_is_no_mention():
    corpus = wf.read(texts=["  \n ", "a  b"], language="de")
    rows = [{"document": name, "start": 1, "end": 2, "kind": "place"} for name in ("0", "1")]
    assert len(wf.Mentions.from_spans(corpus, rows, on_error="skip")) == 0
    with pytest.raises(BadInput, match="white space"):
        wf.Mentions.from_spans(corpus, rows)


def test_values_are_those_of_their_exact_texts(corpus):
    rows = [span("31", value_text="31"), span("2,5 Mrd. Euro", value_text="2..3.5", unit="EUR")]
    table = wf.Mentions.from_spans(corpus, rows).table()
    assert table["value"].tolist() == [31, 2]
    assert table.rows()[1]["value_high"] == 3.5


def test_every_kind_modifier_and_role_of_the_types_is_one_of_the_core(corpus):
    for modifier in typing.get_args(Modifier):
        mentions = wf.Mentions.from_spans(corpus, [span("31", value=31.0, modifier=modifier)])
        assert mentions.table()["modifier"].tolist() == [modifier]
    for role in typing.get_args(Role):
        mentions = wf.Mentions.from_spans(corpus, [span("Bonn", role=role)])
        assert mentions.table()["role"].tolist() == [role]
    for kind in typing.get_args(QuantityKind):
        mentions = wf.Mentions.from_spans(corpus, [span("31", kind=kind)])
        assert mentions.table()["rule"].tolist() == ["given"]


TIMEX = (
    "2026-03-10T10:42 2026-W12-WE 2026-Q1 2026-H2 2024-SU 197 19 BC0146 FY1947 2024/2025 "
    "XXXX-03-10 2025-XX-XX PAST_REF P1WE P2DE PTXH PT90M P18Y/P65Y P1.5Y XXXX-01/XXXX-05"
)


@pytest.mark.parametrize("timex", TIMEX.split())
def test_values_of_timex3_are_taken(corpus, timex):
    mentions = wf.Mentions.from_spans(corpus, [span("10. März 2026", timex=timex)])
    assert mentions.table()["timex"].tolist() == [timex]


HOSTILE = [
    "Am 31.02.2025, dem 30. Februar 2024, 1e400 Euro und 99999999999999999999 Euro, ½ kg, ١٢٣.",
    "Zwischen -5 und -3 Grad, zweieinhalb bis drei Mio. €, ein Drittel der Fälle, 1.000,5 %.",
    "Im Frühjahr 2019/20, KW 12, Q3 2025, in den 1990ern, 146 v. Chr., heute, vor drei Jahren.",
    "Seit 2019, ab Mai, bis Ende Juni 2024, um 10:42 Uhr, zwei bis drei Wochen, 40 Jahre.",
]


def test_whatever_is_found_here_can_be_given_back():
    corpus = wf.read(texts=HOSTILE, language="de")
    found = corpus.mentions(reference_date="2026-01-31")
    again = wf.Mentions.from_spans(corpus, found.table().to_pandas(), reference_date="2026-01-31")
    assert again.table().rows() == found.table().rows()
    assert len(found) > 15


def test_whatever_is_found_in_the_seeds_can_be_given_back():
    corpus = wf.read(SEEDS, language="de")
    found = corpus.mentions("starter")
    again = wf.Mentions.from_spans(corpus, found.table().to_pandas())
    assert again.table().rows() == found.table().rows()
    assert again.reference_dates().rows() == found.reference_dates().rows()
    assert again.nearby().rows() == found.nearby().rows()


BONN = [{"entity": "Bonn", "kind": "place", "alias": "Bonn"}]
FORECASTS = [
    "Stand 3. Februar 2026. Bonn baut. Am 10. März 2026 zahlt Bonn 5 Euro. Rom zahlte 2024.",
    "Am 10. März zahlt Rom 7 Euro, im nächsten Jahr 8 Euro.",
]


@pytest.mark.parametrize("day", [None, "2025-05-01", "2027-01-01"])
def test_the_reference_date_survives_a_way_through_tables(day):
    corpus = wf.read(texts=FORECASTS, language="de")
    found = corpus.mentions(
        [{"entity": "Bonn", "kind": "place", "alias": "Bonn"}], reference_date=day
    )
    of_table = wf.Mentions.from_spans(corpus, found.table())
    of_frame = wf.Mentions.from_spans(corpus, found.table().to_pandas(), reference_date=day)
    for again in (of_table, of_frame):
        assert again.reference_dates().rows() == found.reference_dates().rows()
        assert again.nearby().rows() == found.nearby().rows()
        assert again.warnings.rows() == found.warnings.rows()


def test_a_reference_date_that_is_none_is_told(corpus):
    with pytest.raises(wf.BadArgument, match=r"reference_date '31\.02\.2025' is no date"):
        wf.Mentions.from_spans(corpus, [], reference_date="31.02.2025")
    with pytest.raises(TypeError, match="reference_date"):
        wf.Mentions.from_spans(corpus, [], reference_date=3)
