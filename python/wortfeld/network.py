"""Networks: items, the contingency tables of their pairs, and the places behind each count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from wortfeld import _arguments, _core
from wortfeld._call import COUNTED_ZONES, provenance
from wortfeld._wrap import raw, run
from wortfeld.errors import BadArgument
from wortfeld.evidence import Evidence
from wortfeld.table import Table
from wortfeld.typing import ContextName, Layer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wortfeld.corpus import Corpus
    from wortfeld.mentions import Mentions
    from wortfeld.typing import Zones

__all__ = ["Contingency", "Network", "Pair", "entity_network", "term_network"]


class Contingency(NamedTuple):
    """The four counts of a pair (Evert's notation): units with both, with one only, with neither.

    Examples
    --------
    >>> Contingency(o11=2, o12=1, o21=3, o22=4).e11
    1.5
    """

    o11: int
    o12: int
    o21: int
    o22: int

    @property
    def r1(self) -> int:
        """Units that contain a."""
        return self.o11 + self.o12

    @property
    def r2(self) -> int:
        """Units without a."""
        return self.o21 + self.o22

    @property
    def c1(self) -> int:
        """Units that contain b."""
        return self.o11 + self.o21

    @property
    def c2(self) -> int:
        """Units without b."""
        return self.o12 + self.o22

    @property
    def n(self) -> int:
        """All units."""
        return self.r1 + self.r2

    @property
    def e11(self) -> float:
        """Units with both that chance alone explains, r1 c1 / n; NaN without units."""
        return self.r1 * self.c1 / self.n if self.n else float("nan")


class Pair:
    """Two items of a network: ``network["a", "b"]``.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Chip und Strom. Strom und Chip. Strom."], language="de")
    >>> pair = corpus.cooccurrence(["chip", "strom"])["chip", "strom"]
    >>> pair.contingency.o11, len(pair.evidence())
    (2, 2)
    """

    __slots__ = ("_a", "_b", "_names", "_network")

    def __init__(self, network: Network, a: int, b: int, names: tuple[str, str]) -> None:
        self._network = network
        self._a = a
        self._b = b
        self._names = names

    @property
    def names(self) -> tuple[str, str]:
        """The two items, as asked."""
        return self._names

    @property
    def count(self) -> int:
        """Units in which both occur."""
        return self.contingency.o11

    @property
    def contingency(self) -> Contingency:
        """The integers behind every measure."""
        return Contingency(*raw(self._network).contingency(self._a, self._b))

    def evidence(self, top: int | None = None) -> Evidence:
        """Return the passages that were counted: one row per unit, in document order.

        Columns ``document``, ``sentence`` (null for larger units), ``start``, ``end`` (the unit),
        ``a_start``, ``a_end``, ``b_start``, ``b_end`` (the two nearest mentions), ``text``.
        """
        columns = raw(self._network).evidence(
            self._a, self._b, _arguments.optional_count("top", top)
        )
        return Evidence(
            columns,
            caption=f"{self._names[0]} with {self._names[1]}",
            provenance=self._network._provenance(f"network[{self._names!r}].evidence", top=top),
        )

    def __repr__(self) -> str:
        return f"Pair({self._names[0]!r}, {self._names[1]!r}, count={self.count})"


class Network:
    """Items and how often they share a sentence, paragraph or document. Immutable.

    Made by ``mentions.cooccurrence(...)`` or ``corpus.cooccurrence(...)``.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Chip und Strom. Strom und Chip. Strom."], language="de")
    >>> network = corpus.cooccurrence(["chip", "strom"])
    >>> network.pairs()["count"].tolist()
    [2]
    """

    __slots__ = ("__weakref__", "_corpus", "_made_by", "_raw")

    _raw: _core.Network
    _corpus: Corpus
    _made_by: dict[str, Any]

    def __init__(self) -> None:
        message = "a Network is made by mentions.cooccurrence(...) or corpus.cooccurrence(...)"
        raise TypeError(message)

    @classmethod
    def _from_raw(
        cls, raw: _core.Network, corpus: Corpus, made_by: dict[str, Any]
    ) -> Network:
        network = cls.__new__(cls)
        network._raw = raw
        network._corpus = corpus
        network._made_by = made_by
        return network

    def __len__(self) -> int:
        return self._raw.nodes().rows

    __iter__ = None

    @property
    def unit_count(self) -> int:
        """N: all units of the counted zones, those without any item included."""
        return self._raw.unit_count

    @property
    def candidate_count(self) -> int:
        """m: the pairs that could have been found, k(k-1)/2 for k nodes."""
        return self._raw.candidate_count

    def nodes(self) -> Table:
        """Return the items and in how many units each occurs; most frequent first."""
        return Table(
            self._raw.nodes(), caption="Nodes", provenance=self._provenance("network.nodes")
        )

    def pairs(
        self,
        *,
        measures: str | Iterable[str] = ("log_likelihood", "log_odds", "log_dice"),
        test: Literal["fisher"] = "fisher",
        adjust: Literal["benjamini_hochberg"] = "benjamini_hochberg",
        max_q: float | None = None,
        min_count: int = 1,
        top: int | None = None,
        sort: str | Iterable[str] = "count",
    ) -> Table:
        """Return every pair that met, with its measures, test and correction.

        Parameters
        ----------
        measures
            Names from :func:`wortfeld.measures`; a column each. A measure that is not symmetric
            fills two columns, ``<name>_b_given_a`` and ``<name>_a_given_b``.
        test
            ``"fisher"``: the exact one-sided hypergeometric probability of at least this count.
        adjust
            ``"benjamini_hochberg"`` over all candidates, the pairs that never met included.
        max_q, min_count, top
            Filters of rows, applied after the correction.
        sort
            A column or several; largest first, p and q smallest first, ties by count, documents
            and names.

        Returns
        -------
        Table
            Columns ``a``, ``b``, ``kind_a``, ``kind_b``, ``count``, ``document_count``,
            ``expected``, ``expected_within`` (null where a unit is a document), the measures,
            ``p_value``, ``log10_p``, ``q_value``.

        Raises
        ------
        UnknownName
            If a measure or column is unknown; the message offers near names.
        """
        _arguments.choice("test", test, ("fisher",))
        _arguments.choice("adjust", adjust, ("benjamini_hochberg",))
        names = _arguments.names("measures", measures)
        options = _core.PairsOptions(
            measures=names,
            max_q=None if max_q is None else _share("max_q", max_q),
            min_count=_arguments.count("min_count", min_count),
            sort=_arguments.names("sort", sort),
            top=_arguments.optional_count("top", top),
        )
        return Table(
            run(self._raw.pairs, options, task="scoring pairs"),
            caption="Pairs",
            provenance=self._provenance(
                "network.pairs",
                measures=names,
                test=test,
                adjust=adjust,
                max_q=max_q,
                min_count=min_count,
                top=top,
                sort=sort,
            ),
        )

    def contingency(self, a: str | tuple[str, str], b: str | tuple[str, str]) -> Contingency:
        """Return the contingency table of two items; an item is a name or (name, kind)."""
        return self[a, b].contingency

    def __getitem__(self, pair: tuple[Any, Any]) -> Pair:
        """Return a pair of known items, whether they met or not; their order does not matter.

        Raises
        ------
        UnknownName
            If an item is unknown; the message offers near names.
        """
        if not isinstance(pair, tuple) or len(pair) != 2:  # noqa: PLR2004  a pair has two
            message = "network[...] takes two items: network['NVIDIA', 'OpenAI']"
            raise TypeError(message)
        (a, kind_a), (b, kind_b) = (_item(item) for item in pair)
        return Pair(self, self._raw.find(a, kind_a), self._raw.find(b, kind_b), (a, b))

    def __repr__(self) -> str:
        return (
            f"Network: {len(self)} nodes in {self.unit_count} units "
            f"({self._made_by['context']}), {self.candidate_count} candidate pairs"
        )

    def _repr_html_(self) -> str:
        return self.pairs(top=20)._repr_html_()

    def _provenance(self, function: str, **parameters: Any) -> dict[str, Any]:
        made_by = dict(self._made_by)
        known = {key: made_by.pop(key) for key in ("context", "zones", "layer", "excluded")}
        counts = {"candidates": self.candidate_count, "units": self.unit_count}
        entries = provenance(self._corpus, function, parameters, **known)
        return entries | {"parameters": made_by | parameters | counts}


def _item(item: Any) -> tuple[str, str]:
    if isinstance(item, tuple) and len(item) == 2:  # noqa: PLR2004  name and kind
        return _arguments.text("item", item[0]), _arguments.text("kind", item[1])
    return _arguments.text("item", item), ""


def _share(name: str, value: Any) -> float:
    number = float(value)
    if not 0 <= number <= 1:
        message = f"{name} must lie between 0 and 1, not {value!r}"
        raise BadArgument(message)
    return number


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
        task="counting pairs",
    )
    made_by = {
        "context": unit,
        "zones": zone_names or COUNTED_ZONES,
        "layer": None,
        "excluded": mentions._provenance()["excluded"],
        "kinds": wanted or None,
        "gazetteer": mentions.gazetteer.name,
    }
    return Network._from_raw(counted, mentions.corpus, made_by)


def term_network(
    corpus: Corpus,
    terms: Iterable[str] | str | None = None,
    *,
    context: ContextName = "sentence",
    layer: Layer = "folded",
    min_count: int = 5,
    zones: Zones = None,
) -> Network:
    """Count which terms stand together.

    Parameters
    ----------
    corpus
        What to count.
    terms
        The terms that become nodes, as the layer spells them; None takes all with `min_count`.
    context
        ``"sentence"``, ``"paragraph"`` or ``"document"``.
    layer
        Which values are terms.
    min_count
        Rarer terms are no nodes, unless they are named in `terms`.
    zones
        None counts title, lead, heading and body.

    Returns
    -------
    Network
        Terms with every pair that shares a unit.

    Raises
    ------
    UnknownName
        If a term does not occur; the message offers near ones.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Chip und Strom. Strom und Chip. Strom."], language="de")
    >>> corpus.cooccurrence(min_count=2).nodes()["entity"].tolist()
    ['strom', 'chip', 'und']
    """
    unit = _context(context)
    _arguments.choice("layer", layer, get_args(Layer))
    zone_names = _arguments.zones(zones)
    wanted = _arguments.names("terms", terms)
    options = _core.TermNetworkOptions(
        context=unit,
        terms=[_core.fold(term) for term in wanted] if layer == "folded" else wanted,
        layer=layer,
        min_count=_arguments.count("min_count", min_count, least=1),
        zones=zone_names,
    )
    counted = run(_core.count_terms_together, raw(corpus), options, task="counting pairs")
    made_by = {
        "context": unit,
        "zones": zone_names or COUNTED_ZONES,
        "layer": layer,
        "excluded": {},
        "terms": wanted or None,
        "min_term_count": min_count,
    }
    return Network._from_raw(counted, corpus, made_by)
