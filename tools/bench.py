"""Benchmarks, ours and rivals side by side; `./dev bench [--quick] [TASK …]` calls it."""

import argparse
import sys

import bench_results
from bench_run import FailedError, measure
from bench_tasks import load, task_names


def main(arguments: list[str]) -> int:
    """Run tasks and write their results; a task that fails keeps none from running."""
    parser = argparse.ArgumentParser(prog="./dev bench", description="Ours and rivals in turn.")
    parser.add_argument("task", nargs="*", help="a folder of benchmarks/; none means all")
    parser.add_argument(
        "--quick", action="store_true", help="a tenth of the input, two rounds, nothing is written"
    )
    options = parser.parse_args(arguments)
    known = task_names()
    if unknown := sorted(set(options.task) - set(known)):
        parser.error(f"no task is named {', '.join(unknown)}; there are {', '.join(known)}")
    failed = [name for name in options.task or known if not run(name, quick=options.quick)]
    if not options.quick:
        bench_results.write_results()
        print("benchmarks/RESULTS.md")
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def run(name: str, *, quick: bool) -> bool:
    """Run one task and print its claims; return whether it came to an end."""
    task = load(name)
    conditions = bench_results.conditions()
    try:
        every = measure(task, quick=quick)
    except FailedError as error:
        print(error, file=sys.stderr)
        return False
    stored = bench_results.store(task, every, conditions)
    for line in bench_results.section(name, stored):
        print(line)
    for claim in stored["claims"]:
        print(bench_results.claim_line(name, claim))
    if not quick:
        bench_results.save(name, stored)
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
