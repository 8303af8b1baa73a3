"""Mentions from spaCy's documents, and spaCy's documents from mentions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from wortfeld import _arguments
from wortfeld._optional import require
from wortfeld.errors import BadArgument
from wortfeld.exchange.labels import kind_of, label_of
from wortfeld.exchange.rows import read_rows
from wortfeld.exchange.spans import from_rows

if TYPE_CHECKING:
    from wortfeld.corpus import Corpus
    from wortfeld.mentions import Mentions

__all__ = ["from_spacy", "to_spacy"]

_Row = dict[str, Any]


def from_spacy(
    documents: Any,
    corpus: Corpus | None = None,
    *,
    kinds: Mapping[str, str] | None = None,
    groups: str | Iterable[str] | None = None,
) -> Mentions:
    """Read mentions from spaCy's documents; see :meth:`wortfeld.Mentions.from_spacy`."""
    wanted = _arguments.names("groups", groups)
    given = _by_id(documents, corpus)
    if corpus is None:
        corpus = _corpus_of(given)
    rows = [row for name, document in given.items() for row in _rows(name, document, kinds, wanted)]
    parameters: dict[str, Any] = {
        "kinds": dict(kinds) if kinds else None,
        "groups": wanted or None,
        "offsets": "auto",
    }
    return from_rows(corpus, read_rows(rows), call="Mentions.from_spacy", parameters=parameters)


def to_spacy(mentions: Mentions, *, labels: Mapping[str, str] | None = None) -> list[Any]:
    """Make spaCy's documents; see :meth:`wortfeld.Mentions.to_spacy`."""
    spacy = require("spacy", purpose="Mentions.to_spacy()")
    tokens = require("spacy.tokens", purpose="Mentions.to_spacy()")
    vocabulary = spacy.blank("xx").vocab
    by_document: dict[str, list[_Row]] = {}
    for row in mentions.table().rows():
        by_document.setdefault(row["document"], []).append(row)
    made = []
    for name in mentions.corpus.documents()["document"]:
        text = mentions.corpus.text(name)
        rows = by_document.get(name, [])
        words, spaces = _words(text, mentions.corpus.tokens(name).rows(), rows)
        document = tokens.Doc(vocabulary, words=words, spaces=spaces)
        document.user_data["document"] = name
        spans: dict[int, list[Any]] = {0: [], 1: []}
        last = (-1, -1)
        for row in rows:
            place = row["start"], row["end"]
            level = min(row["level"], 1)
            # What is ambiguous stands there once for each entity; spaCy takes one.
            if level == 0 and place == last:
                continue
            last = place if level == 0 else last
            label = label_of(row["kind"], labels)
            spans[level].append(document.char_span(*place, label=label, kb_id=row["entity"] or ""))
        document.set_ents(spans[0])
        if spans[1]:
            document.spans["nested"] = spans[1]
        made.append(document)
    return made


def _by_id(documents: Any, corpus: Corpus | None) -> dict[str, Any]:
    """Return spaCy's documents by the ids of those of the corpus."""
    if _is_document(documents):
        documents = [documents]
    if isinstance(documents, Mapping):
        given = {str(name): document for name, document in documents.items()}
    else:
        if not isinstance(documents, Iterable):
            message = f"documents are spaCy's Docs, not {type(documents).__name__}"
            raise TypeError(message)
        listed = list(documents)
        ids = [str(number) for number in range(len(listed))]
        if corpus is not None:
            ids = list(corpus.documents()["document"])
        if len(ids) != len(listed):
            message = (
                f"{len(listed)} documents of spaCy for {len(ids)} of the corpus; give as many in "
                "the same order, or a mapping of ids to them"
            )
            raise BadArgument(message)
        given = dict(zip(ids, listed, strict=True))
    for name, document in given.items():
        if not _is_document(document):
            message = f"documents[{name!r}] is {type(document).__name__}, not a Doc of spaCy"
            raise TypeError(message)
    return given


def _is_document(value: Any) -> bool:
    return isinstance(getattr(value, "text", None), str) and hasattr(value, "ents")


def _corpus_of(documents: dict[str, Any]) -> Corpus:
    from wortfeld.reading import read

    languages = {name: getattr(document, "lang_", "") for name, document in documents.items()}
    known = {name: code for name, code in languages.items() if code and code != "xx"}
    texts = [document.text for document in documents.values()]
    return read(texts=texts, ids=list(documents), language=known or None)


def _rows(
    name: str, document: Any, kinds: Mapping[str, str] | None, groups: list[str]
) -> Iterable[_Row]:
    spans = [(span, 0) for span in document.ents]
    for group in groups:
        if group not in document.spans:
            message = f"documents[{name!r}] has no spans {group!r}, only {list(document.spans)!r}"
            raise BadArgument(message)
        spans += [(span, 1) for span in document.spans[group]]
    text = document.text
    for span, level in spans:
        entity = getattr(span, "kb_id_", "") or getattr(span, "ent_id_", "")
        yield {
            "document": name,
            "start": span.start_char,
            "end": span.end_char,
            "surface": text[span.start_char : span.end_char],
            "kind": kind_of(span.label_, kinds),
            "entity": entity or None,
            "level": level,
        }


def _words(text: str, tokens: Iterable[_Row], rows: Iterable[_Row]) -> tuple[list[str], list[bool]]:
    """Return words and whether a space follows each, which together are the text.

    Words end where mentions begin and end; white space but one blank is a word of its own.
    """
    edges = {0, len(text)}
    for row in (*tokens, *rows):
        edges |= {row["start"], row["end"]}
    ordered = sorted(edges)
    words: list[str] = []
    spaces: list[bool] = []
    for begin, end in pairwise(ordered):
        piece = text[begin:end]
        if piece[0] == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
            piece = piece[1:]
        if piece:
            words.append(piece)
            spaces.append(False)
    return words, spaces
