"""IOB2 and GermEval's TSV: mentions from tagged tokens, and tagged tokens from mentions."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from wortfeld import _arguments
from wortfeld._files import opened, writing_text
from wortfeld.errors import BadInput
from wortfeld.exchange.aligned import align, texts_of
from wortfeld.exchange.labels import Label, label_text, read_label
from wortfeld.exchange.rows import read_rows
from wortfeld.exchange.spans import from_rows
from wortfeld.exchange.tagged import Format, id_in_line, read_tokens, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from wortfeld.corpus import Corpus
    from wortfeld.mentions import Mentions

__all__ = ["TaggedFormat", "from_tagged", "to_tagged"]

TaggedFormat = Literal["iob2", "germeval"]

_FORMATS: dict[str, Format] = {
    "iob2": Format("IOB2", token=0, tags=(-1,), suffixes=False),
    "germeval": Format("GermEval's TSV", token=1, tags=(2, 3), suffixes=True),
}

_Row = dict[str, Any]


def from_tagged(
    path: str | os.PathLike[str],
    corpus: Corpus | None = None,
    *,
    format: TaggedFormat = "iob2",
    kinds: Mapping[str, str] | None = None,
    language: str | None = None,
) -> Mentions:
    """Read mentions from tagged tokens; see :meth:`wortfeld.Mentions.from_tagged`."""
    form = _FORMATS[_arguments.choice("format", format, _FORMATS)]
    source = os.fspath(path)
    tokens = list(read_tokens(_lines(path), form, source))
    if corpus is None:
        corpus = _corpus_of(texts_of(tokens), language, source)
    placed = align(corpus, tokens, source)
    rows: list[_Row] = []
    for span in spans_of(tokens, source):
        first, last = placed[span.first], placed[span.last - 1]
        label = read_label(span.label, kinds, suffixes=form.suffixes)
        rows.append(
            {
                "document": first.document,
                "start": first.start,
                "end": last.end,
                "kind": label.kind,
                "role": label.role,
                "level": span.level,
            }
        )
    parameters: dict[str, Any] = {"format": format, "kinds": dict(kinds) if kinds else None}
    return from_rows(corpus, read_rows(rows), call="Mentions.from_tagged", parameters=parameters)


def to_tagged(
    mentions: Mentions,
    path: str | os.PathLike[str],
    *,
    format: TaggedFormat = "iob2",
    labels: Mapping[str, str] | None = None,
) -> None:
    """Write tagged tokens; see :meth:`wortfeld.Mentions.to_tagged`."""
    form = _FORMATS[_arguments.choice("format", format, _FORMATS)]
    by_document: dict[str, list[_Row]] = {}
    for row in mentions.table().rows():
        by_document.setdefault(row["document"], []).append(row)
    with writing_text(path) as file:
        for document in mentions.corpus.documents()["document"]:
            file.write(f"# document = {id_in_line(document)}\n")
            tokens = mentions.corpus.tokens(document).rows()
            text = mentions.corpus.text(document)
            spans = [
                (_hull(text, row, form), row["level"], Label(row["kind"], row["role"]))
                for row in by_document.get(document, [])
            ]
            file.writelines(_written(text, tokens, spans, form, labels))


def _lines(path: str | os.PathLike[str]) -> Iterator[str]:
    name = os.fspath(path)
    with os.fdopen(opened(path), "rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                yield line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                message = f"{name}, line {number}: no UTF-8 at byte {error.start} of the line"
                raise BadInput(message, source=name, line=number) from None


def _corpus_of(texts: dict[str, str], language: str | None, source: str) -> Corpus:
    from wortfeld.reading import read

    if not texts:
        message = f"{source} holds no token, so there is no text to make a corpus of"
        raise BadInput(message, source=source)
    # Lines are sentences and nothing else: there is no title among them.
    return read(texts=list(texts.values()), ids=list(texts), language=language, detect_zones=False)


def _hull(text: str, row: _Row, form: Format) -> tuple[int, int]:
    """Return the span of a mention; where roles are written, with what it is part of."""
    start, end, head = row["start"], row["end"], row["head"]
    if not form.suffixes or not head:
        return start, end
    behind = text.find(head, end, end + len(head) + 3)
    if behind >= 0:
        return start, behind + len(head)
    before = text.rfind(head, max(0, start - len(head) - 3), start)
    return (before, end) if before >= 0 else (start, end)


def _written(
    text: str,
    tokens: list[_Row],
    spans: list[tuple[tuple[int, int], int, Label]],
    form: Format,
    labels: Mapping[str, str] | None,
) -> Iterator[str]:
    """Yield the lines of a document: its tokens, cut where a mention begins or ends inside one."""
    cuts = sorted({place for span, _, _ in spans for place in span})
    pieces: list[tuple[int, int, int]] = []
    for token in tokens:
        inside = cuts[bisect_right(cuts, token["start"]) : bisect_left(cuts, token["end"])]
        edges = [token["start"], *inside, token["end"]]
        pieces += [
            (begin, end, token["sentence"])
            for begin, end in pairwise(edges)
            if not text[begin:end].isspace()
        ]
    tags = [_tags(pieces, spans, level, form, labels) for level in range(len(form.tags))]
    number, last = 0, None
    for place, (begin, end, sentence) in enumerate(pieces):
        if last is not None and sentence != last:
            yield "\n"
            number = 0
        number, last = number + 1, sentence
        fields = [text[begin:end], *(column[place] for column in tags)]
        if form.token == 1:
            fields.insert(0, str(number))
        yield "\t".join(fields) + "\n"
    yield "\n"


def _tags(
    pieces: list[tuple[int, int, int]],
    spans: list[tuple[tuple[int, int], int, Label]],
    level: int,
    form: Format,
    labels: Mapping[str, str] | None,
) -> list[str]:
    """Return the tag of every token in one column; of mentions that overlap the first is told."""
    tags = ["O"] * len(pieces)
    starts = [begin for begin, _, _ in pieces]
    for (begin, end), of, label in spans:
        covered = range(bisect_left(starts, begin), bisect_left(starts, end))
        if of != level or any(tags[place] != "O" for place in covered):
            continue
        last: int | None = None
        for place in covered:
            # A span over two sentences begins again, as readers of the format expect.
            prefix = "I" if last == pieces[place][2] else "B"
            tags[place] = f"{prefix}-{label_text(label, labels, suffixes=form.suffixes)}"
            last = pieces[place][2]
    return tags
