"""How often each term occurs."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from wortfeld import _arguments
from wortfeld._call import COUNTED_ZONES, provenance
from wortfeld._wrap import raw, run
from wortfeld.errors import BadArgument
from wortfeld.table import Table
from wortfeld.typing import Layer

if TYPE_CHECKING:
    from wortfeld.corpus import Corpus
    from wortfeld.typing import Zones

__all__ = ["terms"]


def terms(
    corpus: Corpus,
    *,
    layer: Layer = "folded",
    n: int = 1,
    min_count: int = 1,
    zones: Zones = None,
    top: int | None = None,
) -> Table:
    """Count the terms of a corpus.

    Parameters
    ----------
    corpus
        What to count.
    layer
        ``"folded"`` joins forms that differ in case or compatibility only (ß stays ß),
        ``"surface"`` counts them as written.
    n
        Words per term; 1 for now.
    min_count
        Rarer terms are left out.
    zones
        None counts title, lead, heading and body, ``"all"`` everything.
    top
        Number of rows.

    Returns
    -------
    Table
        Columns ``term``, ``form`` (its commonest surface), ``count``, ``document_count`` and
        ``per_million`` (words of the zones); most frequent first, then by term.

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
    _arguments.choice("layer", layer, get_args(Layer))
    least = _arguments.count("min_count", min_count, least=1)
    if _arguments.count("n", n, least=1) != 1:
        message = f"n={n}: terms of several words have not landed; n=1 counts words"
        raise BadArgument(message)
    zone_names = _arguments.zones(zones)
    columns = run(
        raw(corpus).terms, layer=layer, zones=zone_names, min_count=1, task="counting terms"
    )
    every = columns.rows
    if least > 1:
        counts = columns.numpy("count")
        columns = columns.slice(0, int((counts >= least).sum()))
    excluded = {"min_count": every - columns.rows} if least > 1 else {}
    if top is not None:
        columns = columns.slice(0, _arguments.count("top", top))
    parameters = {"layer": layer, "n": n, "min_count": min_count, "zones": zones, "top": top}
    return Table(
        columns,
        caption="Terms by count",
        provenance=provenance(
            corpus,
            "corpus.terms",
            parameters,
            layer=layer,
            zones=zone_names or COUNTED_ZONES,
            excluded=excluded,
        ),
    )
