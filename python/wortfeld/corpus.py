"""The corpus: documents with one vocabulary, and everything that can be asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wortfeld import _arguments, _core
from wortfeld._call import provenance
from wortfeld._held import Held
from wortfeld.layers import LayerCache
from wortfeld.names import NamesOfCorpus
from wortfeld.parts import PartsOfCorpus
from wortfeld.table import Table

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from pathlib import Path

    from wortfeld.concordance import Concordance, ConcordanceSort
    from wortfeld.gazetteer import Gazetteer, GazetteerSource
    from wortfeld.layers import Layer as LayerObject
    from wortfeld.mentions import Mentions
    from wortfeld.network import Network
    from wortfeld.typing import ContextName, Kinds, Layer, StopWordList, Zones

__all__ = ["Corpus"]


class Corpus(Held, PartsOfCorpus, NamesOfCorpus):
    """An immutable ordered collection of documents; made by :func:`wortfeld.read`.

    A saved one is opened by :func:`wortfeld.open`, best in a ``with`` block.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Ein Chip. Zwei Chips."], ids=["a"], language="de")
    >>> "a" in corpus, len(corpus), corpus.token_count, corpus.word_count
    (True, 1, 6, 4)
    >>> corpus.text("a")[4:8]
    'Chip'
    >>> corpus.documents()["word_count"].tolist(), corpus.sentences("a")["text"].tolist()
    ([4], ['Ein Chip.', 'Zwei Chips.'])
    >>> corpus.tokens("a")["kind"].tolist()[:3], corpus.zones()["zone"].tolist()
    (['word', 'word', 'punctuation'], ['body'])
    >>> corpus.terms(top=1)["term"].tolist(), corpus.concordance("chip*")["match"].tolist()
    (['chip'], ['Chip', 'Chips'])
    >>> len(corpus.mentions()), len(corpus.cooccurrence(min_count=1)), len(corpus.breaking_off())
    (1, 4, 0)
    >>> len(corpus.where({"document": "a"})), list(corpus.split("language")), len(corpus.sample(1))
    (1, ['de'], 1)
    >>> corpus.report("report.html")
    >>> corpus.save("corpus.wortfeld")
    >>> corpus.close()
    """

    __slots__ = ("_selection",)

    _selection: tuple[str, ...]

    def __init__(self) -> None:
        message = "a Corpus is made by wortfeld.read(...) or wortfeld.open(...)"
        raise TypeError(message)

    @classmethod
    def _from_raw(cls, raw: _core.Corpus, folder: Path | None = None) -> Corpus:
        corpus = cls.__new__(cls)
        corpus._held = raw
        corpus._folder = folder
        corpus._layers = LayerCache()
        corpus._selection = ()
        return corpus

    def __len__(self) -> int:
        return self._raw.document_count

    def __contains__(self, document: object) -> bool:
        if not isinstance(document, str) or not _arguments.is_writable(document):
            return False
        return document in self._raw

    # There are documents, sentences, tokens and terms to go through; methods say which.
    __iter__ = None

    @property
    def document_count(self) -> int:
        """Number of documents, ``len(corpus)``."""
        return self._raw.document_count

    @property
    def token_count(self) -> int:
        """Number of tokens of every kind in all zones."""
        return self._raw.token_count

    @property
    def word_count(self) -> int:
        """Number of words (tokens of kind word or number) in all zones."""
        return self._raw.word_count

    @property
    def term_count(self) -> int:
        """Number of distinct folded terms among the words of the counted zones."""
        return len(self.terms())

    @property
    def languages(self) -> list[str]:
        """Language codes of the documents, sorted; empty if none is known."""
        return self._raw.languages

    @property
    def kept_forms(self) -> list[str]:
        """What `keep` asked for when it was read: forms that are one token each."""
        return self._raw.kept_forms

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits over ids, languages and texts."""
        return self._raw.fingerprint()

    @property
    def profile(self) -> str | None:
        """Fingerprint of the :class:`~wortfeld.profiles.Profile` it was read with, or None."""
        return self._raw.profile

    @property
    def warnings(self) -> Table:
        """What to know about the input: columns source, place, kind, message.

        Replaced bytes, empty and skipped documents, files that were not read, languages without
        rules: nothing is dropped silently.
        """
        return self._table(self._raw.warnings(), "What to know about the input", "warnings")

    def text(self, document: str) -> str:
        """Return the untouched source text of `document`; all offsets refer to it.

        Raises
        ------
        UnknownName
            If there is no such document; the message offers near ids.
        """
        return self._raw.text(_arguments.text("document", document))

    def documents(self) -> Table:
        """Return the documents: counts, language, title, date, author and other metadata."""
        return self._table(self._raw.documents(), "Documents", "documents")

    def sentences(self, document: str | None = None) -> Table:
        """Return the sentences of `document`, or of all, with paragraph, offsets and zone."""
        return self._table(
            self._raw.sentences(_arguments.optional_text("document", document)),
            "Sentences",
            "sentences",
            document=document,
        )

    def tokens(self, document: str) -> Table:
        """Return the tokens of `document` with offsets, folded term, kind, sentence and zone."""
        return self._table(
            self._raw.tokens(_arguments.text("document", document)),
            f"Tokens of {document}",
            "tokens",
            document=document,
        )

    def zones(self) -> Table:
        """Return every zone of every document, with its text and the rule that decided."""
        return self._table(self._raw.zones(), "Zones", "zones")

    def breaking_off(self) -> Table:
        """Return the documents whose last counted sentence ends without a closing mark."""
        return self._table(self._raw.breaking_off(), "Documents that break off", "breaking_off")

    def terms(
        self,
        *,
        layer: Layer = "folded",
        n: int = 1,
        min_count: int = 1,
        zones: Zones = None,
        top: int | None = None,
        stopwords: StopWordList = None,
        kinds: Kinds = None,
    ) -> Table:
        """Count the terms of a `layer`, most frequent first.

        A term has `n` words (1 for now) and at least `min_count` tokens in the `zones` (None:
        title, lead, heading, body); `top` is the number of rows. `stopwords` and other `kinds` of
        token are not counted. See :func:`wortfeld.counts.terms`.
        """
        from wortfeld.counts import terms

        return terms(
            self,
            layer=layer,
            n=n,
            min_count=min_count,
            zones=zones,
            top=top,
            stopwords=stopwords,
            kinds=kinds,
        )

    def concordance(
        self, pattern: str, *, sort: ConcordanceSort | None = None, top: int | None = None
    ) -> Concordance:
        """Show every hit of a `pattern` (a word, or its beginning and a star) with its context.

        `sort` is None (document order), ``"match"``, ``"before1"`` or ``"after1"``; `top` the
        number of lines. See :func:`wortfeld.concordance.concordance`.
        """
        from wortfeld.concordance import concordance

        return concordance(self, pattern, sort=sort, top=top)

    def cooccurrence(
        self,
        terms: Iterable[str] | str | None = None,
        *,
        context: ContextName = "sentence",
        layer: Layer = "folded",
        min_count: int = 5,
        zones: Zones = None,
        stopwords: StopWordList = None,
        kinds: Kinds = None,
    ) -> Network:
        """Count which `terms` (None: all with `min_count`) of a `layer` share a `context`.

        The context is ``"sentence"``, ``"paragraph"`` or ``"document"`` within the `zones`;
        `stopwords` and other `kinds` of token are no nodes. See
        :func:`wortfeld.cooccurrence.term_network`.
        """
        from wortfeld.cooccurrence import term_network

        options: dict[str, Any] = {"min_count": min_count, "stopwords": stopwords, "kinds": kinds}
        return term_network(self, terms, context=context, layer=layer, zones=zones, **options)

    def report(
        self,
        path: str | os.PathLike[str],
        *,
        gazetteer: Gazetteer | GazetteerSource | Mentions | None = None,
        by: str | None = None,
        title: str | None = None,
    ) -> None:
        """Write one self-contained HTML page to `path`.

        `gazetteer` None takes gazetteer.csv beside the texts, else the list that is shipped; it may
        be mentions that were found already. `title` heads the page; `by` is kept for slices of
        time, which have not landed.
        """
        from wortfeld.report import report

        report(self, path, gazetteer=gazetteer, by=by, title=title)

    def __repr__(self) -> str:
        from wortfeld.display.corpus import corpus_text

        return "Corpus, closed" if self._held is None else corpus_text(self)

    def _repr_html_(self) -> str | None:
        from wortfeld.display.corpus import corpus_html

        return None if self._held is None else corpus_html(self)

    def _layer(self, layer: LayerObject) -> _core.Layer:
        return self._layers.get(self, layer)

    def _table(self, raw: _core.Columns, caption: str, method: str, **parameters: Any) -> Table:
        return Table(
            raw,
            caption=caption,
            provenance=provenance(self, f"corpus.{method}", parameters, zones="all"),
        )
