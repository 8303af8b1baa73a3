"""The door between the core and Python: interpreter lock, signals, progress, threads."""

import functools
import operator
import os
import random
import signal
import subprocess
import sys
import threading
import time

import pytest
from wortfeld import _core

testing = _core._testing
LONG = {"chunks": 100_000, "milliseconds": 2}


def python(program, **options):
    """Run a program in a fresh interpreter and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        **options,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def numbers():
    source = random.Random(20260211)
    return [source.uniform(-1, 1) * 10.0 ** source.randrange(-20, 20) for _ in range(100_003)]


def sum_in_chunks(values, size=1000):
    add = functools.partial(functools.reduce, operator.add)
    return add([add(values[i : i + size], 0.0) for i in range(0, len(values), size)], 0.0)


# --- threads --------------------------------------------------------------------------------------


@pytest.mark.parametrize("threads", [0, 1, 2, 3, 7])
def test_a_sum_has_the_same_bits_for_any_number_of_threads(threads):
    values = numbers()
    assert testing.parallel_sum(values, threads=threads) == sum_in_chunks(values)


def test_a_look_up_has_the_same_bits_as_a_pass():
    values = numbers()
    assert testing.quick_sum(values) == testing.parallel_sum(values, threads=2)
    assert testing.quick_sum([]) == testing.parallel_sum([], threads=2) == 0.0


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_every_thread_takes_part(threads):
    assert testing.spin(30, 5, threads=threads, progress=None) == (30, threads)


def test_a_pass_runs_in_any_thread():
    results = []
    workers = [
        threading.Thread(
            target=lambda: results.append(testing.spin(20, 2, threads=2, progress=None)[0])
        )
        for _ in range(4)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert results == [20] * 4


def test_a_system_that_refuses_threads_gets_the_same_sum():
    printed = python(
        """
import resource
from wortfeld._core import _testing as testing
values = [1 / n for n in range(1, 100_000)]
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
expected = testing.quick_sum(values)
# The stack of a thread takes 8 MB: first none fits, then some do.
for room in (6, 22):
    resource.setrlimit(resource.RLIMIT_AS, (used + room * 2**20, -1))
    print(testing.spin(40, 2, threads=8, progress=None))
    print(testing.parallel_sum(values, threads=8) == expected)
"""
    )
    none, same, some, also_same = printed.splitlines()
    assert none == "(40, 1)"
    assert same == also_same == "True"
    assert some in {"(40, 1)", "(40, 2)", "(40, 3)"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_process_can_run_passes():
    printed = python(
        """
import os
from wortfeld._core import _testing as testing
before = testing.spin(10, 1, threads=2, progress=None)
child = os.fork()
if child == 0:
    os._exit(0 if testing.spin(10, 1, threads=2, progress=None)[0] == 10 else 1)
print(before[0], os.waitpid(child, 0)[1])
"""
    )
    assert printed.split() == ["10", "0"]


# --- the interpreter lock ------------------------------------------------------------------------


def test_other_threads_run_during_a_pass():
    turns = []
    ended = threading.Event()

    def take_turns():
        while not ended.is_set():
            turns.append(time.monotonic())
            time.sleep(0.001)

    other = threading.Thread(target=take_turns)
    other.start()
    began = time.monotonic()
    testing.spin(30, 10, threads=1, progress=None)
    finished = time.monotonic()
    ended.set()
    other.join()
    assert sum(began < turn < finished for turn in turns) > 20


# --- progress -------------------------------------------------------------------------------------


def test_progress_grows_and_ends_complete():
    calls = []
    testing.spin(60, 5, threads=2, progress=lambda *call: calls.append(call))
    assert len(calls) >= 3
    assert calls == sorted(calls)
    assert all(total == 60 for _, total in calls)
    assert calls[-1] == (60, 60)


@pytest.mark.parametrize("chunks", [0, 1])
def test_a_short_pass_reports_once_that_it_is_complete(chunks):
    calls = []
    testing.spin(chunks, 0, threads=2, progress=lambda *call: calls.append(call))
    assert calls == [(chunks, chunks)]


def test_progress_runs_in_the_calling_thread():
    threads = set()
    testing.spin(60, 5, threads=2, progress=lambda *_: threads.add(threading.get_ident()))
    assert threads == {threading.get_ident()}


@pytest.mark.parametrize("threads", [0, 1, 2])
@pytest.mark.parametrize("size", [LONG, {"chunks": 1, "milliseconds": 0}], ids=["during", "end"])
def test_an_exception_in_progress_arrives_unchanged(size, threads):
    class EnoughError(Exception):
        pass

    error = EnoughError("enough")

    def fail(done, total):
        raise error

    with pytest.raises(EnoughError) as caught:
        testing.spin(**size, threads=threads, progress=fail)
    assert caught.value is error
    assert caught.traceback[-1].name == "fail"


def test_progress_may_start_a_pass_of_its_own():
    sums = []
    testing.spin(
        30,
        5,
        threads=2,
        progress=lambda *_: sums.append(testing.parallel_sum([1.0] * 5000, threads=2)),
    )
    assert set(sums) == {5000.0}


def test_progress_is_released_after_the_pass():
    class Watch:
        def __call__(self, done, total):
            pass

    watch = Watch()
    before = sys.getrefcount(watch)
    testing.spin(60, 2, threads=2, progress=watch)
    assert sys.getrefcount(watch) == before


# --- signals --------------------------------------------------------------------------------------

INTERRUPTED = """
import signal, sys, time
from wortfeld._core import _testing as testing
# A shell that starts this in the background leaves SIGINT ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
def tell(done, total):
    if sys.stdout.write("inside\\n"):
        sys.stdout.flush()
try:
    testing.spin(100_000, 2, threads=2, progress=tell)
except KeyboardInterrupt as error:
    print("interrupted", time.monotonic(), repr(error), flush=True)
"""


def seconds_to_interrupt():
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout.readline() == "inside\n"
        # Not right after a poll, when the next is farthest, but anywhere between two.
        time.sleep(random.Random(child.pid).uniform(0.0, 0.1))
        sent = time.monotonic()
        child.send_signal(signal.SIGINT)
        lines = [line for line in child.stdout if line != "inside\n"]
    assert child.returncode == 0
    word, caught, shown = lines[0].split()
    assert (word, shown) == ("interrupted", "KeyboardInterrupt()")
    return float(caught) - sent


def test_ctrl_c_interrupts_within_200_milliseconds():
    # The machine may stall for longer than that; it will not do so every time.
    assert min(seconds_to_interrupt() for _ in range(3)) < 0.2


def test_what_a_signal_handler_raises_arrives_unchanged():
    class AlarmError(Exception):
        pass

    error = AlarmError()

    def handle(number, frame):
        raise error

    before = signal.signal(signal.SIGALRM, handle)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        with pytest.raises(AlarmError) as caught:
            testing.spin(**LONG, threads=2, progress=None)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert caught.value is error
