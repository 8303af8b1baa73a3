"""What `keep=` keeps whole, and what it must not change."""

import typing

import pytest
import wortfeld as wf
from project import ROOT
from wortfeld import _core
from wortfeld.typing import KeptForm

SEEDS = ROOT / "seeds"
FORMS = list(typing.get_args(KeptForm))
TEXT = "Am 14:05 kam z. B. der KI-Boom von NVIDIA-Chips. Siehe https://x.de/a-b, #KI."


def surfaces(corpus: wf.Corpus) -> list[str]:
    return corpus.tokens("0")["surface"].tolist()


def test_the_type_names_the_forms_of_the_core():
    assert _core.kept_form_names == FORMS


def test_nothing_is_kept_unless_asked():
    corpus = wf.read(texts=[TEXT], language="de")
    assert corpus.kept_forms == []
    assert {"14", ":", "KI", "-"} <= set(surfaces(corpus))
    assert "keep" not in corpus.terms().provenance["parameters"]


def test_kept_forms_are_tokens_terms_and_hits():
    corpus = wf.read(texts=[TEXT], language="de", keep=FORMS)
    kept = {"14:05", "z. B.", "KI-Boom", "NVIDIA-Chips", "https://x.de/a-b", "#KI"}
    assert kept <= set(surfaces(corpus))
    assert {"ki-boom", "z. b.", "#ki"} <= set(corpus.terms()["term"])
    assert corpus.text("0") == TEXT
    for row in corpus.tokens("0").rows():
        assert TEXT[row["start"] : row["end"]] == row["surface"]


def test_one_name_is_enough_and_provenance_tells_it():
    corpus = wf.read(texts=[TEXT], language="de", keep="hyphen")
    assert corpus.kept_forms == ["hyphen"]
    assert list(corpus.terms().provenance["parameters"]["keep"]) == ["hyphen"]
    assert "KI-Boom" in surfaces(corpus)
    assert "14:05" not in surfaces(corpus)


@pytest.mark.parametrize("keep", [FORMS, *FORMS])
def test_mentions_and_sentences_do_not_depend_on_it(keep):
    plain = wf.read(SEEDS, language="de")
    kept = wf.read(SEEDS, language="de", keep=keep)
    gazetteer = SEEDS / "gazetteer.csv"
    assert [*kept.mentions(gazetteer).table().rows()] == [*plain.mentions(gazetteer).table().rows()]
    spans = [
        [*zip(c.sentences()["start"], c.sentences()["end"], strict=True)] for c in (plain, kept)
    ]
    assert spans[0] == spans[1]
    assert kept.word_count <= plain.word_count


def test_a_file_remembers_it_and_other_rules_are_not_appended(tmp_path):
    corpus = wf.read(texts=[TEXT], language="de", keep=["hyphen", "url"])
    corpus.save(tmp_path / "kept.wortfeld")
    with wf.open(tmp_path / "kept.wortfeld") as opened:
        assert opened.kept_forms == ["url", "hyphen"]
        assert surfaces(opened) == surfaces(corpus)
    more = {"texts": ["Ein KI-Boom."], "ids": ["more"], "language": "de"}
    assert len(corpus.append(**more, keep=["url", "hyphen"])) == 2
    with pytest.raises(wf.BadArgument, match="keep="):
        corpus.append(**more)


def test_an_unknown_form_is_refused_with_a_near_one():
    with pytest.raises(wf.BadArgument, match="did you mean 'hyphen'"):
        wf.read(texts=[TEXT], keep=["url", "hypen"])
    with pytest.raises(TypeError, match="keep must be"):
        wf.read(texts=[TEXT], keep=3)
