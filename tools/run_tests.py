"""Every test of the project, in the order of how soon it answers; ./dev test calls it.

A step that fails does not keep the next one from running, except that nothing runs on a build that
failed. The last line is `N passed, N failed, N skipped`.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import fuzz
import lint
from project import BUILD, ROOT
from results import Result, Results, read_junit

LOGS = ROOT / "build" / "log"
TAIL = 40
# Enough to replay what is kept and to see that the targets still run; ./dev prove fuzzes for long.
FUZZ_SECONDS = 5


def logged(name: str, *command: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run a command with its output in a log file."""
    with log_file(name).open("wb") as log:
        return subprocess.run(
            command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )


def log_file(name: str) -> Path:
    """Return where the output of a step goes."""
    return LOGS / f"test-{name}.log"


def tail(name: str) -> str:
    """Return the end of a log."""
    lines = log_file(name).read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(lines[-TAIL:])


def pytest(name: str, *arguments: str) -> list[Result]:
    """Run pytest and read what it reports."""
    report = LOGS / f"test-{name}.xml"
    report.unlink(missing_ok=True)
    command = [sys.executable, "-m", "pytest", "-q", "--color=no", f"--junitxml={report}"]
    done = logged(name, *command, *arguments)
    results = read_junit(report)
    # A run that broke off, or found nothing to run, is a failure even if no test failed.
    if done.returncode not in (0, 1) or (done.returncode and not any(r.failed for r in results)):
        results.append(Result(f"pytest {name}", "failed", f"exit status {done.returncode}"))
    if any(result.failed for result in results):
        print(tail(name))
    return results


def source_fitness() -> list[Result]:
    """Test words, sizes, layers: what the source shows without being built."""
    # --confcutdir: what other tests share may import the package, which is not built yet.
    return pytest("source", "tests/fitness", "-m", "source_only", "--confcutdir=tests/fitness")


def python_tests() -> list[Result]:
    """Test everything else in Python but the notebooks."""
    return pytest("python", "-m", "not source_only", "--ignore=tests/notebooks")


def notebooks() -> list[Result]:
    """Run every notebook and compare it with what is committed."""
    if not any((ROOT / "notebooks").glob("*.ipynb")):
        return []
    return pytest("notebooks", "tests/notebooks")


def cpp_tests() -> list[Result]:
    """Run the tests of the core."""
    report = LOGS / "test-cpp.xml"
    report.unlink(missing_ok=True)
    done = logged(
        "cpp",
        *("ctest", "--test-dir", BUILD, "--output-junit", report, "--parallel", "2"),
        *("--output-on-failure", "--no-tests=error"),
    )
    results = read_junit(report)
    if done.returncode and not any(result.failed for result in results):
        results.append(Result("ctest", "failed", f"exit status {done.returncode}"))
    if any(result.failed for result in results):
        print(tail("cpp"))
    return results


def linters(names: list[str]) -> Callable[[], list[Result]]:
    """Return a step in which each linter is one test."""

    def step() -> list[Result]:
        return [lint_result(name) for name in names]

    return step


def lint_result(name: str) -> Result:
    """Run one linter."""
    verdict = lint.LINTERS[name]("check")
    if verdict.passed:
        return Result(name, "passed")
    log = log_file(name.replace(" ", "-"))
    log.write_text(verdict.output, encoding="utf-8")
    lines = verdict.output.splitlines()
    print("\n".join(lines[:TAIL]))
    where = log.relative_to(ROOT)
    if len(lines) > TAIL:
        print(f"… {len(lines) - TAIL} more lines in {where}")
    return Result(name, "failed", f"see {where}")


def build() -> list[Result]:
    """Compile the package and the tests of the core."""
    done = logged("build", ROOT / "dev", "build-step")
    if done.returncode:
        print(tail("build"))
        return [Result("build", "failed", f"see {log_file('build').relative_to(ROOT)}")]
    return [Result("build", "passed")]


def fuzz_targets() -> list[Result]:
    """Run every fuzz target for a moment, under sanitizers."""
    try:
        folder = fuzz.build(libfuzzer=False)
    except subprocess.CalledProcessError as error:
        log_file("fuzz").write_text(error.stdout + error.stderr, encoding="utf-8")
        print(tail("fuzz"))
        return [Result("fuzz build", "failed", f"see {log_file('fuzz').relative_to(ROOT)}")]
    return [fuzz_result(folder, target) for target in fuzz.targets()]


def fuzz_result(folder: Path, target: str) -> Result:
    """Run one fuzz target."""
    fuzzed = fuzz.run(folder, target, seconds=FUZZ_SECONDS, libfuzzer=False)
    if fuzzed.passed:
        return Result(f"fuzz {target}", "passed")
    name = f"fuzz-{target}"
    log_file(name).write_text(fuzzed.output, encoding="utf-8")
    print(tail(name))
    return Result(f"fuzz {target}", "failed", f"see {log_file(name).relative_to(ROOT)}")


Steps = dict[str, Callable[[], list[Result]]]
BEFORE: Steps = {
    "words and sizes": source_fitness,
    "format": linters(["clang-format", "ruff format", "gersemi"]),
    "lint": linters(["ruff check", "mypy"]),
    "build": build,
}
# clang-tidy reads sources that the build generates.
AFTER: Steps = {
    "clang-tidy": linters(["clang-tidy"]),
    "C++": cpp_tests,
    "Python": python_tests,
    "notebooks": notebooks,
    "fuzz": fuzz_targets,
}


def run_steps(steps: Steps, results: Results) -> None:
    """Run steps one after the other, with a line each."""
    for name, step in steps.items():
        start = time.monotonic()
        print(f"{name} …", flush=True)
        found = Results(step())
        print(f"{name}: {found.summary()} in {time.monotonic() - start:.1f} s", flush=True)
        results.extend(found)


def main() -> int:
    """Run everything and print the sum."""
    LOGS.mkdir(parents=True, exist_ok=True)
    results = Results()
    run_steps(BEFORE, results)
    built = not any(result.failed and result.name == "build" for result in results)
    if built:
        run_steps(AFTER, results)
    else:
        print("the build failed: nothing was run on it")
    for line in results.lines():
        print(line)
    print(results.summary())
    return 1 if results.count("failed") else 0


if __name__ == "__main__":
    sys.exit(main())
