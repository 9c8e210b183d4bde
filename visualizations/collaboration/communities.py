"""Agencies that work with each other more than with the rest.

Always true: equal networks give equal communities; they are computed, not stated, and pictures say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

from visualizations.collaboration.network import Network
from visualizations.drawing.shapes import Box

_MARGIN = 5.0
"""How far outside its boxes a hull runs."""

Point = tuple[float, float]


def communities(shown: Network) -> list[list[str]]:
    """Ids of the nodes of each community of three or more, by greatest modularity (Clauset, Newman and Moore 2004)."""
    joined: nx.Graph[str] = nx.Graph()
    joined.add_nodes_from(node.id for node in shown.nodes)
    joined.add_weighted_edges_from((link.a, link.b, link.weight) for link in shown.links)
    found = nx.community.greedy_modularity_communities(joined, weight="weight") if shown.links else []
    return sorted(sorted(one) for one in found if len(one) > 2)


def hull(ids: Iterable[str], boxes: Mapping[str, Box]) -> list[Point]:
    """The smallest outline without a dent about some boxes (Andrew's monotone chain)."""
    outer = [_wider(boxes[id]) for id in ids]
    corners = sorted({(x, y) for box in outer for x in (box.x, box.right) for y in (box.y, box.bottom)})
    return [*_chain(corners)[:-1], *_chain(corners[::-1])[:-1]]


def _wider(box: Box) -> Box:
    return Box(box.x - _MARGIN, box.y - _MARGIN, box.width + 2 * _MARGIN, box.height + 2 * _MARGIN)


def _chain(corners: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for x, y in corners:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], (x, y)) <= 0:
            chain.pop()
        chain.append((x, y))
    return chain


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
