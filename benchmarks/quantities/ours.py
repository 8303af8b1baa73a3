"""Money, percentages, numbers and dates of a corpus that was read before."""

import wortfeld as wf
from contender import Clock, call, report


def main() -> None:
    """Find them once, and report the time and how many of each kind there are."""
    called = call()
    wf.options(threads=1, progress=False)
    corpus = wf.read(called.input, one_document_per="line", language="de", detect_zones=False)
    clock = Clock()
    with clock.running():
        mentions = corpus.mentions()
    kinds = list(mentions.table()["kind"])
    report(clock, check={kind: kinds.count(kind) for kind in sorted(set(kinds))})


main()
