"""Stop words and kinds of token: filters that leave positions and totals alone."""

import copy
import pickle

import pytest
import wortfeld as wf
from wortfeld._core import fold
from wortfeld.errors import BadArgument

CORPUS = ["Der Chip und der Preis: 5 Chips, 12 % – UND!"]


@pytest.fixture(scope="module")
def corpus():
    return wf.read(texts=CORPUS, language="de")


def column(table, name):
    return table[name].tolist()


@pytest.mark.parametrize("language", ["de", "en"])
def test_lists_are_folded_words_each_of_one_token(language):
    words = wf.stopwords(language)
    assert len(words) > 300
    assert [word for word in words if fold(word) != word] == []
    corpus = wf.read(texts=sorted(words), language=language)
    assert [d["document"] for d in corpus.documents().rows() if d["token_count"] != 1] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "der die das dem den des ein eine einem eines und oder nicht ist sind war wäre hat"),
        (
            "de",
            "hätten wird würden kann können müssen dürfte mein meiner unserem dieses wobei",
        ),
        ("en", "the a an and or not is are was were be been being have has had having do does did"),
        ("en", "would should could ought mine yours themselves which whose whom i'm don't won't"),
    ],
)
def test_lists_have_all_forms_of_function_words(language, words):
    assert set(words.split()) <= wf.stopwords(language)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "zeit jahr mensch chip kaufen macht recht gut groß neu million prozent deutschland"),
        ("en", "time year people chip buy go good great new million percent germany"),
    ],
)
def test_lists_have_no_words_of_content(language, words):
    assert not set(words.split()) & wf.stopwords(language)


def test_a_list_says_what_it_is_and_cannot_change():
    words = wf.stopwords("de-AT")
    assert repr(words) == "wf.stopwords('de')"
    assert words is wf.stopwords("DE")
    assert pickle.loads(pickle.dumps(words)) == words == copy.deepcopy(words)
    assert not hasattr(words, "add")


def test_an_unknown_language_is_an_error_that_names_the_known_ones():
    with pytest.raises(BadArgument, match="language 'fr', only for 'de', 'en'"):
        wf.stopwords("fr")
    with pytest.raises(TypeError, match="language must be a str, not int"):
        wf.stopwords(5)


def test_stop_words_are_not_counted_but_stay_in_the_total(corpus):
    everything = corpus.terms()
    filtered = corpus.terms(stopwords=wf.stopwords("de"))
    assert column(filtered, "term") == ["12", "5", "chip", "chips", "preis"]
    assert filtered.row("chip") == everything.row("chip")
    assert filtered.provenance["excluded"] == {"stopwords": 4}
    assert filtered.provenance["parameters"]["stopwords"] == "wf.stopwords('de')"
    assert everything.provenance["excluded"] == {}


@pytest.mark.parametrize("words", [["DER", "Und"], ("der", "und"), {"der": 1, "und": 2}])
def test_any_words_may_be_left_out_in_any_case(corpus, words):
    assert column(corpus.terms(stopwords=words), "term") == ["12", "5", "chip", "chips", "preis"]
    assert column(corpus.terms(stopwords=iter(words), top=1), "term") == ["12"]


def test_stop_words_are_matched_by_their_folded_form_whatever_the_layer(corpus):
    surfaces = column(corpus.terms(layer="surface", stopwords=["und"]), "term")
    assert not {"und", "UND"} & set(surfaces)
    stems = corpus.terms(layer="stem", stopwords=["chips"]).row("chip")
    assert (stems["count"], stems["form"]) == (1, "Chip")


def test_provenance_shows_short_lists_and_counts_long_ones(corpus):
    short = corpus.terms(stopwords={"und", "der"}).provenance
    assert short["parameters"]["stopwords"] == ("der", "und")
    long = corpus.terms(stopwords=wf.stopwords("de") | {"chip"}).provenance
    assert long["parameters"]["stopwords"].startswith(f"{len(wf.stopwords('de')) + 1} words, ")
    assert len(long["call"]) < 300


def test_kinds_decide_what_is_counted(corpus):
    words = corpus.terms(kinds=("word",))
    assert column(words, "term") == ["der", "und", "chip", "chips", "preis"]
    assert words.provenance["excluded"] == {"kinds": 2}
    assert column(corpus.terms(kinds="number"), "term") == ["12", "5"]
    marks = corpus.terms(kinds=["punctuation", "symbol"])
    assert sorted(column(marks, "term")) == ["!", "%", ",", ":", "–"]
    assert marks.row("!")["per_million"] == 1e6 / corpus.word_count
    assert marks.provenance["excluded"] == {"kinds": corpus.word_count}


def test_filters_leave_units_of_co_occurrence_alone():
    corpus = wf.read(texts=["Chip und 5. Und so. Chip."], language="de")
    network = corpus.cooccurrence(min_count=1, stopwords=["und"], kinds="word")
    assert sorted(column(network.nodes(), "entity")) == ["chip", "so"]
    assert network.unit_count == 3
    assert network.contingency("chip", "so").n == 3
    assert network.pairs().provenance["excluded"] == {"kinds": 1, "stopwords": 2}


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"stopwords": "de"}, TypeError, r"stopwords takes words, not 'de'; wf\.stopwords\('de'\)"),
        ({"stopwords": 5}, TypeError, "stopwords must be words, not int"),
        ({"stopwords": ["a", 5]}, TypeError, "a stop word must be a str, not int"),
        ({"stopwords": ["\ud800"]}, BadArgument, "lone surrogate"),
        ({"kinds": []}, BadArgument, "kinds is empty"),
        ({"kinds": "words"}, BadArgument, "did you mean 'word'"),
        ({"kinds": 5}, TypeError, "kinds must be a text or a list"),
    ],
)
def test_bad_filters_are_errors(corpus, options, error, message):
    with pytest.raises(error, match=message):
        corpus.terms(**options)
    with pytest.raises(error, match=message):
        corpus.cooccurrence(**options)
