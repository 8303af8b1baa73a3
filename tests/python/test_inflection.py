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
        ("DER BAHNHOF STRASSBURG", "Straßburg", "STRASSBURG"),
        ("Im Weissen Haus wird beraten.", "Weißes Haus", "Weissen Haus"),
        ("Am Großen Platz", "Grosser Platz", "Großen Platz"),
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


# --- nouns that look like names -------------------------------------------------------------------


def nouns(text, alias, kind="organisation", **others):
    rows = [{"entity": alias, "kind": kind, "alias": alias, **others}]
    mentions = wf.read(texts=[text], language="de").mentions(rows, quantities=False, dates=False)
    return mentions.table()["surface"].tolist(), mentions.table().provenance["excluded"]


@pytest.mark.parametrize(
    "text",
    [
        "Das schreibt der Stern in seiner Ausgabe.",
        "Wie Stern berichtet, sinkt der Kurs.",
        "Die Stern-Redaktion klagt.",
        "Der Chefredakteur des Stern geht.",
        "Ein Stern-Reporter fragt nach.",
        "Seine Stern-Kolumne erscheint.",
        "Am Dienstag gewann Stern 3 Prozent.",
        "Dann verlor Stern 12 %.",
    ],
)
def test_a_common_word_is_a_name_where_names_stand(text):
    assert nouns(text, "Stern") == (["Stern"], {})


@pytest.mark.parametrize(
    "text",
    [
        "Über ihm leuchtet ein Stern.",
        "Über ihm leuchtet ein heller ferner Stern.",
        "Dieser Stern ist alt.",
        "Sie folgten ihrem Stern.",
        "Kein Stern war zu sehen.",
        "Das zeigt (Stern 2), wie es ist.",
        "Im Abend-Stern brennt Licht.",
    ],
)
def test_a_common_word_is_a_noun_behind_what_nouns_follow(text):
    assert nouns(text, "Stern") == ([], {"common_noun": 1})


def test_a_stated_case_says_that_the_word_is_a_name():
    assert nouns("Über ihm leuchtet ein Stern.", "Stern", case="exact") == (["Stern"], {})


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Der Kaiser kommt.", []),
        ("Der spätere Kaiser kommt.", []),
        ("Franz Kaiser kommt.", ["Kaiser"]),
        ("Im März wird es warm.", []),
    ],
)
def test_persons_called_by_common_words_take_no_article(text, surfaces):
    alias = "März" if "März" in text else "Kaiser"
    assert nouns(text, alias, "person")[0] == surfaces


@pytest.mark.parametrize(
    ("text", "kind", "surfaces"),
    [
        ("Dann kam Müller-Wagner.", "person", []),
        ("Dann kam Bulmahn-Wagner.", "person", []),
        ("Dann kam Sabine Müller-Wagner.", "organisation", []),
        ("Dann kam Frau Zadek-Wagner.", "organisation", []),
        ("Dann kam Zadek-Wagner.", "organisation", ["Wagner"]),
        ("Dann kam Zadek-Wagner.", "place", ["Wagner"]),
        ("Dann kam Frau Zadek-Wagner.", "other", []),
        ("Dann kam Müller-Wagner.", "other", []),
        ("Dann kam Zadek-Wagner.", "other", ["Wagner"]),
        ("Das ist Anti-Wagner-Kunst.", "organisation", ["Wagner"]),
        ("Das ist Ex-Wagner.", "organisation", ["Wagner"]),
        ("Das ist Nicht-Wagner.", "person", ["Wagner"]),
        ("Das ist Möchtegern-Wagner.", "person", ["Wagner"]),
        ("Das ist KI-Wagner.", "person", ["Wagner"]),
        ("Das ist Bilder-Wagner.", "person", ["Wagner"]),
        ("Das ist Neu-Wagner.", "place", ["Wagner"]),
        ("Die Wagner-Oper beginnt.", "person", ["Wagner"]),
    ],
)
def test_the_end_of_a_double_name_is_another_name(text, kind, surfaces):
    assert nouns(text, "Wagner", kind, case="exact")[0] == surfaces


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("Das neue KI-Google kommt.", "Google"),
        ("Eine Nicht-Apple-Lösung ist da.", "Apple"),
        ("Die Anti-Putin ist gewählt.", "Putin"),
        ("Es liegt in Neu-Delhi.", "Delhi"),
        ("Der Fujitsu-Siemens ist alt.", "Siemens"),
    ],
)
def test_a_name_behind_a_hyphen_is_kept_if_nothing_says_that_it_is_a_persons(text, alias):
    assert surfaces(text, alias) == [alias]


def test_two_names_joined_by_a_hyphen_are_two_names():
    rows = [{"entity": n, "kind": "organisation", "alias": n} for n in ("Nvidia", "OpenAI")]
    corpus = wf.read(texts=["Der Pakt Nvidia-OpenAI hält."], language="de")
    assert corpus.mentions(rows).table()["surface"].tolist() == ["Nvidia", "OpenAI"]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Peter kommt.", ["Peter"]),
        ("Dann kam Peter nach Hause.", ["Peter"]),
        ("Peters Haus brennt.", ["Peters"]),
        ("Peter und Berta kommen.", ["Peter"]),
        ("Da gab Peter den Brief her.", ["Peter"]),
        ("Das war, als Peter Kanzler wurde.", ["Peter"]),
        ("Dann gab Peter Hoffnung auf.", ["Peter"]),
        ("Er schenkte Peter Blumen.", ["Peter"]),
        ("Dann sprach Peter Deutsch.", ["Peter"]),
        ("Da traf Peter Polizisten.", ["Peter"]),
        ("Es ist wahr, dass Peter Zadek mochte. Dann ging Peter.", ["Peter", "Peter"]),
        # Most capitals behind a given name are those of a family name.
        ("Gestern gab Peter Zadek alles.", []),
        ("Das Stück hat Peter Zadek inszeniert.", []),
        ("Gestern kam Peter van Zadek.", []),
        ("Gestern ging Peter von Zadek zu Anna.", ["Peter"]),
        # The first part of a German clause is one phrase.
        ("Peter Zadek kommt.", []),
        ("Peter Kaiser kommt.", []),
        ("»Peter Zadek kommt.", []),
        ("Peter Zadek: Wir kommen.", []),
        ("Peter Zadek, der Regisseur, kommt.", []),
        ("Peter Kanzler, das war sein Ziel.", ["Peter"]),
        ("Hans Peter kommt.", []),
        ("Gestern kam Peter Müller.", []),
        ("Gestern kam Peter Saunderovic.", []),
        ("Gestern kam Peter Sedlmeier.", []),
        ("Gestern kam Peter Kowalschuk.", []),
        ("Gestern kam Professor Peter Zadek.", []),
        ("Gestern kam Finanzminister Peter Kaiser.", []),
        ("Gestern gab der Trainer Peter Hoffnung.", ["Peter"]),
        ("Gestern kam der Trainer Peter Zadek.", []),
        ("Gestern kam Peter F. Zadek.", []),
        ("Gestern kam Peter Zadek (34).", []),
        ("Das sagte Peter Herbst.", []),
        ("Dann schrieb Peter Gedichte.", ["Peter"]),
        ("Dann forderte Peter Hilfe.", ["Peter"]),
        ("Sein Sohn (Peter Zadek) kam.", []),
        ("Gestern spielte Peter Josef von Zadek.", []),
        ("Er traf Peter Zadek. Herr Zadek schwieg.", []),
        ("Er traf Peter Zadek. Da sagte Zadek nichts.", []),
        ("Er traf Peter Zadek. Auch sie traf Peter Zadek.", []),
    ],
)
def test_a_given_name_before_a_capital_that_is_no_noun_is_part_of_a_full_name(text, surfaces):
    found, excluded = nouns(text, "Peter", "person")
    assert found == surfaces
    assert ("given_name" in excluded) == (not surfaces)


@pytest.mark.parametrize(
    ("text", "entity", "surfaces"),
    [
        ("Gestern kam Wagner.", "Hanne Wagner", ["Wagner"]),
        ("Gestern kam Richard Wagner.", "Hanne Wagner", []),
        ("Gestern kam Richard Wagner.", "Wagner", ["Wagner"]),
        ("Gestern kam Hanne Wagner.", "Hanne Wagner", ["Wagner"]),
        ("Gestern kam Hanne Maria Wagner.", "Hanne Wagner", ["Wagner"]),
        ("Gestern kam Hans Wagner.", "Hanne Wagner", ["Wagner"]),
        ("Gestern kam H. Wagner.", "Hanne Wagner", ["Wagner"]),
    ],
)
def test_a_family_name_behind_another_given_name_is_another_person(text, entity, surfaces):
    rows = [{"entity": entity, "kind": "person", "alias": "Wagner", "case": "exact"}]
    corpus = wf.read(texts=[text], language="de")
    table = corpus.mentions(rows, quantities=False, dates=False).table()
    assert table["surface"].tolist() == surfaces
    assert table.provenance["excluded"] == ({} if surfaces else {"other_person": 1})


@pytest.mark.parametrize(
    ("text", "kind", "surfaces"),
    [
        ("Das Wagner Museum öffnet.", "person", []),
        ("Das Wagner Museum öffnet.", "organisation", ["Wagner"]),
        ("Da sah Wagner Schiffe.", "person", ["Wagner"]),
        ("Wagners Museum öffnet.", "person", ["Wagners"]),
        ("Das Wagner-Museum öffnet.", "person", ["Wagner"]),
    ],
)
def test_what_is_called_after_a_person_is_none(text, kind, surfaces):
    assert nouns(text, "Wagner", kind, case="exact")[0] == surfaces


def test_nouns_are_judged_in_german_only():
    rows = [{"entity": "Target", "kind": "organisation", "alias": "Target"}]
    corpus = wf.read(texts=["This Target store closed."], language="en")
    assert len(corpus.mentions(rows)) == 1


# --- common nouns ---------------------------------------------------------------------------------


def noun_surfaces(text, alias, language="de", role="noun", kind="technology"):
    rows = [{"entity": alias, "kind": kind, "alias": alias, "role": role}]
    corpus = wf.read(texts=[text], language=language)
    return corpus.mentions(rows, quantities=False, dates=False).table()["surface"].tolist()


@pytest.mark.parametrize(
    ("alias", "forms"),
    [
        ("Chip", ["Chip", "Chips"]),
        ("Bank", ["Bank", "Banken", "Bänke", "Bänken"]),
        ("Haus", ["Haus", "Hauses", "Häuser", "Häusern"]),
        ("Rechenzentrum", ["Rechenzentrum", "Rechenzentrums", "Rechenzentren"]),
        ("Firma", ["Firma", "Firmen"]),
        ("Konto", ["Konto", "Konten", "Kontos"]),
        ("Virus", ["Virus", "Viren"]),
        ("Ministerium", ["Ministerium", "Ministerien", "Ministeriums"]),
        ("Aktie", ["Aktie", "Aktien"]),
        ("Gesetz", ["Gesetz", "Gesetze", "Gesetzen", "Gesetzes"]),
        ("Roboter", ["Roboter", "Robotern", "Roboters"]),
        ("Forscherin", ["Forscherin", "Forscherinnen"]),
        ("Mutter", ["Mutter", "Mütter", "Müttern"]),
        ("Ergebnis", ["Ergebnis", "Ergebnisse", "Ergebnissen", "Ergebnisses"]),
    ],
)
def test_german_nouns_are_found_in_their_cases_and_numbers(alias, forms):
    assert noun_surfaces(f"Hier: {', '.join(forms)}.", alias) == forms
    names = noun_surfaces(f"Hier: {', '.join(forms)}.", alias, role="", kind="organisation")
    assert set(names) <= {alias, alias + "s", alias + "es"}


@pytest.mark.parametrize(
    ("alias", "forms"),
    [
        ("chip", ["chip", "Chips"]),
        ("company", ["company", "companies"]),
        ("bus", ["bus", "buses"]),
        ("shelf", ["shelf", "shelves"]),
        ("chairman", ["chairman", "chairmen"]),
        ("analysis", ["analysis", "analyses"]),
        ("data center", ["data center", "Data centers", "data-centers"]),
    ],
)
def test_english_nouns_are_found_in_the_plural(alias, forms):
    assert noun_surfaces(f"Here: {', '.join(forms)}.", alias, language="en") == forms


def test_a_noun_of_several_words_is_inflected_at_its_end():
    text = "Die künstliche Intelligenz und ein neuronales Netz, viele neuronale Netze."
    assert noun_surfaces(text, "neuronales Netz") == ["neuronales Netz", "neuronale Netze"]


def test_a_common_noun_is_no_name_to_be_told_from_nouns():
    assert noun_surfaces("Eine Bank und die Bank.", "Bank") == ["Bank", "Bank"]


@pytest.mark.parametrize(
    ("text", "alias", "language", "surfaces"),
    [
        ("Die Banker und das Bänkchen.", "Bank", "de", []),
        ("Hier: Banken.", "Bank", "fr", []),
        ("All banken.", "bank", "en", []),
        ("Die banken.", "Bank", "de", []),
        ("The Metas of this world", "Meta", "en", []),
        ("Metas Chef", "Meta", "de", ["Metas"]),
        ("Meta's chief", "Meta", "en", ["Meta"]),
        ("Les Metas, et Meta aussi", "Meta", "fr", ["Meta"]),
    ],
)
def test_endings_are_those_of_the_language_and_of_nouns(text, alias, language, surfaces):
    role = "" if alias == "Meta" else "noun"
    assert noun_surfaces(text, alias, language, role) == surfaces
