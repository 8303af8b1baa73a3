"""Files, folders and globs as documents."""

from __future__ import annotations

import errno
import fnmatch
import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wortfeld.errors import BadArgument, BadInput
from wortfeld.reading.documents import Note, Offer
from wortfeld.reading.formats import pieces_of_files, without_compression
from wortfeld.reading.opening import Found, with_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortfeld.reading.formats import FileOptions

__all__ = ["offer_files", "offer_path"]

_WILDCARDS = frozenset("*?[")
# A sample looks into no more files.
_MOST_SAMPLED = 64
# Of a text that was passed as a path a message shows so many characters.
_MOST_SHOWN = 60
_TEXT_ITSELF = "to read a text itself pass texts=[...]"


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
        os.stat(path)  # noqa: PTH116  which tells a link to itself from nothing
        if path.is_dir():
            return _offer_folder(path, options)
        return _offer([Found(path, path.name)], [], options)
    except FileNotFoundError:
        pass
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            shown = text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…"
            message = f"no file has so long a name: {shown!r}; {_TEXT_ITSELF}"
            raise OSError(error.errno, message) from None
        raise with_path(error, path) from None
    if _WILDCARDS & set(text):
        return _offer_glob(text, options)
    message = f"no such file or folder: {text!r}; {_TEXT_ITSELF}"
    raise FileNotFoundError(message)


def offer_files(paths: Sequence[Any], options: FileOptions) -> Offer:
    """Offer several files, in this order; ids are their paths below the folder they share."""
    for path in paths:
        if not isinstance(path, str | os.PathLike):
            message = f"a list of files holds {type(path).__name__}, not a path"
            raise TypeError(message)
        if options.on_error != "skip":
            try:
                os.stat(path)  # noqa: PTH116  before the first is read
            except OSError as error:
                raise with_path(error, Path(path)) from None
        if Path(path).is_dir():
            message = f"{os.fspath(path)!r} is a folder; pass one folder alone, or a list of files"
            raise BadArgument(message)
    return _offer(_named(paths), [], options)


def _named(paths: Sequence[str | os.PathLike[str]]) -> list[Found]:
    """Name files by their paths below the deepest folder that holds them all."""
    absolute = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100  links stay links
    if not absolute:
        return []
    shared = Path(os.path.commonpath([path.parent for path in absolute]))
    return [
        Found(Path(path), full.relative_to(shared).as_posix())
        for path, full in zip(paths, absolute, strict=True)
    ]


def _offer_folder(folder: Path, options: FileOptions) -> Offer:
    found: list[Found] = []
    notes: list[Note] = []

    def refuse(error: OSError) -> None:
        place = Path(error.filename or folder)
        if options.on_error != "skip" or place == folder:
            raise with_path(error, place) from None
        notes.append(Note(_relative(place, folder), "", "skipped", str(error.strerror or error)))

    for root, folders, files in os.walk(folder, onerror=refuse):
        for name in [name for name in folders if _is_left_out(Path(root, name))]:
            folders.remove(name)
            place = _relative(Path(root, name), folder)
            reason = "a hidden folder is not searched"
            if not name.startswith("."):
                reason = "a link to a folder is not followed; read that folder itself"
            notes.append(Note(place, "", "ignored", reason))
        for name in files:
            place = _relative(Path(root, name), folder)
            if _matches(name, options.pattern) or _matches(place, options.pattern):
                found.append(Found(Path(root, name), place))
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


def _is_left_out(folder: Path) -> bool:
    return folder.name.startswith(".") or folder.is_symlink()


def _matches(name: str, pattern: str) -> bool:
    """Whether a name matches, with or without the suffix of its compression."""
    return any(fnmatch.fnmatchcase(each, pattern) for each in (name, without_compression(name)))


def _offer_glob(pattern: str, options: FileOptions) -> Offer:
    plain = [part for part in Path(pattern).parts if not _WILDCARDS & set(part)]
    parts = Path(pattern).parts[: len(plain)]
    base = Path(*parts) if plain == list(parts) else Path()
    matched = [Path(name) for name in glob.glob(pattern, recursive=True)]  # noqa: PTH207  a pattern may be absolute
    found = [Found(path, _relative(path, base)) for path in matched if not path.is_dir()]
    if not found:
        message = f"no file matches {pattern!r}; {_TEXT_ITSELF}"
        raise FileNotFoundError(message)
    found.sort(key=lambda file: os.fsencode(file.id))
    return _offer(found, [], options)


def _offer(found: list[Found], notes: list[Note], options: FileOptions) -> Offer:
    offer = Offer(documents=(), notes=notes)
    offer.amount.unit = "B"
    offer.amount.total = sum(map(_size, found))
    offer.file_count = len(found)
    if options.sample is not None:
        found = found[:: -(-len(found) // _MOST_SAMPLED)] if found else found
    offer.read_count = len(found)
    offer.documents = pieces_of_files(found, options, offer)
    return offer


def _size(file: Found) -> int:
    try:
        return file.path.stat().st_size
    except OSError:  # which is told when it is the file's turn
        return 0


def _relative(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()
