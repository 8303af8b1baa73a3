"""Progress of a long call: a bar after a second, or what the user asked for."""

from __future__ import annotations

import contextlib
import importlib.util
import sys
import time
from typing import TYPE_CHECKING, Any

from wortfeld._options import current

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self, TextIO

__all__ = ["Progress"]

QUIET_SECONDS = 1.0
SECONDS_BETWEEN_LINES = 5.0


class Progress:
    """Shows how far a call is: a bar in a terminal or notebook, else a line now and then.

    Nothing shows in the first second. Entered with ``with``; the core calls :attr:`callable`.

    Parameters
    ----------
    task
        What is being done, such as ``"counting pairs"``.
    unit
        Of the work, such as ``"B"`` for bytes.
    clock
        Seconds that only grow.
    """

    def __init__(
        self, task: str, *, unit: str = "", clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._task = task
        self._unit = unit
        self._shown = (-1, -1)
        self._clock = clock
        self._choice = current().progress
        self._next = clock() + QUIET_SECONDS
        self._bar: Any = None
        self._lines = 0

    @property
    def callable(self) -> Callable[[int, int], object] | None:
        """What the core calls with the units done and in all; None if nothing is wanted.

        A callable of the user goes to the core as it is, so that its exceptions arrive unchanged.
        """
        if isinstance(self._choice, bool):
            return self._show if self._choice else None
        return self._choice

    def show(self, done: int, total: int) -> None:
        """Tell how much is done of a total, which is 0 if nobody knows it."""
        show = self.callable
        if show is not None and (done, total) != self._shown:
            self._shown = (done, total)
            show(done, total)

    def finish(self, done: int) -> None:
        """Tell that all is done, however much it was expected to be."""
        self.show(done, done)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def _show(self, done: int, total: int) -> None:
        now = self._clock()
        finished = done == total and self._lines > 0
        if self._bar is None and now < self._next and not finished:
            return
        # sys.stderr is looked up late: notebooks and tests replace it, and it may be None.
        stream = sys.stderr
        if stream is None:
            return
        if self._bar is None and self._lines == 0:
            self._bar = _bar(self._task, stream, self._unit)
        if self._bar is not None:
            self._bar.total = total or None
            self._bar.n = done
            self._bar.refresh()
            return
        self._next = now + SECONDS_BETWEEN_LINES
        self._lines += 1
        unit = f" {self._unit}" if self._unit else ""
        line = f"{done:,}{unit}" if done else "100 %"
        if total:
            line = f"{100 * done // total} % ({done:,} of {total:,}{unit})"
        # A closed pipe must not end the work.
        with contextlib.suppress(OSError, ValueError):
            stream.write(f"{self._task}: {line}\n")
            stream.flush()


def _in_notebook() -> bool:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    return type(shell).__name__ == "ZMQInteractiveShell"


def _bar(task: str, stream: TextIO, unit: str) -> Any:
    """Return a bar of tqdm where one can be drawn, else None."""
    notebook = _in_notebook()
    if importlib.util.find_spec("tqdm") is None or not (notebook or stream.isatty()):
        return None
    if notebook and importlib.util.find_spec("ipywidgets") is not None:
        from tqdm.notebook import tqdm
    else:
        from tqdm.std import tqdm
    return tqdm(desc=task, leave=False, unit=unit, unit_scale=True, file=stream)
