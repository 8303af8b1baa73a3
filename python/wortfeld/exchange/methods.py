"""What mentions exchange with the world and with one another, as methods of ``Mentions``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from wortfeld.exchange.mixin import MentionsMixin

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Iterable, Mapping

    from wortfeld import _core
    from wortfeld.corpus import Corpus
    from wortfeld.exchange.matrices import EntityMatrix
    from wortfeld.exchange.origin import Origin
    from wortfeld.mentions import Mentions
    from wortfeld.nearby import Scope
    from wortfeld.table import Table
    from wortfeld.typing import Zones

__all__ = ["MentionMethods"]


class MentionMethods(MentionsMixin):
    """Methods of :class:`~wortfeld.Mentions` that modules of their own do the work of."""

    __slots__ = ()

    if TYPE_CHECKING:
        _raw: _core.Mentions
        _corpus: Corpus
        _parameters: dict[str, Any]
        _origin: Origin

    @classmethod
    def from_spans(
        cls,
        corpus: Corpus,
        spans: Any,
        *,
        kinds: Mapping[str, str] | None = None,
        offsets: str = "auto",
        on_error: Literal["raise", "skip"] = "raise",
        reference_date: datetime.date | str | None = None,
    ) -> Mentions:
        """Make mentions of spans that somebody else found.

        The texts are compared with the surfaces where these are given. Offsets that count
        something else are found out by document and put right; a span that still does not fit is
        where its surface stands, if it stands in one place only. ``warnings`` tells what was
        repaired and rejected, ``table().provenance["parameters"]["spans"]`` how many.

        Parameters
        ----------
        corpus
            The corpus in whose texts they stand.
        spans
            A DataFrame, anything that exports Arrow, a mapping of columns, or rows as dicts. They
            need document, start, end and kind, and may have surface, entity (else a name stands
            for itself), id, alias, value, value_high, value_text, unit, modifier, date_first,
            date_last, timex and rule, as in ``mentions.table()``. A reading belongs to the kinds
            money, percent, number and date; where value_text is given, value may be left out.
        kinds
            What the kinds of the source are called here, for example ``{"ORG": "organisation"}``.
        offsets
            The unit of start and end: ``"code_points"``, ``"bytes"``, ``"utf16"``, ``"crlf"`` (a
            line break of two code points counts one), ``"nfc"``, ``"nfd"``, ``"bom"`` (a byte-order
            mark was counted), or ``"auto"``: by document that by which most surfaces are found.
        on_error
            ``"skip"`` leaves out rows of no use and spans outside their text; ``warnings`` tells of
            each. ``"raise"`` does so only with spans outside their text that have a surface.
        reference_date
            The day that "this year" referred to when the readings were made. None takes that of a
            ``mentions.table()``, else each document's own, or the first full date in it.

        Returns
        -------
        Mentions
            Equal to any others. Of spans that overlap the leftmost stays, then the longest, then
            the first row; the others are told.

        Raises
        ------
        BadArgument
            If a column is missing.
        BadInput
            If a value is of no use, two columns contradict each other, or a span lies outside its
            text; the message names the row, counted from 0, the column and the way out.
        UnknownName
            If there is no such document.

        Examples
        --------
        >>> import wortfeld as wf
        >>> corpus = wf.read(texts=["Köln zahlt Bonn."], language="de")
        >>> rows = [{"document": "0", "start": 12, "end": 16, "surface": "Bonn", "kind": "place"}]
        >>> mentions = wf.Mentions.from_spans(corpus, rows)
        >>> mentions.table()["start"].tolist(), mentions.warnings["message"].tolist()
        ([11], ['1 span placed: its offsets are in bytes of UTF-8, not in code points'])
        """
        from wortfeld.exchange.spans import from_spans

        return from_spans(
            corpus,
            spans,
            kinds=kinds,
            offsets=offsets,
            on_error=on_error,
            reference_date=reference_date,
        )

    @classmethod
    def open(cls, path: str | os.PathLike[str], corpus: Corpus) -> Mentions:
        """Open mentions that :meth:`save` wrote.

        Parameters
        ----------
        path
            The file.
        corpus
            The corpus they were found in; the file knows its fingerprint.

        Raises
        ------
        BadArgument
            If they are of another corpus.
        BadFile
            If it is no file of mentions, is damaged, or was made by other rules.

        Examples
        --------
        >>> import wortfeld as wf
        >>> corpus = wf.read(texts=["31 Prozent"], language="de")
        >>> corpus.mentions().save("found.mentions")
        >>> wf.Mentions.open("found.mentions", corpus).table()["value"].tolist()
        [31.0]
        """
        from wortfeld.exchange.saved import open_mentions

        return open_mentions(path, corpus)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the mentions to a file for :meth:`open` and :func:`wortfeld.open`.

        Parameters
        ----------
        path
            The file, which appears whole or not at all. It holds no text and names the fingerprint
            of the corpus; keep that beside it with ``corpus.save``.

        Examples
        --------
        >>> import wortfeld as wf
        >>> corpus = wf.read(texts=["31 Prozent"], language="de")
        >>> corpus.mentions().save("found.mentions")
        >>> len(wf.open("found.mentions", corpus=corpus))
        1
        """
        from wortfeld.exchange.saved import save_mentions

        save_mentions(self._itself(), path)

    def nearby(
        self,
        *,
        kinds: str | Iterable[str] | None = None,
        within: Scope = "paragraph",
        reach: int = 200,
        top: int | None = 10,
        zones: Zones = None,
        each: Literal["amount", "name"] = "amount",
    ) -> Table:
        """Tell which names stand near each amount and date, with the passage.

        Names are near, no more: who paid whom is for the reader of the passage to say. Nothing is
        added up.

        Parameters
        ----------
        kinds
            Kinds of quantities: ``"money"``, ``"percent"``, ``"number"``, ``"date"``; None takes
            all.
        within
            The widest scope in which a name is near: ``"clause"`` (between commas, colons, dashes,
            brackets and quotes), ``"sentence"`` or ``"paragraph"``.
        reach
            The largest distance: words between the two, and 1.
        top
            Names for an amount, at most; None takes all. Each entity once, the narrowest scope
            first, in it the nearest.
        zones
            None takes title, lead, heading and body.
        each
            ``"amount"``: a row each, with names, scopes and distances joined by " | ".
            ``"name"``: a row for every name near an amount.

        Returns
        -------
        Table
            As ``mentions.table()``, and ``lower`` and ``upper`` (what the words allow), ``mark``
            (``negated``, ``generic``, ``vague``, ``part`` of another amount, ``threshold``, or
            null), ``time`` (``event`` or ``forecast``) with the ``cue`` for it, ``conversion`` (the
            same amount in other units, in brackets or behind "umgerechnet", no row of its own),
            ``nearby``, ``scopes``, ``distances`` and ``text``, the sentence (of a very long one the
            thousand code points on either side).

        Examples
        --------
        >>> import wortfeld as wf
        >>> text = "Nvidia zahlt Wayve 500 Millionen Dollar (460 Millionen Euro)."
        >>> corpus = wf.read(texts=[text], language="de")
        >>> names = [{"entity": n, "kind": "company", "alias": n} for n in ("Nvidia", "Wayve")]
        >>> row = corpus.mentions(names).nearby().rows()[0]
        >>> row["surface"], row["nearby"], row["distances"], row["conversion"]
        ('500 Millionen Dollar', 'Wayve | Nvidia', '1 | 3', 'EUR 460000000')
        """
        from wortfeld.nearby import nearby

        return nearby(
            self._itself(), kinds=kinds, within=within, reach=reach, top=top, zones=zones, each=each
        )

    def matrix(
        self, *, kinds: str | Iterable[str] | None = None, zones: Zones = None
    ) -> EntityMatrix:
        """Count the mentions of each entity in each document, as models take it.

        Parameters
        ----------
        kinds
            Kinds that become columns; None takes all names, no quantities and dates.
        zones
            None counts title, lead, heading and body.

        Returns
        -------
        EntityMatrix
            ``counts`` (a ``scipy.sparse.csr_array`` of int64, a row for every document of the
            corpus, mentioned in or not), ``documents`` (their ids), ``names`` of the columns, and
            ``entities``, a table of name, kind and id. Columns are in the order of the names.

        Examples
        --------
        >>> import wortfeld as wf
        >>> corpus = wf.read(texts=["Wayve und Wayve", "", "Nvidia"], language="de")
        >>> names = [{"entity": n, "kind": "company", "alias": n} for n in ("Nvidia", "Wayve")]
        >>> counts, documents, columns, _ = corpus.mentions(names).matrix()
        >>> columns, counts.toarray().tolist()
        (['Nvidia', 'Wayve'], [[0, 2], [0, 0], [1, 0]])
        """
        from wortfeld.exchange.matrices import matrix

        return matrix(self._itself(), kinds=kinds, zones=zones)
