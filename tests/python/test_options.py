import asyncio
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import wortfeld as wf
from wortfeld import _wrap
from wortfeld._options import Settings, current, thread_count


def in_new_thread(function):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(function).result()


# --- setting and scoping --------------------------------------------------------------------------


def test_nothing_is_set_at_first():
    assert current() == Settings(threads=None, progress=True, memory=None)
    assert thread_count() == len(os.sched_getaffinity(0))


def test_a_statement_sets_for_every_thread_and_keeps_the_rest():
    wf.options(threads=3)
    wf.options(progress=False)
    assert current() == Settings(threads=3, progress=False)
    assert in_new_thread(current) == Settings(threads=3, progress=False)


def test_later_statements_win():
    for threads in range(1, 50):
        wf.options(threads=threads)
    assert thread_count() == 49


def test_an_option_can_be_made_automatic_again():
    wf.options(threads=3, memory="1 GB")
    wf.options(threads="auto", memory="unlimited")
    assert current() == Settings()


def test_a_block_holds_for_itself_only():
    wf.options(threads=3)
    with wf.options(threads=1, memory=1000):
        assert current() == Settings(threads=1, memory=1000)
        assert in_new_thread(thread_count) == 3
        with wf.options(memory=2000):
            assert current() == Settings(threads=1, memory=2000)
        assert current() == Settings(threads=1, memory=1000)
    assert current() == Settings(threads=3)


def test_a_block_ends_with_an_exception_too():
    with pytest.raises(KeyError), wf.options(threads=1):
        raise KeyError
    assert current() == Settings()


def test_a_statement_inside_a_block_ends_with_it():
    with wf.options(threads=2):
        wf.options(threads=5)
        assert thread_count() == 5
    assert current() == Settings()


def test_a_block_can_be_entered_again():
    scope = wf.options(threads=2)
    for _ in range(2):
        with scope, scope:
            assert thread_count() == 2
        assert current() == Settings()


def test_threads_that_enter_blocks_at_once_leave_nothing_behind():
    barrier = threading.Barrier(4)

    def enter(threads):
        seen = set()
        for _ in range(200):
            barrier.wait()
            with wf.options(threads=threads):
                seen.add(thread_count())
        return seen

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(enter, [1, 2, 3, 4])) == [{1}, {2}, {3}, {4}]
    assert current() == Settings()


def test_tasks_have_blocks_of_their_own():
    async def enter(threads):
        with wf.options(threads=threads):
            await asyncio.sleep(0.01)
            return thread_count()

    async def both():
        return await asyncio.gather(enter(2), enter(3))

    assert asyncio.run(both()) == [2, 3]
    assert current() == Settings()


def test_it_shows_what_holds():
    wf.options(threads=2)
    assert repr(wf.options()) == "options(threads=2, progress=True, memory='unlimited')"
    assert repr(wf.options("auto")) == "options(threads='auto', progress=True, memory='unlimited')"


# --- values ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("threads", [1, 1024, np.int64(4), np.uint8(7)])
def test_threads_are_whole_numbers(threads):
    with wf.options(threads=threads):
        assert thread_count() == threads
        assert type(thread_count()) is int


@pytest.mark.parametrize(
    ("given", "size"),
    [
        (1, 1),
        (np.int64(10**12), 10**12),
        ("4 GB", 4 * 10**9),
        ("512MiB", 512 * 2**20),
        (" 1.5 gib ", 3 * 2**29),
        ("1000", 1000),
        ("unlimited", None),
    ],
)
def test_memory_is_a_size(given, size):
    with wf.options(memory=given):
        assert current().memory == size


@pytest.mark.parametrize(
    ("wrong", "allowed"),
    [
        ({"threads": 0}, "from 1 to 1024"),
        ({"threads": -1}, "from 1 to 1024"),
        ({"threads": 1025}, "from 1 to 1024"),
        ({"threads": 2**70}, "from 1 to 1024"),
        ({"threads": "4"}, "'auto'"),
        ({"memory": 0}, "'512 MiB'"),
        ({"memory": -5}, "'512 MiB'"),
        ({"memory": "much"}, "'512 MiB'"),
        ({"memory": "4 XB"}, "'512 MiB'"),
        ({"memory": "-4 GB"}, "'512 MiB'"),
        ({"memory": "0 GB"}, "'512 MiB'"),
        ({"memory": ""}, "'512 MiB'"),
    ],
    ids=str,
)
def test_a_bad_value_is_named_with_what_is_allowed(wrong, allowed):
    [(name, value)] = wrong.items()
    with pytest.raises(wf.BadArgument) as caught:
        wf.options(**wrong)
    assert str(caught.value).startswith(f"{name}={value!r}; ")
    assert allowed in str(caught.value)
    assert current() == Settings()


@pytest.mark.parametrize(
    "wrong", [{"threads": 2.0}, {"threads": True}, {"memory": 1e9}, {"progress": "on"}], ids=str
)
def test_a_wrong_type_is_a_type_error(wrong):
    with pytest.raises(TypeError, match=f"^{next(iter(wrong))} must be "):
        wf.options(**wrong)


# --- environment and CPUs -------------------------------------------------------------------------


def test_the_environment_sets_the_threads(monkeypatch):
    monkeypatch.setenv("WORTFELD_THREADS", "5")
    assert thread_count() == 5
    with wf.options(threads=2):
        assert thread_count() == 2
        with wf.options(threads="auto"):
            assert thread_count() == 5


@pytest.mark.parametrize("value", ["", " ", "auto"])
def test_an_empty_environment_sets_nothing(monkeypatch, value):
    monkeypatch.setenv("WORTFELD_THREADS", value)
    assert thread_count() == len(os.sched_getaffinity(0))


@pytest.mark.parametrize("value", ["0", "-1", "two", "1.5", "1025", "²"])
def test_a_bad_environment_is_named(monkeypatch, value):
    monkeypatch.setenv("WORTFELD_THREADS", value)
    with pytest.raises(wf.BadArgument, match=f"WORTFELD_THREADS is '{value}'; set it"):
        thread_count()


def test_the_default_is_the_cpus_that_are_allowed(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {3, 5, 8}, raising=False)
    assert thread_count() == 3


# --- use ------------------------------------------------------------------------------------------


def test_a_pass_gets_the_options_that_hold():
    def entry(first, *, second, threads, progress):
        return first, second, threads, progress

    def tell(done, total):
        pass

    with wf.options(threads=3, progress=tell):
        assert _wrap.run(entry, 1, second=2, task="counting") == (1, 2, 3, tell)
    with wf.options(threads=1, progress=False):
        assert _wrap.run(entry, 1, second=2, task="counting") == (1, 2, 1, None)
