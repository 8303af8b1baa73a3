"""Corpus files: a corpus as one file that opens in a moment, and grows by what is appended."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING, Any, overload

from wortfeld import _core
from wortfeld._files import opened, writing_whole
from wortfeld._wrap import raw, run
from wortfeld.corpus import Corpus
from wortfeld.exchange.saved import open_mentions
from wortfeld.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from wortfeld.mentions import Mentions

__all__ = ["append", "from_bytes", "open", "save", "to_bytes"]


def save(corpus: Corpus, path: str | os.PathLike[str]) -> None:
    """Write everything that was read and indexed to one file; see :meth:`Corpus.save`.

    Parameters
    ----------
    corpus
        A corpus that was read or opened; it may lie in the file that is replaced.
    path
        The file. It appears whole or not at all.

    Raises
    ------
    OSError
        If it cannot be written: ``FileNotFoundError`` for a missing folder, ``PermissionError``,
        or the system's error, for example when the disk is full. What was there is still there.
    BadFile
        If the corpus lies in a file that is damaged.

    Examples
    --------
    >>> import wortfeld as wf
    >>> wf.read(texts=["Der Chip."], ids=["a"], language="de").save("chips.wortfeld")
    >>> with wf.open("chips.wortfeld") as corpus:
    ...     corpus.text("a")
    'Der Chip.'
    """
    with writing_whole(_path(path)) as file:
        run(_core.save_corpus, raw(corpus), file, task="saving")


@overload
def open(
    path: str | os.PathLike[str], *, map: bool = True, verify: bool = False, corpus: None = None
) -> Corpus: ...
@overload
def open(
    path: str | os.PathLike[str], *, map: bool = True, verify: bool = False, corpus: Corpus
) -> Mentions: ...
def open(
    path: str | os.PathLike[str],
    *,
    map: bool = True,
    verify: bool = False,
    corpus: Corpus | None = None,
) -> Corpus | Mentions:
    """Open a corpus file that :meth:`Corpus.save` wrote, or mentions saved by themselves.

    Parameters
    ----------
    path
        The file.
    map
        Leave it on the disk and read what is asked for: opening takes a moment whatever its size.
        The file must then not be changed in place or cut while it is open; replacing it as
        ``save`` does is safe. With False it is loaded and verified as a whole.
    verify
        Verify all of it now. Otherwise each block of 64 KiB is verified when it is first read.

    corpus
        For a file of :meth:`Mentions.save`: the corpus they were found in. Mentions are always
        loaded and verified as a whole.

    Returns
    -------
    Corpus or Mentions
        Equal in everything to the one that was saved. Close it with ``close()`` or ``with``.

    Raises
    ------
    BadFile
        If it is no corpus file, is damaged or cut short, or was made by a version with another
        format or other rules; the message names the section and says what to do. Damage in a block
        that is read later is raised by the call that reads it.
    FileNotFoundError, PermissionError
        If it is missing (the message offers near names) or cannot be read.

    Examples
    --------
    >>> import wortfeld as wf
    >>> wf.read(texts=["Der Chip."], ids=["a"], language="de").save("chips.wortfeld")
    >>> corpus = wf.open("chips.wortfeld", verify=True)
    >>> corpus.word_count
    2
    >>> corpus.close()
    """
    name = _path(path)
    flags: dict[str, object] = {"map": map, "verify": verify}
    for option, value in flags.items():
        if not isinstance(value, bool):
            message = f"{option} must be True or False, not {value!r}"
            raise TypeError(message)
    if corpus is not None:
        return open_mentions(name, corpus)
    return Corpus._from_raw(
        run(_core.open_corpus, opened(name), name, map=map, verify=verify, task="opening")
    )


def append(corpus: Corpus, source: Any = None, **options: Any) -> Corpus:
    """Return a corpus with the documents of another source behind those there are.

    Parameters
    ----------
    corpus
        What there is; it does not change.
    source, **options
        What is read, as :func:`wortfeld.read` takes it, by the rules that the corpus was read by.
        Ids must be new; with ``on_error="skip"`` a document whose id is there already is left out
        with a warning. Metadata columns are those of both; a part without one is null there.

    Returns
    -------
    Corpus
        Equal to reading everything at once, byte for byte once saved. Warnings about sources stand
        in the order of the parts, then those about a corpus as a whole, each once.

    Raises
    ------
    BadInput
        If a document has an id that is there already, unless it is skipped, and for what ``read``
        refuses.
    BadArgument
        If it was read with other rules, or the values of a metadata column are of another type.

    Examples
    --------
    >>> import wortfeld as wf
    >>> one = wf.read(texts=["Der Chip."], ids=["a"], language="de")
    >>> two = one.append(texts=["Die Chips."], ids=["b"], language="de")
    >>> len(one), len(two), two.concordance("chip*")["document"].tolist()
    (1, 2, ['a', 'b'])
    """
    more = read(source, **options)
    skip_known = options.get("on_error") == "skip"
    joined = run(
        _core.append_corpus, raw(corpus), raw(more), skip_known=skip_known, task="appending"
    )
    return Corpus._from_raw(joined, corpus.folder)


def to_bytes(corpus: Corpus) -> bytes:
    """Return the bytes of the corpus's file; copies and other processes are made of them."""
    with tempfile.TemporaryFile() as file:
        run(_core.save_corpus, raw(corpus), file.fileno(), task="copying")
        file.seek(0)
        return file.read()


def from_bytes(content: bytes, folder: Path | None) -> Corpus:
    """Return the corpus of :func:`to_bytes` that was read from that folder."""
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        copied = run(
            _core.open_corpus,
            os.dup(file.fileno()),
            "a copied corpus",
            map=False,
            verify=True,
            task="copying",
        )
    return Corpus._from_raw(copied, folder)


def _path(path: object) -> str:
    if not isinstance(path, str | os.PathLike):
        message = f"the path of a corpus file must be a str or a Path, not {type(path).__name__}"
        raise TypeError(message)
    text = os.fspath(path)
    if not isinstance(text, str):
        message = "the path of a corpus file must be a str or a Path, not bytes"
        raise TypeError(message)
    return text
