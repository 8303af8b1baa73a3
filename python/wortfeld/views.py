"""Parts of a corpus: documents chosen by what is known of them, or by chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from wortfeld import _arguments, _core
from wortfeld._wrap import raw, run
from wortfeld.errors import BadArgument, UnknownName

if TYPE_CHECKING:
    from wortfeld.corpus import Corpus
    from wortfeld.table import Table

__all__ = ["Selection", "sample", "split", "where"]

Selection: TypeAlias = Mapping[str, Any] | Callable[[dict[str, Any]], bool] | Iterable[bool]

_MOST_SHOWN = 5
# The numbers of SplitMix64 (Steele, Lea, Flood 2014).
_GAMMA = 0x9E3779B97F4A7C15
_MIX = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))
_LAST_SHIFT = 31
_64_BITS = (1 << 64) - 1


def where(corpus: Corpus, selection: Selection) -> Corpus:
    """Return the corpus of the documents that meet a condition.

    Parameters
    ----------
    corpus
        What to choose from.
    selection
        A mapping of columns of ``corpus.documents()`` to a value, None for null, or a list of them:
        a document has to meet all. Or a true or false for each document in order (a list, an
        array, a Series; its index is not looked at). Or a function that is called with each row
        of ``corpus.documents()``, a dict.

    Returns
    -------
    Corpus
        It answers everything as if these documents alone had been read. It may be empty, except
        for a mapping: a value that no document has is an error.

    Raises
    ------
    UnknownName
        If there is no such column, or no document has the value; the message offers near ones.
    BadArgument
        If there are more or fewer truth values than documents.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(
    ...     texts=["Ein Chip.", "Kein Chip.", "Strom."],
    ...     language="de",
    ...     metadata={"source": ["a", "b", "a"]},
    ... )
    >>> part = corpus.where({"source": "a"})
    >>> part.terms()["term"].tolist(), part.documents()["document"].tolist()
    (['chip', 'ein', 'strom'], ['0', '2'])
    >>> len(corpus.where(corpus.documents()["word_count"] > 1)), len(part.where({"document": "2"}))
    (2, 1)
    """
    documents = corpus.documents()
    if isinstance(selection, Mapping):
        rows, shown = _matching(documents, selection)
    elif callable(selection):
        rows, shown = _accepted(documents, selection)
    else:
        rows, shown = _masked(selection, len(corpus))
    return _view(corpus, rows, f"where({shown})")


def split(corpus: Corpus, by: str) -> dict[Any, Corpus]:
    """Return the corpora of the documents that share a value.

    Parameters
    ----------
    corpus
        What to split.
    by
        A column of ``corpus.documents()``.

    Returns
    -------
    dict
        The values in the order of their first documents; documents without a value (null or NaN)
        under None.

    Raises
    ------
    UnknownName
        If there is no such column; the message offers near names.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(
    ...     texts=["Ein Chip.", "Kein Chip.", "Strom."],
    ...     language="de",
    ...     metadata={"source": ["a", "b", "a"]},
    ... )
    >>> {source: part.word_count for source, part in corpus.split(by="source").items()}
    {'a': 3, 'b': 2}
    """
    places: dict[Any, list[int]] = {}
    for place, value in enumerate(_values(corpus.documents(), by)):
        places.setdefault(value, []).append(place)
    return {
        value: _view(corpus, rows, f"split(by={by!r})[{value!r}]") for value, rows in places.items()
    }


def sample(corpus: Corpus, n: int, *, seed: int = 0) -> Corpus:
    """Return a corpus of documents drawn by chance, none twice, in their order.

    The same documents on every machine and in every version: each place in the corpus has a number
    (SplitMix64 of seed and place), and the documents with the lowest are taken. So a smaller sample
    with the same seed is part of a larger one.

    Parameters
    ----------
    corpus
        What to draw from.
    n
        How many documents.
    seed
        Another seed draws others.

    Returns
    -------
    Corpus
        `n` documents.

    Raises
    ------
    BadArgument
        If the corpus has fewer documents.

    Examples
    --------
    >>> import wortfeld as wf
    >>> corpus = wf.read(texts=["Eins.", "Zwei.", "Drei.", "Vier."], language="de")
    >>> corpus.sample(2, seed=7).documents()["document"].tolist()
    ['0', '1']
    """
    size = _arguments.count("n", n)
    start = _arguments.count("seed", seed)
    if size > len(corpus):
        message = f"n={size}, but the corpus has {len(corpus)} documents"
        raise BadArgument(message)
    if start > _64_BITS:
        message = f"seed must be below 2^64, not {start}"
        raise BadArgument(message)
    drawn = sorted(range(len(corpus)), key=lambda place: (_number(start, place), place))
    return _view(corpus, sorted(drawn[:size]), f"sample({size}, seed={start})")


def _number(seed: int, place: int) -> int:
    """Return the `place`-th number of SplitMix64 from a mixed seed."""
    return _mixed((_mixed(seed) + (place + 1) * _GAMMA) & _64_BITS)


def _mixed(state: int) -> int:
    for shift, factor in _MIX:
        state = (state ^ (state >> shift)) * factor & _64_BITS
    return state ^ (state >> _LAST_SHIFT)


def _view(corpus: Corpus, rows: list[int], step: str) -> Corpus:
    part = run(raw(corpus).take, rows, task="selecting documents")
    view = type(corpus)._from_raw(part, corpus.folder)
    view._selection = (*corpus._selection, f"{step}: {len(rows)} of {len(corpus)} documents")
    return view


def _column_name(documents: Table, name: Any) -> str:
    """Return the name of a column; `UnknownName` with near ones."""
    _arguments.text("the name of a column", name)
    if name in documents.columns:
        return str(name)
    near = _core.near_names(name, documents.columns)
    hint = f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(documents.columns)}"
    message = f"documents have no column {name!r}{hint}"
    raise UnknownName(message, suggestions=near)


def _values(documents: Table, name: Any) -> list[Any]:
    """Return the values of a column, None for null and NaN."""
    values = raw(documents).values(_column_name(documents, name))
    return [None if value != value else value for value in values]


def _matching(documents: Table, selection: Mapping[str, Any]) -> tuple[list[int], str]:
    """Return the rows that have the wanted values in all columns."""
    rows = list(range(len(documents)))
    shown = {}
    for name, wanted in selection.items():
        values = _values(documents, name)
        known = set(values)
        several = isinstance(wanted, Iterable) and not isinstance(wanted, str | bytes | Mapping)
        chosen = [_known(value, known, name) for value in (wanted if several else [wanted])]
        rows = [row for row in rows if values[row] in chosen]
        shown[name] = chosen[:_MOST_SHOWN] if several else chosen[0]
        if len(chosen) > _MOST_SHOWN:
            shown[name] = f"{len(chosen)} values"
    return rows, repr(shown)


def _known(value: Any, known: set[Any], name: str) -> Any:
    """Return a value that a document has, as the column holds it; else an error."""
    value = value.item() if hasattr(value, "item") else value
    types = {type(other) for other in known - {None}}
    # True is 1 for Python, not for a reader.
    if value in known and (value is None or isinstance(value, bool) == (types == {bool})):
        return value
    if value is not None and types and not isinstance(value, tuple(types)):
        kinds = " or ".join(sorted(kind.__name__ for kind in types))
        message = f"column {name!r} holds {kinds}, got {value!r} of type {type(value).__name__}"
        raise TypeError(message)
    texts = sorted(other for other in known if isinstance(other, str))
    near = _core.near_names(value, texts) if isinstance(value, str) else []
    hint = f"; did you mean {near[0]!r}?" if near else ""
    message = f"no document has {name} {value!r}{hint}"
    raise UnknownName(message, suggestions=near)


def _accepted(documents: Table, accepts: Callable[[dict[str, Any]], Any]) -> tuple[list[int], str]:
    """Return the rows for which a function says True."""
    rows = []
    for place, row in enumerate(documents.rows()):
        answer = accepts(row)
        if not _is_truth(answer):
            message = (
                f"the function returned {answer!r} for document {row['document']!r}; "
                "it has to return True or False"
            )
            raise TypeError(message)
        if answer:
            rows.append(place)
    return rows, getattr(accepts, "__qualname__", type(accepts).__qualname__)


def _masked(selection: Any, size: int) -> tuple[list[int], str]:
    """Return the places of what is true."""
    if isinstance(selection, str | bytes) or not isinstance(selection, Iterable):
        message = (
            "where takes a mapping of columns to values, a truth value for each document "
            f"or a function, not {type(selection).__name__}"
        )
        raise TypeError(message)
    truths = list(selection)
    for place, truth in enumerate(truths):
        if not _is_truth(truth):
            message = (
                f"the selection has {truth!r} of type {type(truth).__name__} at place {place}; "
                "give True or False for each document, or {'document': [ids]}"
            )
            raise TypeError(message)
    if len(truths) != size:
        message = f"{len(truths)} truth values for {size} documents; give one for each"
        raise BadArgument(message)
    return [place for place, truth in enumerate(truths) if truth], "mask"


def _is_truth(value: Any) -> bool:
    """Whether a value is true or false: of Python, NumPy or Arrow, not a number."""
    value = value.item() if hasattr(value, "item") else value
    value = value.as_py() if hasattr(value, "as_py") else value
    return isinstance(value, bool)
