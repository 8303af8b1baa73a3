"""A network as a still picture: places of nodes, lines and labels that do not cover each other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld.display.label_places import Disc, Line, label_places
from wortfeld.display.shown import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Picture", "network_picture"]

WIDTH, HEIGHT = 960, 600
_MARGIN_X, _MARGIN_Y = 100, 40
_MOST_NODES, _MOST_EDGES = 34, 60
# Pairs that may bring names, so that a large table costs no more than reading it.
_MOST_TRIED = 300
# Parts of two discs stand below the rest, so many in a row.
_PARTS_IN_ROW = 4
_ROW_HEIGHT = 46
_SMALLEST, _LARGEST = 5.0, 17.0
_GAP = 34.0
_ROUNDS = 60
_LONGEST_LABEL = 28


class Node(NamedTuple):
    """A disc with its label."""

    name: str
    kind: str
    label: str
    x: float
    y: float
    radius: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True)
class Edge:
    """A line between two discs."""

    a: str
    b: str
    count: int
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


class Picture(NamedTuple):
    """Everything the template draws; `kinds` are those of the legend."""

    width: int
    height: int
    nodes: list[Node]
    edges: list[Edge]
    kinds: list[str]


def network_picture(rows: Sequence[dict[str, Any]]) -> Picture | None:
    """Place the items of pairs; None without pairs.

    Parameters
    ----------
    rows
        All rows of a table of pairs, most important first. Items that would bring more nodes or
        lines than can be told apart are left out; of those shown every pair has its line.
    """
    if not rows:
        return None
    graph = _graph(rows)
    radii = _radii(graph)
    large, small = _parts(graph)
    height = HEIGHT if large else 2 * _MARGIN_Y
    places = _apart(_places(graph.subgraph(large)), radii) if large else {}
    places |= _rows_of(small, height)
    height += _ROW_HEIGHT * -(-len(small) // _PARTS_IN_ROW)
    largest = max(count for _, _, count in graph.edges(data="count"))
    edges = [
        Edge(
            visible(a[0]),
            visible(b[0]),
            count,
            *places[a],
            *places[b],
            round(1.0 + 5.0 * math.sqrt(count / largest), 2),
        )
        for a, b, count in graph.edges(data="count")
    ]
    nodes = _labelled(places, radii, edges)
    kinds = sorted({node.kind for node in nodes})
    return Picture(WIDTH, height, nodes, edges, kinds)


def _ends(row: dict[str, Any]) -> tuple[tuple[str, str], tuple[str, str]]:
    return (row["a"], row["kind_a"]), (row["b"], row["kind_b"])


def _graph(rows: Sequence[dict[str, Any]]) -> Any:
    """Return the network of the chosen items, with every pair among them."""
    import networkx as nx

    everything: Any = nx.Graph()
    for row in rows:
        everything.add_edge(*_ends(row), count=row["count"])
    often = [row for row in rows if row["count"] > 1] or list(rows)
    chosen: dict[Any, None] = {}
    _choose(chosen, everything, often, set(everything))
    # What met once is shown where it leads to one of these.
    _choose(chosen, everything, [row for row in rows if row["count"] == 1], set(chosen))
    graph: Any = nx.Graph()
    for row in rows:
        a, b = _ends(row)
        if a in chosen and b in chosen:
            graph.add_edge(a, b, count=row["count"])
    return graph


def _choose(
    chosen: dict[Any, None], everything: Any, rows: Iterable[dict[str, Any]], near: set[Any]
) -> None:
    """Choose the ends of pairs of which one is among `near`, as long as there is room."""
    edge_count = everything.subgraph(chosen).number_of_edges()
    tried = (row for row in rows if near & set(_ends(row)))
    for row in islice(tried, _MOST_TRIED):
        ends = [end for end in _ends(row) if end not in chosen]
        more = chosen | dict.fromkeys(ends)
        lines = edge_count + sum(sum(other in more for other in everything[end]) for end in ends)
        # A pair of two new ends was counted from both.
        lines -= len(ends) == 2
        if len(more) <= _MOST_NODES and lines <= _MOST_EDGES:
            chosen.update(dict.fromkeys(ends))
            edge_count = lines


def _parts(graph: Any) -> tuple[list[Any], list[list[Any]]]:
    """Return the nodes of parts of three and more, and the parts of two, in the graph's order."""
    import networkx as nx

    order = {node: place for place, node in enumerate(graph)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)]
    large = [node for part in parts if len(part) > 2 for node in part]
    return sorted(large, key=order.__getitem__), [part for part in parts if len(part) == 2]


def _rows_of(parts: list[list[Any]], top: int) -> dict[Any, tuple[float, float]]:
    """Return places for parts of two, side by side in rows below `top`."""
    width = WIDTH / _PARTS_IN_ROW
    found = {}
    for number, (a, b) in enumerate(parts):
        left = width * (number % _PARTS_IN_ROW)
        y = float(top + _ROW_HEIGHT * (number // _PARTS_IN_ROW))
        found[a] = (round(left + 0.42 * width, 1), y)
        found[b] = (round(left + 0.58 * width, 1), y)
    return found


def _radii(graph: Any) -> dict[Any, float]:
    """Return radii whose areas grow with the sentences shared with others in the picture."""
    strength = dict(graph.degree(weight="count"))
    largest = max(strength.values())
    return {
        node: _SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(value / largest)
        for node, value in strength.items()
    }


def _places(graph: Any) -> dict[Any, tuple[float, float]]:
    """Return places by the algorithm of Kamada and Kawai (1989): pairs that meet often are near."""
    import networkx as nx

    graph = graph.copy()
    for _, _, data in graph.edges(data=True):
        data["length"] = 1.0 / (1.0 + math.log(data["count"]))
    lengths = dict(nx.all_pairs_dijkstra_path_length(graph, weight="length"))
    longest = max(max(row.values()) for row in lengths.values())
    # Parts that no line joins stand a little farther from each other than anything in them.
    distances = {a: {b: lengths[a].get(b, 1.25 * longest + 0.25) for b in graph} for a in graph}
    found = nx.kamada_kawai_layout(graph, dist=distances)
    x_values = [float(place[0]) for place in found.values()]
    y_values = [float(place[1]) for place in found.values()]

    def scaled(value: float, values: list[float], size: int, margin: int) -> float:
        low, high = min(values), max(values)
        share = (value - low) / (high - low) if high - low > 1e-9 else 0.5
        return margin + share * (size - 2 * margin)

    return {
        node: (
            scaled(float(place[0]), x_values, WIDTH, _MARGIN_X),
            scaled(float(place[1]), y_values, HEIGHT, _MARGIN_Y),
        )
        for node, place in found.items()
    }


def _apart(
    places: dict[Any, tuple[float, float]], radii: dict[Any, float]
) -> dict[Any, tuple[float, float]]:
    """Push discs that are too near away from each other."""
    moved = {node: list(place) for node, place in places.items()}
    nodes = list(moved)
    for _ in range(_ROUNDS):
        for number, a in enumerate(nodes):
            for b in nodes[number + 1 :]:
                _push(moved[a], moved[b], radii[a] + radii[b] + _GAP)
        for place in moved.values():
            place[0] = min(max(place[0], _MARGIN_X), WIDTH - _MARGIN_X)
            place[1] = min(max(place[1], _MARGIN_Y), HEIGHT - _MARGIN_Y)
    return {node: (round(x, 1), round(y, 1)) for node, (x, y) in moved.items()}


def _push(a: list[float], b: list[float], least: float) -> None:
    dx, dy = b[0] - a[0], b[1] - a[1]
    distance = math.hypot(dx, dy)
    if distance >= least:
        return
    if distance < 1e-6:
        dx, dy, distance = 1.0, 0.0, 1.0
    step = (least - distance) / 2
    for place, sign in ((a, -1.0), (b, 1.0)):
        place[0] += sign * step * dx / distance
        place[1] += sign * step * dy / distance


def _labelled(
    places: dict[Any, tuple[float, float]], radii: dict[Any, float], edges: list[Edge]
) -> list[Node]:
    """Give each disc its label."""
    discs = [
        Disc(x, y, round(radii[node], 1), _cut(visible(node[0]))) for node, (x, y) in places.items()
    ]
    lines = [Line(edge.x1, edge.y1, edge.x2, edge.y2) for edge in edges]
    return [
        Node(visible(name), kind, disc.label, disc.x, disc.y, disc.radius, *place)
        for (name, kind), disc, place in zip(
            places, discs, label_places(discs, lines, WIDTH), strict=True
        )
    ]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else text[: _LONGEST_LABEL - 1] + "…"
