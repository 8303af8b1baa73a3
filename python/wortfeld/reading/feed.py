"""From offered documents to the core, in blocks; bad ones are left out or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld import _core
from wortfeld._arguments import is_writable
from wortfeld._columns import is_missing
from wortfeld.errors import BadInput
from wortfeld.reading.documents import Bad, Batches, Document, Lines, Note, Texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from wortfeld.reading.documents import Piece
    from wortfeld.reading.languages import Languages
    from wortfeld.reading.metadata import Metadata

__all__ = ["Feed", "Target", "check_complete", "writable"]

# Documents go to the core in blocks of about this size.
_BLOCK_BYTES = 4 * 2**20
# At most so many texts go at once, for their ids are copied.
_MOST_TEXTS = 2**14


class Target(NamedTuple):
    """Where documents and what is known of them go."""

    builder: _core.Builder
    languages: Languages
    metadata: Metadata
    threads: int


class Feed:
    """Hands documents to a builder; knows which of those offered it did not get.

    Parameters
    ----------
    target
        Where the documents go.
    skip
        Whether a text that cannot be read is left out with a note, instead of an error.
    moved
        Called when a block has been handed over.
    """

    def __init__(self, target: Target, *, skip: bool, moved: Callable[[], object]) -> None:
        self._builder, self._languages, self._metadata, self._threads = target
        self._skip = skip
        self._moved = moved
        self._block: list[tuple[str, bytes | str, str]] = []
        self._size = 0
        self._line = 1
        self.offered = 0
        self.left_out: list[int] = []
        self.notes: list[Note] = []

    def take(self, piece: Piece) -> None:
        """Take what comes next."""
        if isinstance(piece, Document):
            self._take_document(piece)
            return
        self.flush()
        if isinstance(piece, Lines):
            self._take_lines(piece)
        elif isinstance(piece, Batches):
            self._take_batches(piece)
        else:
            self._take_texts(piece)

    def flush(self) -> None:
        """Hand over the documents that have gathered."""
        if self._block:
            self._builder.add(self._block, threads=self._threads, progress=None)
            self._moved()
        self._block = []
        self._size = 0

    def _take_document(self, document: Document) -> None:
        name = writable(document.id)
        if name != document.id:
            self._leave_out(name, "", f"{name}: its name holds a lone surrogate, so it is no text")
        elif document.data is None:
            self._leave_out(name, "", None)
        else:
            code = self._languages.of(self.offered, document.id)
            self._block.append((document.id, document.data, code))
            self._size += len(document.data)
            self.offered += 1
            if self._size >= _BLOCK_BYTES:
                self.flush()

    def _take_lines(self, lines: Lines) -> None:
        if lines.is_first:
            self._line = 1
        name = writable(lines.name)
        if not self._languages.is_one:
            for line in _core.split_lines(lines.block):
                self._take_document(Document(f"{name}:{self._line}", line))
                self._line += 1
            return
        count = self._builder.add_lines(
            lines.block,
            name=name,
            first=self._line,
            language=self._languages.one,
            threads=self._threads,
        )
        self.offered += count
        self._line += count
        self._moved()

    def _take_texts(self, texts: Texts) -> None:
        ids, entries = _checked(texts)
        self._metadata.add(texts.columns, self.offered, is_raw=texts.is_raw)
        languages = self._languages.of_rows(self.offered, texts)
        begin = 0
        most = _MOST_TEXTS
        while begin < len(entries):
            until = begin + most
            taken = self._builder.add_texts(
                entries,
                begin=begin,
                ids=ids[begin:until],
                prefix=texts.prefix,
                first=texts.first + begin,
                languages=languages if len(languages) == 1 else languages[begin:until],
                threads=self._threads,
            )
            self.offered += taken
            begin += taken
            most = max(64, min(_MOST_TEXTS, 2 * taken))
            if taken == 0:
                self._refuse(texts, begin, entries[begin])
                begin += 1
            self._moved()

    def _take_batches(self, rows: Batches) -> None:
        self._metadata.add_rows(rows, self.offered)
        left_out = _core.add_arrow(
            self._builder,
            rows.batches,
            text=rows.text,
            ids=rows.ids,
            prefix=rows.prefix,
            languages=self._languages.of_rows(self.offered, rows),
            skip=self._skip,
            threads=self._threads,
            progress=None,
        )
        self.left_out += [self.offered + row for row in left_out]
        self.offered += rows.row_count
        self._moved()

    def _refuse(self, texts: Texts, row: int, entry: Any) -> None:
        """Raise or note why an entry is no text."""
        name = writable(texts.name(row))
        place = f"row {texts.first + row}"
        if isinstance(entry, Bad):
            place = place if entry.line is None else f"line {entry.line}"
            self._leave_out(name, place, entry.message, line=entry.line)
        elif is_missing(entry):
            message = f"{place}: the text of {name!r} is missing (null); fill or drop it first"
            self._leave_out(name, place, message, line=texts.first + row)
        elif isinstance(entry, str):
            self._leave_out(name, *_surrogate(name, entry))
        else:
            way_out = ".decode() it first" if isinstance(entry, bytes) else "make it one with str()"
            message = f"text {texts.first + row} is {type(entry).__name__}, not str; {way_out}"
            if not self._skip:
                raise TypeError(message)
            self._leave_out(name, place, message)

    def _leave_out(
        self, name: str, place: str, message: str | None, *, line: int | None = None
    ) -> None:
        """Leave out the next document with a note, or raise; without a message there is a note."""
        if message is not None:
            if not self._skip:
                raise BadInput(message, source=name, line=line)
            self.notes.append(Note(name, place, "skipped", message))
        self.left_out.append(self.offered)
        self.offered += 1


def _checked(texts: Texts) -> tuple[list[str], list[Any]]:
    """Return ids and entries; an entry whose id cannot be one gives way to the reason."""
    if texts.ids is None:
        return [], texts.texts
    ids = texts.ids
    if all(isinstance(name, str) and name for name in ids) and is_writable("".join(ids)):
        return ids, texts.texts
    names: list[str] = []
    entries: list[Any] = []
    for row, (name, entry) in enumerate(zip(ids, texts.texts, strict=True)):
        if isinstance(entry, Bad):  # which has a reason already
            names.append("")
            entries.append(entry)
            continue
        reason = _fault_of_id(name, texts.first + row)
        names.append("" if reason else name)
        entries.append(Bad(reason, texts.first + row) if reason else entry)
    return names, entries


def _fault_of_id(name: Any, row: int) -> str:
    if isinstance(name, str) and name:
        if is_writable(name):
            return ""
        return f"{writable(name)}: its name holds a lone surrogate, so it is no text"
    if is_missing(name) or name == "":
        return f"id {row} is empty or missing; ids are texts of at least one character"
    way_out = "ids=[str(id) for id in ids]"
    message = f"id {row} is {type(name).__name__}, not str; ids are texts, as from {way_out}"
    raise TypeError(message)


def _surrogate(name: str, text: str) -> tuple[str, str]:
    """Return where and how a text cannot be written."""
    at = next(i for i, character in enumerate(text) if "\ud800" <= character <= "\udfff")
    message = (
        f"{name}: the text holds a lone surrogate at character {at}, "
        "which no encoding can write; replace it first"
    )
    return f"character {at}", message


def writable(text: str) -> str:
    r"""Return a text with lone surrogates, as in names of files, written as ``\udc80``."""
    return text.encode("utf-8", "backslashreplace").decode()


def check_complete(offered: int, indexed: int, reported: int) -> None:
    """Nothing is lost: every document offered is in the corpus or among the warnings."""
    if offered != indexed + reported:
        message = (
            f"internal error, please report: of {offered} documents offered {indexed} were read "
            f"and {reported} reported"
        )
        raise RuntimeError(message)
