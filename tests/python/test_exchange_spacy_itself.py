"""Mentions to spaCy and back, with spaCy itself: a blank pipeline, no model."""

import pytest
import wortfeld as wf
from hypothesis import given, settings
from hypothesis import strategies as st

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install spacy")

TEXTS = [
    " Bo Li von  Google DeepMind\nzahlt am 10. März 2026 rund 2,5 Mrd. Dollar.\n\nNVIDIA-Chips! ",
    "",
    "Ein Satz ohne Namen.",
    "😀 NVIDIAs Chef\tlobt\u00a0Köln (31 %).",
]
NAMES = [
    {"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia", "id": "Q182477"},
    {"entity": "Bo Li", "kind": "person", "alias": "Bo Li"},
    {"entity": "Google", "kind": "organisation", "alias": "Google"},
    {"entity": "DeepMind", "kind": "organisation", "alias": "Google DeepMind"},
    {"entity": "Cologne", "kind": "place", "alias": "Köln"},
]


@pytest.fixture(scope="module")
def corpus():
    return wf.read(texts=TEXTS, ids=["a", "b", "c", "d"], language="de")


@pytest.fixture(scope="module")
def mentions(corpus):
    return corpus.mentions(NAMES, nested=True)


def told(mentions, *names):
    return [tuple(row[name] for name in names) for row in mentions.table().rows()]


def test_documents_have_the_texts_and_the_spans(corpus, mentions):
    documents = mentions.to_spacy()
    assert [document.text for document in documents] == TEXTS
    assert [document.user_data["document"] for document in documents] == list("abcd")
    for document, name in zip(documents, "abcd", strict=True):
        found = [
            (span.start_char, span.end_char, span.text, span.kb_id_)
            for span in (*document.ents, *document.spans.get("nested", []))
        ]
        wanted = [
            (row["start"], row["end"], row["surface"], row["entity"])
            for level in (0, 1)
            for row in mentions.table().rows()
            if row["document"] == name and row["level"] == level
        ]
        assert found == wanted
    assert corpus.text("a") == documents[0].text


def test_names_come_back_with_kind_entity_and_level(corpus, mentions):
    documents = dict(zip("abcd", mentions.to_spacy(), strict=True))
    nested = {"a": documents["a"]}
    columns = ("document", "start", "end", "surface", "kind", "entity", "level")
    back = wf.Mentions.from_spacy(documents, corpus)
    top = [row for row in told(mentions, *columns) if row[-1] == 0]
    assert told(back, *columns) == top
    with_nested = wf.Mentions.from_spacy(nested, corpus, groups="nested")
    assert told(with_nested, *columns) == [row for row in told(mentions, *columns) if row[0] == "a"]


def test_what_is_lost_is_what_the_page_says(corpus, mentions):
    back = wf.Mentions.from_spacy(mentions.to_spacy(), corpus)
    for name in ("value", "unit", "modifier", "date_first", "timex", "role", "head"):
        assert set(told(back, name)) <= {(None,)}, name
    assert back.entities().row("NVIDIA")["count"] == mentions.entities().row("NVIDIA")["count"]
    assert "id" not in back.explain("alias:NVIDIA")


def test_a_ruler_of_spacy_and_a_gazetteer_of_its_patterns_find_the_same():
    patterns = [
        {"label": "ORG", "pattern": "Google DeepMind", "id": "DeepMind"},
        {"label": "GPE", "pattern": [{"LOWER": "köln"}]},
    ]
    pipeline = spacy.blank("de")
    pipeline.add_pipe("entity_ruler").add_patterns(patterns)
    texts = ["Google DeepMind sitzt in KÖLN.", "Köln wächst."]
    corpus = wf.read(texts=texts, language="de")
    theirs = wf.Mentions.from_spacy(list(pipeline.pipe(texts)), corpus)
    ours = corpus.mentions(patterns, quantities=False, dates=False)
    assert told(theirs, "document", "start", "end", "kind") == told(
        ours, "document", "start", "end", "kind"
    )
    assert len(ours) == 3
    assert theirs.entities()["entity"].tolist()[0] in ("DeepMind", "KÖLN", "Köln")


def test_documents_are_kept_in_a_file_of_spacy(corpus, mentions, tmp_path):
    store = spacy.tokens.DocBin(docs=mentions.to_spacy(), store_user_data=True)
    store.to_disk(tmp_path / "found.spacy")
    pipeline = spacy.blank("de")
    kept = list(spacy.tokens.DocBin().from_disk(tmp_path / "found.spacy").get_docs(pipeline.vocab))
    back = wf.Mentions.from_spacy(kept, corpus)
    assert told(back, "surface", "entity") == [
        row[:2] for row in told(mentions, "surface", "entity", "level") if row[2] == 0
    ]


@settings(max_examples=60)
@given(st.text(st.sampled_from("ab Bo Li\n\t\u00a0😀é.,-'1"), max_size=40))
def test_any_text_is_a_document_of_spacy(text):
    corpus = wf.read(texts=[text, "Bo Li"], language="de")
    documents = corpus.mentions(NAMES).to_spacy()
    assert [document.text for document in documents] == [text, "Bo Li"]
