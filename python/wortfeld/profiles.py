"""Profiles: what is learnt from a whole corpus: lines that repeat, words and their capitals."""

from __future__ import annotations

import math
import numbers
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from wortfeld import _arguments, _core
from wortfeld._call import provenance
from wortfeld._wrap import raw, run
from wortfeld.corpus import Corpus
from wortfeld.errors import BadArgument
from wortfeld.table import Table

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

__all__ = ["Profile", "core_profile", "core_word_cases", "profile"]

# No text is longer, so that any number a user gives fits the core.
_LONGEST_LINE = 2**31


class Profile:
    r"""Lines that repeat and how words are written; made by :func:`profile`. Immutable.

    Given to :func:`wortfeld.read`, each of these lines becomes a zone ``boilerplate`` by the rule
    ``profile.repeated_line``, unless it is page furniture or a byline already. Given to
    ``corpus.mentions``, a name that the profile knows as a word written small counts with its
    capital only.

    Examples
    --------
    >>> import wortfeld as wf
    >>> texts = [f"Artikel {i}\n\nText {i} steht hier.\n\nMehr im Newsletter" for i in range(3)]
    >>> profile = wf.profile(wf.read(texts=texts, language="de"))
    >>> profile, "Mehr im Newsletter" in profile
    (Profile(1 line of 3 documents), True)
    >>> profile.table().rows()
    [{'line': 'Mehr im Newsletter', 'document_count': 3, 'count': 3}]
    >>> profile.save("profile.json")
    >>> wf.Profile.load("profile.json") == profile
    True
    """

    __slots__ = ("__weakref__", "_cases", "_columns", "_documents", "_provenance", "_raw", "_words")

    _raw: _core.Profile
    _cases: _core.WordCases
    _columns: _core.Columns
    _words: _core.Columns
    _documents: int
    _provenance: Mapping[str, Any]

    def __init__(self) -> None:
        message = "a Profile is made by wortfeld.profile(corpus) or Profile.load(path)"
        raise TypeError(message)

    @classmethod
    def _of(
        cls,
        columns: _core.Columns,
        words: _core.Columns,
        documents: int,
        learnt: Mapping[str, Any],
    ) -> Profile:
        made = cls.__new__(cls)
        made._raw = _core.Profile(list(columns.values("line")))
        made._cases = _core.WordCases(words)
        made._columns = columns
        made._words = words
        made._documents = documents
        made._provenance = learnt
        return made

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits over the lines; a corpus read with them has it, too."""
        return self._raw.fingerprint

    @property
    def word_fingerprint(self) -> str:
        """The same over the words; in the provenance of mentions found with them."""
        return self._cases.fingerprint

    @property
    def document_count(self) -> int:
        """How many documents it was learnt from."""
        return self._documents

    def table(self) -> Table:
        """Return the lines, those of most documents first: line, document_count, count."""
        return Table(
            self._columns,
            caption=f"Lines that repeat across {self._documents} documents",
            provenance=self._provenance,
        )

    def words(self) -> Table:
        """Return how often words are written how: word (folded), small, start, inside.

        ``start`` counts capitals at the start of a sentence, ``inside`` all others.

        Examples
        --------
        >>> import wortfeld as wf
        >>> text = "Our target is clear. We hit the target. Target opens a target store."
        >>> learnt = wf.profile(wf.read(texts=[text], language="en"), min_small=3)
        >>> learnt.words().rows()
        [{'word': 'target', 'small': 3, 'start': 1, 'inside': 0}]
        """
        return Table(
            self._words,
            caption=f"How words are written in {self._documents} documents",
            provenance=self._provenance,
        )

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the profile as JSON, a line of text each, to be read and edited.

        Parameters
        ----------
        path
            The file; one that is there is replaced as a whole.
        """
        from wortfeld._profile_file import write_profile

        write_profile(self, path)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Profile:
        """Open a profile that was saved.

        Parameters
        ----------
        path
            The file.

        Returns
        -------
        Profile
            With the lines that the file has now; other lines give another fingerprint.

        Raises
        ------
        BadFile
            If the file holds something else.
        FileNotFoundError, PermissionError
            If it is missing (the message offers near names) or cannot be read.
        """
        from wortfeld._profile_file import read_profile

        return cls._of(*read_profile(path))

    def __len__(self) -> int:
        return self._columns.rows

    def __contains__(self, line: object) -> bool:
        return isinstance(line, str) and _arguments.is_writable(line) and line in self._raw

    # Lines have counts: table() has both.
    __iter__ = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Profile):
            return NotImplemented
        return self._fingerprints == other._fingerprints

    def __hash__(self) -> int:
        return hash(self._fingerprints)

    @property
    def _fingerprints(self) -> tuple[str, str]:
        return self.fingerprint, self.word_fingerprint

    def __repr__(self) -> str:
        lines = "1 line" if len(self) == 1 else f"{len(self)} lines"
        documents = "1 document" if self._documents == 1 else f"{self._documents} documents"
        return f"Profile({lines} of {documents})"

    def _repr_html_(self) -> str:
        return self.table()._repr_html_()


def profile(
    corpus: Corpus,
    *,
    min_documents: int = 3,
    min_share: float = 0.01,
    max_length: int = 250,
    min_small: int = 3,
) -> Profile:
    r"""Learn which lines repeat across the documents of a corpus, and how words are written.

    Navigation, footers, disclaimers and credits stand in many documents, the text of an article in
    one. Lines are compared byte for byte without the white space around them; zones do not matter.
    A line without a letter is not learnt. Of words that are written small and with a capital the
    profile knows how often.

    Parameters
    ----------
    corpus
        The documents to learn from.
    min_documents
        In how many documents a line must stand, 2 or more.
    min_share
        In which share of all documents a line must stand, 0 to 1; both must hold.
    max_length
        How many characters a line may have: an article that was printed three times should not
        vanish.
    min_small
        How often a word must be written small to be learnt, 1 or more.

    Returns
    -------
    Profile
        For the argument `profile` of :func:`wortfeld.read` and of ``corpus.mentions``.

    Raises
    ------
    BadArgument
        If a threshold is out of its range.

    Examples
    --------
    >>> import wortfeld as wf
    >>> texts = ["Oben\n\nEin Text.", "Oben\n\nNoch einer.", "Oben\n\nEin dritter."]
    >>> learnt = wf.profile(wf.read(texts=texts, language="de"))
    >>> corpus = wf.read(texts=texts, language="de", profile=learnt)
    >>> corpus.zones()["rule"].tolist()[:2], corpus.profile == learnt.fingerprint
    (['profile.repeated_line', 'zone.body'], True)
    """
    _require_corpus(corpus)
    fewest = _arguments.count("min_documents", min_documents, least=2)
    longest = _arguments.count("max_length", max_length, least=1)
    small = _arguments.count("min_small", min_small, least=1)
    share = _share(min_share)
    documents = len(corpus)
    columns = run(
        _core.repeated_lines,
        raw(corpus),
        # As the number is written: 7 % of 100 documents are 7, and not a little more.
        fewest_documents=min(
            max(fewest, math.ceil(Fraction(repr(share)) * documents)), documents + 2
        ),
        longest=min(longest, _LONGEST_LINE),
        task="counting lines",
    )
    words = run(
        _core.count_word_cases,
        raw(corpus),
        fewest_small=min(small, _LONGEST_LINE),
        task="counting words",
    )
    parameters = {"min_documents": fewest, "min_share": share, "max_length": longest}
    parameters["min_small"] = small
    learnt = provenance(corpus, "wf.profile", parameters, zones="all")
    return Profile._of(columns, words, documents, learnt)


def _require_corpus(given: Any) -> None:
    if not isinstance(given, Corpus):
        message = f"a profile is learnt from a Corpus, not from {type(given).__name__}"
        raise TypeError(message)


def _share(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        message = f"min_share must be a number, not {type(value).__name__}"
        raise TypeError(message)
    share = float(value)
    if not 0 <= share <= 1:
        message = f"min_share must be 0 to 1, not {value}"
        raise BadArgument(message)
    return share


def core_profile(given: Any) -> _core.Profile | None:
    """Return what the core knows of the lines of a profile, None if none is given."""
    return None if given is None else _required(given)._raw


def core_word_cases(given: Any) -> _core.WordCases | None:
    """Return what the core knows of the words of a profile, None if none is given."""
    return None if given is None else _required(given)._cases


def _required(given: Any) -> Profile:
    if not isinstance(given, Profile):
        message = (
            f"profile= takes a Profile, not {type(given).__name__}; "
            "wf.profile(corpus) learns one, wf.Profile.load(path) opens one that was saved"
        )
        raise TypeError(message)
    return given
