"""Names of a list on given documents, by spaCy's PhraseMatcher; overlaps are left in."""

import numpy as np
import spacy
from contender import Clock, call, report
from gazetteer.names import names_of
from spacy.matcher import PhraseMatcher


def spans_of(documents, found):
    """Return where the matches stand in the file, in bytes."""
    begin, spans = 0, []
    for document, matches in zip(documents, found, strict=True):
        for _, first, last in matches:
            span = document[first:last]
            start = begin + len(document.text[: span.start_char].encode())
            spans.append((start, start + len(span.text.encode())))
        begin += len(document.text.encode()) + 1
    return sorted(set(spans))


def main():
    """Match given documents once and report, or write where the names are."""
    called = call()
    nlp = spacy.blank("de")
    nlp.max_length = 10**8
    matcher = PhraseMatcher(nlp.vocab)
    names = names_of(called.input, int(called.arguments[0]))
    matcher.add("name", [nlp.make_doc(name) for name in names])
    lines = called.input.read_text(encoding="utf-8").split("\n")[:-1]
    documents = [nlp.make_doc(line) for line in lines]
    clock = Clock()
    with clock.running():
        found = [matcher(document) for document in documents]
    if called.result is None:
        report(clock, found=sum(map(len, found)))
        return
    np.array(spans_of(documents, found), dtype="<u4").tofile(called.result)


main()
