"""What the Python programs of the benchmarks share; the protocol is that of contender.hpp."""

import gc
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, NoReturn


class Call(NamedTuple):
    """How a program was called; without `result` it is clocked."""

    input: Path
    result: Path | None
    arguments: list[str]


class Clock:
    """The time between two moments and the memory that was taken between them."""

    def __init__(self) -> None:
        self.numbers: dict[str, float] = {}

    @contextmanager
    def running(self) -> Iterator[None]:
        """Clock the block."""
        gc.collect()
        memory = memory_line("VmRSS")
        processor, wall = time.process_time(), time.perf_counter()
        yield
        seconds = time.perf_counter() - wall
        self.numbers["seconds"] = seconds
        self.numbers["processor_seconds"] = time.process_time() - processor
        self.numbers["peak_bytes"] = memory_line("VmHWM") - memory


def call() -> Call:
    """Return how this program was called."""
    _, source, result, *arguments = sys.argv
    return Call(Path(source), None if result == "-" else Path(result), arguments)


def memory_line(name: str) -> int:
    """Return the bytes of this process in memory: VmRSS now, VmHWM at most so far."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024
    message = f"the system does not tell {name}"
    raise RuntimeError(message)


def report(clock: Clock | None = None, **numbers: object) -> None:
    """Print what was measured."""
    print(json.dumps((clock.numbers if clock else {}) | numbers))


def skip(reason: str) -> NoReturn:
    """End a program that cannot be run here."""
    report(skipped=reason)
    sys.exit(0)


def clock_counts(count: Callable[[Path], list[tuple[str, int]]]) -> None:
    """Clock a function from a file to pairs of word and count, or write what it returns."""
    called = call()
    if called.result is None:
        clock = Clock()
        with clock.running():
            rows = count(called.input)
        report(clock, found=len(rows))
    else:
        write_counts(called.result, count(called.input))


def write_counts(path: Path, rows: Iterable[tuple[str, int]]) -> None:
    """Write words and counts for the comparison."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{word}\t{count}\n" for word, count in rows if word)
