"""The seed articles against what a reader annotated: spans, readings, identities, pairs."""

import csv
import json
import math
from collections import Counter, defaultdict
from pathlib import Path

import pytest

GOLD = Path(__file__).parents[1] / "golden" / "seeds"
KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "PRODUCT": "product",
    "PLACE": "place",
    "EVENT": "event",
    "MONEY": "money",
    "PERCENT": "percent",
    "NUMBER": "number",
    "DATE": "date",
}
NAMES = ("person", "organisation", "product", "place", "event")
# The least exact F1: span, kind and reading (names: the entity) must be right.
LEAST = {"money": 0.95, "percent": 0.95, "number": 0.9, "date": 0.8}
LEAST_NAMES = 0.9


def gold_rows():
    rows = []
    for path in sorted(GOLD.glob("mentions-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            row["kinds"] = row.get("kinds", [KINDS[row["type"]]])
            row["optional"] = row["note"].startswith("OPTIONAL")
            rows.append(row)
    return rows


def key(row):
    return row.get("doc") or row["document"], row["start"], row["end"]


def are_equal(a, b):
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=1e-12)


def reads_right(gold, found):
    norm = gold["norm"]
    if found["kind"] == "date":
        if norm.get("kind") not in {"DATE", "TIME"} or "start" not in norm:
            return True  # a reference without a calendar reading
        days = [str(norm[side] or "")[:10] for side in ("start", "end")]
        return days == [str(found[side] or "") for side in ("date_first", "date_last")]
    if norm.get("denominator"):
        return are_equal(found["value"], norm["numerator"] / norm["denominator"])
    low = norm["value"] if norm.get("value") is not None else norm.get("lower")
    if not (are_equal(found["value"], low) and are_equal(found["value_high"], norm.get("upper"))):
        return False
    return found["kind"] != "money" or found["unit"] == norm["unit"]


def names_right(matches):
    """Which entity stands for which name of the gold: one to one, the most mentions first."""
    partner = {}
    for (norm, entity), _ in sorted(Counter(matches).items(), key=lambda item: (-item[1], item)):
        if norm not in partner and entity not in partner.values():
            partner[norm] = entity
    return partner


def exact_f1(gold, mentions, kinds):
    """F1 of mentions that are right in span, kind and reading or entity."""
    wanted = {}
    optional = defaultdict(list)
    for row in gold:
        if not row["optional"] and set(row["kinds"]) <= {*kinds}:
            wanted[key(row)] = row
        elif row["optional"] or len(row["kinds"]) > 1:
            # One of two kinds is as good as the other, so neither alone can ask for it.
            optional[row["doc"]].append(row)
    found = [row for row in mentions if row["kind"] in kinds]
    met = [(wanted[key(row)], row) for row in found if key(row) in wanted]
    met = [(one, other) for one, other in met if other["kind"] in one["kinds"]]
    partner = names_right(
        [(one["norm"], row["entity"]) for one, row in met if row["kind"] in NAMES]
    )
    right = sum(
        partner.get(one["norm"]) == row["entity"] if row["kind"] in NAMES else reads_right(one, row)
        for one, row in met
    )
    extra = [
        row
        for row in found
        if not any(key(row) == key(one) for one, _ in met)
        and not any(
            row["start"] < other["end"] and other["start"] < row["end"]
            for other in optional[row["document"]]
        )
    ]
    return 2 * right / (len(wanted) + len(met) + len(extra))


@pytest.fixture(scope="module")
def mentions(seed_mentions):
    return list(seed_mentions.table().rows())


def test_the_gold_speaks_of_the_texts(seeds):
    rows = gold_rows()
    assert len(rows) == 395
    for row in rows:
        assert seeds.text(row["doc"])[row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize("kind", LEAST)
def test_quantities_are_found_and_read(mentions, kind):
    assert exact_f1(gold_rows(), mentions, (kind,)) >= LEAST[kind]


@pytest.mark.parametrize("kinds", [*((kind,) for kind in NAMES), NAMES], ids=" ".join)
def test_names_are_found_and_known(mentions, kinds):
    assert exact_f1(gold_rows(), mentions, kinds) >= LEAST_NAMES


def test_the_score_drops_when_spans_or_readings_are_wrong(mentions):
    gold = gold_rows()
    sums = [row for row in mentions if row["kind"] == "money"]
    full = exact_f1(gold, mentions, ("money",))
    assert exact_f1(gold, sums[: len(sums) // 2], ("money",)) < 0.7 < full
    moved = [row | {"start": row["start"] - 1} for row in sums]
    assert exact_f1(gold, moved, ("money",)) < 0.5
    thousandfold = [row | {"value": (row["value"] or 0) * 1000} for row in sums]
    assert exact_f1(gold, thousandfold, ("money",)) < 0.5
    one_name = [row | {"entity": "NVIDIA"} for row in mentions if row["kind"] in NAMES]
    assert exact_f1(gold, one_name, NAMES) < 0.5


def pair_rows():
    with (GOLD / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def beginnings(row, evidence):
    """The first words of the evidence and those that the reader noted, in order."""
    noted = row["evidence"].split(" | ")
    return [text.strip() for text in noted if not text.startswith("paragraph only:")], [
        item["text"] for item in evidence if item["document"] == row["document"]
    ]


@pytest.mark.parametrize("row", pair_rows(), ids=lambda row: f"{row['a']} with {row['b']}")
def test_pairs_are_counted_as_a_reader_counts_them(seed_mentions, row):
    for context in ("sentence", "paragraph"):
        network = seed_mentions.filter(documents=row["document"]).cooccurrence(context)
        pair = network[row["a"], row["b"]]
        assert pair.contingency.o11 == int(row[f"{context}_count"])
        assert len(pair.evidence()) == pair.count


@pytest.mark.parametrize("row", pair_rows(), ids=lambda row: f"{row['a']} with {row['b']}")
def test_evidence_is_what_a_reader_noted(seed_mentions, row):
    evidence = seed_mentions.cooccurrence()[row["a"], row["b"]].evidence().rows()
    noted, found = beginnings(row, evidence)
    assert len(found) == len(noted) == int(row["sentence_count"])
    for words, text in zip(noted, found, strict=True):
        assert text.startswith(words)


def expected_pairs():
    lines = (GOLD / "expected_pairs.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("a", "b", "context"), expected_pairs())
def test_pairs_that_a_reader_would_name_are_found(seed_mentions, a, b, context):
    found = {
        unit: seed_mentions.cooccurrence(unit)[a, b].count for unit in ("sentence", "paragraph")
    }
    assert found[context] >= 1
    if context == "paragraph":
        assert found["sentence"] == 0
    names = {(row["a"], row["b"]) for row in seed_mentions.cooccurrence(context).pairs().rows()}
    assert (a, b) in names or (b, a) in names
