"""Lists as people send them: contradictory, invisible, endless, of spreadsheets; told by row."""

import unicodedata
import warnings

import numpy as np
import pandas as pd
import pytest
import wortfeld as wf
from wortfeld import BadArgument, BadInput


def row(entity, alias=None, kind="organisation", **others):
    return {"entity": entity, "kind": kind, "alias": entity if alias is None else alias, **others}


def found(text, rows, language="de", **options):
    corpus = wf.read(texts=[text], language=language)
    table = corpus.mentions(rows, quantities=False, dates=False, **options).table()
    for each in table.rows():
        assert corpus.text("0")[each["start"] : each["end"]] == each["surface"]
    return list(zip(table["surface"], table["entity"], strict=True))


def surfaces(text, rows, language="de", **options):
    return [surface for surface, _ in found(text, rows, language, **options)]


# --- two rows of one alias ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ({"case": "exact"}, {"case": "fold"}, "case is 'fold', but 'exact' in row 1"),
        ({"case": "fold"}, {}, "case is '', but 'fold' in row 1"),
        ({"needs": "full_form"}, {}, "needs is '', but 'full_form' in row 1"),
        ({"needs": "Chip"}, {"needs": "Ring"}, "needs is 'Ring', but 'Chip' in row 1"),
        ({"excludes": "Chip"}, {}, "excludes is '', but 'Chip' in row 1"),
        ({"role": "derived"}, {}, "role is '', but 'derived' in row 1"),
        ({"case": "exact"}, {"case": "fold", "language": "de"}, "case is 'fold', but 'exact'"),
        ({"case": "exact", "language": "de"}, {"case": "fold"}, "case is 'fold', but 'exact'"),
    ],
)
def test_rows_that_contradict_each_other_are_refused(first, second, wanted):
    rows = [row("Meta", **first), row("X"), row("Meta", **second)]
    with pytest.raises(BadInput, match="row 3: two rows say different things") as caught:
        wf.Gazetteer(rows)
    assert wanted in str(caught.value)
    assert "language of its own" in str(caught.value)
    assert caught.value.line == 3


def test_an_alias_may_have_a_policy_for_each_language():
    rows = [
        row("Meta", case="exact", language="de"),
        row("Meta", case="fold", language="en"),
    ]
    gazetteer = wf.Gazetteer(rows)
    assert surfaces("Meta, meta", gazetteer) == ["Meta"]
    assert surfaces("Meta, meta", gazetteer, "en") == ["Meta", "meta"]
    assert surfaces("Meta", gazetteer, None) == ["Meta"]


def test_an_alias_for_all_languages_needs_no_other():
    with pytest.warns(UserWarning, match="row 2: .*stands twice, first in row 1"):
        wf.Gazetteer([row("Zeta"), row("Zeta", language="de")])
    both = wf.Gazetteer([row("Zeta", language="de"), row("Zeta")])
    assert surfaces("Zeta", both, "en") == ["Zeta"]
    assert surfaces("Zeta", both) == ["Zeta"]


def test_of_two_gazetteers_the_first_decides():
    first = wf.Gazetteer([row("Meta", case="exact", language="de")])
    of_english = row("Meta", case="fold", language="en")
    second = wf.Gazetteer([of_english, row("Meta", case="fold", language="de")])
    both = first | second
    assert both.table()["language"].tolist() == ["de", "en"]
    assert surfaces("Meta, meta", both) == ["Meta"]
    assert surfaces("Meta, meta", both, "en") == ["Meta", "meta"]


def test_a_full_form_stands_alone_in_needs():
    with pytest.raises(BadInput, match="row 1: 'full_form' stands alone"):
        wf.Gazetteer([row("Meta", needs="full_form|Chip")])
    with pytest.raises(BadInput, match="row 1: 'full_form' stands alone"):
        wf.Gazetteer([row("Meta", excludes="full_form")])


# --- columns --------------------------------------------------------------------------------------


@pytest.mark.parametrize("wrong", ["exclude", "Case", "lang", "notes", "ids", "need"])
def test_a_column_that_looks_misspelt_is_refused(tmp_path, wrong):
    path = tmp_path / "g.csv"
    path.write_text(f"entity,kind,alias,{wrong}\na,b,c,d\n", encoding="utf-8")
    for source in (path, [row("a", **{wrong: "d"})], pd.DataFrame([row("a", **{wrong: "d"})])):
        with pytest.raises(BadInput, match=f"column '{wrong}' is not known; did you mean"):
            wf.Gazetteer(source)


def test_other_columns_are_for_people():
    assert len(wf.Gazetteer([row("Zeta", ticker="A", aktie=3, **{"0": None})])) == 1


@pytest.mark.parametrize(
    "source", [{"Entity": ["a"], "kind": ["b"], "alias": ["c"]}, [{"Entity": "a", "kind": "b"}]]
)
def test_a_missing_column_names_the_one_that_was_meant(source):
    with pytest.raises(BadInput, match=r"column 'entity' is missing.*did you mean 'Entity'"):
        wf.Gazetteer(pd.DataFrame(source))


# --- what an alias can be -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "alias", ["", " ", "\u200b", "\x00", "\ufeff", "\xad", "\u200b\u200d", "\n", "\u2028", "\x7f\t"]
)
def test_an_alias_that_nobody_sees_is_refused_as_empty(alias):
    with pytest.raises(BadInput, match="row 2: the alias of 'X' is empty"):
        wf.Gazetteer([row("a"), row("X", alias)])


@pytest.mark.parametrize("alias", ["...", "-", "(", "–", "* *", '"'])
def test_an_alias_of_punctuation_is_refused(alias):
    with pytest.raises(BadInput, match=r"row 1: the alias .* has no word in it"):
        wf.Gazetteer([row("X", alias)])


@pytest.mark.parametrize(
    ("alias", "remark"),
    [("a", "single character"), ("7", "single character"), ("12.5", "is a number")],
)
def test_a_letter_or_a_number_is_taken_with_a_remark(alias, remark):
    with pytest.warns(UserWarning, match=f"row 1: alias '{alias}' of 'X' .*{remark}"):
        gazetteer = wf.Gazetteer([row("X", alias)])
    assert surfaces(f"Ein {alias} da, aber {alias}b und b{alias} nicht.", gazetteer) == [alias]
    checked = gazetteer.check(wf.read(texts=["Ein a, 7 und 12.5."], language="de"))
    assert "too short" in checked["problem"].tolist() or alias == "12.5"


@pytest.mark.parametrize("mark", ["\ufeff", "\u200b", "\x00", "\u200e", "\xad", "\u2060", "\x1f"])
def test_what_nobody_sees_at_the_ends_is_taken_off(mark):
    gazetteer = wf.Gazetteer([row(f"{mark}Zeta", f"{mark}Zeta Labs {mark}")])
    assert gazetteer.table()["alias"].tolist() == ["Zeta Labs"]
    assert gazetteer.table()["entity"].tolist() == ["Zeta"]
    assert surfaces("Die Zeta Labs.", gazetteer) == ["Zeta Labs"]


@pytest.mark.parametrize(
    "alias",
    ["C++", "a.c", "[x]", "(?:a)", "N*", "a{1,9}", "x|y", "\\d+", "^A$", "<b>x</b>", "AT&T", "a'b"],
)
def test_signs_of_other_languages_are_letters_like_any(alias):
    text = f"Hier steht {alias} und sonst nichts."
    assert surfaces(text, [row("X", alias, case="exact")]) == [alias]
    assert surfaces("Hier steht abc, aaa, N, C, 7 und AT.", [row("X", alias)]) == []


@pytest.mark.parametrize(
    "alias", ["Müller AG", "Café Größe", "İstanbul", "Straße 7", "Soft\xadware"]
)
def test_composed_and_decomposed_names_are_one(alias):
    for given in (alias, unicodedata.normalize("NFD", alias)):
        for written in (alias, unicodedata.normalize("NFD", alias)):
            assert surfaces(f"Bei {written} ist Ruhe.", [row("X", given)]) == [written]


@pytest.mark.parametrize("space", ["\n", "\xa0", "\t", "  ", "\r\n", "\u2009"])
def test_any_space_in_an_alias_is_one(space):
    assert surfaces("Die Zeta Labs da.", [row("X", f"Zeta{space}Labs")]) == ["Zeta Labs"]


# --- size -----------------------------------------------------------------------------------------


def test_a_hundred_thousand_aliases_with_one_beginning():
    count = 100_000
    aliases = [f"Sehr langer gemeinsamer Anfang w{number}x" for number in range(count)]
    names = pd.DataFrame({"entity": aliases, "kind": "x", "alias": aliases})
    text = " und ".join(aliases[::1000])
    assert surfaces(text, names) == aliases[::1000]


def test_many_aliases_that_all_occur():
    aliases = [f"w{number}x" for number in range(50_000)]
    names = pd.DataFrame({"entity": aliases, "kind": "x", "alias": aliases})
    assert surfaces(" ".join(aliases), names) == aliases


def test_a_name_that_too_many_share_is_refused():
    shared = pd.DataFrame({"entity": np.arange(1001).astype(str), "kind": "x", "alias": "Berlin"})
    with pytest.raises(BadInput, match="row 1001: more than 1000 entities share the alias") as told:
        wf.Gazetteer(shared)
    assert told.value.line == 1001
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        gazetteer = wf.Gazetteer(shared.head(1000))
    assert len(found("Berlin", gazetteer, on_ambiguous="all")) == 1000
    spellings = pd.DataFrame({"entity": "B", "kind": "x", "alias": ["Berlin"] * 1001})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert len(found("Berlin", wf.Gazetteer(spellings))) == 1


@pytest.mark.parametrize("resolve", ["leftmost_longest", "longest", "priority"])
def test_names_within_names_within_names(resolve):
    rows = [row(f"E{size}", "ab" + " ab" * size) for size in range(200)]
    chosen = found("ab " * 1000, rows, resolve=resolve)
    assert sum(surface.count("ab") for surface, _ in chosen) == 1000


# --- files of spreadsheets ------------------------------------------------------------------------

GERMAN = "entity;kind;alias\r\nMüller & Söhne;organisation;Müller & Söhne\r\n"


def test_a_list_of_a_german_excel_is_read_when_its_encoding_is_named(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_bytes(GERMAN.encode("cp1252"))
    with pytest.raises(BadInput, match=r'liste\.csv: not UTF-8 at byte offset 20.*"cp1252"'):
        wf.Gazetteer(path)
    for encoding in ("cp1252", "latin-1", "auto"):
        gazetteer = wf.Gazetteer(path, encoding=encoding)
        assert gazetteer.table()["alias"].tolist() == ["Müller & Söhne"]
    path.write_bytes(GERMAN.replace(";", "\t").encode("utf-16"))
    assert len(wf.Gazetteer(path, encoding="utf-16")) == 1
    with pytest.raises(BadArgument, match="unknown encoding 'cp1522'; did you mean"):
        wf.Gazetteer(path, encoding="cp1522")


def test_rows_and_columns_that_were_never_filled_are_none(tmp_path):
    path = tmp_path / "liste.csv"
    content = "\ufeffentity;kind;alias;;\r\nZeta;firma;Zeta;;\r\n;;;;\r\n \r\n"
    path.write_text(content, encoding="utf-8")
    assert wf.Gazetteer(path).table()["alias"].tolist() == ["Zeta"]
    path.write_text(content + "Eta;firma;Eta;mehr;\r\n", encoding="utf-8")
    with pytest.raises(BadInput, match="row 5: the row has 5 fields, not 3"):
        wf.Gazetteer(path)


# --- versions -------------------------------------------------------------------------------------


def test_two_versions_of_a_list_are_told_apart_in_every_result():
    corpus = wf.read(texts=["Zeta"], language="de")
    prints = [
        corpus.mentions(rows).table().provenance["parameters"]["gazetteer_fingerprint"]
        for rows in ([row("Zeta")], [row("Zeta")], [row("Zeta", case="exact")])
    ]
    assert prints[0] == prints[1] != prints[2]
