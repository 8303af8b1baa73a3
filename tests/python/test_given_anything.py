"""Whatever is given as spans or names: an answer, or an error of ours that names the row."""

import contextlib
import datetime
import warnings

import numpy as np
import pandas as pd
import wortfeld as wf
from hypothesis import given, settings
from hypothesis import strategies as st
from wortfeld import BadArgument, BadInput, UnknownName

TEXT = "Bonn zahlt am 10. März 2026 in Rom 31 Prozent,\r\nalso 2,5 Mrd. 😀 Euro bis Ende April."
CORPUS = wf.read(texts=[TEXT, "", " \n "], language="de")
MISSING = st.sampled_from([None, float("nan"), pd.NA, pd.NaT])
ODD = st.one_of(
    MISSING,
    st.integers(-3, 10**20),
    st.floats(),
    st.booleans(),
    st.binary(max_size=2),
    st.text(max_size=4),
    st.sampled_from(["\ud800", "\x00", "\u200b", "2..3", "3..2", "2026-02", "P5Y", "5.0", "EUR"]),
    st.sampled_from([datetime.date(2026, 3, 10), datetime.datetime(2026, 3, 10, 5), [1], {}]),
    st.sampled_from([np.int64(3), np.float32(2), np.str_("Rom"), np.datetime64("2026-03-10")]),
)
COLUMNS = {
    "document": st.sampled_from(["0", "1", "2", 0, "9"]),
    "start": st.integers(-2, len(TEXT) + 3),
    "end": st.integers(-2, len(TEXT) + 3),
    "kind": st.sampled_from(["place", "money", "percent", "number", "date", ""]),
    "surface": st.sampled_from(["Bonn", "Rom", "31", "10. März 2026", "nirgends", ""]),
    "entity": st.text(max_size=3),
    "value": st.floats(),
    "value_high": st.floats(),
    "value_text": st.sampled_from(["5", "5.5", "2..3", "-1"]),
    "unit": st.sampled_from(["EUR", "Euro", "percent"]),
    "modifier": st.sampled_from(["vague", "rund", "negated"]),
    "date_first": st.dates(),
    "date_last": st.dates(),
    "timex": st.sampled_from(["2026", "2026-03-10", "P5Y", "2026-02-31", "0000", "XXXX-03"]),
    "rule": st.text(max_size=3),
    "role": st.sampled_from(["part", "derived", "whole"]),
    "head": st.text(max_size=3),
    "level": st.integers(-1, 102),
    "alternatives": st.text(max_size=3),
    "alias": st.text(max_size=3),
    "id": st.one_of(st.text(max_size=3), st.integers()),
}
NEEDED = ("document", "start", "end", "kind")
ROW = st.fixed_dictionaries(
    {name: st.one_of(COLUMNS[name], COLUMNS[name], COLUMNS[name], ODD) for name in NEEDED},
    optional={
        name: st.one_of(values, MISSING, ODD)
        for name, values in COLUMNS.items()
        if name not in NEEDED
    },
)


def ask(mentions):
    """Ask mentions what can be asked of them."""
    for table in (mentions.table(), mentions.entities(), mentions.nearby(), mentions.warnings):
        assert repr(table)
        assert table._repr_html_()
    rows = mentions.table().rows()
    for number, row in enumerate(rows):
        assert CORPUS.text(row["document"])[row["start"] : row["end"]] == row["surface"]
        assert mentions.explain(number)
    assert len(mentions.cooccurrence(nested=True)) >= 0
    again = wf.Mentions.from_spans(CORPUS, mentions.table())
    assert len(again) == len(mentions)


@settings(max_examples=100, deadline=None)
@given(st.lists(ROW, max_size=4))
def test_any_rows_are_mentions_or_refused(rows):
    with contextlib.suppress(BadInput, BadArgument, UnknownName):
        ask(wf.Mentions.from_spans(CORPUS, rows))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(ROW, ODD), max_size=5))
def test_skip_takes_every_row_that_is_one(rows):
    mentions = wf.Mentions.from_spans(CORPUS, rows, on_error="skip")
    ask(mentions)
    told = [row["place"] for row in mentions.warnings.rows() if row["kind"] == "rejected"]
    overlapping = [row for row in mentions.warnings.rows() if row["kind"] == "overlap"]
    assert len(mentions) + len(told) + len(overlapping) == len(rows)


NAME = st.one_of(
    st.text(max_size=5),
    st.text(st.sampled_from("abA -'.\u0301\u200b\x00ßü7&*"), max_size=12),
    ODD,
)
LINE = st.fixed_dictionaries(
    {"entity": NAME, "kind": st.one_of(st.sampled_from(["place", "x", "money"]), ODD)},
    optional={
        "alias": NAME,
        "id": ODD,
        "case": st.one_of(st.sampled_from(["auto", "exact", "fold", "Fold"]), ODD),
        "role": st.one_of(st.sampled_from(["derived", "part"]), ODD),
        "needs": st.one_of(st.sampled_from(["full_form", "a|b", "|", "a b"]), ODD),
        "excludes": st.one_of(st.sampled_from(["a", "a|b", "||"]), ODD),
        "language": st.one_of(st.sampled_from(["de", "en", "de-AT", "xx"]), ODD),
        "note": ODD,
    },
)


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(
        st.lists(st.one_of(LINE, ODD), max_size=5), st.dictionaries(st.text(max_size=3), NAME)
    )
)
def test_any_names_are_a_gazetteer_or_refused(rows):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            gazetteer = wf.Gazetteer(rows)
        except BadInput:
            return
        united = gazetteer | gazetteer
    for row in CORPUS.mentions(gazetteer).table().rows():
        assert CORPUS.text(row["document"])[row["start"] : row["end"]] == row["surface"]
    assert gazetteer._repr_html_()
    assert len(united.entities()) == len(gazetteer.entities())
