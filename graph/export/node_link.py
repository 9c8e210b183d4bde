"""The graph as node-link JSON in the names of the ontology, which networkx reads with ``edges="edges"``.

Always true: every property of a label or an edge type is there, null where unknown; nodes and edges stand in canonical
order; ``from_json(to_json(graph))`` is the same graph but for what the schema keeps in stores only.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import TextIOWrapper
from typing import Any, BinaryIO

from graph.errors import InputError
from graph.model import Edge, Graph, Node, Value
from graph.rules import Property
from graph.schema import EDGE_PROPERTIES, NODE_PROPERTIES
from graph.vocabulary import EdgeType, Label


def dump(graph: Graph, file: BinaryIO) -> None:
    r"""Write the graph as JSON. In: a graph; a file open for bytes. A lone surrogate stands as ``\udXXX``."""
    text = TextIOWrapper(file, "utf-8", "backslashreplace", newline="\n")
    json.dump(to_json(graph), text, ensure_ascii=False, indent=1)
    text.write("\n")
    text.detach()


def to_json(graph: Graph) -> dict[str, Any]:
    """The graph as plain values that ``json`` writes. In: a graph. Out: ``{"nodes": […], "edges": […]}``."""
    nodes = [
        {"id": node.id, "label": node.label.value, **_plain(node.properties, NODE_PROPERTIES[node.label])}
        for node in graph.nodes.values()
    ]
    edges = [
        {
            "type": edge.type.value,
            "source": edge.source,
            "target": edge.target,
            "meeting": edge.meeting,
            **_plain(edge.properties, EDGE_PROPERTIES[edge.type]),
        }
        for edge in graph.edges.values()
    ]
    return {"nodes": nodes, "edges": edges}


def from_json(data: Mapping[str, Any]) -> Graph:
    """The graph of such a file. In: what ``to_json`` gave. Out: the graph. Raises: InputError for anything else."""
    try:
        return Graph.of([_node(row) for row in data["nodes"]], [_edge(row) for row in data["edges"]])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"this is no exported graph ({type(error).__name__}: {error}); export it again") from error


def _plain(held: Mapping[str, Value], rules: Mapping[str, Property]) -> dict[str, Any]:
    """The values as JSON has them, null for the unknown."""
    values = {name: held.get(name) for name, rule in rules.items() if rule.exported}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _node(row: Mapping[str, Any]) -> Node:
    return Node(row["id"], Label(row["label"]), _held(row, {"id", "label"}))


def _edge(row: Mapping[str, Any]) -> Edge:
    own = {"type", "source", "target", "meeting"}
    return Edge(EdgeType(row["type"]), row["source"], row["target"], row.get("meeting"), _held(row, own))


def _held(row: Mapping[str, Any], own: set[str]) -> dict[str, Value]:
    values = {name: value for name, value in row.items() if name not in own and value is not None}
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
