"""What words count as: built-in layers, functions, mappings, in one language and in several."""

import functools
import sys
import threading
from pathlib import Path

import pytest
import Stemmer
import wortfeld as wf
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import layers as oracle
from wortfeld._core import fold
from wortfeld.errors import BadArgument, UnknownName

LEXICON = Path(__file__).parents[3] / "shared" / "data" / "lexicons"
GERMAN = Stemmer.Stemmer("german", 0)
ENGLISH = Stemmer.Stemmer("english", 0)
STEMMERS = {"de": GERMAN, "de-AT": GERMAN, "en": ENGLISH}


def column(table, name):
    return table[name].tolist()


def stem(surface, language):
    return STEMMERS[language].stemWord(fold(surface))


# -- the layers one by one


def test_stems_join_the_forms_of_a_word_and_show_the_commonest():
    corpus = wf.read(texts=["Der Markt. Die Märkte der Märkte. MÄRKTE!"], language="de")
    row = corpus.terms(layer="stem").row("markt")
    assert (row["count"], row["form"]) == (4, "Märkte")


def test_equally_common_forms_show_the_first():
    corpus = wf.read(texts=["Märkte Markt MARKT", "Markt Märkte"], language="de")
    assert corpus.terms(layer="stem").row("markt")["form"] == "Märkte"
    assert corpus.terms(layer="folded").row("markt")["form"] == "Markt"


def test_documents_of_mixed_languages_are_stemmed_each_by_its_own():
    texts = ["die Argumente", "the arguments die", "die argumente"]
    languages = {"0": "de-AT", "1": "en", "2": "de"}
    corpus = wf.read(texts=texts, language=languages)
    counts = {row["term"]: row["count"] for row in corpus.terms(layer="stem").rows()}
    assert counts == {"die": 3, "argument": 2 + 1, "the": 1}
    rows, _ = oracle.terms(corpus, stem)
    assert corpus.terms(layer="stem").rows() == rows


@pytest.mark.parametrize("code", ["de", "en", "fr", "ru", "nb", "pt-BR", "deu"])
def test_stemmers_are_found_by_code(code):
    assert len(wf.read(texts=["Wort"], language=code).terms(layer="stem")) == 1


def test_a_missing_language_is_an_error_that_says_what_to_do():
    corpus = wf.read(texts=["Der Chip.", "The chip."], ids=["a", "b"], language={"a": "de"})
    with pytest.raises(BadArgument, match=r"1 of 2 have none \(the first is 'b'\).*wf\.layer\("):
        corpus.terms(layer="stem")
    assert len(corpus.terms(layer=wf.layer("stem", language="de"))) == 3


def test_a_language_without_stemmer_is_an_error_that_names_those_there_are():
    corpus = wf.read(texts=["寿司"], language="ja")
    with pytest.raises(BadArgument, match=r"'stem' for language 'ja', only for arabic, .*german"):
        corpus.terms(layer="stem")


def test_one_document_of_another_language_can_be_left_out():
    corpus = wf.read(texts=["Die Häuser.", "寿司"], language={"0": "de", "1": "ja"})
    with pytest.raises(BadArgument, match=r"corpus\.where\({'language': 'de'}\)"):
        corpus.terms(layer="stem")
    rest = corpus.where({"language": "de"})
    assert column(rest.terms(layer="stem"), "term") == ["die", "haus"]


def test_documents_without_words_need_no_language():
    corpus = wf.read(texts=["Der Chip.", "…", ""], language={"0": "de"})
    assert column(corpus.terms(layer="stem"), "term") == ["chip", "der"]


def test_a_curly_apostrophe_is_one_for_the_stemmer():
    corpus = wf.read(texts=["Nvidia’s and Nvidia's"], language="en")
    assert corpus.terms(layer="stem").row("nvidia")["count"] == 2


def test_stems_of_the_german_snowball_list():
    if not LEXICON.is_dir():
        pytest.skip("the Snowball word list is not part of the project")
    words = (LEXICON / "snowball_german_voc.txt").read_text(encoding="utf-8").split()
    stems = (LEXICON / "snowball_german_output.txt").read_text(encoding="utf-8").split()
    assert len(words) == len(stems) == 35033
    layer = wf.layer("stem", language="de")
    assert layer._rule.values(words, "de") == stems
    # And through a corpus: a word that is one token counts as its stem.
    corpus = wf.read(texts=["\n\n".join(words)], language="de", detect_zones=False)
    expected = {}
    whole = {word for word in words if "'" not in word}
    for word, value in zip(words, stems, strict=True):
        if word in whole:
            expected[value] = expected.get(value, 0) + 1
    counts = {row["term"]: row["count"] for row in corpus.terms(layer="stem").rows()}
    assert {value: counts.get(value) for value in expected} == expected


def test_lemmas_are_of_the_word_as_written():
    pytest.importorskip("simplemma")
    corpus = wf.read(texts=["Die Häuser gingen. Der Märkte!"], language="de")
    assert sorted(column(corpus.terms(layer="lemma"), "term")) == ["der", "gehen", "haus", "markt"]


def test_a_missing_package_is_named_with_the_line_that_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "simplemma", None)
    corpus = wf.read(texts=["Chip"], language="de")
    with pytest.raises(ImportError, match=r"pip install 'wortfeld\[lemma\]'"):
        corpus.terms(layer="lemma")
    monkeypatch.setitem(sys.modules, "Stemmer", None)
    with pytest.raises(ImportError, match="pip install PyStemmer"):
        corpus.terms(layer="stem")


def test_sharp_s_is_folded_only_if_asked():
    corpus = wf.read(texts=["Maße Masse MASSE STRAẞE"], language="de")
    assert column(corpus.terms(), "term") == ["masse", "maße", "straße"]
    joined = corpus.terms(layer=wf.layer("folded", fold_sharp_s=True))
    assert column(joined, "term") == ["masse", "strasse"]
    assert joined.row("masse")["form"] == "Maße"
    assert joined.provenance["layer"] == "folded (fold_sharp_s=True)"


def test_turkish_words_fold_by_the_language_of_the_document():
    texts = ["ISPARTA İzmir ılık", "ISPARTA IZMIR"]
    corpus = wf.read(texts=texts, language={"0": "tr", "1": "de"})
    counts = {row["term"]: row["count"] for row in corpus.terms().rows()}
    assert counts == {"ısparta": 1, "izmir": 2, "ılık": 1, "isparta": 1}
    assert column(corpus.tokens("0"), "term") == ["ısparta", "izmir", "ılık"]
    assert column(corpus.concordance("isparta"), "document") == ["1"]
    assert column(corpus.concordance("ISPARTA"), "document") == ["0", "1"]
    assert column(corpus.concordance("ı*"), "match") == ["ISPARTA", "ılık"]
    only = wf.read(texts=texts[:1], language="tr")
    assert column(only.concordance("ısparta"), "match") == ["ISPARTA"]
    assert only.cooccurrence(["ISPARTA", "İZMİR"]).contingency("ısparta", "izmir").o11 == 1
    assert column(corpus.terms(stopwords=["ILIK", "ISPARTA"]), "term") == ["izmir"]


# -- functions and mappings


def test_a_function_is_called_once_for_each_distinct_word_and_never_for_marks():
    asked = []
    corpus = wf.read(texts=["Der Chip, der Chip! 5 %"] * 3, language="de")

    def first(word):
        asked.append(word)
        return word[0]

    first_counts = corpus.terms(layer=first)
    assert corpus.terms(layer=first).rows() == first_counts.rows()
    corpus.cooccurrence(layer=first)
    assert sorted(asked) == ["5", "Chip", "Der", "der"]
    assert column(first_counts, "term") == ["C", "5", "D", "d"]
    assert first_counts.provenance["layer"].endswith("<locals>.first")


def test_words_without_a_value_are_not_counted_but_stay_in_the_total():
    corpus = wf.read(texts=["Der Chip und der Preis."], language="de")
    counts = corpus.terms(layer=lambda word: word if word[0].isupper() else None)
    assert column(counts, "term") == ["Chip", "Der", "Preis"]
    assert counts["per_million"].tolist() == [200000.0] * 3
    assert counts.provenance["excluded"] == {"layer": 2}
    empty = corpus.terms(layer=lambda word: "" if word == "und" else word)
    assert "und" not in column(empty, "term")
    assert len(corpus.terms(layer=lambda word: None)) == 0


def test_a_mapping_is_asked_for_the_word_as_written_then_folded():
    corpus = wf.read(texts=["USA usa Chips chips der DER"], language="de")
    mapping = {"USA": "Vereinigte Staaten", "chips": "chip", "der": None}
    counts = corpus.terms(layer=mapping)
    assert column(counts, "term") == ["chip", "Vereinigte Staaten", "usa"]
    assert counts.provenance["excluded"] == {"layer": 2}
    assert counts.provenance["layer"].startswith("mapping of 3 words, ")
    mapping["usa"] = "chip"
    assert corpus.terms(layer=mapping).row("chip")["count"] == 3


@pytest.mark.parametrize(
    ("layer", "error", "message"),
    [
        (lambda word: 1 / 0, BadArgument, "failed for the word 'Der': ZeroDivisionError"),
        (lambda word: 5, TypeError, "returned for 'Der' 5 of type int"),
        (lambda word: word.encode(), TypeError, "returned for 'Der' b'Der' of type bytes"),
        (lambda word: "\ud800", BadArgument, "returned for 'Der' a lone surrogate"),
        ({"der": 5}, TypeError, "has for 'der' 5 of type int"),
        ({5: "der"}, TypeError, "a key of the mapping of a layer must be a str, not int"),
        ("stems", BadArgument, "did you mean 'stem'"),
        (5, TypeError, "a function, a mapping or a wf.layer"),
        (None, TypeError, "not NoneType"),
    ],
)
def test_bad_layers_are_errors_that_name_the_word(layer, error, message):
    corpus = wf.read(texts=["Der Chip."], language="de")
    with pytest.raises(error, match=message):
        corpus.terms(layer=layer)
    with pytest.raises(error, match=message):
        corpus.cooccurrence(layer=layer)
    assert len(corpus.terms()) == 2


@pytest.mark.parametrize(
    ("source", "options", "message"),
    [
        ("stem", {"language": "Deutsch"}, "'Deutsch' is no language code"),
        ("folded", {"language": "de"}, "belongs to the layers 'stem' and 'lemma'"),
        ("stem", {"fold_sharp_s": True}, "belongs to the layer 'folded'"),
        ("stem", {"name": "s"}, "for functions and mappings"),
        (str.lower, {"language": "de"}, "belong to named layers"),
        (str.lower, {"name": ""}, "name is empty"),
    ],
)
def test_options_that_do_not_belong_are_refused(source, options, message):
    with pytest.raises(BadArgument, match=message):
        wf.layer(source, **options)


def test_layers_have_names_for_provenance():
    assert wf.layer(str.lower).name == "str.lower"
    assert wf.layer(functools.partial(str.replace)).name == "functools.partial(str.replace)"
    assert wf.layer(GERMAN.stemWord, name="German").name == "German"
    assert wf.layer("lemma", language="de").name == "lemma (language='de')"
    assert wf.layer({"a": "b"}).name == wf.layer({"a": "b"}).name != wf.layer({"a": "c"}).name
    assert wf.layer(wf.layer("stem")) == wf.layer("stem")


def test_an_interrupt_in_a_function_is_an_interrupt():
    def stop(word):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        wf.read(texts=["Chip"], language="de").terms(layer=stop)


def test_eight_threads_that_ask_at_once_get_one_layer():
    corpus = wf.read(texts=["Der Chip und die Chips " * 50] * 20, language="de")
    asked = []
    found = []

    def upper(word):
        asked.append(word)
        return word.upper()

    def ask():
        found.append((corpus.terms(layer=upper).rows(), corpus.terms(layer="stem").rows()))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(asked) == ["Chip", "Chips", "Der", "die", "und"]
    assert found == [found[0]] * 8


# -- co-occurrence


def test_nodes_are_values_of_the_layer_and_terms_are_found_as_words():
    corpus = wf.read(texts=["Der Markt und die Preise. Die Märkte, der Preis."], language="de")
    network = corpus.cooccurrence(["Märkte", "preis"], layer="stem")
    assert column(network.nodes(), "entity") == ["markt", "preis"]
    assert network.contingency("markt", "preis").o11 == 2
    assert len(network["markt", "preis"].evidence()) == 2
    with pytest.raises(UnknownName, match="unknown term 'Börse'"):
        corpus.cooccurrence(["Börse"], layer="stem")
    everything = corpus.cooccurrence(layer="stem", min_count=1, stopwords=["der", "die"])
    assert sorted(column(everything.nodes(), "entity")) == ["markt", "preis", "und"]
    assert everything.unit_count == 2
    assert everything.pairs().provenance["excluded"] == {"stopwords": 4}


# -- against the oracle

WORDS = [
    "Markt", "Märkte", "märkte", "MARKT", "die", "Die", "der", "Preis", "preise", "5", "5.000",
    "–", "!", "und", "Und", "the", "markets,", "Straße", "STRASSE", "ﬁnden",
    "I", "ISI", "智远", "%",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
DOCUMENTS = st.lists(st.tuples(TEXTS, st.sampled_from(["de", "en", "de-AT"])), max_size=5)
MAPPING = {"markt": "M", "Märkte": "M", "preis": None}


def beginning(word):
    return word[:2] if word[0] != "d" else None


def mapped(word):
    return MAPPING[word] if word in MAPPING else MAPPING.get(fold(word), fold(word))


LAYERS = {
    "surface": ("surface", lambda word, language: word),
    "folded": ("folded", lambda word, language: fold(word)),
    "stem": ("stem", stem),
    "function": (beginning, lambda word, language: beginning(word)),
    "mapping": (MAPPING, lambda word, language: mapped(word)),
}


@settings(max_examples=150)
@given(
    documents=DOCUMENTS,
    layer=st.sampled_from(list(LAYERS)),
    stopwords=st.sets(st.sampled_from(["die", "DER", "und", "Markt", "fehlt", "!"])),
    kinds=st.sets(st.sampled_from(["word", "number", "punctuation", "symbol"]), min_size=1),
    threads=st.sampled_from([1, 3]),
)
def test_terms_are_those_of_the_oracle(documents, layer, stopwords, kinds, threads):
    texts = [text for text, _ in documents]
    languages = {str(place): language for place, (_, language) in enumerate(documents)}
    corpus = wf.read(texts=texts, language=languages)
    source, value_of = LAYERS[layer]
    rows, excluded = oracle.terms(
        corpus, value_of, stopwords={fold(word) for word in stopwords}, kinds=kinds
    )
    with wf.options(threads=threads):
        counted = corpus.terms(layer=source, stopwords=stopwords, kinds=sorted(kinds))
    assert counted.rows() == rows
    assert counted.provenance["excluded"] == excluded


def test_layers_of_a_saved_corpus_are_those_of_the_read_one(tmp_path):
    texts = ["ISPARTA Märkte", "ISPARTA Markt", "markets"]
    corpus = wf.read(texts=texts, language={"0": "tr", "1": "de", "2": "en"})
    corpus.save(tmp_path / "a.wortfeld")
    with wf.open(tmp_path / "a.wortfeld", verify=True) as opened:
        for layer in ("folded", "stem", str.upper):
            assert opened.terms(layer=layer).rows() == corpus.terms(layer=layer).rows()
        assert column(opened.concordance("ısparta"), "document") == ["0"]
        assert opened.append(texts=["ISI"], ids=["3"], language="tr").term_count == 6
    with pytest.raises(BadArgument, match="closed"):
        opened.terms(layer="stem")
