"""Where names come from: every source says the same; what cannot be read is named by its row."""

import json

import pandas as pd
import polars as pl
import pytest
import wortfeld as wf
from wortfeld import BadInput

ROWS = [
    {"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia"},
    {"entity": "Jensen Huang", "kind": "person", "alias": "Huang", "needs": "NVIDIA|Nvidia"},
]


def aliases(source):
    table = wf.Gazetteer(source).table()
    return [tuple(row[c] for c in ("entity", "kind", "alias", "needs")) for row in table.rows()]


EXPECTED = [
    ("NVIDIA", "organisation", "Nvidia", ""),
    ("Jensen Huang", "person", "Huang", "NVIDIA|Nvidia"),
]


@pytest.mark.parametrize(
    "source",
    [
        ROWS,
        {
            "NVIDIA": {"kind": "organisation", "aliases": ["Nvidia"]},
            "Jensen Huang": {
                "kind": "person",
                "aliases": [{"alias": "Huang", "needs": ["NVIDIA", "Nvidia"]}],
            },
        },
        {
            column: [row.get(column) for row in ROWS]
            for column in ("entity", "kind", "alias", "needs")
        },
        pd.DataFrame(ROWS),
        pl.DataFrame(ROWS),
        pl.DataFrame(ROWS).to_arrow(),
        [
            {"label": "ORG", "pattern": "Nvidia", "id": "NVIDIA"},
            {**ROWS[1]},
        ],
    ],
    ids=["rows", "mapping", "columns", "pandas", "polars", "arrow", "patterns"],
)
def test_every_source_gives_the_same_rows(source):
    assert aliases(source) == EXPECTED


@pytest.mark.parametrize("name", ["g.csv", "g.tsv", "g.jsonl", "g.json", "semicolons.csv"])
def test_every_kind_of_file_gives_the_same_rows(tmp_path, name):
    frame = pd.DataFrame(ROWS)
    separator = {"g.tsv": "\t", "semicolons.csv": ";"}.get(name, ",")
    if name.endswith(".jsonl"):
        text = "\n".join(map(json.dumps, ROWS))
    elif name.endswith(".json"):
        text = json.dumps(ROWS, indent=1)
    else:
        text = frame.to_csv(index=False, sep=separator)
    path = tmp_path / name
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert aliases(path) == EXPECTED


def test_a_mapping_of_names_has_the_kind_other_and_looks_for_what_is_listed():
    assert aliases({"NVIDIA": ["Nvidia"], "Arm": "ARM"}) == [
        ("NVIDIA", "other", "Nvidia", ""),
        ("Arm", "other", "ARM", ""),
    ]


@pytest.mark.parametrize("make", [list, tuple, pd.Series, pl.Series, iter])
def test_names_alone_are_entities_that_are_called_so(make):
    found = aliases(make(["NVIDIA", "Bosch"]))
    assert found == [("NVIDIA", "other", "NVIDIA", ""), ("Bosch", "other", "Bosch", "")]


def test_numbers_are_keys_and_missing_values_are_empty():
    frame = pd.DataFrame(ROWS).assign(id=[1, 2], note=[None, float("nan")])
    table = wf.Gazetteer(frame).table()
    assert (table["id"].tolist(), table["note"].tolist()) == (["1", "2"], ["", ""])


@pytest.mark.parametrize(
    ("pattern", "alias", "case"),
    [
        ("Big Blue", "Big Blue", "exact"),
        ([{"LOWER": "big"}, {"LOWER": "blue"}], "big blue", "fold"),
        ([{"TEXT": "Moody"}, {"ORTH": "'s"}], "Moody's", "exact"),
    ],
)
def test_a_pattern_of_plain_words_is_a_name(pattern, alias, case):
    row = wf.Gazetteer([{"label": "GPE", "pattern": pattern}]).table().row(alias)
    assert (row["alias"], row["kind"], row["case"]) == (alias, "place", case)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ([{"LOWER": "a", "OP": "+"}], "no plain word"),
        ([{"TEXT": {"REGEX": "^a"}}], "no plain word"),
        ([{"LIKE_NUM": True}], "no plain word"),
        ([{"LOWER": "a"}, {"TEXT": "B"}], "mixes LOWER with TEXT"),
        ([], "a text or a list of tokens"),
        (5, "a text or a list of tokens"),
    ],
)
def test_a_pattern_that_is_no_name_is_refused_with_its_row(pattern, reason):
    with pytest.raises(BadInput, match=f"row 2: .*{reason}") as caught:
        wf.Gazetteer([ROWS[0], {"label": "ORG", "pattern": pattern}])
    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ({"NVIDIA": []}, "row 1: 'NVIDIA' has no aliases"),
        ({"NVIDIA": 5}, "row 1: the aliases of 'NVIDIA' are int"),
        ({"NVIDIA": {"kind": "organisation"}}, "row 1: the aliases of 'NVIDIA' are NoneType"),
        ({"NVIDIA": {"alias": ["x"]}}, "'alias' is not known; allowed are aliases"),
        ({"NVIDIA": [5]}, "row 1: alias is int"),
        ({"entity": ["a"], "kind": ["b", "c"], "alias": ["d"]}, "kind has 2 values, not 1"),
        ([5], "row 1: expected columns, got int"),
        (["Nvidia", "names.csv"], "row 2: 'names.csv' looks like a file; give one file by itself"),
        (pd.DataFrame({"entity": ["a"], "alias": ["b"]}), "column 'kind' is missing"),
    ],
)
def test_what_is_no_gazetteer_is_refused(source, reason):
    with pytest.raises(BadInput, match=reason):
        wf.Gazetteer(source)


def test_what_has_no_rows_is_a_type_error():
    with pytest.raises(TypeError, match="not from int"):
        wf.Gazetteer(5)


@pytest.mark.parametrize("value", ["=HYPERLINK(1)", "#NAME?", "#BEZUG!"])
def test_a_formula_in_a_file_is_refused_with_its_row(tmp_path, value):
    path = tmp_path / "g.csv"
    path.write_text(f'entity,kind,alias\na,b,c\nx,y,"{value}"\n', encoding="utf-8")
    with pytest.raises(BadInput, match=r"row 3: .*formula") as caught:
        wf.Gazetteer(path)
    assert caught.value.line == 3
    assert len(wf.Gazetteer([{"entity": "x", "kind": "y", "alias": "=a"}])) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "column 'entity' is missing; there are none"),
        ("entity,kind,alias,alias\na,b,c,d\n", "two columns are called 'alias'"),
        ('entity,kind,alias\na,b,"c\n', "no CSV"),
    ],
)
def test_a_file_without_sense_is_refused(tmp_path, content, reason):
    path = tmp_path / "g.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match=reason):
        wf.Gazetteer(path)


def test_a_broken_line_of_json_is_named(tmp_path):
    path = tmp_path / "g.jsonl"
    path.write_text(json.dumps(ROWS[0]) + '\n{"entity": \n', encoding="utf-8")
    with pytest.raises(BadInput, match="row 2: no JSON") as caught:
        wf.Gazetteer(path)
    assert caught.value.line == 2


# --- joining and looking at them ------------------------------------------------------------------


def test_two_gazetteers_are_joined_and_the_first_names_the_entities():
    first = wf.Gazetteer([{**ROWS[0], "id": "Q1"}])
    second = wf.Gazetteer(
        [
            {**ROWS[0], "alias": "NVDA"},
            {"entity": "Nvidia Corp.", "kind": "company", "alias": "Nvidia Corp", "id": "Q1"},
            ROWS[0],
            ROWS[1],
        ]
    )
    both = first | second
    assert [(row["entity"], row["kind"], row["aliases"]) for row in both.entities().rows()] == [
        ("NVIDIA", "organisation", "Nvidia | NVDA | Nvidia Corp"),
        ("Jensen Huang", "person", "Huang"),
    ]
    assert (both.name, len(both), len(first), len(second)) == ("rows | rows", 4, 1, 4)


def test_only_gazetteers_are_joined():
    with pytest.raises(TypeError):
        wf.Gazetteer(ROWS) | ROWS


def test_joining_finds_what_a_gazetteer_of_all_rows_finds():
    corpus = wf.read(texts=["Huang lobt Nvidia."], language="de")
    both = wf.Gazetteer(ROWS[:1]) | wf.Gazetteer(ROWS[1:])
    expected = corpus.mentions(ROWS).table().rows()
    assert corpus.mentions(both).table().rows() == expected
    assert len(expected) == 2


def test_entities_are_shown_as_html():
    assert "Jensen Huang" in wf.Gazetteer(ROWS)._repr_html_()


HOSTILE = [
    "C++ & Co. <b>KG</b>",
    'a "quoted", name; with\nline break',
    "re(gex)*[a-z]+$",
    "Cafe\u0301",
    "Soft\u00adhyphen",
    "İstanbul",
    "e\u0301\u0327 mark",
    "王智远",
    "a | b",
    "-5 Grad",
    "@home",
    "'; DROP TABLE x",
    "abc\u202edef",
    "😀 Inc",
]


@pytest.mark.parametrize("name", ["g.csv", "g.jsonl"])
def test_what_was_read_is_written_and_read_again(tmp_path, name):
    rows = [{"entity": f"E{n}", "kind": "x", "alias": alias} for n, alias in enumerate(HOSTILE)]
    gazetteer = wf.Gazetteer(rows)
    path = tmp_path / name
    if name == "g.csv":
        gazetteer.table().to_csv(path)
    else:
        path.write_text("\n".join(map(json.dumps, gazetteer.table().rows())), encoding="utf-8")
    assert wf.Gazetteer(path).table()["alias"].tolist() == HOSTILE


@pytest.mark.parametrize("alias", HOSTILE)
def test_any_name_is_found_where_it_stands_and_nothing_breaks(alias):
    corpus = wf.read(texts=[f"Hier steht {alias} dort."], language="de", detect_zones=False)
    table = corpus.mentions({"x": [alias]}, quantities=False, dates=False).table()
    for row in table.rows():
        assert corpus.text("0")[row["start"] : row["end"]] == row["surface"]


def test_a_long_list_tells_its_first_remarks_and_their_number():
    rows = [{"entity": f"E{n}", "kind": "x", "alias": "Gleicher Name"} for n in range(9)]
    with pytest.warns(UserWarning, match="rows") as told:
        wf.Gazetteer(rows)
    assert len(told) == 6
    assert "3 more remarks" in str(told[-1].message)


def test_warnings_name_the_line_of_the_user():
    rows = [{"entity": "E", "kind": "x", "alias": "Gleicher Name"} for _ in range(2)]
    corpus = wf.read(texts=["x"], language="de")
    for make in (wf.Gazetteer, corpus.mentions):
        with pytest.warns(UserWarning, match="rows") as told:
            make(rows)
        assert {each.filename for each in told} == {__file__}


def test_a_list_without_names_is_told_and_none_at_all_is_not():
    corpus = wf.read(texts=["x"], language="de")
    for nothing in ([], {}):
        with pytest.warns(UserWarning, match="no names") as told:
            corpus.mentions(nothing)
        assert told[0].filename == __file__
    assert len(corpus.mentions()) == len(corpus.mentions(None)) == 0


def test_a_nul_within_a_name_is_refused():
    with pytest.raises(wf.BadInput, match=r"row 1: alias holds a NUL.*'a\\x00b'"):
        wf.Gazetteer({"x": ["good", "a\0b"]})


def test_columns_between_bars_are_told(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("entity|kind|alias\nE|x|A\n", encoding="utf-8")
    with pytest.raises(wf.BadInput, match=r"separated by '\|'"):
        wf.Gazetteer(path)


def test_numbers_are_ids_even_where_one_is_missing():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {"entity": ["A", "B"], "kind": ["other"] * 2, "alias": ["Anna", "Berta"]}
    )
    table = wf.Gazetteer(frame.assign(id=[17, None])).table()
    assert table["id"].tolist() == ["17", ""]
    with pytest.raises(wf.BadInput, match="id is float, not a text"):
        wf.Gazetteer(frame.assign(id=[1.5, None]))
