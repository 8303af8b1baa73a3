"""The one place where a facade object is opened and a pass of the core is started."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from wortfeld._options import thread_count
from wortfeld._progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["job", "raw", "run"]

Raw_co = TypeVar("Raw_co", covariant=True)
Result = TypeVar("Result")


class Facade(Protocol[Raw_co]):
    """An object of the public API that holds its object of the core in ``_raw``."""

    @property
    def _raw(self) -> Raw_co: ...


def raw(facade: Facade[Raw_co]) -> Raw_co:
    """Return the object of the core behind a facade object."""
    return facade._raw


def run(entry: Callable[..., Result], *arguments: object, task: str, **named: object) -> Result:
    """Run a pass of the core with the threads and the progress of the options that hold.

    Parameters
    ----------
    entry
        A function or method of the core that takes ``threads`` and ``progress``.
    *arguments, **named
        Its other arguments.
    task
        What is being done, for the progress bar: ``"counting pairs"``.
    """
    threads = thread_count()
    with Progress(task) as progress:
        return entry(*arguments, **named, threads=threads, progress=progress.callable)


@contextmanager
def job(task: str) -> Iterator[dict[str, Any]]:
    """Give the ``threads`` and ``progress`` for several passes that are one task to the user."""
    threads = thread_count()
    with Progress(task) as progress:
        yield {"threads": threads, "progress": progress.callable}
