"""The memory that reading may take, watched from block to block."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from wortfeld.errors import MemoryLimit

if TYPE_CHECKING:
    from wortfeld.reading.documents import Amount

__all__ = ["Budget"]

_STATUS = Path("/proc/self/statm")


class Budget:
    """What the memory of the process may grow by.

    Parameters
    ----------
    most
        In bytes; None for any amount.
    """

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._before = 0 if most is None else _resident()

    def check(self, amount: Amount) -> None:
        """Raise MemoryLimit if more was taken; `amount` is how far reading has come."""
        if self._most is None:
            return
        taken = _resident() - self._before
        if taken > self._most:
            of = f" of {amount.total:,}" if amount.total else ""
            message = (
                f"reading took {taken:,} bytes of memory for "
                f"{amount.done:,}{of} {amount.unit}, and options(memory=) allows {self._most:,}; "
                "allow more, or read the source in parts"
            )
            raise MemoryLimit(message)


def _resident() -> int:
    """Return the bytes of memory that the process holds; 0 where the system does not tell."""
    try:
        pages = int(_STATUS.read_text(encoding="ascii").split()[1])
    except FileNotFoundError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
