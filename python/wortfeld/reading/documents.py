"""What every kind of source is turned into before the core sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["Document", "Note", "Offer"]


class Document(NamedTuple):
    """One document as offered: bytes still to be checked, a text, or None if it was skipped."""

    id: str
    data: bytes | str | None


class Note(NamedTuple):
    """A row for ``corpus.warnings``."""

    source: str
    place: str
    kind: str
    message: str


@dataclass
class Offer:
    """A source: its documents in order, what there is to say about it, its metadata."""

    documents: Iterable[Document]
    notes: list[Note] = field(default_factory=list)
    metadata: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    is_files: bool = False

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)
