"""corpus.terms() counted again from the public tokens, for any layer and filter."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from oracle.corpus import COUNTED, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator


def surfaces_in_order(corpus: Any) -> dict[str, int]:
    """The place of the first appearance of every surface, in all zones."""
    order: dict[str, int] = {}
    for document in corpus.documents()["document"]:
        for surface in corpus.tokens(document)["surface"]:
            order.setdefault(surface, len(order))
    return order


def values(
    corpus: Any,
    value_of: Callable[[str, str], str | None],
    zones: Container[str],
) -> Iterator[tuple[str, dict[str, Any], str | None]]:
    """Document, token and value of every token of the zones."""
    for row in corpus.documents().rows():
        for token in corpus.tokens(row["document"]).rows():
            if token["zone"] not in zones:
                continue
            is_word = token["kind"] in WORDS
            language = row["language"] or ""
            value = value_of(token["surface"], language) if is_word else token["term"]
            yield row["document"], token, value


def terms(
    corpus: Any,
    value_of: Callable[[str, str], str | None],
    *,
    stopwords: Container[str] = (),
    kinds: Container[str] = WORDS,
    zones: Container[str] = COUNTED,
) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """The rows of corpus.terms() and what they leave out.

    `value_of(surface, language)` is what a word counts as; a token that is no word counts as its
    folded form.
    """
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    documents: dict[str, set[str]] = defaultdict(set)
    excluded: Counter[str] = Counter()
    words = 0
    for document, token, value in values(corpus, value_of, zones):
        words += token["kind"] in WORDS
        if token["kind"] not in kinds:
            excluded["kinds"] += token["kind"] in WORDS
        elif value is None:
            excluded["layer"] += 1
        elif token["term"] in stopwords:
            excluded["stopwords"] += token["kind"] in WORDS
        else:
            forms[value][token["surface"]] += 1
            documents[value].add(document)
    order = surfaces_in_order(corpus)
    rows = [
        {
            "term": value,
            "form": min(surfaces, key=lambda form: (-surfaces[form], order[form])),
            "count": surfaces.total(),
            "document_count": len(documents[value]),
            "per_million": surfaces.total() * 1e6 / words if words else float("inf"),
        }
        for value, surfaces in forms.items()
    ]
    rows.sort(key=lambda row: (-row["count"], row["term"].encode()))
    return rows, {reason: count for reason, count in excluded.items() if count}
