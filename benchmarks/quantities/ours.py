"""Money, percentages, numbers and dates of a corpus that was read before."""

import wortfeld as wf
from contender import Clock, call, report


def main():
    """Find them once and report, or write how many there are."""
    called = call()
    wf.options(threads=1, progress=False)
    corpus = wf.read(called.input, one_document_per="line", language="de", detect_zones=False)
    clock = Clock()
    with clock.running():
        mentions = corpus.mentions()
    if called.result is not None:
        called.result.write_text(f"{len(mentions)}\n", encoding="utf-8")
        return
    report(clock, found=len(mentions))


main()
