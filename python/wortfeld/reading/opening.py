"""Regular files as blocks of bytes, decompressed where the name says so."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from wortfeld.errors import BadInput
from wortfeld.reading.compression import decompressed

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from wortfeld.reading.documents import Amount

__all__ = ["BLOCK_BYTES", "MOST_BYTES", "Found", "blocks_of", "line_blocks", "whole", "with_path"]

# Whoever passes a block on lets go of it, so that one or two are in memory at a time.
BLOCK_BYTES = 2**21
# What one document may have; the core says the same.
MOST_BYTES = 2**31 - 1

# How a file that `Corpus.save` writes begins.
_CORPUS_FILE = b"wortfeld\r\f\v\n"

_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a folder"),
)


class Found(NamedTuple):
    """A file and the id its document gets."""

    path: Path
    id: str


def blocks_of(
    file: Found, compression: str | None, amount: Amount, opened: contextlib.ExitStack
) -> Iterator[bytes]:
    """Yield the bytes of a file in blocks, decompressed; `amount` counts those of the file itself.

    The file is closed at its end, or when `opened` is.

    Raises
    ------
    BadInput
        If the file is not regular, changes while it is read, is damaged or cut short, or is a saved
        corpus.
    OSError
        If it cannot be opened or read.
    """
    plain = opened.enter_context(contextlib.closing(_plain_blocks(file, amount)))
    return plain if compression is None else decompressed(plain, compression, file.id)


def _plain_blocks(file: Found, amount: Amount) -> Generator[bytes, None, None]:
    before = os.stat(file.path)  # noqa: PTH116  a pipe must not be opened first: that would wait
    _check_regular(file, before.st_mode)
    # Not to wait, should it have become a pipe in between.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file.path, flags), "rb", buffering=0) as stream:
        before = os.fstat(stream.fileno())
        _check_regular(file, before.st_mode)
        is_begin = True

        def read() -> bytes:
            nonlocal is_begin
            block = stream.read(BLOCK_BYTES)
            if is_begin:
                _refuse_corpus_file(file, block)
            is_begin = False
            amount.done += len(block)
            return block

        yield from iter(read, b"")
        after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        message = (
            f"{file.id}: the file changed while it was read "
            f"({before.st_size:,} bytes before, {after.st_size:,} after); read it again"
        )
        raise BadInput(message, source=file.id)


def _check_regular(file: Found, mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    kind = next((name for is_kind, name in _KINDS if is_kind(mode)), "something else")
    message = f"{file.id}: {kind}, not a regular file; it has no end that a reader could wait for"
    raise BadInput(message, source=file.id)


def _refuse_corpus_file(file: Found, begin: bytes) -> None:
    if begin.startswith(_CORPUS_FILE):
        message = f"{file.id}: a saved corpus, not a text; open it with wf.open(path)"
        raise BadInput(message, source=file.id)


def whole(blocks: Iterable[bytes], name: str) -> bytes:
    """Return all blocks as one; BadInput before more is held than a document may have."""
    parts: list[bytes] = []
    size = 0
    for block in blocks:
        size += len(block)
        if size > MOST_BYTES:
            message = f"{name}: a document may have 2 GiB at most; split it"
            raise BadInput(message, source=name)
        parts.append(block)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def line_blocks(blocks: Iterable[bytes], name: str) -> Generator[bytes, None, None]:
    """Yield the bytes again, cut behind ends of lines (LF, CRLF, CR)."""
    pending: list[bytes] = []
    size = 0
    for block in blocks:
        # A carriage return that ends a block may be half of an end.
        cut = block.rfind(b"\n") + 1
        cut = max(cut, block.rfind(b"\r", cut, len(block) - 1) + 1)
        if cut == 0:
            pending.append(block)
            size += len(block)
            if size > MOST_BYTES:
                message = f"{name}: a line is longer than 2 GiB, which no document may be; split it"
                raise BadInput(message, source=name)
            continue
        lines = [b"".join([*pending, memoryview(block)[:cut]])]
        pending = [block[cut:]]
        size = len(pending[0])
        del block
        yield lines.pop()
    if rest := b"".join(pending):
        yield rest


def with_path(error: Exception, path: Path) -> Exception:
    """Return the built-in error of the same class whose message names the path."""
    if not isinstance(error, OSError):
        return error
    return type(error)(error.errno, f"cannot read {str(path)!r}: {error.strerror or error}")
