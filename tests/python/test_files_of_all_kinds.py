"""Every kind of file says what it is and which call opens it; damage is found where it lies."""

import pytest
import wortfeld as wf
from wortfeld import BadArgument, BadFile, BadInput

TEXTS = ["Bo Li zahlt NVIDIA rund 2,5 Mrd. Dollar.", "Nvidia-Chips und 31 %."]
NAMES = [
    {"entity": "NVIDIA", "kind": "organisation", "alias": "Nvidia", "note": "ä"},
    {"entity": "Bo Li", "kind": "person", "alias": "Bo Li", "excludes": "Schmidt"},
]


@pytest.fixture
def corpus():
    return wf.read(texts=TEXTS, language="de")


@pytest.fixture
def files(corpus, tmp_path):
    paths = {kind: tmp_path / kind for kind in ("corpus", "mentions", "gazetteer", "text")}
    corpus.save(paths["corpus"])
    corpus.mentions(NAMES).save(paths["mentions"])
    wf.Gazetteer(NAMES).save(paths["gazetteer"])
    paths["text"].write_text("entity,kind,alias\nA,b,Zeta\n", encoding="utf-8")
    return paths


@pytest.mark.parametrize(
    ("kind", "way"),
    [
        ("gazetteer", r"holds 'gazetteer', not 'corpus'; open it with wf\.Gazetteer\.open\(path\)"),
        ("mentions", r"holds 'mentions', not 'corpus'; open it with wf\.open\(path, corpus=corpus"),
        ("text", r"is no corpus file of wortfeld; .*wf\.read reads texts"),
    ],
)
def test_open_says_what_opens_the_others(files, kind, way):
    with pytest.raises(BadFile, match=way):
        wf.open(files[kind])


@pytest.mark.parametrize(
    ("kind", "way"),
    [
        ("gazetteer", r"not 'mentions'; open it with wf\.Gazetteer\.open\(path\)"),
        ("corpus", r"holds 'corpus', not 'mentions'; open it with wf\.open\(path\)"),
        ("text", r"is no mentions file of wortfeld; wf\.Mentions\.open opens"),
    ],
)
def test_so_does_opening_mentions(corpus, files, kind, way):
    with pytest.raises(BadFile, match=way):
        wf.open(files[kind], corpus=corpus)


@pytest.mark.parametrize(
    ("kind", "way"),
    [
        ("corpus", r"holds 'corpus', not 'gazetteer'; open it with wf\.open\(path\)"),
        ("mentions", r"not 'gazetteer'; open it with wf\.open\(path, corpus=corpus\)"),
        ("text", r"is no gazetteer file of wortfeld; .*wf\.Gazetteer reads lists"),
    ],
)
def test_so_does_opening_a_gazetteer(files, kind, way):
    with pytest.raises(BadFile, match=way):
        wf.Gazetteer.open(files[kind])


def test_a_compiled_gazetteer_is_no_list_to_read(corpus, files):
    with pytest.raises(BadInput, match=r"no list of names; wf\.Gazetteer\.open\(path\) opens it"):
        corpus.mentions(files["gazetteer"])


def test_mentions_of_a_part_are_not_those_of_the_whole(corpus, files, tmp_path):
    part = corpus.where({"document": "0"})
    part.mentions(NAMES).save(tmp_path / "part")
    with pytest.raises(BadArgument, match="a part of a corpus is another one"):
        wf.open(tmp_path / "part", corpus=corpus)
    with pytest.raises(BadArgument, match="a part of a corpus is another one"):
        wf.open(files["mentions"], corpus=part)
    again = wf.open(tmp_path / "part", corpus=corpus.where({"document": "0"}))
    assert again.table().rows() == part.mentions(NAMES).table().rows()


def everything(gazetteer):
    corpus = wf.read(texts=TEXTS, language="de")
    return corpus.mentions(gazetteer).table().rows(), gazetteer.table().rows(), len(gazetteer)


def test_every_damaged_byte_of_a_gazetteer_is_noticed_and_its_place_told(files):
    path = files["gazetteer"]
    content = path.read_bytes()
    sound = everything(wf.Gazetteer.open(path))
    for place in range(0, len(content), max(1, len(content) // 300)):
        path.write_bytes(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :])
        # Damaged rows are noticed when they are asked for; the names are matched without them.
        with pytest.raises(BadFile, match=r"gazetteer\b.*(section|header|bytes|file)"):
            everything(wf.Gazetteer.open(path))
    path.write_bytes(content)
    assert everything(wf.Gazetteer.open(path)) == sound


def test_a_gazetteer_cut_anywhere_is_refused(files):
    path = files["gazetteer"]
    content = path.read_bytes()
    for size in (0, 7, 100, 1000, len(content) // 2, len(content) - 1):
        path.write_bytes(content[:size])
        with pytest.raises(BadFile, match=r"cut short|is empty|no gazetteer file"):
            wf.Gazetteer.open(path)
    path.write_bytes(content + b"\0")
    with pytest.raises(BadFile, match="behind its end"):
        wf.Gazetteer.open(path)
