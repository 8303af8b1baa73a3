"""Networks: nodes, pairs, filters, orders and the pair of two items."""

import math

import pytest
import wortfeld as wf
from wortfeld import BadArgument, UnknownName

NAMES = {"Anna": "person", "Berta": "person", "Cortex": "organisation", "Dresden": "place"}
ROWS = [{"entity": name, "kind": kind, "alias": name} for name, kind in NAMES.items()]
TEXT = (
    "Anna trifft Berta. Anna trifft Berta und Cortex. Cortex allein. "
    "Dresden allein. Anna mag Anna.\n\n"
    "Berta steht vor Anna.\n\nNichts."
)


@pytest.fixture(scope="module")
def mentions():
    return wf.read(texts=[TEXT, "Anna und Berta.", "Cortex."], language="de").mentions(ROWS)


@pytest.fixture(scope="module")
def network(mentions):
    return mentions.cooccurrence()


def pairs_of(table):
    return list(zip(table["a"], table["b"], table["count"], strict=True))


def test_nodes_count_units_and_not_mentions(network):
    rows = [(row["entity"], row["kind"], row["units"]) for row in network.nodes().rows()]
    assert rows == [
        ("Anna", "person", 5),
        ("Berta", "person", 4),
        ("Cortex", "organisation", 3),
        ("Dresden", "place", 1),
    ]
    assert (network.unit_count, network.candidate_count, len(network)) == (9, 6, 4)


def test_pairs_come_by_count_then_documents_then_names(network):
    assert pairs_of(network.pairs()) == [
        ("Anna", "Berta", 4),
        ("Anna", "Cortex", 1),
        ("Berta", "Cortex", 1),
    ]
    assert list(network.pairs()["document_count"]) == [2, 1, 1]


def test_pairs_have_the_columns_of_the_contract(network):
    assert network.pairs().columns == [
        "a", "b", "kind_a", "kind_b", "count", "document_count", "expected", "expected_within",
        "log_likelihood", "log_odds", "log_dice", "p_value", "log10_p", "q_value",
    ]  # fmt: skip
    assert "dice" in network.pairs(measures="dice").columns
    directed = network.pairs(measures=["log_ratio", "delta_p_b_given_a"]).columns
    assert directed[8:11] == ["log_ratio_b_given_a", "log_ratio_a_given_b", "delta_p_b_given_a"]


def test_directed_measures_ask_both_ways(network):
    row = next(iter(network.pairs(measures="log_ratio").rows()))
    table = network.contingency("Anna", "Berta")
    there = wf.association(table.o11, table.r1, table.c1, table.n, measure="log_ratio")
    back = wf.association(table.o11, table.c1, table.r1, table.n, measure="log_ratio")
    assert (row["log_ratio_b_given_a"], row["log_ratio_a_given_b"]) == (there, back)


def test_a_table_adds_up(network):
    table = network.contingency("Anna", "Berta")
    assert tuple(table) == (4, 1, 0, 4)
    assert (table.r1, table.r2, table.c1, table.c2, table.n) == (5, 4, 4, 5, 9)
    assert table.e11 == pytest.approx(20 / 9)
    assert sum(table) == table.n


def test_filters_act_after_the_correction(network):
    every = {(row["a"], row["b"]): row["q_value"] for row in network.pairs().rows()}
    for options in ({"min_count": 2}, {"top": 1}, {"max_q": min(every.values())}):
        kept = list(network.pairs(**options).rows())
        assert [(row["a"], row["b"]) for row in kept] == [("Anna", "Berta")]
        assert kept[0]["q_value"] == every["Anna", "Berta"]
    assert len(network.pairs(top=0)) == len(network.pairs(min_count=5)) == 0


def test_q_counts_the_pairs_that_never_met(network):
    p = network.pairs()["p_value"]
    assert network.pairs()["q_value"][0] == pytest.approx(p.min() * network.candidate_count)


@pytest.mark.parametrize(
    ("sort", "first"),
    [("count", "Anna"), ("b", "Anna"), ("p_value", "Anna"), (["document_count", "a"], "Anna")],
    ids=str,
)
def test_pairs_are_sorted_by_columns(network, sort, first):
    assert network.pairs(sort=sort)["a"][0] == first


def test_the_largest_comes_first_but_for_p_and_q(network):
    by_p = network.pairs(sort="p_value")["p_value"].tolist()
    assert by_p == sorted(by_p)
    by_expected = network.pairs(sort="expected")["expected"].tolist()
    assert by_expected == sorted(by_expected, reverse=True)


@pytest.mark.parametrize("name", ["Anna", "person"])
def test_a_pair_is_the_same_both_ways(network, name):
    if name == "Anna":
        there, back = network["Anna", "Berta"], network["Berta", "Anna"]
    else:
        there, back = network[("Anna", name), ("Berta", name)], network["Berta", "Anna"]
    assert there.count == back.count == 4
    one, other = there.evidence(), back.evidence()
    assert list(one["text"]) == list(other["text"])
    assert list(one["a_start"]) == list(other["b_start"])
    assert len(there.evidence(top=2)) == 2


def test_a_pair_that_never_met_is_empty(network):
    pair = network["Anna", "Dresden"]
    assert (pair.count, len(pair.evidence())) == (0, 0)
    assert tuple(pair.contingency) == (0, 5, 1, 3)


def test_unknown_items_are_refused_with_near_ones():
    network = wf.read(texts=["Nvidia und OpenAI."], language="de").cooccurrence(min_count=1)
    with pytest.raises(UnknownName, match="did you mean 'nvidia'"):
        network["nvida", "openai"]
    with pytest.raises(UnknownName):
        network[("nvidia", "person"), "openai"]
    with pytest.raises(BadArgument, match="itself"):
        network.contingency("nvidia", "nvidia")
    with pytest.raises(TypeError, match="two items"):
        network["nvidia"]
    with pytest.raises(TypeError):
        network["nvidia", 5]


def test_items_of_one_name_are_told_apart_by_kind():
    rows = [
        {"entity": "Paris", "kind": "place", "alias": "Paris", "id": "Q90"},
        {"entity": "Paris", "kind": "person", "alias": "Priamos Sohn", "id": "Q167646"},
        {"entity": "Troja", "kind": "place", "alias": "Troja"},
    ]
    corpus = wf.read(texts=["Priamos Sohn kam nach Troja. Paris ist schön."], language="de")
    network = corpus.mentions(rows).cooccurrence()
    assert network[("Paris", "person"), "Troja"].count == 1
    assert network[("Paris", "place"), "Troja"].count == 0
    with pytest.raises(BadArgument, match="2 items; add the kind"):
        network["Paris", "Troja"]


def test_two_items_of_one_name_and_kind_are_refused_and_not_mixed():
    rows = [
        {"entity": "Neustadt", "kind": "place", "alias": "Neustadt an der Aisch", "id": "1"},
        {"entity": "Neustadt", "kind": "place", "alias": "Neustadt am Rübenberge", "id": "2"},
    ]
    text = "Neustadt an der Aisch grüßt Neustadt am Rübenberge."
    network = wf.read(texts=[text], language="de").mentions(rows).cooccurrence()
    assert pairs_of(network.pairs()) == [("Neustadt", "Neustadt", 1)]
    with pytest.raises(BadArgument, match="2 items"):
        network[("Neustadt", "place"), ("Neustadt", "place")]


def test_kinds_choose_the_nodes(mentions):
    assert set(mentions.cooccurrence(kinds="person").nodes()["entity"]) == {"Anna", "Berta"}
    assert len(mentions.cooccurrence(kinds=["person", "place"])) == 3


def test_evidence_shows_the_nearest_mentions():
    text = "Anna und Anna sahen Berta, Berta und Cortex."
    network = wf.read(texts=[text], language="de").mentions(ROWS).cooccurrence()
    (row,) = network["Anna", "Berta"].evidence().rows()
    assert (row["a_start"], row["b_start"]) == (9, 20)
    (row,) = network["Cortex", "Berta"].evidence().rows()
    assert (row["a_start"], row["b_start"]) == (37, 27)
    assert (row["start"], row["end"], row["text"]) == (0, len(text), text)


def test_equally_near_mentions_are_those_that_come_first():
    text = "Berta Anna Berta Anna"
    network = wf.read(texts=[text], language="de").mentions(ROWS).cooccurrence()
    (row,) = network["Anna", "Berta"].evidence().rows()
    assert (row["a_start"], row["b_start"]) == (6, 0)
    (row,) = network["Berta", "Anna"].evidence().rows()
    assert (row["a_start"], row["b_start"]) == (0, 6)


def test_larger_units_have_no_sentence_and_documents_no_expectation_within(mentions):
    for context in ("paragraph", "document"):
        network = mentions.cooccurrence(context)
        assert set(network["Anna", "Berta"].evidence()["sentence"].tolist()) != {0}
        assert all(row["sentence"] is None for row in network["Anna", "Berta"].evidence().rows())
    within = [row["expected_within"] for row in mentions.cooccurrence("document").pairs().rows()]
    assert set(within) == {None}


def test_terms_are_nodes_as_the_layer_spells_them():
    corpus = wf.read(texts=["Der CHIP und der Strom. Chip ohne Strom."], language="de")
    folded = corpus.cooccurrence(["Chip", "STROM"])
    assert set(folded.nodes()["entity"]) == {"chip", "strom"}
    assert folded["chip", "strom"].count == 2
    surface = corpus.cooccurrence(["CHIP", "Strom"], layer="surface")
    assert surface["CHIP", "Strom"].count == 1
    with pytest.raises(UnknownName, match="chip"):
        corpus.cooccurrence("chips")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"context": "sentences"}, BadArgument),
        ({"context": None}, BadArgument),
        ({"zones": "nothing"}, BadArgument),
        ({"kinds": 5}, TypeError),
    ],
    ids=str,
)
def test_networks_refuse_what_means_nothing(mentions, arguments, error):
    with pytest.raises(error):
        mentions.cooccurrence(**arguments)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"measures": "nothing"}, UnknownName),
        ({"measures": 5}, TypeError),
        ({"sort": "nothing"}, UnknownName),
        ({"max_q": 2}, BadArgument),
        ({"max_q": math.nan}, BadArgument),
        ({"min_count": -1}, BadArgument),
        ({"top": 1.5}, TypeError),
        ({"test": "chi"}, BadArgument),
        ({"adjust": "none"}, BadArgument),
    ],
    ids=str,
)
def test_pairs_refuse_what_means_nothing(network, arguments, error):
    with pytest.raises(error):
        network.pairs(**arguments)


def test_provenance_has_the_context_and_the_number_of_candidates(network):
    made = network.pairs(top=1).provenance
    assert made["context"] == "sentence"
    assert made["zones"] == ("title", "lead", "heading", "body")
    assert (made["parameters"]["candidates"], made["parameters"]["units"]) == (6, 9)
