"""Networks of names within names: they count, but never meet what they are a part of."""

import pytest
import wortfeld as wf
from wortfeld import BadArgument

TEXTS = [
    "Google DeepMind lobt OpenAI. Google schweigt. Google DeepMind und Google bauen.",
    "OpenAI lobt Google DeepMind.",
]
NAMES = [
    {"entity": name, "kind": "organisation", "alias": name}
    for name in ("Google", "Google DeepMind", "OpenAI")
]


@pytest.fixture(scope="module")
def mentions():
    return wf.read(texts=TEXTS, language="de").mentions(NAMES, nested=True)


def tables(network):
    return {
        (row["a"], row["b"]): (row["count"], row["document_count"])
        for row in network.pairs().rows()
    }


def test_names_within_names_count_only_when_asked_for(mentions):
    plain = mentions.cooccurrence()
    assert {row["entity"]: row["units"] for row in plain.nodes().rows()} == {
        "Google DeepMind": 3,
        "Google": 2,
        "OpenAI": 2,
    }
    assert tables(plain) == {
        ("Google DeepMind", "OpenAI"): (2, 2),
        ("Google", "Google DeepMind"): (1, 1),
    }
    nested = mentions.cooccurrence(nested=True)
    assert {row["entity"]: row["units"] for row in nested.nodes().rows()} == {
        "Google": 4,
        "Google DeepMind": 3,
        "OpenAI": 2,
    }
    assert tables(nested) == {
        ("Google", "OpenAI"): (2, 2),
        ("Google DeepMind", "OpenAI"): (2, 2),
        ("Google", "Google DeepMind"): (1, 1),
    }


def test_units_in_which_one_is_but_a_part_of_the_other_say_nothing_of_the_pair(mentions):
    network = mentions.cooccurrence(nested=True)
    table = network.contingency("Google", "Google DeepMind")
    assert (table.o11, table.r1, table.c1, table.n) == (1, 2, 1, 2)
    table = network.contingency("Google", "OpenAI")
    assert (table.o11, table.r1, table.c1, table.n) == (2, 4, 2, 4)


def test_the_evidence_shows_mentions_side_by_side(mentions):
    (row,) = mentions.cooccurrence(nested=True)["Google", "Google DeepMind"].evidence().rows()
    text = mentions.corpus.text(row["document"])
    assert text[row["a_start"] : row["a_end"]] == "Google"
    assert text[row["b_start"] : row["b_end"]] == "Google DeepMind"
    assert row["b_end"] < row["a_start"]


def test_candidates_of_one_span_still_say_nothing_of_each_other():
    rows = [
        {"entity": "Paris", "kind": "place", "alias": "Paris"},
        {"entity": "Paris Hilton", "kind": "person", "alias": "Paris"},
        {"entity": "Rom", "kind": "place", "alias": "Rom"},
    ]
    with pytest.warns(UserWarning, match="also one of"):
        names = wf.Gazetteer(rows)
    corpus = wf.read(texts=["Paris und Rom. Paris schläft."], language="de")
    mentions = corpus.mentions(names, on_ambiguous="all", nested=True)
    table = mentions.cooccurrence(nested=True).contingency("Paris", "Paris Hilton")
    assert (table.o11, table.n) == (0, 0)


def test_it_stands_in_the_provenance(mentions):
    parameters = mentions.cooccurrence(nested=True).pairs().provenance["parameters"]
    assert parameters["nested"] is True


def test_given_spans_may_be_nested():
    corpus = wf.read(texts=["Google DeepMind lobt OpenAI."], language="de")
    rows = [
        {"document": "0", "start": 0, "end": 15, "kind": "organisation"},
        {"document": "0", "start": 0, "end": 6, "kind": "organisation", "level": 1},
        {"document": "0", "start": 21, "end": 27, "kind": "organisation"},
    ]
    given = wf.Mentions.from_spans(corpus, rows)
    assert len(tables(given.cooccurrence())) == 1
    assert set(tables(given.cooccurrence(nested=True))) == {
        ("Google", "OpenAI"),
        ("Google DeepMind", "OpenAI"),
    }


def test_mentions_without_nested_ones_say_so():
    corpus = wf.read(texts=TEXTS, language="de")
    with pytest.raises(BadArgument, match=r"corpus\.mentions\(\.\.\., nested=True\) first"):
        corpus.mentions(NAMES).cooccurrence(nested=True)
    with pytest.raises(TypeError, match="nested must be True or False"):
        corpus.mentions(NAMES).cooccurrence(nested="yes")
    crossing = corpus.mentions(NAMES, resolve="all").cooccurrence(nested=True)
    assert len(crossing.nodes()) == 3
