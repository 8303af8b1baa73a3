"""``wf.read``: from any source to a corpus."""

from __future__ import annotations

import itertools
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from wortfeld.errors import BadArgument
from wortfeld.reading.building import ReadingRules, assembled
from wortfeld.reading.encodings import Encoding, check_encoding
from wortfeld.reading.files import offer_files, offer_path
from wortfeld.reading.formats import FORMATS, FileOptions
from wortfeld.reading.frames import is_frame, metadata_columns, offer_frame, offer_series
from wortfeld.reading.rows import Columns
from wortfeld.reading.texts import offer_mapping, offer_records, offer_texts, refuse_paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from wortfeld.corpus import Corpus
    from wortfeld.profiles import Profile
    from wortfeld.reading.documents import Offer
    from wortfeld.typing import KeptForm

__all__ = ["file_options", "read"]

Format: TypeAlias = Literal["text", "csv", "tsv", "jsonl", "parquet", "arrow"]


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
    format: Format | None = None,
    one_document_per: Literal["file", "line"] = "file",
    encoding: str = "utf-8",
    errors: Literal["strict", "replace"] = "strict",
    on_error: Literal["raise", "skip"] = "raise",
    detect_zones: bool = True,
    keep: KeptForm | Iterable[KeptForm] | None = None,
    profile: Profile | None = None,
) -> Corpus:
    """Read a corpus from files, texts or a table.

    Parameters
    ----------
    source
        A file, a folder (searched with its subfolders) or a glob; a list of ``Path`` objects; a
        list, Series or iterable of texts; a mapping from id to text; dicts, one a document; a
        DataFrame or anything that exports Arrow.
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
        The column of a table, CSV or JSON Lines file or dict that holds the texts.
    id
        The column that holds the ids; all others become metadata.
    metadata
        A mapping from column name to one value per document, a DataFrame or a list of dicts, in
        the order of the documents. ``title``, ``date``, ``author`` and ``language`` fill the
        columns of that name.
    pattern
        Which files of a folder are read, compressed ones as well; the others are listed in
        ``corpus.warnings``.
    format
        What is in the files; None tells it from the suffix of each (``.csv``, ``.tsv``, ``.jsonl``,
        ``.parquet``, ``.arrow``, else text). Those that end in ``.gz``, ``.bz2``, ``.xz`` or
        ``.zst`` are decompressed.
    one_document_per
        ``"line"`` makes every line a document with the id ``<file>:<line>``.
    encoding
        How the files are encoded, any text codec of Python; a byte-order mark is believed.
        ``"auto"`` tells it from the bytes of each file and says so in ``corpus.warnings``.
    errors
        ``"replace"`` turns ill-formed bytes into U+FFFD and counts them in ``corpus.warnings``.
    on_error
        ``"skip"`` lists a document that cannot be read in ``corpus.warnings`` and goes on.
    detect_zones
        Whether titles, bylines, headings and page furniture are told from the text itself.
    keep
        What is one token each although the word rules break it: any of ``"url"``, ``"email"``,
        ``"hashtag"``, ``"number"`` (``-3``, ``14:05``, ``2026-03-10``), ``"abbreviation"``
        (``z. B.``) and ``"hyphen"`` (``KI-Boom``).
    profile
        Repeated lines that are boilerplate, from :func:`wortfeld.profile`; without one nothing in
        a document depends on others. Without effect where no zones are detected.

    Returns
    -------
    Corpus
        Immutable, in the order of the source; files in the order of their paths.

    Raises
    ------
    BadInput
        If a file is not in its encoding (with file and byte offset), is damaged, cut short or no
        regular file, a row has no text, a folder holds no document or two documents have one id.
    BadArgument
        If an argument has a value that is not allowed.
    MemoryLimit
        If reading takes more than ``options(memory=)`` allows.
    FileNotFoundError, PermissionError
        If a path is missing or cannot be read.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Der Chip.", "Die Chips und der Chip."], language="de")
    >>> len(corpus), corpus.word_count
    (2, 7)
    """
    options = file_options(locals())
    if _reads_table(source):
        _refuse_others(texts=texts, paths=paths)
        _refuse_lines(options)
        offer = offer_frame(source, text=text, id_column=id, ids=ids)
    else:
        offer = _offer_of(source, texts, paths, ids, options)
    offer.metadata = {**offer.metadata, **metadata_columns(metadata)}
    rules = ReadingRules(detect_zones, keep, profile)
    corpus = assembled(offer, options, language, rules)
    corpus._folder = _folder_of(source)
    return corpus


def file_options(arguments: Mapping[str, Any]) -> FileOptions:
    """Return how files become documents, from the arguments of :func:`read`, checked."""
    chosen = {name: arguments.get(name, allowed[0]) for name, allowed in _CHOICES.items()}
    _check_choices(**chosen)
    encoding = arguments.get("encoding", "utf-8")
    check_encoding(encoding)
    return FileOptions(
        pattern=arguments.get("pattern", "*.txt"),
        one_document_per=chosen["one_document_per"],
        encoding=Encoding(encoding, chosen["errors"]),
        on_error=chosen["on_error"],
        columns=Columns(arguments.get("text", "text"), arguments.get("id")),
        format=chosen["format"],
    )


_CHOICES: dict[str, tuple[Any, ...]] = {
    "one_document_per": ("file", "line"),
    "errors": ("strict", "replace"),
    "on_error": ("raise", "skip"),
    "format": (None, *FORMATS),
}


def _check_choices(**choices: Any) -> None:
    for name, value in choices.items():
        allowed = _CHOICES[name]
        if value not in allowed:
            message = f"{name} must be {' or '.join(map(repr, allowed))}, not {value!r}"
            raise BadArgument(message)


def _reads_table(source: Any) -> bool:
    return not isinstance(source, str | os.PathLike | list | tuple) and is_frame(source)


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
        _refuse_lines(options)
        return offer_series(texts, ids)
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
    _refuse_lines(options)
    if not hasattr(source, "__iter__") or isinstance(source, bytes | bytearray):
        message = f"cannot read documents from {type(source).__name__}"
        raise TypeError(message)
    if isinstance(source, Mapping):
        _refuse_others(ids=ids)
        return offer_mapping(source, options.columns)
    return _offer_iterable(source, ids, options.columns)


def _offer_iterable(source: Any, ids: Iterable[str] | None, columns: Columns) -> Offer:
    """Offer texts or records: the first entry tells which."""
    if iter(source) is not source:
        entries, first = source, next(iter(source), None)
    else:
        first = next(source, None)
        entries = source if first is None else itertools.chain((first,), source)
    if not isinstance(first, Mapping):
        return offer_texts(entries, ids)
    _refuse_others(ids=ids)
    return offer_records(entries, columns)


def _refuse_others(**others: Any) -> None:
    """Refuse arguments that say nothing about this kind of source."""
    for name, value in others.items():
        if value is not None:
            message = (
                f"{name}= does not go with this source: ids= and texts= are for texts, a table "
                "has columns (text=, id=), the ids of files are their paths"
            )
            raise BadArgument(message)


def _refuse_lines(options: FileOptions) -> None:
    """Refuse to take texts in memory apart, which only files are."""
    if options.one_document_per == "line":
        message = (
            "one_document_per='line' is for files, and each of these texts is a document; split "
            "them first: texts=text.splitlines()"
        )
        raise BadArgument(message)


def _folder_of(source: Any) -> Path | None:
    is_path = isinstance(source, str | os.PathLike)
    return Path(source) if is_path and Path(source).is_dir() else None
