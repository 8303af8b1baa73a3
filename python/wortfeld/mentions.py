"""Mentions: spans that name an entity or a quantity, and what was counted from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wortfeld import _arguments, _core
from wortfeld._call import COUNTED_ZONES, provenance
from wortfeld._immutable import Immutable
from wortfeld.errors import BadArgument
from wortfeld.exchange.edit_methods import EditMethods
from wortfeld.exchange.methods import MentionMethods
from wortfeld.exchange.origin import Origin
from wortfeld.exchange.tagger_methods import TaggerMethods
from wortfeld.explanation import Explanation
from wortfeld.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wortfeld.corpus import Corpus
    from wortfeld.exchange.origin import Edit, Note
    from wortfeld.gazetteer import Gazetteer
    from wortfeld.network import Network
    from wortfeld.typing import ContextName, Zones

__all__ = ["Mentions"]


class Mentions(MentionMethods, EditMethods, TaggerMethods, Immutable):
    """All mentions of a corpus; made by ``corpus.mentions(...)``. Immutable.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Nvidia zahlt 2,5 Mrd. Dollar."], language="de")
    >>> rows = [{"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia"}]
    >>> mentions = corpus.mentions(rows)
    >>> mentions.table()["entity"].tolist()
    ['NVIDIA', 'USD 2500000000']
    >>> mentions.entities().row("NVIDIA")["forms"], mentions.explain("alias:Nvidia")["kind"]
    ('Nvidia', 'organisation')
    >>> len(mentions.filter(kinds="money")), len(mentions.cooccurrence())
    (1, 1)
    >>> mentions.explain(0)["form"], len(mentions.candidates())
    ('plain', 0)
    >>> mentions.reference_dates()["origin"].tolist()
    ['none']
    """

    __slots__ = ("__weakref__", "_call", "_corpus", "_gazetteer", "_origin", "_parameters", "_raw")

    _raw: _core.Mentions
    _corpus: Corpus
    _gazetteer: Gazetteer
    _parameters: dict[str, Any]
    _origin: Origin

    def __init__(self) -> None:
        message = "Mentions are made by corpus.mentions(...)"
        raise TypeError(message)

    @classmethod
    def _from_raw(
        cls,
        raw: _core.Mentions,
        corpus: Corpus,
        gazetteer: Gazetteer,
        parameters: dict[str, Any],
        *,
        origin: Origin | None = None,
    ) -> Mentions:
        mentions = cls.__new__(cls)
        mentions._raw = raw
        mentions._corpus = corpus
        mentions._gazetteer = gazetteer
        mentions._parameters = parameters
        mentions._origin = origin or Origin()
        return mentions

    def _edited(
        self,
        raw: _core.Mentions,
        edit: Edit,
        *,
        notes: tuple[Note, ...] = (),
        excluded: Mapping[str, int] | None = None,
    ) -> Mentions:
        origin = self._origin.after(edit, notes, excluded or {})
        return Mentions._from_raw(
            raw, self._corpus, self._gazetteer, self._parameters, origin=origin
        )

    def __len__(self) -> int:
        return len(self._raw)

    __iter__ = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Copy them with their corpus and gazetteer: also to another process."""
        from wortfeld.exchange.saved import from_bytes, to_bytes

        known = (self._corpus, self._gazetteer, self._parameters, self._origin)
        return from_bytes, (to_bytes(self), *known)

    @property
    def corpus(self) -> Corpus:
        """The corpus in which they were found."""
        return self._corpus

    @property
    def gazetteer(self) -> Gazetteer:
        """The names that were looked for."""
        return self._gazetteer

    @property
    def warnings(self) -> Table:
        """What to know about gazetteer and dates: columns source, place, kind, message.

        Rows of the gazetteer that were accepted with a remark, languages without rules, in whose
        documents no amounts and dates are read, documents whose relative dates refer
        to a date found in their text, given spans that were repaired, rejected or overlap others,
        and edits that found nothing to change.
        """
        from wortfeld._columns import columns_from
        from wortfeld.mention_notes import notes

        rows = [*notes(self), *self._origin.notes]
        names = ("source", "place", "kind", "message")
        columns = columns_from(
            {name: [row[at] for row in rows] for at, name in enumerate(names)},
            types=dict.fromkeys(names, "text"),
        )
        return self._table(columns, "What to know about the mentions", zones="all")

    def table(self) -> Table:
        """Return every mention of every zone, with its reading and the rule behind it."""
        return self._table(self._raw.table(), "Mentions", zones="all")

    def entities(self) -> Table:
        """Return who is named, how often, in how many documents, under which forms.

        Counted zones only; forms by count, joined by " | "; most frequent first.
        """
        return self._table(self._raw.entities(), "Entities by count", zones=COUNTED_ZONES)

    def reference_dates(self) -> Table:
        """Return the day to which relative dates of each document refer, and where it is from."""
        return self._table(self._raw.reference_dates(), "Reference dates", zones="all")

    def candidates(self) -> Table:
        """Return what each ambiguous span can be: a row an entity, with its share of the evidence.

        ``chosen`` is 1 for those that became mentions; `on_ambiguous` decides which do.
        """
        return self._table(self._raw.candidates(), "Candidates of ambiguous names", zones="all")

    def explain(self, mention: int | str | Mapping[str, Any]) -> Explanation:
        """Return why a mention is one, as a dict: alias, policies, form and role, or its data row.

        Parameters
        ----------
        mention
            The number of its row in :meth:`table`, that row, or a text of the column ``rule``.

        Raises
        ------
        BadArgument, UnknownName
            If there is no such row, no such rule.
        """
        if isinstance(mention, str):
            found = self._raw.rule(_arguments.text("mention", mention))
        elif isinstance(mention, Mapping):
            found = self._raw.mention(self._row_of(mention))
        else:
            found = self._raw.mention(_arguments.count("mention", mention))
        return Explanation(zip(found.values("name"), found.values("value"), strict=True))

    def _row_of(self, mention: Mapping[str, Any]) -> int:
        """Return the number of a row of the table."""
        names = ("document", "start", "end", "rule", "level")
        columns = [self._raw.table().values(name) for name in names]
        wanted = tuple(mention.get(name) for name in names)
        for number, row in enumerate(zip(*columns, strict=True)):
            if row == wanted:
                return number
        message = f"no mention is {wanted}; give a row of mentions.table().rows()"
        raise BadArgument(message)

    def filter(
        self,
        kinds: str | Iterable[str] | None = None,
        entities: str | Iterable[str] | None = None,
        documents: str | Iterable[str] | None = None,
    ) -> Mentions:
        """Return the mentions of these `kinds`, `entities` and `documents`; None does not filter.

        Units without mentions stay units, so expected counts keep their meaning.

        Raises
        ------
        UnknownName
            If there is no such kind, entity or document; the message offers near names.
        """
        parameters = {"kinds": kinds, "entities": entities, "documents": documents}
        kept = self._raw.filter(
            **{name: _arguments.names(name, value) for name, value in parameters.items()}
        )
        return Mentions._from_raw(
            kept,
            self._corpus,
            self._gazetteer,
            self._parameters | {"filter": parameters},
            origin=self._origin,
        )

    def cooccurrence(
        self,
        context: ContextName = "sentence",
        *,
        kinds: str | Iterable[str] | None = None,
        zones: Zones = None,
        nested: bool = False,
    ) -> Network:
        """Count who is mentioned with whom in a `context`.

        The context is ``"sentence"``, ``"paragraph"`` or ``"document"`` within the `zones` (None:
        title, lead, heading, body); `kinds` None takes all names, no quantities and dates. With
        `nested` names within others count too, but never meet them. See
        :func:`wortfeld.cooccurrence.entity_network`.
        """
        from wortfeld.cooccurrence import entity_network

        return entity_network(self, context, kinds=kinds, zones=zones, nested=nested)

    def __repr__(self) -> str:
        from wortfeld.display.mentions import mentions_text

        return mentions_text(self)

    def _repr_html_(self) -> str:
        from wortfeld.display.mentions import mentions_html

        return mentions_html(self)

    @property
    def _source(self) -> str:
        """What the names are from: a gazetteer, or given spans."""
        return self._origin.source or self._gazetteer.name

    @property
    def _is_given(self) -> bool:
        """Whether the names are no longer, or never were, those a gazetteer found."""
        return self._origin.source is not None or bool(self._origin.edits)

    def _table(self, columns: _core.Columns, caption: str, *, zones: Any) -> Table:
        entries = self._provenance(zones=zones)
        return Table(columns, caption=caption, provenance=entries)

    def _provenance(self, **known: Any) -> dict[str, Any]:
        found = self._raw.reference_dates()
        origins = found.values("origin")
        inferred = {
            document: str(day)
            for document, day, origin in zip(
                found.values("document"), found.values("reference_date"), origins, strict=True
            )
            if origin == "first full date"
        }
        parameters = self._parameters | {"gazetteer": self._source}
        if self._origin.edits:
            parameters["edits"] = [list(edit) for edit in self._origin.edits]
        entries = {"excluded": self._raw.excluded | dict(self._origin.excluded)} | known
        made = provenance(self._corpus, self._origin.call, parameters, **entries)
        if inferred:
            made["parameters"] = made["parameters"] | {"reference_dates_from_text": inferred}
        return made
