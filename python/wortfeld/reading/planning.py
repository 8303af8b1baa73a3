"""``wf.plan``: what reading a source will take, told from a sample."""

from __future__ import annotations

import inspect
import itertools
import math
import os
import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld import _core
from wortfeld._columns import columns_from
from wortfeld.errors import BadArgument
from wortfeld.reading.building import ReadingRules, assembled
from wortfeld.reading.files import offer_files, offer_path
from wortfeld.reading.reader import file_options, read
from wortfeld.table import Table

if TYPE_CHECKING:
    from wortfeld.corpus import Corpus

__all__ = ["Estimate", "Plan", "plan"]

# So much text is read to tell the rest, of so many texts in memory.
_SAMPLE_BYTES = 4 * 2**20
_SAMPLE_TEXTS = 4096
# What a corpus holds beside its text, in bytes a token: measured on law and news texts.
_TOKEN_BYTES = (10, 24, 32)
# The estimate of time is of this machine as busy as it is now.
_TIME_RANGE = (0.6, 2.0)
# A sample of one place says little about others, however even it is.
_LEAST_SHARE = 0.05


class Estimate(NamedTuple):
    """A number with a range in which it is expected; all three are equal if it is known."""

    value: float
    low: float
    high: float


class Plan:
    """What reading a source will take; made by :func:`wortfeld.plan`.

    Attributes
    ----------
    documents, bytes, tokens, memory, seconds : Estimate
        How many documents, bytes of text in UTF-8 and tokens there are, how many bytes of memory
        the corpus will hold, and how long it takes with the threads of the options.
    table : Table
        The same, a row each.
    warnings : Table
        What the sample showed, like ``corpus.warnings``.
    """

    def __init__(self, estimates: Mapping[str, Estimate], warnings: Table, sampled: str) -> None:
        self.documents = estimates["documents"]
        self.bytes = estimates["bytes"]
        self.tokens = estimates["tokens"]
        self.memory = estimates["memory"]
        self.seconds = estimates["seconds"]
        self.warnings = warnings
        self._sampled = sampled

    @property
    def table(self) -> Table:
        """Quantity, estimate, low, high and unit, a row each."""
        units = {"memory": "bytes", "seconds": "s", "bytes": "bytes"}
        rows = {name: getattr(self, name) for name in _NAMES}
        columns: dict[str, list[Any]] = {
            "quantity": list(rows),
            "estimate": [float(row.value) for row in rows.values()],
            "low": [float(row.low) for row in rows.values()],
            "high": [float(row.high) for row in rows.values()],
            "unit": [units.get(name, "") for name in rows],
        }
        return Table(columns_from(columns), caption=f"What reading will take: {self._sampled}")

    def __repr__(self) -> str:
        lines = [f"Plan: {self._sampled}"]
        lines += [f"  {name:<10}{_shown(name, getattr(self, name))}" for name in _NAMES]
        if len(self.warnings):
            lines.append(f"  {len(self.warnings)} warnings in the sample: see .warnings")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return self.table._repr_html_()


_NAMES = ("documents", "bytes", "tokens", "memory", "seconds")


def plan(source: Any = None, **options: Any) -> Plan:
    """Tell what reading a source will take, from a sample; nothing is kept.

    Parameters
    ----------
    source
        As for :func:`wortfeld.read`. An iterator is refused: looking into it would use it up.
    options
        The same options as for :func:`wortfeld.read`.

    Returns
    -------
    Plan
        Documents, bytes, tokens, memory and time, each with a range, and the warnings so far.

    Raises
    ------
    BadArgument
        If the source can be read only once, or an argument has a value that is not allowed.
    BadInput
        If the sample holds what cannot be read.

    Examples
    --------
    >>> import wortfeld as wf
    >>> wf.plan(texts=["Der Chip kommt.", "Die Chips gehen."], language="de").tokens
    Estimate(value=8, low=8, high=8)
    """
    known = inspect.signature(read).bind(source, **options).arguments
    begin = time.perf_counter()
    if _is_path(source) or known.get("paths") is not None:
        corpus, done, total, documents = _sample_of_files(known)
        what = f"{done:,} of {total:,} bytes were read"
    else:
        part, total = _part(known)
        corpus = read(**part)
        done = len(corpus) + _skipped(corpus)
        documents = total if done == len(corpus) else None
        what = f"{done:,} of {total:,} documents were read"
    seconds = time.perf_counter() - begin
    factor = total / done if done else 1.0
    return Plan(_estimates(corpus, factor, seconds, documents), corpus.warnings, what)


def _is_path(source: Any) -> bool:
    if isinstance(source, list | tuple):
        return any(isinstance(each, os.PathLike) for each in source)
    return isinstance(source, str | os.PathLike)


def _sample_of_files(known: dict[str, Any]) -> tuple[Corpus, int, int, int | None]:
    """Return a corpus of samples, their bytes, those of all files, and the documents if known."""
    options = file_options(known)._replace(sample=_SAMPLE_BYTES)
    source: Any = known["source"] if known.get("paths") is None else list(known["paths"])
    is_list = isinstance(source, list | tuple)
    offer = offer_files(source, options) if is_list else offer_path(source, options)
    rules = ReadingRules(known.get("detect_zones", True), known.get("keep"), known.get("profile"))
    corpus = assembled(offer, options, known.get("language"), rules)
    # Where each file that was read is one document, all are.
    is_one_each = offer.read_count == len(corpus) + _skipped(corpus)
    documents = offer.file_count if is_one_each else None
    return corpus, offer.amount.done, offer.amount.total, documents


def _part(known: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """Return the arguments for a part of what lies in memory, and of how many documents it is."""
    field = "source" if known["source"] is not None else "texts"
    source = known.get(field)
    if source is None or not hasattr(source, "__len__"):
        message = (
            "a plan looks into a source without using it up: give a path, a list or a frame; "
            f"{type(source).__name__} can only be read"
        )
        raise BadArgument(message)
    step = max(1, len(source) // _SAMPLE_TEXTS)
    part = {**known, field: _every(source, step)}
    if step > 1:
        # What belongs to single documents no longer fits.
        part.update(ids=None, metadata=None)
        part["language"] = part.get("language") if _is_code(part, source) else None
    return part, len(source)


def _is_code(part: dict[str, Any], source: Any) -> bool:
    """Whether the language holds without the metadata that was given beside the source."""
    language = part.get("language")
    return isinstance(language, str) and (
        _core.is_well_formed_code(language) or language in getattr(source, "columns", ())
    )


def _every(source: Any, step: int) -> Any:
    """Return every so many-th row of a list, mapping or frame."""
    if step == 1:
        return source
    if isinstance(source, Mapping):
        return dict(itertools.islice(source.items(), 0, None, step))
    if hasattr(source, "iloc"):
        return source.iloc[::step]
    if hasattr(source, "num_rows") or not isinstance(source, Sequence):
        if hasattr(source, "gather_every"):
            return source.gather_every(step)
        return source.take(list(range(0, len(source), step)))
    return source[::step]


def _skipped(corpus: Corpus) -> int:
    return sum(kind == "skipped" for kind in corpus.warnings["kind"])


def _estimates(
    corpus: Corpus, factor: float, seconds: float, documents: int | None
) -> dict[str, Estimate]:
    counts = corpus.documents()
    size = sum(len(corpus.text(each).encode()) for each in counts["document"])
    spread = _spread(counts["token_count"].tolist()) if factor > 1 else 0.0
    known = len(corpus) if factor == 1 else documents
    low_byte, byte, high_byte = _TOKEN_BYTES
    text = _scaled(size, factor, spread)
    tokens = _scaled(corpus.token_count, factor, spread)
    memory = Estimate(
        text.value + byte * tokens.value,
        text.low + low_byte * tokens.low,
        text.high + high_byte * tokens.high,
    )
    time_low, time_high = _TIME_RANGE
    expected = seconds * factor
    return {
        "documents": _scaled(len(corpus), factor, spread)
        if known is None
        else Estimate(known, known, known),
        "bytes": text,
        "tokens": tokens,
        "memory": memory,
        "seconds": Estimate(expected, time_low * expected, time_high * expected),
    }


def _scaled(count: int, factor: float, spread: float) -> Estimate:
    if factor == 1:
        return Estimate(count, count, count)
    value = round(count * factor)
    return Estimate(value, max(count, round(value * (1 - spread))), round(value * (1 + spread)))


def _spread(sizes: Sequence[int]) -> float:
    """Return two standard errors of a mean as a share of it, at least a twentieth."""
    count = len(sizes)
    mean = sum(sizes) / count if count else 0.0
    if count < 2 or mean == 0:
        return 0.5
    variance = sum((size - mean) ** 2 for size in sizes) / (count - 1)
    return max(_LEAST_SHARE, min(0.9, 2 * math.sqrt(variance / count) / mean))


def _shown(name: str, estimate: Estimate) -> str:
    if estimate.low == estimate.high:
        return _number(name, estimate.value)
    low, high = _number(name, estimate.low), _number(name, estimate.high)
    return f"about {_number(name, estimate.value)} ({low} to {high})"


def _number(name: str, value: float) -> str:
    if name == "seconds":
        return f"{value:,.1f} s" if value < 100 else f"{value:,.0f} s"
    if name in {"documents", "tokens"}:
        return f"{value:,.0f}"
    for unit, size in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if value >= size:
            return f"{value / size:,.1f} {unit}"
    return f"{value:,.0f} B"
