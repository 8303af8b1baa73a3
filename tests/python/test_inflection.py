"""Names in the forms that German and English give them, and what only looks like one."""

import pytest
import wortfeld as wf

KINDS = {"Karl Marx": "person", "Marx": "person", "Peter": "person", "Hanne Wagner": "person"}


def found(text, *aliases, language="de", **options):
    rows = [
        {"entity": alias, "kind": KINDS.get(alias, "organisation"), "alias": alias}
        for alias in aliases
    ]
    corpus = wf.read(texts=[text], language=language)
    return corpus.mentions(rows, quantities=False, dates=False, **options)


def surfaces(text, *aliases, **options):
    return found(text, *aliases, **options).table()["surface"].tolist()


@pytest.mark.parametrize(
    ("text", "alias", "surface"),
    [
        ("Der Chef der Deutschen Bank geht.", "Deutsche Bank", "Deutschen Bank"),
        ("In den Vereinten Nationen wird beraten.", "Vereinte Nationen", "Vereinten Nationen"),
        ("Die Vereinigten Staaten zahlen.", "Vereinigte Staaten", "Vereinigten Staaten"),
        ("Teil der Europäischen Union zu sein", "Europäische Union", "Europäischen Union"),
        ("ein Helfer des Roten Kreuzes", "Rotes Kreuz", "Roten Kreuzes"),
        ("beim Deutschen Roten Kreuz", "Deutsches Rotes Kreuz", "Deutschen Roten Kreuz"),
        ("des Deutschen Bundestages", "Deutscher Bundestag", "Deutschen Bundestages"),
        ("des Deutschen Bundestags", "Deutscher Bundestag", "Deutschen Bundestags"),
        ("im Deutschen Bundestag", "Deutscher Bundestag", "Deutschen Bundestag"),
        ("des Bundestages", "Bundestag", "Bundestages"),
        (
            "aus den Vereinigten Arabischen Emiraten",
            "Vereinigte Arabische Emirate",
            "Vereinigten Arabischen Emiraten",
        ),
        ("Marx\u2019 Kapital", "Marx", "Marx"),
        ("Marx' Kapital", "Marx", "Marx"),
        ("das Werk von Voß", "Voss", "Voß"),
        ("OpenAIs Chef", "OpenAI", "OpenAIs"),
    ],
)
def test_names_are_found_in_their_german_forms(text, alias, surface):
    assert surfaces(f"Hier: {text}", alias) == [surface]


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("bei einer deutschen Bank", "Deutsche Bank"),
        ("die deutsche Bank", "Deutsche Bank"),
        ("das erste Land", "Das Erste"),
        ("die europäischen Unionen", "Europäische Union"),
        ("Hannes Wagner", "Hanne Wagner"),
        ("James kommt", "Jam"),
        ("Gates kommt", "Gat"),
        ("die Deutschen Banken", "Deutsche Bank"),
        ("die Banken", "Bank"),
        ("Neues", "Neu"),
        ("Petern", "Peter"),
    ],
)
def test_other_words_are_no_forms_of_a_name(text, alias):
    assert surfaces(f"Hier: {text}.", alias) == []


def test_inflection_is_german():
    text = "Hier: der Deutschen Bank."
    assert surfaces(text, "Deutsche Bank", language="en") == []
    assert surfaces("Reuters' report on OpenAI's plan", "Reuters", "OpenAI", language="en") == [
        "Reuters",
        "OpenAI",
    ]


def test_umlauts_may_be_transcribed_on_request():
    assert surfaces("Das sagt Mueller.", "Müller") == []
    assert surfaces("Das sagt Mueller.", "Müller", umlauts=True) == ["Mueller"]
    assert surfaces("Das sagt Müller.", "Mueller", umlauts=True) == ["Müller"]
    assert surfaces("Das sagt Mueller.", "Müller", umlauts=True, language="en") == []


def test_words_derived_from_a_name_are_inflected_and_have_their_role():
    rows = [
        {"entity": "France", "kind": "place", "alias": "französisch", "role": "derived"},
        {"entity": "France", "kind": "place", "alias": "Frankreich"},
    ]
    corpus = wf.read(
        texts=["Französische Banken in Frankreich und die französischen Chips."], language="de"
    )
    table = corpus.mentions(rows).table()
    assert list(zip(table["surface"], table["role"], strict=True)) == [
        ("Französische", "derived"),
        ("Frankreich", None),
        ("französischen", "derived"),
    ]


def test_another_role_is_refused_with_its_row():
    rows = [{"entity": "a", "kind": "b", "alias": "c", "role": "head"}]
    with pytest.raises(wf.BadInput, match="row 1: role must be 'derived'"):
        wf.Gazetteer(rows)


@pytest.mark.parametrize(
    ("text", "alias", "form"),
    [
        ("der Deutschen Bank", "Deutsche Bank", "inflected"),
        ("des Bundestages", "Bundestag", "inflected"),
        ("OpenAIs Chef", "OpenAI", "genitive"),
        ("OpenAI-Chef", "OpenAI", "plain"),
    ],
)
def test_a_mention_says_its_form(text, alias, form):
    assert found(f"Hier: {text}", alias).explain(0)["form"] == form
