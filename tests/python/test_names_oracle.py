"""The compiled gazetteer finds what trying every alias at every place finds."""

import pickle

import pytest
import wortfeld as wf
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle.names import all_places, leftmost_longest
from wortfeld import BadFile, BadInput

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")

WORDS = (
    "Arm", "arm", "ARM", "US", "USS", "Zeta", "zetas", "Labs", "H100", "3", "100",
    "O'Neill", "ONeill", "Dassault\u2019s", "Müller", "Mu\u0308ller", "Straße", "Strasse", "İzmir",
    "王智远", "智", "東京タワー", "서울", "กรุงเทพ", "ﬁnden", "Rechen\u00adzentrum", "C++", "a.b",
    "(x|y)*", "&",
)  # fmt: skip
JOINTS = (
    " ",
    "-",
    " - ",
    "\u00a0",
    "\u2011",
    " \u2013 ",
    "\u2014",
    "",
    "'",
    "/",
    ", ",
    "--",
    "\n",
    "\n\n",
)
texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(JOINTS)), max_size=14).map(
    lambda parts: "".join(word + joint for word, joint in parts)
)
aliases = st.builds(
    lambda first, rest: first + "".join(joint + word for joint, word in rest),
    st.sampled_from([word for word in WORDS if word != "&"]),
    st.lists(st.tuples(st.sampled_from(JOINTS[:12]), st.sampled_from(WORDS)), max_size=2),
)
lists = st.lists(st.tuples(aliases, st.sampled_from(["exact", "fold"])), max_size=6).map(
    lambda given: [
        {"entity": f"e{number}", "kind": "thing", "alias": alias, "case": case}
        for number, (alias, case) in enumerate(given)
    ]
)


def spans(text, gazetteer, **options):
    corpus = wf.read(texts=[text], language="en", detect_zones=False)
    table = corpus.mentions(gazetteer, quantities=False, dates=False, **options).table()
    return list(zip(table["start"].tolist(), table["end"].tolist(), strict=True))


@settings(max_examples=150, deadline=None)
@given(texts, lists)
def test_every_alias_is_found_where_trying_finds_it(text, rows):
    assert spans(text, rows) == leftmost_longest(all_places(text, rows))


@settings(max_examples=30, deadline=None)
@given(texts, lists)
def test_a_pickled_and_a_longer_and_again_shortened_list_find_the_same(text, rows):
    gazetteer = wf.Gazetteer(rows)
    again = pickle.loads(pickle.dumps(gazetteer))
    assert again.fingerprint == gazetteer.fingerprint
    assert spans(text, again) == spans(text, gazetteer)
    more = [*rows, {"entity": "new", "kind": "thing", "alias": "Neu", "case": "fold"}]
    longer = wf.Gazetteer(rows) | wf.Gazetteer(more[-1:])
    assert spans(text + " Neu", longer) == spans(text + " Neu", more)
    assert wf.Gazetteer(more[:-1]).fingerprint == gazetteer.fingerprint


def row(alias, entity="x"):
    return {"entity": entity, "kind": "thing", "alias": alias}


@pytest.mark.parametrize(
    ("alias", "text"),
    [
        ("a.*b", "hier a.*b dort"),
        ("(x|y)", "hier (x|y) dort"),
        ("Mu\u0308ller", "hier Müller dort"),
        ("Müller", "hier Mu\u0308ller dort"),
        ("Rechen\u00adzentrum", "hier Rechenzentrum dort"),
        ("New\u00a0York", "hier New York dort"),
        ("New\nYork", "hier New York dort"),
        ("İzmir", "hier İzmir dort"),
        ("Straße", "hier Straße dort"),
        ("<b>x</b>", "hier <b>x</b> dort"),
        ("X", "hier X dort"),
        ("42", "hier 42 dort"),
    ],
)
def test_an_odd_alias_is_meant_as_it_stands(alias, text):
    found = spans(text, [row(alias)])
    assert found == [(5, len(text) - 5)]


@pytest.mark.parametrize("alias", ["", "  ", "...", "\u2014", "?!", "\u00a0", "-"])
def test_an_alias_without_a_word_is_refused_with_its_row(alias):
    with pytest.raises(BadInput, match="row 2: ") as caught:
        wf.Gazetteer([row("a"), row(alias)])
    assert caught.value.line == 2


def test_an_alias_of_a_million_characters_is_refused():
    with pytest.raises(BadInput, match=r"row 1: .*1000000 characters"):
        wf.Gazetteer([row("a" * 1_000_000)])


def test_a_hundred_thousand_aliases_may_begin_alike():
    rows = {
        "entity": [f"e{i}" for i in range(100_000)],
        "kind": ["thing"] * 100_000,
        "alias": [f"Der lange Anfang Nummer{i}" for i in range(100_000)],
    }
    text = "der lange Anfang Nummer77777. " * 2000
    assert len(spans(text, wf.Gazetteer(rows))) == 2000


def test_many_aliases_may_all_match():
    count = 1000  # more are refused: a name of so many tells nothing
    rows = {
        "entity": [f"e{i}" for i in range(count)],
        "kind": ["thing"] * count,
        "alias": ["Alias"] * count,
    }
    gazetteer = wf.Gazetteer(rows)
    corpus = wf.read(texts=["Alias."], language="en")
    assert len(corpus.mentions(gazetteer, quantities=False, dates=False)) == 1


def test_a_saved_gazetteer_is_the_same(tmp_path):
    rows = [
        row("Nvidia", "NVIDIA") | {"id": "Q1", "note": "a"},
        row("Huang", "Jensen Huang")
        | {"needs": "Chip|Nvidia", "excludes": "Hof", "language": "en"},
        row("Huang", "Jensen Huang") | {"needs": "Chip", "language": "de"},
    ]
    gazetteer = wf.Gazetteer(rows)
    path = tmp_path / "names.gazetteer"
    gazetteer.save(path)
    opened = wf.Gazetteer.open(path)
    assert (opened.name, len(opened)) == (gazetteer.name, len(gazetteer))
    assert opened.fingerprint == gazetteer.fingerprint
    assert opened.table().rows() == gazetteer.table().rows()
    corpus = wf.read(
        texts=["Huang zeigt einen Chip von Nvidia.", "Huang am Hof, Chip."], language="en"
    )
    tables = [corpus.mentions(one).table() for one in (gazetteer, opened)]
    assert tables[0].rows() == tables[1].rows()
    kept = tables[1].provenance["parameters"]["gazetteer_fingerprint"]
    assert kept == gazetteer.fingerprint
    opened.save(tmp_path / "again.gazetteer")
    assert (tmp_path / "again.gazetteer").read_bytes() == path.read_bytes()


def test_every_cut_and_every_changed_byte_of_a_saved_gazetteer_is_noticed(tmp_path):
    path = tmp_path / "names.gazetteer"
    wf.Gazetteer([row("Nvidia", "NVIDIA"), row("Deutsche Bank")]).save(path)
    whole = path.read_bytes()
    bad = tmp_path / "bad.gazetteer"
    for size in range(0, len(whole), 97):
        bad.write_bytes(whole[:size])
        with pytest.raises(BadFile):
            wf.Gazetteer.open(bad)
    for at in range(0, len(whole), 61):
        bad.write_bytes(whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :])
        with pytest.raises(BadFile):
            wf.Gazetteer.open(bad).table()


def test_a_corpus_is_no_gazetteer(tmp_path):
    wf.read(texts=["x"], language="en").save(tmp_path / "c.wortfeld")
    with pytest.raises(BadFile, match=r"c\.wortfeld"):
        wf.Gazetteer.open(tmp_path / "c.wortfeld")


def test_threads_do_not_change_what_is_found():
    texts = [f"Nvidia-Chips und Deutsche Bank {i}." for i in range(300)]
    corpus = wf.read(texts=texts, language="de")
    found = []
    for threads in (1, 2, 7):
        with wf.options(threads=threads):
            names = corpus.mentions([row("Nvidia"), row("Deutsche Bank")], dates=False)
            found.append(names.table().rows())
    assert found[0] == found[1] == found[2]
