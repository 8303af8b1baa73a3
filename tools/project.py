"""Facts about the project that ./dev, the linters and the fitness tests share."""

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
# Where the conformance data lies when it is there; the project does not ship it.
SHARED_DATA = ROOT.parent / "shared" / "data"
BUILD = ROOT / "build" / "dev"

# What a walk leaves out where there is no git to ask.
NOT_OURS = {".git", ".venv", ".cache", "build", "dist", "node_modules", "__pycache__"}


def pyproject() -> dict[str, Any]:
    """Return pyproject.toml."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


def requirements() -> list[str]:
    """Return what the package itself requires."""
    return list(pyproject()["project"]["dependencies"])


def build_inputs(tests: str) -> str:
    """Return a hash of everything that asks for the package to be installed again.

    Sources are not among it: CMake follows those.
    """
    tables = pyproject()
    inputs = [
        sys.version,
        str(ROOT),
        tests,
        tables["build-system"],
        tables["project"],
        tables["tool"]["scikit-build"],
        (ROOT / "requirements" / "build.txt").read_text(encoding="utf-8"),
    ]
    return hashlib.sha256(json.dumps(inputs).encode()).hexdigest()


def files(*suffixes: str, under: str = "") -> list[Path]:
    """Return the project's files with one of the suffixes, new ones included, in order."""
    return sorted(
        path
        for path in all_files(ROOT)
        if (not suffixes or path.suffix in suffixes)
        and path.is_relative_to(ROOT / under)
        and path.is_file()
    )


def all_files(root: Path) -> list[Path]:
    """Return what git tracks or would track; without git every file that is not built."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return _walk(root)
    return [root / name for name in listed.decode().split("\0") if name]


def _walk(folder: Path) -> list[Path]:
    found: list[Path] = []
    for path in folder.iterdir():
        if path.name in NOT_OURS or path.name.endswith("_cache"):
            continue
        found += _walk(path) if path.is_dir() else [path]
    return found


def main(arguments: list[str]) -> None:
    """Print what ./dev asks for."""
    match arguments:
        case ["requirements"]:
            print("\n".join(requirements()))
        case ["build-inputs", tests]:
            print(build_inputs(tests))
        case _:
            sys.exit("usage: project.py requirements | build-inputs ON|OFF")


if __name__ == "__main__":
    main(sys.argv[1:])
