"""Whether two programs found the same, and if not, by how much they differ."""

import json
from pathlib import Path

import numpy as np
from bench_tasks import Compare
from numpy.typing import NDArray

Spans = NDArray[np.uint32]
EXAMPLES = 3


def compare(kind: Compare, result: Path, other: Path, source: Path) -> str:
    """Return how a result differs from another one; nothing when they are equal."""
    match kind:
        case "spans":
            return compare_spans(result, other, source)
        case "counts":
            return compare_counts(read_counts(result), read_counts(other))
        case _:
            first, second = (
                json.loads(path.read_text(encoding="utf-8")) for path in (result, other)
            )
            return "" if first == second else f"{first} here, {second} there"


def compare_spans(result: Path, other: Path, source: Path) -> str:
    """Compare spans; white space at their ends and spans of nothing else do not count."""
    text = np.fromfile(source, dtype=np.uint8)
    blank = white_space(text)
    ours, theirs = (pack(read_spans(path), blank) for path in (result, other))
    only_ours = np.setdiff1d(ours, theirs, assume_unique=True)
    only_theirs = np.setdiff1d(theirs, ours, assume_unique=True)
    if not len(only_ours) and not len(only_theirs):
        return ""
    return (
        f"{len(ours):,} spans, {len(only_ours):,} of them not among the {len(theirs):,}"
        f" of the other, such as {examples(only_ours, text)}"
    )


def read_spans(path: Path) -> Spans:
    """Return the spans of a file, a row each."""
    return np.fromfile(path, dtype="<u4").astype(np.uint32).reshape(-1, 2)


def white_space(text: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return which bytes belong to white space."""
    blank: NDArray[np.bool_] = (text == 0x20) | ((text >= 0x09) & (text <= 0x0D))
    # U+0085 and U+00A0; of three bytes U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F,
    # U+3000.
    two = (text[:-1] == 0xC2) & ((text[1:] == 0x85) | (text[1:] == 0xA0))
    blank[:-1] |= two
    blank[1:] |= two
    head = text[:-2].astype(np.uint32) << 16 | text[1:-1].astype(np.uint32) << 8 | text[2:]
    wide = (head >= 0xE28080) & (head <= 0xE2808A)
    for code in (0xE19A80, 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F, 0xE38080):
        wide |= head == code
    for offset in range(3):
        blank[offset : len(blank) - 2 + offset] |= wide
    return blank


def pack(spans: Spans, blank: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Return spans without white space at their ends as one sorted number each."""
    solid = np.flatnonzero(~blank)
    first = np.searchsorted(solid, spans[:, 0], side="left")
    last = np.searchsorted(solid, spans[:, 1], side="left")
    kept = last > first
    begin = solid[first[kept]].astype(np.uint64)
    end = solid[last[kept] - 1].astype(np.uint64) + np.uint64(1)
    return np.asarray(np.unique(begin << np.uint64(32) | end))


def examples(packed: NDArray[np.uint64], text: NDArray[np.uint8]) -> str:
    """Return a few spans as text."""
    shown = []
    for value in packed[:: max(1, len(packed) // EXAMPLES)][:EXAMPLES]:
        begin, end = int(value) >> 32, int(value) & 0xFFFFFFFF
        surface = text[begin:end].tobytes().decode("utf-8", errors="replace")
        shown.append(f"`{surface if len(surface) <= 40 else surface[:20] + ' … ' + surface[-20:]}`")
    return ", ".join(shown) or "none"


def read_counts(path: Path) -> dict[str, int]:
    """Return words and counts of a file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    pairs = (line.rpartition("\t") for line in lines if line)
    return {word: int(count) for word, _, count in pairs}


def compare_counts(ours: dict[str, int], theirs: dict[str, int]) -> str:
    """Compare counts of words."""
    if ours == theirs:
        return ""
    same = sum(theirs.get(word) == count for word, count in ours.items())
    return (
        f"{len(ours):,} words and {sum(ours.values()):,} tokens,"
        f" the other has {len(theirs):,} and {sum(theirs.values()):,};"
        f" {same:,} words have the same count"
    )
