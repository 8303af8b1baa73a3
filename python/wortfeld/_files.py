"""Files appear whole or not at all: written beside their place, then renamed."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["writing_text"]


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
        part = target.with_name(f".{secrets.token_hex(8)}.part")
        try:
            with part.open("x", encoding="utf-8", newline="\n") as file:
                yield file
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise _explained(error, Path(path)) from None


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
