"""Tagged tokens: IOB2 and GermEval's TSV, read and written, bad lines told by their number."""

import pytest
import wortfeld as wf
from hypothesis import given
from hypothesis import strategies as st
from wortfeld import BadInput

TEXT = "Bo Li's VW-Konzern zahlt Köln. Der Kölner lacht über\nNVIDIA-Chips."
NAMES = [
    {"entity": "Bo Li", "kind": "person", "alias": "Bo Li"},
    {"entity": "VW", "kind": "organisation", "alias": "VW"},
    {"entity": "Köln", "kind": "place", "alias": "Köln"},
    {"entity": "NVIDIA", "kind": "organisation", "alias": "NVIDIA"},
]
GERMEVAL = """#\thttp://example.org [2010-01-01]
1\tDer\tO\tO
2\tVW-Konzern\tB-ORGpart\tO
3\tkauft\tO\tO
4\tReal\tB-ORG\tO
5\tMadrid\tI-ORG\tB-LOC
6\t.\tO\tO

#\thttp://example.org [2010-01-02]
1\tDer\tO\tO
2\tdeutsche\tB-LOCderiv\tO
3\t#\tO\tO
"""


def write(tmp_path, content):
    path = tmp_path / "tags.tsv"
    path.write_text(content, encoding="utf-8")
    return path


def told(mentions):
    names = ("document", "start", "surface", "kind", "role", "level")
    return [tuple(row[name] for name in names) for row in mentions.table().rows()]


def test_iob2_goes_out_and_comes_in(tmp_path):
    corpus = wf.read(texts=[TEXT, "", "Köln"], ids=["a b", "leer", "c"], language="de")
    found = corpus.mentions(NAMES, quantities=False, dates=False)
    found.to_tagged(tmp_path / "tags.tsv")
    again = wf.Mentions.from_tagged(tmp_path / "tags.tsv", corpus)
    assert len(told(again)) == 5
    assert [row[:4] for row in told(again)] == [row[:4] for row in told(found)]


def test_iob2_as_others_write_it(tmp_path):
    lines = [
        "-DOCSTART- -X- O", "", "Bo NE B-PER", "Li NE E-PER", "# NN S-LOC", ". $. O", "",
        "Rom NE I-PER",
    ]  # fmt: skip
    corpus = wf.read(texts=["Bo Li # . Rom"], language="de")
    path = write(tmp_path, "\n".join(lines))
    with pytest.raises(BadInput, match="line 8: I-PER at 'Rom' continues nothing") as caught:
        wf.Mentions.from_tagged(path, corpus)
    assert caught.value.line == 8
    path.write_text("\n".join([*lines[:-1], "Rom NE U-GPE"]), encoding="utf-8")
    rows = told(wf.Mentions.from_tagged(path, corpus, kinds={"GPE": "state"}))
    assert [(surface, kind) for _, _, surface, kind, _, _ in rows] == [
        ("Bo Li", "person"),
        ("#", "place"),
        ("Rom", "state"),
    ]


def test_a_span_does_not_run_over_the_end_of_a_sentence(tmp_path):
    path = write(tmp_path, "Bo\tB-PER\n\nLi\tI-PER\n")
    with pytest.raises(BadInput, match="line 3: I-PER"):
        wf.Mentions.from_tagged(path, language="de")


def test_an_id_with_white_space_comes_back(tmp_path):
    corpus = wf.read(texts=["VW zahlt."] * 3, ids=["a", "ü\tx  1", "b"], language="de")
    mentions = corpus.mentions(NAMES)
    mentions.to_tagged(tmp_path / "tags.tsv")
    back = wf.Mentions.from_tagged(tmp_path / "tags.tsv", corpus=corpus)
    assert [row[0] for row in told(back)] == ["a", "ü\tx  1", "b"]


def test_germeval_has_levels_and_roles(tmp_path):
    path = write(tmp_path, GERMEVAL)
    mentions = wf.Mentions.from_tagged(path, format="germeval", language="de")
    assert mentions.corpus.text("0") == "Der VW-Konzern kauft Real Madrid .\nDer deutsche #"
    assert told(mentions) == [
        ("0", 4, "VW-Konzern", "organisation", "part", 0),
        ("0", 21, "Real Madrid", "organisation", None, 0),
        ("0", 26, "Madrid", "place", None, 1),
        ("0", 39, "deutsche", "place", "derived", 0),
    ]
    mentions.to_tagged(tmp_path / "out.tsv", format="germeval")
    again = wf.Mentions.from_tagged(tmp_path / "out.tsv", mentions.corpus, format="germeval")
    assert told(again) == told(mentions)


def test_a_part_is_written_with_its_whole_word(tmp_path):
    corpus = wf.read(texts=["Der VW-Konzern zahlt."], language="de")
    corpus.mentions(NAMES).to_tagged(tmp_path / "out.tsv", format="germeval")
    lines = (tmp_path / "out.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[2:5] == [
        "2\tVW\tB-ORGpart\tO",
        "3\t-\tI-ORGpart\tO",
        "4\tKonzern\tI-ORGpart\tO",
    ]


def test_documents_follow_one_another_or_are_named(tmp_path):
    corpus = wf.read(texts=["Rom brennt.", "Rom schläft."], ids=["a", "b"], language="de")
    tokens = "Rom\tB-LOC\nschläft\tO\n.\tO\n"
    named = write(tmp_path, f"# document = b\n{tokens}")
    assert told(wf.Mentions.from_tagged(named, corpus))[0][0] == "b"
    unnamed = write(tmp_path, "Rom\tB-LOC\nbrennt\tO\n.\tO\n\n" + tokens)
    assert [row[0] for row in told(wf.Mentions.from_tagged(unnamed, corpus))] == ["a", "b"]
    with pytest.raises(BadInput, match="line 2: no document 'c'"):
        wf.Mentions.from_tagged(write(tmp_path, f"# document = c\n{tokens}"), corpus)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("Rom\tB-LOC\nbrennt\tx\tO\n", "line 2: 3 columns, where the first line has 2"),
        ("Rom\tB-LOC\nbrennt\tVERB\n", "line 2: 'VERB' is no tag"),
        ("Rom\n", "line 1: 1 columns"),
        ("\tO\n", "line 1: the token is empty"),
        ("Rom\tO\nlodert\tO\n", "line 2: the token 'lodert' is not what document '0' goes on"),
        ("Rom\tO\nbrennt\tO\n.\tO\nWien\tO\n", "line 4: the token 'Wien' stands behind the end"),
        ("Rom\tB-LOC\nbrennt\tI-PER\n", "line 2: I-PER at 'brennt' continues nothing"),
    ],
)
def test_bad_lines_are_told(tmp_path, content, wanted):
    corpus = wf.read(texts=["Rom brennt."], language="de")
    with pytest.raises(BadInput, match=wanted.replace("(", "\\(")):
        wf.Mentions.from_tagged(write(tmp_path, content), corpus)


def test_bytes_that_are_no_text_and_empty_files_are_told(tmp_path):
    path = tmp_path / "tags.tsv"
    path.write_bytes(b"Rom\tO\n\xff\tO\n")
    with pytest.raises(BadInput, match="line 2: no UTF-8 at byte 0"):
        wf.Mentions.from_tagged(path, language="de")
    with pytest.raises(BadInput, match="holds no token"):
        wf.Mentions.from_tagged(write(tmp_path, ""), language="de")
    with pytest.raises(FileNotFoundError):
        wf.Mentions.from_tagged(tmp_path / "no.tsv")
    corpus = wf.read(texts=["Rom"], language="de")
    assert len(wf.Mentions.from_tagged(write(tmp_path, ""), corpus)) == 0


@given(st.data())
def test_any_mentions_go_out_and_come_in(tmp_path_factory, data):
    words = st.sampled_from(["Bo", "Li's", "VW-Konzern", "H100", "zahlt", ".", "😀", "Ko\u0308ln,"])
    text = " ".join(data.draw(st.lists(words, min_size=1, max_size=8)))
    corpus = wf.read(texts=[text], language="de")
    rows = [
        {"document": "0", "start": token["start"], "end": token["end"], "kind": "person"}
        for token in corpus.tokens("0").rows()
        if data.draw(st.booleans())
    ]
    mentions = wf.Mentions.from_spans(corpus, rows)
    path = tmp_path_factory.mktemp("tags") / "tags.tsv"
    for form in ("iob2", "germeval"):
        mentions.to_tagged(path, format=form)
        assert told(wf.Mentions.from_tagged(path, corpus, format=form)) == told(mentions)


def test_of_all_that_is_known_the_formats_keep_places_kinds_levels_and_roles(tmp_path):
    text = "NVIDIA-Chips von Google DeepMind kosten am 10. März 2026 rund 2,5 Mrd. Dollar."
    corpus = wf.read(texts=[text], language="de")
    names = [
        {"entity": "NVIDIA Corp.", "kind": "organisation", "alias": "NVIDIA", "id": "Q182477"},
        {"entity": "DeepMind", "kind": "organisation", "alias": "Google DeepMind"},
        {"entity": "Alphabet", "kind": "organisation", "alias": "Google"},
    ]
    found = corpus.mentions(names, nested=True)
    found.to_tagged(tmp_path / "out.tsv", format="germeval")
    again = wf.Mentions.from_tagged(tmp_path / "out.tsv", corpus, format="germeval")

    def kept(mentions, *columns):
        return [tuple(row[name] for name in columns) for row in mentions.table().rows()]

    assert kept(found, "surface", "role", "head", "level")[:3] == [
        ("NVIDIA", "part", "Chips", 0),
        ("Google DeepMind", None, None, 0),
        ("Google", None, None, 1),
    ]
    # A part comes back as its whole word, whose role says that it holds a name.
    assert kept(again, "surface", "role", "level", "kind") == [
        ("NVIDIA-Chips", "part", 0, "organisation"),
        ("Google DeepMind", None, 0, "organisation"),
        ("Google", None, 1, "organisation"),
        ("10. März 2026", None, 0, "date"),
        ("2,5 Mrd. Dollar", None, 0, "money"),
    ]
    # Who is meant, ids and readings are lost: a name stands for itself.
    assert again.entities()["entity"].tolist() == ["Google DeepMind", "NVIDIA-Chips"]
    assert set(kept(again, "value", "unit", "date_first", "timex")) == {(None,) * 4}
