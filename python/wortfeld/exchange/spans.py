"""Mentions from spans that somebody else found: verified, repaired, told what became of each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from wortfeld import _arguments, _core
from wortfeld._wrap import raw, run
from wortfeld.errors import BadInput
from wortfeld.exchange.offsets import UNITS, Given, is_same, place
from wortfeld.exchange.origin import Note, Origin
from wortfeld.exchange.rows import Rows, core_columns, read_rows, refuse
from wortfeld.gazetteer import as_gazetteer
from wortfeld.mentions import Mentions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wortfeld.corpus import Corpus

__all__ = ["from_rows", "from_spans"]


class _Fate(NamedTuple):
    """What became of the rows: those that were placed, and what is to be told."""

    kept: list[int]
    counts: dict[str, int]
    notes: list[Note]


def from_spans(
    corpus: Corpus,
    spans: Any,
    *,
    kinds: Mapping[str, str] | None = None,
    offsets: str = "auto",
    on_error: Literal["raise", "skip"] = "raise",
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
        ``"skip"`` leaves out spans outside their text with a warning.

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
    rows = read_rows(spans, kinds=kinds)
    parameters = {"kinds": dict(kinds) if kinds else None, "offsets": offsets}
    return from_rows(
        corpus, rows, call="Mentions.from_spans", parameters=parameters, on_error=on_error
    )


def from_rows(
    corpus: Corpus,
    rows: Rows,
    *,
    call: str,
    parameters: dict[str, Any],
    on_error: str = "raise",
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
    on_error
        Whether a span outside its text is an error or left out.
    """
    fate = _placed(corpus, rows, parameters.get("offsets", "code_points"), on_error)
    kept = {name: [values[row] for row in fate.kept] for name, values in rows.items()}
    found, overlapping = run(
        _core.given_mentions, raw(corpus), core_columns(kept), task="placing spans"
    )
    notes = list(fate.notes)
    for number in overlapping:
        row = fate.kept[number]
        message = (
            "overlaps a mention that stays: the leftmost does, then the longest, then the first"
        )
        notes.append((rows["document"][row], f"row {row}", "overlap", message))
    origin = Origin(
        call=call,
        source="spans",
        notes=tuple(notes),
        excluded={"rejected": fate.counts["rejected"]} if fate.counts["rejected"] else {},
    )
    return Mentions._from_raw(
        found, corpus, as_gazetteer(None), {**parameters, "spans": fate.counts}, origin=origin
    )


def _placed(corpus: Corpus, rows: Rows, unit: str, on_error: str) -> _Fate:
    """Put spans into code points and tell what was done."""
    fitting = _fitting(corpus, rows) if unit in ("auto", "code_points") else None
    by_document: defaultdict[str, list[int]] = defaultdict(list)
    for row, document in enumerate(rows["document"]):
        by_document[document].append(row)
    counts = {"exact": 0, "repaired": 0, "rejected": 0, "not_verified": 0}
    kept: list[int] = []
    notes: list[Note] = []
    for document, numbers in by_document.items():
        if fitting is not None and all(fitting[row] for row in numbers):
            kept += numbers
            for row in numbers:
                counts["not_verified" if rows["surface"][row] is None else "exact"] += 1
            continue
        _repair(corpus, rows, document, numbers, unit=unit, into=_Fate(kept, counts, notes))
    kept.sort()
    _require_placed(rows, notes, kept, on_error)
    return _Fate(kept, counts, notes)


def _fitting(corpus: Corpus, rows: Rows) -> list[bool]:
    """Tell which spans, read as code points, lie in their text and say their surface."""
    found = run(
        _core.span_surfaces,
        raw(corpus),
        core_columns(rows),
        task="verifying spans",
    ).values("surface")
    return [
        bool(text) and (surface is None or is_same(text, surface))
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
        if span is None:
            into.counts["rejected"] += 1
            into.notes.append((document, f"row {row}", "rejected", _reason(text, given[number])))
            continue
        rows["start"][row], rows["end"][row] = span
        into.kept.append(row)
        if number in placed.moved:
            into.counts["repaired"] += 1
            message = "the span says something else; its surface stands in one place only, here"
            into.notes.append((document, f"row {row}", "repaired", message))
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
    return f"{span} is {_short(found)}, not {_short(given.surface or '')}"


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")


def _require_placed(rows: Rows, notes: list[Note], kept: list[int], on_error: str) -> None:
    """Refuse spans outside their text that no surface explains, and rows none of which fits."""
    if on_error == "skip":
        return
    rejected = [
        (int(place.removeprefix("row ")), why)
        for _, place, kind, why in notes
        if kind == "rejected"
    ]
    for row, why in rejected:
        if rows["surface"][row] is None:
            refuse(
                row,
                f"{why} of {rows['document'][row]!r}; name the unit with offsets=, add the "
                "column surface so that it can be found out, or leave such spans out with "
                'on_error="skip"',
            )
    if rejected and not kept:
        message = (
            f"spans: none of {len(rejected)} fits its text, the first because {rejected[0][1]}; "
            'are they of this corpus? on_error="skip" takes none of them'
        )
        raise BadInput(message, source="spans", line=rejected[0][0])
