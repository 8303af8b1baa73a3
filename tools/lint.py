"""Formatters and linters of both languages; ./dev lint calls it, and so do the tests."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import tidy
from project import ROOT, files


class Verdict(NamedTuple):
    """What one linter says."""

    passed: bool
    output: str


def run(*command: str | Path, paths: list[Path] | None = None) -> Verdict:
    """Run a tool of .venv over paths; no paths means that there is nothing to object to."""
    if paths == []:
        return Verdict(passed=True, output="no such file")
    done = subprocess.run(
        [*command, *(paths or [])],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Verdict(passed=done.returncode == 0, output=done.stdout)


def clang_format(fix: bool) -> Verdict:
    """Check the layout of C++."""
    mode = ["-i"] if fix else ["--dry-run", "--Werror"]
    return run("clang-format", *mode, paths=files(".hpp", ".cpp"))


def ruff_format(fix: bool) -> Verdict:
    """Check the layout of Python."""
    return run("ruff", "format", "--quiet", *([] if fix else ["--diff"]))


def gersemi(fix: bool) -> Verdict:
    """Check the layout of CMake files."""
    paths = [path for path in files() if path.name == "CMakeLists.txt" or path.suffix == ".cmake"]
    return run("gersemi", "--in-place" if fix else "--diff", "--check", paths=paths)


def ruff_check(fix: bool) -> Verdict:
    """Look for mistakes in Python."""
    return run("ruff", "check", "--quiet", *(["--fix"] if fix else []))


def mypy(_fix: bool) -> Verdict:
    """Check the types of Python."""
    return run("mypy", "--no-error-summary")


def clang_tidy(_fix: bool) -> Verdict:
    """Look for mistakes in C++; files that did not change since they passed are not read again."""
    problems = tidy.check()
    return Verdict(passed=not problems, output="\n".join(problems))


# In the order of how soon they answer. The last one needs a configured build.
SOURCE_LINTERS: dict[str, Callable[[bool], Verdict]] = {
    "clang-format": clang_format,
    "ruff format": ruff_format,
    "gersemi": gersemi,
    "ruff check": ruff_check,
    "mypy": mypy,
}
LINTERS = {**SOURCE_LINTERS, "clang-tidy": clang_tidy}


def main(arguments: list[str]) -> int:
    """Run every linter, also after one has objected."""
    if arguments not in ([], ["--fix"]):
        print("usage: ./dev lint [--fix]", file=sys.stderr)
        return 2
    failed = 0
    for name, linter in LINTERS.items():
        verdict = linter("--fix" in arguments)
        print(f"{name}: {'passed' if verdict.passed else 'failed'}", flush=True)
        if not verdict.passed:
            failed += 1
            print(verdict.output)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
