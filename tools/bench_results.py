"""What the benchmarks came to: kept as a results.json per task, shown as benchmarks/RESULTS.md."""

import json
import os
import platform
import subprocess
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from bench_run import Measured
from bench_tasks import FOLDER, Claim, Task, task_names
from project import ROOT

RESULTS = FOLDER / "RESULTS.md"
INTRODUCTION = """# Results

Written by `./dev bench`; [README.md](README.md) says how to read it. A **ratio** is taken side by
side and is what is claimed; seconds belong to the machine named below. Speeds are medians, by the
time of the processor, which other work on the machine disturbs least, and by the clock on the wall;
the spread is (slowest - fastest) / median by the wall.
"""


def store(task: Task, every: dict[str, Measured], conditions: dict[str, Any]) -> dict[str, Any]:
    """Return everything about a task that is shown."""
    return {
        "title": task.title,
        "what": task.what,
        "conditions": conditions,
        "runs": [run_row(measured) for measured in every.values()],
        "claims": [claim_row(claim, every) for claim in task.claims if claim.run in every],
    }


def run_row(measured: Measured) -> dict[str, Any]:
    """Return what is shown of one run."""
    run = measured.run
    row: dict[str, Any] = {"name": run.name, "input": run.input, "threads": run.threads}
    if measured.skipped:
        return row | {"skipped": measured.skipped}
    row["agreement"] = measured.agreement
    row["numbers"] = {
        name: [measured.median(name), best(name, measured.values(name))]
        for name, value in measured.rounds[0].items()
        if isinstance(value, int | float)
    }
    seconds = measured.values("seconds")
    row["spread"] = (
        (max(seconds) - min(seconds)) / measured.median("seconds") if any(seconds) else 0
    )
    row["rounds"] = len(seconds)
    return row


def best(name: str, values: list[float]) -> float:
    """Return the best value: the largest speed, the smallest of all else."""
    return max(values) if name.startswith("speed") else min(values)


def claim_row(claim: Claim, every: dict[str, Measured]) -> dict[str, Any]:
    """Return a claim with its value and whether its bar and aim are met."""
    row = {"what": claim.what, "unit": claim.unit, "bar": claim.bar, "aim": claim.aim}
    row |= {"at_most": claim.at_most, "clock": claim.clock}
    sides = [every.get(name) for name in (claim.run, claim.against) if name]
    for side in sides:
        if side is None or side.skipped:
            reason = side.skipped if side else "left out of a quick run"
            return row | {"skipped": reason}
    value, rounds = value_of(claim, every)
    row |= {"value": value, "rounds": rounds}
    return row | {"met": claim.reaches(value, claim.bar), "aimed": claim.reaches(value, claim.aim)}


def value_of(claim: Claim, every: dict[str, Measured]) -> tuple[float, list[float]]:
    """Return the value of a claim from the medians, and that of each round."""
    name = claim.number
    if name in ("speed", "ns_per_token"):
        name = f"{name}/{claim.clock}"
    ours = every[claim.run]
    if not claim.against:
        return ours.median(name), ours.values(name)
    other = every[claim.against]
    pairs = zip(ours.values(name), other.values(name), strict=True)
    return ours.median(name) / other.median(name), [a / b for a, b in pairs]


def conditions() -> dict[str, Any]:
    """Return what the numbers depend on beside the code."""
    packages = ["numpy", "pandas", "polars", "pyarrow"]
    return {
        "commit": commit(),
        "machine": f"{processor()}, {os.cpu_count()} processors",
        "load": round(os.getloadavg()[0], 1),
        "system": f"{platform.system()} {platform.release()}",
        "versions": ", ".join(
            [f"Python {platform.python_version()}", compiler(), *map(package_version, packages)]
        ),
    }


def commit() -> str:
    """Return the commit that was measured, with a mark for changes on top of it."""
    command = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "no commit"


def processor() -> str:
    """Return the model of the processor."""
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def compiler() -> str:
    """Return the C++ compiler with its version."""
    done = subprocess.run(["g++", "-dumpfullversion"], capture_output=True, text=True, check=False)
    return f"g++ {done.stdout.strip()}"


def package_version(name: str) -> str:
    """Return a package with its version."""
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return f"no {name}"


def save(name: str, stored: dict[str, Any]) -> None:
    """Keep the results of a task."""
    text = json.dumps(stored, indent=1, ensure_ascii=False)
    (FOLDER / name / "results.json").write_text(text + "\n", encoding="utf-8")


def write_results() -> None:
    """Write RESULTS.md from what is kept of every task."""
    kept = {}
    for name in task_names():
        path = FOLDER / name / "results.json"
        if path.exists():
            kept[name] = json.loads(path.read_text(encoding="utf-8"))
    RESULTS.write_text("\n".join(page(kept)) + "\n", encoding="utf-8")


def page(kept: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of RESULTS.md."""
    yield INTRODUCTION
    yield "## Claims\n"
    yield "| task | claim | value | rounds | bar | aim | |"
    yield "|---|---|---|---|---|---|---|"
    for name, stored in kept.items():
        for claim in stored["claims"]:
            yield claim_line(f"[{name}](#{stored['title'].lower().replace(' ', '-')})", claim)
    for name, stored in kept.items():
        yield from section(name, stored)


def claim_line(task: str, claim: dict[str, Any]) -> str:
    """Return a row of the table of claims."""
    unit = claim["unit"]
    sign = "≤ " if claim["at_most"] else ""
    limits = f"{sign}{claim['bar']:g} {unit} | {sign}{claim['aim']:g} {unit}"
    if "skipped" in claim:
        return f"| {task} | {claim['what']} | | | {limits} | skipped: {claim['skipped']} |"
    verdict = "aim met" if claim["aimed"] else "bar met" if claim["met"] else "**bar missed**"
    rounds = f"{number(min(claim['rounds']))} to {number(max(claim['rounds']))}"
    value = f"{number(claim['value'])} {unit}"
    return f"| {task} | {claim['what']} | {value} | {rounds} | {limits} | {verdict} |"


def section(name: str, stored: dict[str, Any]) -> Iterator[str]:
    """Yield the lines about one task."""
    facts = stored["conditions"]
    yield f"\n## {stored['title']}\n"
    yield stored["what"].strip() + "\n"
    yield f"`{facts['commit']}`, {facts['machine']}, {facts['system']}, load {facts['load']};"
    rounds = max((row.get("rounds", 0) for row in stored["runs"]), default=0)
    yield f"{facts['versions']}; rounds: {rounds}; programs in [{name}/]({name}/).\n"
    yield "| run | input | threads | MB/s processor | MB/s wall | best | spread | other numbers |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in stored["runs"]:
        yield run_line(row)
    for row in stored["runs"]:
        if row.get("agreement"):
            yield f"\n{row['name']}, compared: {row['agreement']}"


SHOWN = {
    "peak_per_text": "peak memory {} x text",
    "ns_per_token/processor_seconds": "{} ns/token",
    "open_ms": "open {} ms",
    "lines_ms": "lines {} ms",
    "scattered_lines_ms": "scattered lines {} ms",
    "file_bytes_per_token": "{} B/token",
    "vocabulary_mb": "vocabulary {} MB",
    "megabytes": "{} MB",
    "seconds": "{} s",
}


def run_line(row: dict[str, Any]) -> str:
    """Return a row of the table of runs."""
    start = f"| {row['name']} | {row['input']} | {row['threads']} |"
    if "skipped" in row:
        return f"{start} | | | | skipped: {row['skipped']} |"
    numbers = row["numbers"]
    used, wall = (numbers.get(f"speed/{clock}") for clock in ("processor_seconds", "seconds"))
    speeds = [number(used[0]), number(wall[0]), number(used[1])] if wall and used else [""] * 3
    others = [
        shown.format(number(numbers[name][0]))
        for name, shown in SHOWN.items()
        if name in numbers and not (name == "seconds" and (wall or not numbers[name][0]))
    ]
    return f"{start} {' | '.join(speeds)} | {row['spread']:.0%} | {', '.join(others)} |"


def number(value: float) -> str:
    """Return a number with three digits that count."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
