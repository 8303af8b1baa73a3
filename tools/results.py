"""What tests came to: read from the JUnit files of pytest and ctest, and added up."""

import ast
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from project import SHARED_DATA

Outcome = Literal["passed", "failed", "skipped"]


class Result(NamedTuple):
    """One test."""

    name: str
    outcome: Outcome
    reason: str = ""

    @property
    def failed(self) -> bool:
        """Whether it failed."""
        return self.outcome == "failed"


class Results(list[Result]):
    """Many tests."""

    def count(self, outcome: object) -> int:
        """Return how many came to an outcome."""
        return sum(result.outcome == outcome for result in self)

    def summary(self) -> str:
        """Return the line everything ends with."""
        return ", ".join(f"{self.count(word)} {word}" for word in ("passed", "failed", "skipped"))

    def lines(self) -> list[str]:
        """Return a line for each test that failed or was skipped."""
        return [
            f"{result.outcome}: {result.name}: {result.reason}"
            for word in ("skipped", "failed")
            for result in self
            if result.outcome == word
        ]


def read_junit(report: Path) -> list[Result]:
    """Return the tests of a JUnit file; none when it was never written or is cut off."""
    try:
        root = ET.parse(report).getroot()
    except (FileNotFoundError, ET.ParseError):
        return []
    return [_result(case) for case in root.iter("testcase")]


def _result(case: ET.Element) -> Result:
    group = case.get("classname") or ""
    name = case.get("name") or ""
    # ctest repeats the name as the class.
    full_name = name if group in ("", name) else f"{group}::{name}"
    for tag in ("failure", "error"):
        found = case.find(tag)
        if found is not None:
            return Result(full_name, "failed", _first_line(found.get("message"), "see the log"))
    skipped = case.find("skipped")
    if skipped is not None:
        return _skipped(full_name, _skip_reason(case, skipped))
    if case.get("status") in ("fail", "disabled", "notrun"):
        return Result(full_name, "failed", str(case.get("status")))
    return Result(full_name, "passed")


def _skip_reason(case: ET.Element, skipped: ET.Element) -> str:
    """Return why a test was skipped.

    A GoogleTest says it in its output, after its place; of a whole file of pytest it is the last of
    what the text of the entry lists.
    """
    lines = (case.findtext("system-out") or "").splitlines()
    for place, line in pairwise(lines):
        if place.endswith(": Skipped"):
            return line.strip()
    if skipped.get("message") == "collection skipped":
        return _first_line(str(ast.literal_eval(skipped.text or "")[-1]).removeprefix("Skipped: "))
    return _first_line(skipped.get("message"))


def _skipped(name: str, reason: str) -> Result:
    """Return a skip; one for data that lies beside the project is a failure."""
    if "shared/data" in reason and SHARED_DATA.is_dir():
        return Result(name, "failed", f"skipped although {SHARED_DATA} is there: {reason}")
    return Result(name, "skipped", reason)


def _first_line(message: str | None, default: str = "no reason given") -> str:
    return (message or default).splitlines()[0]
