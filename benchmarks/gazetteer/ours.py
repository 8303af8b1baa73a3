"""Names of a list in a text, by this library."""

import gc
import tempfile
import time
from pathlib import Path

import numpy as np
import wortfeld as wf
from contender import Clock, call, report
from gazetteer.names import names_of


def columns_of(names):
    """Return the rows of a list: every name an entity of its own."""
    ids = [f"e{number}" for number in range(len(names))]
    return {"entity": ids, "kind": ["name"] * len(names), "alias": names}


def read(path):
    """Read a text, a document a line."""
    return wf.read(path, one_document_per="line", language="de", detect_zones=False)


def find(corpus, gazetteer):
    """Return the mentions of names alone."""
    return corpus.mentions(gazetteer, quantities=False, dates=False)


def write_spans(path, source, mentions):
    """Write where the mentions stand in the file, in bytes."""
    lines = source.read_bytes().splitlines(keepends=True)
    kept = [number for number, line in enumerate(lines) if line.strip()]
    begins = np.cumsum([0] + [len(line) for line in lines])
    table = mentions.table()
    ids = mentions.corpus.documents()["document"]
    documents = {name: at for at, name in enumerate(ids)}
    spans = []
    for document, start, end in zip(table["document"], table["start"], table["end"], strict=True):
        number = kept[documents[document]]
        line = lines[number].decode()
        begin = begins[number] + len(line[:start].encode())
        spans.append((begin, begin + len(line[start:end].encode())))
    np.array(spans, dtype="<u4").tofile(path)


def clock_opening(gazetteer):
    """Return how many milliseconds it takes to open a saved list."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.gazetteer"
        gazetteer.save(path)
        start = time.perf_counter()
        opened = wf.Gazetteer.open(path)
        seconds = time.perf_counter() - start
        del opened
    return seconds * 1e3


def main():
    """Find the names once and report, or write where they are."""
    called = call()
    count, mode = int(called.arguments[0]), called.arguments[1]
    wf.options(threads=1, progress=False)
    columns = columns_of(names_of(called.input, count))
    clock = Clock()
    if mode == "build":
        with clock.running():
            gazetteer = wf.Gazetteer(columns)
        rate = count / clock.numbers["processor_seconds"] / 1e6
        report(clock, aliases=rate, open_ms=clock_opening(gazetteer))
        return
    if mode == "whole":
        with clock.running():
            mentions = find(read(called.input), wf.Gazetteer(columns))
    else:
        gazetteer, corpus = wf.Gazetteer(columns), read(called.input)
        gc.collect()
        with clock.running():
            mentions = find(corpus, gazetteer)
    if called.result is not None:
        write_spans(called.result, called.input, mentions)
        return
    report(clock, found=len(mentions))


main()
