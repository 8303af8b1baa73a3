"""Corpus files wherever they lie, whoever else is at them, and whatever the system refuses."""

import errno
import fcntl
import os
import random
import subprocess
import sys
import threading

import pytest
import wortfeld as wf

TEXTS = [f"Der Text {n} mit Wort{n % 50} und Chips. " * 6 for n in range(60)]


@pytest.fixture
def corpus():
    return wf.read(texts=TEXTS, language="de")


@pytest.fixture
def path(corpus, tmp_path):
    corpus.save(tmp_path / "a.wortfeld")
    return tmp_path / "a.wortfeld"


def lines(corpus):
    return corpus.concordance("chip*").rows()


def run(script, *arguments):
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_damaged_swapped_and_foreign_pages_are_refused(path):
    sound = path.read_bytes()
    pages = range(0, len(sound) - 4096, 4096)
    random_ = random.Random(11)
    for _ in range(60):
        first, second = random_.sample(pages, 2)
        damaged = bytearray(sound)
        for at, page in (
            (first, sound[second : second + 4096]),
            random_.choice([(second, sound[first : first + 4096]), (second, bytes(4096))]),
        ):
            damaged[at : at + 4096] = page
        path.write_bytes(damaged)
        with pytest.raises(wf.BadFile):
            wf.open(path, verify=True)
    for tail in (b"\0", b"PK\3\4", sound):
        path.write_bytes(sound + tail)
        with pytest.raises(wf.BadFile, match="something behind its end"):
            wf.open(path)


def test_a_file_may_be_removed_or_replaced_while_it_is_open(corpus, path, tmp_path):
    expected = lines(corpus)
    removed = wf.open(path)
    path.unlink()
    assert lines(removed) == expected
    corpus.save(path)
    replaced = wf.open(path)
    other = wf.read(texts=["Nichts."], language="de")
    other.save(path)
    assert lines(replaced) == expected
    assert len(wf.open(path)) == 1
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_part_file_removed_before_it_was_locked_is_made_anew(corpus, tmp_path, monkeypatch):
    open_file = os.open
    removers = []

    def opened(name, flags, *mode):
        """Open a file; another writer takes the first part file for abandoned at once."""
        file = open_file(name, flags, *mode)
        if flags & os.O_EXCL and not removers:
            other = open_file(name, os.O_RDONLY)
            fcntl.flock(other, fcntl.LOCK_EX)

            def remove():
                os.unlink(name)  # noqa: PTH108  as the writer does
                os.close(other)

            removers.append(threading.Timer(0.1, remove))
            removers[0].start()
        return file

    monkeypatch.setattr(os, "open", opened)
    corpus.save(tmp_path / "a.wortfeld")
    removers[0].join()
    with wf.open(tmp_path / "a.wortfeld") as saved:
        assert lines(saved) == lines(corpus)


def test_processes_that_save_one_name_leave_one_whole_file(path):
    script = (
        "import sys, wortfeld as wf\n"
        "corpus = wf.read(texts=[f'Text von {sys.argv[2]}.'] * 200, language='de')\n"
        "for _ in range(20): corpus.save(sys.argv[1])\n"
    )
    savers = [subprocess.Popen([sys.executable, "-c", script, str(path), str(n)]) for n in range(4)]
    seen = set()
    while any(saver.poll() is None for saver in savers):
        with wf.open(path, verify=True) as opened:
            seen.add(opened.text("0"))
    assert [saver.returncode for saver in savers] == [0] * 4
    with wf.open(path, verify=True) as opened:
        seen.add(opened.text("0"))
    assert seen <= {TEXTS[0], *(f"Text von {n}." for n in range(4))}
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_names_of_any_kind_and_length(corpus, tmp_path):
    deep = tmp_path
    while len(os.fsencode(deep)) < 3500:
        deep = deep / ("ordner " + "ö" * 100)
    deep.mkdir(parents=True)
    for name in ("mit Leerzeichen und Ümlaut.wortfeld", "𝄞" * 63, "-", "x" * 255):
        corpus.save(deep / name)
        with wf.open(deep / name) as opened:
            assert lines(opened) == lines(corpus)
        assert str(tmp_path).encode() not in (deep / name).read_bytes()
    with pytest.raises(OSError, match="too long") as caught:
        corpus.save(tmp_path / ("x" * 256))
    assert caught.value.errno == errno.ENAMETOOLONG


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failure_of_the_system_leaves_the_old_file(corpus, path, call, monkeypatch):
    old = path.read_bytes()

    def fail(*_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("os.fsync" if call == "fsync" else "pathlib.Path.replace", fail)
    with pytest.raises(OSError, match="Input/output error") as caught:
        wf.read(texts=["Neu."], language="de").save(path)
    assert caught.value.filename == str(path)
    assert path.read_bytes() == old
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a read-only file system")
def test_a_read_only_medium_is_read_and_not_written(corpus, tmp_path):
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(tmp_path)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine does not allow to mount a small file system")
    try:
        corpus.save(tmp_path / "a.wortfeld")
        subprocess.run(["mount", "-o", "remount,ro", str(tmp_path)], check=True)
        with wf.open(tmp_path / "a.wortfeld") as opened:
            assert lines(opened) == lines(corpus)
            with pytest.raises(OSError, match="Read-only file system") as caught:
                opened.save(tmp_path / "a.wortfeld")
        assert caught.value.errno == errno.EROFS
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_thousand_open_corpora_and_too_many(path):
    script = (
        "import os, resource, sys, wortfeld as wf\n"
        "path = sys.argv[1]\n"
        "many = [wf.open(path) for _ in range(900)]\n"
        "print(sum(len(corpus) for corpus in many))\n"
        "del many\n"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))\n"
        "few = []\n"
        "try:\n"
        "    while True: few.append(wf.open(path))\n"
        "except OSError as error: print(error.errno)\n"
        "before = len(few)\n"
        "del few[-10:]\n"
        "few += [wf.open(path) for _ in range(10)]\n"
        "print(before == len(few))\n"
    )
    done = run(script, path)
    assert done.stdout.split() == [str(900 * len(TEXTS)), str(errno.EMFILE), "True"], done.stderr


@pytest.mark.skipif(
    os.environ.get("WORTFELD_SANITIZED") == "asan", reason="a sanitizer ends where memory does"
)
def test_too_little_memory_for_the_file_is_told(tmp_path):
    path = tmp_path / "large"
    wf.read(texts=["Wort " * 12_000_000], language="de").save(path)
    script = (
        "import resource, sys, wortfeld as wf\n"
        "wf.open(sys.argv[2]).close(); wf.open(sys.argv[2], map=False).close()\n"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (used + (1 << 26), -1))\n"
        "for options in ({}, {'map': False}):\n"
        "    try: wf.open(sys.argv[1], **options)\n"
        "    except (MemoryError, wf.BadFile) as error: print(type(error).__name__)\n"
    )
    wf.read(texts=["Klein."], language="de").save(tmp_path / "small")
    done = run(script, path, tmp_path / "small")
    assert path.stat().st_size > 1 << 26
    assert done.stdout.split() == ["BadFile", "MemoryLimit"], done.stderr
