"""What every kind of source is turned into before the core sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping, Sequence

    from wortfeld import _core

__all__ = ["Amount", "Bad", "Batches", "Document", "Lines", "Note", "Offer", "Piece", "Texts"]


class Document(NamedTuple):
    """One document as offered: bytes still to be checked, or None if left out with a note."""

    id: str
    data: bytes | None


class Lines(NamedTuple):
    """Whole lines of a file in UTF-8, each a document with the id ``<name>:<number>``."""

    name: str
    block: bytes
    is_first: bool


class Bad(NamedTuple):
    """Stands where a text should be: why there is none, and which line or row and byte it is."""

    message: str
    line: int | None = None
    byte_offset: int | None = None


class Texts(NamedTuple):
    """Consecutive texts in memory with what is known of each.

    Without `ids` text i is called ``<prefix><first + i>``. `columns` are metadata of these
    documents alone; `is_raw` means that they are texts whose types the whole column tells.
    """

    texts: list[Any]
    ids: list[Any] | None = None
    prefix: str = ""
    first: int = 0
    columns: Mapping[str, Sequence[Any]] = {}
    is_raw: bool = False

    def name(self, row: int) -> str:
        """Return the id of a text as far as it has one, for messages."""
        named = None if self.ids is None else self.ids[row]
        return named if isinstance(named, str) and named else f"{self.prefix}{self.first + row}"

    def names(self) -> list[str]:
        """Return the ids of all texts, as far as they have some."""
        return [self.name(row) for row in range(len(self.texts))]

    def column(self, name: str) -> Sequence[Any] | None:
        """Return the values of a metadata column, if there is one of that name."""
        return self.columns.get(name)

    @property
    def row_count(self) -> int:
        """The number of texts."""
        return len(self.texts)


class Batches(NamedTuple):
    """Consecutive rows of Arrow data, whose texts lie in its buffers, with their metadata.

    Without a column in `ids` a row has its number for an id, behind `prefix`. `columns` are the
    metadata, `values` those of types that no column of the core holds; `zoned` names the columns of
    times that had a time zone.
    """

    batches: Sequence[_core.ArrowBatch]
    text: str
    ids: _core.Columns
    columns: _core.Columns
    values: Mapping[str, Sequence[Any]] = {}
    zoned: Sequence[str] = ()
    prefix: str = ""
    first: int = 0

    def names(self) -> list[str]:
        """Return the ids of all rows."""
        if self.ids.names:
            return [str(name) for name in self.ids.values(self.ids.names[0])]
        return [f"{self.prefix}{self.first + row}" for row in range(self.row_count)]

    def column(self, name: str) -> Sequence[Any] | None:
        """Return the values of a metadata column, if there is one of that name."""
        if name in self.columns.names:
            return self.columns.values(name)
        return self.values.get(name)

    @property
    def row_count(self) -> int:
        """The number of rows."""
        return sum(batch.rows for batch in self.batches)


Piece: TypeAlias = Document | Lines | Texts | Batches


class Note(NamedTuple):
    """A row for ``corpus.warnings``."""

    source: str
    place: str
    kind: str
    message: str


@dataclass
class Amount:
    """How much of a source has been taken; `total` is 0 if nobody can know it."""

    done: int = 0
    total: int = 0
    unit: str = "documents"


@dataclass
class Offer:
    """A source: its documents in order, what there is to say about it, its metadata.

    Of `file_count` files `read_count` are read; they differ for a sample.
    """

    documents: Iterable[Piece]
    notes: list[Note] = field(default_factory=list)
    metadata: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    file_count: int = 0
    read_count: int = 0
    amount: Amount = field(default_factory=Amount)

    def pieces(self) -> Generator[Piece, None, None]:
        """Yield what there is to read; closing the generator closes the files."""
        yield from self.documents
