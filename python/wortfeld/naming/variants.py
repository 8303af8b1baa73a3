"""Which names may be forms of one name: proposals, never links."""

from __future__ import annotations

from collections.abc import Sequence

from wortfeld.naming.spelling import near_spellings

__all__ = ["variants"]

# A name of one word has no order and no initials.
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
    spellings = near_spellings(names)
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
