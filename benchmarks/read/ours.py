"""One text file, one document a line, read up to a corpus with postings, in several ways.

The argument says from what: `file`, `polars`, `pandas`, `list`; `saved` is the file, and the corpus
saved beside the result.
"""

import sys
import tempfile
from pathlib import Path

import wortfeld as wf
from contender import Clock, call, report, skip


def read_file(path):
    """Read the file itself."""
    return wf.read(path, one_document_per="line", language="de")


def read_column(column):
    """Read a column of texts."""
    return wf.read(column, language="de")


def lines_of(path):
    """Return the documents as a list of str."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def source_of(kind, path):
    """Return what is read, and how; made before the clock starts."""
    if kind == "polars":
        import polars as pl

        return pl.Series("text", lines_of(path)), read_column
    if kind == "pandas":
        import pandas as pd

        return pd.Series(lines_of(path), name="text"), read_column
    if kind == "list":
        return lines_of(path), read_column
    return path, read_file


def main():
    """Read once and report."""
    called = call()
    kind = called.arguments[0]
    if kind == "saved" and not hasattr(wf.Corpus, "save"):
        skip("Corpus.save has not landed")
    wf.options(progress=False)
    source, read = source_of(kind, called.input)
    clock = Clock()
    with tempfile.TemporaryDirectory(dir=called.input.parent) as folder, clock.running():
        corpus = read(source)
        if kind == "saved":
            corpus.save(Path(folder) / "corpus.wortfeld")
    check = [corpus.document_count, corpus.token_count, corpus.word_count]
    if called.result is not None:
        check += [len(corpus.terms(layer="surface")), corpus.concordance("Gesetz", top=3).shape[0]]
    report(clock, tokens=corpus.token_count, check=check)


if __name__ == "__main__":
    sys.exit(main())
