"""The methods of a corpus that find who and what is named in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import datetime

    from wortfeld.candidates import NameCandidates
    from wortfeld.corpus import Corpus
    from wortfeld.gazetteer import Gazetteer, GazetteerSource
    from wortfeld.mentions import Mentions
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
    ) -> Mentions:
        """Find the names of a `gazetteer`, and `quantities` and `dates` without any list.

        `reference_date` is the day that "this year" refers to; the other arguments say what
        becomes a mention. See :func:`wortfeld.recognition.find_mentions`.
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
        )

    def name_candidates(
        self,
        top: int | None = 50,
        *,
        gazetteer: Gazetteer | GazetteerSource | None = None,
        min_count: int = 1,
        zones: Zones = None,
    ) -> NameCandidates:
        """Propose the `top` names that a `gazetteer` does not know, for a person to confirm.

        They occur at least `min_count` times in the `zones`. See
        :func:`wortfeld.candidates.name_candidates`.
        """
        from wortfeld.candidates import name_candidates

        return name_candidates(
            cast("Corpus", self), top, gazetteer=gazetteer, min_count=min_count, zones=zones
        )
