"""A third language from its data file alone: French numbers, amounts and dates."""

import pytest
import wortfeld as wf

REFERENCE = "2025-06-15"


def rows(text, language="fr"):
    corpus = wf.read(texts=[text], language=language)
    return corpus.mentions(reference_date=REFERENCE).table().rows()


def found(text):
    return [
        (row["surface"], row["value_text"] or row["timex"], row["unit"], row["modifier"])
        for row in rows(text)
    ]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "Le groupe paie 2,5 milliards d'euros.",
            ("2,5 milliards d'euros", "2500000000", "EUR", None),
        ),
        ("Cela coûte moins d'un euro.", ("un euro", "1", "EUR", "less_than")),
        ("Un billion de dollars.", ("Un billion de dollars", "1000000000000", "USD", None)),
        (
            "Il vaut près d’un million d’euros.",
            ("un million d’euros", "1000000", "EUR", "approximately"),
        ),
        (
            "Deux millions et demi d'euros.",
            ("Deux millions et demi d'euros", "2500000", "EUR", None),
        ),
        (
            "Un million deux cent mille euros.",
            ("Un million deux cent mille euros", "1200000", "EUR", None),
        ),
        ("Le coût : 1\u202f234,56 €.", ("1\u202f234,56 €", "1234.56", "EUR", None)),
        ("Le coût : 1\u00a0234,56 €.", ("1\u00a0234,56 €", "1234.56", "EUR", None)),
        ("Le budget de 45,2 Md€ suffit.", ("45,2 Md€", "45200000000", "EUR", None)),
        (
            "Une offre de 3 millions de francs suisses.",
            ("3 millions de francs suisses", "3000000", "CHF", None),
        ),
        (
            "entre 100 et 300 millions de dollars",
            ("100 et 300 millions de dollars", "100000000..300000000", "USD", None),
        ),
        (
            "des dizaines de milliers, ou plusieurs millions d'euros",
            ("plusieurs millions d'euros", "2000000..10000000", "EUR", "vague"),
        ),
    ],
)
def test_sums_of_money(text, reading):
    assert reading in found(text)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("soixante-dix", "70"),
        ("soixante et onze", "71"),
        ("soixante-dix-sept", "77"),
        ("quatre-vingts", "80"),
        ("quatre-vingt-un", "81"),
        ("quatre-vingt-dix-sept millions", "97000000"),
        ("vingt et un", "21"),
        ("vingt-et-un", "21"),
        ("trente-deux", "32"),
        ("septante-trois", "73"),
        ("nonante", "90"),
        ("cent un", "101"),
        ("deux cents", "200"),
        ("mille", "1000"),
        ("trois mille deux cents milliards", "3200000000000"),
        ("deux cent cinquante mille", "250000"),
        ("mille milliards", "1000000000000"),
    ],
)
def test_number_words(words, value):
    assert [row[:2] for row in found(f"Il y voit {words} oiseaux.")] == [(words, value)]


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("12 % des salariés", ("12 %", "12", "percent", None)),
        ("Moins de 10 pour cent des voix", ("10 pour cent", "10", "percent", "less_than")),
        ("une hausse de 5 à 7 %", ("5 à 7 %", "5..7", "percent", None)),
        ("Plus ou moins 5 %.", ("5 %", "5", "percent", "approximately")),
        ("une baisse de -3,2 %", ("-3,2 %", "-3.2", "percent", None)),
        ("0,3 point de pourcentage", ("0,3 point de pourcentage", "0.3", "percentage_point", None)),
        ("Environ 31 salariés", ("31", "31", "salariés", "approximately")),
        ("Au moins 20 blessés", ("20", "20", "blessés", "at_least")),
        ("Plus de 1 500 kilomètres", ("1 500", "1500", "kilomètres", "more_than")),
        ("68 millions d'habitants", ("68 millions", "68000000", "habitants", None)),
        ("Moins d'un million d'oiseaux", ("un million", "1000000", "oiseaux", "less_than")),
        ("Plus d'un million d'oiseaux", ("un million", "1000000", "oiseaux", "more_than")),
        ("moins 10 degrés", ("moins 10", "-10", "degrés", None)),
    ],
)
def test_percentages_and_counts(text, reading):
    assert found(text) == [reading]


@pytest.mark.parametrize(
    ("text", "surface", "timex", "modifier"),
    [
        ("Il arrive le 3 mars 2025.", "3 mars 2025", "2025-03-03", None),
        ("Il est né le 1er mai 1987.", "1er mai 1987", "1987-05-01", None),
        ("C'était en février 2024.", "février 2024", "2024-02", None),
        ("Tout finit mi-septembre.", "mi-septembre", "2025-09", "middle"),
        ("Fin 2025, tout sera prêt.", "Fin 2025", "2025", "end"),
        ("Depuis 2019, il neige.", "2019", "2019", "since"),
        ("Du 3 au 5 juin 2024, on danse.", "3 au 5 juin 2024", "2024-06-03/2024-06-05", None),
        ("Au troisième trimestre 2025.", "troisième trimestre 2025", "2025-Q3", None),
        ("Dans les années 1990.", "années 1990", "199", None),
        ("Dans les années 70.", "années 70", "197", None),
        ("Au XXIe siècle.", "XXIe siècle", "20", None),
        ("L'année dernière, il pleuvait.", "année dernière", "2024", None),
        ("Le mois prochain, il part.", "mois prochain", "2025-07", None),
        ("Il y a trois ans, il partait.", "trois ans", "2022", None),
        ("Cela dure trois ans et demi.", "trois ans et demi", "P42M", None),
        ("Le 03/05/2026 à Lyon.", "03/05/2026", "2026-05-03", None),
        ("Aujourd'hui, il part.", "Aujourd'hui", "2025-06-15", None),
    ],
)
def test_dates(text, surface, timex, modifier):
    assert [(row["surface"], row["timex"], row["modifier"]) for row in rows(text)] == [
        (surface, timex, modifier)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "C'est l'un des plus grands, l'une des premières.",
        "Le vol AF 447 et le Boeing 737 se suivent.",
        "La page 12 et l'article 5, alinéa 2.",
        "Il gagne la demi-finale et boit un demi.",
        "Louis XIV et François Ier.",
        "Le n° 5 est absent.",
        "Il part à 14 h 30.",
        "Il part à 9 heures, ou vers 22 heures.",
    ],
)
def test_what_is_no_quantity(text):
    assert found(text) == []


@pytest.mark.parametrize("language", ["es", "pt-BR", None])
def test_a_language_without_data_reads_no_number_rather_than_a_wrong_one(language):
    assert rows("1.234 euros, 1,234 dollars y 12 % en 2024", language) == []


def test_the_data_of_the_language_explain_a_reading():
    corpus = wf.read(texts=["Il paie 5 euros."], language="fr")
    mentions = corpus.mentions()
    assert mentions.table()["rule"].tolist() == ["fr.money.amount"]
    assert "amount, currency behind it" in str(mentions.explain(0))
