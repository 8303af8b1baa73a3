"""Names that are also words of the language: months, common nouns, ordinals, given names."""

import pytest
import wortfeld as wf


def surfaces(text, alias, kind="person", *, language="de", entity=None, **columns):
    """Return the surfaces of one name in a text, quantities apart."""
    rows = [{"entity": entity or alias, "kind": kind, "alias": alias, **columns}]
    corpus = wf.read(texts=[text], language=language)
    table = corpus.mentions(rows, quantities=False, dates=False).table()
    return table["surface"].tolist()


@pytest.mark.parametrize(
    ("text", "language", "alias"),
    [
        ("It rose in May.", "en", "May"),
        ("It ends by May.", "en", "May"),
        ("Between April and May it rained.", "en", "May"),
        ("It was cold on 5 May.", "en", "May"),
        ("Mrs May left on Friday.", "en", "Friday"),
        ("Im Mai kam er.", "de", "Mai"),
        ("Sie kommt am Sonntag.", "de", "Sonntag"),
        ("Nächsten Freitag kommt sie.", "de", "Freitag"),
        ("Er kam am 5. August.", "de", "August"),
        ("Seit August 2020 ist er da.", "de", "August"),
    ],
)
def test_a_month_or_weekday_is_the_date_where_nothing_speaks_of_a_person(text, language, alias):
    assert surfaces(text, alias, language=language) == []


@pytest.mark.parametrize(
    ("text", "language", "alias"),
    [
        ("May said so.", "en", "May"),
        ("Mrs May left.", "en", "May"),
        ("They met Theresa May.", "en", "May"),
        ("May's plan failed.", "en", "May"),
        ("Das sagte Mai.", "de", "Mai"),
        ("Frau Mai ging.", "de", "Mai"),
        ("Kurfürst August regierte.", "de", "August"),
        ("Dann kam Peter Freitag.", "de", "Freitag"),
        ("Sonntag kritisierte das.", "de", "Sonntag"),
    ],
)
def test_a_month_or_weekday_is_the_person_beside_what_speaks_of_persons(text, language, alias):
    assert surfaces(text, alias, language=language) == [alias]


def test_once_the_document_speaks_of_the_person_only_places_of_dates_are_dates():
    text = "Mrs May won. In May the critics of May were silent. Voters liked May."
    assert surfaces(text, "May", language="en") == ["May", "May", "May"]
    rows = [{"entity": "Theresa May", "kind": "person", "alias": a} for a in ("Theresa May", "May")]
    corpus = wf.read(texts=["Theresa May came in May. Critics of May stayed."], language="en")
    found = corpus.mentions(rows).table()
    assert found["surface"].tolist() == ["Theresa May", "May", "May"]
    assert found["kind"].tolist() == ["person", "date", "person"]
    assert found.provenance["excluded"]["calendar_word"] == 1


def test_what_is_no_person_loses_a_month_only_where_a_date_stands():
    text = "The band March played in March. Fans of March came."
    assert surfaces(text, "March", "organisation", language="en") == ["March", "March"]


def test_a_stated_case_says_that_the_month_is_a_name():
    assert surfaces("It rose in May.", "May", language="en", case="exact") == ["May"]


@pytest.mark.parametrize(
    "text",
    [
        "Das sagte Schröder.",
        "Er wetterte gegen Schröder.",
        "Da lobte Schröder ihn.",
        "Die Rede über Schröder war kurz.",
        "Aber Schröder blieb.",
        "Das machte Schröder nichts.",
        "Gute Schröder-Reden gab es nicht, aber Schröder.",
    ],
)
def test_behind_verbs_and_prepositions_a_person_called_by_a_common_word_stays(text):
    assert surfaces(text, "Schröder") == ["Schröder"]


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("In kleinen Klassen lernt man gut.", "Klassen"),
        ("Einige Klassen kamen.", "Klassen"),
        ("Da kamen die 4. Klassen.", "Klassen"),
        ("Die Klassen 1 und 2 kamen.", "Klassen"),
        ("Der letzte Kaiser ging.", "Kaiser"),
        ("Beim Kaiser war es still.", "Kaiser"),
        ("Mit gutem Koch gelingt alles.", "Koch"),
    ],
)
def test_a_person_called_by_a_common_noun_takes_no_article_ordinal_or_adjective(text, alias):
    assert surfaces(text, alias) == []


def test_an_alias_written_small_that_is_an_ordinal_is_no_name():
    assert surfaces("Die ersten und der erste kamen.", "ersten", "organisation") == []
    assert surfaces("Das ersten steht da.", "ersten", "other", case="exact") == ["ersten"]
    assert surfaces("Das Erste sendet.", "Erste", "organisation") == ["Erste"]


@pytest.mark.parametrize(
    ("text", "alias", "found"),
    [
        ("Der bedrohte Ludwig II. floh.", "Ludwig", []),
        ("Aus der Zeit Ludwigs IX. stammt er.", "Ludwig", []),
        ("Dann kam Ludwig I. auf den Thron.", "Ludwig", []),
        ("Dann kam Ludwig, I. Klasse reisend.", "Ludwig", ["Ludwig"]),
        ("Dann kam der Marschall de Lorn.", "Marschall", []),
        ("Sie wohnt in der Friedrich-Ebert-Straße.", "Ebert", []),
        ("Die Friedrich-Ebert-Biographie erschien.", "Ebert", ["Ebert"]),
        ("Die Ebert-Straße ist lang.", "Ebert", ["Ebert"]),
    ],
)
def test_what_bears_a_longer_name_is_somebody_or_something_else(text, alias, found):
    assert surfaces(text, alias) == found


def test_a_ruler_who_is_listed_with_more_than_the_given_name_keeps_the_number():
    assert surfaces("Papst Pius XII. sprach.", "Pius", entity="Papst Pius XII.") == ["Pius"]


@pytest.mark.parametrize(
    ("text", "alias", "found"),
    [
        ("Das ist eine moderne Stadt.", "Moderne", []),
        ("Moderne Häuser stehen dort.", "Moderne", []),
        ("Die Moderne begann früh.", "Moderne", ["Moderne"]),
        ("Das konservative Lager gewann.", "Konservative", []),
        ("Konservative fordern mehr.", "Konservative", ["Konservative"]),
        ("Ich google das.", "Google", ["google"]),
    ],
)
def test_an_adjective_made_a_name_is_the_adjective_where_it_is_written_small(text, alias, found):
    assert surfaces(text, alias, "organisation") == found


@pytest.mark.parametrize(
    ("text", "alias", "surface"),
    [
        ("Die moderne Kunst.", "Moderne", "moderne"),
        ("Er kam im mai.", "Mai", "mai"),
        ("In kleinen Klassen.", "Klassen", "Klassen"),
    ],
)
def test_an_alias_whose_case_somebody_gave_is_no_word_in_disguise(text, alias, surface):
    assert surfaces(text, alias) == []
    assert surfaces(text, alias, case="fold") == [surface]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Das ist ein Bereich, den Kurz gut kennt.", ["Kurz"]),
        ("Viele, die Kurz einst lobten, gingen.", ["Kurz"]),
        ("Ob der Kurz das weiß?", ["Kurz"]),
        ("Kurz sagte nichts.", ["Kurz"]),
        ("Kurz nach Ostern kam er.", []),
        ("Wien – Kurz vor dem Ende kam er.", []),
        ("Kurz gesagt geht es darum.", []),
        ("Da fielen viele Kurz- und Langstrecken aus.", []),
    ],
)
def test_a_person_called_by_an_adjective_takes_articles_but_begins_no_adverb(text, found):
    assert surfaces(text, "Kurz") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gestern sprach der Grüne Peter Pilz.", []),
        ("Das ist die Frage von Peter Pilz.", []),
        ("Der Chef, Peter Pilz, schwieg.", []),
        ("Das las er (Peter Pilz, 20.8.2015).", []),
        ("Da sah Peter Pilze.", ["Peter"]),
        ("Da aß Peter Brot.", ["Peter"]),
        ("Gestern gab der Trainer Peter Hoffnung.", ["Peter"]),
        ("Das Peter-Zadek-Haus ist nach Peter Zadek benannt.", ["Peter"]),
        ("Da trank er mit Peter Wein. Dann ging Peter.", ["Peter", "Peter"]),
    ],
)
def test_a_noun_behind_a_given_name_is_a_family_name_where_it_can_be_no_noun(text, found):
    assert surfaces(text, "Peter") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ein deutsch-polnischer Vertrag.", ["deutsch", "polnischer"]),
        ("Das polnisch-deutsche Treffen.", ["polnisch", "deutsche"]),
        ("Eine polnisch-deutsch-polnische Fahrt.", ["polnisch", "deutsch", "polnische"]),
        ("Er ist pro-polnisch, sie anti-deutsch.", ["polnisch", "deutsch"]),
        ("Ein Deutscher und eine Polnische kamen.", ["Deutscher", "Polnische"]),
        ("Sie spricht Polnisch.", []),
        ("Ein Polnisch-Lehrer fehlt.", []),
    ],
)
def test_an_adjective_listed_as_derived_is_found_behind_articles_and_hyphens(text, found):
    rows = [
        {"entity": entity, "kind": "place", "alias": alias, "role": "derived"}
        for entity, alias in (("Germany", "deutsch"), ("Poland", "polnisch"))
    ]
    table = wf.read(texts=[text], language="de").mentions(rows, quantities=False).table()
    assert table["surface"].tolist() == found
    assert set(table["role"].tolist()) <= {"derived"}


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Frau Merkel-Schmidt kam.", "de", []),
        ("Da kam Petra Merkel-Schönborn.", "de", []),
        ("Petra Merkel-Karrenbauer kam.", "de", []),
        ("Frau Merkel-Beraterin kam.", "de", ["Merkel"]),
        ("Die Merkel-Schmidt-Regierung.", "de", ["Merkel"]),
        ("Petra nannte Merkel-Fans blind.", "de", ["Merkel"]),
        ("Kanzlerin Merkel-Fans sind laut.", "de", ["Merkel"]),
        ("Frau Merkel - Schmidt schwieg.", "de", ["Merkel"]),
        ("Mrs Merkel-style rules.", "en", ["Merkel"]),
        ("Mrs Merkel left.", "en", ["Merkel"]),
    ],
)
def test_the_first_half_of_a_double_name_is_no_name(text, language, found):
    assert surfaces(text, "Merkel", language=language, entity="Angela Merkel") == found


@pytest.mark.parametrize(
    ("text", "language", "alias", "role", "form"),
    [
        ("Die Chips sind da.", "de", "Chip", "noun", "inflected"),
        ("Two data centers burn.", "en", "data center", "noun", "inflected"),
        ("Der Chip ist da.", "de", "Chip", "noun", "plain"),
        ("Der Plan Zelvantos liegt vor.", "de", "Zelvanto", "", "genitive"),
    ],
)
def test_the_plural_of_a_common_noun_is_told_as_inflected(text, language, alias, role, form):
    rows = [{"entity": "X", "kind": "thing", "alias": alias, "role": role}]
    mentions = wf.read(texts=[text], language=language).mentions(rows, quantities=False)
    assert mentions.explain(0)["form"] == form
