"""What can be held can be copied and sent to another process, or says what to do instead."""

import copy
import multiprocessing
import pickle

import pytest
import wortfeld as wf
from wortfeld import BadArgument

TEXTS = [
    "Bo Li von NVIDIA zahlt am 10. März 2026 rund 2,5 Mrd. Dollar an die Deutschen Bank AG.",
    "NVIDIAs Chef lobt OpenAI. Die Technik von OpenAI kennt Jensen Huang. Meta schweigt.",
]
NAMES = [
    {"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia", "id": "Q182477"},
    {"entity": "Bo Li", "kind": "person", "alias": "Bo Li", "excludes": "Schmidt"},
    {"entity": "Meta", "kind": "organisation", "alias": "Meta", "language": "de"},
    {"entity": "Meta Mayer", "kind": "person", "alias": "Meta", "needs": "OpenAI|AMD"},
    {"entity": "Deutsche Bank", "kind": "organisation", "alias": "Deutsche Bank"},
]
TABLES = ("table", "entities", "candidates", "reference_dates", "nearby", "warnings")


@pytest.fixture(scope="module")
def corpus():
    return wf.read(texts=TEXTS, language="de")


@pytest.fixture(scope="module")
def mentions(corpus):
    with pytest.warns(UserWarning, match="also one of"):
        names = wf.Gazetteer(NAMES)
    return corpus.mentions(names, on_ambiguous="all", reference_date="2026-01-01")


def everything(mentions):
    """Return all that mentions say of themselves."""
    tables = [getattr(mentions, name) for name in TABLES]
    found = [(table() if callable(table) else table) for table in tables]
    return (
        [(table.rows(), table.provenance) for table in found],
        [mentions.explain(row) for row in range(len(mentions))],
        mentions.matrix().counts.toarray().tolist(),
        mentions.cooccurrence("document").pairs().rows(),
        repr(mentions),
        mentions.gazetteer.fingerprint,
    )


def count_in_another_process(mentions):
    return len(mentions), mentions.explain(0), mentions.corpus.text("0")


def test_mentions_are_equal_in_everything_when_they_come_back(mentions):
    again = pickle.loads(pickle.dumps(mentions))
    assert everything(again) == everything(mentions)
    assert again.edits == mentions.edits


def test_so_are_given_and_edited_ones(corpus, mentions):
    given = wf.Mentions.from_spans(corpus, mentions.table())
    edited = (mentions | given).rename({"NVIDIA": "Nvidia Corp."}).filter(kinds="organisation")
    for one in (given, edited):
        assert everything(pickle.loads(pickle.dumps(one))) == everything(one)
    assert pickle.loads(pickle.dumps(edited)).edits == edited.edits


def test_mentions_and_their_corpus_stay_together(corpus, mentions):
    texts, found = pickle.loads(pickle.dumps((corpus, mentions)))
    assert found.corpus is texts


def test_mentions_go_to_another_process(mentions):
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        told = pool.apply(count_in_another_process, (mentions,))
    assert told == count_in_another_process(mentions)


def test_what_never_changes_is_its_own_copy(corpus, mentions):
    held = [
        mentions,
        mentions.gazetteer,
        mentions.cooccurrence(),
        corpus.name_candidates(),
        corpus.concordance("nvidia"),
        mentions.table(),
    ]
    for one in held:
        assert copy.copy(one) is one
        assert copy.deepcopy([one])[0] is one


def test_tables_of_names_come_back(corpus, mentions):
    for one in (corpus.name_candidates(), corpus.concordance("nvidia"), mentions.gazetteer):
        again = pickle.loads(pickle.dumps(one))
        assert type(again) is type(one)
        assert repr(again) == repr(one)
        assert len(again) == len(one) > 0


def test_a_network_says_what_to_do_instead(mentions):
    with pytest.raises(TypeError, match="pickle the mentions or the corpus"):
        pickle.dumps(mentions.cooccurrence())


def test_mentions_of_a_closed_corpus_say_what_to_do():
    corpus = wf.read(texts=TEXTS, language="de")
    mentions = corpus.mentions()
    corpus.close()
    with pytest.raises(BadArgument, match="the corpus is closed; open its file again"):
        pickle.dumps(mentions)


def test_opened_mentions_still_say_why(corpus, mentions, tmp_path):
    mentions.save(tmp_path / "found")
    opened = wf.open(tmp_path / "found", corpus=corpus)
    rows = range(len(mentions))
    assert [opened.explain(row) for row in rows] == [mentions.explain(row) for row in rows]
    assert opened.candidates().rows() == mentions.candidates().rows()
    assert len(opened.candidates()) == 2
    told = opened.explain("alias:Bo Li")
    assert (told["case"], told["excludes"]) == ("fold", "schmidt")
    assert {opened.explain(row).get("form") for row in rows} >= {"plain", "genitive", "inflected"}
    assert opened.rename({"Bo Li": "Li, Bo"}).explain(0)["form"] == "plain"


def test_given_mentions_have_no_form(corpus, mentions):
    given = wf.Mentions.from_spans(corpus, mentions.table())
    assert "form" not in given.explain(0)
    assert "case" not in given.explain(0)
