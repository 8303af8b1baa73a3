"""Risky aliases: what is told about a list, with counts and what to do."""

import pytest
import wortfeld as wf
from wortfeld.naming.check import PROBLEMS

TEXT = (
    "Meta baut Chips. Die meta Ebene ist meta. Google DeepMind gehört zu Google. "
    "Paris liegt an der Seine. Dassault Systemes und Dassault Systems verkaufen."
)


def row(entity, alias=None, kind="organisation", **others):
    return {"entity": entity, "kind": kind, "alias": alias or entity, **others}


ROWS = [
    row("Meta", case="exact"),
    row("Google"),
    row("Google DeepMind"),
    row("Paris (city)", "Paris", kind="place"),
    row("Paris (person)", "paris", kind="person"),
    row("Dassault Systemes"),
    row("Dassault (other)", "Dassault Systems"),
    row("X", "X"),
    row("OpenAI"),
]


@pytest.fixture
def corpus():
    return wf.read(texts=[TEXT], language="de")


@pytest.fixture
def found(corpus):
    with pytest.warns(UserWarning, match="row 8: alias 'X' of 'X' is a single character"):
        gazetteer = wf.Gazetteer(ROWS)
    return gazetteer.check(corpus)


def rows_of(found, problem):
    return [r for r in found.rows() if r["problem"] == problem]


def test_a_word_that_is_written_small_elsewhere_is_told(found):
    (one,) = rows_of(found, "common word")
    assert (one["alias"], one["count"], one["other"], one["other_count"]) == ("Meta", 1, "meta", 2)
    assert "start of a sentence" in one["advice"]


def test_an_alias_of_two_entities_is_told(found):
    (one,) = rows_of(found, "shared")
    assert {one["entity"], one["other"]} == {"Paris (city)", "Paris (person)"}


def test_names_one_letter_apart_are_told_with_the_other(found):
    (one,) = rows_of(found, "near duplicate")
    assert (one["alias"], one["other"], one["other_count"]) == (
        "Dassault Systems",
        "Dassault Systemes",
        1,
    )
    assert "'Dassault Systemes'" in one["advice"]


def test_names_within_names_are_told_with_their_counts(found):
    (one,) = rows_of(found, "contained")
    assert (one["alias"], one["count"], one["other"]) == ("Google", 1, "Google DeepMind")


def test_what_is_too_short_or_does_not_occur_is_told(found):
    assert [r["alias"] for r in rows_of(found, "too short")] == ["X"]
    absent = {r["alias"] for r in rows_of(found, "does not occur")}
    assert {"X", "OpenAI"} <= absent
    assert not absent & {"Meta", "Google", "Google DeepMind"}


def test_the_worst_comes_first(found):
    order = [PROBLEMS.index(problem) for problem in found["problem"]]
    assert order == sorted(order)


def test_forms_of_one_entity_are_no_problem(corpus):
    rows = [row("Google"), row("Google", "Google DeepMind"), row("Google", "Gogle")]
    found = wf.Gazetteer(rows).check(corpus)
    assert {r["problem"] for r in found.rows()} == {"does not occur"}


def test_an_empty_list_has_no_problem(corpus):
    with pytest.warns(UserWarning, match="no names"):
        empty = wf.Gazetteer([])
    assert len(empty.check(corpus)) == 0


def test_many_names_with_one_prefix_are_looked_through(corpus):
    rows = [row(f"Name{n}", f"Gemeinsamer Anfang {n:05}") for n in range(5000)]
    found = wf.Gazetteer(rows).check(corpus)
    assert {r["problem"] for r in found.rows()} == {"does not occur"}
    assert len(found) == 5000


def test_entities_that_share_a_name_are_counted_one_by_one():
    rows = [row("Müller", kind="person", id="1"), row("Müller", kind="person", id="2")]
    with pytest.warns(UserWarning, match="is also one of"):
        gazetteer = wf.Gazetteer(rows)
    corpus = wf.read(texts=["Müller kam. Müller ging."], language="de")
    told = {finding["problem"]: finding for finding in gazetteer.check(corpus).rows()}
    assert (told["shared"]["count"], told["shared"]["other_count"]) == (0, 2)
    assert told["does not occur"]["count"] == 0
