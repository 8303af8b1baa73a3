import io
import sys

import pytest
import wortfeld as wf
from wortfeld import _progress
from wortfeld._progress import Progress


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


class Terminal(io.StringIO):
    def isatty(self):
        return True


class ClosedPipe(io.StringIO):
    def write(self, _):
        raise BrokenPipeError


@pytest.fixture
def clock():
    return Clock()


def shown(monkeypatch, clock, stream, steps):
    """Return what is written when progress is reported at some seconds after the start."""
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress("counting pairs", clock=clock) as progress:
        for second, done, total in steps:
            clock.now = 100.0 + second
            progress.callable(done, total)
    return stream.getvalue() if stream else None


def test_nothing_shows_in_the_first_second(monkeypatch, clock):
    steps = [(0.0, 0, 10), (0.5, 5, 10), (0.9, 10, 10)]
    assert shown(monkeypatch, clock, io.StringIO(), steps) == ""
    assert shown(monkeypatch, Clock(), Terminal(), steps) == ""


def test_a_file_gets_a_line_now_and_then_and_one_at_the_end(monkeypatch, clock):
    steps = [(1.5, 1000, 4000), (2.0, 1100, 4000), (6.6, 2000, 4000), (7.0, 4000, 4000)]
    assert shown(monkeypatch, clock, io.StringIO(), steps).splitlines() == [
        "counting pairs: 25 % (1,000 of 4,000)",
        "counting pairs: 50 % (2,000 of 4,000)",
        "counting pairs: 100 % (4,000 of 4,000)",
    ]


def test_a_terminal_gets_a_bar(monkeypatch, clock):
    written = shown(monkeypatch, clock, Terminal(), [(1.5, 1000, 4000), (2.0, 4000, 4000)])
    assert "counting pairs" in written
    assert "25%" in written
    assert "100%" in written
    assert "\n" not in written


def test_without_tqdm_a_terminal_gets_lines(monkeypatch, clock):
    find_spec = _progress.importlib.util.find_spec
    monkeypatch.setattr(
        _progress.importlib.util,
        "find_spec",
        lambda name: None if name == "tqdm" else find_spec(name),
    )
    written = shown(monkeypatch, clock, Terminal(), [(1.5, 1, 4)])
    assert written == "counting pairs: 25 % (1 of 4)\n"


@pytest.mark.parametrize("stream", [ClosedPipe(), None], ids=["closed", "none"])
def test_a_stream_that_takes_nothing_does_no_harm(monkeypatch, clock, stream):
    shown(monkeypatch, clock, stream, [(1.5, 1, 4), (9.0, 4, 4)])


def test_an_empty_pass_shows_as_complete(monkeypatch, clock):
    assert "100 %" in shown(monkeypatch, clock, io.StringIO(), [(2.0, 0, 0)])


def test_options_turn_it_off_or_take_it_over():
    def tell(done, total):
        pass

    with wf.options(progress=False):
        assert Progress("counting").callable is None
    with wf.options(progress=tell):
        assert Progress("counting").callable is tell
