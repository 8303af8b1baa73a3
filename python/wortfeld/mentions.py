"""Mentions: spans that name an entity or a quantity, and what was counted from them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Literal

from wortfeld import _arguments, _core
from wortfeld._call import COUNTED_ZONES, provenance
from wortfeld._wrap import raw, run
from wortfeld.errors import BadArgument
from wortfeld.gazetteer import Gazetteer, as_gazetteer
from wortfeld.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wortfeld.corpus import Corpus
    from wortfeld.gazetteer import GazetteerSource
    from wortfeld.network import Network
    from wortfeld.typing import ContextName, Zones

__all__ = ["Mentions", "find_mentions"]

_EPOCH = datetime.date(1970, 1, 1)


class Mentions:
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
    >>> mentions.reference_dates()["origin"].tolist()
    ['none']
    """

    __slots__ = ("__weakref__", "_call", "_corpus", "_gazetteer", "_parameters", "_raw")

    _raw: _core.Mentions
    _corpus: Corpus
    _gazetteer: Gazetteer
    _parameters: dict[str, Any]

    def __init__(self) -> None:
        message = "Mentions are made by corpus.mentions(...)"
        raise TypeError(message)

    @classmethod
    def _from_raw(
        cls, raw: _core.Mentions, corpus: Corpus, gazetteer: Gazetteer, parameters: dict[str, Any]
    ) -> Mentions:
        mentions = cls.__new__(cls)
        mentions._raw = raw
        mentions._corpus = corpus
        mentions._gazetteer = gazetteer
        mentions._parameters = parameters
        return mentions

    def __len__(self) -> int:
        return len(self._raw)

    __iter__ = None

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

        Rows of the gazetteer that were accepted with a remark, and documents whose relative dates
        refer to a date found in their text.
        """
        from wortfeld._columns import columns_from

        rows = [*self._gazetteer_notes(), *self._date_notes()]
        names = ("source", "place", "kind", "message")
        columns = columns_from(
            {name: [row[at] for row in rows] for at, name in enumerate(names)},
            types=dict.fromkeys(names, "text"),
        )
        return self._table(columns, "What to know about the mentions", zones="all")

    def _gazetteer_notes(self) -> list[tuple[str, str, str, str]]:
        found = raw(self._gazetteer).warnings()
        return [
            (self._gazetteer.name, f"row {row}", "gazetteer", message)
            for row, message in zip(found.values("row"), found.values("message"), strict=True)
        ]

    def _date_notes(self) -> list[tuple[str, str, str, str]]:
        message = "no date was given, so relative dates refer to the first full date in the text"
        return [
            (row["document"], str(row["reference_date"]), "reference_date", message)
            for row in self.reference_dates().rows()
            if row["origin"] == "first full date"
        ]

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

    def explain(self, rule: str) -> dict[str, str]:
        """Return the row of language data, or of the gazetteer, behind a `rule`.

        Raises
        ------
        UnknownName
            If there is no such rule.
        """
        found = self._raw.rule(_arguments.text("rule", rule))
        return dict(zip(found.values("name"), found.values("value"), strict=True))

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
            kept, self._corpus, self._gazetteer, self._parameters | {"filter": parameters}
        )

    def cooccurrence(
        self,
        context: ContextName = "sentence",
        *,
        kinds: str | Iterable[str] | None = None,
        zones: Zones = None,
    ) -> Network:
        """Count who is mentioned with whom in a `context`.

        The context is ``"sentence"``, ``"paragraph"`` or ``"document"`` within the `zones` (None:
        title, lead, heading, body); `kinds` None takes all names, no quantities and dates. See
        :func:`wortfeld.cooccurrence.entity_network`.
        """
        from wortfeld.cooccurrence import entity_network

        return entity_network(self, context, kinds=kinds, zones=zones)

    def __repr__(self) -> str:
        counts = self.table()
        named = sum(entity.startswith("alias:") for entity in counts["rule"])
        return (
            f"Mentions: {named} of names, {len(self) - named} of quantities "
            f"in {len(self._corpus)} documents"
        )

    def _repr_html_(self) -> str:
        return self.entities()._repr_html_()

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
        parameters = self._parameters | {"gazetteer": self._gazetteer.name}
        entries = {"excluded": dict(self._raw.excluded)} | known
        made = provenance(self._corpus, "corpus.mentions", parameters, **entries)
        if inferred:
            made["parameters"] = made["parameters"] | {"reference_dates_from_text": inferred}
        return made


def find_mentions(
    corpus: Corpus,
    gazetteer: Gazetteer | GazetteerSource | None = None,
    *,
    quantities: bool = True,
    dates: bool = True,
    reference_date: datetime.date | str | None = None,
    resolve: Literal["leftmost_longest"] = "leftmost_longest",
) -> Mentions:
    """Find the names of a gazetteer, money, percentages, numbers and dates.

    Parameters
    ----------
    corpus
        Where to look.
    gazetteer
        A :class:`~wortfeld.gazetteer.Gazetteer`, a CSV or JSONL file or rows; None finds
        quantities and dates only.
    quantities, dates
        Whether to look for money, percentages and numbers, and for dates.
    reference_date
        The day that "this year" refers to, for every document. Otherwise the metadata's date, the
        byline's, or the first full date in the text.
    resolve
        Of names and quantities that overlap the leftmost stays, then the longest.

    Returns
    -------
    Mentions
        In order of document and start; mentions never overlap.

    Raises
    ------
    BadInput
        If the gazetteer cannot be read; the message names file and row.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Am 10. März 2026 stieg der Kurs um 31 %."], language="de")
    >>> corpus.mentions().table()["timex"].tolist()
    ['2026-03-10', None]
    """
    _arguments.choice("resolve", resolve, ("leftmost_longest",))
    names = as_gazetteer(gazetteer)
    day = _as_day(reference_date)
    options = _core.MentionOptions(
        quantities=bool(quantities),
        dates=bool(dates),
        reference_date=None if day is None else (day - _EPOCH).days,
    )
    found = run(_core.find_mentions, raw(corpus), raw(names), options, task="finding mentions")
    parameters = {
        "quantities": bool(quantities),
        "dates": bool(dates),
        "reference_date": None if day is None else str(day),
        "resolve": resolve,
    }
    return Mentions._from_raw(found, corpus, names, parameters)


def _as_day(value: Any) -> datetime.date | None:
    if value is None:
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(_arguments.text("reference_date", value))
    except ValueError:
        message = f"reference_date {value!r} is no date; write it as '2026-03-10'"
        raise BadArgument(message) from None
