"""Formatters and linters of both languages; ./dev lint calls it, and so do the tests."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

import tidy
from project import ROOT, files

Mode = Literal["check", "fix"]


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


def clang_format(mode: Mode) -> Verdict:
    """Check the layout of C++."""
    options = ["-i"] if mode == "fix" else ["--dry-run", "--Werror"]
    return run("clang-format", *options, paths=files(".hpp", ".cpp"))


def ruff_format(mode: Mode) -> Verdict:
    """Check the layout of Python."""
    return run("ruff", "format", "--quiet", *([] if mode == "fix" else ["--diff"]))


def gersemi(mode: Mode) -> Verdict:
    """Check the layout of CMake files."""
    paths = [path for path in files() if path.name == "CMakeLists.txt" or path.suffix == ".cmake"]
    return run("gersemi", "--in-place" if mode == "fix" else "--diff", "--check", paths=paths)


def ruff_check(mode: Mode) -> Verdict:
    """Look for mistakes in Python."""
    return run("ruff", "check", "--quiet", *(["--fix"] if mode == "fix" else []))


def mypy(_mode: Mode) -> Verdict:
    """Check the types of Python."""
    return run("mypy", "--no-error-summary")


def clang_tidy(_mode: Mode) -> Verdict:
    """Look for mistakes in C++; files that passed are not read again until they change."""
    problems = tidy.check()
    return Verdict(passed=not problems, output="\n".join(problems))


# In the order of how soon they answer. The last one needs a configured build.
SOURCE_LINTERS: dict[str, Callable[[Mode], Verdict]] = {
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
    mode: Mode = "fix" if arguments else "check"
    failed = 0
    for name, linter in LINTERS.items():
        verdict = linter(mode)
        print(f"{name}: {'passed' if verdict.passed else 'failed'}", flush=True)
        if not verdict.passed:
            failed += 1
            print(verdict.output)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
