"""The same corpus gives the same tables: for any threads, in any process."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
import wortfeld as wf

SEEDS = Path(__file__).parents[2] / "seeds"
SENTENCES = (
    "NVIDIA zahlt {n} Mio. Euro an OpenAI.",
    "Am {d}. März 2026 reist Jensen Huang nach Japan!",
    "Google und Meta wachsen um {n} %.",
    "Die Übernahme von CoreWeave kostet rund {n} Mrd. US-Dollar.",
    "Alphabet{n} wartet, Indien auch …",
)


def many_texts():
    """Enough for several chunks of work: 300 documents of unlike length."""
    return [
        "\n\n".join(
            SENTENCES[(i * k + i) % len(SENTENCES)].format(n=i * k + 1, d=i % 28 + 1)
            for k in range(1 + i % 17)
        )
        for i in range(300)
    ]


def digests(corpus):
    """A digest of every table of a corpus, with its text of every number."""
    mentions = corpus.mentions(SEEDS / "gazetteer.csv")
    tables = {
        "documents": corpus.documents(),
        "sentences": corpus.sentences(),
        "zones": corpus.zones(),
        "warnings": corpus.warnings,
        "tokens": corpus.tokens(corpus.documents()["document"][-1]),
        "terms": corpus.terms(),
        "surfaces": corpus.terms(layer="surface", zones="all"),
        "concordance": corpus.concordance("m*"),
        "mentions": mentions.table(),
        "entities": mentions.entities(),
    }
    for context in ("sentence", "paragraph", "document"):
        network = mentions.cooccurrence(context)
        tables[f"nodes {context}"] = network.nodes()
        tables[f"pairs {context}"] = network.pairs(measures=["log_likelihood", "npmi"])
        tables[f"evidence {context}"] = network["NVIDIA", "OpenAI"].evidence()
    tables["terms together"] = corpus.cooccurrence(min_count=20).pairs()
    rows = {name: repr(list(table.rows())) for name, table in tables.items()}
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in rows.items()}


def both():
    seeds = wf.read(SEEDS, language="de")
    many = wf.read(texts=many_texts(), language="de")
    return {"seeds": digests(seeds), "many": digests(many)}


@pytest.fixture(scope="module")
def with_one_thread():
    with wf.options(threads=1):
        return both()


@pytest.mark.parametrize("threads", [2, 3, 7])
def test_tables_are_the_same_for_any_number_of_threads(threads, with_one_thread):
    with wf.options(threads=threads):
        assert both() == with_one_thread


def test_tables_are_the_same_in_a_fresh_process_with_another_hash_seed(with_one_thread):
    folder = Path(__file__).parent
    program = f"import sys; sys.path.insert(0, {str(folder)!r}); import test_determinism as t; "
    done = subprocess.run(
        [sys.executable, "-c", program + "print(t.both())"],
        env=os.environ | {"PYTHONHASHSEED": "20260211", "LC_ALL": "C", "WORTFELD_THREADS": "2"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(with_one_thread)
