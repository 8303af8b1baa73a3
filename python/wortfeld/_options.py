"""How wortfeld works, never what comes out: threads, progress, memory.

There is one set of defaults for the process, and a scope (``with options(...)``) belongs to the
thread or task that entered it.
"""

from __future__ import annotations

import operator
import os
import re
import threading
import weakref
from collections.abc import Callable
from contextvars import ContextVar, Token
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, SupportsIndex, TypeAlias

from wortfeld.errors import BadArgument

if TYPE_CHECKING:
    from typing import Self

Threads: TypeAlias = int | Literal["auto"]
ProgressChoice: TypeAlias = bool | Callable[[int, int], object]
Memory: TypeAlias = int | str

MOST_THREADS = 1024
_DECIMAL = {"B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
_BINARY = {"": 1, "KIB": 2**10, "MIB": 2**20, "GIB": 2**30, "TIB": 2**40}
_UNITS = _DECIMAL | _BINARY


class Settings(NamedTuple):
    """The options that hold; `threads` None is automatic, `memory` None is unlimited."""

    threads: int | None = None
    progress: ProgressChoice = True
    memory: int | None = None


def options(
    threads: Threads | None = None,
    progress: ProgressChoice | None = None,
    memory: Memory | None = None,
) -> OptionsScope:
    """Set how wortfeld works, for the whole process or, with ``with``, for a block.

    None leaves an option as it is. The number of threads never changes a result. A block holds for
    the thread or asyncio task that entered it; threads that are started inside have the defaults of
    the process. Called inside a block, it changes the options of that block.

    Parameters
    ----------
    threads
        Number of threads, or ``"auto"``: the environment variable ``WORTFELD_THREADS``, else the
        CPUs that this process may use.
    progress
        True shows a bar for calls that take longer than a second, False none; a callable is called
        with the work done and the work in all about every 50 ms.
    memory
        Most memory that :func:`read` may take, in bytes or like ``"4 GB"`` or ``"512 MiB"``; or
        ``"unlimited"``. It is looked at after every block of a few megabytes, on Linux only, and
        beyond it :class:`MemoryLimit` is raised. Counting is not limited.

    Returns
    -------
    OptionsScope
        To be used with ``with``, or to be left alone. It shows the options that hold.

    Raises
    ------
    BadArgument
        If a value is out of range.
    TypeError
        If a value is of the wrong type.

    Examples
    --------
    >>> import wortfeld as wf
    >>> with wf.options(threads=1, progress=False) as inside:
    ...     print(inside)
    options(threads=1, progress=False, memory='unlimited')
    """
    changes: dict[str, Any] = {}
    if threads is not None:
        changes["threads"] = _checked_threads(threads)
    if progress is not None:
        changes["progress"] = _checked_progress(progress)
    if memory is not None:
        changes["memory"] = _checked_memory(memory)
    return OptionsScope(changes)


class OptionsScope:
    """Options that hold for the process at once, or for a block when entered with ``with``.

    An object of its own for every block: threads do not share one.
    """

    def __init__(self, changes: dict[str, Any]) -> None:
        self._changes = changes
        self._tokens: list[Token[Settings | None]] = []
        self._around = _scoped.get()
        if self._around is None:
            _defaults.add(self)
        else:
            _scoped.set(self._around._replace(**changes))

    @property
    def changes(self) -> dict[str, Any]:
        """The settings that were given, by name."""
        return self._changes

    def __enter__(self) -> Self:
        # What was set as a statement turns out to be meant for a block.
        if self._around is None:
            _defaults.withdraw(self)
        else:
            _scoped.set(self._around)
            self._around = None
        self._tokens.append(_scoped.set(current()._replace(**self._changes)))
        return self

    def __exit__(self, *_: object) -> None:
        _scoped.reset(self._tokens.pop())

    def __repr__(self) -> str:
        settings = current()
        threads = "auto" if settings.threads is None else settings.threads
        memory = "unlimited" if settings.memory is None else settings.memory
        return f"options({threads=}, progress={settings.progress!r}, {memory=})"


class _Defaults:
    """The defaults of the process: what was set by statements, in the order of the calls.

    Every ``with options(...)`` passes through here between the call and the ``with``, perhaps in
    many threads at once; so changes are kept apart as long as a ``with`` could withdraw them.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._settled = Settings()
        self._open: list[tuple[weakref.ref[OptionsScope], dict[str, Any]]] = []

    def add(self, scope: OptionsScope) -> None:
        with self._lock:
            while self._open and self._open[0][0]() is None:
                self._settled = self._settled._replace(**self._open.pop(0)[1])
            self._open.append((weakref.ref(scope), scope.changes))

    def withdraw(self, scope: OptionsScope) -> None:
        with self._lock:
            self._open = [entry for entry in self._open if entry[0]() is not scope]

    def settings(self) -> Settings:
        with self._lock:
            settings = self._settled
            for _, changes in self._open:
                settings = settings._replace(**changes)
            return settings


_defaults = _Defaults()
_scoped: ContextVar[Settings | None] = ContextVar("wortfeld_options", default=None)


def current() -> Settings:
    """Return the options that hold here."""
    return _scoped.get() or _defaults.settings()


def thread_count() -> int:
    """Return the number of threads to use here, at least 1."""
    threads = current().threads
    if threads is not None:
        return threads
    given = os.environ.get("WORTFELD_THREADS", "").strip()
    if given in {"", "auto"}:
        return _allowed_cpus()
    if not given.isdecimal() or not 1 <= int(given) <= MOST_THREADS:
        message = (
            f"the environment variable WORTFELD_THREADS is {given!r}; "
            f"set it to a number from 1 to {MOST_THREADS}, to 'auto', or not at all"
        )
        raise BadArgument(message)
    return int(given)


def _allowed_cpus() -> int:
    # A container or a batch system may grant fewer CPUs than the machine has.
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST_THREADS)
    return min(os.cpu_count() or 1, MOST_THREADS)


def _whole_number(name: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, SupportsIndex):
        message = f"{name} must be a whole number or a string, not {type(value).__name__}"
        raise TypeError(message)
    return operator.index(value)


def _checked_threads(value: object) -> int | None:
    if value == "auto":
        return None
    if isinstance(value, str) or not 1 <= _whole_number("threads", value) <= MOST_THREADS:
        message = f"threads={value!r}; give a number from 1 to {MOST_THREADS}, or 'auto'"
        raise BadArgument(message)
    return _whole_number("threads", value)


def _checked_progress(value: object) -> ProgressChoice:
    if isinstance(value, bool) or callable(value):
        return value
    message = f"progress must be True, False or a callable, not {type(value).__name__}"
    raise TypeError(message)


def _checked_memory(value: object) -> int | None:
    if value == "unlimited":
        return None
    size = _bytes(value) if isinstance(value, str) else _whole_number("memory", value)
    if size is None or size < 1:
        message = (
            f"memory={value!r}; give a number of bytes, a size such as '4 GB' or '512 MiB', "
            "or 'unlimited'"
        )
        raise BadArgument(message)
    return size


def _bytes(text: str) -> int | None:
    found = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)\s*([A-Za-z]*)", text.strip())
    if found is None or found[2].upper() not in _UNITS:
        return None
    return int(float(found[1]) * _UNITS[found[2].upper()])
