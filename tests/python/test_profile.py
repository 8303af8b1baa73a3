"""Profiles: learning repeated lines, keeping them in a file, reading with them."""

import json
import random

import pytest
import wortfeld as wf

BODY = (
    "Die Firma hat im vergangenen Jahr deutlich mehr verkauft als in den Jahren zuvor, und sie "
    "rechnet auch in diesem Jahr mit guten Geschäften. Nummer {}."
)


def article(number):
    parts = [f"Firma {number} verkauft mehr", BODY.format(number), "Mehr im Newsletter"]
    if number % 2:
        parts.append("Alle Angaben ohne Gewähr")
    return "\n\n".join([*parts, BODY.format(number + 0.5), "Mehr im Newsletter"])


TEXTS = [article(number) for number in range(10)]


@pytest.fixture(scope="module")
def corpus():
    return wf.read(texts=TEXTS, language="de")


@pytest.fixture(scope="module")
def learnt(corpus):
    return wf.profile(corpus)


def oracle(texts, fewest):
    """Return the repeated lines with their counts, counted plainly."""
    lines = [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]
    counts = {}
    for line in {line for document in lines for line in document}:
        documents = sum(line in document for document in lines)
        if documents >= fewest and any(character.isalpha() for character in line):
            counts[line] = (documents, sum(document.count(line) for document in lines))
    return sorted(
        ((line, *count) for line, count in counts.items()),
        key=lambda row: (-row[1], -row[2], row[0].encode()),
    )


def test_lines_are_counted_as_plain_python_does():
    draw = random.Random(5)
    words = ["Über uns", "Impressum", "01", "Ein Text.", "  ", "Kontakt"]
    texts = ["\n".join(draw.choices(words, k=6)) for _ in range(40)]
    learnt = wf.profile(wf.read(texts=texts, language="de"), min_documents=2, min_share=0)
    rows = [tuple(row.values()) for row in learnt.table().rows()]
    assert rows == oracle(texts, 2)


def test_lines_repeat_by_both_thresholds(corpus):
    def lines(**thresholds):
        return wf.profile(corpus, **thresholds).table()["line"].tolist()

    assert lines() == ["Mehr im Newsletter", "Alle Angaben ohne Gewähr"]
    assert lines(min_documents=6) == ["Mehr im Newsletter"]
    assert lines(min_share=0.51) == ["Mehr im Newsletter"]
    assert lines(min_share=0.5, max_length=20) == ["Mehr im Newsletter"]
    assert lines(min_documents=11) == []


def test_threads_do_not_matter(learnt, tmp_path):
    many = [f"{text}\n\n{number % 97}. Zeile" for number, text in enumerate(TEXTS * 100)]
    tables, files = [], []
    for threads in (1, 2, 7):
        with wf.options(threads=threads):
            tables.append([*wf.profile(wf.read(texts=many, language="de")).table().rows()])
            read = wf.read(texts=many, language="de", profile=learnt)
            read.save(tmp_path / str(threads))
            files.append((tmp_path / str(threads)).read_bytes())
    assert tables[0] == tables[1] == tables[2]
    assert tables[0][0] == {"line": "Mehr im Newsletter", "document_count": 1000, "count": 2000}
    assert len(tables[0]) == 2 + 97 + 30  # titles and paragraphs are there a hundred times
    assert files[0] == files[1] == files[2]


def test_reading_with_a_profile_marks_its_lines(corpus, learnt):
    read = wf.read(texts=TEXTS, language="de", profile=learnt)
    marked = [row for row in read.zones().rows() if row["rule"] == "profile.repeated_line"]
    assert len(marked) == 25
    assert {row["zone"] for row in marked} == {"boilerplate"}
    assert "newsletter" not in set(read.terms()["term"])
    assert "newsletter" in set(corpus.terms()["term"])
    assert read.sentences("1")["zone"].tolist().count("boilerplate") == 3


def test_results_name_the_profile(corpus, learnt):
    read = wf.read(texts=TEXTS, language="de", profile=learnt)
    assert read.profile == learnt.fingerprint
    for table in (read.terms(), read.zones(), read.mentions().table()):
        assert table.provenance["parameters"]["profile"] == learnt.fingerprint
    assert corpus.profile is None
    assert "profile" not in corpus.terms().provenance["parameters"]


def test_without_zones_a_profile_does_nothing(learnt):
    read = wf.read(texts=TEXTS, language="de", profile=learnt, detect_zones=False)
    plain = wf.read(texts=TEXTS, language="de", detect_zones=False)
    assert [*read.zones().rows()] == [*plain.zones().rows()]
    assert set(read.zones()["zone"]) == {"body"}
    assert read.profile is None


def test_without_a_profile_no_document_depends_on_others(corpus):
    for number, text in enumerate(TEXTS):
        alone = wf.read(texts=[text], ids=[str(number)], language="de")
        own = [row for row in corpus.zones().rows() if row["document"] == str(number)]
        assert [*alone.zones().rows()] == own


def test_a_profile_survives_its_file(tmp_path, learnt):
    path = tmp_path / "profile.json"
    learnt.save(path)
    opened = wf.Profile.load(path)
    assert opened == learnt
    assert hash(opened) == hash(learnt)
    assert opened.document_count == learnt.document_count == 10
    assert [*opened.table().rows()] == [*learnt.table().rows()]
    assert opened.table().provenance == learnt.table().provenance
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["lines"][0]["line"] == "Mehr im Newsletter"
    content["lines"].pop()
    path.write_text(json.dumps(content), encoding="utf-8")
    assert wf.Profile.load(path).fingerprint != learnt.fingerprint


def test_an_empty_profile_survives_its_file(tmp_path, corpus):
    empty = wf.profile(corpus, min_documents=11)
    empty.save(tmp_path / "profile.json")
    assert wf.Profile.load(tmp_path / "profile.json") == empty
    assert len(empty) == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b'{"format": "other"}',
        b'{"format": "wortfeld profile 1"}',
        b'{"format": "wortfeld profile 1", "documents": true, "provenance": {}, "lines": []}',
        b'{"format": "wortfeld profile 1", "documents": 1, "provenance": [], "lines": []}',
        b'{"format": "wortfeld profile 1", "documents": 1, "provenance": {}, "lines": {}}',
    ],
)
def test_a_file_of_something_else_is_refused(tmp_path, content):
    path = tmp_path / "profile.json"
    path.write_bytes(content)
    with pytest.raises(wf.BadFile, match=r"profile\.json is no profile") as caught:
        wf.Profile.load(path)
    assert caught.value.source == str(path)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"Mehr im Newsletter"', "7", "entry 1: it has no text"),
        ('"Mehr im Newsletter"', '" Mehr"', "entry 1: a line of a profile must be one line"),
        ('"Mehr im Newsletter"', '"Mehr\\nim"', "entry 1: a line of a profile must be one line"),
        ('"Mehr im Newsletter"', '"\\ud800"', "entry 1"),
        ('"Mehr im Newsletter"', '"Alle Angaben ohne Gewähr"', "entry 2: .* is there twice"),
        ('"count": 20', '"count": "x"', "entry 1: count is 'x'"),
        ('"count": 20', '"count": 1e999', "entry 1: count is inf"),
        ('"count": 20', '"count": 99999999999999999999', "entry 1: count is 9+, not a count"),
    ],
)
def test_a_file_with_a_bad_line_is_refused(tmp_path, learnt, old, new, reason):
    path = tmp_path / "profile.json"
    learnt.save(path)
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(wf.BadFile, match=reason):
        wf.Profile.load(path)


def test_files_that_are_not_there_or_cannot_be_written_are_named(tmp_path, learnt):
    with pytest.raises(FileNotFoundError, match="no such file"):
        wf.Profile.load(tmp_path / "profile.json")
    with pytest.raises(IsADirectoryError):
        wf.Profile.load(tmp_path)
    with pytest.raises(FileNotFoundError, match="its folder does not exist"):
        learnt.save(tmp_path / "nowhere" / "profile.json")


def test_arguments_are_checked(corpus):
    with pytest.raises(TypeError, match="takes a Profile, not list"):
        wf.read(texts=TEXTS, language="de", profile=["Mehr im Newsletter"])
    with pytest.raises(TypeError, match="takes a Profile, not str"):
        wf.read(texts=TEXTS, language="de", profile=wf.profile(corpus).fingerprint)
    with pytest.raises(TypeError, match="learnt from a Corpus, not from list"):
        wf.profile(TEXTS)
    for share in (2, -0.1, float("nan")):
        with pytest.raises(wf.BadArgument, match="min_share must be 0 to 1"):
            wf.profile(corpus, min_share=share)
    with pytest.raises(wf.BadArgument, match="min_documents must be 2 or more"):
        wf.profile(corpus, min_documents=1)
    with pytest.raises(wf.BadArgument, match="max_length must be 1 or more"):
        wf.profile(corpus, max_length=0)
    with pytest.raises(TypeError, match="min_share must be a number"):
        wf.profile(corpus, min_share="1")
    with pytest.raises(TypeError, match="is made by"):
        wf.Profile()


def test_a_corpus_without_documents_has_no_repeated_lines(corpus):
    nothing = wf.profile(corpus.where({"document": []}))
    assert len(nothing) == 0
    assert repr(nothing) == "Profile(0 lines of 0 documents)"


def test_thresholds_larger_than_any_number_find_nothing(corpus):
    assert len(wf.profile(corpus, min_documents=10**30)) == 0
    assert len(wf.profile(corpus, max_length=10**30)) == 2


def test_shares_mean_what_they_say():
    texts = [f"Zeile {n}\nOben" if n < 7 else f"Zeile {n}" for n in range(100)]
    corpus = wf.read(texts=texts, language="de")
    assert "Oben" in wf.profile(corpus, min_share=0.07)
    assert "Oben" not in wf.profile(corpus, min_share=0.0701)


def test_views_are_the_corpora_of_their_documents(learnt):
    sources = ["a" if n % 3 else "b" for n in range(10)]
    ids = [f"d{n}" for n in range(10)]
    whole = wf.read(
        texts=TEXTS, ids=ids, language="de", metadata={"source": sources}, profile=learnt
    )
    view = whole.where({"source": "b"})
    chosen = [n for n in range(10) if sources[n] == "b"]
    alone = wf.read(
        texts=[TEXTS[n] for n in chosen],
        ids=[ids[n] for n in chosen],
        language="de",
        metadata={"source": ["b"] * len(chosen)},
        profile=learnt,
    )
    assert view.profile == learnt.fingerprint
    for table in ("zones", "sentences", "terms", "documents"):
        assert [*getattr(view, table)().rows()] == [*getattr(alone, table)().rows()]
    assert [*wf.profile(view).table().rows()] == [*wf.profile(alone).table().rows()]


def test_a_corpus_file_knows_its_profile(tmp_path, corpus, learnt):
    path = tmp_path / "read.wortfeld"
    read = wf.read(texts=TEXTS, language="de", profile=learnt)
    read.save(path)
    with wf.open(path, verify=True) as opened:
        assert opened.profile == learnt.fingerprint
        assert [*opened.zones().rows()] == [*read.zones().rows()]
        # Lines are learnt from a mapped file as from what was read.
        assert wf.profile(opened) == wf.profile(read) == learnt
    corpus.save(path)
    with wf.open(path) as opened:
        assert opened.profile is None


def test_appending_takes_the_same_profile_only(tmp_path, corpus, learnt):
    ids = [f"d{n}" for n in range(10)]
    whole = wf.read(texts=TEXTS, ids=ids, language="de", profile=learnt)
    first = wf.read(texts=TEXTS[:4], ids=ids[:4], language="de", profile=learnt)
    more = {"texts": TEXTS[4:], "ids": ids[4:], "language": "de"}
    joined = first.append(**more, profile=learnt)
    joined.save(tmp_path / "joined")
    whole.save(tmp_path / "whole")
    assert (tmp_path / "joined").read_bytes() == (tmp_path / "whole").read_bytes()
    other = wf.profile(corpus, min_documents=6)
    for options in ({}, {"profile": other}):
        with pytest.raises(wf.BadArgument, match="profile="):
            first.append(**more, **options)
    plain = wf.read(texts=TEXTS[:4], ids=ids[:4], language="de")
    with pytest.raises(wf.BadArgument, match="profile="):
        plain.append(**more, profile=learnt)


def test_a_profile_reads_files_and_lines_too(tmp_path, learnt):
    (tmp_path / "a.txt").write_text(TEXTS[1], encoding="utf-8")
    read = wf.read(tmp_path, language="de", profile=learnt)
    rules = read.zones()["rule"].tolist()
    assert rules.count("profile.repeated_line") == 3
    assert wf.plan(tmp_path, language="de", profile=learnt).tokens.value == read.token_count


def test_a_profile_shows_itself(learnt):
    assert repr(learnt) == "Profile(2 lines of 10 documents)"
    assert "Mehr im Newsletter" in learnt._repr_html_()
    assert len(learnt) == 2
    assert "Mehr im Newsletter" in learnt
    assert 7 not in learnt
    assert learnt != "Mehr im Newsletter"
    with pytest.raises(TypeError, match="not iterable"):
        iter(learnt)
    assert "\ud800" not in learnt
