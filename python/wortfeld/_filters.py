"""Filters of words: what may be counted, with positions and totals as they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, get_args

from wortfeld import _arguments, _core
from wortfeld.errors import BadArgument
from wortfeld.stop_words import StopWords
from wortfeld.typing import TokenKind

__all__ = ["WordFilter"]

_KINDS = get_args(TokenKind)
_WORDS = ("word", "number")
# More stop words are shown as their number and a fingerprint.
_MOST_SHOWN = 20


class WordFilter:
    """The arguments ``stopwords=`` and ``kinds=``, checked.

    Parameters
    ----------
    stopwords
        Words that are not counted; None are none.
    kinds
        Kinds of token that are counted; None are words and numbers.
    """

    def __init__(self, stopwords: Any, kinds: Any) -> None:
        self._kinds = _kind_names(kinds)
        self._words = _stop_words(stopwords)
        self._listed = stopwords if isinstance(stopwords, StopWords) else None

    @property
    def core(self) -> _core.WordFilter:
        """The filter of the core."""
        return _core.WordFilter(kinds=self._kinds, stop_words=self._words)

    @property
    def parameters(self) -> dict[str, Any]:
        """How provenance shows the arguments."""
        return {"stopwords": self._shown(), "kinds": self._kinds}

    def _shown(self) -> Any:
        if self._listed is not None:
            return repr(self._listed)
        if len(self._words) <= _MOST_SHOWN:
            return self._words or None
        digest = hashlib.blake2b("\0".join(self._words).encode(), digest_size=8).hexdigest()
        return f"{len(self._words)} words, {digest}"


def _kind_names(kinds: Any) -> list[str]:
    if kinds is None:
        return list(_WORDS)
    names = [_arguments.choice("kinds", kind, _KINDS) for kind in _arguments.names("kinds", kinds)]
    if not names:
        message = f"kinds is empty; give some of {', '.join(map(repr, _KINDS))}"
        raise BadArgument(message)
    return names


def _stop_words(stopwords: Any) -> list[str]:
    if stopwords is None:
        return []
    if isinstance(stopwords, str):
        message = (
            f"stopwords takes words, not {stopwords!r}; "
            "wf.stopwords('de') has the German ones, ['word'] is a list of one"
        )
        raise TypeError(message)
    if not isinstance(stopwords, Iterable):
        message = f"stopwords must be words, not {type(stopwords).__name__}"
        raise TypeError(message)
    return sorted({_arguments.text("a stop word", word) for word in stopwords})
