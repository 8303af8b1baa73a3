"""What a profile knows of words decides how the case of a name counts."""

import json

import pytest
import wortfeld as wf

SMALL = ["The target was clear. A target moved. We hit our target. Target practice ended."]
ROWS = [{"entity": "Tarjo", "kind": "organisation", "alias": "Tarjo"}]


def profile(*texts, language="en", **options):
    return wf.profile(wf.read(texts=list(texts), language=language), **options)


def learnt():
    return profile("The tarjo sat. A tarjo ran. We saw the tarjo. Tarjo is a word.")


def found(text, rows=ROWS, **options):
    return wf.read(texts=[text], language="en").mentions(rows, **options)


def test_a_profile_counts_how_words_are_written():
    texts = ["The target moved. Target it. The Target store opened.", "A target, my target."]
    words = profile(*texts, min_small=2).words()
    assert words.rows() == [{"word": "target", "small": 3, "start": 1, "inside": 1}]
    assert words.provenance["parameters"]["min_small"] == 2
    assert len(profile(*texts, min_small=4).words()) == 0


def test_a_name_that_is_often_written_small_elsewhere_counts_with_its_capital_only():
    text = "We like the tarjo of Tarjo."
    assert found(text).table()["surface"].tolist() == ["tarjo", "Tarjo"]
    sharpened = found(text, profile=learnt())
    assert sharpened.table()["surface"].tolist() == ["Tarjo"]
    assert sharpened.table().provenance["parameters"]["word_profile"] == learnt().word_fingerprint
    explained = sharpened.explain(0)
    assert explained["case"] == "exact"
    assert explained["profile"] == "3 small, 0 with a capital within sentences, 1 at their start"
    assert "profile" not in found(text).explain(0)


def test_at_the_start_of_a_sentence_such_a_name_needs_another_place_in_the_document():
    alone = found("Tarjo is here. It sleeps.", profile=learnt())
    assert len(alone) == 0
    assert alone.table().provenance["excluded"] == {"sentence_start": 1}
    both = found("Tarjo is here. We met Tarjo.", profile=learnt())
    assert both.table()["start"].tolist() == [0, 22]


def test_a_stated_case_overrules_the_profile():
    for case in ("fold", "exact"):
        rows = [{**ROWS[0], "case": case}]
        names = found("Tarjo is here.", rows, profile=learnt()).table()["surface"].tolist()
        assert names == ["Tarjo"]
    rows = [{**ROWS[0], "case": "fold"}]
    assert len(found("We like the tarjo.", rows, profile=learnt())) == 1


def test_a_name_that_is_seldom_written_small_stays_as_it_was():
    texts = "We met Tarjo. " * 40 + "A tarjo. A tarjo. The tarjo."
    assert len(found("We like tarjo.", profile=profile(texts))) == 1


def test_a_profile_keeps_its_words_in_its_file(tmp_path):
    path = tmp_path / "profile.json"
    learnt().save(path)
    opened = wf.Profile.load(path)
    assert opened == learnt()
    assert opened.words().rows() == learnt().words().rows()
    assert opened != profile(*SMALL)
    earlier = json.loads(path.read_text(encoding="utf-8"))
    del earlier["words"]
    path.write_text(json.dumps(earlier), encoding="utf-8")
    assert len(wf.Profile.load(path).words()) == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({}, "its words are no list"),
        ([1], "words, entry 1: it has no text called 'word'"),
        ([{"word": "a", "small": -1, "start": 0, "inside": 0}], "words, entry 1: small is -1"),
        ([{"word": "A", "small": 1, "start": 0, "inside": 0}], "the word 'A' is empty"),
        ([{"word": "a", "small": 1, "start": 0, "inside": 0}] * 2, "is there twice"),
    ],
)
def test_words_that_cannot_be_are_refused(tmp_path, words, message):
    path = tmp_path / "profile.json"
    learnt().save(path)
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**content, "words": words}), encoding="utf-8")
    with pytest.raises(wf.BadFile, match=message):
        wf.Profile.load(path)


def test_what_is_no_profile_is_refused():
    with pytest.raises(TypeError, match="profile= takes a Profile, not str"):
        found("Tarjo", profile="profile.json")


def test_words_are_the_same_for_any_number_of_threads():
    texts = [f"The tarjo {n}. We met Tarjo. Tarjo ran." for n in range(300)]
    corpus = wf.read(texts=texts, language="en")
    with wf.options(threads=1):
        one = wf.profile(corpus).words().rows()
    with wf.options(threads=7):
        assert wf.profile(corpus).words().rows() == one
