"""Parts of a corpus answer as if their documents alone had been read."""

import datetime

import numpy as np
import pytest
import wortfeld as wf
from checks import small
from hypothesis import given, settings
from hypothesis import strategies as st
from wortfeld.errors import BadArgument, UnknownName

TEXTS = ["Der Chip kommt.", "Die Chips von Zeta kosten 3 Mio. Euro.", "", "Strom und Chip."]
METADATA = {
    "source": ["36kr", "Heise", None, "36kr"],
    "date": [datetime.date(2026, 3, 1), None, None, datetime.date(2026, 4, 1)],
    "year": [2025, 2026, 2025, None],
}


@pytest.fixture(scope="module")
def corpus():
    return wf.read(texts=TEXTS, language="de", metadata=METADATA)


def ids(corpus):
    return corpus.documents()["document"].tolist()


def answers(corpus):
    """Every table of a corpus, and its numbers."""
    mentions = corpus.mentions(small.GAZETTEER)
    tables = {
        "documents": corpus.documents(),
        "sentences": corpus.sentences(),
        "zones": corpus.zones(),
        "breaking off": corpus.breaking_off(),
        "warnings": corpus.warnings,
        "terms": corpus.terms(),
        "surfaces": corpus.terms(layer="surface", zones="all"),
        "stems": corpus.terms(layer=wf.layer("stem", language="de"), stopwords=["und"]),
        "concordance": corpus.concordance("z*"),
        "mentions": mentions.table(),
        "entities": mentions.entities(),
        "reference dates": mentions.reference_dates(),
        "entity nodes": mentions.cooccurrence().nodes(),
        "entity pairs": mentions.cooccurrence("paragraph").pairs(),
        "term nodes": corpus.cooccurrence(min_count=1).nodes(),
        "term pairs": corpus.cooccurrence(min_count=1).pairs(),
    }
    found = {name: repr(table.rows()) for name, table in tables.items()}
    for document in ids(corpus):
        found["tokens", document] = repr(corpus.tokens(document).rows())
        found["text", document] = corpus.text(document)
    found["sizes"] = (len(corpus), corpus.token_count, corpus.word_count, corpus.term_count)
    found["languages"] = (corpus.languages, corpus.fingerprint)
    return found


@settings(max_examples=25)
@given(
    texts=st.lists(small.document, min_size=1, max_size=5),
    kept=st.lists(st.booleans(), min_size=5, max_size=5),
)
def test_a_part_answers_as_if_its_documents_alone_had_been_read(texts, kept):
    languages = ["de", "en", "de", "tr", "de"]
    whole = wf.read(texts=texts, language=dict(zip("01234", languages, strict=True)))
    mask = kept[: len(texts)]
    chosen = [place for place, keep in enumerate(mask) if keep]
    alone = wf.read(
        texts=[texts[place] for place in chosen],
        ids=[str(place) for place in chosen],
        language={str(place): languages[place] for place in chosen},
    )
    part = whole.where(mask)
    expected, found = answers(alone), answers(part)
    assert found == expected
    again = whole.where({"document": ids(part)} if chosen else mask)
    assert answers(again)["terms"] == expected["terms"]


def test_a_part_is_told_of_the_languages_of_its_documents_alone():
    texts = {"a": "Der Chip.", "b": "チップ。", "c": "Çip."}
    whole = wf.read(texts, language={"a": "de", "b": "ja"})
    assert len(whole.warnings) == 2
    for chosen, words in (("a", []), ("b", ["'ja'"]), ("c", ["no language"]), ("ab", ["'ja'"])):
        rows = whole.where({"document": list(chosen)}).warnings.rows()
        assert len(rows) == len(words)
        for row, word in zip(rows, words, strict=True):
            assert word in row["message"]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        ({"source": "36kr"}, ["0", "3"]),
        ({"source": ["Heise", "36kr"]}, ["0", "1", "3"]),
        ({"source": None}, ["2"]),
        ({"source": "36kr", "year": 2025}, ["0"]),
        ({"year": {2025, 2026}}, ["0", "1", "2"]),
        ({"year": np.int64(2026)}, ["1"]),
        ({"date": datetime.date(2026, 4, 1)}, ["3"]),
        ({"language": "de", "document": "1"}, ["1"]),
        ({}, ["0", "1", "2", "3"]),
        ([True, False, False, True], ["0", "3"]),
        (np.array([False, False, False, False]), []),
        (lambda row: row["word_count"] > 3, ["1"]),
    ],
)
def test_documents_are_chosen_by_values_truths_and_functions(corpus, selection, expected):
    part = corpus.where(selection)
    assert ids(part) == expected
    assert len(part) == len(expected)


def test_masks_may_be_series(corpus):
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    frame = corpus.documents().to_pandas()
    assert ids(corpus.where(frame["word_count"] > 3)) == ["1"]
    assert ids(corpus.where(corpus.documents().to_polars()["word_count"] > 3)) == ["1"]
    with pytest.raises(TypeError, match="at place 1"):
        corpus.where(pandas.Series([True, None, True, False], dtype="boolean"))
    assert ids(corpus.where(polars.Series([False, True, False, True]))) == ["1", "3"]


@pytest.mark.parametrize(
    ("selection", "error", "message"),
    [
        ([True], BadArgument, "1 truth values for 4 documents"),
        ([0, 1, 0, 1], TypeError, "has 0 of type int at place 0"),
        ([True, None, True, True], TypeError, "has None of type NoneType at place 1"),
        ("36kr", TypeError, "not str"),
        (5, TypeError, "not int"),
        (lambda row: 1, TypeError, "returned 1 for document '0'"),
        ({"sourc": "36kr"}, UnknownName, "no column 'sourc'; did you mean 'source'"),
        ({"source": "36kz"}, UnknownName, "no document has source '36kz'; did you mean '36kr'"),
        ({"source": 36}, TypeError, "column 'source' holds str, got 36 of type int"),
        ({"year": "2025"}, TypeError, "column 'year' holds int, got '2025' of type str"),
        ({"year": 1999}, UnknownName, "no document has year 1999"),
        ({5: "a"}, TypeError, "the name of a column must be a str"),
    ],
)
def test_bad_selections_are_errors(corpus, selection, error, message):
    with pytest.raises(error, match=message):
        corpus.where(selection)


def test_a_split_has_a_corpus_for_each_value_and_for_none(corpus):
    parts = corpus.split(by="source")
    assert list(parts) == ["36kr", "Heise", None]
    assert [ids(part) for part in parts.values()] == [["0", "3"], ["1"], ["2"]]
    assert sum(part.token_count for part in parts.values()) == corpus.token_count
    assert list(corpus.split(by="language")) == ["de"]
    with pytest.raises(UnknownName, match="did you mean 'source'"):
        corpus.split(by="sources")


def test_a_sample_is_the_same_everywhere():
    corpus = wf.read(texts=["Wort"] * 40, language="de")
    drawn = ids(corpus.sample(5, seed=1))
    assert drawn == ["14", "16", "20", "24", "29"]
    assert set(drawn) <= set(ids(corpus.sample(9, seed=1)))
    assert ids(corpus.sample(5, seed=2)) != drawn
    assert ids(corpus.sample(40)) == ids(corpus)
    assert len(corpus.sample(0)) == 0


def test_samples_hit_every_document_about_as_often():
    corpus = wf.read(texts=["Wort"] * 10, language="de")
    hits = dict.fromkeys(ids(corpus), 0)
    for seed in range(300):
        for document in ids(corpus.sample(3, seed=seed)):
            hits[document] += 1
    assert sum(hits.values()) == 900
    assert all(60 <= count <= 120 for count in hits.values())


@pytest.mark.parametrize(
    ("n", "seed", "error"),
    [(5, 0, BadArgument), (-1, 0, BadArgument), (1, -1, BadArgument), (0.5, 0, TypeError),
     (1, 1 << 64, BadArgument), (1, "a", TypeError)],
)  # fmt: skip
def test_bad_samples_are_errors(corpus, n, seed, error):
    with pytest.raises(error):
        corpus.sample(n, seed=seed)


def test_parts_of_parts_say_how_they_were_chosen(corpus):
    part = corpus.where({"source": "36kr"}).sample(1, seed=3)
    steps = part.terms().provenance["selection"]
    assert steps == (
        "where({'source': '36kr'}): 2 of 4 documents",
        "sample(1, seed=3): 1 of 2 documents",
    )
    assert "selection" not in corpus.terms().provenance
    assert part.mentions().table().provenance["selection"] == steps


def test_an_empty_part_is_an_empty_corpus(corpus):
    empty = corpus.where([False] * 4)
    assert (len(empty), empty.token_count, len(empty.terms())) == (0, 0, 0)
    assert len(empty.cooccurrence().pairs()) == 0
    assert empty.documents().columns == corpus.documents().columns
    assert len(empty.terms(layer="stem")) == 0
