"""A plan tells from a sample what reading the whole takes, in a range that holds."""

import gzip

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import wortfeld as wf
from wortfeld import BadArgument, BadInput

LINES = [
    f"Das ist der Satz Nummer {i}, und er hat {'sehr ' * (i % 7)}viele Wörter." for i in range(5000)
]


@pytest.fixture(scope="module")
def whole():
    return wf.read(texts=LINES, language="de")


@pytest.fixture(autouse=True)
def small_samples(monkeypatch):
    monkeypatch.setattr("wortfeld.reading.planning._SAMPLE_BYTES", 2**17)
    monkeypatch.setattr("wortfeld.reading.planning._SAMPLE_TEXTS", 512)
    monkeypatch.setattr("wortfeld.reading.opening.BLOCK_BYTES", 2**14)


def holds(estimate, true):
    return estimate.low <= true <= estimate.high


def assert_plan_holds(plan, corpus):
    assert holds(plan.documents, len(corpus))
    assert holds(plan.tokens, corpus.token_count)
    assert holds(plan.bytes, sum(len(line.encode()) for line in LINES))
    assert plan.memory.low > plan.bytes.low
    assert 0 < plan.seconds.low < plan.seconds.value < plan.seconds.high


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_a_long_file_is_known_from_its_beginning(tmp_path, whole, suffix):
    data = "\n".join(LINES).encode()
    path = tmp_path / f"x.txt{suffix}"
    path.write_bytes(gzip.compress(data) if suffix else data)
    plan = wf.plan(path, one_document_per="line", language="de")
    assert_plan_holds(plan, whole)
    assert "of" in repr(plan)
    assert "about" in repr(plan)


def test_a_folder_is_known_from_files_among_all(tmp_path, whole):
    for i in range(0, len(LINES), 50):
        (tmp_path / f"{i:05}.txt").write_text("\n".join(LINES[i : i + 50]), encoding="utf-8")
    plan = wf.plan(tmp_path, language="de")
    assert plan.documents == (100, 100, 100)
    assert holds(plan.tokens, whole.token_count)


@pytest.mark.parametrize(
    "make",
    [
        list,
        lambda lines: [{"text": line} for line in lines],
        lambda lines: dict(enumerate_ids(lines)),
        lambda lines: pd.DataFrame({"text": lines}),
        lambda lines: pl.DataFrame({"text": lines}),
        lambda lines: pa.table({"text": lines}),
        pd.Series,
        pl.Series,
    ],
    ids=["list", "records", "mapping", "pandas", "polars", "Arrow", "Series", "polars Series"],
)
def test_texts_in_memory_are_known_from_every_so_many_th(whole, make):
    plan = wf.plan(make(LINES), language="de")
    assert plan.documents == (len(LINES),) * 3
    assert_plan_holds(plan, whole)


def enumerate_ids(lines):
    return ((f"d{i}", line) for i, line in enumerate(lines))


def test_a_small_source_is_known_as_a_whole(tmp_path):
    (tmp_path / "x.txt").write_text("Ja. Nein.", encoding="utf-8")
    plan = wf.plan(tmp_path, language="de")
    assert (plan.documents, plan.tokens, plan.bytes) == ((1,) * 3, (4,) * 3, (9,) * 3)
    assert plan.table.columns == ["quantity", "estimate", "low", "high", "unit"]
    assert plan.table["quantity"].tolist() == ["documents", "bytes", "tokens", "memory", "seconds"]
    assert "<table" in plan._repr_html_()
    assert len(plan.warnings) == 0
    assert "see .warnings" in repr(wf.plan(tmp_path))
    assert wf.plan(texts=[]).tokens.value == 0


def test_a_plan_takes_the_options_of_read_and_no_others(tmp_path):
    (tmp_path / "x.csv").write_bytes(b"body;n\nJa.;1\n")
    assert wf.plan(tmp_path / "x.csv", text="body", language="de").tokens.value == 2
    assert wf.plan(paths=[tmp_path / "x.csv"], text="body").documents.value == 1
    with pytest.raises(TypeError, match="patern"):
        wf.plan(tmp_path, patern="*.csv")
    with pytest.raises(BadArgument, match="unknown encoding"):
        wf.plan(tmp_path, encoding="utf-9")
    with pytest.raises(BadArgument, match="on_error"):
        wf.plan(texts=["x"], on_error="no")
    (tmp_path / "x.txt").write_bytes(b"\xff")
    with pytest.raises(BadInput):
        wf.plan(tmp_path)
    assert len(wf.plan(tmp_path, on_error="skip").warnings) >= 1


def test_an_iterator_is_not_used_up():
    source = iter(LINES[:3])
    with pytest.raises(BadArgument, match="without using it up"):
        wf.plan(source)
    assert len(list(source)) == 3


def test_what_belongs_to_single_documents_does_not_disturb(whole):
    plan = wf.plan(
        texts=LINES,
        ids=[str(i) for i in range(len(LINES))],
        metadata={"lang": ["de"] * len(LINES)},
        language="lang",
    )
    assert plan.documents.value == len(LINES)
    assert holds(plan.tokens, whole.token_count)
