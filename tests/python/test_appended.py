"""An appended corpus equals, byte for byte once saved, the one that reads everything at once."""

import datetime
import json

import pytest
import wortfeld as wf

NAN = float("nan")


def saved(corpus, folder):
    corpus.save(folder / "x")
    return (folder / "x").read_bytes()


def one_by_one(parts):
    corpus = wf.read(**parts[0])
    for part in parts[1:]:
        corpus = corpus.append(**part)
    return corpus


def same(appended, at_once, folder):
    assert appended.warnings.rows() == at_once.warnings.rows()
    assert repr(appended.documents().rows()) == repr(at_once.documents().rows())
    # Stems need to know the language of every document.
    stems = ["stem"] if at_once.languages == ["de"] else []
    for layer in ("folded", str.upper, *stems):
        assert appended.terms(layer=layer).rows() == at_once.terms(layer=layer).rows()
    assert saved(appended, folder) == saved(at_once, folder)


@pytest.mark.parametrize("language", [None, "de", "xx"])
@pytest.mark.parametrize(
    "values",
    [
        [1, None, None, 4],
        [None, None, None, datetime.date(2026, 3, 1)],
        [None, True, None, None],
        [None, None, None, None],
        [1, 2.5, None, -(2**62)],
        [None, 1, NAN, 2],
        [None, NAN, None, None],
        ["a", NAN, None, "b"],
        [NAN, None, None, datetime.datetime(2026, 3, 1, 12, 30)],
    ],
    ids=repr,
)
def test_a_column_has_the_type_that_all_its_values_have(values, language, tmp_path):
    texts = ["Der Chip.", "", "Die Straße 2.", ""]

    def part(begin, end):
        ids = [str(n) for n in range(begin, end)]
        columns = {"n": values[begin:end], "all": ids}
        return {"texts": texts[begin:end], "ids": ids, "metadata": columns, "language": language}

    at_once = wf.read(**part(0, 4))
    same(one_by_one([part(n, n + 1) for n in range(4)]), at_once, tmp_path)
    same(one_by_one([part(0, 2), part(2, 4)]), at_once, tmp_path)


def test_a_part_without_a_column_is_null_there(tmp_path):
    rows = [
        {"text": "Eins.", "id": "a", "n": 1},
        {"text": "Zwei.", "id": "b", "source": "36kr", "n": 2},
        {"text": "Drei.", "id": "c"},
        {"text": "Vier.", "id": "d", "author": "E", "source": "x"},
    ]
    for cut in range(len(rows) + 1):
        parts = []
        for name, part in (("one", rows[:cut]), ("two", rows[cut:]), ("all", rows)):
            path = tmp_path / f"{name}.jsonl"
            path.write_text("".join(json.dumps(row) + "\n" for row in part))
            parts.append({"source": part, "id": "id", "language": "de"})
        same(one_by_one(parts[:2]), wf.read(**parts[2]), tmp_path)


def test_nothing_appended_or_appended_to_nothing_changes_nothing(tmp_path):
    part = {"texts": ["Der Chip."], "ids": ["a"], "metadata": {"n": [1]}, "language": "de"}
    corpus, nothing = wf.read(**part), wf.read(texts=[], language="de")
    same(corpus.append(texts=[], language="de"), corpus, tmp_path)
    same(nothing.append(**part), corpus, tmp_path)
    same(nothing.append(texts=[]), nothing, tmp_path)


def test_warnings_of_all_stand_once_behind_those_of_sources(tmp_path):
    (tmp_path / "texts").mkdir()
    parts = []
    for name, content in (("a", b""), ("b", b"Ja \xff."), ("c", b"")):
        path = tmp_path / "texts" / f"{name}.txt"
        path.write_bytes(content)
        parts.append({"paths": [path], "errors": "replace"})
    at_once = wf.read(paths=[path for part in parts for path in part["paths"]], errors="replace")
    assert [row["kind"] for row in at_once.warnings.rows()][-1] == "language"
    same(one_by_one(parts), at_once, tmp_path)


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ([1], ["x"], r"'n' has whole numbers in the corpus and texts in what is appended"),
        ([True], [1], r"'n' has booleans in the corpus and whole numbers in what is"),
        ([2.5], [datetime.date(2026, 3, 1)], r"'n' has floats in the corpus and days in what is"),
        ([datetime.datetime(2026, 3, 1, 12)], ["x"], r"'n' has times in the corpus and texts in"),
    ],
)
def test_values_of_two_types_are_refused_by_name(first, second, message):
    corpus = wf.read(texts=["a"], ids=["a"], metadata={"n": first}, language="de")
    with pytest.raises(wf.BadArgument, match=message):
        corpus.append(texts=["b"], ids=["b"], metadata={"n": second}, language="de")
    assert corpus.documents()["n"].tolist() == first


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"detect_zones": False}, "detect_zones=True, what is appended with False"),
        ({"keep": ["hashtag"]}, "keep=None, what is appended with hashtag"),
        ({"profile": True}, "profile=None, what is appended with [0-9a-f]{16}"),
    ],
)
def test_other_rules_are_refused_by_name(options, message):
    corpus = wf.read(texts=["Eins.", "Zwei."], language="de")
    if "profile" in options:
        options = {"profile": wf.profile(corpus)}
    with pytest.raises(wf.BadArgument, match=message):
        corpus.append(texts=["b"], ids=["b"], language="de", **options)


def test_what_is_there_already_can_be_left_out(tmp_path):
    rows = {
        "a": {"text": "Eins.", "n": 1},
        "b": {"text": "", "n": 2},
        "c": {"text": "Drei.", "n": 3},
    }

    def part(*names):
        return {"source": {name: rows[name] for name in names}, "language": "de"}

    corpus = wf.read(**part("a", "b"))
    grown = corpus.append(**part("b", "c", "a"), on_error="skip")
    assert grown.warnings.rows()[:1] == corpus.warnings.rows()
    assert [(row["source"], row["kind"]) for row in grown.warnings.rows()] == [
        ("b", "empty"),
        ("b", "skipped"),
        ("a", "skipped"),
    ]
    assert "'a' was in the corpus already" in grown.warnings.rows()[2]["message"]
    at_once = wf.read(**part("a", "b", "c"))
    assert grown.fingerprint == at_once.fingerprint
    assert grown.documents().rows() == at_once.documents().rows()
    assert grown.terms().rows() == at_once.terms().rows()
    again = corpus.append(**part("b", "a"), on_error="skip")
    assert again.documents().rows() == corpus.documents().rows()
    with pytest.raises(wf.BadInput, match=r"'b' is in the corpus already; .* on_error='skip'"):
        corpus.append(**part("c", "b"))


def test_a_warning_about_a_document_that_was_skipped_before_stays(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff")
    corpus = wf.read({"a.txt": "Eins."}, language="de")
    (row,) = corpus.append(path, language="de", on_error="skip").warnings.rows()
    assert (row["kind"], row["place"]) == ("skipped", "byte 0")
