"""Who is named near which amount or date: a table to read from, which claims nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from wortfeld import _arguments, _core
from wortfeld._call import COUNTED_ZONES
from wortfeld._wrap import raw, run
from wortfeld.cues import future_cue, heading_cue, is_done, own_predicate, part_cue
from wortfeld.negation import negation_cue
from wortfeld.table import Table

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from wortfeld.mentions import Mentions
    from wortfeld.typing import Zones

__all__ = ["Nearby", "Scope", "nearby"]

Scope = Literal["clause", "sentence", "paragraph"]

# The table has them in this order; the last ones serve to make the others.
_COLUMNS = (
    "document", "sentence", "start", "end", "surface", "kind", "entity", "value", "value_high",
    "value_text", "unit", "modifier", "lower", "upper", "mark", "time", "cue", "conversion",
    "nearby", "scopes", "distances", "date_first", "date_last", "timex", "text",
)  # fmt: skip
_NAME_COLUMNS = ("name", "name_kind", "scope", "distance", "name_start", "name_end")

_MARKS = (
    ("lower", "float64"), ("upper", "float64"), ("mark", "text"), ("time", "text"), ("cue", "text"),
)  # fmt: skip

_Row = dict[str, Any]

_KINDS = ("money", "percent", "number", "date")
_NO_VALUE = frozenset({"generic", "negated"})
_THRESHOLDS = frozenset({"more_than", "less_than", "at_least", "at_most"})
_FROM_BELOW = frozenset({"more_than", "at_least", "slightly_more"})
_FROM_ABOVE = frozenset({"less_than", "at_most", "slightly_less"})


# The amounts of a list share their clause.
_cue = lru_cache(maxsize=64)(future_cue)

# What a reader looks at first.
_SHOWN = ("document", "surface", "nearby", "entity", "modifier", "mark", "time")


class Nearby(Table):
    """Amounts and dates with the names nearby: a table that shows the columns to read first.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Nvidia zahlt 5 Euro."], language="de")
    >>> found = corpus.mentions({"NVIDIA": ["Nvidia"]}).nearby()
    >>> found["nearby"].tolist(), len(found.columns)
    (['NVIDIA'], 25)
    """

    def __repr__(self) -> str:
        from wortfeld.display.text import table_text

        return table_text(self._raw.select(list(_SHOWN)), caption=self._shown_caption(_SHOWN))

    def _repr_html_(self) -> str:
        from wortfeld.display.html import table_html

        shown = (*_SHOWN, "text")
        return table_html(self._raw.select(list(shown)), caption=self._shown_caption(shown))

    def _shown_caption(self, shown: tuple[str, ...]) -> str:
        return f"{self._caption} ({len(shown)} of {len(self.columns)} columns)"


def nearby(
    mentions: Mentions,
    *,
    kinds: str | Iterable[str] | None = None,
    within: Scope = "paragraph",
    reach: int = 200,
    top: int | None = 10,
    zones: Zones = None,
    each: Literal["amount", "name"] = "amount",
) -> Table:
    """Tell which names stand near each amount and date; see :meth:`wortfeld.Mentions.nearby`.

    Parameters
    ----------
    mentions
        Names and quantities.
    kinds
        Kinds of quantities; None takes all.
    within
        The widest scope in which a name is near.
    reach
        The largest distance.
    top
        Names for an amount, at most; None takes all.
    zones
        None takes title, lead, heading and body.
    each
        What has a row: an amount, or an amount with one of its names.
    """
    _arguments.choice("within", within, ("clause", "sentence", "paragraph"))
    _arguments.choice("each", each, ("amount", "name"))
    zone_names = _arguments.zones(zones)
    kind_names = _arguments.names("kinds", kinds)
    options = _core.NearbyOptions(
        kinds=kind_names,
        within=within,
        reach=min(_arguments.count("reach", reach, least=1), 2**32 - 1),
        top=_arguments.optional_count("top", top),
        zones=zone_names,
    )
    amounts, names = run(_core.find_nearby, raw(mentions), options, task="looking for names nearby")
    # The core knows what kinds there are; those of names have no amounts.
    _arguments.choices("kinds", kind_names, _KINDS)
    columns = amounts.joined(_marks(mentions, amounts)).select(list(_COLUMNS))
    if each == "name":
        without = [name for name in _COLUMNS if name not in ("nearby", "scopes", "distances")]
        taken = columns.take(names.values("row")).select(without)
        columns = taken.joined(names.select(list(_NAME_COLUMNS)))
    made = Table if each == "name" else Nearby
    return made(
        columns,
        caption="Amounts and dates with the names nearby",
        provenance=mentions._provenance(zones=zone_names or COUNTED_ZONES),
    )


def _marks(mentions: Mentions, amounts: _core.Columns) -> _core.Columns:
    """Return what the words around the amounts say about them: columns of their own."""
    names = (
        "document", "sentence", "start", "kind", "value", "value_high", "modifier", "date_first",
        "date_last", "later_date", "clause_start", "clause_end", "text_start", "text",
    )  # fmt: skip
    rows = [
        dict(zip(names, row, strict=True))
        for row in zip(*(amounts.values(name) for name in names), strict=True)
    ]
    documents = mentions.corpus.documents()
    languages = dict(zip(documents["document"], documents["language"], strict=True))
    dates = mentions.reference_dates()
    references = {row["document"]: row["reference_date"] for row in dates.rows()}
    made = []
    for row in rows:
        language = languages[row["document"]] or ""
        mark = _mark(row, language)
        lower, upper = (None, None) if mark == "negated" else _bounds(row)
        time, cue = _time(row, *_future(row, language), references[row["document"]])
        made.append((lower, upper, mark, time, cue))
    return _core.make_columns(
        [(name, kind, [row[at] for row in made]) for at, (name, kind) in enumerate(_MARKS)]
    )


def _bounds(row: _Row) -> tuple[float | None, float | None]:
    """Return between which values the amount lies as far as the words tell."""
    value, high, modifier = row["value"], row["value_high"], row["modifier"]
    if value is None or modifier in _NO_VALUE or modifier == "approximately":
        return None, None
    if modifier in _FROM_BELOW:
        return value, None
    if modifier in _FROM_ABOVE:
        return None, value if high is None else high
    return value, value if high is None else high


def _mark(row: _Row, language: str) -> str | None:
    """Return why an amount does not stand for itself."""
    modifier = row["modifier"]
    if modifier == "negated":
        return "negated"
    begin, end = (max(0, row[name] - row["text_start"]) for name in ("clause_start", "start"))
    before = "" if row["kind"] == "date" else row["text"][begin:end]
    if negation_cue(before, language) is not None:
        return "negated"
    if modifier in ("generic", "vague"):
        return str(modifier)
    if part_cue(before, language) is not None:
        return "part"
    return "threshold" if modifier in _THRESHOLDS else None


def _future(row: _Row, language: str) -> tuple[str | None, str | None]:
    """Return the words and the date that put it into the future: of its clause, or of those beside.

    What a semicolon parts has a time of its own, and so has a clause about what has been.
    """
    text = row["text"]
    begin, end, start = (
        max(0, row[name] - row["text_start"]) for name in ("clause_start", "clause_end", "start")
    )
    whole, later = text[begin:end], row["later_date"]
    first, last = own_predicate(whole, start - begin, language)
    clause = whole[first:last]
    cue = _cue(clause, language)
    if cue is not None or (later is not None and later in clause):
        return cue, later
    if clause != whole or is_done(clause, language):
        return None, None
    first = text.rfind(";", 0, begin) + 1
    last = text.find(";", start)
    part = text[first:] if last < 0 else text[first:last]
    return _cue(part, language) or heading_cue(text[first:start], language), later


def _time(
    row: _Row, cue: str | None, later: str | None, reference: datetime.date | None
) -> tuple[str, str | None]:
    """Return whether it is about what is to come, and the words or the date that say so."""
    if row["kind"] != "date":
        found = cue or later
        return ("event" if found is None else "forecast"), found
    first, last = row["date_first"], row["date_last"]
    if reference is None or first is None:
        return ("event" if cue is None else "forecast"), cue
    is_later = first > reference or (last > reference and cue is not None)
    return ("forecast" if is_later else "event"), cue
