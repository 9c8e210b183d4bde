"""The graph as GraphML, for networkx, yEd, Cytoscape, igraph and R.

Always true: nothing is left out but what the schema keeps in stores only; a list stands as JSON text, for GraphML has
none; an edge's id is its number in the canonical order; characters that XML cannot hold are escaped.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from graph.export.escaping import xml_text
from graph.model import Graph, Value
from graph.rules import Property
from graph.schema import EDGE_PROPERTIES, NODE_PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx


def dump(graph: Graph, file: BinaryIO) -> None:
    """Write the graph as GraphML. In: a graph; a file open for bytes."""
    from networkx import write_graphml

    write_graphml(_view(graph), file)


def _view(graph: Graph) -> nx.MultiDiGraph[str]:
    """All of the graph with values that GraphML has."""
    from networkx import MultiDiGraph

    view: nx.MultiDiGraph[str] = MultiDiGraph()
    for node in graph.nodes.values():
        held = _values(node.properties, NODE_PROPERTIES[node.label])
        view.add_node(xml_text(node.id), label=node.label.value, **held)
    for number, edge in enumerate(graph.edges.values()):
        held = _values(edge.properties, EDGE_PROPERTIES[edge.type])
        at = {"meeting": xml_text(edge.meeting)} if edge.meeting else {}
        view.add_edge(xml_text(edge.source), xml_text(edge.target), key=number, type=edge.type.value, **at, **held)
    return view


def _values(held: Mapping[str, Value], rules: Mapping[str, Property]) -> dict[str, Any]:
    return {name: _value(held[name]) for name, rule in rules.items() if rule.exported and name in held}


def _value(value: Value) -> str | int | float | bool:
    if isinstance(value, tuple):
        value = json.dumps(value, ensure_ascii=False)
    return xml_text(value) if isinstance(value, str) else value
