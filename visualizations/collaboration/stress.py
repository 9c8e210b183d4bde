"""Where the nodes of a network stand: as far from each other as the way between them is long.

Always true: equal networks get equal positions on every machine and every release of Python: only additions,
multiplications, divisions and square roots are used, in one order, and what begins with an angle is rounded first.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, fsum, pi, sin, sqrt

import networkx as nx

_ROUNDS = 100
_STILL = 1e-3
"""Where no node moves farther than this, in lengths of a link, they stand."""

Point = tuple[float, float]


def positions(joined: nx.Graph[str]) -> dict[str, Point]:
    """Positions of the nodes of one connected network.

    In: the network; links have a ``length``. Out: a point for each node, about (0, 0), the widest way level. Stress
    majorization (Gansner, Koren and North 2004), begun on a circle in the order in which a walk meets the nodes.
    """
    order = list(nx.dfs_preorder_nodes(joined, min(joined, key=lambda node: (-joined.degree(node), node))))
    ways = {one: nx.single_source_dijkstra_path_length(joined, one, weight="length") for one in order}
    at = _circle(order)
    for _ in range(_ROUNDS):
        farthest = 0.0
        for node in order:
            x, y = _drawn(node, at, ways[node])
            farthest = max(farthest, abs(x - at[node][0]), abs(y - at[node][1]))
            at[node] = (x, y)
        if farthest < _STILL:
            break
    return _level(at)


def _circle(order: list[str]) -> dict[str, Point]:
    turn = 2 * pi / len(order)
    radius = len(order) / (2 * pi)
    return {
        node: (round(radius * cos(turn * place), 6), round(radius * sin(turn * place), 6))
        for place, node in enumerate(order)
    }


def _drawn(node: str, at: Mapping[str, Point], ways: Mapping[str, float]) -> Point:
    """Where a node would stand if the others stood still."""
    own_x, own_y = at[node]
    sum_x = sum_y = weights = 0.0
    for other, way in ways.items():
        if other == node:
            continue
        x, y = at[other]
        apart = sqrt((own_x - x) * (own_x - x) + (own_y - y) * (own_y - y)) or 1e-9
        weight = 1 / (way * way)
        sum_x += weight * (x + way * (own_x - x) / apart)
        sum_y += weight * (y + way * (own_y - y) / apart)
        weights += weight
    return (sum_x / weights, sum_y / weights) if weights else (own_x, own_y)


def _level(at: Mapping[str, Point]) -> dict[str, Point]:
    """Turned about the middle so that it is wider than high."""
    middle_x = fsum(x for x, _ in at.values()) / len(at)
    middle_y = fsum(y for _, y in at.values()) / len(at)
    moved = {node: (x - middle_x, y - middle_y) for node, (x, y) in at.items()}
    xx = fsum(x * x for x, _ in moved.values())
    yy = fsum(y * y for _, y in moved.values())
    xy = fsum(x * y for x, y in moved.values())
    root = sqrt((xx - yy) * (xx - yy) / 4 + xy * xy)
    along_x, along_y = ((xx - yy) / 2 + root, xy)
    length = sqrt(along_x * along_x + along_y * along_y)
    if length < 1e-9:
        return {node: (round(x, 6), round(y, 6)) for node, (x, y) in moved.items()}
    c, s = along_x / length, along_y / length
    return {node: (round(x * c + y * s, 6), round(y * c - x * s, 6)) for node, (x, y) in moved.items()}
