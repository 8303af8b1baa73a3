"""Compressed bytes as plain ones: gzip, bzip2, xz and zstd, members one after another."""

from __future__ import annotations

import bz2
import lzma
import zlib
from typing import TYPE_CHECKING, Any, Protocol

from wortfeld._optional import require
from wortfeld.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["SUFFIXES", "decompressed"]

SUFFIXES = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz", ".zst": "zstd"}

# No more than this is taken from a decompressor at once, so that a bomb is met in pieces.
_MOST_OUT = 2**22


class _Decompressor(Protocol):
    """One member of a compressed file."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes) -> bytes: ...


def decompressed(blocks: Iterable[bytes], kind: str, name: str) -> Iterator[bytes]:
    """Yield what compressed blocks hold.

    Everything before a fault is yielded before the fault is raised.

    Raises
    ------
    BadInput
        If the data is damaged or cut short, with the bytes of the file that were read.
    ModuleNotFoundError
        If there is no package for zstd.
    """
    member: _Decompressor | None = None
    given = 0
    made = 0
    for data in _pieces(blocks, kind):
        rest = data
        while rest or _has_more(member):
            if member is None:
                rest = rest if made == given == 0 else rest.lstrip(b"\0")  # padding
                if not rest:
                    break
                member = _new(kind)
            try:
                out = _step(member, rest)
            except _errors(kind) as error:
                raise _fault(name, kind, f"is damaged ({error})", given, made) from None
            made += len(out)
            rest = member.unused_data if member.eof else b""
            member = None if member.eof else member
            if out:
                yield out
        given += len(data)
    if member is not None or given == 0:
        raise _fault(name, kind, "is cut short", given, made)


def _fault(name: str, kind: str, what: str, given: int, made: int) -> BadInput:
    message = (
        f"{name}: the {kind} data {what}: {given:,} bytes of the file were read, "
        f"{made:,} bytes came out of them"
    )
    return BadInput(message, source=name, byte_offset=given)


def _errors(kind: str) -> tuple[type[Exception], ...]:
    """Return what a decompressor raises for damaged data."""
    if kind == "zstd":
        return (require("zstandard", purpose="reading a .zst file").ZstdError,)
    return (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError)


def _pieces(blocks: Iterable[bytes], kind: str) -> Iterator[bytes]:
    """Cut blocks where a decompressor has no limit of its own for what comes out."""
    size = {"gzip": 2**16, "zstd": 2**13}.get(kind)
    for block in blocks:
        if size is None:
            yield block
        else:
            yield from (block[i : i + size] for i in range(0, len(block), size))


def _new(kind: str) -> Any:
    if kind == "gzip":
        return zlib.decompressobj(wbits=31)  # gzip's header and trailer, which has a checksum
    if kind == "bzip2":
        return bz2.BZ2Decompressor()
    if kind == "xz":
        return lzma.LZMADecompressor()
    return require("zstandard", purpose="reading a .zst file").ZstdDecompressor().decompressobj()


def _has_more(member: Any) -> bool:
    """Whether a decompressor holds data back because of the limit."""
    return member is not None and not getattr(member, "needs_input", True)


def _step(member: Any, data: bytes) -> bytes:
    if hasattr(member, "needs_input"):
        return bytes(member.decompress(data, _MOST_OUT))
    return bytes(member.decompress(data))
