"""``wf.read``: from any source to a corpus."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from wortfeld import _core
from wortfeld._wrap import job
from wortfeld.corpus import Corpus
from wortfeld.errors import BadArgument
from wortfeld.reading.feed import Feed, writable
from wortfeld.reading.files import FileOptions, offer_files, offer_path
from wortfeld.reading.languages import Languages
from wortfeld.reading.metadata import check_names, metadata_table, zone_notes
from wortfeld.reading.texts import (
    is_table,
    metadata_columns,
    offer_table,
    offer_texts,
    refuse_paths,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wortfeld.reading.documents import Offer

__all__ = ["read"]


def read(
    source: Any = None,
    *,
    language: Any = None,
    texts: Iterable[str] | None = None,
    paths: Sequence[str | os.PathLike[str]] | None = None,
    ids: Iterable[str] | None = None,
    text: str = "text",
    id: str | None = None,
    metadata: Any = None,
    pattern: str = "*.txt",
    one_document_per: Literal["file", "line"] = "file",
    encoding: str = "utf-8",
    errors: Literal["strict", "replace"] = "strict",
    on_error: Literal["raise", "skip"] = "raise",
    detect_zones: bool = True,
) -> Corpus:
    """Read a corpus from files, texts or a table.

    Parameters
    ----------
    source
        A file, a folder (searched with its subfolders) or a glob; a list of ``Path`` objects; a
        list, Series or iterable of texts; a DataFrame or anything that exports Arrow.
    language
        A code such as ``"de"``, a mapping from document id to code, or the name of a metadata
        column. Without one the rules are generic and ``corpus.warnings`` says so.
    texts
        Texts, never paths, instead of `source`.
    paths
        Files instead of `source`; ids are their paths below the folder they share.
    ids
        Unique ids of the texts; "0", "1", … if they are not given.
    text
        The column of a DataFrame that holds the texts.
    id
        The column that holds the ids; all others become metadata.
    metadata
        A mapping from column name to one value per document, a DataFrame or a list of dicts, in
        the order of the documents. ``title``, ``date``, ``author`` and ``language`` fill the
        columns of that name.
    pattern
        Which files of a folder are read; the others are listed in ``corpus.warnings``.
    one_document_per
        ``"line"`` makes every line a document with the id ``<file>:<line>``.
    encoding
        How the files are encoded.
    errors
        ``"replace"`` turns ill-formed bytes into U+FFFD and counts them in ``corpus.warnings``.
    on_error
        ``"skip"`` lists a document that cannot be read in ``corpus.warnings`` and goes on.
    detect_zones
        Whether titles, bylines, headings and page furniture are told from the text itself.

    Returns
    -------
    Corpus
        Immutable, in the order of the source; files in the order of their paths.

    Raises
    ------
    BadInput
        If a file is not in its encoding (with file and byte offset), a folder holds no document or
        two documents have one id.
    BadArgument
        If an argument has a value that is not allowed.
    FileNotFoundError, PermissionError
        If a path is missing or cannot be read.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Der Chip.", "Die Chips und der Chip."], language="de")
    >>> len(corpus), corpus.word_count
    (2, 7)
    """
    _check_choices(one_document_per, errors, on_error, encoding)
    options = FileOptions(pattern, one_document_per, encoding, errors, on_error)
    if _reads_table(source):
        _refuse_others(texts=texts, paths=paths, ids=ids)
        offer = offer_table(source, text=text, id_column=id)
    else:
        offer = _offer_of(source, texts, paths, ids, options)
    offer.metadata = {**offer.metadata, **metadata_columns(metadata)}
    check_names(offer.metadata)
    builder = _core.Builder(
        replace_ill_formed=errors == "replace",
        skip_bad_input=on_error == "skip",
        refuse_nul=offer.is_files,
        detect_zones=detect_zones,
    )
    languages = Languages(language, offer.metadata)
    if language is not None:  # which documents() then tells, not a column of that name
        offer.metadata = {k: v for k, v in offer.metadata.items() if k != "language"}
    raw = _build(builder, offer, languages, skip=on_error == "skip")
    return Corpus._from_raw(raw, _folder_of(source))


def _check_choices(one_document_per: str, errors: str, on_error: str, encoding: str) -> None:
    for name, value, allowed in (
        ("one_document_per", one_document_per, ("file", "line")),
        ("errors", errors, ("strict", "replace")),
        ("on_error", on_error, ("raise", "skip")),
    ):
        if value not in allowed:
            message = f"{name} must be {' or '.join(map(repr, allowed))}, not {value!r}"
            raise BadArgument(message)
    try:
        b" ".decode(encoding, "replace")
    except (LookupError, UnicodeError):
        message = f"unknown encoding {encoding!r}; names are those of Python, like 'latin-1'"
        raise BadArgument(message) from None


def _reads_table(source: Any) -> bool:
    return not isinstance(source, str | os.PathLike | list | tuple) and is_table(source)


def _offer_of(
    source: Any,
    texts: Iterable[str] | None,
    paths: Sequence[str | os.PathLike[str]] | None,
    ids: Iterable[str] | None,
    options: FileOptions,
) -> Offer:
    given = [value for value in (source, texts, paths) if value is not None]
    if len(given) != 1:
        message = "give one of: a source (path, list, DataFrame), texts=[...], paths=[...]"
        raise BadArgument(message)
    if paths is not None:
        if isinstance(paths, str | os.PathLike):
            message = "paths= takes a list of files; give a single one as the source"
            raise TypeError(message)
        _refuse_others(ids=ids)
        return offer_files(list(paths), options)
    if texts is not None:
        return offer_texts(texts, ids)
    if isinstance(source, str | os.PathLike):
        _refuse_others(ids=ids)
        return offer_path(source, options)
    return _offer_list(source, ids, options)


def _offer_list(source: Any, ids: Iterable[str] | None, options: FileOptions) -> Offer:
    if isinstance(source, list | tuple):
        are_paths = [isinstance(entry, os.PathLike) for entry in source]
        if any(are_paths) and not all(are_paths):
            message = "texts and Path objects are mixed; pass Path objects alone, or paths=[...]"
            raise TypeError(message)
        if any(are_paths):
            _refuse_others(ids=ids)
            return offer_files(list(source), options)
        refuse_paths(source)
    if not hasattr(source, "__iter__") or isinstance(source, bytes | bytearray):
        message = f"cannot read documents from {type(source).__name__}"
        raise TypeError(message)
    return offer_texts(source, ids)


def _refuse_others(**others: Any) -> None:
    """Refuse arguments that say nothing about this kind of source."""
    for name, value in others.items():
        if value is not None:
            message = (
                f"{name}= does not go with this source: ids= and texts= are for texts, a table "
                "has columns (text=, id=), the ids of files are their paths"
            )
            raise BadArgument(message)


def _folder_of(source: Any) -> Path | None:
    is_path = isinstance(source, str | os.PathLike)
    return Path(source) if is_path and Path(source).is_dir() else None


def _build(
    builder: _core.Builder, offer: Offer, languages: Languages, *, skip: bool
) -> _core.Corpus:
    all_known = True
    with job("reading") as how:
        feed = Feed(builder, how, skip=skip)
        for document in offer:
            code = languages.of(feed.offered, document.id)
            all_known = all_known and bool(code)
            feed.add(document, code)
        feed.flush()
        zoned = zone_notes(offer.metadata)
        for note in [*languages.notes(all_known=all_known), *offer.notes, *feed.notes, *zoned]:
            builder.warn(*map(writable, note))
        metadata = metadata_table(offer.metadata, feed.offered)
        if metadata.names:
            metadata = metadata.take(feed.handed_over)
        return builder.finish(metadata, **how)
