"""GraphML: what networkx reads again is the whole graph."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from typing import Any

import networkx as nx
from hypothesis import given, settings
from lxml import etree  # type: ignore[import-untyped]

from graph.export import Format, dump
from graph.model import Edge, Graph, Node, Value
from graph.rules import Kind, Property
from graph.schema import EDGE_PROPERTIES, NODE_PROPERTIES
from graph.vocabulary import EdgeType, Label
from tests.contract.random_graphs import random_graph
from tests.graph.export_graphs import exported, graphs


def dumped(graph: Graph) -> bytes:
    file = io.BytesIO()
    dump(graph, file, Format.GRAPHML)
    return file.getvalue()


def unescaped(text: str) -> str:
    """What ``_xHHHH_`` stands for, as a reader of Office Open XML would have it."""
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def held(data: Mapping[str, Any], rules: Mapping[str, Property]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, value in data.items():
        plain = unescaped(value) if isinstance(value, str) else value
        found[name] = tuple(json.loads(plain)) if rules[name].kind in (Kind.STRINGS, Kind.INTEGERS) else plain
    return found


def read(data: bytes) -> Graph:
    """The graph, as networkx reads it."""
    view = nx.read_graphml(io.BytesIO(data), force_multigraph=True)
    nodes = []
    for id, own in view.nodes(data=True):
        label = Label(own.pop("label"))
        nodes.append(Node(unescaped(id), label, held(own, NODE_PROPERTIES[label])))
    edges = []
    for source, target, own in view.edges(data=True):
        kind, meeting = EdgeType(own.pop("type")), own.pop("meeting", None)
        properties = held(own, EDGE_PROPERTIES[kind])
        edges.append(Edge(kind, unescaped(source), unescaped(target), meeting and unescaped(meeting), properties))
    return Graph.of(nodes, edges)


@settings(max_examples=25)
@given(graphs())
def test_networkx_reads_the_whole_graph_whatever_the_texts(graph: Graph) -> None:
    assert read(dumped(graph)) == exported(graph)


def test_attributes_are_typed_and_edges_numbered() -> None:
    tree = etree.fromstring(dumped(random_graph(1)))
    keys = {(key.get("for"), key.get("attr.name")): key.get("attr.type") for key in tree.iter("{*}key")}
    assert keys["node", "ordinal"] == "long" and keys["node", "online"] == "boolean"
    assert keys["edge", "confidence"] == "double" and keys["edge", "passages"] == "string"
    numbers = [edge.get("id") for edge in tree.iter("{*}edge")]
    assert len(set(numbers)) == len(numbers) == len(random_graph(1).edges)


def test_text_of_a_document_becomes_no_markup() -> None:
    graph = Graph.of([Node("city:甲", Label.CITY, {"name": "</data><node id='x'/>&lol;", "aliases": ()})])
    tree = etree.fromstring(dumped(graph))
    assert [node.get("id") for node in tree.iter("{*}node")] == ["city:甲"]
    assert read(dumped(graph)) == graph
