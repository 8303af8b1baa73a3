"""Kills, full disks and damage: the old file or the new one is there, and damage is never read."""

import errno
import fcntl
import os
import random
import resource
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
import wortfeld as wf

OLD = ["Der alte Text."]
NEW = [f"Der neue Text {n} mit Wort{n % 50}, das oft vorkommt. " * 8 for n in range(100)]
KILLS = 300


def read(texts):
    return wf.read(texts=texts, language="de")


def names_in(folder):
    return [entry.name for entry in folder.iterdir()]


def saved_bytes(texts, folder):
    read(texts).save(folder / "bytes")
    content = (folder / "bytes").read_bytes()
    (folder / "bytes").unlink()
    return content


def save_for_ever(corpus, path):
    """Fork a child that saves until it is killed."""
    child = os.fork()
    if child == 0:
        try:
            while True:
                corpus.save(path)
        finally:
            os._exit(1)
    return child


def test_a_kill_while_saving_leaves_the_old_file_or_the_new_one(tmp_path):
    folder = tmp_path / "kills"
    folder.mkdir()
    path = folder / "a.wortfeld"
    contents = {saved_bytes(OLD, tmp_path): "old", saved_bytes(NEW, tmp_path): "new"}
    old = next(iter(contents))
    corpus = read(NEW)
    delays = random.Random(2026)
    started = time.perf_counter()
    corpus.save(path)
    longest = 1.5 * (time.perf_counter() - started)
    seen = set()
    for _ in range(KILLS):
        path.write_bytes(old)
        child = save_for_ever(corpus, path)
        time.sleep(delays.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL
        content = path.read_bytes()
        assert content in contents
        seen.add(contents[content])
        # On a busy machine the child gets no further than that.
        if "new" not in seen:
            longest *= 1.03
    assert seen == {"old", "new"}
    corpus.save(path)
    assert names_in(folder) == ["a.wortfeld"], "part files of the killed are gone"
    wf.open(path, verify=True).close()


def test_part_files_go_with_the_next_save_unless_somebody_writes_them(tmp_path):
    path = tmp_path / ("ä" * 120)
    abandoned = tmp_path / f".{'ä' * 100}.{'0' * 16}.part"
    alive = abandoned.with_name(f".{'ä' * 100}.{'1' * 16}.part")
    others = [".b.0000000000000000.part", f".{'ä' * 100}.mine.part"]
    for name in (abandoned, alive, *(tmp_path / other for other in others)):
        name.write_bytes(b"half")
    with alive.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        read(OLD).save(path)
        assert sorted(names_in(tmp_path)) == sorted([path.name, alive.name, *others])
    read(NEW).save(path)
    assert sorted(names_in(tmp_path)) == sorted([path.name, *others])
    wf.open(path, verify=True).close()


@contextmanager
def largest_file(size):
    """No file of this process may become larger: what a full disk is to a writer."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_that_may_not_grow_leaves_the_old_one(tmp_path):
    path = tmp_path / "a.wortfeld"
    read(OLD).save(path)
    old = path.read_bytes()
    corpus = read(NEW)
    for size in (0, 1, len(old), 100_000):
        with largest_file(size), pytest.raises(OSError, match="the file takes") as caught:
            corpus.save(path)
        assert caught.value.errno == errno.EFBIG
        assert caught.value.filename == str(path)
        assert path.read_bytes() == old
        assert names_in(tmp_path) == ["a.wortfeld"]
    corpus.save(path)
    assert path.read_bytes() != old


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small file system")
def test_a_full_disk_leaves_the_old_file(tmp_path):
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine does not allow to mount a small file system")
    try:
        path = tmp_path / "a.wortfeld"
        read(OLD).save(path)
        old = path.read_bytes()
        with pytest.raises(OSError, match=r"No space left on device; the file takes \d+") as caught:
            read(NEW).save(path)
        assert caught.value.errno == errno.ENOSPC
        assert path.read_bytes() == old
        assert names_in(tmp_path) == ["a.wortfeld"]
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_folder_without_permission_is_told(tmp_path):
    read(OLD).save(tmp_path / "a.wortfeld")
    script = (
        "import os, sys, wortfeld as wf\n"
        "folder = sys.argv[1]\n"
        "corpus = wf.open(folder + '/a.wortfeld', map=False)\n"
        "os.chmod(folder, 0o555); os.chmod(folder + '/a.wortfeld', 0)\n"
        "if os.geteuid() == 0: os.setuid(65534)\n"
        "for call in (lambda: corpus.save(folder + '/a.wortfeld'),\n"
        "             lambda: wf.open(folder + '/a.wortfeld')):\n"
        "    try: call()\n"
        "    except PermissionError as error: print(error.strerror)\n"
    )
    for parent in [tmp_path, *tmp_path.parents]:
        if parent.stat().st_uid == os.geteuid() and parent.name.startswith("pytest"):
            parent.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False
    )
    tmp_path.chmod(0o755)
    assert done.stdout.splitlines() == [
        "cannot write the file: no permission to write there",
        "no permission to read the file",
    ], done.stderr


def read_everything(path):
    """What a user could see of a file, or nothing if it is refused; anything else is a bug."""
    try:
        with wf.open(path) as corpus:
            rows = [
                corpus.documents().rows(),
                corpus.sentences().rows(),
                corpus.tokens("0").rows(),
                corpus.concordance("d*").rows(),
                corpus.terms().rows(),
                corpus.zones().rows(),
                corpus.warnings.rows(),
            ]
            return repr(rows), corpus.text("0")
    except wf.BadFile:
        return None


def test_a_flipped_bit_is_refused_or_changes_nothing(tmp_path):
    path = tmp_path / "a.wortfeld"
    read(OLD).save(path)
    sound = path.read_bytes()
    expected = read_everything(path)
    flips = random.Random(7).sample(range(len(sound) * 8), 600)
    refused = 0
    for bit in flips:
        damaged = bytearray(sound)
        damaged[bit // 8] ^= 1 << bit % 8
        path.write_bytes(damaged)
        found = read_everything(path)
        assert found in (None, expected), f"bit {bit}"
        refused += found is None
        with pytest.raises(wf.BadFile):
            wf.open(path, verify=True)
    assert refused > len(flips) // 2


def test_a_file_cut_anywhere_is_refused(tmp_path):
    path = tmp_path / "a.wortfeld"
    read(OLD).save(path)
    sound = path.read_bytes()
    for size in random.Random(8).sample(range(len(sound)), 500):
        path.write_bytes(sound[:size])
        with pytest.raises(wf.BadFile):
            wf.open(path)
