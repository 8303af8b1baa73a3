"""Which names may be forms of one name: proposals, never links."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["is_one_edit_apart", "variants"]

# Shorter words differ by one letter too often without being one name.
_SHORTEST_SPELLING = 5
_FEWEST_WORDS = 2


def variants(names: Sequence[str]) -> list[tuple[str, str] | None]:
    """Return for each name another one that may be the same, and why; None for most.

    The reasons, in this order: the same words in another order, a last or first part of a longer
    name, its initials, one letter more, less or other. What comes first in `names` is the name, and
    longer ones are those of which others are short forms.
    """
    by_words: dict[frozenset[str], str] = {}
    by_part: dict[str, str] = {}
    by_initials: dict[str, str] = {}
    for name in names:
        words = name.split()
        if len(words) < _FEWEST_WORDS:
            continue
        by_words.setdefault(frozenset(words), name)
        for size in range(1, len(words)):
            by_part.setdefault(" ".join(words[size:]), name)
            by_part.setdefault(" ".join(words[:size]), name)
        by_initials.setdefault("".join(word[0] for word in words), name)
    spellings = _spellings(names)
    found: list[tuple[str, str] | None] = []
    for name in names:
        reasons = (
            (by_words.get(frozenset(name.split())), "word order"),
            (by_part.get(name), "short form"),
            (by_initials.get(name), "initials"),
            (spellings.get(name), "spelling"),
        )
        found.append(next(((o, why) for o, why in reasons if o is not None and o != name), None))
    return found


def _spellings(names: Sequence[str]) -> dict[str, str]:
    """Return for each name the first earlier one that is one edit away."""
    seen: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for name in names:
        for key in _keys(name):
            for other in seen.get(key, ()):
                if name not in found and is_one_edit_apart(name, other):
                    found[name] = other
            seen.setdefault(key, []).append(name)
    return found


def _keys(name: str) -> tuple[str, ...]:
    """Return the halves of a name: of two names one edit apart, one half is the same."""
    folded = name.casefold()
    if len(folded) < _SHORTEST_SPELLING:
        return ()
    half = len(folded) // 2
    return (f"<{folded[: half - 1]}", f"{folded[half + 1 :]}>", f"{folded[half:]}>")


def is_one_edit_apart(a: str, b: str) -> bool:
    """Whether one letter more, less, other or two swapped make one name the other.

    Letter case counts for nothing, digits for everything: H100 and H200 are two things.
    """
    first, second = a.casefold(), b.casefold()
    if first == second:
        return a != b
    if len(first) > len(second):
        first, second = second, first
    if len(second) - len(first) > 1:
        return False
    pairs = enumerate(zip(first, second, strict=False))
    at = next((place for place, (x, y) in pairs if x != y), len(first))
    if (first[at : at + 1] + second[at : at + 1]).strip("0123456789") == "":
        return False
    if len(first) < len(second):
        return first[at:] == second[at + 1 :]
    ends_alike = first[at + 2 :] == second[at + 2 :]
    swapped = ends_alike and first[at : at + 2] == second[at : at + 2][::-1]
    return swapped or first[at + 1 :] == second[at + 1 :]
