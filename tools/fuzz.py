"""Build the fuzz targets with sanitizers and run each for a while; ./dev test and ./dev prove do.

With clang the targets are libFuzzer's, which sees what its inputs reach; without it a driver of our
own mutates the kept inputs by seed. An input that fails is left beside the target's build.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from project import ROOT

CORPUS = ROOT / "tests" / "fuzz" / "corpus"
OPTIONS = {
    "ASAN_OPTIONS": "detect_leaks=1:allocator_may_return_null=1",
    "UBSAN_OPTIONS": "print_stacktrace=1",
}
# Longer than this for one input is a hang.
HANG_SECONDS = 10


class Fuzzed(NamedTuple):
    """What one target came to."""

    target: str
    passed: bool
    runs: int
    output: str


def targets() -> list[str]:
    """Return the names of all targets: the folders of kept inputs."""
    return sorted(folder.name for folder in CORPUS.iterdir() if folder.is_dir())


def build(*, libfuzzer: bool) -> Path:
    """Compile the targets and return where they are; raise CalledProcessError with the output."""
    folder = ROOT / "build" / ("libfuzzer" if libfuzzer else "fuzz")
    sanitizers = "address,undefined" + (",fuzzer-no-link" if libfuzzer else "")
    definitions = {
        "CMAKE_BUILD_TYPE": "RelWithDebInfo",
        "CMAKE_CXX_FLAGS_RELWITHDEBINFO": "-O1 -g1",
        "CMAKE_CXX_COMPILER": "clang++" if libfuzzer else "g++",
        "WORTFELD_PYTHON": "OFF",
        "WORTFELD_BUILD_TESTS": "OFF",
        "WORTFELD_FUZZ": "ON",
        # The warnings of this project are g++'s.
        "WORTFELD_WERROR": "OFF",
        "WORTFELD_SANITIZE": sanitizers,
    }
    options = [f"-D{name}={value}" for name, value in definitions.items()]
    configure: list[str | Path] = ["cmake", "-S", ROOT, "-B", folder, "-G", "Ninja", *options]
    compile_: list[str | Path] = ["cmake", "--build", folder, "--target", "wortfeld_fuzz"]
    for command in (configure, compile_):
        subprocess.run(command, check=True, capture_output=True, text=True)
    return folder / "tests" / "fuzz"


def run(folder: Path, target: str, *, seconds: float, libfuzzer: bool) -> Fuzzed:
    """Run one target and say whether it found something."""
    program = folder / f"wortfeld_fuzz_{target}"
    command: list[str | Path]
    if libfuzzer:
        found = folder / "found" / target
        found.mkdir(parents=True, exist_ok=True)
        limits = [
            f"-max_total_time={seconds:.0f}",
            f"-timeout={HANG_SECONDS}",
            "-print_final_stats=1",
        ]
        command = [program, *limits, "-rss_limit_mb=4096", found, CORPUS / target]
    else:
        command = [program, CORPUS / target, str(seconds)]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **OPTIONS},
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=2 * seconds + 120,
        )
    except subprocess.TimeoutExpired:
        return Fuzzed(target, passed=False, runs=0, output=f"{target} hangs")
    output = done.stdout + done.stderr
    return Fuzzed(target, done.returncode == 0, runs_in(output), output)


def runs_in(output: str) -> int:
    """Return how many inputs were run, as libFuzzer or the driver says it."""
    for line in output.splitlines():
        words = line.split()
        if words[1:] == ["runs"]:
            return int(words[0])
        if line.startswith("stat::number_of_executed_units:"):
            return int(words[-1])
    return 0


def has_clang() -> bool:
    """Whether libFuzzer can be used."""
    return shutil.which("clang++") is not None
