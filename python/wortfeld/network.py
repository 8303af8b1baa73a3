"""Networks: items, the contingency tables of their pairs, and the places behind each count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from wortfeld import _arguments, _core
from wortfeld._call import provenance
from wortfeld._immutable import Immutable
from wortfeld._wrap import raw, run
from wortfeld.contingency import Contingency
from wortfeld.errors import BadArgument
from wortfeld.evidence import Evidence
from wortfeld.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wortfeld.corpus import Corpus

__all__ = ["Network", "Pair"]


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
        """Return the (first `top`) passages that were counted: one row per unit, in order.

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


class Network(Immutable):
    """Items and how often they share a sentence, paragraph or document. Immutable.

    Made by ``mentions.cooccurrence(...)`` or ``corpus.cooccurrence(...)``.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Chip und Strom. Strom und Chip. Strom."], language="de")
    >>> network = corpus.cooccurrence(["chip", "strom"])
    >>> network.pairs()["count"].tolist(), network.nodes()["units"].tolist()
    ([2], [3, 2])
    >>> network.contingency("chip", "strom")
    Contingency(o11=2, o12=0, o21=1, o22=0)
    """

    __slots__ = ("__weakref__", "_corpus", "_made_by", "_raw")

    _raw: _core.Network
    _corpus: Corpus
    _made_by: dict[str, Any]

    def __init__(self) -> None:
        message = "a Network is made by mentions.cooccurrence(...) or corpus.cooccurrence(...)"
        raise TypeError(message)

    @classmethod
    def _from_raw(cls, raw: _core.Network, corpus: Corpus, made_by: dict[str, Any]) -> Network:
        network = cls.__new__(cls)
        network._raw = raw
        network._corpus = corpus
        network._made_by = made_by
        return network

    def __reduce__(self) -> tuple[Any, ...]:
        message = (
            "a Network cannot be pickled: pickle the mentions or the corpus and call "
            "cooccurrence(...) again, or keep nodes() and pairs(), which can"
        )
        raise TypeError(message)

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
        max_q
            The largest q-value shown; like `min_count` and `top` it acts after the correction.
        min_count
            The smallest count shown.
        top
            Number of rows.
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
        """Return the contingency table of items `a` and `b`; an item is a name or (name, kind)."""
        return self[a, b].contingency

    def __getitem__(self, pair: Any) -> Pair:
        """Return a pair of known items, whether they met or not; their order does not matter.

        Raises
        ------
        UnknownName
            If an item is unknown; the message offers near names.
        """
        if not isinstance(pair, tuple) or len(pair) != 2:
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
    if isinstance(item, tuple) and len(item) == 2:
        return _arguments.text("item", item[0]), _arguments.text("kind", item[1])
    return _arguments.text("item", item), ""


def _share(name: str, value: Any) -> float:
    if isinstance(value, str) or not hasattr(value, "__float__"):
        message = f"{name} must be a number, not {type(value).__name__}"
        raise TypeError(message)
    number = float(value)
    if not 0 <= number <= 1:
        message = f"{name} must lie between 0 and 1, not {value!r}"
        raise BadArgument(message)
    return number
