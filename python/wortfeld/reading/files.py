"""Files, folders and globs as documents."""

from __future__ import annotations

import codecs
import fnmatch
import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld import _core
from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.documents import Document, Note, Offer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["FileOptions", "offer_files", "offer_path"]

_WILDCARDS = frozenset("*?[")


class FileOptions(NamedTuple):
    """How files become documents; the arguments of ``read``."""

    pattern: str
    one_document_per: str
    encoding: str
    errors: str
    on_error: str


class _Found(NamedTuple):
    """A file and the id its document gets."""

    path: Path
    id: str


def offer_path(source: str | os.PathLike[str], options: FileOptions) -> Offer:
    """Offer a file, a folder or what a glob matches.

    Raises
    ------
    FileNotFoundError
        If there is no such file or folder, or the glob matches nothing.
    BadInput
        If a folder holds no file that matches the pattern.
    """
    text = os.fspath(source)
    if not text:  # which Path takes for the current folder
        message = "the path is empty; '.' is the current folder"
        raise FileNotFoundError(message)
    path = Path(text)
    try:
        if path.is_dir():
            return _offer_folder(path, options)
        if path.exists():
            return _offer([_Found(path, path.name)], [], options)
    except OSError as error:  # for example a name that is too long
        raise _with_path(error, path) from None
    if _WILDCARDS & set(text):
        return _offer_glob(text, options)
    message = f"no such file or folder: {text!r}; to read a text itself pass texts=[...]"
    raise FileNotFoundError(message)


def offer_files(paths: Sequence[Any], options: FileOptions) -> Offer:
    """Offer several files, in this order; ids are their paths below the folder they share."""
    for path in paths:
        if not isinstance(path, str | os.PathLike):
            message = f"a list of files holds {type(path).__name__}, not a path"
            raise TypeError(message)
        if options.on_error != "skip" and not Path(path).exists():
            message = f"no such file: {os.fspath(path)!r}"
            raise FileNotFoundError(message)
        if Path(path).is_dir():
            message = f"{os.fspath(path)!r} is a folder; pass one folder alone, or a list of files"
            raise BadArgument(message)
    return _offer(_named(paths), [], options)


def _named(paths: Sequence[str | os.PathLike[str]]) -> list[_Found]:
    """Name files by their paths below the deepest folder that holds them all."""
    absolute = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100  links stay links
    if not absolute:
        return []
    shared = Path(os.path.commonpath([path.parent for path in absolute]))
    return [
        _Found(Path(path), full.relative_to(shared).as_posix())
        for path, full in zip(paths, absolute, strict=True)
    ]


def _offer_folder(folder: Path, options: FileOptions) -> Offer:
    found: list[_Found] = []
    notes: list[Note] = []

    def refuse(error: OSError) -> None:
        place = Path(error.filename or folder)
        if options.on_error != "skip" or place == folder:
            raise _with_path(error, place) from None
        notes.append(Note(_relative(place, folder), "", "skipped", _reason(error)))

    for root, folders, files in os.walk(folder, onerror=refuse):
        for name in [name for name in folders if name.startswith(".")]:
            folders.remove(name)
            place = _relative(Path(root, name), folder)
            notes.append(Note(place, "", "ignored", "a hidden folder is not searched"))
        for name in files:
            place = _relative(Path(root, name), folder)
            if fnmatch.fnmatchcase(name, options.pattern) or fnmatch.fnmatchcase(
                place, options.pattern
            ):
                found.append(_Found(Path(root, name), place))
            else:
                message = f"the name does not match pattern={options.pattern!r}"
                notes.append(Note(place, "", "ignored", message))
    if not found:
        message = (
            f"folder {str(folder)!r} holds no file that matches pattern={options.pattern!r}; "
            f"it has {len(notes)} other entries"
        )
        raise BadInput(message, source=str(folder))
    found.sort(key=lambda file: os.fsencode(file.id))
    notes.sort(key=lambda note: os.fsencode(note.source))
    return _offer(found, notes, options)


def _offer_glob(pattern: str, options: FileOptions) -> Offer:
    plain = [part for part in Path(pattern).parts if not _WILDCARDS & set(part)]
    parts = Path(pattern).parts[: len(plain)]
    base = Path(*parts) if plain == list(parts) else Path()
    matched = [Path(name) for name in glob.glob(pattern, recursive=True)]  # noqa: PTH207  a pattern may be absolute
    found = [_Found(path, _relative(path, base)) for path in matched if path.is_file()]
    if not found:
        message = f"no file matches {pattern!r}"
        raise FileNotFoundError(message)
    found.sort(key=lambda file: os.fsencode(file.id))
    return _offer(found, [], options)


def _offer(found: list[_Found], notes: list[Note], options: FileOptions) -> Offer:
    offer = Offer(documents=(), notes=notes, is_files=True)
    offer.documents = _read_files(found, options, notes)
    return offer


def _read_files(found: list[_Found], options: FileOptions, notes: list[Note]) -> Iterator[Document]:
    for file in found:
        try:
            data = _decoded(file.id, file.path.read_bytes(), options, notes)
        except (OSError, BadInput) as error:
            if options.on_error != "skip":
                raise _with_path(error, file.path) from None
            notes.append(Note(file.id, "", "skipped", str(error)))
            if options.one_document_per == "file":
                yield Document(file.id, None)
            continue
        if options.one_document_per == "line":
            lines = _core.split_lines(data if isinstance(data, bytes) else data.encode())
            for number, line in enumerate(lines, start=1):
                yield Document(f"{file.id}:{number}", line)
        else:
            yield Document(file.id, data)


def _decoded(name: str, data: bytes, options: FileOptions, notes: list[Note]) -> bytes | str:
    """Return UTF-8 as it is, for the core checks it, and any other encoding as a text."""
    codec = codecs.lookup(options.encoding).name
    if codec in {"utf-8", "utf-8-sig"}:
        return data
    try:
        text = data.decode(codec, options.errors)
    except UnicodeDecodeError as error:
        message = (
            f"{name}: not {options.encoding}: {error.reason} at byte offset {error.start}; "
            "pass the right encoding= or errors='replace'"
        )
        raise BadInput(message, source=name, byte_offset=error.start) from None
    if (nul := text.find("\0")) >= 0:
        offset = len(text[:nul].encode(codec))
        message = f"{name}: a NUL, so this is no text file, at byte offset {offset}"
        raise BadInput(message, source=name, byte_offset=offset)
    if options.errors == "replace" and (count := text.count("\ufffd")):
        notes.append(Note(name, "", "replaced", f"{count} ill-formed byte sequences became U+FFFD"))
    return text


def _relative(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _with_path(error: Exception, path: Path) -> Exception:
    """Return the built-in error of the same class whose message names the path."""
    if not isinstance(error, OSError):
        return error
    return type(error)(error.errno, f"cannot read {str(path)!r}: {_reason(error)}")
