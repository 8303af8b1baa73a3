"""The methods of a corpus that choose some of its documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from wortfeld.corpus import Corpus
    from wortfeld.views import Selection

__all__ = ["PartsOfCorpus"]


class PartsOfCorpus:
    """A corpus as something that has parts, which are corpora."""

    __slots__ = ()

    def where(self, selection: Selection) -> Corpus:
        """Return the corpus of the documents that meet a `selection`.

        A mapping of columns of ``documents()`` to values, a truth value for each document, or a
        function of its row; see :func:`wortfeld.views.where`.
        """
        from wortfeld.views import where

        return where(cast("Corpus", self), selection)

    def split(self, by: str) -> dict[Any, Corpus]:
        """Return the corpora of the documents that share a value in the column `by`."""
        from wortfeld.views import split

        return split(cast("Corpus", self), by)

    def sample(self, n: int, *, seed: int = 0) -> Corpus:
        """Return `n` documents drawn by chance; a `seed` draws the same ones everywhere."""
        from wortfeld.views import sample

        return sample(cast("Corpus", self), n, seed=seed)
