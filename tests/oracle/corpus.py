"""Terms and entities counted again from the public tables, to be read and not to be fast."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Container

COUNTED = frozenset({"title", "lead", "heading", "body"})
WORDS = frozenset({"word", "number"})


def words(corpus: Any, zones: Container[str] = COUNTED) -> list[tuple[str, dict[str, Any]]]:
    """Every word of the zones with its document, in order."""
    return [
        (document, token)
        for document in corpus.documents()["document"]
        for token in corpus.tokens(document).rows()
        if token["kind"] in WORDS and token["zone"] in zones
    ]


def terms(
    corpus: Any, *, layer: str = "folded", zones: Container[str] = COUNTED
) -> list[dict[str, Any]]:
    """The rows of corpus.terms()."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    documents: dict[str, set[str]] = defaultdict(set)
    counted = words(corpus, zones)
    for document, token in counted:
        term = token["term"] if layer == "folded" else token["surface"]
        forms[term][token["surface"]] += 1
        documents[term].add(document)
    rows = [
        {
            "term": term,
            # most_common keeps the order of first appearance among equals
            "form": surfaces.most_common(1)[0][0],
            "count": surfaces.total(),
            "document_count": len(documents[term]),
            "per_million": surfaces.total() * 1e6 / len(counted),
        }
        for term, surfaces in forms.items()
    ]
    return sorted(rows, key=lambda row: (-row["count"], row["term"].encode()))


def entities(mentions: Any) -> list[dict[str, Any]]:
    """The rows of mentions.entities(): names in the counted zones."""
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    documents: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in mentions.table().rows():
        if row["rule"].startswith("alias:") and row["zone"] in COUNTED:
            forms[row["entity"], row["kind"]][row["surface"]] += 1
            documents[row["entity"], row["kind"]].add(row["document"])
    rows = [
        {
            "entity": entity,
            "kind": kind,
            "count": surfaces.total(),
            "document_count": len(documents[entity, kind]),
            "forms": " | ".join(by_count(surfaces)),
        }
        for (entity, kind), surfaces in sorted(forms.items())
    ]
    # sorted() is stable: equals stay in the order of their names.
    return sorted(rows, key=lambda row: (-row["count"], -row["document_count"]))


def by_count(forms: Counter[str]) -> list[str]:
    """The commonest first, equals by their bytes."""
    return sorted(forms, key=lambda form: (-forms[form], form.encode()))
