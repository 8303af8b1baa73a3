"""The network picture: it hides no pair between the names it shows."""

from itertools import combinations

import wortfeld as wf
from project import ROOT
from report_page import read_page
from wortfeld.display.network_picture import network_picture
from wortfeld.report import build


def pair(a, b, count=1):
    return {"a": a, "kind_a": "person", "b": b, "kind_b": "person", "count": count}


def drawn(picture):
    return {frozenset((edge.a, edge.b)) for edge in picture.edges}


def test_every_pair_among_the_names_shown_has_a_line():
    mentions = wf.read(ROOT / "seeds", language="de").mentions(ROOT / "seeds" / "gazetteer.csv")
    rows = mentions.cooccurrence("sentence").pairs().rows()
    picture = network_picture(rows)
    names = {node.name for node in picture.nodes}
    assert len(names) > 15
    wanted = {frozenset((r["a"], r["b"])) for r in rows if {r["a"], r["b"]} <= names}
    assert drawn(picture) == wanted
    assert len(picture.edges) == len(wanted) <= 60


def test_names_are_left_out_rather_than_lines():
    names = [f"N{number:02}" for number in range(40)]
    clique = [pair(a, b) for a, b in combinations(names, 2)]
    picture = network_picture(clique)
    shown = {node.name for node in picture.nodes}
    assert len(shown) == 11
    assert len(picture.edges) == 55
    star = network_picture([pair("hub", name, 2) for name in names])
    assert len(star.nodes) == 34
    assert len(star.edges) == 33
    far = [pair("a", "b", 2), *(pair(f"x{n}", f"y{n}") for n in range(400)), pair("b", "c")]
    assert {node.name for node in network_picture(far).nodes} == {"a", "b", "c"}
    assert network_picture([]) is None


def test_the_label_of_the_picture_claims_what_holds():
    page = read_page(build(wf.read(ROOT / "seeds", language="de")).html)
    label = page.find("svg")[0]["aria-label"]
    nodes, lines = (len(page.find("svg")[0].find(tag)) for tag in ("circle", "line"))
    assert f"{nodes} Namen und {lines} Linien, eine für jedes Paar" in label
    assert "Dieselben" not in label
