"""Words before an amount that say that it was not so, from data files."""

from __future__ import annotations

import re
from functools import cache

from wortfeld._lists import languages_of, rows_of

__all__ = ["negation_cue"]

# A compound is one word (not-for-profit), and so is a short form (didn't).
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


class _Rules:
    """The patterns of a language, each by what it tells."""

    def __init__(self, language: str) -> None:
        rows = rows_of(f"negation_{language}.tsv")
        clause, phrase, between, no, limit, border = (
            "|".join(f"(?:{form})" for key, form in rows if key == what)
            for what in ("clause", "phrase", "between", "no", "limit", "border")
        )
        self.exempt = re.compile(rf"(?<!\S)(?:(?:{no}) |(?:{limit}) $)")
        self.border = re.compile(rf"(?<!\S)(?:{border}) ")
        behind = rf"(?: (?:{between}))* $"
        self.negator = re.compile(rf"(?<!\S)(?:(?:{clause})(?= )|(?:{phrase})(?={behind}))")


@cache
def _rules(language: str) -> _Rules | None:
    return _Rules(language) if language in languages_of("negation") else None


def negation_cue(before: str, language: str) -> str | None:
    """Return the word that negates the amount behind it, or None.

    Parameters
    ----------
    before
        What stands in the clause before the amount.
    language
        Code of its language; without a list of negators nothing is found.

    Examples
    --------
    >>> negation_cue("Sie zahlten nicht die geforderten ", "de")
    'nicht'
    >>> negation_cue("Sie zahlten nicht nur ", "de") is None
    True
    """
    rules = _rules(language.partition("-")[0])
    if rules is None:
        return None
    words = [word.replace("’", "'") for word in _WORD.findall(before.casefold())]
    *_, clause = rules.border.split(rules.exempt.sub("", "".join(f"{word} " for word in words)))
    found = rules.negator.search(clause)
    return found[0] if found else None
