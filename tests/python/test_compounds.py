"""Names within longer words: truncated ones, parts of compounds, closed compounds."""

import pytest
import wortfeld as wf


def table(text, *aliases, language="de", kind="place", case="", **options):
    rows = [{"entity": alias, "kind": kind, "alias": alias, "case": case} for alias in aliases]
    corpus = wf.read(texts=[text], language=language)
    return corpus.mentions(rows, quantities=False, dates=False, **options)


def found(text, *aliases, **options):
    mentions = table(text, *aliases, **options).table()
    return list(zip(mentions["surface"], mentions["entity"], strict=True))


# --- words that share their end -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "alias", "surface"),
    [
        ("In Nord- und Südkorea schneit es.", "Nordkorea", "Nord-"),
        ("Der Präsident Nord- und Südkoreas schweigt.", "Nordkorea", "Nord-"),
        ("In Ost- oder Westdeutschland.", "Ostdeutschland", "Ost-"),
        ("Öl-, Kohle- und Gasfelder brennen.", "Ölfelder", "Öl-"),
        ("Öl-, Kohle- und Gasfelder brennen.", "Kohlefelder", "Kohle-"),
        ("Das Haus- und Gartenamt zahlt.", "Hausamt", "Haus-"),
        ("Das Verkehrs- und Bauministerium zahlt.", "Verkehrsministerium", "Verkehrs-"),
        ("In Nord- und Süd-Korea schneit es.", "Nordkorea", "Nord-"),
        ("In Nord- und Süd-Korea schneit es.", "Nord-Korea", "Nord-"),
        ("Die S- und U-Bahn fährt.", "S-Bahn", "S-"),
        ("In Nord-/Südkorea schneit es.", "Nordkorea", "Nord-"),
    ],
)
def test_a_truncated_word_is_the_name_that_a_later_word_completes(text, alias, surface):
    assert found(text, alias) == [(surface, alias)]
    explained = table(text, alias).explain(0)
    assert (explained["alias"], explained["form"]) == (alias, "truncated")
    assert "role" not in explained


@pytest.mark.parametrize(
    "text",
    [
        "In Nord- und Süden schneit es.",
        "In Nord - und Südkorea schneit es.",
        "In Nord und Südkorea schneit es.",
        "In Nord-, als Südkorea fror.",
        "In Nord-. Und Südkorea friert.",
        "Im Nord- und im Südkorea.",
    ],
)
def test_only_a_word_with_a_hyphen_before_its_partner_is_truncated(text):
    assert found(text, "Nordkorea") == []


def test_a_truncated_word_stands_beside_its_whole_partner():
    text = "In Nord- und Südkorea schneit es, in Nordkorea mehr."
    assert found(text, "Nordkorea", "Südkorea") == [
        ("Nord-", "Nordkorea"),
        ("Südkorea", "Südkorea"),
        ("Nordkorea", "Nordkorea"),
    ]


def test_a_truncated_word_wins_over_the_name_that_is_its_beginning():
    assert found("Die Öl- und Gasfelder brennen.", "Öl", "Ölfelder") == [("Öl-", "Ölfelder")]
    assert found("Die Öl- und Gasfelder brennen.", "Öl") == [("Öl", "Öl")]


def test_a_truncated_word_keeps_the_letter_case_of_exact_names():
    assert found("Im nord- und südkorea.", "Nordkorea", case="exact") == []
    assert found("In Nord- und Südkorea.", "Nordkorea", case="exact") == [("Nord-", "Nordkorea")]


def test_truncation_follows_the_language_of_the_document():
    assert found("Nord- und Südkorea", "Nordkorea", language="en") == []
    rows = [{"entity": "N", "kind": "place", "alias": "Nordkorea", "language": "en"}]
    corpus = wf.read(texts=["Nord- und Südkorea"], language="de")
    assert len(corpus.mentions(rows)) == 0


def test_long_chains_of_truncated_words_end():
    text = "In " + "Nord-, " * 5000 + "Nord- und Südkorea."
    assert 0 < len(table(text, "Nordkorea")) < 10


# --- parts of compounds ---------------------------------------------------------------------------

# Texts that know the parts of their compounds.
KNOWN = (
    "Ein Sprecher, der Sprecher. Der Chef und die Reise. Der Chef und die Reise. Die Daten sind da."
)


def parts(text, *aliases, compounds, **options):
    mentions = table(f"{KNOWN} {text}", *aliases, compounds=compounds, **options).table()
    names = ("surface", "role", "head")
    return list(zip(*(mentions[name] for name in names), strict=True))


def test_hyphenated_compounds_count_unless_they_are_refused():
    text = "Der Google-Chef und der Ex-Google kennen Google."
    whole, part = ("Google", None, None), ("Google", "part", "Chef")
    ex = ("Google", "part", None)
    assert parts(text, "Google", compounds="hyphenated") == [part, ex, whole]
    assert parts(text, "Google", compounds="closed") == [part, ex, whole]
    assert parts(text, "Google", compounds="none") == [whole]
    excluded = table(text, "Google", compounds="none").table().provenance["excluded"]
    assert excluded == {"compound": 2}


@pytest.mark.parametrize(
    ("text", "alias", "surface", "head"),
    [
        ("Der Googlechef schweigt.", "Google", "Google", "chef"),
        ("Eine Deutschlandreise beginnt.", "Deutschland", "Deutschland", "reise"),
        ("Der Regierungssprecher schweigt.", "Regierung", "Regierung", "sprecher"),
    ],
)
def test_closed_compounds_count_on_request(text, alias, surface, head):
    assert parts(text, alias, case="fold", compounds="hyphenated") == []
    assert parts(text, alias, case="fold", compounds="closed") == [(surface, "part", head)]
    explained = table(f"{KNOWN} {text}", alias, case="fold", compounds="closed").explain(0)
    assert (explained["form"], explained["head"]) == ("closed compound", head)


@pytest.mark.parametrize(
    ("text", "alias", "options"),
    [
        ("Die Metadaten fehlen.", "Meta", {}),  # a common word
        ("Der Googlechef schweigt.", "Google", {"case": "exact"}),
        ("Der Googlechef schweigt.", "Google", {"language": "en"}),
        ("Der Googlexyz schweigt.", "Google", {}),  # no word of the texts
        # What kind of thing it is:
        ("Der Chefgoogle schweigt.", "Google", {"kind": "organisation"}),
        ("Der googlechef schweigt.", "Google", {}),
        ("Der Googlechef schweigt.", "Goog", {}),
    ],
)
def test_other_words_are_no_closed_compounds(text, alias, options):
    assert parts(text, alias, compounds="closed", **options) == []


@pytest.mark.parametrize(
    ("text", "alias", "columns", "surfaces"),
    [
        ("Die Speicherchips fehlen.", "Chip", {"role": "noun"}, ["chips"]),
        ("Der Speicherchip fehlt.", "Chip", {"role": "noun"}, ["chip"]),
        ("In Zentralfrankreich regnet es.", "Frankreich", {"kind": "place"}, ["frankreich"]),
        ("Zentralfrankreichs Berge.", "Frankreich", {"kind": "place"}, ["frankreichs"]),
        ("In Zentralfrankreich regnet es.", "Frankreich", {"kind": "person"}, []),
        ("Die Speicherkarten fehlen.", "Chip", {"role": "noun"}, []),
    ],
)
def test_nouns_and_places_are_found_at_the_end_of_closed_compounds(text, alias, columns, surfaces):
    known = "Speicher und Chips, Speicher und Chips. Zentral ist Frankreich. Zentral. Frankreich."
    rows = [{"entity": alias, "kind": "product", "alias": alias, **columns}]
    corpus = wf.read(texts=[known, text], language="de")
    for compounds, found in (("hyphenated", []), ("closed", surfaces)):
        mentions = corpus.mentions(rows, compounds=compounds, dates=False)
        there = mentions.filter(documents="1").table()
        assert there["surface"].tolist() == found
        assert [role for role in there["role"] if role != "part"] == []
        assert [head for head in there["head"] if head is not None] == []


def test_a_listed_compound_is_a_name_of_its_own():
    text = "Die Deutschlandreise beginnt."
    assert parts(text, "Deutschland", "Deutschlandreise", compounds="closed") == [
        ("Deutschlandreise", None, None)
    ]


def test_another_policy_of_compounds_is_refused():
    with pytest.raises(wf.BadArgument, match="hyphenated"):
        table("Google", "Google", compounds="open")
