"""Corpus files: an opened corpus equals the one that was saved, and the way there is safe."""

import copy
import datetime
import os
import pickle
import threading
from pathlib import Path

import pytest
import wortfeld as wf
from wortfeld import _core

TEXTS = {
    "news/märz": "Der grüne Chip von NVIDIA. Am 10. März 2026 zahlt OpenAI 100 Mrd. US-Dollar.",
    "leer": "",
    "mixed": "𝄞 Ωmega, z.\u00a0B. so:\r\nzweite Zeile …\n\nDritter Absatz ohne Ende",
    "ascii": "plain words " * 700 + "and a very end.",
}
METADATA = {
    "number": [1, None, 3, -(2**60)],
    "share": [0.1, float("nan"), None, float("-inf")],
    "flag": [True, None, False, True],
    "day": [datetime.date(2026, 3, 10), None, datetime.date(1900, 1, 1), None],
    "moment": [datetime.datetime(2026, 3, 10, 12, 30, 1, 5), None, None, None],
    "source": ["36kr", None, "", "ä𝄞"],
    "empty": [None, None, None, None],
    "title": ["Ein Titel", None, None, "T"],
}


@pytest.fixture(scope="module")
def corpus():
    return wf.read(
        texts=list(TEXTS.values()),
        ids=list(TEXTS),
        language={"news/märz": "de", "ascii": "en", "mixed": "xx"},
        metadata=METADATA,
    )


@pytest.fixture
def path(corpus, tmp_path):
    corpus.save(tmp_path / "a.wortfeld")
    return tmp_path / "a.wortfeld"


def answers(corpus):
    """Everything that can be asked of a corpus."""
    tables = [
        corpus.documents(),
        corpus.sentences(),
        corpus.zones(),
        corpus.breaking_off(),
        corpus.warnings,
        *(corpus.tokens(document) for document in TEXTS),
        corpus.terms(),
        corpus.terms(layer="surface", zones="all"),
        corpus.concordance("chip*"),
        corpus.mentions().table(),
        corpus.cooccurrence(min_count=1).pairs(),
    ]
    facts = [len(corpus), corpus.token_count, corpus.word_count, corpus.languages, repr(corpus)]
    texts = [corpus.text(document) for document in TEXTS]
    # repr, because NaN does not equal itself.
    return [repr((table.rows(), table.provenance)) for table in tables], facts, texts


@pytest.mark.parametrize("how", [{}, {"verify": True}, {"map": False}], ids=str)
def test_an_opened_corpus_answers_like_the_one_that_was_saved(corpus, path, how):
    with wf.open(path, **how) as opened:
        assert answers(opened) == answers(corpus)
        assert "leer" in opened
        assert "fehlt" not in opened
        assert opened.fingerprint == corpus.fingerprint
        with pytest.raises(wf.UnknownName, match="did you mean 'mixed'"):
            opened.text("mixe")


def test_the_same_corpus_gives_the_same_bytes(corpus, path, tmp_path):
    corpus.save(tmp_path / "again")
    with wf.open(path) as opened:
        opened.save(tmp_path / "opened")
    assert path.read_bytes() == (tmp_path / "again").read_bytes()
    assert path.read_bytes() == (tmp_path / "opened").read_bytes()


def test_the_number_of_threads_does_not_change_a_byte(tmp_path):
    texts = [f"Text {n} mit Wort{n % 97} und Chip{n % 13}. " * 40 for n in range(300)]
    for threads in (1, 2, 7):
        with wf.options(threads=threads):
            wf.read(texts=texts, language="de").save(tmp_path / str(threads))
    contents = {(tmp_path / str(threads)).read_bytes() for threads in (1, 2, 7)}
    assert len(contents) == 1


def test_a_corpus_without_words_or_metadata_is_saved_too(tmp_path):
    wf.read(texts=[""], language="de").save(tmp_path / "empty")
    with wf.open(tmp_path / "empty", verify=True) as opened:
        assert (len(opened), opened.token_count) == (1, 0)
        assert len(opened.concordance("chip")) == 0


def test_a_corpus_may_be_saved_over_the_file_it_lies_in(corpus, path):
    with wf.open(path) as opened:
        opened.save(path)
        assert answers(opened) == answers(corpus)
        wf.read(texts=["Etwas anderes."], language="de").save(path)
        assert answers(opened) == answers(corpus)
    with wf.open(path) as other:
        assert other.text("0") == "Etwas anderes."


def test_a_link_stays_a_link(corpus, path, tmp_path):
    (tmp_path / "link").symlink_to(path)
    corpus.save(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    with wf.open(tmp_path / "link") as opened:
        assert len(opened) == len(corpus)


def test_parallel_savers_do_not_meet(corpus, tmp_path):
    savers = [threading.Thread(target=corpus.save, args=(tmp_path / "shared",)) for _ in range(8)]
    for saver in savers:
        saver.start()
    for saver in savers:
        saver.join()
    wf.open(tmp_path / "shared", verify=True).close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["shared"]


def test_a_closed_corpus_says_so(path):
    corpus = wf.open(path)
    table = corpus.documents()
    mentions = corpus.mentions()
    corpus.close()
    corpus.close()
    for call in (len, lambda closed: closed.terms(), lambda closed: "leer" in closed):
        with pytest.raises(wf.BadArgument, match=r"^the corpus is closed; open its file again"):
            call(corpus)
    assert repr(corpus) == "Corpus, closed"
    assert corpus._repr_html_() is None
    assert table.shape[0] == len(TEXTS)
    assert len(mentions) > 0


def open_files():
    return len(list(Path("/proc/self/fd").iterdir()))


def test_close_lets_the_file_go(path):
    before = open_files()
    for _ in range(20):
        with wf.open(path) as corpus:
            assert open_files() == before + 1
            assert len(corpus) == len(TEXTS)
    assert open_files() == before
    with pytest.raises(wf.BadFile):
        wf.open(__file__)
    assert open_files() == before


def test_a_corpus_can_be_pickled_and_copied(corpus, path):
    with wf.open(path) as opened:
        for copied in (pickle.loads(pickle.dumps(opened)), copy.deepcopy(corpus)):
            assert answers(copied) == answers(corpus)


def test_a_missing_file_names_near_ones(path):
    with pytest.raises(FileNotFoundError, match=r"no such file; did you mean '.*a\.wortfeld'"):
        wf.open(path.with_name("b.wortfeld"))
    with pytest.raises(FileNotFoundError, match="cannot be searched"):
        wf.open(path.parent / "nowhere" / "a.wortfeld")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"\x80\x05pickle", "is no corpus file of wortfeld"),
        (b"PK\x03\x04" * 100, "is no corpus file of wortfeld"),
        (b"wortfeld", "is cut short within its header"),
    ],
)
def test_what_is_no_corpus_file_is_refused(tmp_path, content, message):
    (tmp_path / "x").write_bytes(content)
    for how in ({}, {"map": False}):
        with pytest.raises(wf.BadFile, match=message) as caught:
            wf.open(tmp_path / "x", **how)
        assert caught.value.source == str(tmp_path / "x")


def test_folders_and_pipes_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(wf.BadFile, match="is a folder"):
        wf.open(tmp_path)
    with pytest.raises(wf.BadFile, match="is not a regular file"):
        wf.open(tmp_path / "pipe")


def test_a_file_that_shrinks_while_it_is_open_is_an_error(corpus, path):
    opened = wf.open(path)
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(wf.BadFile, match="became shorter while it was open"):
        answers(opened)


def test_arguments_are_checked(corpus, path):
    for wrong in (3, None, b"bytes"):
        with pytest.raises(TypeError, match="must be a str or a Path"):
            wf.open(wrong)
        with pytest.raises(TypeError, match="must be a str or a Path"):
            corpus.save(wrong)
    with pytest.raises(TypeError, match="verify must be True or False"):
        wf.open(path, verify="yes")


def test_saving_says_why_it_cannot(corpus, tmp_path):
    with pytest.raises(FileNotFoundError, match="its folder does not exist"):
        corpus.save(tmp_path / "nowhere" / "x")
    with pytest.raises(IsADirectoryError, match="a folder has that name"):
        corpus.save(tmp_path)
    with pytest.raises(OSError, match="no regular file"):
        corpus.save("/dev/null")


def test_a_corpus_file_of_format_0_is_read_or_refused_for_its_rules():
    kept = Path(__file__).parent.parent / "golden" / "corpus" / "format_0.wortfeld"
    header = kept.read_bytes()[:128]
    assert header[:16] == b"wortfeld\x0d\x0c\x0b\x0a\0\0\0\0"
    made_by = tuple(header[at : at + 24].rstrip(b"\0").decode() for at in (72, 96))
    if made_by != (_core.rules_version, _core.unicode_version):
        with pytest.raises(wf.BadFile, match=r"was made with .* read the texts again"):
            wf.open(kept)
        return
    with wf.open(kept, verify=True) as corpus:
        assert corpus.text("a") == "Der grüne Chip. Zwei Chips!"
        assert corpus.concordance("chip*")["match"].tolist() == ["Chip", "Chips"]
        assert corpus.documents()["source"].tolist() == ["36kr", None]


def test_appending_equals_reading_at_once(tmp_path):
    texts = [f"Text {n} von Firma{n % 5}. Am {n + 1}. März 2026!" for n in range(20)]
    ids = [f"d{n}" for n in range(20)]
    numbers = [None if n % 3 == 0 else n for n in range(20)]
    language = {name: "de" if number % 2 else "en" for number, name in enumerate(ids)}

    def part(begin, end):
        return {
            "texts": texts[begin:end],
            "ids": ids[begin:end],
            "metadata": {"number": numbers[begin:end], "source": ids[begin:end]},
            "language": language,
        }

    wf.read(**part(0, 20)).save(tmp_path / "at once")
    one = wf.read(**part(0, 7))
    one.save(tmp_path / "one")
    with wf.open(tmp_path / "one") as opened:
        for start in (one, opened):
            start.append(**part(7, 8)).append(**part(8, 20)).save(tmp_path / "appended")
            assert (tmp_path / "appended").read_bytes() == (tmp_path / "at once").read_bytes()
    assert len(one) == 7


def test_what_does_not_fit_is_not_appended(corpus):
    with pytest.raises(wf.BadInput, match="document 'leer' is in the corpus already"):
        corpus.append(texts=["x"], ids=["leer"])
    with pytest.raises(wf.BadArgument, match="column 'number' has whole numbers in the corpus and"):
        corpus.append(texts=["x"], ids=["neu"], metadata={"number": ["y"]})
    with pytest.raises(wf.BadArgument, match="detect_zones"):
        corpus.append(texts=["x"], ids=["neu"], detect_zones=False)


def test_a_corpus_grows_in_its_own_file(tmp_path):
    path = tmp_path / "a.wortfeld"
    wf.read(texts=["Eins."], ids=["0"], language="de").save(path)
    for n in range(1, 4):
        with wf.open(path) as corpus:
            corpus.append(texts=[f"Text {n}."], ids=[str(n)], language="de").save(path)
            assert len(corpus) == n
    texts = ["Eins.", *(f"Text {n}." for n in range(1, 4))]
    wf.read(texts=texts, language="de").save(tmp_path / "at once")
    assert path.read_bytes() == (tmp_path / "at once").read_bytes()
