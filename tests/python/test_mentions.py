"""Mentions: names and quantities in one table, filters, entities, reference dates, rules."""

import datetime

import numpy as np
import pandas as pd
import pytest
import wortfeld as wf
from wortfeld import BadArgument, UnknownName

ROWS = [
    {"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia", "case": "fold"},
    {"entity": "Bo Li", "kind": "person", "alias": "Bo Li"},
    {"entity": "Bo Li", "kind": "person", "alias": "Li", "needs": "full_form"},
    {"entity": "ARGUS", "kind": "satellite", "alias": "Argus"},
]
TEXTS = [
    "Bo Li zahlt NVIDIA rund 2,5 Mrd. Dollar. Li wartet seit März 2025.",
    "Nvidia liefert 31 % an Argus, also 400 Chips. NVIDIA's Kurs stieg.",
]


@pytest.fixture(scope="module")
def corpus():
    return wf.read(texts=TEXTS, language="de")


@pytest.fixture(scope="module")
def mentions(corpus):
    return corpus.mentions(ROWS)


def column(table, name):
    return list(table[name])


def only(text, **options):
    """The single mention of a text."""
    corpus = wf.read(texts=[text], language="de", metadata=options.pop("metadata", None))
    (row,) = corpus.mentions(**options).table().rows()
    return row


def test_the_table_has_the_columns_of_the_contract(mentions):
    assert mentions.table().columns == [
        "document", "sentence", "start", "end", "surface", "kind", "entity", "value",
        "value_high", "value_text", "unit", "modifier", "date_first", "date_last", "timex",
        "zone", "rule", "role", "head", "level", "alternatives",
    ]  # fmt: skip


def test_names_and_quantities_stand_in_order(mentions):
    rows = [(row["surface"], row["kind"], row["entity"]) for row in mentions.table().rows()]
    assert rows == [
        ("Bo Li", "person", "Bo Li"),
        ("NVIDIA", "organisation", "NVIDIA"),
        ("2,5 Mrd. Dollar", "money", "USD 2500000000"),
        ("Li", "person", "Bo Li"),
        ("März 2025", "date", "2025-03"),
        ("Nvidia", "organisation", "NVIDIA"),
        ("31 %", "percent", "31 %"),
        ("Argus", "satellite", "ARGUS"),
        ("400", "number", "400"),
        ("NVIDIA", "organisation", "NVIDIA"),
    ]
    assert len(mentions) == len(rows)


def test_a_sum_has_its_reading(mentions):
    row = list(mentions.table().rows())[2]
    assert (row["value"], row["value_high"], row["value_text"]) == (2.5e9, None, "2500000000")
    assert (row["unit"], row["modifier"]) == ("USD", "approximately")
    assert row["date_first"] is row["date_last"] is row["timex"] is None


def test_a_name_has_no_reading_but_its_entity(mentions):
    row = next(iter(mentions.table().rows()))
    empty = ("value", "value_high", "value_text", "unit", "modifier", "date_first", "timex")
    assert [row[name] for name in empty] == [None] * 7
    assert row["rule"] == "alias:Bo Li"


def test_quantities_and_dates_can_be_left_out(corpus):
    def kinds(**options):
        return set(column(corpus.mentions(ROWS, **options).table(), "kind"))

    names = {"person", "organisation", "satellite"}
    assert kinds(quantities=False, dates=False) == names
    assert kinds(quantities=False) == names | {"date"}
    assert kinds(dates=False) == names | {"money", "percent", "number"}
    assert set(column(corpus.mentions().table(), "kind")) == {"money", "percent", "number", "date"}


def test_entities_are_counted_with_their_forms(mentions):
    assert list(mentions.entities().rows()) == [
        {
            "entity": "NVIDIA",
            "kind": "organisation",
            "count": 3,
            "document_count": 2,
            "forms": "NVIDIA | Nvidia",
        },
        {
            "entity": "Bo Li",
            "kind": "person",
            "count": 2,
            "document_count": 1,
            "forms": "Bo Li | Li",
        },
        {
            "entity": "ARGUS",
            "kind": "satellite",
            "count": 1,
            "document_count": 1,
            "forms": "Argus",
        },
    ]


@pytest.mark.parametrize(
    ("filters", "surfaces"),
    [
        ({"kinds": "person"}, ["Bo Li", "Li"]),
        ({"kinds": ["money", "satellite"]}, ["2,5 Mrd. Dollar", "Argus"]),
        ({"entities": "NVIDIA"}, ["NVIDIA", "Nvidia", "NVIDIA"]),
        ({"entities": ["NVIDIA", "ARGUS"], "documents": "1"}, ["Nvidia", "Argus", "NVIDIA"]),
        ({"kinds": "event"}, []),
    ],
    ids=str,
)
def test_filters_keep_what_fits(mentions, filters, surfaces):
    kept = mentions.filter(**filters)
    assert column(kept.table(), "surface") == surfaces
    assert len(kept) == len(surfaces)
    assert len(mentions) == 10
    assert kept.table().provenance["excluded"]["filtered"] == 10 - len(surfaces)


@pytest.mark.parametrize(
    ("filters", "near"),
    [
        ({"kinds": "persn"}, "person"),
        ({"entities": "NVIDA"}, "NVIDIA"),
        ({"documents": "2"}, "document"),
    ],
    ids=str,
)
def test_filters_refuse_names_that_nobody_knows(mentions, filters, near):
    with pytest.raises(UnknownName, match=near):
        mentions.filter(**filters)


def test_units_without_mentions_stay_units(mentions):
    network = mentions.filter(documents="0").cooccurrence()
    assert network.unit_count == mentions.cooccurrence().unit_count == 4


# --- reference dates ------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2026-03-10", datetime.date(2026, 3, 10)], ids=["text", "date"])
def test_relative_dates_lean_on_the_argument(day):
    row = only("Das gilt im Februar dieses Jahres.", reference_date=day)
    assert row["date_first"] == datetime.date(2026, 2, 1)
    assert row["date_last"] == datetime.date(2026, 2, 28)


def reference(text, metadata=None, **options):
    mentions = wf.read(texts=[text], language="de", metadata=metadata).mentions(**options)
    (row,) = mentions.reference_dates().rows()
    return row["reference_date"], row["origin"], len(mentions.warnings)


def test_the_reference_date_is_argument_metadata_byline_or_first_full_date():
    byline = "Ein Titel\n\nBo Li2025-10-22 10:42\n\nIn diesem Jahr, am 3. Mai 2024, geschah es."
    plain = "In diesem Jahr, am 3. Mai 2024, geschah es."
    metadata = {"date": ["2023-01-02"]}
    assert reference(byline, metadata, reference_date="2022-01-01") == (
        datetime.date(2022, 1, 1),
        "argument",
        0,
    )
    assert reference(byline, metadata) == (datetime.date(2023, 1, 2), "metadata", 0)
    assert reference(byline) == (datetime.date(2025, 10, 22), "byline", 0)
    assert reference(plain) == (datetime.date(2024, 5, 3), "first full date", 1)
    assert reference("In diesem Jahr geschah es.") == (None, "none", 0)


def test_a_reference_date_found_in_the_text_is_told():
    mentions = wf.read(texts=["Seit Mai, am 3. Mai 2024."], language="de").mentions()
    parameters = mentions.table().provenance["parameters"]
    assert parameters["reference_dates_from_text"] == {"0": "2024-05-03"}
    assert column(mentions.warnings, "kind") == ["reference_date"]


@pytest.mark.parametrize("language", [None, "es"])
def test_languages_without_rules_are_told(language):
    corpus = wf.read(texts=["Il a payé 5 millions d'euros."], language=language)
    mentions = corpus.mentions()
    (told,) = mentions.warnings.rows()
    assert told["kind"] == "language"
    assert "amounts and dates were not read there" in told["message"]
    assert len(mentions) == len(corpus.mentions(quantities=False, dates=False).warnings) == 0


def test_without_a_reference_date_relative_dates_have_no_days():
    row = only("Das gilt in diesem Jahr.")
    assert (row["kind"], row["date_first"], row["date_last"]) == ("date", None, None)


@pytest.mark.parametrize(
    ("day", "error"), [("gestern", BadArgument), (2026, TypeError), ("10.3.2026", BadArgument)]
)
def test_other_reference_dates_are_refused(corpus, day, error):
    with pytest.raises(error, match="reference_date"):
        corpus.mentions(reference_date=day)


# --- rules ----------------------------------------------------------------------------------------


def test_every_rule_can_be_explained(mentions):
    for rule in set(column(mentions.table(), "rule")):
        row = mentions.explain(rule)
        if rule.startswith("alias:"):
            assert row["alias"] == rule.removeprefix("alias:")
        else:
            assert rule.startswith("de.")
            assert row["id"] == rule.removeprefix("de.")


def test_every_rule_of_the_seeds_can_be_explained():
    from checks.conftest import SEEDS

    mentions = wf.read(SEEDS, language="de").mentions(SEEDS / "gazetteer.csv")
    for rule in set(column(mentions.table(), "rule")):
        assert mentions.explain(rule)


@pytest.mark.parametrize("rule", ["alias:nobody", "de.money.nothing", "xx.money.amount", ""])
def test_an_unknown_rule_is_refused(mentions, rule):
    with pytest.raises(UnknownName, match="no rule"):
        mentions.explain(rule)


def test_other_ways_to_resolve_are_refused(corpus):
    with pytest.raises(BadArgument, match="leftmost_longest"):
        corpus.mentions(ROWS, resolve="rightmost")


def test_what_was_dropped_is_counted():
    corpus = wf.read(texts=["Li wartet. Argus 3 fliegt."], language="de")
    rows = [*ROWS, {"entity": "Argus 3", "kind": "satellite", "alias": "Argus 3"}]
    excluded = corpus.mentions(rows).table().provenance["excluded"]
    assert excluded["needs_full_form"] == 1
    assert excluded["overlap"] >= 1


@pytest.mark.parametrize(("part", "count"), [("1-", 0), ("2026-03-", 0), ("NVIDIA-", 5000)])
def test_endless_chains_of_hyphens_are_read_through(part, count):
    corpus = wf.read(texts=[part * 5000], language="de")
    assert len(corpus.mentions(ROWS)) == count


def test_halves_of_what_is_no_number_here_are_none():
    corpus = wf.read(texts=["1.2.3 Millionen Euro, hundert hundert Euro."], language="de")
    assert len(corpus.mentions()) == 0


@pytest.mark.parametrize("name", ["quantities", "dates", "nested", "umlauts"])
def test_what_is_yes_or_no_is_not_guessed(name):
    corpus = wf.read(texts=["5 Euro"], language="de")
    with pytest.raises(TypeError, match=f"{name} must be True or False, not 'money'"):
        corpus.mentions(**{name: "money"})
    assert corpus.mentions(**{name: np.True_}).table().provenance["parameters"][name] is True


@pytest.mark.parametrize(
    "day",
    [
        "2026-02-01",
        datetime.date(2026, 2, 1),
        pd.Timestamp(2026, 2, 1),
        np.datetime64("2026-02-01"),
    ],
)
def test_a_reference_date_is_a_day_of_any_library(day):
    dates = wf.read(texts=["heute"], language="de").mentions(reference_date=day).reference_dates()
    assert [str(row["reference_date"]) for row in dates.rows()] == ["2026-02-01"]


@pytest.mark.parametrize(
    ("day", "error", "message"),
    [
        ("31.02.2025", BadArgument, "is no date; write it as '2026-03-10'"),
        ("2025-02-31", BadArgument, "is no date; write it as '2026-03-10'"),
        ("", BadArgument, "is no date"),
        (pd.NaT, BadArgument, "NaT, no date; leave it out"),
        (float("nan"), BadArgument, "nan, no date; leave it out"),
        (2026, TypeError, "must be a date or a text like '2026-03-10', not int"),
    ],
)
def test_a_reference_date_that_is_none_is_refused(day, error, message):
    corpus = wf.read(texts=["heute"], language="de")
    with pytest.raises(error, match=message):
        corpus.mentions(reference_date=day)
