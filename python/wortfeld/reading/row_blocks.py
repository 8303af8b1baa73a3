"""Files of rows as text, in blocks of whole lines; which lines hold bytes that are no text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from wortfeld.errors import BadInput
from wortfeld.reading.documents import Bad, Note
from wortfeld.reading.encodings import decode_and_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["RowBlock", "RowSource", "refuse_or_keep", "row_blocks"]


class RowSource(NamedTuple):
    """A file of rows: its name, how it is read, and whether its bytes are those on disk."""

    name: str
    errors: str = "strict"
    is_transcoded: bool = False


class RowBlock(NamedTuple):
    """Whole lines of a file as text.

    If some of their bytes are no text, `data` are all of them, from byte `offset` of the file on,
    and what stands for them in `text` is not to be used.
    """

    text: str
    source: RowSource
    data: bytes = b""
    offset: int = 0

    def faults(self, lines: Iterable[bytes], first: int) -> Iterator[Bad | None]:
        """Yield of each line why it is no text, if it is none.

        Parameters
        ----------
        lines
            The lines of `data` with their ends.
        first
            The number of the first one in the file.
        """
        begin = self.offset
        for number, line in enumerate(lines, start=first):
            fault = _fault(line, self.source.errors)
            yield fault and self._bad(number, begin, *fault)
            begin += len(line)

    def _bad(self, number: int, begin: int, at: int, what: str) -> Bad:
        # The bytes of a file in another encoding are not counted here.
        offset = None if self.source.is_transcoded else begin + at
        place = "" if offset is None else f" at byte offset {offset}"
        message = f"{self.source.name}, line {number}: {what.format(place)}"
        return Bad(message, number, offset)


def row_blocks(blocks: Iterable[bytes], source: RowSource, notes: list[Note]) -> Iterator[RowBlock]:
    """Yield the lines of a file as text; `notes` get a row for replaced bytes.

    Parameters
    ----------
    blocks
        The file in UTF-8, as far as it is that, cut behind ends of lines.
    source
        What file it is.
    notes
        What is said of the corpus.
    """
    offset = 0
    replaced = 0
    for data in blocks:
        is_text = b"\0" not in data
        try:
            text = data.decode()
        except UnicodeDecodeError:
            is_text = is_text and source.errors == "replace"
            text, count = decode_and_count(data)
            replaced += count
        if offset == 0:
            text = text.removeprefix("\ufeff")
        yield RowBlock(text, source) if is_text else RowBlock(text, source, data, offset)
        offset += len(data)
    if replaced and source.errors == "replace":
        message = f"{replaced} ill-formed byte sequences became U+FFFD"
        notes.append(Note(source.name, "", "replaced", message))


def refuse_or_keep(bad: Bad, name: str, *, skip: bool) -> Bad:
    """Return what stands for a bad row, or raise BadInput if none may be left out."""
    if skip:
        return bad
    raise BadInput(bad.message, source=name, line=bad.line, byte_offset=bad.byte_offset)


def _fault(line: bytes, errors: str) -> tuple[int, str] | None:
    """Return the place in a line of the first byte that is no text, and what is wrong there."""
    nul = line.find(b"\0")
    if errors != "replace":
        try:
            line[: nul if nul >= 0 else None].decode()
        except UnicodeDecodeError as error:
            what = f"ill-formed UTF-8{{}} ({error.reason})"
            return error.start, f"{what}; pass the right encoding= or errors='replace'"
    return None if nul < 0 else (nul, "a NUL, so this is no text{}")
