"""Gazetteers: files and rows, what is refused with its row, and when a name counts."""

import json
import warnings

import pytest
import wortfeld as wf
from wortfeld import BadInput

HEADER = "entity,kind,alias\n"


def row(entity, alias=None, kind="organisation", **others):
    return {"entity": entity, "kind": kind, "alias": alias or entity, **others}


def found(text, rows, **options):
    """The names found in a text: surface and entity."""
    corpus = wf.read(texts=[text], language=options.pop("language", "de"))
    table = corpus.mentions(rows, quantities=False, dates=False).table()
    return list(zip(table["surface"], table["entity"], strict=True))


def surfaces(text, rows, **options):
    return [surface for surface, _ in found(text, rows, **options)]


# --- sources --------------------------------------------------------------------------------------


def test_csv_jsonl_and_rows_say_the_same(tmp_path):
    rows = [
        row("NVIDIA", "Nvidia", id="Q1"),
        row("Café, Bar & Co", note="a\nb"),
        row("王", "王智远"),
    ]
    names = ("entity", "kind", "alias", "id", "note")
    as_csv = tmp_path / "g.csv"
    quoted = [[f'"{entry.get(name, "")}"' for name in names] for entry in rows]
    lines = [",".join(names), *(",".join(fields) for fields in quoted)]
    as_csv.write_bytes("\ufeff".encode() + "\r\n".join(lines).encode())
    as_jsonl = tmp_path / "g.jsonl"
    as_jsonl.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    text = "Nvidia und Café, Bar & Co mit 王智远 dort."
    expected = [("Nvidia", "NVIDIA"), ("Café, Bar & Co", "Café, Bar & Co"), ("王智远", "王")]
    for source in (rows, as_csv, str(as_csv), as_jsonl, wf.Gazetteer(rows)):
        assert found(text, source) == expected


def test_a_missing_file_is_named():
    corpus = wf.read(texts=["x"], language="de")
    with pytest.raises(FileNotFoundError, match=r"nothing\.csv"):
        corpus.mentions("nothing.csv")


def test_a_missing_file_offers_near_names_and_a_folder_is_none(tmp_path):
    (tmp_path / "names.csv").write_text(HEADER + "a,b,c\n", encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=r"did you mean '.*names\.csv'\?; one is shipped"):
        wf.Gazetteer(tmp_path / "names.cvs")
    with pytest.raises(FileNotFoundError, match="one is shipped, 'starter'"):
        wf.Gazetteer("starters")
    with pytest.raises(IsADirectoryError, match="is a folder; a gazetteer is one file"):
        wf.Gazetteer(tmp_path)


@pytest.mark.parametrize("missing", ["entity", "kind", "alias"])
def test_a_missing_column_is_named(tmp_path, missing):
    path = tmp_path / "g.csv"
    path.write_text(HEADER.replace(missing, "x") + "a,b,c\n", encoding="utf-8")
    with pytest.raises(BadInput, match=rf"g\.csv: column '{missing}' is missing") as caught:
        wf.Gazetteer(path)
    assert (caught.value.source, caught.value.line) == (str(path), 1)
    with pytest.raises(BadInput, match=f"row 2: column '{missing}'"):
        wf.Gazetteer([row("a"), {k: v for k, v in row("b").items() if k != missing}])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("NVIDIA,organisation,", "alias of 'NVIDIA' is empty"),
        ('NVIDIA,organisation,"  "', "alias of 'NVIDIA' is empty"),
        (",organisation,NVIDIA", "entity is empty"),
        ("NVIDIA,,NVIDIA", "kind of 'NVIDIA' is empty"),
        ("NVIDIA,money,NVIDIA", "kind 'money' is kept"),
        ("NVIDIA,organisation,---", "no word"),
        (f"NVIDIA,organisation,{'ä' * 1001}", "1001 characters"),
        ("NVIDIA,organisation", "not 3 fields"),
        ("NVIDIA,organisation,a,b", "not 3 fields"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_with_its_number(tmp_path, line, reason):
    path = tmp_path / "g.csv"
    path.write_text(f"{HEADER}OpenAI,organisation,OpenAI\n{line}\n", encoding="utf-8")
    with pytest.raises(BadInput, match=reason) as caught:
        wf.Gazetteer(path)
    assert (caught.value.source, caught.value.line) == (str(path), 3)


def test_an_alias_of_a_thousand_characters_is_allowed():
    assert surfaces("Hier " + "ä" * 1000 + ".", [row("x", "ä" * 1000)]) == ["ä" * 1000]


@pytest.mark.parametrize(
    ("others", "reason"),
    [
        ({"case": "upper"}, "case must be auto, exact or fold"),
        ({"language": "deutsch"}, "language"),
    ],
)
def test_a_bad_value_is_refused_with_its_row(others, reason):
    with pytest.raises(BadInput, match=f"row 2: .*{reason}") as caught:
        wf.Gazetteer([row("a"), row("b", **others)])
    assert caught.value.line == 2


def test_a_value_that_is_no_text_is_refused():
    with pytest.raises(BadInput, match="row 1: alias is int"):
        wf.Gazetteer([{"entity": "a", "kind": "b", "alias": 5}])


def test_an_alias_that_stands_twice_is_a_warning():
    with pytest.warns(UserWarning, match="row 2: alias 'Nvidia' of 'NVIDIA' stands twice.*row 1"):
        gazetteer = wf.Gazetteer([row("NVIDIA", "Nvidia"), row("NVIDIA", "Nvidia")])
    assert surfaces("Nvidia kauft.", gazetteer) == ["Nvidia"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        wf.Gazetteer([row("NVIDIA", "Nvidia"), row("NVIDIA", "NVIDIA")])


@pytest.mark.parametrize(
    ("first", "second", "works"),
    [
        ({}, {"kind": "place"}, False),
        ({"id": "Q1"}, {"kind": "place"}, False),
        ({}, {"id": "Q2"}, False),
        ({"id": "Q1"}, {"id": "Q2"}, True),
        ({"id": "Q1"}, {"id": "Q2", "kind": "place"}, True),
    ],
)
def test_two_entities_of_one_name_need_ids(first, second, works):
    rows = [row("Paris", "Paris", **first), row("Paris", "Lutetia", **second)]
    if works:
        assert len(surfaces("Paris und Lutetia.", rows)) == 2
        return
    with pytest.raises(BadInput, match="row 2: two entities are called 'Paris'"):
        wf.Gazetteer(rows)


def test_an_id_belongs_to_one_name():
    with pytest.raises(BadInput, match="row 2: id 'Q1' belongs to 'a'"):
        wf.Gazetteer([row("a", id="Q1"), row("b", id="Q1")])


# --- matching -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "alias", "expected"),
    [
        ("NVIDIA's Chips", "NVIDIA", "NVIDIA"),
        ("NVIDIA\u2019s Chips", "NVIDIA", "NVIDIA"),
        ("NVIDIA-Chips", "NVIDIA", "NVIDIA"),
        ("der NVIDIA - Chip", "NVIDIA", "NVIDIA"),
        ("LeCuns Idee", "LeCun", "LeCuns"),
        ("Lambda-Labs", "Lambda Labs", "Lambda-Labs"),
        ("Lambda - Labs", "Lambda Labs", "Lambda - Labs"),
        ("Lambda\u00a0Labs", "Lambda Labs", "Lambda\u00a0Labs"),
        ("Asien-Reise", "Asien", "Asien"),
        ("eine Asien\u2011Reise", "Asien", "Asien"),
        ("(Asien)", "Asien", "Asien"),
        ("„Asien“", "Asien", "Asien"),
        ("王智远2025", "王智远", "王智远"),
        ("Mercedes-Benz", "Mercedes-Benz", "Mercedes-Benz"),
        ("nvidia und", "Nvidia", "nvidia"),
    ],
)
def test_a_name_is_found_as_written(text, alias, expected):
    assert surfaces(f"Hier steht {text}.", [row("x", alias)]) == [expected]


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("Nvidiachips", "Nvidia"),
        ("Berliner", "Berlin"),
        ("die Ces sind", "CES"),
        ("USS", "US"),
        ("Lambda, Labs", "Lambda Labs"),
        ("Lambda. Labs", "Lambda Labs"),
        ("Lambda – Labs", "Lambda Labs"),
        ("Lambda\n\nLabs", "Lambda Labs"),
    ],
)
def test_what_is_not_the_name_is_not_found(text, alias):
    assert surfaces(f"Hier steht {text} dort.", [row("x", alias)]) == []


@pytest.mark.parametrize(
    ("case", "expected"),
    [("auto", ["Arm"]), ("exact", ["Arm"]), ("fold", ["Arm", "arm", "ARM"])],
)
def test_case_decides_what_is_the_name(case, expected):
    assert surfaces("Arm und arm und ARM.", [row("x", "Arm", case=case)]) == expected


def test_the_longest_name_wins():
    rows = [row("a", "Zeta"), row("b", "Zeta Labs"), row("c", "Labs Wien")]
    assert found("Zeta Labs Wien und Zeta.", rows) == [("Zeta Labs", "b"), ("Zeta", "a")]


def test_a_short_name_counts_where_the_full_one_stands():
    rows = [row("Jensen Huang"), row("Jensen Huang", "Huang", needs="full_form")]
    assert surfaces("Huang kommt. Jensen Huang spricht.", rows) == ["Huang", "Jensen Huang"]
    assert surfaces("Huang kommt.", rows) == []
    corpus = wf.read(texts=["Huang kommt."], language="de")
    assert corpus.mentions(rows).table().provenance["excluded"] == {"needs_full_form": 1}


def test_a_name_may_need_one_of_several_words_in_the_document():
    rows = [row("Arm Holdings", "Arm", case="exact", needs="Chip|SoftBank")]
    assert surfaces("Der Arm tut weh.", rows) == []
    assert surfaces("Ein Chip ist da.\n\nUnd Arm baut ihn.", rows) == ["Arm"]
    assert surfaces("SOFTBANK hält Arm.", rows) == ["Arm"]


def test_a_word_in_the_sentence_may_rule_a_name_out():
    rows = [row("Crusoe", excludes="Robinson")]
    text = "Robinson Crusoe liest. Crusoe liefert Strom."
    assert surfaces(text, rows) == ["Crusoe"]


def test_a_name_may_belong_to_one_language():
    rows = [row("Angebot", language="de")]
    assert surfaces("Angebot gilt.", rows) == ["Angebot"]
    assert surfaces("Angebot gilt.", rows, language="de-AT") == ["Angebot"]
    assert surfaces("Angebot gilt.", rows, language="en") == []
