"""Finding mentions: names of a gazetteer, amounts and dates, by policies that are arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from wortfeld import _arguments, _core
from wortfeld._days import as_day, days_since_epoch
from wortfeld._wrap import raw, run
from wortfeld.errors import BadArgument
from wortfeld.gazetteer import Gazetteer, as_gazetteer
from wortfeld.mentions import Mentions
from wortfeld.typing import Compounds, OnAmbiguous, Resolve, ShortForms

if TYPE_CHECKING:
    import datetime

    from wortfeld.corpus import Corpus
    from wortfeld.gazetteer import GazetteerSource

__all__ = ["find_mentions"]


def find_mentions(
    corpus: Corpus,
    gazetteer: Gazetteer | GazetteerSource | None = None,
    *,
    quantities: bool = True,
    dates: bool = True,
    reference_date: datetime.date | str | None = None,
    resolve: Resolve = "leftmost_longest",
    nested: bool = False,
    on_ambiguous: OnAmbiguous = "best",
    short_forms: ShortForms = "document",
    compounds: Compounds = "hyphenated",
    umlauts: bool = False,
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
        What stays of names and quantities that overlap: ``"leftmost_longest"``, ``"longest"``,
        ``"priority"`` (names in the order of the gazetteer, then quantities) or ``"all"``, which
        keeps what overlaps a mention one level down.
    nested
        Whether names and quantities that lie within a mention are kept, one level down.
    on_ambiguous
        What becomes of a span that several entities can be: the ``"best"`` by the evidence of the
        document, ``"all"`` of them, or none (``"skip"``) unless one has the most evidence.
    short_forms
        Whether an alias that needs a full form counts in a ``"document"`` that has one, or
        ``"always"``.
    compounds
        Which names within longer German words count: those beside a hyphen (``"hyphenated"``:
        ``NVIDIA-Chips``), these and the first parts of closed compounds (``"closed"``:
        ``Googlechef``, cut by how often its parts occur in the whole corpus), or ``"none"``.
    umlauts
        Whether ae, oe and ue may stand for umlauts in German documents, and umlauts for them.

    Returns
    -------
    Mentions
        In order of document and start; those of level 0 do not overlap unless several entities of
        one span are kept.

    Raises
    ------
    BadInput
        If the gazetteer cannot be read; the message names file and row.
    BadArgument
        If a policy is none, or if two contradict each other.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Am 10. März 2026 stieg der Kurs um 31 %."], language="de")
    >>> corpus.mentions().table()["timex"].tolist()
    ['2026-03-10', None]
    """
    policies: dict[str, Any] = {
        "resolve": _arguments.choice("resolve", resolve, get_args(Resolve)),
        "on_ambiguous": _arguments.choice("on_ambiguous", on_ambiguous, get_args(OnAmbiguous)),
        "short_forms": _arguments.choice("short_forms", short_forms, get_args(ShortForms)),
        "compounds": _arguments.choice("compounds", compounds, get_args(Compounds)),
        "umlauts": _arguments.flag("umlauts", umlauts),
        "nested": _arguments.flag("nested", nested),
    }
    _refuse_contradictions(policies)
    wanted = {"quantities": quantities, "dates": dates}
    wanted = {name: _arguments.flag(name, value) for name, value in wanted.items()}
    names = as_gazetteer(gazetteer)
    day = as_day("reference_date", reference_date)
    options = _core.MentionOptions(
        **wanted,
        reference_date=None if day is None else days_since_epoch(day),
        policies=_core.Policies(**policies),
    )
    found = run(_core.find_mentions, raw(corpus), raw(names), options, task="finding mentions")
    parameters = {
        **wanted,
        "reference_date": None if day is None else str(day),
        "gazetteer_fingerprint": names.fingerprint,
        **policies,
    }
    return Mentions._from_raw(found, corpus, names, parameters)


def _refuse_contradictions(policies: dict[str, Any]) -> None:
    if policies["resolve"] == "all" and policies["nested"]:
        message = (
            "resolve='all' keeps everything that overlaps, so nested=True has no meaning beside "
            "it; leave one of them out"
        )
        raise BadArgument(message)
