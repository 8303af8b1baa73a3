"""The next block of a file is read while the core is at work on the one before."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["read_ahead"]

T = TypeVar("T")


def read_ahead(items: Generator[T, None, None]) -> Generator[T, None, None]:
    """Yield the items in their order; each is made in another thread while the one before is used.

    What the source raises comes in its place. Closing waits for the item under way and closes the
    source. For items that are worth a switch of threads, and sources that are ours: one of the user
    stays in the thread of the user.
    """
    try:
        with ThreadPoolExecutor(1, thread_name_prefix="wortfeld-reading") as pool:
            coming = pool.submit(next, items, None)
            while (item := coming.result()) is not None:
                coming = pool.submit(next, items, None)
                held = [item]
                del item  # whoever gets it is the only one who holds it
                yield held.pop()
    finally:
        items.close()
