"""Which candidates become mentions: overlaps, nested and ambiguous names, short forms, roles."""

import math

import pytest
import wortfeld as wf
from wortfeld import BadArgument


def row(entity, alias=None, kind="organisation", **others):
    return {"entity": entity, "kind": kind, "alias": alias or entity, **others}


def found(text, rows, *, language="de", **options):
    corpus = wf.read(texts=[text], language=language)
    return corpus.mentions(rows, **{"quantities": False, "dates": False, **options})


def surfaces(text, rows, **options):
    return found(text, rows, **options).table()["surface"].tolist()


def with_levels(text, rows, **options):
    table = found(text, rows, **options).table()
    return list(zip(table["surface"], table["level"].tolist(), strict=True))


# --- overlaps -------------------------------------------------------------------------------------

CROSSING = [row("A", "Bank von"), row("B", "von England und"), row("C", "England und Wales gar")]
GOOGLE = [row("Google"), row("Google DeepMind")]


@pytest.mark.parametrize(
    ("resolve", "expected"),
    [
        ("leftmost_longest", ["Bank von", "England und Wales gar"]),
        ("longest", ["Bank von", "England und Wales gar"]),
        ("priority", ["Bank von", "England und Wales gar"]),
        ("all", ["Bank von", "von England und", "England und Wales gar"]),
    ],
)
def test_of_a_chain_of_overlaps_what_the_order_says_stays(resolve, expected):
    assert surfaces("Die Bank von England und Wales gar.", CROSSING, resolve=resolve) == expected


def test_longest_and_priority_differ_from_leftmost():
    rows = [row("A", "Rat der"), row("B", "der Europäischen Union")]
    text = "Rat der Europäischen Union"
    assert surfaces(text, rows) == ["Rat der"]
    assert surfaces(text, rows, resolve="longest") == ["der Europäischen Union"]
    assert surfaces(text, rows[::-1], resolve="priority") == ["der Europäischen Union"]
    assert surfaces(text, rows, resolve="priority") == ["Rat der"]
    assert surfaces("Google DeepMind", GOOGLE, resolve="priority") == ["Google"]
    assert surfaces("Google DeepMind", GOOGLE[::-1], resolve="priority") == ["Google DeepMind"]


def test_names_come_before_quantities_by_priority():
    rows = [row("United States", "US", "place")]
    text = "Es kostet 40 Milliarden US-Dollar."
    assert surfaces(text, rows, quantities=True) == ["40 Milliarden US-Dollar"]
    assert surfaces(text, rows, quantities=True, resolve="priority") == ["US"]


def test_nested_names_are_kept_on_request_one_level_down():
    text = "Google DeepMind und Google."
    assert with_levels(text, GOOGLE) == [("Google DeepMind", 0), ("Google", 0)]
    assert with_levels(text, GOOGLE, nested=True) == [
        ("Google DeepMind", 0),
        ("Google", 1),
        ("Google", 0),
    ]
    assert found(text, GOOGLE).table().provenance["excluded"] == {"overlap": 1}
    assert found(text, GOOGLE, nested=True).table().provenance["excluded"] == {}


def test_what_only_crosses_a_mention_is_not_nested():
    rows = [row("A", "Rat der"), row("B", "der Europäischen Union")]
    assert with_levels("Rat der Europäischen Union", rows, nested=True) == [("Rat der", 0)]
    assert with_levels("Rat der Europäischen Union", rows, resolve="all") == [
        ("Rat der", 0),
        ("der Europäischen Union", 1),
    ]


def test_entities_and_networks_count_the_top_level_only():
    text = "Google DeepMind lobt Nvidia."
    mentions = found(text, [*GOOGLE, row("Nvidia")], nested=True)
    assert len(mentions) == 3
    assert mentions.entities()["entity"].tolist() == ["Google DeepMind", "Nvidia"]
    pairs = mentions.cooccurrence().pairs()
    assert [(pair["a"], pair["b"]) for pair in pairs.rows()] == [("Google DeepMind", "Nvidia")]


@pytest.mark.parametrize("resolve", ["leftmost_longest", "longest", "priority", "all"])
def test_every_order_is_the_same_for_any_number_of_threads(resolve):
    texts = ["Der Rat der Europäischen Union, Google DeepMind und Google."] * 60
    rows = [row("A", "Rat der"), row("B", "der Europäischen Union"), *GOOGLE]
    corpus = wf.read(texts=texts, language="de")
    tables = []
    for threads in (1, 7):
        with wf.options(threads=threads):
            tables.append(list(corpus.mentions(rows, resolve=resolve).table().rows()))
    assert tables[0] == tables[1]


def test_policies_that_contradict_each_other_are_refused():
    with pytest.raises(BadArgument, match="nested=True has no meaning"):
        found("x", [], resolve="all", nested=True)


@pytest.mark.parametrize(
    ("option", "value", "near"),
    [
        ("resolve", "longst", "longest"),
        ("on_ambiguous", "worst", "best"),
        ("short_forms", "never", "always"),
    ],
)
def test_an_unknown_policy_is_refused_with_the_known_ones(option, value, near):
    with pytest.raises(BadArgument, match=f"{option} must be .*{near}"):
        found("x", [], **{option: value})


def test_the_policies_stand_in_the_provenance():
    parameters = found("x", [], nested=True).table().provenance["parameters"]
    assert parameters["nested"] is True
    assert (parameters["resolve"], parameters["on_ambiguous"]) == ("leftmost_longest", "best")


# --- ambiguous names ------------------------------------------------------------------------------

PARIS = [
    row("Paris", "Paris", "place", id="Q90"),
    row("Paris", "Seine-Metropole", "place", id="Q90"),
    row("Paris Hilton", "Paris", "person", id="Q47899"),
    row("Paris Hilton", "Paris Hilton", "person", id="Q47899"),
]


@pytest.fixture(autouse=True)
def _quiet(recwarn):
    """Aliases of two entities are a remark of the gazetteer, which is tested elsewhere."""


def entities(text, rows=PARIS, **options):
    return found(text, rows, **options).table()["entity"].tolist()


def test_the_evidence_of_the_document_decides():
    assert entities("Paris Hilton kam. Dann ging Paris.") == ["Paris Hilton", "Paris Hilton"]
    assert entities("Die Seine-Metropole wuchs. Dann schlief Paris.") == ["Paris", "Paris"]


def test_scores_are_shares_of_the_evidence():
    mentions = found("Paris Hilton kam. Paris Hilton sang. Dann ging Paris.", PARIS)
    rows = list(mentions.candidates().rows())
    # Two full forms of one and none of the other: (2 + 1) and (0 + 1) of 4.
    assert [(r["entity"], r["score"], r["chosen"]) for r in rows] == [
        ("Paris", 0.25, 0),
        ("Paris Hilton", 0.75, 1),
    ]
    assert {r["surface"] for r in rows} == {"Paris"}
    assert mentions.explain(2)["candidates"] == "Paris 0.250 | Paris Hilton 0.750"


def test_context_words_are_evidence():
    rows = [
        row("Jaguar Cars", "Jaguar", needs="Auto|Motor|Wagen"),
        row("Jaguar", "Jaguar", "animal"),
    ]
    text = "Das Auto hat einen Motor: ein Jaguar."
    mentions = found(text, rows)
    assert mentions.table()["entity"].tolist() == ["Jaguar Cars"]
    assert mentions.candidates()["score"].tolist() == [0.75, 0.25]
    assert entities("Ein Jaguar schläft.", rows) == ["Jaguar"]


@pytest.mark.parametrize(
    ("policy", "undecided", "decided"),
    [
        ("best", ["Paris"], ["Paris Hilton", "Paris Hilton"]),
        ("all", ["Paris", "Paris Hilton"], ["Paris Hilton", "Paris", "Paris Hilton"]),
        ("skip", [], ["Paris Hilton", "Paris Hilton"]),
    ],
)
def test_what_becomes_of_ambiguous_spans_is_a_policy(policy, undecided, decided):
    assert entities("Dann ging Paris.", on_ambiguous=policy) == undecided
    text = "Paris Hilton kam. Dann ging Paris."
    assert entities(text, on_ambiguous=policy) == decided


def test_nothing_ambiguous_is_dropped_silently():
    mentions = found("Dann ging Paris.", PARIS, on_ambiguous="skip")
    assert len(mentions) == 0
    assert mentions.table().provenance["excluded"]["ambiguous"] == 2
    assert mentions.candidates()["score"].tolist() == [0.5, 0.5]
    assert found("Dann ging Paris.", PARIS).table().provenance["excluded"]["ambiguous"] == 1


def test_scores_of_a_span_sum_to_one():
    rows = [row(f"Firma {i}", "Linde") for i in range(7)]
    scores = found("Linde wächst.", rows).candidates()["score"]
    assert len(scores) == 7
    assert math.isclose(scores.sum(), 1.0)


def test_candidates_of_one_span_never_pair_with_each_other():
    mentions = found("Dann ging Paris mit Nvidia.", [*PARIS, row("Nvidia")], on_ambiguous="all")
    pairs = {(pair["a"], pair["b"]) for pair in mentions.cooccurrence().pairs().rows()}
    assert pairs == {("Nvidia", "Paris"), ("Nvidia", "Paris Hilton")}
    network = mentions.cooccurrence()
    assert network["Paris", "Paris Hilton"].count == 0
    assert len(network["Paris", "Paris Hilton"].evidence()) == 0
    both = found("Paris Hilton sah Paris.", PARIS, on_ambiguous="all").cooccurrence()
    assert both["Paris", "Paris Hilton"].count == 1
    (evidence,) = both["Paris", "Paris Hilton"].evidence().rows()
    assert {evidence["a_end"] <= evidence["b_start"], evidence["b_end"] <= evidence["a_start"]} == {
        True,
        False,
    }


def test_filters_keep_the_candidates_of_what_stays():
    mentions = found("Paris lobt Nvidia.", [*PARIS, row("Nvidia")])
    assert len(mentions.filter(entities="Paris").candidates()) == 2
    assert len(mentions.filter(entities="Nvidia").candidates()) == 0


# --- short forms ----------------------------------------------------------------------------------


def test_short_forms_count_beside_a_full_form_or_always():
    rows = [row("Bo Li", "Bo Li", "person"), row("Bo Li", "Li", "person", needs="full_form")]
    assert surfaces("Li wartet.", rows) == []
    assert surfaces("Li wartet auf Bo Li.", rows) == ["Li", "Bo Li"]
    assert surfaces("Li wartet.", rows, short_forms="always") == ["Li"]
    mentions = found("Li wartet.", rows)
    assert mentions.table().provenance["excluded"] == {"needs_full_form": 1}


# --- roles ----------------------------------------------------------------------------------------


def roles(text, *names):
    table = found(text, [row(name) for name in names]).table()
    return list(zip(table["surface"], table["role"], table["head"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NVIDIA-Chips", ("NVIDIA", "part", "Chips")),
        ("NVIDIA-Chip-Hersteller", ("NVIDIA", "part", "Chip-Hersteller")),
        ("eine NVIDIA\u2011Karte", ("NVIDIA", "part", "Karte")),
        ("Anti-NVIDIA-Demo", ("NVIDIA", "part", "Demo")),
        ("Ex-NVIDIA", ("NVIDIA", "part", None)),
        ("NVIDIA- und Chip-Preise", ("NVIDIA", "part", "Preise")),
        ("NVIDIA-, Chip- oder Kartenpreise", ("NVIDIA", "part", None)),
        ("NVIDIA - Chips", ("NVIDIA", None, None)),
        ("NVIDIA – Chips", ("NVIDIA", None, None)),
        ("NVIDIA's Chips", ("NVIDIA", None, None)),
        ("NVIDIA", ("NVIDIA", None, None)),
        ("NVIDIA-", ("NVIDIA", "part", None)),
    ],
)
def test_parts_of_compounds_have_their_role_and_head(text, expected):
    assert roles(f"Hier: {text}.", "NVIDIA") == [expected]


def test_names_that_share_a_head_are_both_its_parts():
    assert roles("die SPD-, CDU- und FDP-Politiker", "SPD", "CDU", "FDP") == [
        ("SPD", "part", "Politiker"),
        ("CDU", "part", "Politiker"),
        ("FDP", "part", "Politiker"),
    ]
    assert roles("Dassault-Systèmes-CEO", "Dassault Systèmes") == [
        ("Dassault-Systèmes", "part", "CEO")
    ]


# --- explaining -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Nvidia kommt.", "plain"),
        ("NVIDIA kommt.", "recased"),
        ("Nvidias Chef", "genitive"),
        ("Nvidia's Chef", "possessive"),
        ("Nvidia\u2019s Chef", "possessive"),
        ("Nvidia-Chef", "plain"),
    ],
)
def test_every_name_says_how_it_is_written(text, form):
    said = found(f"Hier: {text}", [row("NVIDIA", "Nvidia", case="fold")]).explain(0)
    assert (said["entity"], said["alias"], said["form"]) == ("NVIDIA", "Nvidia", form)


def test_a_bare_apostrophe_is_a_genitive_behind_a_sibilant_only():
    marx = [row("Karl Marx", "Marx", "person")]
    assert found("Das ist Marx\u2019 Kapital.", marx).explain(0)["form"] == "genitive"
    assert found("Er sagte: \u2018Nvidia\u2019 wächst.", [row("Nvidia")]).explain(0)["form"] == (
        "plain"
    )


def test_a_row_of_the_table_is_explained_as_its_number_is():
    mentions = found("Google DeepMind lobt Google.", GOOGLE, nested=True)
    rows = list(mentions.table().rows())
    assert [mentions.explain(r) for r in rows] == [mentions.explain(n) for n in range(3)]
    with pytest.raises(BadArgument, match="no mention is"):
        mentions.explain(rows[0] | {"start": 5})


def test_quantities_explain_themselves_by_their_data_row():
    mentions = wf.read(texts=["Es kostet 5 Euro."], language="de").mentions()
    said = mentions.explain(0)
    assert (said["surface"], said["kind"], said["reading"]) == ("5 Euro", "money", "EUR 5")
    assert said["rule"] == f"de.{said['id']}"


def test_quantities_explain_limits_other_readings_and_what_dates_are_counted_from():
    text = "Rund 5 Euro kostete es am 3. März 2024, im Februar dieses Jahres mehr."
    corpus = wf.read(texts=[text], language="de")
    amount, full, month = map(corpus.mentions(reference_date="2025-06-15").explain, range(3))
    assert (amount["modifier"], "reference_date" in amount) == ("approximately", False)
    assert "reference_date" not in full
    assert (month["reading"], month["reference_date"]) == ("2025-02", "2025-06-15, argument")
    slashes = wf.read(texts=["It was on 3/10/2026."], language="en").mentions()
    assert slashes.explain(0)["alternatives"]


@pytest.mark.parametrize("number", [1, 10**9])
def test_a_row_that_is_none_is_refused(number):
    with pytest.raises(BadArgument, match=f"no mention {number}"):
        found("Nvidia.", [row("Nvidia")]).explain(number)
    with pytest.raises(BadArgument, match="0 or more"):
        found("Nvidia.", [row("Nvidia")]).explain(-1)


def test_a_name_of_two_words_is_found_wherever_it_stands_in_a_long_text():
    # Tokens are stored in blocks; a name may lie across their borders.
    rows = [row("Dassault Systèmes")]
    text = " ".join(["Wort"] * 150)
    for words in range(1, 150):
        before = "Wort " * words
        assert surfaces(f"{before}Dassault Systèmes {text}", rows) == ["Dassault Systèmes"]
