"""``options(memory=)`` ends a reading that takes more, in words, before the system does."""

import sys

import pytest
import wortfeld as wf
from wortfeld.reading import budget

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux tells what memory a process holds"
)


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "x.txt"
    path.write_bytes(b"Ja, der neue Chip kommt. Nein.\n" * 500_000)
    return path


@pytest.mark.parametrize("memory", ["2 MB", 1])
def test_reading_ends_where_it_takes_more_than_is_allowed(lines, memory):
    with wf.options(memory=memory), pytest.raises(wf.MemoryLimit) as caught:
        wf.read(lines, one_document_per="line", language="de")
    assert "of 15,500,000 B" in str(caught.value)
    assert "allow more, or read the source in parts" in str(caught.value)
    assert isinstance(caught.value, MemoryError)


def test_reading_within_what_is_allowed_is_the_same(lines):
    free = wf.read(lines, one_document_per="line", language="de")
    with wf.options(memory="8 GB"):
        bounded = wf.read(lines, one_document_per="line", language="de")
    assert bounded.token_count == free.token_count == 500_000 * 9


def test_where_the_system_does_not_tell_there_is_no_limit(lines, monkeypatch, tmp_path):
    monkeypatch.setattr(budget, "_STATUS", tmp_path / "nothing")
    with wf.options(memory=1):
        assert len(wf.read(lines, one_document_per="line", language="de")) == 500_000
