"""Nodes and edges as values.

Always true: a Graph never holds two nodes of one id, nor two edges of one (type, source, target, meeting); its nodes
and edges stand in canonical order, so two graphs that say the same are equal and have one ``content_hash``, whatever
order they were made in. A property that is unknown is absent (never None); lists are tuples.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from graph.vocabulary import EdgeType, Label

Value: TypeAlias = str | int | float | bool | tuple[str, ...] | tuple[int, ...]
Properties: TypeAlias = Mapping[str, Value]
EdgeKey: TypeAlias = tuple[str, str, str, str]
"""(type, source id, target id, meeting id or ""): what makes an edge that edge."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing the graph knows, under an id that no other node has."""

    id: str
    label: Label
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """One statement about two nodes; ``meeting`` is the id of the sitting at which it came about, if any."""

    type: EdgeType
    source: str
    target: str
    meeting: str | None = None
    properties: Properties = field(default_factory=dict)

    @property
    def key(self) -> EdgeKey:
        """What makes this edge this edge."""
        return (self.type.value, self.source, self.target, self.meeting or "")

    @property
    def passages(self) -> tuple[str, ...]:
        """Ids of the passages that state it."""
        held = self.properties.get("passages", ())
        return tuple(str(one) for one in held) if isinstance(held, tuple) else ()

    @property
    def date(self) -> str | None:
        """ISO day on which it came about, or None where no one says."""
        day = self.properties.get("date")
        return day if isinstance(day, str) else None

    @property
    def inferred(self) -> bool:
        """Whether no sentence states it."""
        return bool(self.properties.get("inferred", False))


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by id and edges by key, in canonical order. Make one with ``Graph.of``."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    edges: Mapping[EdgeKey, Edge] = field(default_factory=dict)

    @classmethod
    def of(cls, nodes: Iterable[Node], edges: Iterable[Edge] = ()) -> Graph:
        """The graph of these nodes and edges, in any order; ValueError when an id or a key stands twice.

        >>> g = Graph.of([Node("city:臺北市", Label.CITY, {"name": "臺北市"})])
        >>> list(g.nodes)
        ['city:臺北市']
        """
        ordered = sorted(nodes, key=lambda node: node.id)
        joined = sorted(edges, key=lambda edge: edge.key)
        graph = cls({node.id: node for node in ordered}, {edge.key: edge for edge in joined})
        if len(graph.nodes) != len(ordered):
            raise ValueError(f"two nodes share the id {_first_twice([node.id for node in ordered])}")
        if len(graph.edges) != len(joined):
            raise ValueError(f"two edges share the key {_first_twice([edge.key for edge in joined])}")
        return graph


def content_hash(graph: Graph) -> str:
    """SHA-256 (hexadecimal) of what the graph says; equal for equal graphs, whatever order they were made in."""
    nodes = [(node.id, node.label, dict(node.properties)) for node in sorted(graph.nodes.values(), key=lambda n: n.id)]
    edges = [(edge.key, dict(edge.properties)) for edge in sorted(graph.edges.values(), key=lambda e: e.key)]
    text = json.dumps((nodes, edges), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _first_twice(keys: list[str] | list[EdgeKey]) -> object:
    return next(one for one, other in pairwise(keys) if one == other)
