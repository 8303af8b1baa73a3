"""The corpus: what it knows of its documents, how it answers, what it refuses."""

import threading

import numpy as np
import pytest
import wortfeld as wf
from wortfeld import BadArgument, UnknownName

TEXTS = ["Der Chip kommt. Zwei Chips gehen.", "Die CHIPS und der Chip, die Straße."]


ARTICLE = """Der Markt für Chips wächst weiter

Bo Li2025-10-22 10:42
Ein Vorspann sagt, worum es geht.

Ein Absatz steht hier, der lang genug ist, um mit dem Titel nicht verwechselt zu werden, und der
deshalb nicht so bald aufhört. Und noch ein Satz steht da, damit der Text unter dem Titel wächst.

01

Noch ein Absatz steht hier, damit es weitergeht."""


@pytest.fixture(scope="module")
def corpus():
    return wf.read(texts=TEXTS, ids=["a", "b"], language="de")


def column(table, name):
    return list(table[name])


# --- itself ---------------------------------------------------------------------------------------


def test_it_knows_its_size_and_its_documents(corpus):
    assert len(corpus) == corpus.document_count == 2
    assert "a" in corpus
    assert "c" not in corpus
    assert 0 not in corpus
    assert corpus.token_count == sum(corpus.documents()["token_count"]) == 17
    assert corpus.word_count == sum(corpus.documents()["word_count"]) == 13
    assert corpus.term_count == len(corpus.terms()) == 9


def test_it_has_no_order_of_its_own_to_go_through(corpus):
    with pytest.raises(TypeError, match="not iterable"):
        iter(corpus)
    with pytest.raises(TypeError, match="read"):
        wf.Corpus()


def test_a_document_that_is_not_there_has_near_ones():
    corpus = wf.read(texts=["x"], ids=["artikel-2025"], language="de")
    for call in (corpus.text, corpus.tokens, corpus.sentences):
        with pytest.raises(UnknownName, match="artikel-2025") as caught:
            call("artikel2025")
        assert caught.value.suggestions == ("artikel-2025",)
        with pytest.raises(TypeError):
            call(5)


def test_documents_are_found_by_short_ids_in_large_and_small_corpora():
    for size in (1, 2, 3, 5, 100):
        names = [str(i) for i in range(size)]
        corpus = wf.read(texts=names, ids=names, language="de")
        assert [corpus.text(name) for name in names] == names


def test_the_fingerprint_tells_corpora_apart():
    def fingerprint(texts, **options):
        return wf.read(texts=texts, **{"language": "de"} | options).fingerprint

    same = fingerprint(["ab", "c"])
    assert same == fingerprint(["ab", "c"])
    others = [
        fingerprint(["a", "bc"]),
        fingerprint(["c", "ab"]),
        fingerprint(["ab", "c"], ids=["x", "y"]),
        fingerprint(["ab", "c"], language="en"),
    ]
    assert len({same, *others}) == 5
    assert len(same) == 16


def test_an_empty_corpus_has_empty_tables():
    corpus = wf.read(texts=[], language="de")
    assert len(corpus) == corpus.token_count == corpus.term_count == 0
    tables = (corpus.documents(), corpus.sentences(), corpus.terms(), corpus.concordance("x"))
    assert [len(table) for table in tables] == [0, 0, 0, 0]
    network = corpus.mentions().cooccurrence()
    assert (network.unit_count, network.candidate_count, len(network.pairs())) == (0, 0, 0)


def test_eight_threads_may_ask_at_once(corpus):
    answers = []

    def ask():
        answers.append(
            [
                list(corpus.terms().rows()),
                list(corpus.terms(layer="surface").rows()),
                list(corpus.concordance("chip*").rows()),
                list(corpus.cooccurrence(min_count=1).pairs().rows()),
            ]
        )

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert all(answer == answers[0] for answer in answers)


# --- terms ----------------------------------------------------------------------------------------


def test_terms_join_forms_that_differ_in_case(corpus):
    chips = corpus.terms().row("chips")
    assert (chips["form"], chips["count"], chips["document_count"]) == ("Chips", 2, 2)
    assert chips["per_million"] == pytest.approx(2e6 / 13)
    assert corpus.terms().row("straße")["form"] == "Straße"
    assert set(column(corpus.terms(layer="surface"), "term")) > {"Chips", "CHIPS", "der", "Der"}


def test_terms_come_by_count_then_by_bytes(corpus):
    counts = corpus.terms()
    rows = [(-row["count"], row["term"].encode()) for row in counts.rows()]
    assert rows == sorted(rows)
    assert column(corpus.terms(top=3), "term") == column(counts, "term")[:3]
    assert len(corpus.terms(top=0)) == 0


def test_rare_terms_are_left_out_and_counted(corpus):
    counts = corpus.terms(min_count=2)
    assert min(counts["count"]) == 2
    left_out = int(np.sum(corpus.terms()["count"] < 2))
    assert counts.provenance["excluded"] == {"min_count": left_out}


def test_zones_decide_what_is_counted():
    corpus = wf.read(texts=[ARTICLE], language="de")
    assert "01" not in column(corpus.terms(), "term")
    assert "01" in column(corpus.terms(zones="all"), "term")
    assert column(corpus.terms(zones="section_number"), "term") == ["01"]
    titles = corpus.terms(zones=["title"])
    assert sum(titles["per_million"]) == pytest.approx(1e6)
    assert titles.provenance["zones"] == ("title",)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"layer": "folde"}, BadArgument),
        ({"layer": 5}, TypeError),
        ({"n": 2}, BadArgument),
        ({"min_count": 0}, BadArgument),
        ({"min_count": 1.5}, TypeError),
        ({"zones": "boddy"}, BadArgument),
        ({"zones": []}, BadArgument),
        ({"top": -1}, BadArgument),
    ],
    ids=str,
)
def test_terms_refuse_what_means_nothing(corpus, arguments, error):
    with pytest.raises(error):
        corpus.terms(**arguments)


# --- concordance ----------------------------------------------------------------------------------


def test_a_pattern_is_a_word_or_the_beginning_of_one(corpus):
    assert column(corpus.concordance("chips"), "match") == ["Chips", "CHIPS"]
    assert column(corpus.concordance("CHIP*"), "match") == ["Chip", "Chips", "CHIPS", "Chip"]
    assert column(corpus.concordance("STRAßE"), "match") == ["Straße"]
    assert len(corpus.concordance("nichts")) == 0
    assert len(corpus.concordance("chip*", top=2)) == 2


@pytest.mark.parametrize("pattern", ["", "*", "der Chip", "ch*p"])
def test_other_patterns_are_refused(corpus, pattern):
    with pytest.raises(BadArgument, match="pattern"):
        corpus.concordance(pattern)


def test_lines_are_sorted_by_what_stands_beside_them():
    corpus = wf.read(texts=["A Chip z.", "c Chip Y.", "B chips x."], language="de")

    def order(sort):
        return column(corpus.concordance("chip*", sort=sort), "document")

    assert order(None) == ["0", "1", "2"]
    assert order("before1") == ["0", "2", "1"]
    assert order("after1") == ["2", "1", "0"]
    assert order("match") == ["0", "1", "2"]
    assert column(corpus.concordance("chip*", sort="after1", top=1), "document") == ["2"]
    with pytest.raises(BadArgument, match="before1"):
        order("before")


def test_contexts_are_sixty_code_points_of_the_document_on_one_line():
    text = "🙂" * 70 + " a\r\nb Chip\nc " + "ü" * 70
    line = next(iter(wf.read(texts=[text], language="de").concordance("chip").rows()))
    assert len(line["before"]) == len(line["after"]) == 60
    assert line["before"].endswith(" a  b ")
    assert line["after"].startswith(" c ")


# --- tables ---------------------------------------------------------------------------------------


def test_titles_and_headings_are_units_of_their_own():
    rows = list(wf.read(texts=[ARTICLE], language="de").sentences().rows())
    assert [row["zone"] for row in rows] == [
        "title", "byline", "timestamp", "lead", "body", "body", "section_number", "body",
    ]  # fmt: skip
    paragraphs = [row["paragraph"] for row in rows if row["zone"] in {"title", "lead", "body"}]
    assert paragraphs[0] < paragraphs[1] < paragraphs[2] == paragraphs[3] < paragraphs[4]


def test_provenance_tells_how_a_table_came_about(corpus):
    made = corpus.terms(top=3).provenance
    assert set(made) >= {
        "version", "rules", "unicode", "language", "layer", "zones", "context",
        "parameters", "excluded", "corpus", "call",
    }  # fmt: skip
    assert made["corpus"] == corpus.fingerprint
    assert made["language"] == ("de",)
    assert made["zones"] == ("title", "lead", "heading", "body")
    assert made["layer"] == "folded"
    assert made["call"].startswith("corpus.terms(")
    assert "threads" not in str(dict(made))
    assert corpus.sentences().provenance["zones"] == "all"
