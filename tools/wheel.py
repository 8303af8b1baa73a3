"""A wheel that carries its ICU, tested where the system has none; `./dev wheel` calls it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from project import ROOT
from wheel_icu import NoIcuError, data_library, filtered_library, licence

BUILD = ROOT / "build" / "wheel"
DIST = ROOT / "dist"
LOG = ROOT / "build" / "log" / "wheel.log"
TAIL = 40


class StepError(Exception):
    """A step failed; the message says which."""


def main() -> int:
    """Build, bundle, test; the wheel is in dist/ only if all of it worked."""
    LOG.parent.mkdir(parents=True, exist_ok=True)
    LOG.unlink(missing_ok=True)
    for folder in ("raw", "unpacked", "licensed", "repaired"):
        shutil.rmtree(BUILD / folder, ignore_errors=True)
    try:
        wheel = repaired(licensed(raw_wheel()))
        test(wheel)
    except (StepError, NoIcuError) as error:
        print(f"./dev wheel: {error}", file=sys.stderr)
        return 1
    DIST.mkdir(exist_ok=True)
    for old in DIST.glob("wortfeld-*.whl"):
        old.unlink()
    shutil.copy2(wheel, DIST)
    print(f"dist/{wheel.name}: {wheel.stat().st_size / 1e6:.2f} MB")
    return 0


def raw_wheel() -> Path:
    """Build the wheel as it is shipped: link-time optimisation, no symbols."""
    step(
        "Building",
        *(sys.executable, "-m", "pip", "wheel", ROOT, "--no-deps", "--no-build-isolation"),
        *("--wheel-dir", BUILD / "raw", f"--config-settings=build-dir={BUILD / 'cmake'}"),
        "--config-settings=cmake.define.CMAKE_INTERPROCEDURAL_OPTIMIZATION=ON",
        "--config-settings=cmake.define.WORTFELD_BUILD_TESTS=OFF",
    )
    return only(BUILD / "raw", "*.whl")


def licensed(wheel: Path) -> Path:
    """Add ICU's licence, and leave the extension in build/wheel/unpacked."""
    unpacked = BUILD / "unpacked"
    step("Unpacking", sys.executable, "-m", "wheel", "unpack", "--dest", unpacked, wheel)
    root = only(unpacked, "wortfeld-*")
    _, library = data_library(only(root / "wortfeld", "_core*.so"))
    metadata = only(root, "*.dist-info")
    text = licence(library)
    (metadata / "licenses" / "ICU.txt").write_text(text, encoding="utf-8")
    name_licence(metadata / "METADATA")
    folder = BUILD / "licensed"
    folder.mkdir()
    step("Packing", sys.executable, "-m", "wheel", "pack", "--dest-dir", folder, root)
    return only(folder, "*.whl")


def name_licence(metadata: Path) -> None:
    """Name the added licence beside ours."""
    text = metadata.read_text(encoding="utf-8")
    ours = "License-File: LICENSE\n"
    metadata.write_text(text.replace(ours, f"{ours}License-File: ICU.txt\n", 1), encoding="utf-8")


def repaired(wheel: Path) -> Path:
    """Bundle ICU with its filtered data and tag the wheel by the oldest system it runs on."""
    extension = only(only(BUILD / "unpacked", "wortfeld-*") / "wortfeld", "_core*.so")
    library = filtered_library(extension, BUILD / "icu")
    environment = os.environ | {"LD_LIBRARY_PATH": str(library.parent)}
    tool = [sys.executable, "-m", "auditwheel"]
    step("Bundling ICU", *tool, "repair", "--strip", "--wheel-dir", BUILD / "repaired", wheel,
         environment=environment)  # fmt: skip
    return only(BUILD / "repaired", "*.whl")


def test(wheel: Path) -> None:
    """Run tests/package on the wheel."""
    print("Testing it in an empty environment …", flush=True)
    # --confcutdir: the tests need nothing of the project but its README.
    command = [sys.executable, "-m", "pytest", "-q", "--confcutdir=tests/package", "tests/package"]
    environment = os.environ | {"WORTFELD_WHEEL": str(wheel)}
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        message = f"{wheel.name} failed its tests; dist/ is as it was"
        raise StepError(message)


def step(what: str, *command: str | Path, environment: dict[str, str] | None = None) -> None:
    """Run a command with its output in the log."""
    print(f"{what} …", flush=True)
    with LOG.open("ab") as log:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        lines = LOG.read_text(encoding="utf-8", errors="replace").splitlines()
        print("\n".join(lines[-TAIL:]), file=sys.stderr)
        message = f"{what} failed, see {LOG.relative_to(ROOT)}"
        raise StepError(message)


def only(folder: Path, pattern: str) -> Path:
    """Return the one path that a step has left."""
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        message = f"{len(found)} files {pattern} in {folder.relative_to(ROOT)} instead of one"
        raise StepError(message)
    return found[0]


if __name__ == "__main__":
    sys.exit(main())
