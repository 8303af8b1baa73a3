"""Function words that say nothing of what a text is about: lists of our own, as filters."""

from __future__ import annotations

from functools import cache
from typing import Any

from wortfeld import _arguments, _core
from wortfeld._lists import languages_of, lines_of
from wortfeld.errors import BadArgument

__all__ = ["LANGUAGES", "StopWords", "stopwords"]

LANGUAGES = languages_of("stopwords")


class StopWords(frozenset[str]):
    """A list of stop words; made by :func:`stopwords`. A frozenset that says where it is from.

    Examples
    --------
    >>> import wortfeld as wf
    >>> wf.stopwords("de").language, type(wf.stopwords("de") | {"heute"}).__name__
    ('de', 'frozenset')
    """

    language: str

    def __repr__(self) -> str:
        return f"wf.stopwords({self.language!r})"

    def __reduce__(self) -> Any:
        return stopwords, (self.language,)


def stopwords(language: str) -> StopWords:
    """Return the stop words of a language, folded.

    Articles, pronouns, prepositions, conjunctions, particles, auxiliary and modal verbs with all
    their forms; no nouns, no numbers, no names. Pass it as ``stopwords=``, alone or joined with
    words of your own: such words are not counted, positions and totals stay what they are.

    Parameters
    ----------
    language
        Its code, for example ``"de"``; a region is ignored (``"de-AT"``).

    Returns
    -------
    StopWords
        A frozenset of texts.

    Raises
    ------
    BadArgument
        If there is no list for the language; the message names those there are.

    Examples
    --------
    >>> import wortfeld as wf
    >>> "und" in wf.stopwords("de"), wf.stopwords("en")
    (True, wf.stopwords('en'))
    >>> corpus = wf.read(texts=["Der Markt und die Preise des Marktes."], language="de")
    >>> corpus.terms(stopwords=wf.stopwords("de") | {"preise"})["term"].tolist()
    ['markt', 'marktes']
    """
    code = _arguments.text("language", language).partition("-")[0].lower()
    if code not in LANGUAGES:
        near = _core.near_names(code, list(LANGUAGES))
        hint = f"; did you mean {near[0]!r}?" if near else ""
        message = (
            f"there are no stop words for language {language!r}, only for "
            f"{', '.join(map(repr, LANGUAGES))}{hint}; "
            "any list of words can be passed as stopwords="
        )
        raise BadArgument(message)
    return _load(code)


@cache
def _load(code: str) -> StopWords:
    listed = [word for line in lines_of(f"stopwords_{code}.txt") for word in line.split()]
    # Texts have either apostrophe.
    words = StopWords([*listed, *(word.replace("'", "’") for word in listed)])
    words.language = code
    return words
