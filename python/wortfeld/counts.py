"""How often each term occurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wortfeld import _arguments, _core
from wortfeld._call import COUNTED_ZONES, provenance
from wortfeld._filters import WordFilter
from wortfeld._wrap import run
from wortfeld.errors import BadArgument
from wortfeld.layers import as_layer
from wortfeld.table import Table

if TYPE_CHECKING:
    from wortfeld.corpus import Corpus
    from wortfeld.typing import Kinds, Layer, StopWordList, Zones

__all__ = ["terms"]


def terms(
    corpus: Corpus,
    *,
    layer: Layer = "folded",
    n: int = 1,
    min_count: int = 1,
    zones: Zones = None,
    top: int | None = None,
    stopwords: StopWordList = None,
    kinds: Kinds = None,
) -> Table:
    """Count the terms of a corpus.

    Parameters
    ----------
    corpus
        What to count.
    layer
        What a word counts as: ``"folded"`` joins forms that differ in case or compatibility only
        (ß stays ß), ``"surface"`` counts them as written, ``"stem"`` and ``"lemma"`` by the
        language of the document; a function, a mapping; see :func:`wortfeld.layer`.
    n
        Words per term; 1 for now.
    min_count
        Rarer terms are left out.
    zones
        None counts title, lead, heading and body, ``"all"`` everything.
    top
        Number of rows.
    stopwords
        Words that are not counted, wherever their folded form stands, whatever the layer: see
        :func:`wortfeld.stopwords`. Totals stay those of all words.
    kinds
        Kinds of token that are counted; None takes ``("word", "number")``. ``"punctuation"`` and
        ``"symbol"`` are counted only if they are named.

    Returns
    -------
    Table
        Columns ``term``, ``form`` (its commonest surface), ``count``, ``document_count`` and
        ``per_million`` (words of the zones, counted or not); most frequent first, then by term.
        Provenance says under ``excluded`` how many words were left out by ``kinds``, ``layer``
        (words without a value) and ``stopwords``, and how many terms by ``min_count``.

    Raises
    ------
    BadArgument
        If an argument has a value that is not allowed.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Der Chip und der Preis."], language="de")
    >>> corpus.terms(top=2)["count"].tolist()
    [2, 1]
    """
    wanted = as_layer(layer)
    if _arguments.count("n", n, least=1) != 1:
        message = f"n={n}: terms of several words have not landed; n=1 counts words"
        raise BadArgument(message)
    zone_names = _arguments.zones(zones)
    words = WordFilter(stopwords, kinds)
    options = _core.TermsOptions(
        filter=words.core,
        zones=zone_names,
        min_count=_arguments.count("min_count", min_count, least=1),
        top=_arguments.optional_count("top", top),
    )
    columns, excluded = run(corpus._layer(wanted).terms, options, task="counting terms")
    parameters = {"layer": wanted.name, "n": n, "min_count": min_count, "zones": zones, "top": top}
    made_by = provenance(
        corpus,
        "corpus.terms",
        parameters | words.parameters,
        layer=wanted.name,
        zones=zone_names or COUNTED_ZONES,
        excluded=excluded,
    )
    return Table(columns, caption="Terms by count", provenance=made_by)
