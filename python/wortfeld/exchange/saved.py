"""Mentions in a file of their own, bound to the corpus they were found in."""

from __future__ import annotations

import json
import os
import tempfile
from typing import TYPE_CHECKING, Any

from wortfeld import _core
from wortfeld._files import opened, writing_whole
from wortfeld._wrap import raw, run
from wortfeld.corpus import Corpus
from wortfeld.errors import BadFile
from wortfeld.exchange.origin import Origin
from wortfeld.gazetteer import as_gazetteer
from wortfeld.mentions import Mentions

if TYPE_CHECKING:
    from wortfeld.gazetteer import Gazetteer

__all__ = ["from_bytes", "open_mentions", "save_mentions", "to_bytes"]


def save_mentions(mentions: Mentions, path: str | os.PathLike[str]) -> None:
    """Write mentions to a file; see :meth:`wortfeld.Mentions.save`."""
    origin = mentions._origin._replace(source=mentions._source)
    notes = {"origin": origin.to_json(), "parameters": mentions._parameters}
    text = json.dumps(notes, ensure_ascii=False, default=_listed)
    with writing_whole(_path(path)) as file:
        run(_core.save_mentions, raw(mentions), text, file, task="saving")


def open_mentions(path: str | os.PathLike[str], corpus: Corpus) -> Mentions:
    """Open a file of mentions; see :meth:`wortfeld.Mentions.open`."""
    given: object = corpus
    if not isinstance(given, Corpus):
        message = f"corpus must be the Corpus they were found in, not {type(given).__name__}"
        raise TypeError(message)
    name = _path(path)
    found, text = run(_core.open_mentions, raw(corpus), opened(name), name, task="opening")
    try:
        notes = json.loads(text)
        origin, parameters = Origin.from_json(notes["origin"]), dict(notes["parameters"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        message = f"{name}: the section 'notes' is not what Mentions.save writes; it was damaged"
        raise BadFile(message, source=name) from None
    return Mentions._from_raw(found, corpus, as_gazetteer(None), parameters, origin=origin)


def to_bytes(mentions: Mentions) -> bytes:
    """Return the bytes of a file of mentions; copies in other processes are made of them."""
    with tempfile.TemporaryFile() as file:
        run(_core.save_mentions, raw(mentions), "", file.fileno(), task="copying")
        file.seek(0)
        return file.read()


def from_bytes(
    content: bytes,
    corpus: Corpus,
    gazetteer: Gazetteer,
    parameters: dict[str, Any],
    origin: Origin,
) -> Mentions:
    """Return the mentions of :func:`to_bytes`.

    Parameters
    ----------
    content
        The bytes.
    corpus, gazetteer, parameters, origin
        What the mentions know of themselves beside them.
    """
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        copied, _ = run(
            _core.open_mentions,
            raw(corpus),
            os.dup(file.fileno()),
            "copied mentions",
            task="copying",
        )
    return Mentions._from_raw(copied, corpus, gazetteer, parameters, origin=origin)


def _listed(value: Any) -> Any:
    """Return what JSON cannot hold as it does: arrays and sets of names as lists."""
    return list(value) if hasattr(value, "__iter__") else str(value)


def _path(path: object) -> str:
    if not isinstance(path, str | os.PathLike):
        message = f"the path of a file must be a str or a Path, not {type(path).__name__}"
        raise TypeError(message)
    return os.fsdecode(path)
