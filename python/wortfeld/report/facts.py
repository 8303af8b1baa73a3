"""What a report is about: the tables of a corpus, fetched once and ordered by document."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld._call import COUNTED_ZONES
from wortfeld.display.shown import visible
from wortfeld.naming.shipped import SHIPPED
from wortfeld.report.passages import Mark, Passage, cut_out
from wortfeld.report.wording import languages

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from wortfeld.corpus import Corpus
    from wortfeld.gazetteer import Gazetteer
    from wortfeld.mentions import Mentions

__all__ = ["DocumentFacts", "Facts", "NameKey"]

Row = dict[str, Any]

# With more documents there are no columns or cards for each of them.
MOST_DOCUMENTS_APART = 8
_LONGEST_TITLE = 160
# Of a page about texts in several languages, or in one that pages cannot be in.
_COMMON_LANGUAGE = "en"


class NameKey(NamedTuple):
    """What tells entities apart in a list."""

    entity: str
    kind: str


class DocumentFacts(NamedTuple):
    """A document as the page speaks of it: by its number, with its title beside it."""

    number: int
    id: str
    title: str
    date: datetime.date | None
    author: str | None
    language: str
    word_count: int


def page_language(corpus: Corpus) -> str:
    """Return the language of a page: that of all documents if it has the words, else English."""
    codes = {(code or "").partition("-")[0] for code in corpus.documents()["language"]}
    return codes.pop() if len(codes) == 1 and codes <= languages() else _COMMON_LANGUAGE


@dataclass(frozen=True)
class Facts:
    """A corpus with its mentions.

    Parameters
    ----------
    corpus
        The texts.
    mentions
        What was found in them.
    gazetteer_is_beside
        Whether the gazetteer lay beside the texts.
    """

    corpus: Corpus
    mentions: Mentions
    gazetteer_is_beside: bool

    @cached_property
    def language(self) -> str:
        """Language of the page."""
        return page_language(self.corpus)

    @cached_property
    def documents(self) -> dict[str, DocumentFacts]:
        """Every document by its id, in order."""
        return {
            row["document"]: DocumentFacts(
                number,
                row["document"],
                _short(row["title"] or row["document"]),
                row["date"],
                visible(row["author"]) if row["author"] else None,
                row["language"] or "",
                row["word_count"],
            )
            for number, row in enumerate(self.corpus.documents().rows(), start=1)
        }

    @property
    def apart(self) -> list[str]:
        """Ids of the documents that get columns of their own; none if there are too many."""
        return list(self.documents) if 1 < len(self.documents) <= MOST_DOCUMENTS_APART else []

    @cached_property
    def sentences(self) -> dict[str, dict[int, Row]]:
        """Sentences by document and number."""
        found: dict[str, dict[int, Row]] = {document: {} for document in self.documents}
        for row in self.corpus.sentences().rows():
            found[row["document"]][row["sentence"]] = row
        return found

    @cached_property
    def reference_dates(self) -> dict[str, datetime.date | None]:
        """The day that relative dates of each document refer to."""
        rows = self.mentions.reference_dates().rows()
        return {row["document"]: row["reference_date"] for row in rows}

    @cached_property
    def rows(self) -> list[Row]:
        """Mentions in the counted zones, in order."""
        return [row for row in self.all_rows if row["zone"] in COUNTED_ZONES]

    @cached_property
    def all_rows(self) -> list[Row]:
        """Mentions in every zone, in order."""
        return self.mentions.table().rows()

    @cached_property
    def names(self) -> list[Row]:
        """Mentions of names in the counted zones."""
        return [row for row in self.rows if row["rule"].startswith("alias:")]

    @cached_property
    def names_by_key(self) -> dict[NameKey, list[Row]]:
        """Mentions of names by entity."""
        found: defaultdict[NameKey, list[Row]] = defaultdict(list)
        for row in self.names:
            found[NameKey(row["entity"], row["kind"])].append(row)
        return dict(found)

    @cached_property
    def around(self) -> dict[tuple[str, int], Row]:
        """What `mentions.nearby()` tells of amounts and dates, by document and start.

        An amount that says another one again, in brackets and another unit, is not among them.
        """
        rows = self.mentions.nearby(top=0).rows()
        return {(row["document"], row["start"]): row for row in rows}

    @cached_property
    def conversions(self) -> dict[tuple[str, int], list[Row]]:
        """The mentions that say a sum again, by document and start of the sum before them."""
        found: defaultdict[tuple[str, int], list[Row]] = defaultdict(list)
        last = ("", 0)
        for row in self.rows:
            place = row["document"], row["start"]
            if row["kind"] == "money" and place not in self.around:
                found[last].append(row)
            elif row["kind"] == "money":
                last = place
        return dict(found)

    @cached_property
    def names_around(self) -> dict[tuple[str, int], list[Row]]:
        """The names near each amount and date, nearest first, by document and start."""
        found: defaultdict[tuple[str, int], list[Row]] = defaultdict(list)
        for row in self.mentions.nearby(top=None, each="name").rows():
            found[row["document"], row["start"]].append(row)
        return dict(found)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The source texts of the documents."""
        return {document: self.corpus.text(document) for document in self.documents}

    @property
    def gazetteer(self) -> Gazetteer:
        """The names that were looked for."""
        return self.mentions.gazetteer

    @property
    def gazetteer_is_shipped(self) -> bool:
        """Whether it is the list that comes with the package."""
        return self.gazetteer.name in SHIPPED

    @property
    def names_are_given(self) -> bool:
        """Whether somebody else found them, or edited what was found."""
        return self.mentions._is_given

    @property
    def gazetteer_name(self) -> str:
        """The file name of the gazetteer, for the page travels without its folder."""
        return visible(Path(self.mentions._source).name)

    def place(self, row: Row) -> tuple[int, int]:
        """Return what sorts mentions as they stand in the texts."""
        return self.documents[row["document"]].number, row["start"]

    def passages(self, rows: Iterable[Row], *, counted: bool = True) -> list[Passage]:
        """Return the sentences of spans, each once, with all these spans in it marked."""
        by_sentence: defaultdict[tuple[str, int], list[Mark]] = defaultdict(list)
        for row in rows:
            mark = Mark(row["start"], row["end"], row["kind"], counted)
            by_sentence[row["document"], row["sentence"]].append(mark)
        return [
            cut_out(
                self.texts[document],
                document,
                (sentence["start"], sentence["end"]),
                sorted(marks),
            )
            for (document, number), marks in by_sentence.items()
            for sentence in [self.sentences[document][number]]
        ]


def _short(title: str) -> str:
    text = visible(title)
    return text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1].rstrip() + "…"
