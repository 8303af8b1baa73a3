"""Names that are one letter apart, found without comparing each with each."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["is_one_edit_apart", "near_spellings"]

# Shorter words differ by one letter too often without being one name.
_SHORTEST = 5
# Names with the same remainder that are compared; lists made to be all alike stay cheap.
_MOST_COMPARED = 8


def near_spellings(names: Sequence[str]) -> dict[str, str]:
    """Return for each name the first earlier one that one edit turns into it.

    Two such names have a remainder in common when each loses a letter or none (Mor and Fraenkel
    1982), so the work grows with the letters of all names, not with their pairs.
    """
    seen: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        folded = name.casefold()
        if len(folded) < _SHORTEST:
            continue
        for remainder in _remainders(folded):
            others = seen.setdefault(remainder, [])
            if name not in found:
                near = (other for other in others if is_one_edit_apart(name, other))
                if (other := next(near, None)) is not None:
                    found[name] = other
            if len(others) < _MOST_COMPARED:
                others.append(name)
    return found


def _remainders(folded: str) -> list[str]:
    """Return what is left of a name without one letter, and the name; digits stay."""
    shorter = {
        folded[:at] + folded[at + 1 :] for at, letter in enumerate(folded) if not letter.isdigit()
    }
    return [folded, *sorted(shorter)]


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
    if any(letter.isdigit() for letter in first[at : at + 1] + second[at : at + 1]):
        return False
    if len(first) < len(second):
        return first[at:] == second[at + 1 :]
    ends_alike = first[at + 2 :] == second[at + 2 :]
    swapped = ends_alike and first[at : at + 2] == second[at : at + 2][::-1]
    return swapped or first[at + 1 :] == second[at + 1 :]
