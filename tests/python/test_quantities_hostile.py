"""Amounts that nobody writes: exact or not read, never an exception and never a wrong number."""

import pytest
import wortfeld as wf


def amounts(text, language="de"):
    table = wf.read([text], language=language).mentions(dates=False).table()
    return [(row["surface"], row["value_text"]) for row in table.rows()]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "zweihundert" * 1000 + " Euro",
        "hundredthousand" * 700,
        "one hundred " * 2000 + "dollars",
        "9" * 400 + " Euro",
        "1" + ".000" * 300 + " Euro",
        "1 000" + " 000" * 300 + " Euro",
        "1/" * 3000 + "2 percent",
        "$" * 5000 + "5",
        "5 bis " * 3000 + "6 Prozent",
        "-" * 5000 + "5 %",
        "million " * 3000,
        "5" + " million" * 3000 + " dollars",
    ],
    ids=lambda text: text[:12],
)
def test_endless_numbers_are_read_or_left_out(text, language):
    for surface, value in amounts(text, language):
        assert surface in text
        assert value is None or len(value) < 200


def test_twenty_digits_are_exact():
    assert amounts("99999999999999999999 Euro") == [
        ("99999999999999999999 Euro", "99999999999999999999")
    ]


def test_an_exponent_is_no_amount_of_its_own():
    assert "1" not in [value for _, value in amounts("Es waren 1e400 Euro.")]


def test_digits_of_other_scripts_are_not_guessed():
    assert amounts("Es kostete ١٢٣ Euro.") == []
    assert amounts("Es kostete Ⅷ Euro.") == []


def test_halves_nothing_and_narrow_spaces():
    assert amounts("Es kostete ½ Euro.") == [("½ Euro", "0.5")]
    assert amounts("Es stieg um -0 Prozent.") == [("-0 Prozent", "0")]
    assert amounts("Es stieg um 50\u00a0%.") == [("50\u00a0%", "50")]
    assert amounts("Es kostete 1\u202f000\u202f000 Euro.") == [
        ("1\u202f000\u202f000 Euro", "1000000")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "4. und " * 30000),
        ("de", "2. oder " * 30000 + "3. Quartal 2024"),
        ("de", "5., " * 30000 + "Mai 2024"),
        ("en", "third, " * 30000 + "fourth."),
        ("en", "first and " * 30000 + "second quarter of 2024"),
    ],
    ids=lambda text: text[:12],
)
def test_endless_ordinals_end(text, language):
    table = wf.read([text], language=language).mentions().table()
    assert all(row["surface"] in text for row in table.rows())


def test_all_quarters_of_a_list_are_read():
    table = wf.read(["Im 1., 2., 3. und 4. Quartal 2024"], language="de").mentions().table()
    assert [row["timex"] for row in table.rows()] == [
        "2024-Q1",
        "2024-Q2",
        "2024-Q3",
        "2024-Q4",
    ]
