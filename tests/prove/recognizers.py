"""How far readings agree with the cases of Recognizers-Text, and why they differ elsewhere.

Usage: ``recognizers.py SPECS [--unargued]`` with the folder ``Specs`` of a clone of
github.com/microsoft/Recognizers-Text. The cases are not part of this project. Printed are for each
file how many agree, how many differ for a reason that is argued, how many differ without one, and
how many differ for which reason; ``--unargued`` names the cases (file and number) without one. A
case agrees if each of its results is found, overlapping, with the same value, and nothing else of
that kind is.

The ledger ``recognizers.tsv`` holds a row for each case that was looked at: file, number of the
case (from 0), hash of its text, reason. The reasons are told in ``recognizers_reasons.tsv``.
"""

from __future__ import annotations

import csv
import datetime
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import recognizers_values as values
import wortfeld as wf

HERE = Path(__file__).parent
LEDGER = HERE / "recognizers.tsv"
REASONS = HERE / "recognizers_reasons.tsv"
LANGUAGES = {"German": "de", "English": "en"}
# What is compared: the kind of mention and the files of whole readings.
FILES = {
    "number": ("Number/{}/NumberModel.json",),
    "percent": ("Number/{}/PercentModel.json",),
    "money": ("NumberWithUnit/{}/CurrencyModel.json",),
    "date": (
        "DateTime/{}/DateParser.json",
        "DateTime/{}/DatePeriodParser.json",
        "DateTime/{}/DurationParser.json",
        "DateTime/{}/DateTimeModel.json",
    ),
}


class Case(NamedTuple):
    """One case: where it stands, its text, the day it speaks from and what is wanted."""

    file: str
    number: int
    text: str
    day: datetime.date | None
    results: list[dict[str, Any]]

    @property
    def key(self) -> tuple[str, int, str]:
        """Return what the ledger knows it by."""
        return self.file, self.number, hashlib.sha256(self.text.encode()).hexdigest()[:12]


class Verdict(NamedTuple):
    """A case, what was found in it and whether that agrees."""

    case: Case
    found: list[dict[str, Any]]
    agrees: bool


def read_cases(specs: Path, file: str) -> list[Case]:
    """Return the cases of a file."""
    cases = []
    text = (specs / file).read_text(encoding="utf-8-sig")
    for number, row in enumerate(json.loads(text)):
        day = row.get("Context", {}).get("ReferenceDateTime")
        when = None if day is None else datetime.date.fromisoformat(day[:10])
        cases.append(Case(file, number, row["Input"], when, row["Results"]))
    return cases


def read_mentions(cases: list[Case], language: str) -> list[list[dict[str, Any]]]:
    """Return what is found in each case, all kinds."""
    corpus = wf.read(
        texts=[case.text for case in cases],
        language=language,
        metadata={"date": [case.day for case in cases]},
        detect_zones=False,
    )
    found: list[list[dict[str, Any]]] = [[] for _ in cases]
    for row in corpus.mentions().table().rows():
        found[int(row["document"])].append(row)
    return found


def judge(case: Case, kind: str, found: list[dict[str, Any]]) -> Verdict:
    """Return whether the results of a case are found, and nothing else of that kind."""
    rows = [row for row in found if row["kind"] == kind]
    spans = [values.span_of(case.text, result) for result in case.results]
    agrees = len(rows) == len(spans) and all(
        row["start"] < end and start < row["end"] and values.is_same(kind, result, row)
        for row, (start, end), result in zip(rows, spans, case.results, strict=True)
    )
    return Verdict(case, found, agrees)


def judge_file(specs: Path, file: str, kind: str, language: str) -> list[Verdict]:
    """Return a verdict for each case of a file."""
    cases = read_cases(specs, file)
    found = read_mentions(cases, language)
    return [judge(case, kind, rows) for case, rows in zip(cases, found, strict=True)]


def judge_all(specs: Path) -> dict[str, list[Verdict]]:
    """Return the verdicts of each file."""
    return {
        file: judge_file(specs, file, kind, code)
        for kind, patterns in FILES.items()
        for name, code in LANGUAGES.items()
        for file in (pattern.format(name) for pattern in patterns)
    }


def read_ledger() -> dict[tuple[str, int, str], str]:
    """Return the reason of each case that was looked at."""
    with LEDGER.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {(row["file"], int(row["case"]), row["sha256"]): row["reason"] for row in rows}


def main(arguments: list[str]) -> int:
    """Print the counts; return 1 if a case differs for no reason that is told."""
    ledger = read_ledger()
    with REASONS.open(encoding="utf-8", newline="") as file:
        told = {row["reason"]: row["why"] for row in csv.DictReader(file, delimiter="\t")}
    reasons: Counter[str] = Counter()
    unargued: list[Case] = []
    print(f"{'file':48} cases  agree  argued  neither")
    for file, verdicts in judge_all(Path(arguments[0])).items():
        differing = [verdict.case for verdict in verdicts if not verdict.agrees]
        argued = [ledger[case.key] for case in differing if ledger.get(case.key) in told]
        reasons.update(argued)
        neither = [case for case in differing if ledger.get(case.key) not in told]
        unargued += neither
        agreed = len(verdicts) - len(differing)
        print(f"{file:48} {len(verdicts):5} {agreed:6} {len(argued):7} {len(neither):8}")
    for reason, count in reasons.most_common():
        print(f"{count:5} {reason:20} {told[reason]}")
    if "--unargued" in arguments:
        for case in unargued:
            print(f"{case.file} {case.number}")
    return int(bool(unargued))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
