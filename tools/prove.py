"""The long proofs: exhaustive tables, millions of strings, long fuzzing; ./dev prove calls it.

A proof is a program in tests/prove, in Python or C++, that prints a line for each claim: the claim,
how many cases were checked, how many failed, separated by tabs. The fuzz targets are proofs too.
What came of each is kept in tests/prove/results.json, with the version that was proved, and shown
in docs/proofs.md; a proof that is not run keeps what came of it last.
"""

import argparse
import datetime
import functools
import json
import os
import platform
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import fuzz
from project import ROOT

PROOFS = ROOT / "tests" / "prove"
# Programs beside the proofs that measure on texts from elsewhere, which they take as an argument.
MEASURES = {"compounds", "germeval_names", "recognizers", "recognizers_values"}
BUILD = ROOT / "build" / "prove"
RESULTS = PROOFS / "results.json"
PAGE = ROOT / "docs" / "proofs.md"
HEAD = """\
# Proofs

Written by `./dev prove`; `./dev test` runs a seeded sample of each. A claim holds where nothing
failed.

"""


class Claim(NamedTuple):
    """One claim and what came of checking it."""

    text: str
    checked: int
    failed: int


def build() -> None:
    """Compile the proofs in C++."""
    definitions = {
        "CMAKE_BUILD_TYPE": "Release",
        "WORTFELD_PYTHON": "OFF",
        "WORTFELD_BUILD_TESTS": "OFF",
        "WORTFELD_PROOFS": "ON",
    }
    options = [f"-D{name}={value}" for name, value in definitions.items()]
    configure: list[str | Path] = ["cmake", "-S", ROOT, "-B", BUILD, "-G", "Ninja", *options]
    compile_: list[str | Path] = ["cmake", "--build", BUILD, "--target", "wortfeld_proofs"]
    for command in (configure, compile_):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def commands() -> dict[str, list[str | Path]]:
    """Return how to run each proof."""
    programs: dict[str, list[str | Path]] = {
        path.stem: [sys.executable, path]
        for path in PROOFS.glob("*.py")
        if path.stem not in MEASURES
    }
    for path in PROOFS.glob("*.cpp"):
        programs[path.stem] = [BUILD / "tests" / "prove" / f"wortfeld_prove_{path.stem}"]
    return dict(sorted(programs.items()))


def prove(name: str, command: list[str | Path]) -> list[Claim]:
    """Run one proof; a program that breaks off is a claim that failed."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    rows = [line.split("\t") for line in done.stdout.splitlines() if line.count("\t") == 2]
    claims = [Claim(text, int(checked), int(failed)) for text, checked, failed in rows]
    if not claims or (done.returncode and not any(claim.failed for claim in claims)):
        claims.append(Claim(f"ends well (exit status {done.returncode})", 1, 1))
    return claims


def prove_by_fuzzing(minutes: float) -> list[Claim]:
    """Run every fuzz target for so many minutes each, as many at a time as there are processors."""
    libfuzzer = fuzz.has_clang()
    folder = fuzz.build(libfuzzer=libfuzzer)
    tool = "libFuzzer" if libfuzzer else "our driver"
    claims = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        run = functools.partial(fuzz.run, folder, seconds=60 * minutes, libfuzzer=libfuzzer)
        all_fuzzed = list(pool.map(run, fuzz.targets()))
    for fuzzed in all_fuzzed:
        if not fuzzed.passed:
            print(fuzzed.output[-4000:])
        text = (
            f"no input of {tool} for `{fuzzed.target}` crashes, hangs or trips a sanitizer, "
            f"in {minutes:g} minutes"
        )
        claims.append(Claim(text, fuzzed.runs, int(not fuzzed.passed)))
    return claims


def keep(name: str, claims: list[Claim]) -> None:
    """Keep what came of one proof, and write the page of all."""
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty", "--exclude=*"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    results[name] = {
        "commit": commit or "unknown",
        "day": str(datetime.datetime.now(tz=datetime.UTC).date()),
        "python": platform.python_version(),
        "claims": [claim._asdict() for claim in claims],
    }
    ordered = dict(sorted(results.items()))
    RESULTS.write_text(json.dumps(ordered, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(ordered), encoding="utf-8")


def page(results: dict[str, Any]) -> str:
    """Return docs/proofs.md."""
    lines = [HEAD]
    for name, result in results.items():
        version = f"Commit {result['commit']}, {result['day']}, Python {result['python']}."
        head = "| claim | checked | failed |\n|---|---:|---:|"
        lines.append(f"## {name}\n\n{version}\n\n{head}")
        lines += [
            f"| {claim['text']} | {claim['checked']:,} | {claim['failed']:,} |"
            for claim in result["claims"]
        ]
        lines.append("")
    return "\n".join(lines)


def main() -> int:
    """Run the proofs that were asked for and write the page."""
    parser = argparse.ArgumentParser(prog="./dev prove", description=__doc__)
    parser.add_argument("proofs", nargs="*", help="names of proofs, or fuzz; default: all")
    parser.add_argument("--fuzz-minutes", type=float, default=10, help="for each target")
    wanted = parser.parse_args()
    known = [*commands(), "fuzz"]
    for name in wanted.proofs:
        if name not in known:
            parser.error(f"no proof '{name}'; there are {', '.join(known)}")
    build()
    failed = False
    for name in wanted.proofs or known:
        print(f"{name} …", flush=True)
        found = (
            prove_by_fuzzing(wanted.fuzz_minutes)
            if name == "fuzz"
            else prove(name, commands()[name])
        )
        for claim in found:
            print(f"  {claim.text}: {claim.checked:,} checked, {claim.failed:,} failed", flush=True)
        keep(name, found)
        failed = failed or any(claim.failed for claim in found)
    print(f"wrote {PAGE.relative_to(ROOT)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
