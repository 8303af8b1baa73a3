"""spaCy's documents: read by what they look like, made where spaCy is installed."""

import sys
from types import ModuleType, SimpleNamespace

import pytest
import wortfeld as wf
from wortfeld import BadArgument

TEXTS = ["Bo Li zahlt  Köln.\nEnde", "Rom"]


def tagged(text, *found, groups=None):
    """What spaCy's Doc looks like."""
    spans = [
        SimpleNamespace(
            start_char=text.index(name),
            end_char=text.index(name) + len(name),
            label_=label,
            kb_id_=entity,
            ent_id_="",
        )
        for name, label, entity in found
    ]
    return SimpleNamespace(text=text, ents=spans, spans=groups or {}, lang_="de")


@pytest.fixture
def corpus():
    return wf.read(texts=TEXTS, ids=["a", "b"], language="de")


def told(mentions):
    names = ("document", "surface", "kind", "entity", "level")
    return [tuple(row[name] for name in names) for row in mentions.table().rows()]


def test_entities_become_mentions(corpus):
    documents = [
        tagged(TEXTS[0], ("Bo Li", "PERSON", "Q1"), ("Köln", "GPE", "")),
        tagged(TEXTS[1], ("Rom", "WAR", "")),
    ]
    assert told(wf.Mentions.from_spacy(documents, corpus)) == [
        ("a", "Bo Li", "person", "Q1", 0),
        ("a", "Köln", "place", "Köln", 0),
        ("b", "Rom", "WAR", "Rom", 0),
    ]
    by_id = wf.Mentions.from_spacy({"b": documents[1]}, corpus, kinds={"WAR": "event"})
    assert told(by_id) == [("b", "Rom", "event", "Rom", 0)]


def test_span_groups_become_nested_mentions(corpus):
    inner = tagged(TEXTS[0], ("Li", "PER", "")).ents
    document = tagged(TEXTS[0], ("Bo Li", "PER", ""), groups={"sc": inner})
    mentions = wf.Mentions.from_spacy({"a": document}, corpus, groups="sc")
    assert [row[1::3] for row in told(mentions)] == [("Bo Li", 0), ("Li", 1)]
    with pytest.raises(BadArgument, match="no spans 'nested', only \\['sc'\\]"):
        wf.Mentions.from_spacy({"a": document}, corpus, groups=["nested"])


def test_texts_of_other_line_breaks_are_put_right():
    corpus = wf.read(texts=["Ende.\r\nBo Li zahlt."], language="de")
    document = tagged("Ende.\nBo Li zahlt.", ("Bo Li", "PER", ""))
    assert wf.Mentions.from_spacy(document, corpus).table()["start"].tolist() == [7]


def test_without_a_corpus_one_is_made():
    mentions = wf.Mentions.from_spacy([tagged("Rom", ("Rom", "LOC", "")), tagged("Wien")])
    assert len(mentions.corpus) == 2
    assert mentions.corpus.documents()["language"].tolist() == ["de", "de"]


def test_mistakes_are_told(corpus):
    with pytest.raises(BadArgument, match="1 documents of spaCy for 2"):
        wf.Mentions.from_spacy([tagged("Rom")], corpus)
    with pytest.raises(TypeError, match="not a Doc"):
        wf.Mentions.from_spacy(["Rom", "Wien"], corpus)
    with pytest.raises(TypeError, match="spaCy's Docs"):
        wf.Mentions.from_spacy(3, corpus)


def keep(document, spans):
    """Take the spans as spaCy does."""
    vars(document)["ents"] = spans


class MadeDocument:
    """As much of spaCy's Doc as is made use of."""

    def __init__(self, vocabulary, words, spaces):
        self.text = "".join(w + " " * s for w, s in zip(words, spaces, strict=True))
        self.words, self.user_data, self.spans = words, {}, {}

    def char_span(self, start, end, label, kb_id):
        edges = [0]
        for word in self.words:
            edges.append(self.text.index(word, edges[-1]) + len(word))
        assert end in edges
        return SimpleNamespace(
            start_char=start, end_char=end, label_=label, kb_id_=kb_id, ent_id_=""
        )


@pytest.fixture
def spacy(monkeypatch):
    """A stand-in that is there on every machine."""
    module, tokens = ModuleType("spacy"), ModuleType("spacy.tokens")
    module.blank = lambda language: SimpleNamespace(vocab=language)
    monkeypatch.setattr(tokens, "Doc", MadeDocument, raising=False)
    monkeypatch.setattr(MadeDocument, "set_ents", keep, raising=False)
    monkeypatch.setitem(sys.modules, "spacy", module)
    monkeypatch.setitem(sys.modules, "spacy.tokens", tokens)


@pytest.mark.usefixtures("spacy")
def test_documents_of_spacy_have_the_text_and_the_mentions(corpus):
    rows = [
        {"document": "a", "start": 0, "end": 5, "kind": "person", "entity": "Q1"},
        {"document": "a", "start": 3, "end": 5, "kind": "person", "level": 1},
        {"document": "a", "start": 14, "end": 16, "kind": "place"},
    ]
    mentions = wf.Mentions.from_spans(corpus, rows)
    made = mentions.to_spacy()
    assert [document.text for document in made] == TEXTS
    assert [document.user_data["document"] for document in made] == ["a", "b"]
    assert [span.label_ for span in made[0].ents] == ["PER", "LOC"]
    again = wf.Mentions.from_spacy(made[:1] + made[1:], corpus, groups=None)
    assert told(again)[0] == ("a", "Bo Li", "person", "Q1", 0)
    assert len(made[0].spans["nested"]) == 1


def test_without_spacy_the_line_to_install_it_is_told(corpus, monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ModuleNotFoundError, match="spacy"):
        corpus.mentions().to_spacy()
