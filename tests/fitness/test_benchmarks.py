"""Benchmarks can be run as they are written down, and their comparisons find what differs."""

import struct

import bench_results
import pytest
from bench_compare import compare, compare_counts
from bench_run import Measured, shortened
from bench_tasks import Claim, Run, load, task_names
from project import ROOT

pytestmark = pytest.mark.source_only

TEXT = "Ein Satz. \u00a0 Zwei"


@pytest.mark.parametrize("name", task_names())
def test_a_task_names_programs_that_are_there(name):
    task = load(name)
    built = (ROOT / "benchmarks" / "CMakeLists.txt").read_text(encoding="utf-8")
    built += (ROOT / "benchmarks" / "Cargo.toml").read_text(encoding="utf-8")
    for run in task.runs:
        path = task.folder / run.program
        assert path.is_file(), run.name
        stem = path.stem
        assert path.suffix == ".py" or f"{name} {stem} " in built or f"{name}/{stem}.rs" in built


@pytest.mark.parametrize("name", task_names())
def test_a_claim_asks_no_more_than_its_aim(name):
    for claim in load(name).claims:
        assert claim.reaches(claim.aim, claim.bar), claim.what


def test_results_are_compared_wherever_a_rival_runs():
    tasks = [load(name) for name in task_names()]
    rivals = [r for t in tasks for r in t.runs if r.place == "rivals" and r.input != "none"]
    assert rivals
    assert [run.name for run in rivals if not run.same_as] == []


def spans(path, *pairs):
    path.write_bytes(b"".join(struct.pack("<II", *pair) for pair in pairs))
    return path


def test_spans_are_equal_but_for_white_space(tmp_path):
    source = tmp_path / "text"
    source.write_text(TEXT, encoding="utf-8")
    ours = spans(tmp_path / "ours", (0, 3), (4, 9), (13, 17))
    theirs = spans(tmp_path / "theirs", (0, 4), (4, 10), (10, 13), (12, 17))
    assert compare("spans", ours, theirs, source) == ""


def test_a_planted_span_is_found(tmp_path):
    source = tmp_path / "text"
    source.write_text(TEXT, encoding="utf-8")
    ours = spans(tmp_path / "ours", (0, 3), (4, 9))
    theirs = spans(tmp_path / "theirs", (0, 3), (4, 8), (8, 9))
    found = compare("spans", ours, theirs, source)
    assert found.startswith("2 spans, 1 of them")
    assert "`Satz.`" in found


def test_a_planted_count_is_found():
    assert compare_counts({"a": 1}, {"a": 1}) == ""
    assert "1 words have the same count" in compare_counts({"a": 1, "b": 2}, {"a": 1, "b": 3})


def measured(name, *seconds):
    rounds = [{"speed/processor_seconds": 100 / s, "seconds": s} for s in seconds]
    return Measured(Run(name, "program.py"), rounds)


def test_a_ratio_is_that_of_the_medians():
    every = {"a": measured("a", 1, 1, 4), "b": measured("b", 3, 2, 2)}
    claim = Claim("speed of b", "a", bar=2, aim=3, against="b")
    row = bench_results.claim_row(claim, every)
    assert (row["value"], row["met"], row["aimed"]) == (2, True, False)
    assert "bar met" in bench_results.claim_line("task", row)


def test_what_was_skipped_says_why():
    every = {"a": measured("a", 1), "b": Measured(Run("b", "b.rs"), skipped="there is no cargo")}
    row = bench_results.claim_row(Claim("speed of b", "a", bar=2, aim=3, against="b"), every)
    assert "skipped: there is no cargo" in bench_results.claim_line("task", row)
    assert "skipped: there is no cargo" in bench_results.run_line(bench_results.run_row(every["b"]))


def test_a_quick_run_takes_a_tenth():
    assert shortened(Run("a", "a.py", input="law-50")).input == "law-5"
    assert shortened(Run("a", "a.py", input="none")).input == "none"
