"""What is in a file, told from its name, and how it becomes documents."""

from __future__ import annotations

import codecs
import contextlib
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from wortfeld._options import thread_count
from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.ahead import read_ahead
from wortfeld.reading.compression import SUFFIXES
from wortfeld.reading.csv_rows import csv_pieces
from wortfeld.reading.documents import Amount, Batches, Document, Lines, Note, Texts
from wortfeld.reading.encodings import Encoding, as_utf8
from wortfeld.reading.frame_files import frame_pieces
from wortfeld.reading.opening import blocks_of, line_blocks, whole, with_path
from wortfeld.reading.row_blocks import RowSource, row_blocks
from wortfeld.reading.rows import Columns, json_records, pieces_of_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wortfeld.reading.documents import Offer, Piece
    from wortfeld.reading.opening import Found

__all__ = ["FORMATS", "FileOptions", "pieces_of_files", "without_compression"]

_BY_SUFFIX = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".arrow": "arrow",
    ".feather": "arrow",
    ".ipc": "arrow",
}
FORMATS = ("text", *dict.fromkeys(_BY_SUFFIX.values()))


class FileOptions(NamedTuple):
    """How files become documents; the arguments of ``read``.

    With `sample` only about so many bytes are read, of files that lie evenly among all.
    """

    pattern: str = "*.txt"
    one_document_per: str = "file"
    encoding: Encoding = Encoding("utf-8", "strict")
    on_error: str = "raise"
    columns: Columns = Columns("text", None)
    format: str | None = None
    sample: int | None = None


def without_compression(name: str) -> str:
    """Return the name of a file without ``.gz`` and its like."""
    suffix = PurePath(name).suffix.lower()
    return name[: -len(suffix)] if suffix in SUFFIXES else name


def _kind_of(file: Found, options: FileOptions) -> tuple[str | None, str]:
    """Return how a file is compressed and what is in it."""
    name = file.path.name
    compression = SUFFIXES.get(PurePath(name).suffix.lower())
    suffix = PurePath(without_compression(name)).suffix.lower()
    kind = options.format or _BY_SUFFIX.get(suffix, "text")
    if kind != "text" and options.one_document_per == "line":
        message = (
            f"{file.id}: one_document_per='line' is for plain text, and this is {kind}, where each "
            "row is a document; leave it out, or pass format='text'"
        )
        raise BadArgument(message)
    if compression and kind in {"parquet", "arrow"}:
        message = f"{file.id}: {kind} files are compressed inside; decompress this one first"
        raise BadInput(message, source=file.id)
    return compression, kind


def pieces_of_files(found: list[Found], options: FileOptions, offer: Offer) -> Iterator[Piece]:
    """Yield what is in files, one after another; a file that cannot be read gets a note or raises.

    What a file held before it turned out to be bad was yielded already and stays.
    """
    share = None if options.sample is None else max(options.sample // max(len(found), 1), 2**16)
    for file in found:
        try:
            # Closed here, and not when the traceback of an error lets go of the generators.
            with contextlib.ExitStack() as opened:
                pieces = _pieces(file, options, offer, opened)
                yield from pieces if share is None else _beginning(pieces, share, offer.amount)
        except (OSError, BadInput) as error:
            if options.on_error != "skip":
                raise with_path(error, file.path) from None
            place = "" if not isinstance(error, BadInput) else _place(error)
            reason = str(with_path(error, Path(file.id)))
            offer.notes.append(Note(file.id, place, "skipped", reason))
            if _is_whole(file, options):
                yield Document(file.id, None)


def _beginning(pieces: Iterator[Piece], size: int, amount: Amount) -> Iterator[Piece]:
    """Yield pieces up to about a size, or all where the bytes behind them were taken already."""
    for piece in pieces:
        yield piece
        size -= _size(piece)
        if size <= 0 and amount.done < amount.total:
            break


def _size(piece: Piece) -> int:
    if isinstance(piece, Texts):
        return sum(len(text) for text in piece.texts if isinstance(text, str))
    if isinstance(piece, Batches):
        return sum(batch.text_bytes(piece.text) for batch in piece.batches)
    data = piece.block if isinstance(piece, Lines) else piece.data
    return 0 if data is None else len(data)


def _place(error: BadInput) -> str:
    if error.line is not None:
        return f"line {error.line}"
    return "" if error.byte_offset is None else f"byte {error.byte_offset}"


def _is_whole(file: Found, options: FileOptions) -> bool:
    """Whether the file is one document, so that it is missed if it cannot be read."""
    suffix = PurePath(without_compression(file.path.name)).suffix.lower()
    kind = options.format or _BY_SUFFIX.get(suffix, "text")
    return kind == "text" and options.one_document_per == "file"


def _pieces(
    file: Found, options: FileOptions, offer: Offer, opened: contextlib.ExitStack
) -> Iterator[Piece]:
    compression, kind = _kind_of(file, options)
    if kind in {"parquet", "arrow"}:
        yield from frame_pieces(file, kind, options.columns, offer.amount)
        return
    amounts = iter((offer.amount,))

    def open_blocks() -> Iterator[bytes]:
        # A file that is read twice, to tell its encoding, counts once.
        return blocks_of(file, compression, next(amounts, Amount()), opened)

    is_whole = _is_whole(file, options)
    blocks, is_transcoded = as_utf8(
        open_blocks, file.id, options.encoding, offer.notes, is_whole=is_whole
    )
    if kind != "text":
        source = RowSource(file.id, options.encoding.errors, is_transcoded)
        yield from _row_pieces(blocks, source, kind, options, offer)
    elif is_whole:
        yield Document(file.id, whole(blocks, file.id))
    else:
        lines = line_blocks(blocks, file.id)
        if thread_count() > 1 and options.sample is None:
            lines = read_ahead(lines)
        is_first = True
        with contextlib.closing(lines):
            for block in lines:
                if block != codecs.BOM_UTF8:  # a mark alone is no line
                    yield Lines(file.id, block, is_first)
                del block
                is_first = False


def _row_pieces(
    blocks: Iterator[bytes], source: RowSource, kind: str, options: FileOptions, offer: Offer
) -> Iterator[Piece]:
    name = source.name
    lines = row_blocks(line_blocks(blocks, name), source, offer.notes)
    skip = options.on_error == "skip"
    if kind in {"csv", "tsv"}:
        is_tab = kind == "tsv"
        yield from csv_pieces(lines, name, options.columns, is_tab=is_tab, skip=skip)
    else:
        records = json_records(lines, name, skip=skip)
        yield from pieces_of_records(records, options.columns, prefix=f"{name}:", first=1)
