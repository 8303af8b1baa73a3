"""A small corpus that fitness tests and the examples of docstrings share."""

import warnings
from typing import Any

# Two documents, three names, one sum of money, one date: enough for every table to have a row.
TEXTS = [
    "NVIDIA liefert Chips an OpenAI. Am 10. März 2026 zahlt OpenAI 100 Milliarden US-Dollar.",
    "Auch Microsoft kauft Chips. NVIDIA und OpenAI bauen Rechenzentren.",
]
GAZETTEER = """entity,kind,alias
NVIDIA,organisation,NVIDIA
OpenAI,organisation,OpenAI
Microsoft,organisation,Microsoft
"""


def namespace(folder: Any) -> dict[str, Any]:
    """Return the names that an example may use: wf, corpus, mentions, network, folder."""
    import wortfeld as wf

    gazetteer = folder / "gazetteer.csv"
    gazetteer.write_text(GAZETTEER, encoding="utf-8")
    corpus = wf.read(texts=TEXTS, language="de")
    mentions = corpus.mentions(gazetteer)
    network = mentions.cooccurrence("sentence")
    # Read twice, every line stands in two documents.
    profile = wf.profile(wf.read(texts=TEXTS * 2, language="de"), min_documents=2)
    return {
        "wf": wf,
        "corpus": corpus,
        "mentions": mentions,
        "network": network,
        "profile": profile,
        "folder": folder,
    }


def ambiguous(corpus: Any) -> Any:
    """Return mentions of a name that two entities have."""
    rows = [{"entity": name, "kind": "other", "alias": "Chips"} for name in ("Snack", "Halbleiter")]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return corpus.mentions(rows)


def cased_words(wf: Any) -> Any:
    """Return the words of a profile."""
    texts = ["Das Ziel ist ein Chip. Ein Ziel bleibt."]
    return wf.profile(wf.read(texts=texts, language="de"), min_small=1).words()


def table(name: str, names: dict[str, Any]) -> Any:
    """Return one table of the contract."""
    corpus, mentions, network = (names[key] for key in ("corpus", "mentions", "network"))
    calls = {
        "documents": corpus.documents,
        "sentences": corpus.sentences,
        "tokens": lambda: corpus.tokens("0"),
        "terms": corpus.terms,
        "warnings": lambda: corpus.warnings,
        "profile": names["profile"].table,
        "profile_words": lambda: cased_words(names["wf"]),
        "plan": lambda: names["wf"].plan(texts=TEXTS, language="de").table,
        "concordance": lambda: corpus.concordance("Chips"),
        "mentions": mentions.table,
        "nearby": mentions.nearby,
        "entities": mentions.entities,
        "name_candidates": lambda: corpus.name_candidates().table(),
        "gazetteer_check": lambda: names["wf"].Gazetteer({"Meta": ["Meta"]}).check(corpus),
        "candidates": lambda: ambiguous(corpus).candidates(),
        "reference_dates": mentions.reference_dates,
        "nearby_names": lambda: mentions.nearby(each="name"),
        "matrix_entities": lambda: mentions.matrix().entities,
        "gazetteer": mentions.gazetteer.table,
        "gazetteer_entities": mentions.gazetteer.entities,
        "nodes": network.nodes,
        "pairs": network.pairs,
        "evidence": lambda: network["NVIDIA", "OpenAI"].evidence(),
        "measures": names["wf"].measures,
    }
    return calls[name]()
