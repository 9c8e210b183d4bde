"""Figures of a weighed network, by networkx.

Always true: nodes are numbered in the order of their ids before anything is computed, so equal networks give equal
figures whatever the hash seed; communities come from Louvain's method with a fixed seed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import networkx as nx

_SEED = 1
_DIGITS = 6
"""Decimal places of a figure that is a fraction."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a network; nodes go by their ids, edges by the ids of both ends."""

    degree: Mapping[str, int]
    weighted: Mapping[str, int]
    betweenness: Mapping[str, float]
    """Share of the shortest paths between two others that run through it, by number of edges (Freeman, 0 to 1)."""
    core: Mapping[str, int]
    """Greatest k so that it is among nodes which all have k neighbours among themselves."""
    communities: tuple[tuple[str, ...], ...]
    """Largest first; alone-standing nodes each for itself."""
    bridges: frozenset[tuple[str, str]]
    """Edges without which their ends would not hang together."""
    components: int
    density: float
    modularity: float
    """How much denser communities are within than by chance; 0 where there is no edge."""


def figures(ids: Sequence[str], weights: Mapping[tuple[str, str], int]) -> Figures:
    """The figures of a network. In: its nodes; the weight of every edge by the ids of its ends. Out: the figures."""
    order = sorted(ids)
    at = {id: number for number, id in enumerate(order)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(order)))
    graph.add_weighted_edges_from((at[a], at[b], weight) for (a, b), weight in sorted(weights.items()))
    found = _communities(graph)
    return Figures(
        degree={order[n]: int(d) for n, d in graph.degree()},
        weighted={order[n]: int(d) for n, d in graph.degree(weight="weight")},
        betweenness={order[n]: round(b, _DIGITS) for n, b in nx.betweenness_centrality(graph).items()},
        core={order[n]: int(k) for n, k in nx.core_number(graph).items()},
        communities=tuple(tuple(order[n] for n in one) for one in found),
        bridges=frozenset((order[min(ends)], order[max(ends)]) for ends in _bridges(graph)),
        components=nx.number_connected_components(graph),
        density=round(nx.density(graph), _DIGITS),
        modularity=round(nx.community.modularity(graph, map(set, found)), _DIGITS) if weights else 0.0,
    )


def _communities(graph: nx.Graph[int]) -> list[list[int]]:
    found: Iterable[set[int]] = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    return sorted((sorted(one) for one in found), key=lambda one: (-len(one), one))


def _bridges(graph: nx.Graph[int]) -> Iterable[tuple[int, int]]:
    return cast("Iterable[tuple[int, int]]", nx.bridges(graph))
