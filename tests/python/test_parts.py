"""Parts of a corpus and appended ones, in the core: equal to what reading them gives."""

import pytest
from wortfeld import _core
from wortfeld._csv import csv_lines
from wortfeld.errors import BadArgument

OPTIONS = {
    "replace_ill_formed": False,
    "skip_bad_input": False,
    "detect_zones": True,
    "keep": [],
    "profile": None,
}
HOW = {"threads": 2, "progress": None}
ROWS = [(f"d{i}", f"Satz {i} über Chips. Noch einer mit {i % 7} Wörtern.", "de") for i in range(50)]


def read(rows: list, builder: _core.Builder | None = None) -> _core.Corpus:
    builder = builder or _core.Builder(**OPTIONS)
    builder.add(rows, **HOW)
    return builder.finish(_core.make_columns([]), **HOW)


def answers(corpus: _core.Corpus) -> list:
    options = _core.TermsOptions(
        filter=_core.WordFilter(kinds=["word", "number"], stop_words=[]),
        zones=None,
        min_count=1,
        top=None,
    )
    tables = [
        corpus.documents(),
        corpus.sentences(None),
        _core.Layer(corpus, "folded").terms(options, **HOW)[0],
        corpus.concordance("Chip*", top=None, progress=None),
    ]
    return [corpus.fingerprint(), corpus.word_count, *[list(csv_lines(table)) for table in tables]]


def test_a_part_answers_as_if_it_alone_had_been_read():
    part = read(ROWS).take(range(3, 50, 4), **HOW)
    assert answers(part) == answers(read(ROWS[3::4]))


def test_an_appended_corpus_answers_as_if_all_had_been_read_at_once():
    first = read(ROWS[:20])
    joined = _core.append_corpus(first, read(ROWS[20:]), **HOW)
    assert answers(joined) == answers(read(ROWS))
    assert first.document_count == 20


def test_parts_are_named_in_order_and_appended_by_the_same_rules():
    corpus = read(ROWS)
    for wrong in ([2, 1], [50], [1, 1]):
        with pytest.raises(BadArgument, match="ascending"):
            corpus.take(wrong, **HOW)
    other = read([("e", "x", "de")], _core.Builder(**{**OPTIONS, "detect_zones": False}))
    with pytest.raises(BadArgument, match="detect_zones"):
        _core.append_corpus(corpus, other, **HOW)
