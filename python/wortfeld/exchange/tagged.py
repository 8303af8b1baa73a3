"""Files of tagged tokens, one a line: IOB2 in columns and GermEval's TSV, read line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from wortfeld.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "Format",
    "TaggedSpan",
    "TaggedToken",
    "id_in_line",
    "read_tokens",
    "spans_of",
    "tagged_refuse",
]

_DOCUMENT = re.compile(r"#\s*(?:newdoc id|document)\s*=\s*(.+)")
_TAG = re.compile(r"(?:O|[BIESLU]-\S+)")
_NEW_DOCUMENT = "-DOCSTART-"


class Format(NamedTuple):
    """Which column holds what; negative ones count from the last."""

    name: str
    token: int
    tags: tuple[int, ...]
    suffixes: bool


class TaggedToken(NamedTuple):
    """A token with its tags; `sentence` and `document` count from the first of the file."""

    line: int
    text: str
    tags: tuple[str, ...]
    sentence: int
    document: int
    document_id: str | None


class TaggedSpan(NamedTuple):
    """Tokens that belong together, from the first to before the last, and their label."""

    first: int
    last: int
    label: str
    level: int


def tagged_refuse(source: str, line: int, why: str) -> NoReturn:
    """Raise an error about a line of a file, counted from 1."""
    message = f"{source}, line {line}: {why}"
    raise BadInput(message, source=source, line=line)


def read_tokens(lines: Iterable[str], form: Format, source: str) -> Iterator[TaggedToken]:
    """Yield the tokens of a file.

    Parameters
    ----------
    lines
        Its lines. Empty ones end a sentence, ``-DOCSTART-`` and ``# document = id`` begin a
        document, other lines with # and without a tag are comments.
    form
        Which column holds what.
    source
        The file, for messages.

    Raises
    ------
    BadInput
        For a line with more or fewer columns than the first, or without a tag.
    """
    sentence = document = width = 0
    name: str | None = None
    begun = False
    for number, line in enumerate(lines, start=1):
        fields = _fields(line)
        if not fields:
            sentence += 1
            continue
        if fields[0] == _NEW_DOCUMENT or (line.startswith("#") and not _has_tag(fields, form)):
            found = _DOCUMENT.match(line.rstrip("\r\n"))
            if found or fields[0] == _NEW_DOCUMENT:
                document += begun
                name, begun = id_in_line(found[1]) if found else None, False
            sentence += 1
            continue
        width = width or len(fields)
        if len(fields) != width:
            tagged_refuse(
                source, number, f"{len(fields)} columns, where the first line has {width}"
            )
        yield _token(fields, form, source, number)._replace(
            sentence=sentence, document=document, document_id=name
        )
        begun = True


def id_in_line(document: str) -> str:
    """Return the id of a document as the line says it that begins it: tabs become spaces."""
    return " ".join(document.split())


def spans_of(tokens: list[TaggedToken], source: str) -> list[TaggedSpan]:
    """Return the spans that the tags of all columns say, the first column as level 0.

    Raises
    ------
    BadInput
        For a tag that continues what has not begun.
    """
    levels = len(tokens[0].tags) if tokens else 0
    return [span for level in range(levels) for span in _spans(tokens, level, source)]


def _spans(tokens: list[TaggedToken], level: int, source: str) -> Iterator[TaggedSpan]:
    begin: int | None = None
    label = ""
    for number, token in enumerate(tokens):
        prefix, _, found = token.tags[level].partition("-")
        goes_on = (
            begin is not None
            and prefix in ("I", "E", "L")
            and found == label
            and token.sentence == tokens[number - 1].sentence
        )
        if begin is not None and not goes_on:
            yield TaggedSpan(begin, number, label, level)
            begin = None
        if prefix in ("I", "E", "L") and not goes_on:
            tag = token.tags[level]
            why = f"{tag} at {token.text!r} continues nothing; a span begins with B-{found}"
            tagged_refuse(source, token.line, why)
        if prefix in ("B", "S", "U"):
            begin, label = number, found
        if prefix in ("E", "L", "S", "U"):
            yield TaggedSpan(begin or 0, number + 1, label, level)
            begin = None
    if begin is not None:
        yield TaggedSpan(begin, len(tokens), label, level)


def _fields(line: str) -> list[str]:
    line = line.rstrip("\r\n")
    return line.split("\t") if "\t" in line else line.split()


def _has_tag(fields: list[str], form: Format) -> bool:
    return len(fields) > max(abs(column) for column in form.tags) and all(
        _TAG.fullmatch(fields[column]) for column in form.tags
    )


def _token(fields: list[str], form: Format, source: str, line: int) -> TaggedToken:
    needed = max(abs(column) + (column >= 0) for column in (form.token, *form.tags))
    if len(fields) < max(needed, 2):
        tagged_refuse(source, line, f"{len(fields)} columns; {form.name} has a token and its tags")
    tags = tuple(fields[column] for column in form.tags)
    for tag in tags:
        if not _TAG.fullmatch(tag):
            tagged_refuse(source, line, f"{tag!r} is no tag; tags are O, B-… and I-…")
    text = fields[form.token]
    if not text.strip():
        tagged_refuse(source, line, "the token is empty")
    return TaggedToken(line, text, tags, 0, 0, None)
