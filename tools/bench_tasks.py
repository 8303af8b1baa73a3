"""What a benchmark is: the programs that run in turn and what is claimed of their numbers.

A task is a folder of benchmarks/ with a `task.toml`; benchmarks/README.md explains its keys.
"""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from project import ROOT

FOLDER = ROOT / "benchmarks"

# "core" is the program's own build, "package" the Python this runner runs in, "rivals" their
# environment, "wheel" the one in which the wheel of dist/ was installed.
Place = Literal["package", "rivals", "wheel"]
Compare = Literal["spans", "counts", "check", ""]
Clock = Literal["processor_seconds", "seconds"]


@dataclass(frozen=True)
class Run:
    """One program with its input."""

    name: str
    program: str
    input: str = "law-50"
    arguments: list[str] = field(default_factory=list)
    place: Place = "package"
    threads: int = 1
    compare: Compare = ""
    same_as: str = ""  # the run whose result must be the same …
    differs: str = ""  # … or why it is not
    quick: bool = True


@dataclass(frozen=True)
class Claim:
    """A number of a run, or its ratio to that of another, and the bar it must pass."""

    what: str
    run: str
    bar: float
    aim: float
    against: str = ""
    number: str = "speed"
    unit: str = ""
    clock: Clock = "processor_seconds"
    at_most: bool = False

    def reaches(self, value: float, limit: float) -> bool:
        """Return whether a value passes a bar or an aim."""
        return value <= limit if self.at_most else value >= limit


@dataclass(frozen=True)
class Task:
    """One folder of benchmarks/."""

    name: str
    title: str
    what: str
    rounds: int
    runs: list[Run]
    claims: list[Claim]

    @property
    def folder(self) -> Path:
        """Where its programs lie."""
        return FOLDER / self.name


def task_names() -> list[str]:
    """Return the tasks in the order in which they are run and shown."""
    names = [path.parent.name for path in FOLDER.glob("*/task.toml")]
    return sorted(names, key=lambda name: (_order(name), name))


def _order(name: str) -> int:
    with (FOLDER / name / "task.toml").open("rb") as file:
        return int(tomllib.load(file)["order"])


def load(name: str) -> Task:
    """Return a task; a mistake in its file is a TypeError that names the key."""
    with (FOLDER / name / "task.toml").open("rb") as file:
        table = tomllib.load(file)
    runs = [Run(**row) for row in table["run"]]
    claims = [Claim(**row) for row in table.get("claim", [])]
    names = {run.name for run in runs}
    asked = {claim.run for claim in claims} | {claim.against for claim in claims}
    asked |= {run.same_as for run in runs}
    if unknown := asked - names - {""}:
        message = f"benchmarks/{name}/task.toml: no run is named {', '.join(sorted(unknown))}"
        raise ValueError(message)
    return Task(name, table["title"], table["what"], table.get("rounds", 5), runs, claims)
