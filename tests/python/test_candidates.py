"""Names that no gazetteer knows: what is proposed, why, and what a person gets to edit."""

import csv
from pathlib import Path

import polars
import pytest
import wortfeld as wf
from wortfeld.naming.spelling import is_one_edit_apart, near_spellings
from wortfeld.naming.variants import variants

ROOT = Path(__file__).parents[2]


def read(*texts, language="de"):
    return wf.read(texts=list(texts), language=language)


def proposed(*texts, language="de", **options):
    return read(*texts, language=language).name_candidates(**options).table()["alias"].tolist()


def evidence(name, *texts, language="de"):
    rows = read(*texts, language=language).name_candidates().table().rows()
    return next((row["evidence"] for row in rows if row["alias"] == name), None)


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("Dann kam OpenAI dazu.", "OpenAI", "inner capital"),
        ("Dann kam die H100 dazu.", "H100", "inner capital or digit"),
        ("Das sah die CSU anders.", "CSU", "acronym"),
        ("Gestern traf Jensen Huang ein.", "Jensen Huang", "first name"),
        ("Gestern stiegen Aktien von Läpple AG kaum.", "Läpple AG", "name of a firm"),
        ("Da lud Präsident Abacha Abgeordnete ein.", "Abacha", "title"),
        ("Das weiß Wang Renxun, der Gründer von NVIDIA.", "Wang Renxun", "apposition"),
        ("Das betonte Renxun Shaw heute.", "Renxun Shaw", "verb of saying"),
        ("Er las Xaverias Rede. Auch Xaveria las in Xaveria.", "Xaveria", "genitive"),
        ("Er lobte den NVIDIA-Chef.", "NVIDIA", "part of compounds"),
        ("Er traf Jean-Claude Juncker dort.", "Jean-Claude Juncker", "first name"),
        ("Er traf Peter Saro-Wiwa dort.", "Peter Saro-Wiwa", "first name"),
        ("Er traf Ursula von der Leyen dort.", "Ursula von der Leyen", "first name"),
        ("Er traf George W. Bush dort.", "George W. Bush", "first name"),
    ],
)
def test_what_looks_like_a_name_is_proposed_with_its_evidence(text, name, why):
    assert why in (evidence(name, text) or "")


@pytest.mark.parametrize(
    "text",
    [
        "Der Chip ist schnell. Mit Chips rechnet man. Ein Sprachmodell ist ein Modell.",
        "Die Regierung berät im Januar über 3 Millionen Euro und 45 Busse.",
        "KI und IT sind da. Das ist so. DIE KI IST DA.",
        "Das Wasser und die Luft. Er trank Wasser. Luft und Wasser sind wichtig.",
        "Elisabeth II. kam. Auch von Karl V. sprach man.",
    ],
)
def test_nouns_are_not_proposed(text):
    assert proposed(text) == []


def test_the_genitive_belongs_to_its_name():
    texts = ["Da sprach Peter Müller.", "Das war Peter Müllers Rede.", "Es sprach Peter Müller."]
    table = read(*texts).name_candidates().table()
    row = table.row("Peter Müller")
    assert (len(table), row["count"], row["document_count"]) == (1, 3, 3)


def test_the_place_of_the_example_holds_the_name():
    corpus = read("Ja.\n\nGestern kam NVIDIA's Chip.", "Dort sprach Anna Seghers über NVIDIA.")
    for row in corpus.name_candidates().table().rows():
        assert corpus.text(row["document"])[row["start"] : row["end"]] == row["alias"]
        assert row["alias"] in row["example"]


def test_in_english_a_capital_within_a_sentence_says_much():
    texts = "Yesterday the house met in Springfield. People of Springfield liked the House."
    assert "Springfield" in proposed(texts, language="en")
    assert "House" not in proposed(texts, language="en")


def test_names_that_are_known_are_not_proposed_again():
    text = "Jensen Huang leitet NVIDIA. Auch OpenAI kennt NVIDIA."
    assert sorted(proposed(text, gazetteer={"NVIDIA": ["NVIDIA"]})) == ["Jensen Huang", "OpenAI"]
    assert proposed(text, gazetteer="starter") == []


def test_options_restrict_what_is_proposed():
    text = "Dort sah OpenAI, was NVIDIA tat. Und NVIDIA sah es."
    assert proposed(text) == ["NVIDIA", "OpenAI"]
    assert proposed(text, top=1) == ["NVIDIA"]
    assert proposed(text, top=0) == []
    assert proposed(text, min_count=2) == ["NVIDIA"]
    with pytest.raises(wf.BadArgument, match="min_count must be 1 or more"):
        proposed(text, min_count=0)


def test_the_number_of_threads_changes_nothing():
    texts = [f"Dort sprach Anna Berg{n % 7}a mit OpenAI und X{n % 5}Y." for n in range(300)]
    corpus = read(*texts)
    with wf.options(threads=1):
        one = corpus.name_candidates(None).table().rows()
    with wf.options(threads=7):
        assert corpus.name_candidates(None).table().rows() == one
    assert len(one) == 13


def test_an_empty_result_has_its_columns():
    table = read("und so weiter").name_candidates().table()
    assert len(table) == 0
    assert "perhaps" in table.columns


def test_proposals_can_be_edited_and_used(tmp_path):
    corpus = read("Jensen Huang leitet OpenAI. Da lobt OpenAI Jensen Huang.")
    path = tmp_path / "gazetteer.proposed.csv"
    corpus.name_candidates().to_csv(path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["entity"] for row in rows] == ["Jensen Huang", "OpenAI"]
    assert all(row["note"].startswith("unconfirmed, 2x: ") for row in rows)
    # The kind of a firm is not guessed, and a list without kinds is not used by mistake.
    with pytest.raises(wf.BadInput, match="kind of 'OpenAI' is empty"):
        wf.Gazetteer(path)
    edited = [row | {"kind": row["kind"] or "organisation"} for row in rows]
    assert len(corpus.mentions(edited)) == 4


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Huang Renxun", "Renxun Huang"], [None, ("Huang Renxun", "word order")]),
        (["Jensen Huang", "Huang"], [None, ("Jensen Huang", "short form")]),
        (["Lambda", "Lambda Labs"], [("Lambda Labs", "short form"), None]),
        (["World Trade Organization", "WTO"], [None, ("World Trade Organization", "initials")]),
        (["Erdogan", "Erdoğan"], [None, ("Erdogan", "spelling")]),
        (["Meta", "Beta", "NVIDIA"], [None, None, None]),
        (["Chip H100", "Chip H200"], [None, None]),
        ([], []),
    ],
)
def test_forms_of_one_name_are_proposed_with_the_reason(names, expected):
    found = variants(names)
    if "word order" in str(expected):
        assert found[1] == expected[1]
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Systemes", "Systems", True),
        ("Qaeda", "Qaida", True),
        ("Peking", "Pekign", True),
        ("OpenAI", "OpenAi", True),
        ("OpenAI", "OpenAI", False),
        ("Berlin", "Bern", False),
        ("H100", "H200", False),
    ],
)
def test_one_edit_is_told(a, b, expected):
    assert is_one_edit_apart(a, b) is is_one_edit_apart(b, a) is expected


def test_near_spellings_are_those_that_comparing_all_pairs_finds():
    names = [
        "Systemes",
        "Systems",
        "System",
        "Qaeda",
        "Qaida",
        "Pekign",
        "Peking",
        "PEKING",
        "Ural",
    ]
    near = near_spellings(names)
    for place, name in enumerate(names):
        earlier = [other for other in names[:place] if is_one_edit_apart(name, other)]
        assert (near.get(name) in earlier) if earlier and len(name) > 4 else name not in near


def test_four_of_five_proposals_are_names_of_the_articles():
    corpus = wf.read(ROOT / "seeds", language="de")
    known = wf.Gazetteer(ROOT / "seeds" / "gazetteer.csv").table()
    names = {name.casefold() for column in ("alias", "entity") for name in known[column]}
    found = corpus.name_candidates(50).table()["alias"]
    right = [name for name in found if name.casefold() in names]
    assert len(right) >= 0.8 * 50


def test_candidates_go_to_data_frames_as_tables_do():
    text = "Jensen Huang leitet NVIDIA. Die Chips von NVIDIA kennt Huang. NVIDIA wuchs."
    candidates = wf.read(texts=[text], language="de").name_candidates()
    expected = candidates.table()["alias"].tolist()
    assert candidates.to_pandas()["alias"].tolist() == expected
    assert candidates.to_polars()["alias"].to_list() == expected
    assert candidates.to_arrow()["alias"].to_pylist() == expected
    assert polars.DataFrame(candidates)["alias"].to_list() == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Die Zelvanto GmbH baut.", "Der Chef der Zelvanto GmbH geht."], "Zelvanto GmbH"),
        (["Die Post AG wächst. Die Post kommt spät."], "Post AG"),
        (["Bei der Brunner & Söhne AG gibt es Streit."], "Brunner & Söhne AG"),
        (["Die Muster Bau GmbH & Co KG zahlt nicht."], "Muster Bau GmbH & Co KG"),
        (["Da klagt die Österreichische Wasser AG."], "Österreichische Wasser AG"),
        (["Finanzminister Hans Jörg Schelling sprach."], "Hans Jörg Schelling"),
        (["Das sagte Kim Jong-un."], "Kim Jong-un"),
        (["Dann sprach Kammerpräsident Xaver Kolbitsch."], "Xaver Kolbitsch"),
    ],
)
def test_a_firm_or_a_person_is_proposed_whole(texts, expected):
    found = wf.read(texts=texts, language="de").name_candidates().table()["alias"].tolist()
    assert expected in found
    assert [name for name in found if name in expected] == [expected]


def test_a_compound_of_a_common_noun_is_no_name_but_a_place_may_end_in_one():
    text = "Er zahlt mit Bargeld. Ohne Bargeld geht es. Wer Bargeld hat, lebt gut. Aus Bargeld."
    town = text.replace("Bargeld", "Wolkenburg")
    assert len(wf.read(texts=[text], language="de").name_candidates()) == 0
    found = wf.read(texts=[town], language="de").name_candidates().table()
    assert found["alias"].tolist() == ["Wolkenburg"]
