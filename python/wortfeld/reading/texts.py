"""Texts in memory as documents: lists, iterators, mappings and records."""

from __future__ import annotations

import itertools
import os
from collections.abc import Mapping, Sized
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.documents import Bad, Offer, Texts
from wortfeld.reading.rows import Columns, Record, pieces_of_records

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from wortfeld.reading.documents import Amount

__all__ = ["offer_mapping", "offer_records", "offer_texts", "refuse_paths"]

# Lists and iterators are handed on in pieces of so many texts, or about so many characters.
_PIECE_TEXTS = 2**14
_PIECE_CHARACTERS = 2**21


def offer_texts(texts: Iterable[Any], ids: Iterable[Any] | None) -> Offer:
    """Offer texts in order; ids are ``ids``, the keys of a mapping, or "0", "1", ….

    Raises
    ------
    TypeError
        If a text is no str.
    BadArgument
        If ids and texts differ in number.
    """
    if isinstance(texts, str):
        message = "texts= takes a list of texts; wrap a single text: texts=[text]"
        raise TypeError(message)
    if isinstance(texts, Mapping):
        if ids is not None:
            message = "a mapping has ids of its own, its keys; leave out ids="
            raise BadArgument(message)
        texts, ids = list(texts.values()), list(texts)
    if isinstance(texts, set | frozenset):
        message = "a set has no order, so its documents would not either; pass a list of texts"
        raise TypeError(message)
    offer = Offer(documents=())
    offer.amount.total = len(texts) if isinstance(texts, Sized) else 0
    offer.documents = _texts(texts, ids, offer.amount)
    return offer


def offer_records(records: Iterable[Any], columns: Columns) -> Offer:
    """Offer dicts, of which one entry is the text, one may be the id and the rest is metadata."""
    offer = Offer(documents=())
    offer.amount.total = len(records) if isinstance(records, Sized) else 0
    offer.documents = _counted(
        pieces_of_records(_records(records), columns, prefix="", first=0), offer.amount
    )
    return offer


def offer_mapping(mapping: Mapping[Any, Any], columns: Columns) -> Offer:
    """Offer what a mapping holds: id -> text, or id -> record."""
    if not any(isinstance(value, Mapping) for value in mapping.values()):
        return offer_texts(mapping, None)
    if columns.id is not None:
        message = f"id={columns.id!r} does not go with a mapping, whose keys are the ids"
        raise BadArgument(message)
    key = "\0"  # which is no name of a field
    records = ({**value, key: name} for name, value in mapping.items())
    return offer_records(records, Columns(columns.text, key))


def refuse_paths(texts: Sequence[Any]) -> None:
    """Refuse names of files, which are a mistake for the texts in them."""
    if not texts or not all(isinstance(text, str) and _is_file(text) for text in texts):
        return
    message = (
        f"all {len(texts)} texts are names of existing files; "
        "pass paths=[...] to read the files, or texts=[...] to read the names themselves"
    )
    raise BadArgument(message)


def _is_file(text: str) -> bool:
    try:
        return len(text) < 4096 and Path(text).is_file()
    except (OSError, ValueError):
        return False


def _texts(texts: Iterable[Any], ids: Iterable[Any] | None, amount: Amount) -> Iterator[Texts]:
    """Yield texts in pieces, with as many ids."""
    names = None if ids is None else iter(ids)
    count = 0
    for piece in _slices(texts) if isinstance(texts, list | tuple) else _gathered(texts):
        _refuse_path_in(piece)
        given = None if names is None else list(itertools.islice(names, len(piece)))
        if given is not None and len(given) < len(piece):
            count += len(given)
            message = f"text {count} has no id: ids= has only {count} entries"
            raise BadArgument(message)
        yield Texts(piece, given, first=count)
        count += len(piece)
        amount.done = count
    if names is not None and next(names, None) is not None:
        message = f"there are more ids than the {count} texts"
        raise BadArgument(message)


def _slices(texts: Sequence[Any]) -> Iterator[list[Any]]:
    for begin in range(0, len(texts), _PIECE_TEXTS):
        yield list(texts[begin : begin + _PIECE_TEXTS])


def _gathered(texts: Iterable[Any]) -> Iterator[list[Any]]:
    """Gather what an iterator gives, no more at a time than a few megabytes."""
    piece: list[Any] = []
    size = 0
    for text in _noted(texts):
        piece.append(text)
        size += len(text) if isinstance(text, str) else 1
        if size > _PIECE_CHARACTERS or len(piece) == _PIECE_TEXTS:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _noted(source: Iterable[Any]) -> Iterator[Any]:
    """Yield what an iterable gives; what it raises gets a note of where that was."""
    count = 0
    iterator = iter(source)
    while True:
        try:
            value = next(iterator)
        except StopIteration:
            break
        except Exception as error:
            error.add_note(f"while wortfeld was reading text {count} of the source")
            raise
        yield value
        count += 1
    if count == 0 and iterator is source:
        message = (
            "the iterator gave nothing; one that was read before is empty: make a new one, or pass "
            "a list"
        )
        raise BadInput(message)


def _records(records: Iterable[Any]) -> Iterator[Record]:
    for number, record in enumerate(_noted(records)):
        if isinstance(record, Mapping):
            yield Record(record, number)
        else:
            bad = Bad(f"row {number} is {type(record).__name__}, not a dict", number)
            yield Record(bad, number)


def _counted(pieces: Iterable[Texts], amount: Amount) -> Iterator[Texts]:
    for piece in pieces:
        yield piece
        amount.done += len(piece.texts)


def _refuse_path_in(piece: Sequence[Any]) -> None:
    if any(isinstance(text, os.PathLike) for text in piece):
        message = "texts and Path objects are mixed; pass Path objects alone, or paths=[...]"
        raise TypeError(message)
