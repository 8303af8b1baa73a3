"""The list of names that is shipped: complete, sound, and silent where a word is only a word."""

import warnings

import pytest
import wortfeld as wf

KINDS = {"person", "organisation", "product", "place", "event"}


@pytest.fixture(scope="module")
def starter():
    with warnings.catch_warnings():
        # No alias stands twice or belongs to two.
        warnings.simplefilter("error")
        return wf.Gazetteer("starter")


def found(text, language="de"):
    corpus = wf.read(texts=[text], language=language)
    table = corpus.mentions("starter", quantities=False, dates=False).table()
    return list(zip(table["surface"], table["entity"], strict=True))


def test_it_holds_the_countries_of_the_world_and_hundreds_of_organisations(starter):
    entities = starter.entities().rows()
    assert {row["kind"] for row in entities} == KINDS
    assert len({row["id"] for row in entities if row["id"]}) >= 193
    assert all(len(row["id"]) == 2 for row in entities if row["id"])
    assert sum(row["kind"] == "organisation" for row in entities) >= 400


def test_adjectives_and_inhabitants_are_marked_as_derived(starter):
    roles = {row["alias"]: row["role"] for row in starter.table().rows()}
    assert roles["französisch"] == roles["Franzose"] == roles["French"] == "derived"
    assert roles["Frankreich"] == roles["France"] == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Frankreich und die Schweiz", [("Frankreich", "France"), ("Schweiz", "Switzerland")]),
        ("die Vereinigten Staaten", [("Vereinigten Staaten", "United States")]),
        ("ein Franzose in Brüssel", [("Franzose", "France"), ("Brüssel", "Brussels")]),
        ("NVIDIA, OpenAI und SAP", [("NVIDIA", "NVIDIA"), ("OpenAI", "OpenAI"), ("SAP", "SAP")]),
        ("die EZB", [("EZB", "European Central Bank")]),
        (
            "Merkel, Angela Merkel",
            [(name, "Angela Merkel") for name in ("Merkel", "Angela Merkel")],
        ),
    ],
)
def test_names_are_found(text, expected):
    assert found(f"Hier sind {text}.") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sie gaben dem Alphabet eine Allianz und viel Kohl.",
        "Die Zeit heilt die linke Hand, am Essen lag es nie.",
        "Er hob den Arm, sie sah den Puma und las über Meta und Shell-Skripte im Apfel.",
        "Aspergillus niger wächst in einer deutschen Bank.",
        "Die Konstanz der Rügen: Harz klebt. Erlangen sie Recht? FAHRT MIT RAD.",
        "Der Boden ist im Winter hart, der Regen nass, das Siegen schwer.",
    ],
)
def test_common_words_are_no_names(text):
    # An adjective is derived from its country and names nobody.
    assert [surface for surface, _ in found(text) if surface != "deutschen"] == []


def test_german_names_that_are_english_words_wait_for_german_texts():
    assert found("The Island is far. Ire and a Spending Spree of the IRA.", language="en") == []
    assert [surface for surface, _ in found("Nach Island fährt ein Ire.")] == ["Island", "Ire"]


def test_english_names_are_found_in_english_texts():
    text = "Germany and the United Kingdom signed; French and German banks in Munich followed."
    assert [surface for surface, _ in found(text, language="en")] == [
        "Germany",
        "United Kingdom",
        "French",
        "German",
        "Munich",
    ]


def test_the_east_of_germany_is_no_state_of_the_past():
    assert found("In Ostdeutschland wachsen ostdeutsche Firmen.") == [
        ("Ostdeutschland", "Eastern Germany"),
        ("ostdeutsche", "Eastern Germany"),
    ]
    assert found("Die DDR war ein Staat.") == [("DDR", "East Germany")]


def test_a_report_without_a_list_uses_it_and_says_so(tmp_path):
    corpus = wf.read(texts=["Google zahlt an Frankreich."], language="de")
    path = tmp_path / "report.html"
    corpus.report(path)
    html = path.read_text(encoding="utf-8")
    assert "mitgelieferten Liste" in html
    assert ">Frankreich<" in html


def test_a_report_without_a_list_shows_unconfirmed_names_apart(tmp_path):
    corpus = wf.read(texts=["Peter Zwengel leitet die Xaro AG."], language="de")
    corpus.report(tmp_path / "report.html")
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Unbestätigt" in html
    assert "<b><bdi>Peter Zwengel</bdi></b>" in html
    corpus.report(tmp_path / "own.html", gazetteer={"Xaro": ["Xaro AG"]})
    assert "Unbestätigt" not in (tmp_path / "own.html").read_text(encoding="utf-8")


def test_its_german_twin_calls_entities_by_one_of_their_aliases(starter):
    twin = wf.Gazetteer("starter-de")
    same = ("kind", "alias", "id", "case", "role", "needs", "excludes", "language")
    for english, german in zip(starter.table().rows(), twin.table().rows(), strict=True):
        assert [english[name] for name in same] == [german[name] for name in same]
    names = {row["alias"]: row["entity"] for row in twin.table().rows()}
    assert (names["Germany"], names["EZB"]) == ("Deutschland", "Europäische Zentralbank")
    changed = set(twin.entities()["entity"]) - set(starter.entities()["entity"])
    assert all(names[name] == name for name in changed)
    # No two entities have become one.
    assert len(twin.entities()) == len(starter.entities())


def test_a_page_has_the_names_of_its_language(tmp_path):
    for language, text, name in (("de", "Die EZB in Köln.", "Köln"), ("en", "In Köln.", "Cologne")):
        wf.read(texts=[text], language=language).report(tmp_path / "page.html")
        assert f">{name}<" in (tmp_path / "page.html").read_text(encoding="utf-8")
