"""The page: panels from the tables of a corpus, put into templates and written as one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld import _arguments
from wortfeld._files import writing_text
from wortfeld.display.html import render
from wortfeld.display.network_picture import network_picture
from wortfeld.display.numbers import grouped
from wortfeld.display.shown import visible
from wortfeld.errors import BadArgument
from wortfeld.mentions import Mentions
from wortfeld.naming.shipped import starter_in
from wortfeld.report.entities import entities_by_kind
from wortfeld.report.evidence_list import EvidenceList
from wortfeld.report.facts import Facts, page_language
from wortfeld.report.findings import findings
from wortfeld.report.method import method
from wortfeld.report.overview import Panels, overview
from wortfeld.report.pairs import pairs
from wortfeld.report.quality import quality
from wortfeld.report.quantities import amounts, percentages
from wortfeld.report.terms import terms_by_document
from wortfeld.report.timeline import timeline
from wortfeld.report.unconfirmed import unconfirmed
from wortfeld.report.wording import Wording

if TYPE_CHECKING:
    import os

    from wortfeld.corpus import Corpus
    from wortfeld.gazetteer import Gazetteer, GazetteerSource

__all__ = ["Report", "build", "report"]

GAZETTEER_NAME = "gazetteer.csv"
# What the passages may take of the 3 MB that a page may have.
_EVIDENCE_BYTES = 2_000_000
_KNOWN_KINDS = ("person", "organisation", "product", "place", "event", "money", "percent", "date")


class Report(NamedTuple):
    """A page and what it comes to in a few lines."""

    html: str
    findings: list[str]


def report(
    corpus: Corpus,
    path: str | os.PathLike[str],
    *,
    gazetteer: Gazetteer | GazetteerSource | Mentions | None = None,
    by: str | None = None,
    title: str | None = None,
) -> None:
    """Write one self-contained HTML page about a corpus.

    The page is readable without scripts, in light and dark, on paper; every linked count leads to
    the passages it was counted from. The same corpus gives the same bytes. The file appears whole
    or not at all.

    Parameters
    ----------
    corpus
        What the page is about.
    path
        The file to write; an older one is replaced.
    gazetteer
        Names to look for, or mentions of this corpus that were found already, whoever found them.
        None takes ``gazetteer.csv`` beside the texts if the corpus was read from
        a folder that has one, else the list that is shipped, ``"starter"``, or ``"starter-de"``
        on a page in German; the page says which.
    by
        Reserved for time slices; only None for now.
    title
        The heading of the page.

    Raises
    ------
    BadArgument
        If `by` is given: it has not landed.
    OSError
        ``PermissionError`` and so on if the file cannot be written; what was there stays.

    Examples
    --------
    >>> import tempfile, wortfeld as wf
    >>> from pathlib import Path
    >>> corpus = wf.read(texts=["Nvidia zahlt 2,5 Mrd. Dollar."], language="de")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     report(corpus, Path(folder, "report.html"))
    ...     Path(folder, "report.html").read_text(encoding="utf-8")[:15]
    '<!DOCTYPE html>'
    """
    page = build(corpus, gazetteer=gazetteer, by=by, title=title)
    with writing_text(path) as file:
        file.write(page.html)


def build(
    corpus: Corpus,
    *,
    gazetteer: Gazetteer | GazetteerSource | Mentions | None = None,
    by: str | None = None,
    title: str | None = None,
) -> Report:
    """Return the page and its findings without writing anything.

    Parameters
    ----------
    corpus, gazetteer, by, title
        As for :func:`report`.
    """
    if by is not None:
        message = f"by={by!r}: slices by time have not landed; leave by= out"
        raise BadArgument(message)
    _arguments.optional_text("title", title)
    facts = Facts(corpus, *_mentions(corpus, gazetteer))
    evidence, say = EvidenceList(_EVIDENCE_BYTES), Wording(facts.language)
    # The order in which the panels may use up the room for passages.
    panels = Panels(
        entities=entities_by_kind(facts, evidence),
        pairs=pairs(facts, evidence),
        amounts=amounts(facts, evidence),
        terms=terms_by_document(facts, evidence),
    )
    others = {
        "percentages": percentages(facts, evidence),
        "timeline": timeline(facts, evidence),
        "unconfirmed": unconfirmed(facts),
        "quality": quality(facts, evidence, panels.terms.word_count),
    }
    top = overview(facts, panels, evidence)
    html = render(
        "report.html",
        **_tools(say),
        **panels._asdict(),
        title=visible(title) if title else say("page.title"),
        facts=facts,
        overview=top,
        picture=network_picture(panels.pairs.picture_rows),
        **others,
        method=method(facts, panels.pairs, title),
        evidence=evidence,
    )
    return Report(html, findings(facts, top, say))


def _mentions(
    corpus: Corpus, given: Gazetteer | GazetteerSource | Mentions | None
) -> tuple[Mentions, bool]:
    """Return the mentions, and whether the gazetteer is the one beside the texts."""
    if isinstance(given, Mentions):
        if given.corpus.fingerprint != corpus.fingerprint:
            message = "the mentions are of another corpus than the report; find them in this one"
            raise BadArgument(message)
        return given, False
    beside = corpus.folder / GAZETTEER_NAME if corpus.folder is not None else None
    if given is None and beside is not None and beside.is_file():
        return corpus.mentions(beside), True
    names = starter_in(page_language(corpus)) if given is None else given
    return corpus.mentions(names), False


def _tools(say: Wording) -> dict[str, Any]:
    """Return what every template may call."""
    return {"say": say, "grouped": grouped, "visible": visible, "kind_class": _kind_class}


def _kind_class(kind: str) -> str:
    """Return the part of a class name that stands for a kind; kinds may have any name."""
    return kind if kind in _KNOWN_KINDS else "other"
