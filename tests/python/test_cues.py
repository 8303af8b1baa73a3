import pytest
from wortfeld.cues import future_cue
from wortfeld.report.wording import Wording


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Die Bahn wird 2030 zwei Milliarden Euro investieren.", "wird … investieren"),
        ("Der Konzern werde 2,5 Mrd. Euro in Dresden investieren.", "werde … investieren"),
        ("Um 10:42 Uhr wird er 3,1 Mio. Euro zahlen.", "wird … zahlen"),
        ("Er sagt, dass der Umsatz auf 5 Millionen steigen wird.", "wird … steigen"),
        ("Der Verband prognostiziert ein Plus von 3 Prozent.", "prognostiziert"),
        ("Die Stadt plant ein Stadion für 80 Mio. Euro.", "plant"),
        ("Der Minister kündigte an, 4 Milliarden Euro zu sparen.", "kündigte"),
        ("Sie prophezeien einen Markt von 5 Milliarden.", "prophezeien"),
        ("Für 2031 werden 5 Milliarden Euro erwartet.", "erwartet"),
        ("In Zukunft kostet das 5 Euro.", "in zukunft"),
        ("Nvidia könnte 5 Mrd. Dollar zahlen.", "könnte … zahlen"),
        ("Nvidia könnte 5 Mrd. Dollar gezahlt haben.", None),
        ("Der Preis könnte auf 5 Euro gestiegen sein.", None),
        ("Wer das verstehen soll, war im Jahr 2026 bereits klar.", None),
        ("Er soll 5 Millionen Euro gestohlen haben.", None),
        ("Sie schätzen sein Vermögen auf 5 Milliarden Euro.", None),
        ("Er erwartete 2020 noch 5 Milliarden, es wurden 3.", None),
        ("Der Gewinn war mit 5 Millionen höher als erwartet.", None),
        ("Wie erwartet kostet es 5 Millionen.", None),
        ("Die Analysten hatten 5 Millionen erwartet.", None),
        ("Der Plan kostete 5 Millionen Euro.", None),
        ("Der Auftrag für 5 Millionen wird verschoben.", None),
        ("Der Preis von 5 Millionen Euro wird jährlich vergeben.", None),
        ("Die Kosten dürften 9 Mio. Euro betragen.", None),
        ("Das Werk wird von der Gruppe als Erfolg bezeichnet.", None),
        ("Das Haus wird gebaut.", None),
        ("Der Preis wurde auf 5 Euro gesenkt.", None),
        ("Das Urteil kann angefochten werden.", None),
        ("Die Daten können übertragen werden.", None),
        ("Der Konzern kündigte 500 Mitarbeitern.", None),
        ("Der Umsatz lag bei 5 Mrd. Euro.", None),
        ("", None),
    ],
)
def test_german_cues_are_words_or_an_auxiliary_with_its_infinitive(sentence, cue):
    assert future_cue(sentence, "de") == cue
    assert future_cue(sentence, "de-AT") == cue


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("The firm will spend 5 million dollars.", "will"),
        ("It is expected to cost 5 million dollars.", "is expected to"),
        ("It announced, as expected, nothing.", None),
        ("The plans cost more than expected.", None),
        ("They pledged, in May, to pay 3 billion.", "pledged"),
        ("The firm spent 5 million dollars.", None),
    ],
)
def test_english_cues(sentence, cue):
    assert future_cue(sentence, "en") == cue


def test_languages_without_a_list_have_no_cues():
    assert future_cue("La société investira demain.", "fr") is None
    assert future_cue("Es wird regnen.", "") is None


def test_every_wording_has_both_languages_and_the_same_values():
    import re

    from wortfeld.report.wording import _rows

    assert len(_rows()) > 150
    for key, row in _rows().items():
        assert set(row) == {"de", "en"}, key
        assert all(row.values()), key
        names = {language: set(re.findall(r"{(\w+)}", text)) for language, text in row.items()}
        assert names["de"] == names["en"], key


def test_numbers_and_days_are_written_as_in_the_language():
    import datetime

    german, english = Wording("de"), Wording("en")
    assert german.exact("9000000000000") == "9\u202f000\u202f000\u202f000\u202f000"
    assert german.exact("2.5") == "2,5"
    assert english.exact("-12500.25") == "-12\u202f500.25"
    first, last = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)
    assert german.days(first, last) == "2025"
    assert german.days(first, datetime.date(2025, 1, 31)) == "Januar 2025"
    assert german.days(first, datetime.date(2025, 9, 30)) == "Januar bis September 2025"
    assert english.days(last, last) == "31 December 2025"
    assert german.days(datetime.date(2025, 10, 22), datetime.date(2025, 10, 29)) == (
        "22. bis 29. Oktober 2025"
    )
    assert german.days(datetime.date(9999, 1, 1), datetime.date(9999, 12, 31)) == "9999"
    assert german.days(datetime.date(2024, 5, 2), last) == "2. Mai 2024 – 31. Dezember 2025"
