"""What the benchmarks run: the C++ and Rust programs, the rivals' environment, the wheel's."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from functools import cache
from pathlib import Path

from bench_inputs import MissingError
from bench_tasks import FOLDER, Run, Task
from project import ROOT

BUILD = ROOT / "build" / "bench"
LOGS = ROOT / "build" / "log"
Command = list[str | Path]


def command_of(task: Task, run: Run) -> list[str]:
    """Return the command of a run, built or installed when it is not yet."""
    path = task.folder / run.program
    name = f"{path.parent.name}_{path.stem}"
    match path.suffix:
        case ".cpp":
            return [str(cpp_programs() / f"benchmark_{name}")]
        case ".rs":
            return [str(rust_programs() / name)]
        case ".py":
            # -P: a program may be named after the package it measures.
            return [str(python_of(run)), "-P", str(path)]
        case suffix:
            message = f"benchmarks/{task.name}: no program ends with {suffix!r}"
            raise ValueError(message)


def python_of(run: Run) -> Path:
    """Return the Python of a run's environment."""
    match run.place:
        case "rivals":
            return rivals()
        case "wheel":
            return wheel()
        case _:
            return Path(sys.executable)


@cache
def cpp_programs() -> Path:
    """Build the C++ programs as they are shipped, without tests, and return their folder."""
    build = BUILD / "cpp"
    options = ["CMAKE_BUILD_TYPE=Release", "WORTFELD_BENCHMARKS=ON"]
    options += ["WORTFELD_PYTHON=OFF", "WORTFELD_BUILD_TESTS=OFF"]
    configure: Command = [
        "cmake",
        "-S",
        ROOT,
        "-B",
        build,
        "-G",
        "Ninja",
        *(f"-D{o}" for o in options),
    ]
    logged("bench-cpp", "Compiling the C++ programs", [configure, ["cmake", "--build", build]])
    return build / "benchmarks"


@cache
def rust_programs() -> Path:
    """Build the Rust programs and return their folder."""
    cargo = shutil.which("cargo") or shutil.which("cargo", path=Path.home() / ".cargo" / "bin")
    if cargo is None:
        message = "there is no cargo here (Rust 1.85 or later; Debian 12 has 1.63)"
        raise MissingError(message)
    target = BUILD / "cargo"
    command: Command = [cargo, "build", "--release", "--locked", "--target-dir", target]
    command += ["--manifest-path", FOLDER / "Cargo.toml"]
    logged("bench-rust", "Compiling the Rust programs", [command])
    return target / "release"


@cache
def rivals() -> Path:
    """Install the rivals into an environment of their own and return its Python."""
    return environment("rivals", ["--requirement", str(FOLDER / "rivals.txt")])


@cache
def wheel() -> Path:
    """Install the wheel of dist/ into an environment of its own and return its Python."""
    wheels = sorted((ROOT / "dist").glob("wortfeld-*.whl"), key=lambda path: path.stat().st_mtime)
    if not wheels:
        message = "there is no wheel in dist/: run ./dev wheel first"
        raise MissingError(message)
    return environment("wheel", [str(wheels[-1])])


def environment(name: str, arguments: list[str]) -> Path:
    """Return the Python of an environment with these packages, made again when they changed."""
    folder = BUILD / name
    python = folder / "bin" / "python"
    stamp = folder / "installed"
    paths = [Path(argument) for argument in arguments if Path(argument).is_file()]
    mark = sys.version + "".join(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != mark:
        venv.create(folder, clear=True, with_pip=True)
        install: Command = [str(python), "-m", "pip", "install", *arguments]
        install += ["--constraint", str(ROOT / "requirements" / "constraints.txt")]
        logged(f"bench-{name}", f"Installing {name}", [install])
        stamp.write_text(mark, encoding="utf-8")
    return python


def logged(name: str, what: str, commands: list[Command]) -> None:
    """Run commands with their output in a log; a failure is `MissingError` with its last line."""
    print(f"{what} …", flush=True)
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{name}.log"
    plain = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    with log.open("wb") as file:
        for command in commands:
            done = subprocess.run(
                command, cwd=ROOT, env=plain, stdout=file, stderr=subprocess.STDOUT, check=False
            )
            if done.returncode:
                lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
                last = next((line for line in reversed(lines) if line.strip()), "")
                message = f"{what} failed, see {log.relative_to(ROOT)}: {last.strip()}"
                raise MissingError(message)
