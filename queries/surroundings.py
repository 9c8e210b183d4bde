"""What stands around a node, and how two nodes hang together.

Always true: every node that is left out is counted; a depth means the same from every node: steps along edges, whatever
their direction.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from graph.store import GraphStore
from graph.vocabulary import Label
from queries.catalogue import MAX_ROWS, ask
from queries.links import Link, NodeName, links_among


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A node and how many steps away it is."""

    node: NodeName
    distance: int


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A node, those around it, and the edges between them."""

    centre: NodeName
    nodes: tuple[Neighbour, ...]
    """The nearest first."""
    links: tuple[Link, ...]
    shown: int
    """How many neighbours are shown …"""
    total: int
    """… of how many."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A way from one node to another."""

    nodes: tuple[NodeName, ...]
    """From the one to the other."""
    links: tuple[tuple[Link, ...], ...]
    """Between each node and the next, every edge that joins the two."""


def neighbourhood(store: GraphStore, centre: NodeName, depth: int, cap: int) -> Neighbourhood:
    """What stands around a node.

    In: a store; the node; how many steps away, 1 or 2; how many neighbours at most. Out: the nearest ones.
    """
    rows = ask(store, "neighbourhood", id=centre.id, depth=depth, cap=MAX_ROWS)
    shown = [Neighbour(NodeName(r["id"], r["name"], Label(r["label"])), r["distance"]) for r in rows[:cap]]
    links = links_among(store, [centre.id, *(one.node.id for one in shown)])
    return Neighbourhood(centre, tuple(shown), links, len(shown), len(rows))


def chains(store: GraphStore, a: str, b: str, limit: int) -> tuple[Chain, ...]:
    """The shortest ways from one node to another, by their ids; none where they do not hang together."""
    rows = ask(store, "path", a=a, b=b, limit=limit)
    among = links_among(store, (node["id"] for row in rows for node in row["nodes"]))
    found = []
    for row in rows:
        nodes = tuple(NodeName(node["id"], node["name"], Label(node["label"])) for node in row["nodes"])
        found.append(Chain(nodes, tuple(_between(among, one.id, other.id) for one, other in pairwise(nodes))))
    return tuple(found)


def _between(links: tuple[Link, ...], one: str, other: str) -> tuple[Link, ...]:
    return tuple(link for link in links if {link.source, link.target} == {one, other})
