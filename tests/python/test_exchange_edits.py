"""Mentions that are merged, renamed, dropped, united, and the log that does it again."""

import json

import pytest
import wortfeld as wf
from wortfeld import BadArgument, BadFile, UnknownName

TEXTS = ["Google trifft Alphabet und Waymo.", "Waymo zahlt Google 5 Mio. Euro.", "Nichts."]
NAMES = [
    {"entity": name, "kind": "company", "alias": name} for name in ("Google", "Alphabet", "Waymo")
]


@pytest.fixture(scope="module")
def corpus():
    return wf.read(texts=TEXTS, language="de")


@pytest.fixture(scope="module")
def mentions(corpus):
    return corpus.mentions(NAMES)


def entities(mentions):
    return {row["entity"]: row["count"] for row in mentions.entities().rows()}


def spans(mentions):
    return [(row["document"], row["start"], row["surface"]) for row in mentions.table().rows()]


@pytest.mark.parametrize("edit", ["rename", "merge"])
def test_no_entity_gets_an_empty_name(mentions, edit):
    with pytest.raises(BadArgument, match="new name of 'Google' is empty"):
        getattr(mentions, edit)({"Google": " "})


def test_merged_entities_are_counted_as_one(mentions):
    merged = mentions.merge({"Google": "Alphabet", "Waymo": "Alphabet"})
    assert entities(merged) == {"Alphabet": 5}
    assert spans(merged) == spans(mentions)
    assert entities(mentions) == {"Google": 2, "Waymo": 2, "Alphabet": 1}
    assert merged.table().provenance["parameters"]["edits"][0][0] == "merge"
    assert len(merged.cooccurrence("document").pairs()) == 0


def test_changes_are_followed_to_their_end(mentions):
    merged = mentions.merge({"Waymo": "Google", "Google": "Alphabet"})
    assert entities(merged) == {"Alphabet": 5}
    assert entities(mentions.merge({"Google": "Google"})) == entities(mentions)


def test_a_name_that_nobody_had_takes_the_kind_of_the_old_one(mentions):
    merged = mentions.merge({"Google": "Konzern", "Alphabet": ("Konzern", "group")})
    kinds = {(row["entity"], row["kind"]) for row in merged.entities().rows()}
    assert kinds == {("Konzern", "company"), ("Konzern", "group"), ("Waymo", "company")}
    with pytest.raises(BadArgument, match=r"2 entities; write one of \('Konzern', 'company'\)"):
        merged.drop("Konzern")
    assert entities(merged.drop(("Konzern", "group"))) == {"Konzern": 2, "Waymo": 2}


def test_renaming_does_not_join(mentions):
    assert entities(mentions.rename({"Waymo": "Taxi"})) == {"Google": 2, "Taxi": 2, "Alphabet": 1}
    with pytest.raises(BadArgument, match="merge joins"):
        mentions.rename({"Google": "Alphabet"})


def test_a_new_name_is_one_entity_and_a_slip_of_the_pen_is_told(corpus):
    kinds = {"Google": "company", "Alphabet": "group", "Waymo": "company"}
    names = [{"entity": name, "kind": kind, "alias": name} for name, kind in kinds.items()]
    mentions = corpus.mentions(names)
    with pytest.raises(BadArgument, match=r"2 entities, of the kinds company, group; say which"):
        mentions.merge({"Google": "Konzern", "Alphabet": "Konzern"})
    merged = mentions.merge({"Google": ("Konzern", "group"), "Alphabet": ("Konzern", "group")})
    assert entities(merged) == {"Konzern": 3, "Waymo": 2}
    with pytest.raises(BadArgument, match=r"'Alphabet' of the kind 'group' already; merge"):
        mentions.rename({"Google": "Alphabet"})
    assert len(mentions.rename({"Google": ("Alphabet", "company")}).entities()) == 3
    told = mentions.merge({"Google": "Waymoo"}).warnings.rows()
    assert "'Waymoo' is a new entity; did you mean 'Waymo'?" in told[-1]["message"]


def test_dropped_mentions_are_counted(mentions):
    dropped = mentions.drop(["Google", "Waymo"])
    assert entities(dropped) == {"Alphabet": 1}
    assert dropped.table().provenance["excluded"]["dropped"] == 4
    assert dropped.filter(kinds="money").table()["unit"].tolist() == ["EUR"]


def test_mistakes_are_told(mentions):
    with pytest.raises(UnknownName, match="did you mean 'Google'"):
        mentions.merge({"Gogle": "Alphabet"})
    with pytest.raises(BadArgument, match="lead back"):
        mentions.merge({"Google": "Waymo", "Waymo": "Google"})
    with pytest.raises(TypeError, match="mapping"):
        mentions.merge([("Google", "Alphabet")])
    with pytest.raises(TypeError, match="list of names"):
        mentions.drop(3)
    with pytest.raises(TypeError):
        mentions | "Google"


def test_united_mentions_are_those_of_both(corpus, mentions):
    rows = [
        {"document": "0", "start": 0, "end": 6, "surface": "Google", "kind": "company"},
        {"document": "0", "start": 14, "end": 32, "surface": "Alphabet und Waymo", "kind": "group"},
        {"document": "2", "start": 0, "end": 6, "surface": "Nichts", "kind": "thing"},
    ]
    united = mentions | wf.Mentions.from_spans(corpus, rows)
    assert spans(united)[:2] == [("0", 0, "Google"), ("0", 14, "Alphabet und Waymo")]
    assert spans(united)[-1] == ("2", 0, "Nichts")
    assert united.table().provenance["excluded"] == {"in_both": 1, "overlap": 2}
    assert entities(mentions | mentions) == entities(mentions)
    quantities = corpus.mentions()
    names = corpus.mentions(NAMES, quantities=False, dates=False)
    assert spans(names | quantities) == spans(quantities | names) == spans(mentions)


def test_mentions_of_other_corpora_are_not_united(mentions):
    other = wf.read(texts=["Google"], language="de").mentions(NAMES)
    with pytest.raises(BadArgument, match="different corpora"):
        mentions | other


def test_the_log_does_it_again(tmp_path, corpus, mentions):
    rows = [{"document": "2", "start": 0, "end": 6, "kind": "thing"}]
    more = wf.Mentions.from_spans(corpus, rows)
    edited = (mentions.merge({"Google": "Alphabet"}) | more).rename({"Waymo": "Taxi"})
    edited = edited.drop("Nichts")
    edited.save_edits(tmp_path / "edits.json")
    again = mentions.replay(tmp_path / "edits.json", others=[more])
    assert again.table().rows() == edited.table().rows()
    assert again.edits == edited.edits
    assert [operation for operation, _ in again.edits] == ["merge", "unite", "rename", "drop"]
    with pytest.raises(BadArgument, match="not among others="):
        mentions.replay(edited.edits)


def test_what_is_not_mentioned_any_more_is_told(mentions):
    edits = mentions.merge({"Google": "Alphabet"}).edits
    few = mentions.drop("Google").replay(edits)
    assert few.warnings["message"].tolist() == ["merge: 'Google' is not mentioned"]


@pytest.mark.parametrize(
    "content",
    [
        "no json",
        "[]",
        '{"format": "wortfeld edits 2", "edits": []}',
        '{"format": "wortfeld edits 1"}',
        '{"format": "wortfeld edits 1", "edits": [["burn", []]]}',
        '{"format": "wortfeld edits 1", "edits": [["merge", [["Google", "Alphabet"]]]]}',
        '{"format": "wortfeld edits 1", "edits": [["drop", [[["a", null], ["b", null]]]]]}',
        '{"format": "wortfeld edits 1", "edits": [["unite", {}]]}',
    ],
)
def test_files_that_are_no_logs_are_refused(tmp_path, mentions, content):
    path = tmp_path / "edits.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadFile, match="edits"):
        mentions.replay(path)


def test_the_log_is_json_with_an_edit_a_line(tmp_path, mentions):
    path = tmp_path / "edits.json"
    mentions.drop("Google").merge({"Waymo": "Alphabet"}).save_edits(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[1].rstrip(",")) == ["drop", [[["Google", None], None]]]
    assert len(lines) == 4
