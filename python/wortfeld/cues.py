"""Cue words from data files: what is to come, and what is part of something else."""

from __future__ import annotations

import re
from functools import cache

from wortfeld._lists import languages_of, lines_of, rows_of

__all__ = ["future_cue", "heading_cue", "is_done", "own_predicate", "part_cue"]

_WORD = re.compile(r"\w+", re.UNICODE)
# A clause ends here; what an auxiliary governs stands in its clause. A full stop within a sentence
# is that of an abbreviation or of an ordinal number, a comma within digits that of a decimal.
_CLAUSE = re.compile(r"(?<!\d)[,:]|[,:](?!\d)|[;!?–—()\"„“”»«]|\.(?=\W*$)|\.\.")


# Without one of these forms there is no cue.
_TRIGGERS = {"word", "phrase", "present", "auxiliary", "announcement"}


class _Cues:
    """The rows of a language, by what they say."""

    def __init__(self, language: str) -> None:
        rows = rows_of(f"future_{language}.tsv")
        self.words = _forms(rows, "word")
        self.phrases = [f" {phrase} " for phrase in sorted(_forms(rows, "phrase"))]
        self.present = _forms(rows, "present")
        self.past = _forms(rows, "past")
        self.auxiliaries = _forms(rows, "auxiliary")
        self.announcements = _forms(rows, "announcement")
        self.markers = _forms(rows, "marker")
        self.triggers = {form.split()[0] for key, form in rows if key in _TRIGGERS}
        self.done = _pattern(rows, "done")
        verbs = [*map(re.escape, sorted(self.words | self.present | self.auxiliaries))]
        verb, joint = "|".join([*verbs, self.done.pattern]), _pattern(rows, "joint").pattern
        self.coordination = re.compile(rf"\b(?:{joint})\s+(?=(?:{verb})\b)", re.IGNORECASE)
        self.heading = re.compile(rf"\b({_pattern(rows, 'heading').pattern})\b[^,;:!?]*:[^;:!?]*$")
        self.perfect = _pattern(rows, "perfect")
        self.infinitive = _pattern(rows, "infinitive")
        self.no_infinitive = _pattern(rows, "no_infinitive")


def _forms(rows: list[list[str]], what: str) -> set[str]:
    return {form for key, form in rows if key == what}


def _pattern(rows: list[list[str]], what: str) -> re.Pattern[str]:
    return re.compile("|".join(form for key, form in rows if key == what) or r"(?!)")


@cache
def _cues(language: str) -> _Cues | None:
    return _Cues(language) if language in languages_of("future") else None


def future_cue(sentence: str, language: str) -> str | None:
    """Return the words that make a sentence one about the future, or None.

    Parameters
    ----------
    sentence
        Its text.
    language
        Code of its language; without a list of cues nothing is found.
    """
    cues = _cues(language.partition("-")[0])
    if cues is None:
        return None
    whole = sentence.casefold()
    present = [trigger for trigger in cues.triggers if trigger in whole]
    if not present:
        return None
    announced: str | None = None
    for clause in _CLAUSE.split(sentence):
        # Without a trigger a clause has no cue, but it may be what was announced before it.
        if announced is None and not any(map(clause.casefold().count, present)):
            continue
        words = _WORD.findall(clause)
        folded = [word.casefold() for word in words]
        found = _in_clause(words, folded, cues)
        if found is None and announced is not None and cues.markers & set(folded):
            return announced
        if found is not None:
            return found
        announced = next((word for word in folded if word in cues.announcements), announced)
    return None


def is_done(clause: str, language: str) -> bool:
    """Tell whether a word of a clause says that it is about what has been.

    Parameters
    ----------
    clause
        Its text.
    language
        Code of its language; without a list of cues nothing is found.
    """
    cues = _cues(language.partition("-")[0])
    words = _WORD.findall(clause.casefold())
    return cues is not None and any(map(cues.done.fullmatch, words))


def own_predicate(clause: str, at: int, language: str) -> tuple[int, int]:
    """Return where the words of a clause begin and end that share the verb of a place in it.

    A conjunction before a verb that tells the time begins words of their own: ``hat 2025 300 Euro
    gespart | und wird 2027 weitere sparen``.

    Parameters
    ----------
    clause
        Its text.
    at
        The place, in characters.
    language
        Code of its language; without a list of cues it is the whole clause.
    """
    begin, end = 0, len(clause)
    cues = _cues(language.partition("-")[0])
    for cut in cues.coordination.finditer(clause) if cues is not None else ():
        if cut.start() >= at:
            return begin, cut.start()
        begin = cut.end()
    return begin, end


def heading_cue(before: str, language: str) -> str | None:
    """Return the noun before a colon that makes what stands behind it a forecast, or None.

    Parameters
    ----------
    before
        What stands before an amount in its sentence.
    language
        Code of its language; without a list of cues nothing is found.
    """
    cues = _cues(language.partition("-")[0])
    found = cues.heading.search(before.casefold()) if cues is not None and ":" in before else None
    return found[1] if found else None


@cache
def _part_cues(language: str) -> tuple[str, ...]:
    if language not in languages_of("parts"):
        return ()
    return tuple(lines_of(f"parts_{language}.txt"))


def part_cue(before: str, language: str) -> str | None:
    """Return the words that make the amount behind them a part of another one, or None.

    Parameters
    ----------
    before
        What stands in the clause before the amount.
    language
        Code of its language; without a list of cues nothing is found.
    """
    folded = before.casefold()
    cues = [cue for cue in _part_cues(language.partition("-")[0]) if cue.split()[0] in folded]
    words = f" {' '.join(_WORD.findall(folded))} " if cues else ""
    return next((cue for cue in cues if f" {cue} " in words), None)


def _in_clause(words: list[str], folded: list[str], cues: _Cues) -> str | None:
    clause = f" {' '.join(folded)} "
    found = [phrase.strip() for phrase in cues.phrases if phrase in clause]
    verbs = [word for word in _uncapitalised(words) if _is_cue(word, folded, cues)]
    if found or verbs:
        return [*found, *verbs][0]
    for place, word in enumerate(folded):
        if word not in cues.auxiliaries:
            continue
        candidate = _governed(words, place, cues)
        if candidate is None or cues.perfect.fullmatch(" ".join(folded[-2:])):
            continue
        if _is_infinitive(candidate, cues):
            return f"{word} … {candidate}"
    return None


def _uncapitalised(words: list[str]) -> list[str]:
    """Return the words that are no nouns or names by their capital; the first may be a verb."""
    return [words[0].casefold(), *filter(str.islower, words[1:])] if words else []


def _is_cue(word: str, folded: list[str], cues: _Cues) -> bool:
    return word in cues.words or (word in cues.present and not cues.past.intersection(folded))


def _governed(words: list[str], place: int, cues: _Cues) -> str | None:
    """Return the word that would be the infinitive of an auxiliary."""
    if place + 1 < len(words):
        return words[-1]
    # At the end of a subordinate clause it stands before its auxiliary; one that is itself an
    # infinitive there makes a passive ("kann übertragen werden").
    if place == 0 or _is_infinitive(words[place], cues):
        return None
    return words[place - 1]


def _is_infinitive(word: str, cues: _Cues) -> bool:
    # German nouns begin with a capital, infinitives do not.
    if word != word.casefold() or cues.no_infinitive.fullmatch(word):
        return False
    return cues.infinitive.fullmatch(word) is not None
