"""clang-tidy over the compile database, in parallel, with a memory of what has passed.

A file passes again without being read while nothing it sees has changed: its own text, the headers
of ours that it includes, its compile command, the configuration and the version of clang-tidy.
"""

import hashlib
import json
import os
import re
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from project import BUILD, ROOT, all_files

PASSED = ROOT / ".cache" / "clang-tidy"
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def check() -> list[str]:
    """Return what clang-tidy objects to, a string a file; empty when all is well."""
    entries = compile_commands()
    if not entries:
        return [f"no compile database in {BUILD.relative_to(ROOT)}: run ./dev build"]
    PASSED.mkdir(parents=True, exist_ok=True)
    marks = {entry["file"]: PASSED / key_of(entry) for entry in entries}
    stale = [file for file, mark in marks.items() if not mark.exists()]
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        outputs = list(pool.map(lambda file: tidy(file, marks[file]), stale))
    forget({mark.name for mark in marks.values()})
    return [output for output in outputs if output]


def compile_commands() -> list[dict[str, Any]]:
    """Return the entries of our own sources; generated ones are not read."""
    database = BUILD / "compile_commands.json"
    if not database.exists():
        return []
    entries = json.loads(database.read_text(encoding="utf-8"))
    return [entry for entry in entries if not Path(entry["file"]).is_relative_to(BUILD)]


def tidy(file: str, mark: Path) -> str:
    """Return the warnings of one file, or leave a mark that it has none."""
    command = ["clang-tidy", "-p", str(BUILD), "--quiet", file]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0 and not done.stdout.strip():
        mark.touch()
        return ""
    return done.stdout.strip() or done.stderr.strip()


def key_of(entry: dict[str, Any]) -> str:
    """Return a hash of everything the verdict on a file rests on."""
    folders = include_folders(entry)
    seen: dict[Path, bytes] = {}
    waiting = [Path(entry["file"])]
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen[path] = path.read_bytes()
        names = INCLUDE.findall(seen[path].decode("utf-8"))
        places = [folder / name for name in names for folder in [path.parent, *folders]]
        waiting += [place for place in places if place.is_file()]
    digest = hashlib.sha256(f"{version()}\0{command_of(entry)}\0".encode())
    digest.update(configuration())
    for path in sorted(seen):
        digest.update(f"{path}\0{len(seen[path])}\0".encode() + seen[path])
    return digest.hexdigest()


def command_of(entry: dict[str, Any]) -> str:
    """Return the compile command of an entry."""
    return str(entry.get("command") or shlex.join(entry["arguments"]))


def include_folders(entry: dict[str, Any]) -> list[Path]:
    """Return the folders where our own headers are looked for."""
    words = shlex.split(command_of(entry))
    named = [Path(word[2:]) for word in words if word.startswith("-I")]
    return [folder for folder in named if folder.is_relative_to(ROOT)]


@cache
def configuration() -> bytes:
    """Return every .clang-tidy: the nearest one to a file may inherit from those above."""
    return b"".join(path.read_bytes() for path in all_files(ROOT) if path.name == ".clang-tidy")


@cache
def version() -> str:
    """Return the version of clang-tidy."""
    command = ["clang-tidy", "--version"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def forget(keys: set[str]) -> None:
    """Remove what no file rests on any more."""
    for path in PASSED.iterdir():
        if path.name not in keys:
            path.unlink()
