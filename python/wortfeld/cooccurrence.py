"""Counting who or what stands together: from mentions or terms to a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from wortfeld import _arguments, _core
from wortfeld._call import COUNTED_ZONES
from wortfeld._filters import WordFilter
from wortfeld._wrap import raw, run
from wortfeld.errors import BadArgument
from wortfeld.layers import as_layer
from wortfeld.network import Network
from wortfeld.typing import ContextName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wortfeld.corpus import Corpus
    from wortfeld.layers import Layer as LayerObject
    from wortfeld.mentions import Mentions
    from wortfeld.typing import Kinds, Layer, StopWordList, Zones

__all__ = ["entity_network", "term_network"]


def _context(value: Any) -> str:
    if isinstance(value, str):
        return _arguments.choice("context", value, get_args(ContextName))
    message = (
        f"context={value!r}: windows of words have not landed; "
        f"use {', '.join(map(repr, get_args(ContextName)))}"
    )
    raise BadArgument(message)


def entity_network(
    mentions: Mentions,
    context: ContextName = "sentence",
    *,
    kinds: str | Iterable[str] | None = None,
    zones: Zones = None,
    nested: bool = False,
) -> Network:
    """Count who is mentioned with whom.

    Parameters
    ----------
    mentions
        The mentions to count.
    context
        ``"sentence"``, ``"paragraph"`` or ``"document"``.
    kinds
        Kinds of mentions that become nodes; None takes all names, no quantities and dates.
    zones
        None counts title, lead, heading and body.
    nested
        Whether mentions within or across others count too (``Google`` in ``Google DeepMind``). A
        name never meets the one that it is a part of: units in which the two stand only so are left
        out of the table of that pair.

    Returns
    -------
    Network
        Entities that occur at least once, with every pair that shares a unit.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Nvidia trifft OpenAI. Nvidia wartet."], language="de")
    >>> names = ("Nvidia", "OpenAI")
    >>> rows = [{"entity": name, "kind": "organisation", "alias": name} for name in names]
    >>> corpus.mentions(rows).cooccurrence().contingency("Nvidia", "OpenAI")
    Contingency(o11=1, o12=1, o21=0, o22=0)
    """
    unit = _context(context)
    zone_names = _arguments.zones(zones)
    wanted = _arguments.names("kinds", kinds)
    counted = run(
        _core.count_entities_together,
        raw(mentions),
        context=unit,
        kinds=wanted,
        zones=zone_names,
        nested=_nested(mentions, nested),
        task="counting pairs",
    )
    made_by: dict[str, Any] = {
        "context": unit,
        "zones": zone_names or COUNTED_ZONES,
        "layer": None,
        "excluded": mentions._provenance()["excluded"],
        "kinds": wanted or None,
        "nested": bool(nested),
        "gazetteer": mentions._source,
    }
    return Network._from_raw(counted, mentions.corpus, made_by)


def _nested(mentions: Mentions, nested: object) -> bool:
    wanted = _arguments.flag("nested", nested)
    found = mentions._parameters
    if wanted and found.get("nested") is False and found.get("resolve") != "all":
        message = (
            "these mentions were found without those within others; call "
            "corpus.mentions(..., nested=True) first"
        )
        raise BadArgument(message)
    return wanted


def term_network(
    corpus: Corpus,
    terms: Iterable[str] | str | None = None,
    *,
    context: ContextName = "sentence",
    layer: Layer = "folded",
    min_count: int = 5,
    zones: Zones = None,
    stopwords: StopWordList = None,
    kinds: Kinds = None,
) -> Network:
    """Count which terms stand together.

    Parameters
    ----------
    corpus
        What to count.
    terms
        The terms that become nodes, as the layer spells them or as words of the text; None takes
        all with `min_count`.
    context
        ``"sentence"``, ``"paragraph"`` or ``"document"``.
    layer
        What a word counts as; see :func:`wortfeld.layer`.
    min_count
        Rarer terms are no nodes, unless they are named in `terms`.
    zones
        None counts title, lead, heading and body.
    stopwords
        Words that are no nodes, wherever their folded form stands; units stay what they are.
    kinds
        Kinds of token that are nodes; None takes ``("word", "number")``.

    Returns
    -------
    Network
        Terms with every pair that shares a unit.

    Raises
    ------
    UnknownName
        If a term does not occur or is not counted; the message offers near ones.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Chip und Strom. Strom und Chip. Strom."], language="de")
    >>> corpus.cooccurrence(min_count=2).nodes()["entity"].tolist()
    ['strom', 'chip', 'und']
    """
    unit = _context(context)
    meant = as_layer(layer)
    zone_names = _arguments.zones(zones)
    wanted = _arguments.names("terms", terms)
    words = WordFilter(stopwords, kinds)
    options = _core.TermNetworkOptions(
        context=unit,
        terms=_spelled(corpus, meant, wanted),
        min_count=_arguments.count("min_count", min_count, least=1),
        zones=zone_names,
        filter=words.core,
    )
    counted, excluded = run(
        _core.count_terms_together, corpus._layer(meant), options, task="counting pairs"
    )
    made_by: dict[str, Any] = {
        "context": unit,
        "zones": zone_names or COUNTED_ZONES,
        "layer": meant.name,
        "excluded": excluded,
        "terms": wanted or None,
        "min_term_count": min_count,
    } | words.parameters
    return Network._from_raw(counted, corpus, made_by)


def _spelled(corpus: Corpus, layer: LayerObject, terms: list[str]) -> list[str]:
    """Return the terms as the layer spells them: as given, else as words of the text."""
    values = corpus._layer(layer)
    return [
        next((one for one in (term, *layer.spellings(corpus, term)) if values.has(one)), term)
        for term in terms
    ]
