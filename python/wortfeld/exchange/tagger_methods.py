"""Methods of ``Mentions`` for what taggers give and take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wortfeld.exchange.mixin import MentionsMixin

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

    from wortfeld.corpus import Corpus
    from wortfeld.exchange.iob import TaggedFormat
    from wortfeld.mentions import Mentions

__all__ = ["TaggerMethods"]


class TaggerMethods(MentionsMixin):
    """Methods of :class:`~wortfeld.Mentions` for IOB2, GermEval's TSV and spaCy."""

    __slots__ = ()

    @classmethod
    def from_tagged(
        cls,
        path: str | os.PathLike[str],
        corpus: Corpus | None = None,
        *,
        format: TaggedFormat = "iob2",
        kinds: Mapping[str, str] | None = None,
        language: str | None = None,
    ) -> Mentions:
        r"""Read mentions from a file of tagged tokens, one a line.

        Parameters
        ----------
        path
            The file, in UTF-8. Empty lines end sentences; ``-DOCSTART-`` and ``# document = id``
            begin documents, else those of the corpus follow one another.
        corpus
            The corpus in whose texts the tokens stand. None makes one of the tokens: spaces
            between them, a line a sentence.
        format
            ``"iob2"``: columns, the first a token, the last a tag (B- I- O; E- L- S- U- are known).
            ``"germeval"``: number, token, outer and inner tag, tab-separated; ``part`` and
            ``deriv`` at a label become the role, inner tags mentions of level 1.
        kinds
            What labels are called here; PER, ORG, LOC and the like are known, others stay.
        language
            That of the corpus that is made of the tokens.

        Raises
        ------
        BadInput
            For a line with other columns, a tag that is none or continues nothing, a token that the
            text does not go on with; the message names the line.

        Examples
        --------
        >>> import wortfeld as wf
        >>> from pathlib import Path
        >>> lines = ["Bo\tB-PER", "Li\tI-PER", "zahlt\tO", ".\tO", ""]
        >>> _ = Path("tags.tsv").write_text("\n".join(lines), encoding="utf-8")
        >>> corpus = wf.read(texts=["Bo Li zahlt."], language="de")
        >>> wf.Mentions.from_tagged("tags.tsv", corpus).table().rows()[0]["surface"]
        'Bo Li'
        """
        from wortfeld.exchange.iob import from_tagged

        return from_tagged(path, corpus, format=format, kinds=kinds, language=language)

    def to_tagged(
        self,
        path: str | os.PathLike[str],
        *,
        format: TaggedFormat = "iob2",
        labels: Mapping[str, str] | None = None,
    ) -> None:
        r"""Write every token with its tag, one a line, for :meth:`from_tagged` and for taggers.

        Parameters
        ----------
        path
            The file, which appears whole or not at all.
        format
            ``"iob2"``: token and tag. ``"germeval"``: number, token, outer and inner tag, with the
            roles ``part`` and ``derived`` as suffixes and a part with its whole word.
        labels
            Labels of kinds; person, organisation, place and the like are known, others are written
            in capitals.

        Examples
        --------
        >>> import wortfeld as wf
        >>> from pathlib import Path
        >>> corpus = wf.read(texts=["Bo Li zahlt."], language="de")
        >>> names = [{"entity": "Bo Li", "kind": "person", "alias": "Bo Li"}]
        >>> corpus.mentions(names).to_tagged("tags.tsv")
        >>> Path("tags.tsv").read_text(encoding="utf-8").split("\n")[1:4]
        ['Bo\tB-PER', 'Li\tI-PER', 'zahlt\tO']
        """
        from wortfeld.exchange.iob import to_tagged

        to_tagged(self._itself(), path, format=format, labels=labels)

    @classmethod
    def from_spacy(
        cls,
        documents: Any,
        corpus: Corpus | None = None,
        *,
        kinds: Mapping[str, str] | None = None,
        groups: str | Iterable[str] | None = None,
    ) -> Mentions:
        """Read mentions from documents that spaCy, or anything like it, has tagged.

        Parameters
        ----------
        documents
            A ``Doc``, as many as the corpus has in its order, or a mapping of ids to them. What is
            read is ``text``, ``ents`` and ``spans``; spaCy need not be installed.
        corpus
            The corpus of their texts; where these differ the spans are put right as in
            :meth:`from_spans`. None makes one of their texts.
        kinds
            What labels are called here; PERSON, ORG, GPE and the like are known, others stay.
        groups
            Names of span groups whose spans become mentions of level 1.

        Examples
        --------
        >>> import wortfeld as wf
        >>> from types import SimpleNamespace as Doc
        >>> span = Doc(start_char=0, end_char=5, label_="PERSON", kb_id_="Q1")
        >>> tagged = Doc(text="Bo Li zahlt.", ents=[span], spans={})
        >>> wf.Mentions.from_spacy(tagged).table().rows()[0]["entity"]
        'Q1'
        """
        from wortfeld.exchange.spacy import from_spacy

        return from_spacy(documents, corpus, kinds=kinds, groups=groups)

    def to_spacy(self, *, labels: Mapping[str, str] | None = None) -> list[Any]:
        """Make a ``Doc`` of spaCy of every document, with the mentions as its entities.

        Parameters
        ----------
        labels
            Labels of kinds; person, organisation, place and the like are known, others are written
            in capitals.

        Returns
        -------
        list of Doc
            Their text is that of the documents, their tokens those of the corpus, cut where a
            mention begins or ends; ``kb_id_`` is the entity, ``user_data["document"]`` the id,
            ``spans["nested"]`` holds mentions of level 1.

        Raises
        ------
        ModuleNotFoundError
            If spaCy is not installed; the message has the line that installs it.

        Examples
        --------
        >>> corpus.mentions().to_spacy()[0].ents  # doctest: +SKIP
        (Bo Li,)
        """
        from wortfeld.exchange.spacy import to_spacy

        return to_spacy(self._itself(), labels=labels)
