"""./dev answers as promised: what it can, what is still to come, what it does not know."""

import subprocess

import pytest
from project import ROOT

pytestmark = pytest.mark.source_only

LANDED = ["report", "test", "lint", "notebook", "bench", "wheel", "prove", "sanitize", "help"]
TO_COME = ["docs"]


def dev(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "dev", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        **options,
    )


@pytest.mark.parametrize("arguments", [["help"], ["--help"], []])
def test_help_lists_every_command(arguments):
    done = dev(*arguments)
    assert done.returncode == 0
    assert all(name in done.stdout for name in [*LANDED, *TO_COME])


def test_an_unknown_command_prints_help():
    done = dev("brew")
    assert done.returncode == 2
    assert "unknown command 'brew'" in done.stderr
    assert "usage" in done.stderr


@pytest.mark.parametrize("command", TO_COME)
def test_a_command_that_has_not_landed_says_so(command):
    done = dev(command)
    assert done.returncode == 2
    assert f"{command} has not landed" in done.stderr


def test_it_works_from_any_folder_and_without_a_terminal(tmp_path):
    done = dev("help", cwd=tmp_path, env={"PATH": "/usr/bin:/bin", "CI": "true"})
    assert done.returncode == 0
    assert done.stdout == dev("help").stdout


def test_ci_runs_the_same():
    assert '/../dev" test' in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
