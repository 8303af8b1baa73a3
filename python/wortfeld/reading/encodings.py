"""Any encoding as UTF-8, block by block; faults with their byte in the file."""

from __future__ import annotations

import codecs
import threading
from encodings.aliases import aliases
from typing import TYPE_CHECKING, NamedTuple

from wortfeld import _core
from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.detection import Sample, detected
from wortfeld.reading.documents import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Encoding", "as_utf8", "check_encoding", "decode_and_count"]

_UTF8 = frozenset({"utf-8", "utf-8-sig"})
# The longer ones first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8"),
)
_LONGEST_MARK = 4
_counter = threading.local()


class Encoding(NamedTuple):
    """How files are encoded: a codec of Python or "auto", and what to do about faults."""

    name: str
    errors: str


def check_encoding(name: str) -> None:
    """Refuse what is no text encoding, with near names."""
    if name == "auto":
        return
    try:
        b" ".decode(name, "replace")
    except (LookupError, UnicodeError, TypeError, ValueError):
        known = sorted({*aliases.values(), "auto"})
        near = [each.replace("_", "-") for each in _core.near_names(str(name), known)]
        hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
        message = (
            f"unknown encoding {name!r}{hint}; names are those of Python, like 'latin-1', "
            "or 'auto' to have it detected"
        )
        raise BadArgument(message) from None


def as_utf8(
    open_blocks: Callable[[], Iterator[bytes]],
    name: str,
    encoding: Encoding,
    notes: list[Note],
    *,
    is_whole: bool,
) -> tuple[Iterator[bytes], bool]:
    """Return a file in UTF-8, and whether it was in another encoding; UTF-8 is passed on unchecked.

    Parameters
    ----------
    open_blocks
        Opens the file; called a second time for detection.
    name
        The file, for messages.
    encoding
        What the caller said about it.
    notes
        Get a row for a byte-order mark, a detection and replaced bytes.
    is_whole
        Whether the file is one text, which a NUL spoils, or many that are checked one by one.
    """
    first, blocks = _with_first(open_blocks())
    codec = codecs.lookup("utf-8" if encoding.name == "auto" else encoding.name).name
    if codec in _UTF8:
        marked = next((mark for sign, mark in _MARKS if first.startswith(sign)), None)
        if marked is not None and marked != "utf-8":
            notes.append(Note(name, "", "encoding", f"read as {marked}: it has a byte-order mark"))
            codec = marked
        elif encoding.name == "auto":
            codec, message = detected(Sample.of(open_blocks()), name)
            if message:
                notes.append(Note(name, "", "encoding", message))
    if codec in _UTF8:
        return blocks, False
    texts = _decoded(blocks, name, Encoding(codec, encoding.errors), notes, is_whole=is_whole)
    return _encoded(texts, name, codec), True


def _with_first(blocks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Return the first bytes, enough for any mark, and all blocks."""
    parts: list[bytes] = []
    for block in blocks:
        parts.append(block)
        if sum(map(len, parts)) >= _LONGEST_MARK:
            break

    def again() -> Iterator[bytes]:
        while parts:
            yield parts.pop(0)
        yield from blocks

    return b"".join(part[:_LONGEST_MARK] for part in parts), again()


def _encoded(texts: Iterable[str], name: str, codec: str) -> Iterator[bytes]:
    for text in texts:
        try:
            yield text.encode()
        except UnicodeEncodeError as error:
            message = f"{name}: {codec} gives a lone surrogate, which is no text"
            raise BadInput(message, source=name) from error


def _decoded(
    blocks: Iterable[bytes], name: str, encoding: Encoding, notes: list[Note], *, is_whole: bool
) -> Iterator[str]:
    """Yield the blocks of a file as texts; BadInput with the byte of what cannot be decoded."""
    errors = "wortfeld.counted" if encoding.errors == "replace" else "strict"
    decoder = codecs.getincrementaldecoder(encoding.name)(errors)
    given = 0
    replaced = 0
    for data, is_last in _with_last(blocks):
        given += len(data)
        _counter.replaced = 0
        try:
            text = decoder.decode(data, is_last)
        except UnicodeDecodeError as error:
            offset = given - len(error.object) + error.start
            message = (
                f"{name}: not {encoding.name}: {error.reason} at byte offset {offset}; "
                "pass the right encoding=, encoding='auto' or errors='replace'"
            )
            raise BadInput(message, source=name, byte_offset=offset) from None
        replaced += _counter.replaced
        if is_whole and (nul := text.find("\0")) >= 0:
            offset = given - _behind(data, text[nul:], decoder.getstate()[0], encoding.name)
            message = f"{name}: a NUL, so this is no text file, at byte offset {offset}"
            raise BadInput(message, source=name, byte_offset=offset)
        if text:
            yield text
    if replaced:
        message = f"{replaced} ill-formed byte sequences became U+FFFD"
        notes.append(Note(name, "", "replaced", message))


def decode_and_count(data: bytes) -> tuple[str, int]:
    """Return UTF-8 with U+FFFD for each ill-formed sequence, and how many there were."""
    _counter.replaced = 0
    return data.decode("utf-8", "wortfeld.counted"), _counter.replaced


def _behind(data: bytes, rest: str, pending: bytes, codec: str) -> int:
    """Return how many bytes of a block stand from its first NUL, and the text there, on."""
    nul = data.find(b"\0")
    if codec.startswith(("utf-16", "utf-32")) or nul < 0:
        # Of either byte order; without one the encoder would put a mark in front.
        codec = codec if codec.endswith(("le", "be")) else f"{codec}-le"
        return len(pending) + len(rest.encode(codec, "replace"))
    return len(data) - nul


def _with_last(blocks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    for block in blocks:
        yield block, False
    yield b"", True


def _replace_and_count(error: UnicodeError) -> tuple[str | bytes, int]:
    _counter.replaced = getattr(_counter, "replaced", 0) + 1
    return codecs.replace_errors(error)


codecs.register_error("wortfeld.counted", _replace_and_count)
