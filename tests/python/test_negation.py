"""Amounts that are negated by a word before them in their clause."""

import pytest
import wortfeld as wf
from wortfeld.negation import negation_cue


def marks(text, language):
    rows = wf.read(texts=[text], language=language).mentions().nearby().rows()
    return [row["mark"] for row in rows]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They did not pay $5 billion.", "en"),
        ("They did not pay the $5 million.", "en"),
        ("They didn’t pay the $5 million.", "en"),
        ("They never paid a single $5 fee.", "en"),
        ("They have not yet paid the $5 million.", "en"),
        ("They left without a single $5 fee.", "en"),
        ("Without paying the $5 fee they left.", "en"),
        ("No company paid $5 million.", "en"),
        ("Er hat nie 5 Mio. Euro gezahlt.", "de"),
        ("Er hat nicht 5 Mio. Euro gezahlt.", "de"),
        ("Er kam ohne 5 Mio. Euro.", "de"),
        ("Er kam ohne die geforderten 5 Mio. Euro.", "de"),
        ("Er zahlte nicht die geforderten 5 Mio. Euro.", "de"),
        ("Es gab keine Einzelinvestition über eine Milliarde.", "de"),
        ("Kein Unternehmen zahlte 5 Mio. Euro.", "de"),
    ],
)
def test_a_negator_before_the_amount_marks_it(text, language):
    assert marks(text, language) == ["negated"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They paid not only $5 million.", "en"),
        ("They did not spend but earned $5 million.", "en"),
        ("There is no doubt that they paid $5 million.", "en"),
        ("Without one-off items profit rose to $5 million.", "en"),
        ("They did not say whether they paid $5 million.", "en"),
        ("They did not pay in 2020.", "en"),
        ("The No. 1 firm paid $5 million.", "en"),
        ("A not-for-profit firm paid $5 million.", "en"),
        ("Verizon T paid $5 million.", "en"),
        ("Er zahlte nicht nur 5 Mio. Euro.", "de"),
        ("Er zahlte nicht zuletzt die 5 Mio. Euro.", "de"),
        ("Er ist nicht arm und hat 5 Mio. Euro.", "de"),
        ("Er kam nicht, zahlte aber 5 Mio. Euro.", "de"),
        ("Ohne Sondereffekte stieg der Gewinn auf 5 Mio. Euro.", "de"),
        ("Er zahlte nicht weniger als die geforderten 5 Mio. Euro.", "de"),
        ("Ohne Zweifel zahlte er 5 Mio. Euro.", "de"),
    ],
)
def test_other_words_and_other_clauses_negate_nothing(text, language):
    assert marks(text, language) == [None]


def test_each_amount_has_its_own_clause():
    assert marks("Er zahlte 5 Mio. Euro, nicht aber 6.", "de") == [None, "negated"]
    assert marks("Er zahlte weder 3 noch 4 Mio. Euro.", "de") == ["negated", "negated"]
    assert marks("They paid neither $3 million nor $4 million.", "en") == ["negated", "negated"]


def test_limits_with_a_negator_stay_limits_and_negated_limits_have_no_bounds():
    assert marks("Er zahlte nicht mehr als 5 Mio. Euro.", "de") == ["threshold"]
    for limit in ("nicht einmal", "noch nicht", "nicht über", "nicht unter"):
        assert marks(f"Er zahlte {limit} 5 Mio. Euro.", "de") == ["threshold"]
    assert marks("Er hat noch nicht die 5 Mio. Euro gezahlt.", "de") == ["negated"]
    for limit in ("not quite", "not over", "not exceeding"):
        assert marks(f"They paid {limit} $5 million.", "en") != ["negated"]
    assert marks("They paid no more than $5 million.", "en") == ["threshold"]
    text = "Es gab keine Einzelinvestition über eine Milliarde."
    (row,) = wf.read(texts=[text], language="de").mentions().nearby().rows()
    assert (row["modifier"], row["lower"], row["upper"]) == ("more_than", None, None)


def test_languages_without_a_list_have_no_negators():
    assert negation_cue("Sie zahlten nicht ", "fr") is None
