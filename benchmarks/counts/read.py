"""Word counts of a file through the public door: a whole corpus, then its table of terms."""

import wortfeld as wf
from contender import clock_counts


def count(path):
    """Return the words with their counts, most frequent first."""
    corpus = wf.read(path, one_document_per="line", language="de", detect_zones=False)
    terms = corpus.terms(layer="surface")
    return Pairs(terms)


class Pairs:
    """The table; its rows become Python objects only when they are compared."""

    def __init__(self, table):
        self.table = table

    def __len__(self):
        return len(self.table)

    def __iter__(self):
        return zip(self.table["term"], self.table["count"].tolist(), strict=True)


clock_counts(count)
