"""Mentions from spans of others: verified, repaired, refused with row and way out."""

import unicodedata

import pytest
import wortfeld as wf
from hypothesis import assume, given
from hypothesis import strategies as st
from wortfeld import BadArgument, BadInput, UnknownName

TEXT = "Köln 😀 zahlt Bonn.\r\nUnd Bonn zahlt 31 Prozent an Rom."
NAMES = [
    {"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia", "id": "Q182477"},
    {"entity": "Bo Li", "kind": "person", "alias": "Bo Li"},
]
MIXED = ["Bo Li zahlt NVIDIA rund 2,5 Mrd. Dollar.", "Seit März 2025 hält NVIDIA-Chef Bo Li 31 %."]


@pytest.fixture(scope="module")
def corpus():
    return wf.read(texts=[TEXT, "Bonn und Rom."], language="de")


def span(surface, text=TEXT, *, document="0", width=len, kind="place", **more):
    """A row for the first place of a surface, its offsets counted by `width`."""
    start = text.index(surface)
    return {
        "document": document,
        "start": width(text[:start]),
        "end": width(text[: start + len(surface)]),
        "surface": surface,
        "kind": kind,
        **more,
    }


def placed(mentions):
    return [(row["start"], row["surface"]) for row in mentions.table().rows()]


def told(mentions, kind):
    return [row["message"] for row in mentions.warnings.rows() if row["kind"] == kind]


def counts(mentions):
    found = mentions.table().provenance["parameters"]["spans"]
    return {name: count for name, count in found.items() if count}


@pytest.mark.parametrize("form", ["to_pandas", "to_polars", "to_arrow", "rows"])
def test_a_table_of_mentions_makes_the_same_mentions(form):
    found = wf.read(texts=MIXED, language="de").mentions(NAMES)
    given_back = wf.Mentions.from_spans(found.corpus, getattr(found.table(), form)())
    assert given_back.table().rows() == found.table().rows()
    assert given_back.entities().rows() == found.entities().rows()
    pairs = [mentions.cooccurrence("document").pairs().rows() for mentions in (found, given_back)]
    assert pairs[0] == pairs[1]
    assert len(pairs[0]) == 1


def test_heads_that_several_names_share_come_back():
    text = "Die EU-/EWR-Bürger und SPD-, CDU- sowie FDP-nahe Chefs, dazu NVIDIA-Chips."
    names = {name: [name] for name in ("EU", "EWR", "SPD", "CDU", "FDP", "NVIDIA")}
    corpus = wf.read(texts=[text], language="de")
    found = corpus.mentions(names)
    again = wf.Mentions.from_spans(corpus, found.table())
    assert again.table()["head"].tolist() == found.table()["head"].tolist()
    assert found.table()["head"].tolist()[:2] == ["Bürger", "Bürger"]


def test_given_mentions_answer_everything_that_others_do(corpus):
    rows = [span("Köln", entity="Cologne", id="Q365"), span("31 Prozent", kind="percent", value=31)]
    mentions = wf.Mentions.from_spans(corpus, rows)
    assert mentions.explain("alias:Köln") == {
        "entity": "Cologne",
        "kind": "place",
        "id": "Q365",
        "alias": "Köln",
    }
    assert mentions.explain(0)["entity"] == "Cologne"
    assert mentions.explain("given")["rule"]
    assert mentions.entities().row("Cologne")["forms"] == "Köln"
    assert len(mentions.filter(kinds="percent")) == 1
    assert mentions.table()["value"].tolist()[1] == 31.0
    assert len(mentions.nearby()) == 1
    assert len(mentions.candidates()) == 0
    assert "given" in mentions.table()["rule"].tolist()


@pytest.mark.parametrize(
    ("unit", "width"),
    [
        ("bytes", lambda text: len(text.encode())),
        ("utf16", lambda text: len(text.encode("utf-16-le")) // 2),
        ("crlf", lambda text: len(text.replace("\r\n", "\n"))),
        ("nfd", lambda text: len(unicodedata.normalize("NFD", text))),
        ("bom", lambda text: len(text) + 1),
    ],
)
def test_offsets_in_other_units_are_found_out_and_repaired(corpus, unit, width):
    rows = [span("Köln", width=width), span("Bonn", width=width), span("Rom", width=width)]
    right = [(TEXT.index(name), name) for name in ("Köln", "Bonn", "Rom")]
    mentions = wf.Mentions.from_spans(corpus, rows)
    assert placed(mentions) == right
    assert counts(mentions) == {"repaired": 3}
    assert len(told(mentions, "repaired")) == 1
    named = wf.Mentions.from_spans(corpus, rows, offsets=unit)
    assert placed(named) == right
    assert counts(named) == {"exact": 3}
    assert told(named, "repaired") == []


def test_offsets_in_the_composed_text_are_repaired():
    text = unicodedata.normalize("NFD", "Müller fährt nach Köln, Düren und 한국.")
    corpus = wf.read(texts=[text], language="de")
    composed = unicodedata.normalize("NFC", text)
    rows = [span(name, composed) for name in ("Müller", "Köln", "Düren", "한국")]
    mentions = wf.Mentions.from_spans(corpus, rows)
    assert [unicodedata.normalize("NFC", name) for _, name in placed(mentions)] == [
        row["surface"] for row in rows
    ]
    assert counts(mentions) == {"repaired": 4}


def test_each_document_has_its_own_unit(corpus):
    wide = span("Rom", width=lambda text: len(text.encode()))
    rows = [wide, span("Rom", "Bonn und Rom.", document="1")]
    mentions = wf.Mentions.from_spans(corpus, rows)
    assert counts(mentions) == {"exact": 1, "repaired": 1}
    assert [name for _, name in placed(mentions)] == ["Rom", "Rom"]


def test_a_span_that_fits_nowhere_is_where_its_surface_stands_if_that_is_one_place(corpus):
    rows = [span("Köln"), span("Rom") | {"start": 3, "end": 6}, span("Bonn") | {"start": 1}]
    mentions = wf.Mentions.from_spans(corpus, rows)
    assert [name for _, name in placed(mentions)] == ["Köln", "Rom"]
    assert counts(mentions) == {"exact": 1, "repaired": 1, "rejected": 1}
    (rejected,) = [row for row in mentions.warnings.rows() if row["kind"] == "rejected"]
    assert (rejected["source"], rejected["place"]) == ("0", "row 2")
    assert mentions.table().provenance["excluded"]["rejected"] == 1


def test_of_spans_that_overlap_the_leftmost_then_the_longest_stays(corpus):
    rows = [span("Bonn"), span("zahlt Bonn"), span("Bonn", kind="city"), span("Rom"), span("Rom")]
    mentions = wf.Mentions.from_spans(corpus, rows)
    assert [name for _, name in placed(mentions)] == ["zahlt Bonn", "Rom"]
    overlapping = [row["place"] for row in mentions.warnings.rows() if row["kind"] == "overlap"]
    assert overlapping == ["row 0", "row 2", "row 4"]
    assert mentions.table().provenance["excluded"] == {"overlap": 3}


def test_nested_spans_say_so_by_their_level(corpus):
    rows = [span("zahlt Bonn", kind="deed"), span("Bonn", level=1)]
    mentions = wf.Mentions.from_spans(corpus, rows)
    assert mentions.table()["level"].tolist() == [0, 1]
    assert mentions.entities()["entity"].tolist() == ["zahlt Bonn"]


def test_without_surfaces_nothing_is_verified(corpus):
    rows = [{"document": 0, "start": 0, "end": 4, "kind": "place"}]
    assert counts(wf.Mentions.from_spans(corpus, rows)) == {"not_verified": 1}


def test_kinds_are_translated(corpus):
    mentions = wf.Mentions.from_spans(corpus, [span("Rom", kind="LOC")], kinds={"LOC": "place"})
    assert mentions.table()["kind"].tolist() == ["place"]


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({"start": 100, "end": 104}, ["row 1", "100", "offsets=", 'on_error="skip"']),
        ({"start": 4, "end": 4}, ["row 1", "from 4 to 4"]),
        ({"start": -1}, ["row 1", "-1"]),
        ({"start": "4"}, ["row 1", "start is '4'"]),
        ({"start": 1.5}, ["row 1", "1.5"]),
        ({"start": 10**30}, ["row 1", "no place"]),
        ({"kind": ""}, ["row 1", "kind is missing"]),
        ({"end": None}, ["row 1", "end is missing"]),
        ({"entity": "\ud800"}, ["row 1", "surrogate"]),
        ({"value": "viel"}, ["row 1", "value is 'viel'"]),
        ({"value": float("inf")}, ["row 1", "value is inf"]),
        ({"date_first": "31.02.2025"}, ["row 1", "2026-03-10"]),
        ({"kind": "money", "modifier": "perhaps"}, ["row 1", "perhaps"]),
        ({"role": "king"}, ["row 1", "king"]),
    ],
)
def test_rows_of_no_use_are_refused_with_their_number(corpus, change, wanted):
    bad = {name: value for name, value in span("Bonn").items() if name != "surface"} | change
    with pytest.raises(BadInput) as caught:
        wf.Mentions.from_spans(corpus, [span("Köln"), bad])
    for words in wanted:
        assert words in str(caught.value)
    assert caught.value.line == 1


def test_spans_outside_the_text_can_be_left_out(corpus):
    rows = [span("Köln"), {"document": "0", "start": 90, "end": 99, "kind": "place"}]
    mentions = wf.Mentions.from_spans(corpus, rows, on_error="skip")
    assert counts(mentions) == {"exact": 1, "rejected": 1}
    assert len(wf.Mentions.from_spans(corpus, rows[1:], on_error="skip")) == 0


def test_spans_none_of_which_fits_are_of_another_corpus(corpus):
    with pytest.raises(BadInput, match="none of 1 fits"):
        wf.Mentions.from_spans(corpus, [span("Köln") | {"surface": "Kiel"}])


def test_unknown_documents_and_columns_that_lack_are_told(corpus):
    with pytest.raises(UnknownName, match="unknown document '7'"):
        wf.Mentions.from_spans(corpus, [span("Köln", document="7")])
    with pytest.raises(BadArgument, match="'kind'"):
        wf.Mentions.from_spans(corpus, {"document": [], "start": [], "end": []})
    with pytest.raises(BadArgument, match="differ"):
        wf.Mentions.from_spans(corpus, {"document": ["0"], "start": [], "end": [], "kind": []})
    with pytest.raises(BadInput, match="row 0: expected a dict"):
        wf.Mentions.from_spans(corpus, [("0", 1, 2, "place")])
    with pytest.raises(TypeError, match="not a text"):
        wf.Mentions.from_spans(corpus, "Köln")
    with pytest.raises(BadArgument, match="did you mean 'utf16'"):
        wf.Mentions.from_spans(corpus, [], offsets="utf-16")
    assert len(wf.Mentions.from_spans(corpus, [])) == 0


@given(
    st.text(st.sampled_from("aöo\u0308😀é e\u0301\r\n한\u1112\u1161."), min_size=1, max_size=20),
    st.data(),
)
def test_any_place_between_whole_characters_is_found_in_any_unit(text, data):
    document = wf.read(texts=["Anfang. " + text + " Ende."], language="de")
    full = document.text("0")
    start = data.draw(st.integers(0, len(full) - 1))
    end = data.draw(st.integers(start + 1, len(full)))
    assume(full[start:end].strip())
    for unit, encoding, size in (("bytes", "utf-8", 1), ("utf16", "utf-16-le", 2)):
        first, last = (len(full[:place].encode(encoding)) // size for place in (start, end))
        row = {"document": "0", "start": first, "end": last, "surface": full[start:end]}
        mentions = wf.Mentions.from_spans(document, [row | {"kind": "x"}], offsets=unit)
        assert placed(mentions) == [(start, full[start:end])]
