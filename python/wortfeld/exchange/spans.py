"""Mentions from spans that somebody else found: verified, repaired, told what became of each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from wortfeld import _arguments, _core
from wortfeld._days import as_day, days_since_epoch
from wortfeld._wrap import raw, run
from wortfeld.errors import BadInput
from wortfeld.exchange.offsets import UNITS, Given, is_same, place
from wortfeld.exchange.origin import Note, Origin
from wortfeld.exchange.refusals import Refusals
from wortfeld.exchange.rows import Rows, core_columns, read_rows, without
from wortfeld.gazetteer import as_gazetteer
from wortfeld.mentions import Mentions
from wortfeld.table import Table

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from wortfeld.corpus import Corpus

__all__ = ["from_rows", "from_spans"]


class _Fate(NamedTuple):
    """What became of the rows: those that were placed, and what is to be told."""

    kept: list[int]
    counts: dict[str, int]
    notes: list[Note]
    rejected: list[tuple[int, str]]


def from_spans(
    corpus: Corpus,
    spans: Any,
    *,
    kinds: Mapping[str, str] | None = None,
    offsets: str = "auto",
    on_error: Literal["raise", "skip"] = "raise",
    reference_date: datetime.date | str | None = None,
) -> Mentions:
    """Make mentions of spans that somebody else found; see :meth:`wortfeld.Mentions.from_spans`.

    Parameters
    ----------
    corpus
        The corpus in whose texts they stand.
    spans
        A DataFrame, anything that exports Arrow, a mapping of columns, or rows as dicts: document,
        start, end, kind, and if they are known surface, entity, id, value, ….
    kinds
        What the kinds of the source are called here, for example ``{"ORG": "organisation"}``.
    offsets
        The unit of start and end: ``"code_points"``, ``"bytes"``, ``"utf16"``, ``"crlf"``,
        ``"nfc"``, ``"nfd"``, ``"bom"``, or ``"auto"``: by document that by which most surfaces are
        found.
    on_error
        ``"skip"`` leaves out rows of no use and spans outside their text with a warning.
    reference_date
        The day that "this year" referred to; None takes that of a table of mentions, else each
        document's own or the first full date in it.

    Returns
    -------
    Mentions
        Equal to any others.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Köln zahlt Bonn."], language="de")
    >>> rows = [{"document": "0", "start": 12, "end": 16, "surface": "Bonn", "kind": "place"}]
    >>> mentions = from_spans(corpus, rows)
    >>> mentions.table().rows()[0]["start"], mentions.warnings["message"][0]
    (11, '1 span placed: its offsets are in bytes of UTF-8, not in code points')
    """
    _arguments.choice("offsets", offsets, ("auto", *UNITS))
    _arguments.choice("on_error", on_error, ("raise", "skip"))
    if reference_date is None and isinstance(spans, Table):
        reference_date = (spans.provenance["parameters"] or {}).get("reference_date")
    day = as_day("reference_date", reference_date)
    refusals = Refusals(on_error)
    rows = read_rows(spans, refusals, kinds=kinds)
    if on_error == "skip":
        _refuse_unknown(corpus, rows, refusals)
    parameters = {
        "kinds": dict(kinds) if kinds else None,
        "offsets": offsets,
        "reference_date": None if day is None else str(day),
    }
    return from_rows(
        corpus, rows, call="Mentions.from_spans", parameters=parameters, refusals=refusals
    )


def from_rows(
    corpus: Corpus,
    rows: Rows,
    *,
    call: str,
    parameters: dict[str, Any],
    refusals: Refusals | None = None,
) -> Mentions:
    """Return the mentions of checked rows.

    Parameters
    ----------
    corpus
        The corpus in whose texts they stand.
    rows
        As `read_rows` returns them; start and end are changed where offsets are repaired.
    call, parameters
        What the user called, for the provenance.
    refusals
        Those of `read_rows`; None makes a span outside its text an error.
    """
    refused = refusals or Refusals("raise")
    usable = without(rows, refused.reasons)
    fate = _placed(corpus, usable, parameters.get("offsets", "code_points"), refused)
    kept = {name: [values[at] for at in fate.kept] for name, values in usable.items()}
    day = as_day("reference_date", parameters.get("reference_date"))
    found, overlapping = run(
        _core.given_mentions,
        raw(corpus),
        core_columns(kept),
        reference_date=None if day is None else days_since_epoch(day),
        task="placing spans",
    )
    rejected = len(refused.reasons) + fate.counts["rejected"]
    origin = Origin(
        call=call,
        source="spans",
        notes=(*_refused(rows, refused), *fate.notes, *_overlapping(kept, overlapping)),
        excluded={"rejected": rejected} if rejected else {},
    )
    counts = fate.counts | {"rejected": rejected}
    return Mentions._from_raw(
        found, corpus, as_gazetteer(None), {**parameters, "spans": counts}, origin=origin
    )


def _refused(rows: Rows, refusals: Refusals) -> list[Note]:
    documents = dict(zip(rows["row"], rows["document"], strict=True))
    return [
        (documents[row] or "", f"row {row}", "rejected", why)
        for row, why in sorted(refusals.reasons.items())
    ]


def _overlapping(rows: Rows, numbers: list[int]) -> list[Note]:
    message = "overlaps a mention that stays: the leftmost does, then the longest, then the first"
    return [
        (rows["document"][number], f"row {rows['row'][number]}", "overlap", message)
        for number in numbers
    ]


def _refuse_unknown(corpus: Corpus, rows: Rows, refusals: Refusals) -> None:
    unknown = {name for name in set(rows["document"]) if name and name not in corpus}
    for row, document in enumerate(rows["document"]):
        if document in unknown:
            refusals.refuse(row, f"no document {document!r} in the corpus")


def _placed(corpus: Corpus, rows: Rows, unit: str, refusals: Refusals) -> _Fate:
    """Put spans into code points and tell what was done."""
    fitting = _fitting(corpus, rows) if unit in ("auto", "code_points") else None
    by_document: defaultdict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(rows["document"]):
        by_document[document].append(number)
    counts = {"exact": 0, "repaired": 0, "rejected": 0, "not_verified": 0}
    kept: list[int] = []
    notes: list[Note] = []
    rejected: list[tuple[int, str]] = []
    fate = _Fate(kept, counts, notes, rejected)
    for document, numbers in by_document.items():
        if fitting is not None and all(fitting[number] for number in numbers):
            kept += numbers
            for number in numbers:
                counts["not_verified" if rows["surface"][number] is None else "exact"] += 1
            continue
        _repair(corpus, rows, document, numbers, unit=unit, into=fate)
    kept.sort()
    _require_placed(rows, fate, refusals)
    return fate


def _fitting(corpus: Corpus, rows: Rows) -> list[bool]:
    """Tell which spans, read as code points, lie in their text and say their surface."""
    found = run(
        _core.span_surfaces,
        raw(corpus),
        core_columns(rows),
        task="verifying spans",
    ).values("surface")
    return [
        bool(text and text.strip()) and (surface is None or is_same(text, surface))
        for text, surface in zip(found, rows["surface"], strict=True)
    ]


def _repair(
    corpus: Corpus, rows: Rows, document: str, numbers: list[int], *, unit: str, into: _Fate
) -> None:
    """Place the spans of a document of which some do not fit."""
    text = corpus.text(document)
    given = [Given(rows["start"][row], rows["end"][row], rows["surface"][row]) for row in numbers]
    placed = place(text, given, unit)
    is_other_unit = placed.unit != "code_points"
    repaired = 0
    for number, (row, span) in enumerate(zip(numbers, placed.spans, strict=True)):
        label = f"row {rows['row'][row]}"
        if span is None:
            reason = _reason(text, given[number])
            into.counts["rejected"] += 1
            into.rejected.append((row, reason))
            into.notes.append((document, label, "rejected", reason))
            continue
        rows["start"][row], rows["end"][row] = span
        into.kept.append(row)
        if number in placed.moved:
            into.counts["repaired"] += 1
            message = "the span says something else; its surface stands in one place only, here"
            into.notes.append((document, label, "repaired", message))
        elif is_other_unit and unit == "auto":
            into.counts["repaired"] += 1
            repaired += 1
        else:
            known = rows["surface"][row] is not None
            into.counts["exact" if known else "not_verified"] += 1
    if repaired:
        spans = "1 span placed: its" if repaired == 1 else f"{repaired} spans placed: their"
        message = f"{spans} offsets are in {UNITS[placed.unit][0]}, not in code points"
        into.notes.append((document, "", "repaired", message))


def _reason(text: str, given: Given) -> str:
    span = f"the span from {given.start} to {given.end}"
    if not 0 <= given.start < given.end <= len(text):
        return f"{span} does not lie in the {len(text)} code points of the text"
    found = text[given.start : given.end]
    if not found.strip():
        return f"{span} holds no character but white space"
    return f"{span} is {_short(found)}, not {_short(given.surface or '')}"


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")


def _require_placed(rows: Rows, fate: _Fate, refusals: Refusals) -> None:
    """Refuse spans outside their text that no surface explains, and rows none of which fits."""
    if refusals.skips:
        return
    for number, why in fate.rejected:
        if rows["surface"][number] is None:
            refusals.refuse(
                rows["row"][number],
                f"{why} of {rows['document'][number]!r}",
                way_out="name the unit with offsets=, add the column surface so that it can be "
                'found out, or leave such spans out with on_error="skip"',
            )
    if fate.rejected and not fate.kept:
        first, why = fate.rejected[0]
        message = (
            f"spans: none of {len(fate.rejected)} fits its text, the first because {why}; "
            'are they of this corpus? on_error="skip" takes none of them'
        )
        raise BadInput(message, source="spans", line=rows["row"][first])
