"""Running the programs of a task: results compared first, then the clock, in turn."""

import json
import os
import statistics
import subprocess
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bench_compare import compare
from bench_inputs import MEGABYTE, MissingError, input_path
from bench_setup import BUILD, command_of
from bench_tasks import FOLDER, Run, Task

RESULT = BUILD / "result"
# What keeps the libraries of all sides to the threads that are asked for.
THREADS = ("WORTFELD_THREADS", "POLARS_MAX_THREADS", "OMP_NUM_THREADS", "RAYON_NUM_THREADS")
MOST_SECONDS = 1800


class FailedError(Exception):
    """A program broke off; the message says which and what it printed last."""


@dataclass
class Measured:
    """What came out of one run: its numbers in each round, or why there are none."""

    run: Run
    rounds: list[dict[str, Any]] = field(default_factory=list)
    skipped: str = ""
    agreement: str = ""

    def values(self, number: str) -> list[float]:
        """Return a number of every round."""
        return [float(numbers[number]) for numbers in self.rounds]

    def median(self, number: str) -> float:
        """Return the median of a number over the rounds."""
        return statistics.median(self.values(number))


def measure(task: Task, *, quick: bool) -> dict[str, Measured]:
    """Compare the results of all runs, then clock them in turn."""
    runs = [shortened(run) for run in task.runs if run.quick] if quick else task.runs
    every = {run.name: Measured(run) for run in runs}
    prepared = {name: prepare(task, measured) for name, measured in every.items()}
    RESULT.mkdir(parents=True, exist_ok=True)
    for name, measured in every.items():
        if measured.run.compare and not measured.skipped:
            check(task, measured, prepared[name], every)
    for number in range(2 if quick else task.rounds):
        for name, measured in every.items():
            if not measured.skipped:
                clock(task, measured, prepared[name])
        print(f"{task.name}: round {number + 1}", flush=True)
    return every


Prepared = tuple[list[str], Path]


def clock(task: Task, measured: Measured, prepared: Prepared) -> None:
    """Run once by the clock and keep the numbers."""
    numbers = execute(task, measured.run, prepared, "-")
    if "skipped" in numbers:
        measured.skipped = str(numbers["skipped"])
        return
    add_derived(numbers, prepared[1])
    measured.rounds.append(numbers)


def prepare(task: Task, measured: Measured) -> Prepared:
    """Return the command and the input of a run, or note why it has none."""
    try:
        return command_of(task, measured.run), input_path(measured.run.input)
    except MissingError as error:
        measured.skipped = str(error)
        return [], Path()


def shortened(run: Run) -> Run:
    """Return a run with a tenth of its input."""
    kind, _, size = run.input.partition("-")
    return replace(run, input=f"{kind}-{max(1, int(size) // 10)}") if size else run


def check(task: Task, measured: Measured, prepared: Prepared, every: dict[str, Measured]) -> None:
    """Run once without the clock and compare the result with that of another run."""
    run = measured.run
    result = RESULT / f"{task.name}-{run.name}"
    numbers = execute(task, run, prepared, str(result))
    measured.skipped = str(numbers.get("skipped", ""))
    if measured.skipped:
        return
    if run.compare == "check":
        result.write_text(json.dumps(numbers["check"]), encoding="utf-8")
    if run.same_as and not every[run.same_as].skipped:
        other = RESULT / f"{task.name}-{run.same_as}"
        difference = compare(run.compare, result, other, prepared[1])
        if difference and not run.differs:
            message = f"{task.name}: {run.name} and {run.same_as} differ: {difference}"
            raise FailedError(message)
        measured.agreement = f"{difference} ({run.differs})" if difference else "equal"


def execute(task: Task, run: Run, prepared: Prepared, result: str) -> dict[str, Any]:
    """Run a program once, pinned, and return the numbers that it prints."""
    command, source = prepared
    paths = [str(FOLDER)]
    if run.place == "package":
        paths.append(os.environ.get("PYTHONPATH", ""))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
    if run.input != "none":
        environment |= dict.fromkeys(THREADS, str(run.threads))
    allowed = os.sched_getaffinity(0)
    # The last processors: the first ones serve interrupts.
    os.sched_setaffinity(0, sorted(allowed)[-run.threads :])
    try:
        done = subprocess.run(
            [*command, source, result, *run.arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=MOST_SECONDS,
        )
    finally:
        os.sched_setaffinity(0, allowed)
    lines = done.stdout.strip().splitlines()
    if done.returncode or (result == "-" and not lines):
        message = f"{task.name}: {run.name} ended with {done.returncode}: {done.stderr.strip()}"
        raise FailedError(message)
    numbers = json.loads(lines[-1]) if lines else {}
    return dict(numbers)


def add_derived(numbers: dict[str, Any], source: Path) -> None:
    """Add what follows from a run's numbers and the size of its input."""
    size = source.stat().st_size
    for clock in ("seconds", "processor_seconds"):
        if size and numbers.get(clock):
            numbers[f"speed/{clock}"] = size / MEGABYTE / numbers[clock]
            if numbers.get("tokens"):
                numbers[f"ns_per_token/{clock}"] = numbers[clock] / numbers["tokens"] * 1e9
    if size and "peak_bytes" in numbers:
        numbers["peak_per_text"] = numbers["peak_bytes"] / size
