"""What stands in a document depends on nothing but the document; counts of parts add up."""

from collections import Counter

import pytest
import wortfeld as wf
from checks import small
from checks.conftest import SEEDS
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = ("Anna", "Bo", "Cy", "Di", "Ed")


def tables_of(corpus, document, gazetteer):
    """Everything that is said of one document."""
    mentions = corpus.mentions(gazetteer)
    return {
        "text": corpus.text(document),
        "tokens": list(corpus.tokens(document).rows()),
        "sentences": list(corpus.sentences(document).rows()),
        "mentions": [row for row in mentions.table().rows() if row["document"] == document],
        "zones": [row for row in corpus.zones().rows() if row["document"] == document],
        "counts": corpus.documents().row(document),
    }


def count_of(corpus, gazetteer, context):
    """Every count of a corpus that is a sum over documents."""
    mentions = corpus.mentions(gazetteer)
    network = mentions.cooccurrence(context)
    counts = Counter(
        documents=len(corpus),
        tokens=corpus.token_count,
        words=corpus.word_count,
        units=network.unit_count,
        mentions=len(mentions),
    )
    for row in corpus.terms().rows():
        counts["term", row["term"]] += row["count"]
        counts["term in documents", row["term"]] += row["document_count"]
    for row in mentions.entities().rows():
        counts["entity", row["entity"], row["kind"]] += row["count"]
        counts["entity in documents", row["entity"], row["kind"]] += row["document_count"]
    for row in network.nodes().rows():
        counts["node", row["entity"], row["kind"]] += row["units"]
    for row in network.pairs().rows():
        counts["pair", row["a"], row["b"]] += row["count"]
        counts["pair in documents", row["a"], row["b"]] += row["document_count"]
    return counts


def corpus_of(texts_by_id):
    return wf.read(texts=list(texts_by_id.values()), ids=list(texts_by_id), language="de")


def seed_texts():
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}


def assert_sum_of_parts(parts, gazetteer, context):
    whole = corpus_of({id: text for part in parts for id, text in part.items()})
    total = Counter()
    for part in parts:
        total.update(count_of(corpus_of(part), gazetteer, context))
    assert total == count_of(whole, gazetteer, context)


def test_other_documents_change_nothing_in_a_seed_article(gazetteer_rows):
    texts = seed_texts()
    other = {"x": "Bo kauft am 3. Mai 2024 Chips von NVIDIA.", "leer": ""}
    names = list(texts)
    for name in names:
        alone = tables_of(corpus_of({name: texts[name]}), name, gazetteer_rows)
        among = corpus_of({**other, **{key: texts[key] for key in reversed(names)}})
        assert tables_of(among, name, gazetteer_rows) == alone


@settings(max_examples=20, deadline=None)
@given(texts=st.lists(small.document, min_size=2, max_size=5), order=st.permutations(range(5)))
def test_other_documents_change_nothing_in_small_ones(texts, order):
    known = dict(zip(NAMES, texts, strict=False))
    whole = corpus_of(known)
    turned = corpus_of({NAMES[i]: known[NAMES[i]] for i in order if i < len(texts)})
    for name, text in known.items():
        alone = tables_of(corpus_of({name: text}), name, small.GAZETTEER)
        assert tables_of(whole, name, small.GAZETTEER) == alone
        assert tables_of(turned, name, small.GAZETTEER) == alone


@pytest.mark.parametrize("context", ["sentence", "paragraph", "document"])
def test_counts_of_the_seed_articles_add_up(gazetteer_rows, context):
    parts = [{name: text} for name, text in seed_texts().items()]
    assert_sum_of_parts(parts, gazetteer_rows, context)
    assert_sum_of_parts([parts[0] | parts[2], parts[1]], gazetteer_rows, context)


@settings(max_examples=20, deadline=None)
@given(
    texts=st.lists(small.document, min_size=2, max_size=5),
    places=st.lists(st.integers(0, 2), min_size=5, max_size=5),
    context=st.sampled_from(["sentence", "paragraph", "document"]),
)
def test_counts_of_any_split_add_up(texts, places, context):
    parts = [{}, {}, {}]
    for name, text, place in zip(NAMES, texts, places, strict=False):
        parts[place][name] = text
    assert_sum_of_parts([part for part in parts if part], small.GAZETTEER, context)


def test_one_document_per_line_gives_what_the_lines_give(tmp_path):
    lines = ["Bo kauft Zeta.", "", "Wien am 3. Mai 2024. Bo auch."]
    path = tmp_path / "lines.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    by_line = wf.read(path, language="de", one_document_per="line")
    apart = corpus_of({f"lines.txt:{i}": line for i, line in enumerate(lines, start=1)})
    assert count_of(by_line, small.GAZETTEER, "sentence") == count_of(
        apart, small.GAZETTEER, "sentence"
    )
