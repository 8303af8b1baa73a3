"""Files appear whole or not at all: written beside their place, then renamed."""

from __future__ import annotations

import errno
import fcntl
import os
import re
import secrets
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from wortfeld import _core

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["near_files", "opened", "writing_text", "writing_whole"]


@contextmanager
def writing_text(path: str | os.PathLike[str]) -> Iterator[IO[str]]:
    """Open a UTF-8 text file for writing, with LF line ends, that replaces `path` at the end.

    If the block raises, what was at `path` before is untouched. Pipes and devices are written
    directly.

    Raises
    ------
    OSError
        The built-in error of the failure (``FileNotFoundError``, ``PermissionError``, …) with a
        message that names the path and the reason.
    """
    target = Path(os.path.realpath(path))
    try:
        if _is_special(target):
            with target.open("w", encoding="utf-8", newline="\n") as file:
                yield file
            return
        with (
            _replacing(target) as part,
            os.fdopen(os.dup(part), "w", encoding="utf-8", newline="\n") as file,
        ):
            yield file
    except OSError as error:
        raise _explained(error, Path(path)) from None


@contextmanager
def writing_whole(path: str | os.PathLike[str]) -> Iterator[int]:
    """Give the descriptor of a file to be written that replaces `path` and outlives a power cut.

    What was at `path` before is there until the new file is whole and on the disk; who has it open
    keeps it. Nothing but a kill leaves the part file behind, ``.<name>.<random>.part``; the next
    writer of that name removes it.

    Raises
    ------
    OSError
        As for :func:`writing_text`.
    """
    target = Path(os.path.realpath(path))
    try:
        if _is_special(target):
            code = errno.EISDIR if target.is_dir() else errno.EINVAL
            raise OSError(code, "it is no regular file")  # noqa: TRY301  told as any other
        with _replacing(target) as part:
            yield part
            os.fsync(part)
        _sync_folder(target.parent)
    except OSError as error:
        raise _explained(error, Path(path)) from None


def opened(path: str | os.PathLike[str]) -> int:
    """Open a file for reading and return its descriptor, which the caller closes.

    Raises
    ------
    OSError
        The built-in error of the failure; a missing file is told with the names near it.
    """
    try:
        # Does not wait for somebody to write if it is a pipe.
        return os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except FileNotFoundError as error:
        message = f"no such file{near_files(Path(path))}"
        raise FileNotFoundError(error.errno, message, os.fspath(path)) from None
    except PermissionError as error:
        message = "no permission to read the file"
        raise PermissionError(error.errno, message, os.fspath(path)) from None


def near_files(path: Path) -> str:
    """Tell more of a missing file: its folder is missing, or which names are near."""
    try:
        names = os.listdir(path.parent)  # noqa: PTH208  names, not paths
    except OSError:
        return f"; the folder {str(path.parent)!r} cannot be searched"
    known = [name for name in names if name.isprintable()]
    near = _core.near_names(path.name, known) if path.name.isprintable() else []
    return f"; did you mean {str(path.with_name(near[0]))!r}?" if near else ""


@contextmanager
def _replacing(target: Path) -> Iterator[int]:
    """Give the descriptor of a part file that replaces another, unless the block raises.

    It is locked while it is written, so that others can tell it from one whose writer was killed.
    """
    _remove_abandoned(target)
    part, file = _new_part(target)
    try:
        yield file
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
        os.close(file)


def _part_prefix(target: Path) -> str:
    # A name has 255 bytes at most.
    return f".{os.fsdecode(os.fsencode(target.name)[:200])}."


def _new_part(target: Path) -> tuple[Path, int]:
    """Make a part file that is locked, unless the file system has no locks.

    Before it is locked another writer may take it for abandoned, lock and remove it.
    """
    while True:
        part = target.with_name(f"{_part_prefix(target)}{secrets.token_hex(8)}.part")
        file = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)  # waits for a writer who is about to remove it
        except OSError:
            return part, file
        if os.fstat(file).st_nlink > 0:
            return part, file
        os.close(file)


def _locked(file: int) -> bool:
    """Lock an open file if nobody has and the file system has locks."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _remove_abandoned(target: Path) -> None:
    """Remove part files of that name whose writers were killed: nobody holds their locks."""
    names = re.compile(re.escape(_part_prefix(target)) + r"[0-9a-f]{16}\.part")
    try:
        parts = [name for name in os.listdir(target.parent) if names.fullmatch(name)]  # noqa: PTH208  names, not paths
    except OSError:
        return  # writing will say what is wrong with the folder
    for name in parts:
        with suppress(OSError):
            file = os.open(target.with_name(name), os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
            try:
                if _locked(file):
                    target.with_name(name).unlink()
            finally:
                os.close(file)


def _sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_special(target: Path) -> bool:
    """Tell whether something other than a file is there; a folder fails when it is opened."""
    return target.exists() and not stat.S_ISREG(target.stat().st_mode)


def _explained(error: OSError, path: Path) -> OSError:
    reason = error.strerror or str(error)
    if isinstance(error, FileNotFoundError):
        reason = "its folder does not exist; create it first"
    elif isinstance(error, IsADirectoryError):
        reason = "a folder has that name; choose another"
    elif isinstance(error, PermissionError):
        reason = "no permission to write there"
    return type(error)(error.errno, f"cannot write the file: {reason}", str(path))
