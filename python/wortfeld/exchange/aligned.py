"""Where the tokens of a file stand in the texts of a corpus."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from wortfeld.exchange.tagged import TaggedToken, id_in_line, tagged_refuse

if TYPE_CHECKING:
    from wortfeld.corpus import Corpus

__all__ = ["PlacedToken", "align", "texts_of"]

# How much of the text a message shows.
_SHOWN = 30


class PlacedToken(NamedTuple):
    """A document and the code points in it."""

    document: str
    start: int
    end: int


class _Place:
    """A place in the texts that moves on."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._ids: list[str] = corpus.documents()["document"].tolist()
        self._numbers = {id_in_line(name): at for at, name in reversed([*enumerate(self._ids)])}
        self._number = 0
        self._text = corpus.text(self._ids[0]) if self._ids else ""
        self._at = 0

    def enter(self, token: TaggedToken, source: str) -> None:
        """Go to the beginning of the document of a token that begins one."""
        name = token.document_id
        if name is None:
            number = self._number + (token.document > 0)
        elif name in self._numbers:
            number = self._numbers[name]
        else:
            tagged_refuse(source, token.line, f"no document {name!r} in the corpus")
        self._go(number, token, source)

    def take(self, token: TaggedToken, source: str) -> PlacedToken:
        """Find a token where only white space stands before it."""
        self._skip_spaces()
        while self._at == len(self._text) and token.document_id is None:
            self._go(self._number + 1, token, source)
            self._skip_spaces()
        size = self._size_of(token.text)
        if size == 0:
            found = self._text[self._at : self._at + _SHOWN]
            name = self._ids[self._number]
            why = (
                f"the token {token.text!r} is not what document {name!r} goes on with at "
                f"{self._at}: {found!r}"
            )
            tagged_refuse(source, token.line, why)
        start, self._at = self._at, self._at + size
        return PlacedToken(self._ids[self._number], start, self._at)

    def _go(self, number: int, token: TaggedToken, source: str) -> None:
        if number >= len(self._ids):
            why = f"the token {token.text!r} stands behind the end of the last document"
            tagged_refuse(source, token.line, why)
        self._number, self._at = number, 0
        self._text = self._corpus.text(self._ids[number])

    def _skip_spaces(self) -> None:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1

    def _size_of(self, token: str) -> int:
        """Return how many code points of the text are the token, however it is composed; or 0."""
        if self._text.startswith(token, self._at):
            return len(token)
        wanted = unicodedata.normalize("NFC", token)
        for form in ("NFC", "NFD"):
            other = unicodedata.normalize(form, token)
            if self._text.startswith(other, self._at) and wanted:
                return len(other)
        return 0


def align(corpus: Corpus, tokens: list[TaggedToken], source: str) -> list[PlacedToken]:
    """Return where each token stands.

    Parameters
    ----------
    corpus
        The texts; the documents follow one another as in the file, or the file names them.
    tokens
        The tokens of a file in order.
    source
        The file, for messages.

    Raises
    ------
    BadInput
        For the first token that is not what the text goes on with; the message names the line.
    """
    place = _Place(corpus)
    placed: list[PlacedToken] = []
    last: tuple[int, str | None] | None = None
    for token in tokens:
        if last is None or last[0] != token.document:
            if token.document_id is not None or last is not None:
                place.enter(token, source)
            last = token.document, token.document_id
        placed.append(place.take(token, source))
    return placed


def texts_of(tokens: list[TaggedToken]) -> dict[str, str]:
    """Return texts made of the tokens: spaces between them, a line a sentence; by document id."""
    texts: dict[str, list[str]] = {}
    last: TaggedToken | None = None
    for token in tokens:
        name = token.document_id or str(token.document)
        same = last is not None and last.document == token.document
        joint = "" if not same or last is None else " " if last.sentence == token.sentence else "\n"
        texts.setdefault(name, []).extend((joint, token.text))
        last = token
    return {name: "".join(parts) for name, parts in texts.items()}
