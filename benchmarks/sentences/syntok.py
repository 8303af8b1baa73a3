"""Sentences by syntok."""

import struct

from contender import Clock, call, report
from syntok.segmenter import process


def sentences(line):
    """Yield the first and last code point of every sentence of a line."""
    for paragraph in process(line):
        for sentence in paragraph:
            yield sentence[0].offset, sentence[-1].offset + len(sentence[-1].value)


def write_spans(path, text, lines):
    """Write the spans in bytes of the whole text."""
    offset = 0
    with path.open("wb") as file:
        for line in lines:
            for begin, end in sentences(line):
                before = offset + len(line[:begin].encode())
                file.write(struct.pack("<II", before, before + len(line[begin:end].encode())))
            offset += len(line.encode()) + 1
    assert offset == len(text.encode())


def main():
    """Clock or write."""
    called = call()
    text = called.input.read_text(encoding="utf-8")
    lines = text.removesuffix("\n").split("\n")
    if called.result is not None:
        write_spans(called.result, text, lines)
        return
    clock = Clock()
    with clock.running():
        found = sum(len(list(sentences(line))) for line in lines)
    report(clock, found=found)


main()
