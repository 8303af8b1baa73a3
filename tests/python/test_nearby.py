"""Names near amounts and dates: nearest first, nothing claimed, nothing added up."""

import random

import pytest
import wortfeld as wf
from wortfeld import BadArgument, UnknownName

NAMES = [
    {"entity": name, "kind": "company", "alias": name}
    for name in ("Nvidia", "Wayve", "OpenAI", "Intel", "Meta")
]


def rows(*paragraphs, language="de", metadata=None, **options):
    corpus = wf.read(texts=["\n\n".join(paragraphs)], language=language, metadata=metadata)
    return corpus.mentions(NAMES).nearby(**options).rows()


def only(*paragraphs, **options):
    (row,) = rows(*paragraphs, **options)
    return row


def test_names_come_by_scope_and_then_by_distance():
    row = only(
        "Intel schwieg. Nvidia, so OpenAI, zahlt Wayve 5 Mio. Euro, sagt Meta.", "Wayve dankt."
    )
    assert row["nearby"] == "Wayve | Meta | OpenAI | Nvidia | Intel"
    assert row["scopes"] == "clause | sentence | sentence | sentence | paragraph"
    assert row["distances"] == "1 | 2 | 3 | 5 | 7"
    assert row["text"] == "Nvidia, so OpenAI, zahlt Wayve 5 Mio. Euro, sagt Meta."


def test_a_comma_between_names_ends_no_clause():
    row = only("Nvidia, Intel und Wayve zahlen 5 Mio. Euro.", within="clause")
    assert row["nearby"] == "Wayve | Intel | Nvidia"


def test_every_entity_stands_once_and_as_many_as_wanted():
    text = "Nvidia und Nvidia zahlen Wayve und Nvidia und Intel 5 Mio. Euro."
    assert only(text)["nearby"] == "Intel | Nvidia | Wayve"
    assert only(text, top=2)["nearby"] == "Intel | Nvidia"
    assert only(text, top=0)["nearby"] is None
    assert only(text, reach=2)["nearby"] == "Intel"
    assert only("Nvidia lacht. Es kostet 5 Mio. Euro.", within="sentence")["nearby"] is None


def test_a_row_for_every_name():
    found = rows("Nvidia zahlt Wayve 5 Mio. Euro.", each="name")
    assert [(row["name"], row["scope"], row["distance"]) for row in found] == [
        ("Wayve", "clause", 1),
        ("Nvidia", "clause", 3),
    ]
    assert [(row["name_start"], row["name_end"], row["unit"]) for row in found] == [
        (13, 18, "EUR"),
        (0, 6, "EUR"),
    ]


@pytest.mark.parametrize(
    ("text", "mark", "lower", "upper"),
    [
        ("Es kostet 5 Mio. Euro.", None, 5e6, 5e6),
        ("Es kostet 5 bis 7 Mio. Euro.", None, 5e6, 7e6),
        ("Eine Einzelinvestition über eine Milliarde Euro.", "threshold", 1e9, None),
        ("Es kostet höchstens 5 Mio. Euro.", "threshold", None, 5e6),
        ("Es kostet rund 5 Mio. Euro.", None, None, None),
        ("Sie zahlen 9 Mio. Euro, davon 5 Mio. Euro sofort.", "part", 5e6, 5e6),
    ],
)
def test_marks_and_bounds(text, mark, lower, upper):
    row = rows(text)[-1]
    assert (row["mark"], row["lower"], row["upper"]) == (mark, lower, upper)


def test_a_magnitude_without_a_number_is_marked():
    row = only("Nvidia ist eine Billionen-Dollar-Firma.")
    assert (row["mark"], row["lower"], row["upper"]) == ("generic", None, None)


def test_english_parts_are_marked():
    found = rows(
        "Nvidia paid $9 million, of which $5 million at once.", language="en", kinds="money"
    )
    assert [row["mark"] for row in found] == [None, "part"]


def test_conversions_in_brackets_stay_with_their_amount():
    row = only("Nvidia zahlt 9 Mio. Dollar (rund 8 Mio. Euro, 7 Mio. Pfund) an Wayve.")
    assert row["surface"] == "9 Mio. Dollar"
    assert row["conversion"] == "EUR 8000000 | GBP 7000000"
    both = rows("Nvidia zahlt 9 Mio. Dollar (zuvor zahlte Intel 8 Mio. Euro).")
    assert [row["unit"] for row in both] == ["USD"] or len(both) == 2
    assert len(rows("Nvidia zahlt 9 Mio. Euro (8 Mio. Euro).")) == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nvidia zahlt 9 Mio. Dollar, umgerechnet rund 8 Mio. Euro.", "de"),
        ("Nvidia zahlt 9 Mio. Dollar – umgerechnet 8 Mio. Euro – an Wayve.", "de"),
        ("Nvidia zahlt 9 Mio. Dollar – rund 8 Mio. Euro – an Wayve.", "de"),
        ("Nvidia paid $9 million — 8 million euros — for Wayve.", "en"),
        ("Nvidia paid $9 million, equivalent to 8 million euros.", "en"),
    ],
)
def test_conversions_behind_a_word_for_them_stay_with_their_amount(text, language):
    assert [row["conversion"] for row in rows(text, language=language)] == ["EUR 8000000"]


@pytest.mark.parametrize(
    "text", ["9 Mio. Dollar (davon 2 Mio. Euro bar)", "9 Dollar, 8 Euro", "9 Dollar – 8 Euro"]
)
def test_parts_and_other_amounts_are_no_conversions(text):
    assert [row["conversion"] for row in rows(f"Nvidia zahlt {text}.")] == [None, None]


def test_forecasts_are_apart_from_events():
    day = {"date": ["2025-10-22"]}
    past, later, cue = rows(
        "Er zahlte 3 Mio. Euro. Bis 2030 stehen 7 Mio. Euro bereit. Er wird 5 Mio. Euro zahlen.",
        metadata=day,
        kinds="money",
    )
    assert (past["time"], past["cue"]) == ("event", None)
    assert (later["time"], later["cue"]) == ("forecast", "2030")
    assert (cue["time"], cue["cue"]) == ("forecast", "wird … zahlen")
    dates = rows("Im Jahr 2020 und im Jahr 2031.", metadata=day, kinds="date")
    assert [row["time"] for row in dates] == ["event", "forecast"]


@pytest.mark.parametrize(
    ("text", "language", "times"),
    [
        ("Nvidia would pay $5bn by 2030; OpenAI has raised $3bn.", "en", "forecast event"),
        ("OpenAI raised $3bn; Nvidia will pay $5bn.", "en", "event forecast"),
        ("OpenAI hat 3 Mrd. Euro, Wayve wird 5 Mrd. Euro bekommen.", "de", "event forecast"),
        ("Nvidia kündigte an, 5 Mrd. Euro zu zahlen.", "de", "forecast"),
        ("Bis 2030, so Nvidia, stehen 5 Mrd. Euro bereit.", "de", "forecast"),
        ("Nvidia könnte 5 Mrd. Dollar zahlen.", "de", "forecast"),
        ("Die Prognose von Intel: 5 Prozent.", "de", "forecast"),
        ("Die Umsatzprognose: 5 Prozent, nach 4 Prozent.", "de", "forecast forecast"),
        ("Der Umsatz von Intel: 5 Prozent mehr.", "de", "event"),
        ("The outlook of Intel: 5 percent.", "en", "forecast"),
        ("A hat 2025 300 Euro gespart und wird 2027 noch 100 Euro sparen.", "de", "event forecast"),
        ("A wird 300 Euro sparen und hat 100 Euro gespart.", "de", "forecast event"),
        ("A earned $5 in 2024 and will earn $6 in 2027.", "en", "event forecast"),
        ("A and B will earn $5 and $6.", "en", "forecast forecast"),
    ],
)
def test_the_clause_of_an_amount_tells_its_time(text, language, times):
    found = rows(text, language=language, metadata={"date": ["2025-10-22"]})
    assert [row["time"] for row in found if row["kind"] != "date"] == times.split()


def test_other_zones_are_left_out_unless_asked_for():
    text = "Titel über 5 Mio. Euro\n\nVon Nvidia. Es kostet 6 Mio. Euro."
    corpus = wf.read(texts=[text], language="de")
    mentions = corpus.mentions(NAMES)
    zones = set(mentions.table()["zone"])
    for zone in zones:
        wanted = [row for row in mentions.table().rows() if row["zone"] == zone]
        found = mentions.nearby(zones=[zone]).rows()
        assert len(found) == sum(row["kind"] == "money" for row in wanted)


def test_bad_arguments_are_told():
    corpus = wf.read(texts=["5 Euro"], language="de")
    mentions = corpus.mentions()
    with pytest.raises(BadArgument, match="within"):
        mentions.nearby(within="chapter")
    with pytest.raises(BadArgument, match="each"):
        mentions.nearby(each="pair")
    with pytest.raises(BadArgument, match="reach"):
        mentions.nearby(reach=0)
    with pytest.raises(UnknownName, match="money"):
        mentions.nearby(kinds="mony")
    with pytest.raises(BadArgument, match="'money', 'percent', 'number', 'date'"):
        mentions.nearby(kinds="organisation")
    with pytest.raises(TypeError, match="whole number"):
        mentions.explain(True)
    assert len(mentions.nearby(reach=10**30)) == 1


def words_between(tokens, first, second):
    """Words from the end of one span to the start of the next, from the table of tokens."""
    return sum(
        row["kind"] in ("word", "number") and first["end"] <= row["start"] < second["start"]
        for row in tokens
    )


def oracle(corpus, mentions):
    """The sentence and paragraph names of every amount, in plain Python."""
    sentences = {row["sentence"]: row for row in corpus.sentences("0").rows()}
    tokens = corpus.tokens("0").rows()
    table = mentions.table().rows()
    names = [row for row in table if row["rule"].startswith("alias:")]
    for amount in (row for row in table if row["kind"] == "money"):
        found = []
        for name in names:
            first, second = sorted((amount, name), key=lambda row: row["start"])
            distance = words_between(tokens, first, second) + 1
            same = name["sentence"] == amount["sentence"]
            paragraphs = [sentences[row["sentence"]]["paragraph"] for row in (name, amount)]
            if paragraphs[0] == paragraphs[1]:
                found.append((not same, distance, name["start"], name["entity"]))
        nearest = {}
        for is_far, distance, _, entity in sorted(found):
            nearest.setdefault(entity, (is_far, distance))
        yield [(entity, *place) for entity, place in nearest.items()]


@pytest.mark.parametrize("seed", range(8))
def test_random_texts_agree_with_plain_python(seed):
    draw = random.Random(seed)
    words = [*(row["alias"] for row in NAMES), "5 Mio. Euro", "und", "heute", "zahlt", "dann"]
    sentences = [" ".join(draw.choices(words, k=draw.randint(1, 9))) + "." for _ in range(12)]
    text = "".join(one + draw.choice([" ", " ", "\n\n"]) for one in sentences)
    corpus = wf.read(texts=[text], language="de")
    mentions = corpus.mentions(NAMES)
    results = []
    for threads in (1, 7):
        with wf.options(threads=threads):
            results.append(mentions.nearby(kinds="money", top=None, each="name").rows())
    assert results[0] == results[1]
    starts = [row["start"] for row in mentions.table().rows() if row["kind"] == "money"]
    for start, wanted in zip(starts, oracle(corpus, mentions), strict=True):
        found = [
            (row["name"], row["scope"] == "paragraph", row["distance"])
            for row in results[0]
            if row["start"] == start
        ]
        assert sorted(found) == sorted(wanted)


def test_a_sentence_without_end_is_not_copied_for_every_amount():
    text = "Wayve zahlt 5 Mio. Euro und " * 3000 + "lacht."
    corpus = wf.read(texts=[text], language="de")
    table = corpus.mentions(NAMES).nearby(top=1)
    assert len(table) == 3000
    assert max(map(len, table["text"])) < 2100
    assert set(table["nearby"]) == {"Wayve"}
    assert all(row["surface"] in row["text"] for row in table.rows()[::500])
