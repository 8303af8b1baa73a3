"""What a corpus holds of the core, until it is closed; saving, appending and copying it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, cast

from wortfeld.errors import BadArgument
from wortfeld.layers import LayerCache

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from wortfeld import _core
    from wortfeld.corpus import Corpus

__all__ = ["Held"]


class Held:
    """The part of :class:`wortfeld.Corpus` that knows where its data lie."""

    __slots__ = ("__weakref__", "_folder", "_held", "_layers")

    _held: _core.Corpus | None
    _folder: Path | None
    _layers: LayerCache

    @property
    def _raw(self) -> _core.Corpus:
        if self._held is None:
            message = "the corpus is closed; open its file again with wf.open(path)"
            raise BadArgument(message)
        return self._held

    @property
    def folder(self) -> Path | None:
        """The folder it was read from; None for files, globs, texts and tables."""
        return self._folder

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write everything that was read and indexed to one file for :func:`wortfeld.open`.

        The file appears whole or not at all, also over the one that the corpus lies in. See
        :func:`wortfeld.saved.save`.
        """
        from wortfeld.saved import save

        save(cast("Corpus", self), path)

    def append(self, source: Any = None, **options: Any) -> Corpus:
        """Return a new corpus with what ``wf.read(source, **options)`` reads behind this one's.

        It equals reading all at once. See :func:`wortfeld.saved.append`.
        """
        from wortfeld.saved import append

        return append(cast("Corpus", self), source, **options)

    def close(self) -> None:
        """Let the corpus go, and its file if it was opened from one; ``with`` does it at the end.

        Tables made of it stay, and mentions and networks keep the file until they are gone too;
        any other call of the corpus is an error from now on. Closing it again is none.
        """
        self._held = None
        self._layers = LayerCache()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def __reduce__(self) -> tuple[object, ...]:
        """Copy it by the bytes of its file: also to another process."""
        from wortfeld.saved import from_bytes, to_bytes

        return from_bytes, (to_bytes(cast("Corpus", self)), self._folder)
