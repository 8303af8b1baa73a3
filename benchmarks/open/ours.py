"""A saved corpus is opened and shows the first hundred concordance lines of a word."""

import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import wortfeld as wf
from contender import Clock, call, memory_line, report, skip

WORD = "Gesetz"
# Its hits lie far apart, each in other blocks of the file.
SCATTERED = "Bundesanzeiger"
# What there is once a term, not once a token.
OF_TERMS = ("vocabulary.", "folded.", "postings.begins")


def save(source, target):
    """Save a corpus in another process, so that this one has only what it opens in memory."""
    program = (
        "import sys, wortfeld as wf; wf.options(progress=False); "
        "wf.read(sys.argv[1], one_document_per='line', language='de').save(sys.argv[2])"
    )
    subprocess.run([sys.executable, "-c", program, source, target], check=True)


def section_bytes(path):
    """Return the bytes of each section, from the table that docs/file-format.md describes."""
    with path.open("rb") as file:
        (count,) = struct.unpack_from("<I", file.read(128), 24)
        rows = [struct.unpack("<32sQQQQ", file.read(64)) for _ in range(count)]
    return {row[0].rstrip(b"\0").decode(): row[3] for row in rows}


def first_lines(target, word):
    """Return how many milliseconds opening takes and the first lines, the corpus and the lines."""
    start = time.perf_counter()
    corpus = wf.open(target)
    opened = time.perf_counter()
    lines = corpus.concordance(word, top=100)
    shown = time.perf_counter()
    return (opened - start) * 1e3, (shown - opened) * 1e3, corpus, lines


def main():
    """Open once and report."""
    called = call()
    if not hasattr(wf, "open"):
        skip("wf.open has not landed")
    # The file is made once for all rounds and again when the text or the core is newer.
    core = Path(sys.modules["wortfeld._core"].__file__)
    target = called.input.with_suffix(".wortfeld")
    newest = max(called.input.stat().st_mtime, core.stat().st_mtime)
    if not target.exists() or target.stat().st_mtime < newest:
        save(called.input, target)
    # What is imported on first use is not part of opening.
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.wortfeld"
        wf.read(texts=["Ein Gesetz."], language="de").save(small)
        len(wf.open(small).concordance(WORD, top=100))
    clock = Clock()
    with clock.running():
        open_ms, lines_ms, corpus, lines = first_lines(target, WORD)
    _, scattered_ms, other, scattered_lines = first_lines(target, SCATTERED)
    other.close()
    sizes = section_bytes(target)
    of_terms = sum(size for name, size in sizes.items() if name.startswith(OF_TERMS))
    of_tokens = sum(sizes.values()) - sizes["texts.bytes"] - of_terms
    corpus.terms(layer="surface")
    report(
        clock,
        open_ms=open_ms,
        lines_ms=lines_ms,
        scattered_lines_ms=scattered_ms,
        file_bytes_per_token=of_tokens / corpus.token_count,
        vocabulary_mb=of_terms / 1e6,
        memory_mb=memory_line("VmRSS") / 1e6,
        check=[corpus.document_count, corpus.token_count, len(lines), len(scattered_lines)],
    )


main()
