"""German texts rewritten: spans, values, dates and pairs must follow what was changed.

What is expected is computed from the table of the original text and the pieces that were replaced.
"""

import datetime
import lzma
import re
from decimal import Decimal
from pathlib import Path

import pytest
import wortfeld as wf
from checks.rewriting import moved, replace_all, rewritten

DATA = Path(__file__).parents[3] / "shared" / "data"
LAWS = DATA / "corpora" / "gesetze.txt.xz"
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
MEANING = (
    "document", "sentence", "start", "end", "surface", "kind", "entity", "value", "value_high",
    "value_text", "unit", "modifier", "date_first", "date_last", "timex", "zone", "rule",
)  # fmt: skip
BANK = [{"entity": "Deutsche Bundesbank", "kind": "organisation", "alias": "Deutsche Bundesbank"}]
FULL_DATES = ("de.date.day_month_year", "de.date.numeric", "de.date.iso")


class Original:
    """Texts with a gazetteer, and the tables that follow from them."""

    def __init__(self, texts, gazetteer):
        self.texts = texts
        self.gazetteer = gazetteer
        self.rows, self.pairs = read(texts, gazetteer)


def read(texts, gazetteer):
    corpus = wf.read(texts=list(texts.values()), ids=list(texts), language="de")
    mentions = corpus.mentions(gazetteer)
    pairs = {
        (context, frozenset([row["a"], row["b"]])): (row["count"], row["document_count"])
        for context in ("sentence", "paragraph", "document")
        for row in mentions.cooccurrence(context).pairs().rows()
    }
    return list(mentions.table().rows()), pairs


def law_texts():
    """Lines of German laws with dates, amounts and the like, as three documents."""
    if not LAWS.exists():
        pytest.skip("../shared/data is not there")
    telling = re.compile(
        rf"Million|Milliard|Prozent|\d %|\d\. ({'|'.join(MONTHS)}) \d{{4}}|Bundesbank"
    )
    with lzma.open(LAWS, "rt", encoding="utf-8") as file:
        lines = [line for line in file.read(2_500_000).split("\n") if telling.search(line)]
    short = [line for line in lines if len(line) < 1500]
    return {f"law {i}": "\n\n".join(short[i::3][:60]) for i in range(3)}


@pytest.fixture(scope="module")
def seed_articles(seeds, gazetteer_rows):
    ids = seeds.documents()["document"]
    return Original({document: seeds.text(document) for document in ids}, gazetteer_rows)


@pytest.fixture(scope="module")
def laws():
    return Original(law_texts(), BANK)


@pytest.fixture(scope="module", params=["seed_articles", "laws"])
def original(request):
    return request.getfixturevalue(request.param)


def assert_follows(original, changed, expected, *, gazetteer=None, pairs=None):
    """The tables of the changed texts are the expected ones."""
    texts = {document: text.new for document, text in changed.items()}
    assert texts != original.texts
    found, found_pairs = read(texts, gazetteer or original.gazetteer)
    for one, other in zip(found, expected, strict=False):
        assert [one[name] for name in MEANING] == [other[name] for name in MEANING]
    assert len(found) == len(expected)
    assert found_pairs == (original.pairs if pairs is None else pairs)


def replace_everywhere(original, pattern, by):
    return {document: replace_all(text, pattern, by) for document, text in original.texts.items()}


def replace_in_rows(original, new_surface):
    """Rewrite mentions for which there is a new surface."""
    pieces = {document: [] for document in original.texts}
    for row in original.rows:
        surface = new_surface(row)
        if surface not in {None, row["surface"]}:
            pieces[row["document"]].append((row["start"], row["end"], surface))
    return {
        document: rewritten(text, pieces[document]) for document, text in original.texts.items()
    }


# --- names ----------------------------------------------------------------------------------------


def with_name(value, old, new):
    return {key: text.replace(old, new) if text else text for key, text in value.items()}


def assert_name_can_be_any_other(original, old, new, changed=None):
    changed = changed or replace_everywhere(original, rf"\b{old}(?=s?\b)", new)
    gazetteer = [with_name(row, old, new) for row in original.gazetteer]
    expected = [
        row
        | {"rule": row["rule"].replace(old, new)}
        | {"entity": row["entity"] and row["entity"].replace(old, new)}
        for row in moved(original.rows, changed)
    ]
    pairs = {
        (context, frozenset(name.replace(old, new) for name in names)): counts
        for (context, names), counts in original.pairs.items()
    }
    assert_follows(original, changed, expected, gazetteer=gazetteer, pairs=pairs)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("NVIDIA", "QUORVEX"),
        ("NVIDIA", "ZÖRBAL"),
        ("CoreWeave", "Tiefnetz"),
        ("OpenAI", "Nordlicht Rechner"),
        ("LeCun", "Brömmel"),
        ("Huang Renxun", "Wu Zetian"),
        ("Indien", "Utopien"),
    ],
)
def test_an_invented_name_stands_where_the_real_one_stood(seed_articles, old, new):
    assert_name_can_be_any_other(seed_articles, old, new)


def test_an_invented_bank_stands_in_the_laws(laws):
    assert sum(row["kind"] == "organisation" for row in laws.rows) > 5
    # The laws speak of the Deutschen Bundesbank, too: the adjective is another, its endings stay.
    changed = replace_everywhere(laws, r"\bDeutsche(?=[mnrs]? Bundesbank\b)", "Violette")
    assert_name_can_be_any_other(laws, "Deutsche Bundesbank", "Violette Bundesbank", changed)


# --- amounts --------------------------------------------------------------------------------------

SCALES = {"Million": "Milliarde", "Millionen": "Milliarden", "Mio": "Mrd"}
SWAPPED = SCALES | {large: small for small, large in SCALES.items()}
SCALE_WORD = rf"\b({'|'.join(SWAPPED)})\b"


def plain(number):
    return f"{number.normalize():f}"


def rescaled(row, surface):
    """The row of an amount whose magnitude was swapped."""
    (word,) = re.findall(SCALE_WORD, row["surface"])
    factor = Decimal(1000) if word in SCALES else Decimal("0.001")
    bounds = [plain(Decimal(bound) * factor) for bound in row["value_text"].split("..")]
    text = "..".join(bounds)
    return row | {
        "surface": surface,
        "value": float(bounds[0]),
        "value_high": float(bounds[1]) if len(bounds) > 1 else None,
        "value_text": text,
        "entity": row["entity"].replace(row["value_text"], text),
    }


def test_millions_become_milliards_and_back(original):
    def swapped(row):
        if row["kind"] not in {"money", "number"} or not row["value_text"]:
            return None
        words = re.findall(SCALE_WORD, row["surface"])
        return (
            re.sub(SCALE_WORD, lambda m: SWAPPED[m[1]], row["surface"]) if len(words) == 1 else None
        )

    changed = replace_in_rows(original, swapped)
    expected = [
        rescaled(old, new["surface"]) | {"start": new["start"], "end": new["end"]}
        if swapped(old)
        else new
        for old, new in zip(original.rows, moved(original.rows, changed), strict=True)
    ]
    assert sum(swapped(row) is not None for row in original.rows) >= 5
    assert_follows(original, changed, expected)


@pytest.mark.parametrize("written", ["47 Prozent", "47 %", "47%", "47 vom Hundert"])
def test_a_percentage_is_the_number_it_is_written_with(original, written):
    def other(row):
        is_plain = re.fullmatch(r"\d[\d.,]* ?(%|Prozent|vom Hundert)", row["surface"])
        return written if row["kind"] == "percent" and is_plain else None

    changed = replace_in_rows(original, other)
    reading = {"value": 47.0, "value_text": "47", "entity": "47 %"}
    expected = [
        row | reading if other(before) else row
        for before, row in zip(original.rows, moved(original.rows, changed), strict=True)
    ]
    rules = {row["rule"] for row in expected if row["kind"] == "percent"}
    assert rules
    assert_follows(original, changed, expected)


# --- dates ----------------------------------------------------------------------------------------

DAYS = datetime.timedelta(days=400)
YEAR = re.compile(r"(?<![\d.,-])(1[89]|20)\d\d(?![\d.,]\d)")


def shifted_in_writing(row):
    """A full date 400 days later, in the same notation."""
    if row["rule"] not in FULL_DATES or row["date_first"] != row["date_last"]:
        return None
    day = row["date_first"] + DAYS
    surface, count = re.subn(
        r"\d{1,2}\.( ?)(?:\d{1,2}\.|[A-Z]\w+)( ?)\d{4}$",
        lambda m: f"{day.day}.{m[1]}{MONTHS[day.month - 1]} {day.year}",
        row["surface"],
    )
    if not count:
        surface, count = re.subn(r"^\d{4}-\d\d-\d\d", str(day), row["surface"])
    return surface if count else None


def test_full_dates_move_by_four_hundred_days(original):
    changed = replace_in_rows(original, shifted_in_writing)
    texts = {document: text.new for document, text in changed.items()}
    found, _ = read(texts, original.gazetteer)
    spans = ("document", "sentence", "start", "end", "surface", "kind")
    expected = moved(original.rows, changed)
    assert [[row[k] for k in spans] for row in found] == [
        [row[k] for k in spans] for row in expected
    ]
    count = 0
    for before, after in zip(original.rows, found, strict=True):
        if shifted_in_writing(before):
            count += 1
            assert after["date_first"] == after["date_last"] == before["date_first"] + DAYS
            assert after["timex"].startswith(str(after["date_first"]))
        elif before["rule"] in {"de.date.month_year", "de.date.bare_year", "de.date.duration"}:
            assert [after[k] for k in MEANING[6:]] == [before[k] for k in MEANING[6:]]
    assert count >= 4


def four_years_on(value):
    """A day, an ISO date or a text with years in it, four years later: as many leap years."""
    if isinstance(value, datetime.date):
        return value.replace(year=value.year + 4)
    return value and re.sub(r"(?<!\d)((?:1[89]|20)\d\d)(?!\d)", lambda m: str(int(m[1]) + 4), value)


def test_dates_that_lean_on_others_move_with_them(seed_articles):
    def later(row):
        return (
            YEAR.sub(lambda m: str(int(m[0]) + 4), row["surface"])
            if row["kind"] == "date"
            else None
        )

    changed = replace_in_rows(seed_articles, later)
    expected = [
        row
        | {
            name: four_years_on(row[name])
            for name in ("date_first", "date_last", "timex", "entity")
        }
        if row["kind"] == "date"
        else row
        for row in moved(seed_articles.rows, changed)
    ]
    relative = [
        row for row in expected if row["rule"].startswith(("de.date.deictic", "de.date.month"))
    ]
    assert len(relative) > 10
    assert_follows(seed_articles, changed, expected)


# --- hyphens --------------------------------------------------------------------------------------

LETTER, CAPITAL = "[A-Za-zÄÖÜäöüß]", "[A-ZÄÖÜ]"


def unit_with(unit, hyphen):
    """The thing counted, which ends where a hyphen might be a dash: "Fünf-Schichten - Kuchen"."""
    return unit.split("-")[0] if hyphen == " - " else unit.replace("-", hyphen)


@pytest.mark.parametrize("by", [" - ", "\u2010", "\u2011"], ids=["spaced", "U+2010", "U+2011"])
def test_names_and_amounts_stay_in_compounds_with_other_hyphens(original, by):
    changed = replace_everywhere(original, rf"(?<={LETTER})-(?={CAPITAL})", by)
    expected = [
        row | {"unit": row["unit"] and unit_with(row["unit"], by)}
        for row in moved(original.rows, changed)
    ]
    assert_follows(original, changed, expected)


def test_names_and_amounts_stay_in_compounds_whose_hyphens_lose_their_spaces(seed_articles):
    changed = replace_everywhere(seed_articles, rf"(?<=US|KI) - (?={CAPITAL})", "-")
    assert_follows(seed_articles, changed, moved(seed_articles.rows, changed))
