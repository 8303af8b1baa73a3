"""Every count, table, test and piece of evidence is rebuilt from the tokens and mentions alone."""

import pytest
import wortfeld as wf
from checks import small
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import corpus as oracle
from oracle import network as networks

CONTEXTS = ("sentence", "paragraph", "document")
MEASURES = ("log_likelihood", "pmi", "npmi", "log_odds", "dice", "log_dice", "jaccard")
EXACT = ("a", "b", "kind_a", "kind_b", "count", "document_count")
CLOSE = ("expected", "expected_within", *MEASURES, "p_value", "log10_p", "q_value")


def assert_terms_are_recounted(corpus):
    for layer in ("folded", "surface"):
        assert list(corpus.terms(layer=layer).rows()) == oracle.terms(corpus, layer=layer)
    every = {row["zone"] for row in corpus.sentences().rows()}
    assert list(corpus.terms(zones="all").rows()) == oracle.terms(corpus, zones=every)
    assert corpus.term_count == len(oracle.terms(corpus))
    assert corpus.word_count == len(oracle.words(corpus, every))


def assert_network_is_recounted(network, expected):
    assert network.unit_count == len(expected.units)
    assert network.candidate_count == expected.candidates
    assert list(network.nodes().rows()) == expected.nodes()
    found = list(network.pairs(measures=MEASURES).rows())
    wanted = expected.pairs(MEASURES)
    assert [[row[name] for name in EXACT] for row in found] == [
        [row[name] for name in EXACT] for row in wanted
    ]
    for name in CLOSE:
        assert_numbers_agree([row[name] for row in found], [row[name] for row in wanted])
    for row in wanted:
        a, b = (row["a"], row["kind_a"]), (row["b"], row["kind_b"])
        assert_pair_is_recounted(network, expected, a, b)


def assert_numbers_agree(found, wanted):
    assert [value is None for value in found] == [value is None for value in wanted]
    numbers = [value for value in wanted if value is not None]
    assert [value for value in found if value is not None] == pytest.approx(
        numbers, rel=1e-9, abs=1e-12, nan_ok=True
    )


def assert_pair_is_recounted(network, expected, a, b):
    table = expected.table(a, b)
    found = network.contingency(a, b)
    assert tuple(found) == (table.o11, table.o12, table.o21, table.o22)
    assert (found.r1, found.r2, found.c1, found.c2) == (table.r1, table.r2, table.c1, table.c2)
    assert found.n == table.n
    assert found.e11 == pytest.approx(table.r1 * table.c1 / table.n)
    assert list(network[a, b].evidence().rows()) == expected.evidence(a, b)
    turned = network.contingency(b, a)
    assert tuple(turned) == (table.o11, table.o21, table.o12, table.o22)


def test_the_terms_of_the_seeds_are_recounted(seeds):
    assert_terms_are_recounted(seeds)


def test_the_entities_of_the_seeds_are_recounted(seed_mentions):
    assert list(seed_mentions.entities().rows()) == oracle.entities(seed_mentions)


@pytest.mark.parametrize("context", CONTEXTS)
def test_the_network_of_the_seeds_is_recounted(seeds, seed_mentions, context):
    network = seed_mentions.cooccurrence(context)
    assert_network_is_recounted(network, networks.entity_network(seeds, seed_mentions, context))


def test_a_network_of_names_and_quantities_is_recounted(seeds, seed_mentions):
    kinds = ["organisation", "money", "date"]
    network = seed_mentions.cooccurrence("paragraph", kinds=kinds)
    expected = networks.entity_network(seeds, seed_mentions, "paragraph", kinds=kinds)
    assert_network_is_recounted(network, expected)


def test_a_network_of_all_zones_is_recounted(seeds, seed_mentions):
    every = set(seeds.sentences()["zone"])
    network = seed_mentions.cooccurrence("sentence", zones="all")
    assert_network_is_recounted(network, networks.entity_network(seeds, seed_mentions, zones=every))


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_network_of_terms_is_recounted(seeds, context):
    network = seeds.cooccurrence(context=context, min_count=60)
    assert_network_is_recounted(network, networks.term_network(seeds, context, min_count=60))


def test_pairs_that_never_met_have_tables_and_no_evidence(seeds, seed_mentions):
    expected = networks.entity_network(seeds, seed_mentions)
    network = seed_mentions.cooccurrence()
    a, b = ("Houston", "place"), ("OpenAI", "organisation")
    assert expected.table(a, b).o11 == 0
    assert_pair_is_recounted(network, expected, a, b)


@settings(max_examples=25, deadline=None)
@given(
    texts=small.documents,
    context=st.sampled_from(CONTEXTS),
    language=st.sampled_from(["de", "en"]),
    detect_zones=st.booleans(),
)
def test_small_corpora_are_recounted(texts, context, language, detect_zones):
    corpus = wf.read(texts=texts, language=language, detect_zones=detect_zones)
    assert_terms_are_recounted(corpus)
    mentions = corpus.mentions(small.GAZETTEER)
    assert list(mentions.entities().rows()) == oracle.entities(mentions)
    assert_network_is_recounted(
        mentions.cooccurrence(context), networks.entity_network(corpus, mentions, context)
    )
    assert_network_is_recounted(
        corpus.cooccurrence(context=context, min_count=2),
        networks.term_network(corpus, context, min_count=2),
    )
