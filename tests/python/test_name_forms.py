"""Genitives within German names: nouns that names begin with have one, owners are none."""

import pytest
import wortfeld as wf


def surfaces(text, *aliases, language="de", kind="organisation"):
    rows = [{"entity": alias, "kind": kind, "alias": alias} for alias in aliases]
    corpus = wf.read(texts=[text], language=language)
    return corpus.mentions(rows, quantities=False, dates=False).table()["surface"].tolist()


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("des Bundesamts für Strahlenschutz", "Bundesamt für Strahlenschutz"),
        ("des Bundesamtes für Strahlenschutz", "Bundesamt für Strahlenschutz"),
        ("des Verbands der Papierindustrie", "Verband der Papierindustrie"),
        ("des Freistaats Sachsen", "Freistaat Sachsen"),
        ("des Königreichs Norwegen", "Königreich Norwegen"),
        ("des Instituts zur Zukunft der Arbeit", "Institut zur Zukunft der Arbeit"),
        ("des Zentralrats der Muslime", "Zentralrat der Muslime"),
        ("des Ministeriums des Innern", "Ministerium des Innern"),
        ("des Deutschen Museums von Meisterwerken", "Deutsches Museum von Meisterwerken"),
        ("des Internationalen Gerichtshofs in Den Haag", "Internationaler Gerichtshof in Den Haag"),
        ("DES FREISTAATS SACHSEN", "Freistaat Sachsen"),
    ],
)
def test_the_noun_that_a_name_begins_with_has_its_genitive(text, alias):
    assert surfaces(f"Hier: der Chef {text}.", alias) == [text[4:]]


def test_the_longer_name_counts_and_not_one_within_it():
    text = "Das ist die Meinung des Rats der Europäischen Union und des Freistaats Bayern."
    aliases = ("Rat der Europäischen Union", "Europäische Union", "Freistaat Bayern", "Bayern")
    assert surfaces(text, *aliases) == ["Rats der Europäischen Union", "Freistaats Bayern"]


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("Googles DeepMind", "Google DeepMind"),
        ("Volkswagens Bank", "Volkswagen Bank"),
        ("Deutschlands Bank", "Deutschland Bank"),
        ("Frankreichs Rat", "Frankreich Rat"),
        ("Bergs Verein", "Berg Verein"),
        ("Nestles Wasser", "Nestle Wasser"),
    ],
)
def test_an_owner_is_no_part_of_what_it_owns(text, alias):
    assert surfaces(f"Hier: gestern kam {text}.", alias) == []


def test_heads_are_declined_in_german_and_not_for_persons():
    text = "Hier: des Vereins Linde."
    assert surfaces(text, "Verein Linde") == ["Vereins Linde"]
    assert surfaces(text, "Verein Linde", language="en") == []
    assert surfaces(text, "Verein Linde", kind="person") == []


def test_an_adjective_takes_its_es_still():
    assert surfaces("Hier: Rotes Kreuz.", "Rote Kreuz") == ["Rotes Kreuz"]
    assert surfaces("Hier: Deutsches Museum.", "Deutsche Museum") == ["Deutsches Museum"]
    assert surfaces("Hier: des Vereins.", "Verein") == ["Vereins"]


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("Als er kam, war das gut. Des einen Was ist Bis uns.", ("Al", "Da", "De", "Wa", "Bi")),
        ("Uns gehört das Haus.", ("Un", "Hau")),
        ("Der Kurs steigt und der Preis auch.", ("Kur", "Prei")),
        ("Gestern kamen Hans und Nils.", ("Han", "Nil")),
        ("DER PREIS STEIGT.", ("Prei",)),
    ],
)
def test_a_word_of_the_language_is_no_genitive_of_a_shorter_name(text, aliases):
    assert surfaces(text, *aliases) == []


@pytest.mark.parametrize(
    ("text", "alias", "surface"),
    [
        ("Gestern kam Googles Chef.", "Google", "Googles"),
        ("Gestern kam Peters Chef.", "Peter", "Peters"),
        ("Das ist Merkels Haus.", "Merkel", "Merkels"),
        ("Das ist ALs Chef.", "AL", "ALs"),
        ("Das Haus ist da.", "Haus", "Haus"),
        ("Gestern kam Hans.", "Hans", "Hans"),
    ],
)
def test_other_genitives_are_found(text, alias, surface):
    assert surfaces(text, alias) == [surface]
