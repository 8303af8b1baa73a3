"""Mentions in files: equal when opened again, bound to their corpus, damage told."""

import pytest
import wortfeld as wf
from wortfeld import BadArgument, BadFile

TEXTS = ["Bo Li zahlt NVIDIA am 10. März 2026 rund 2,5 Mrd. Dollar.", "Nvidia-Chips und 31 %."]
NAMES = [
    {"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia", "id": "Q182477"},
    {"entity": "Bo Li", "kind": "person", "alias": "Bo Li"},
]


@pytest.fixture
def corpus():
    return wf.read(texts=TEXTS, language="de")


@pytest.fixture
def saved(corpus, tmp_path):
    path = tmp_path / "found.mentions"
    corpus.mentions(NAMES).save(path)
    return path


def test_opened_mentions_are_equal_in_everything(corpus, saved):
    found, opened = corpus.mentions(NAMES), wf.open(saved, corpus=corpus)
    for table in ("table", "entities", "reference_dates", "nearby"):
        assert getattr(opened, table)().rows() == getattr(found, table)().rows()
    assert opened.table().provenance["parameters"] == found.table().provenance["parameters"]
    assert opened.table().provenance["excluded"] == found.table().provenance["excluded"]
    assert opened.matrix().counts.toarray().tolist() == found.matrix().counts.toarray().tolist()


def test_the_same_mentions_give_the_same_bytes(corpus, saved, tmp_path):
    opened = wf.Mentions.open(saved, corpus)
    corpus.mentions(NAMES).save(tmp_path / "again")
    opened.save(tmp_path / "opened")
    assert (tmp_path / "again").read_bytes() == saved.read_bytes()
    wf.Mentions.open(tmp_path / "opened", corpus).save(tmp_path / "last")
    assert (tmp_path / "last").read_bytes() == (tmp_path / "opened").read_bytes()


def test_edits_and_warnings_are_kept(corpus, tmp_path):
    rows = [{"document": "0", "start": 0, "end": 5, "surface": "Bo Li", "kind": "person"}] * 2
    edited = wf.Mentions.from_spans(corpus, rows).rename({"Bo Li": "Li, Bo"})
    edited.save(tmp_path / "edited")
    opened = wf.Mentions.open(tmp_path / "edited", corpus)
    assert opened.edits == edited.edits
    assert opened.warnings.rows() == edited.warnings.rows()
    assert opened.table().provenance == edited.table().provenance


def test_the_corpus_itself_may_come_from_a_file(corpus, saved, tmp_path):
    corpus.save(tmp_path / "texts")
    with wf.open(tmp_path / "texts") as again:
        assert len(wf.open(saved, corpus=again)) == len(corpus.mentions(NAMES))


def test_mentions_of_another_corpus_are_refused(saved):
    other = wf.read(texts=["NVIDIA"], language="de")
    with pytest.raises(BadArgument, match="holds mentions of the corpus"):
        wf.open(saved, corpus=other)


def test_files_are_told_apart(corpus, saved, tmp_path):
    with pytest.raises(BadFile, match="holds 'mentions', not 'corpus'"):
        wf.open(saved)
    corpus.save(tmp_path / "texts")
    with pytest.raises(BadFile, match="holds 'corpus', not 'mentions'"):
        wf.open(tmp_path / "texts", corpus=corpus)
    with pytest.raises(FileNotFoundError, match="did you mean"):
        wf.Mentions.open(saved.with_name("found.mention"), corpus)
    with pytest.raises(TypeError, match="must be the Corpus"):
        wf.Mentions.open(saved, "corpus")
    with pytest.raises(TypeError, match="must be a str or a Path"):
        wf.Mentions.open(3, corpus)


def test_every_damaged_byte_is_noticed(corpus, saved):
    content = saved.read_bytes()
    for place in range(0, len(content), max(1, len(content) // 300)):
        saved.write_bytes(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
        with pytest.raises(BadFile):
            wf.Mentions.open(saved, corpus)
    saved.write_bytes(content[: len(content) // 2])
    with pytest.raises(BadFile, match="cut short"):
        wf.Mentions.open(saved, corpus)


def test_a_matrix_has_a_row_for_every_document_and_columns_by_name():
    texts = ["Zeta und Alpha und Zeta", "nichts", "Alpha\n\nAlpha kostet 5 Euro."]
    corpus = wf.read(texts=texts, ids=["a", "b", "c"], language="de")
    names = [{"entity": name, "kind": kind, "alias": name} for name, kind in
             (("Zeta", "company"), ("Alpha", "person"))]  # fmt: skip
    mentions = corpus.mentions(names)
    counts, documents, columns, entities = mentions.matrix()
    assert (documents, columns) == (["a", "b", "c"], ["Alpha", "Zeta"])
    assert counts.toarray().tolist() == [[1, 2], [0, 0], [2, 0]]
    assert (str(counts.dtype), counts.format) == ("int64", "csr")
    assert entities["kind"].tolist() == ["person", "company"]
    assert mentions.matrix(kinds="money").names == ["EUR 5"]
    assert mentions.matrix(kinds="person", zones="body").counts.shape == (3, 1)
    assert mentions.filter(kinds="event").matrix().counts.shape == (3, 0)
    table = mentions.entities()
    assert counts.sum(axis=0).tolist() == [table.row(name)["count"] for name in columns]
