"""The methods of a corpus that find who and what is named in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import datetime

    from wortfeld.corpus import Corpus
    from wortfeld.gazetteer import Gazetteer, GazetteerSource
    from wortfeld.mentions import Mentions
    from wortfeld.typing import OnAmbiguous, Resolve, ShortForms

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
        )
