"""From offered documents to the core, in blocks; bad ones are left out or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld.errors import BadInput
from wortfeld.reading.documents import Note

if TYPE_CHECKING:
    from wortfeld import _core
    from wortfeld.reading.documents import Document

__all__ = ["Feed", "writable"]

# Documents go to the core in blocks of about this size.
_BLOCK_BYTES = 4 * 2**20


class _Row(NamedTuple):
    """A document with its number among all that were offered."""

    number: int
    id: str
    data: bytes | str
    language: str


class Feed:
    """Hands documents to a builder; knows which of those offered it did not get.

    Parameters
    ----------
    builder
        Where the documents go.
    how
        Threads and progress of the job.
    skip
        Whether a text that cannot be read is left out with a note, instead of an error.
    """

    def __init__(self, builder: _core.Builder, how: dict[str, Any], *, skip: bool) -> None:
        self._builder = builder
        self._how = how
        self._skip = skip
        self._block: list[_Row] = []
        self._size = 0
        self.offered = 0
        self.handed_over: list[int] = []
        self.notes: list[Note] = []

    def add(self, document: Document, language: str) -> None:
        """Take the next document offered."""
        number = self.offered
        self.offered += 1
        if document.data is None or not self._is_writable(document.id, document.id, "its name"):
            return
        self._block.append(_Row(number, document.id, document.data, language))
        self._size += len(document.data)
        if self._size >= _BLOCK_BYTES:
            self.flush()

    def flush(self) -> None:
        """Hand over what has gathered."""
        try:
            self._hand_over(self._block)
        except UnicodeEncodeError:
            kept = [row for row in self._block if self._is_writable(row.id, row.data, "the text")]
            self._hand_over(kept)
        self._block = []
        self._size = 0

    def _hand_over(self, rows: list[_Row]) -> None:
        self._builder.add([(row.id, row.data, row.language) for row in rows], **self._how)
        self.handed_over += [row.number for row in rows]

    def _is_writable(self, document: str, text: bytes | str, what: str) -> bool:
        """Whether the core can hold a text; if not, a note or an error."""
        try:
            if isinstance(text, str):
                text.encode()
        except UnicodeEncodeError as error:
            name = writable(document)
            message = (
                f"{name}: {what} holds a lone surrogate at character {error.start}, "
                "which no encoding can write; replace it first"
            )
            if not self._skip:
                raise BadInput(message, source=name) from None
            self.notes.append(Note(name, f"character {error.start}", "skipped", message))
            return False
        return True


def writable(text: str) -> str:
    r"""Return a text with lone surrogates, as in names of files, written as ``\udc80``."""
    return text.encode("utf-8", "backslashreplace").decode()
