"""The methods of a corpus that find who and what is named in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import datetime

    from wortfeld.candidates import NameCandidates
    from wortfeld.corpus import Corpus
    from wortfeld.gazetteer import Gazetteer, GazetteerSource
    from wortfeld.mentions import Mentions
    from wortfeld.profiles import Profile
    from wortfeld.typing import Compounds, OnAmbiguous, Resolve, ShortForms, Zones

__all__ = ["NamesOfCorpus"]


class NamesOfCorpus:
    """A corpus as something in which names, amounts and dates are found."""

    __slots__ = ()

    def mentions(
        self,
        gazetteer: Gazetteer | GazetteerSource | None = None,
        *,
        quantities: bool = True,
        dates: bool = True,
        reference_date: datetime.date | str | None = None,
        resolve: Resolve = "leftmost_longest",
        nested: bool = False,
        on_ambiguous: OnAmbiguous = "best",
        short_forms: ShortForms = "document",
        compounds: Compounds = "hyphenated",
        umlauts: bool = False,
        profile: Profile | None = None,
    ) -> Mentions:
        """Find the names of a gazetteer, money, percentages, numbers and dates.

        Parameters
        ----------
        gazetteer
            A :class:`~wortfeld.gazetteer.Gazetteer`, a CSV or JSONL file or rows; None finds
            quantities and dates only.
        quantities, dates
            Whether to look for money, percentages and numbers, and for dates.
        reference_date
            The day that "this year" refers to, for every document. Otherwise the metadata's date,
            the byline's, or the first full date in the text.
        resolve
            What stays of names and quantities that overlap: ``"leftmost_longest"``, ``"longest"``,
            ``"priority"`` (names in the order of the gazetteer, then quantities) or ``"all"``,
            which keeps what overlaps a mention one level down.
        nested
            Whether names and quantities that lie within a mention are kept, one level down.
        on_ambiguous
            What becomes of a span that several entities can be: the ``"best"`` by the evidence of
            the document, ``"all"`` of them, or none (``"skip"``) unless one has the most evidence.
        short_forms
            Whether an alias that needs a full form counts in a ``"document"`` that has one, or
            ``"always"``.
        compounds
            Which names within longer German words count: those beside a hyphen (``"hyphenated"``:
            ``NVIDIA-Chips``), these and the first parts of closed compounds (``"closed"``:
            ``Googlechef``, cut by how often its parts occur in the whole corpus), or ``"none"``.
        umlauts
            Whether ae, oe and ue may stand for umlauts in German documents, and umlauts for them.
        profile
            What :func:`wortfeld.profile` learnt of how words are written: a name whose case is not
            stated and that is often written small there (``Target``, ``target``) counts with its
            capital only, and at the start of a sentence only if the document has it within one.

        Returns
        -------
        Mentions
            In order of document and start; those of level 0 do not overlap unless several entities
            of one span are kept.

        Raises
        ------
        BadInput
            If the gazetteer cannot be read; the message names file and row.
        BadArgument
            If a policy is none, or if two contradict each other.

        Examples
        --------
        >>> import wortfeld as wf
        >>> corpus = wf.read(texts=["Am 10. März 2026 stieg der Kurs um 31 %."], language="de")
        >>> corpus.mentions().table()["timex"].tolist()
        ['2026-03-10', None]
        """
        from wortfeld.recognition import find_mentions

        return find_mentions(
            cast("Corpus", self),
            gazetteer,
            quantities=quantities,
            dates=dates,
            reference_date=reference_date,
            resolve=resolve,
            nested=nested,
            on_ambiguous=on_ambiguous,
            short_forms=short_forms,
            compounds=compounds,
            umlauts=umlauts,
            profile=profile,
        )

    def name_candidates(
        self,
        top: int | None = 50,
        *,
        gazetteer: Gazetteer | GazetteerSource | None = None,
        min_count: int = 1,
        zones: Zones = None,
    ) -> NameCandidates:
        """Propose names that a gazetteer does not know.

        In German a capital proves nothing, so evidence is added up: inner capitals and digits,
        first names and titles, legal forms, genitives without article, verbs of saying,
        explanations behind the name; against it speak articles, the same word written small,
        plurals and longer nouns that end in it. This looks at the whole corpus, so what is proposed
        for one document depends on the others. ``docs/gazetteers.md`` has the weights.

        Parameters
        ----------
        top
            How many to propose; None for all that reach a score of 1.5.
        gazetteer
            Names that are known and not proposed again; None knows none.
        min_count
            Names that occur less often are left out.
        zones
            Where to look; None takes title, lead, heading and body.

        Returns
        -------
        NameCandidates
            With ``table()`` and ``to_csv(path)``.

        Examples
        --------
        >>> import wortfeld as wf
        >>> corpus = wf.read(texts=["Peter Müller lobt die Technik von OpenAI."], language="de")
        >>> corpus.name_candidates(gazetteer={"OpenAI": ["OpenAI"]}).table()["alias"].tolist()
        ['Peter Müller']
        """
        from wortfeld.candidates import unknown_names

        return unknown_names(self.mentions(gazetteer), top=top, min_count=min_count, zones=zones)
