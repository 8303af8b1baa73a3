"""A network as a still picture: places of nodes, lines and labels that do not cover each other."""

from __future__ import annotations

import math
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from wortfeld.display.shown import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Picture", "network_picture"]

WIDTH, HEIGHT = 960, 600
_MARGIN_X, _MARGIN_Y = 110, 40
_MOST_NODES = 36
_FONT = 13.0
# Of the font size, for estimates: an average letter, a Han character, the height of a line.
_LETTER, _HAN, _LINE = 0.56, 1.0, 1.25
_SMALLEST, _LARGEST = 5.0, 17.0
_GAP = 24.0
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


class Edge(NamedTuple):
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


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: _Box) -> float:
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)


def network_picture(rows: Sequence[dict[str, Any]]) -> Picture | None:
    """Place the items of pairs; None without pairs.

    Parameters
    ----------
    rows
        Rows of a table of pairs, most important first; those that would bring more nodes than can
        be told apart are left out.
    """
    import networkx as nx

    graph = nx.Graph()
    for row in rows:
        ends = [(row["a"], row["kind_a"]), (row["b"], row["kind_b"])]
        if len(graph.nodes | set(ends)) <= _MOST_NODES:
            graph.add_edge(*ends, count=row["count"])
    if not graph:
        return None
    places = _apart(_places(graph), _radii(graph))
    radii = _radii(graph)
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
    nodes = _labelled(places, radii)
    kinds = sorted({node.kind for node in nodes})
    return Picture(WIDTH, HEIGHT, nodes, edges, kinds)


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


def _labelled(places: dict[Any, tuple[float, float]], radii: dict[Any, float]) -> list[Node]:
    """Put each label, those of large discs first, where it covers least."""
    taken = [
        _Box(x - radii[node], y - radii[node], x + radii[node], y + radii[node])
        for node, (x, y) in places.items()
    ]
    nodes = {}
    for node in sorted(places, key=lambda one: (-radii[one], one)):
        x, y = places[node]
        label = _cut(visible(node[0]))
        options = list(_options(x, y, radii[node], label))
        box, label_x, label_y, anchor = min(options, key=lambda option: _cost(option[0], taken))
        taken.append(box)
        nodes[node] = Node(
            visible(node[0]),
            node[1],
            label,
            x,
            y,
            round(radii[node], 1),
            round(label_x, 1),
            round(label_y, 1),
            anchor,
        )
    return [nodes[node] for node in places]


def _options(
    x: float, y: float, radius: float, label: str
) -> Iterable[tuple[_Box, float, float, str]]:
    """Yield the places for a label, the best first: right, left, below, above."""
    width = _text_width(label)
    half = _FONT * _LINE / 2
    reach = radius + 5
    for anchor, label_x, left in (
        ("start", x + reach, x + reach),
        ("end", x - reach, x - reach - width),
    ):
        yield _Box(left, y - half, left + width, y + half), label_x, y + 0.35 * _FONT, anchor
    for middle in (y + reach + half, y - reach - half):
        box = _Box(x - width / 2, middle - half, x + width / 2, middle + half)
        yield box, x, middle + 0.35 * _FONT, "middle"


def _cost(box: _Box, taken: list[_Box]) -> float:
    outside = max(0.0, -box.left) + max(0.0, box.right - WIDTH)
    return sum(box.overlap(other) for other in taken) + 1000 * outside


def _text_width(text: str) -> float:
    return _FONT * sum(
        _HAN if unicodedata.east_asian_width(character) in "WF" else _LETTER for character in text
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else text[: _LONGEST_LABEL - 1] + "…"
