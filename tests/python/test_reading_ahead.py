"""Blocks that are read ahead come as if nobody had."""

import threading

import pytest
import wortfeld as wf
from wortfeld.reading.ahead import read_ahead


def numbers(count, made, error=None):
    """Yield numbers; remember which were made, in which thread, and whether the end was reached."""
    try:
        for number in range(count):
            made.append((number, threading.current_thread()))
            yield number
        if error is not None:
            raise error
    finally:
        made.append("closed")


def test_items_come_in_their_order_from_another_thread():
    made = []
    assert list(read_ahead(numbers(100, made))) == list(range(100))
    assert made.pop() == "closed"
    assert threading.current_thread() not in {thread for _, thread in made}


def test_an_item_is_made_while_the_one_before_is_used():
    made = []
    ahead = read_ahead(numbers(3, made))
    assert next(ahead) == 0
    for _ in range(2000):
        if len(made) > 1:
            break
        threading.Event().wait(0.005)
    assert made[1][0] == 1
    ahead.close()


def test_what_the_source_raises_comes_in_its_place():
    made = []
    ahead = read_ahead(numbers(2, made, OSError("gone")))
    assert [next(ahead), next(ahead)] == [0, 1]
    with pytest.raises(OSError, match="gone"):
        next(ahead)


def test_closing_closes_the_source_and_leaves_no_thread():
    made = []
    ahead = read_ahead(numbers(100, made))
    next(ahead)
    ahead.close()
    assert made[-1] == "closed"
    assert not [thread for thread in threading.enumerate() if "wortfeld" in thread.name]


@pytest.mark.parametrize("threads", [1, 2])
def test_a_bad_line_is_told_and_nothing_stays_open(tmp_path, threads):
    path = tmp_path / "lines.txt"
    path.write_bytes(b"Ein Satz.\n" * 800_000 + b"\xff\n")
    with wf.options(threads=threads), pytest.raises(wf.BadInput, match="not UTF-8"):
        wf.read(path, one_document_per="line", language="de")
    assert not [thread for thread in threading.enumerate() if "wortfeld" in thread.name]
