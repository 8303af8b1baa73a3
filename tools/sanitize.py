"""The tests under sanitizers: addresses, undefined behaviour, threads; ./dev sanitize calls it.

C++ tests run under both. The tests in Python run under the first; those that start threads also
under the second. Python itself is not instrumented: a sanitizer is loaded before it.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

from project import ROOT


class Sanitizer(NamedTuple):
    """A way to build and run."""

    name: str
    flags: str
    runtime: str
    options: dict[str, str]
    python_tests: list[str]


# Tests ask for more memory than there is.
RETURN_NULL = "allocator_may_return_null=1"
ADDRESS = Sanitizer(
    name="asan",
    flags="address,undefined",
    runtime="libasan.so",
    # Python keeps much until it ends, on purpose.
    options={
        "ASAN_OPTIONS": f"detect_leaks=0:{RETURN_NULL}",
        "UBSAN_OPTIONS": "print_stacktrace=1",
    },
    python_tests=["tests/python", "tests/checks"],
)
THREAD = Sanitizer(
    name="tsan",
    flags="thread",
    runtime="libtsan.so",
    options={
        "TSAN_OPTIONS": f"suppressions={ROOT / 'tests' / 'tsan.txt'}:exitcode=66:{RETURN_NULL}",
    },
    python_tests=[
        f"tests/python/test_{name}.py"
        for name in ("determinism", "door", "corpus", "layers", "options", "reading_ahead", "saved")
    ],
)
# Measured against installed files, or against a Python that was never touched.
NOT_HERE = ["test_import.py", "test_cli.py", "test_readme.py"]


def build(sanitizer: Sanitizer) -> Path:
    """Compile the core, its tests and the extension."""
    folder = ROOT / "build" / sanitizer.name
    pybind11 = subprocess.run(
        [sys.executable, "-m", "pybind11", "--cmakedir"], check=True, capture_output=True, text=True
    ).stdout.strip()
    definitions = {
        "CMAKE_BUILD_TYPE": "RelWithDebInfo",
        "CMAKE_CXX_FLAGS_RELWITHDEBINFO": "-O1 -g1",
        "Python_EXECUTABLE": sys.executable,
        "pybind11_DIR": pybind11,
        "WORTFELD_SANITIZE": sanitizer.flags,
    }
    options = [f"-D{name}={value}" for name, value in definitions.items()]
    run("cmake", "-S", ROOT, "-B", folder, "-G", "Ninja", *options)
    run("cmake", "--build", folder)
    return folder


def run(*command: str | Path) -> None:
    """Run a command that must end well."""
    subprocess.run(command, check=True, cwd=ROOT)


def python_folder(build_folder: Path) -> Path:
    """Return a folder with the package and the sanitized extension, to be found first."""
    folder = build_folder / "python"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(
        ROOT / "python", folder, ignore=shutil.ignore_patterns("*.so", "__pycache__", "web")
    )
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    shutil.copy(build_folder / "cpp" / f"_core{suffix}", folder / "wortfeld")
    return folder


def preloaded(runtime: str) -> str:
    """Return the libraries that must be there before Python: the sanitizer, and C++ exceptions."""
    paths = [
        subprocess.run(
            ["g++", f"-print-file-name={name}"], check=True, capture_output=True, text=True
        ).stdout.strip()
        for name in (runtime, "libstdc++.so.6")
    ]
    return " ".join(str(Path(path).resolve()) for path in paths)


def python_tests(sanitizer: Sanitizer, build_folder: Path) -> bool:
    """Run tests in Python with the sanitized extension."""
    # The installed package is found by a hook of its site folder; a plain path has no hooks.
    packages = sysconfig.get_path("purelib")
    environment = {
        **os.environ,
        **sanitizer.options,
        "LD_PRELOAD": preloaded(sanitizer.runtime),
        "PYTHONMALLOC": "malloc",
        "PYTHONPATH": os.pathsep.join([str(python_folder(build_folder)), packages]),
        "WORTFELD_SANITIZED": sanitizer.name,
    }
    ignored = [f"--ignore=tests/python/{name}" for name in NOT_HERE]
    interpreter: str | Path = Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}"
    command: list[str | Path] = [interpreter, "-s", "-m", "pytest", "-q"]
    done = subprocess.run(
        [*command, *ignored, *sanitizer.python_tests], cwd=ROOT, env=environment, check=False
    )
    return done.returncode == 0


def cpp_tests(sanitizer: Sanitizer, build_folder: Path) -> bool:
    """Run the tests of the core."""
    done = subprocess.run(
        ["ctest", "--test-dir", build_folder, "--output-on-failure", "--no-tests=error", "-Q"],
        env={**os.environ, **sanitizer.options},
        check=False,
    )
    return done.returncode == 0


def main() -> int:
    """Run everything under each sanitizer and say what failed."""
    failed = []
    for sanitizer in (ADDRESS, THREAD):
        print(f"{sanitizer.name}: building …", flush=True)
        folder = build(sanitizer)
        for name, tests in (("C++", cpp_tests), ("Python", python_tests)):
            passed = tests(sanitizer, folder)
            print(f"{sanitizer.name}: {name} {'passed' if passed else 'failed'}", flush=True)
            if not passed:
                failed.append(f"{sanitizer.name} {name}")
    print(f"failed: {', '.join(failed)}" if failed else "no sanitizer objected")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
