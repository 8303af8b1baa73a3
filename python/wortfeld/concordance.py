"""Every hit of a pattern with the text around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from wortfeld import _arguments
from wortfeld._call import provenance
from wortfeld._wrap import job, raw
from wortfeld.table import Table

if TYPE_CHECKING:
    from wortfeld import _core
    from wortfeld.corpus import Corpus

__all__ = ["Concordance", "ConcordanceSort", "concordance"]

ConcordanceSort: TypeAlias = Literal["match", "before1", "after1"]


class Concordance(Table):
    """Lines of a concordance: a table that shows itself aligned on the match.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Der neue Chip kommt."], language="de")
    >>> corpus.concordance("chip")["match"].tolist()
    ['Chip']
    """

    def __repr__(self) -> str:
        from wortfeld.display.concordance import concordance_text

        return concordance_text(self)

    def _repr_html_(self) -> str:
        from wortfeld.display.concordance import concordance_html

        return concordance_html(self)


def concordance(
    corpus: Corpus,
    pattern: str,
    *,
    sort: ConcordanceSort | None = None,
    top: int | None = None,
) -> Concordance:
    """Show every hit of a pattern with its context, in all zones.

    Parameters
    ----------
    corpus
        Where to search.
    pattern
        A word, or the beginning of one and a star; case does not matter.
    sort
        None keeps the order of the documents; ``"match"`` sorts by the hit, ``"after1"`` and
        ``"before1"`` by the word after or before it.
    top
        Number of lines, after sorting.

    Returns
    -------
    Concordance
        Columns ``document``, ``sentence``, ``start``, ``end``, ``before``, ``match``, ``after``;
        the contexts are up to 60 code points of the document, line breaks shown as spaces.

    Raises
    ------
    BadArgument
        If the pattern is not one word.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Der neue Chip kommt, die Chips auch."], language="de")
    >>> corpus.concordance("chip*", sort="after1")["after"].tolist()
    [' auch.', ' kommt, die Chips auch.']
    """
    _arguments.text("pattern", pattern)
    limit = _arguments.optional_count("top", top)
    if sort is not None:
        _arguments.choice("sort", sort, get_args(ConcordanceSort))
    with job("searching") as how:
        columns = raw(corpus).concordance(
            pattern, top=limit if sort is None else None, progress=how["progress"]
        )
    if sort is not None:
        columns = _sorted(columns, sort)
        columns = columns if limit is None else columns.slice(0, limit)
    return Concordance(
        columns,
        caption=f"Concordance of {pattern}",
        provenance=provenance(
            corpus,
            "corpus.concordance",
            {"pattern": pattern, "sort": sort, "top": top},
            layer="folded",
            zones="all",
        ),
    )


def _sorted(columns: _core.Columns, sort: ConcordanceSort) -> _core.Columns:
    """Sort lines by a word beside the hit, ties by the whole line, then by place."""
    texts = columns.values("match" if sort == "match" else sort.removesuffix("1"))
    keys = [_key(text, from_end=sort == "before1") for text in texts]
    return columns.take(sorted(range(len(keys)), key=keys.__getitem__))


def _key(text: str, *, from_end: bool) -> list[str]:
    words = ["".join(filter(str.isalnum, word)).casefold() for word in text.split()]
    kept = [word for word in words if word]
    return kept[::-1] if from_end else kept
