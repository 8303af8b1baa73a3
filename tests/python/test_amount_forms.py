"""Forms of amounts: fractions with hyphens, spaced groups, signs in brackets, limits."""

import pytest
import wortfeld as wf


def rows(text, language):
    """What is read in a text, one pair of surface and reading for each mention."""
    corpus = wf.read(texts=[text], language=language, metadata=[{"date": "2026-03-12"}])
    return list(corpus.mentions().table().rows())


def values(text, language):
    return [(row["surface"], row["value"]) for row in rows(text, language) if row["kind"] != "date"]


def times(text, language):
    return [(row["surface"], row["timex"]) for row in rows(text, language) if row["kind"] == "date"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rents rose by four-and-a-half percent.", ("four-and-a-half percent", 4.5)),
        ("They paid seven-and-a-half million euros.", ("seven-and-a-half million euros", 7.5e6)),
        ("Rents rose by 4-1/2 percent.", ("4-1/2 percent", 4.5)),
        ("They paid 2-3/4 million euros.", ("2-3/4 million euros", 2.75e6)),
        (
            "A share of three-and-three-quarters percent.",
            ("three-and-three-quarters percent", 3.75),
        ),
        ("Rents rose by two and a half percent.", ("two and a half percent", 2.5)),
    ],
)
def test_a_fraction_behind_hyphens_is_added_to_its_integer(text, found):
    assert values(text, "en") == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("After a three-and-a-half-year trial", ("three-and-a-half-year", "P42M")),
        ("It lasted four-and-a-half hours.", ("four-and-a-half hours", "PT270M")),
        ("It lasted 4-1/2 hours.", ("4-1/2 hours", "PT270M")),
        ("It lasted an hour and a half.", ("an hour and a half", "PT90M")),
    ],
)
def test_lengths_of_time_keep_their_fraction(text, found):
    assert times(text, "en") == [found]


def test_what_joins_no_fraction_stays_apart():
    assert values("The 1996-1/2 issue of a five-and-dime magazine", "en") == []
    assert times("Act 5-1/4/2020", "en") == [("1/4/2020", "2020-01-04")]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The flat costs 2 350,75 € a month.", "en", [("2 350,75 €", 2350.75)]),
        ("The car costs € 14 200,5 now.", "en", [("€ 14 200,5", 14200.5)]),
        ("Die Miete beträgt 2 350.75 Euro.", "de", [("2 350.75 Euro", 2350.75)]),
        ("Nur 3 100.000 Euro", "de", [("100.000 Euro", 100000)]),
    ],
)
def test_spaced_groups_go_with_either_decimal_mark(text, language, found):
    assert [pair for pair in values(text, language) if pair[1] != 3] == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Die FDP schrumpfte (minus 1,5).", "de", [("minus 1,5", -1.5)]),
        ("Der Ort wuchs (plus 1).", "de", [("plus 1", 1)]),
        (
            "Der Ort wuchs (plus 14), der andere (minus 2).",
            "de",
            [("plus 14", 14), ("minus 2", -2)],
        ),
        ("The club shrank (minus 1.5).", "en", [("minus 1.5", -1.5)]),
        ("Der Ort (3) und die Stadt (4)", "de", []),
    ],
)
def test_a_sign_in_brackets_belongs_to_its_number(text, language, found):
    assert values(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The share ended at 3,118.27.", "en", [("3,118.27", 3118.27)]),
        ("The franc traded at 0.9731.", "en", [("0.9731", 0.9731)]),
        ("The share ended at 2,310.", "en", [("2,310", 2310)]),
        ("We will be there at 5.", "en", []),
        ("Wir kommen am 5.", "de", []),
    ],
)
def test_a_decimal_at_the_end_of_a_sentence_is_no_ordinal(text, language, found):
    assert values(text, language) == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Mehr als 1800 kamen ums Leben.", "de", [("1800", 1800)]),
        ("Weniger als 2000 haben sich gemeldet.", "de", [("2000", 2000)]),
        ("Es gibt 5000 Plätze, davon 1300 in Bonn.", "de", [("5000", 5000), ("1300", 1300)]),
        ("Es kamen 4500 Gäste, 1960 davon aus Bern.", "de", [("4500", 4500), ("1960", 1960)]),
        ("Dort sind 2400 Lehrer und 1980 Schüler.", "de", [("2400", 2400), ("1980", 1980)]),
        ("More than 2000 lost their homes.", "en", [("2000", 2000)]),
        ("About 1980 people voted.", "en", [("1980", 1980)]),
        ("It has 2400 beds and 1980 nurses.", "en", [("2400", 2400), ("1980", 1980)]),
        ("They hired 2,400 nurses, 1980 of them abroad.", "en", [("2,400", 2400), ("1980", 1980)]),
    ],
)
def test_what_counts_in_four_digits_is_no_year(text, language, found):
    assert values(text, language) == found
    assert times(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Es war, als 1990 gewählt wurde, regnete es.", "de", ["1990"]),
        ("Das Haus stand bis kurz vor 1900 leer.", "de", ["1900"]),
        ("Es wurde 2018 davon ausgegangen.", "de", ["2018"]),
        ("2020 kamen mehr als 2019.", "de", ["2020", "2019"]),
        ("Sales, a record for the 1980 cars and 1981 trucks", "en", ["1980", "1981"]),
        ("In about 1950 people moved there.", "en", ["1950"]),
        ("There are data up to 1990 only.", "en", ["1990"]),
    ],
)
def test_what_is_a_year_beside_such_words_stays_one(text, language, found):
    assert [timex for _, timex in times(text, language)] == found


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "Sie zahlen mindestens 200 und höchstens 900 Euro.",
            "de",
            [("200", 200, "EUR", "at_least"), ("900 Euro", 900, "EUR", "at_most")],
        ),
        (
            "Die Quote sank von über 40 auf unter 30 Prozent.",
            "de",
            [("40", 40, "percent", "more_than"), ("30 Prozent", 30, "percent", "less_than")],
        ),
        (
            "Die Quote stieg von derzeit 4 auf rund 7 Prozent.",
            "de",
            [("4", 4, "percent", None), ("7 Prozent", 7, "percent", "approximately")],
        ),
        (
            "They pay at least 20 and at most 90 euros.",
            "en",
            [("20", 20, "EUR", "at_least"), ("90 euros", 90, "EUR", "at_most")],
        ),
        (
            "Es sind über 4 Gruppen und höchstens 90 Euro.",
            "de",
            [("4", 4, "Gruppen", "more_than"), ("90 Euro", 90, "EUR", "at_most")],
        ),
    ],
)
def test_a_lower_and_an_upper_limit_share_their_unit(text, language, found):
    mentions = [row for row in rows(text, language) if row["kind"] != "date"]
    assert [(m["surface"], m["value"], m["unit"], m["modifier"]) for m in mentions] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Das Brot kostet vier Euro sechzig.", [("vier Euro sechzig", 4.6)]),
        ("Dort haben für vier Euro sechzig Leute gegessen.", [("vier Euro", 4), ("sechzig", 60)]),
        ("Sie gab vier Euro, sechzig fehlen.", [("vier Euro", 4), ("sechzig", 60)]),
    ],
)
def test_cents_in_words_belong_to_their_euros(text, found):
    assert values(text, "de") == found
