"""Values of the graph: keys, order, hash, export."""

from __future__ import annotations

import json
import subprocess
import sys

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.build import Identity, build
from graph.errors import InputError
from graph.export import from_json, to_json
from graph.interchange import ParsedDocument
from graph.model import Edge, Graph, Node, content_hash
from graph.vocabulary import EdgeType, Label


def test_an_id_and_a_key_stand_once() -> None:
    node = Node("city:甲", Label.CITY, {"name": "甲"})
    edge = Edge(EdgeType.MEMBER_OF, "city:甲", "platform:乙")
    with pytest.raises(ValueError, match="city:甲"):
        Graph.of([node, Node("city:甲", Label.CITY)])
    with pytest.raises(ValueError, match="MEMBER_OF"):
        Graph.of([node], [edge, edge])


@given(st.permutations(range(6)))
def test_the_hash_does_not_know_the_order(order: list[int]) -> None:
    nodes = [Node(f"city:{place}", Label.CITY, {"name": str(place), "aliases": ()}) for place in range(6)]
    edges = [Edge(EdgeType.PART_OF, f"city:{place}", "city:0") for place in range(1, 6)]
    shuffled = Graph.of([nodes[place] for place in order], [edges[place - 1] for place in order if place])
    assert content_hash(shuffled) == content_hash(Graph.of(nodes, edges))
    assert content_hash(shuffled) != content_hash(Graph.of(nodes, edges[1:]))


def test_export_is_the_graph_in_the_words_of_the_ontology(documents: tuple[ParsedDocument, ...]) -> None:
    graph = build(documents, Identity.by_name(documents))
    data = json.loads(json.dumps(to_json(graph), ensure_ascii=False))
    meeting = next(node for node in data["nodes"] if node["label"] == "Meeting" and node["group"])
    assert {"title", "platform", "group", "level", "roc_year", "ordinal", "date", "start_time", "end_time"} <= set(
        meeting
    )
    passage = next(node for node in data["nodes"] if node["label"] == "Passage")
    document = next(node for node in data["nodes"] if node["id"] == passage["document"])
    assert document["text"][passage["start"] : passage["end"]] == passage["text"]
    assert all({"passages", "meeting", "date", "inferred", "confidence"} <= set(edge) for edge in data["edges"])
    assert "parsed" not in document


def test_export_comes_back_as_it_went(documents: tuple[ParsedDocument, ...]) -> None:
    graph = build(documents, Identity.by_name(documents))
    data = json.loads(json.dumps(to_json(graph)))
    back = from_json(data)
    assert back.edges == graph.edges
    without = {id: {k: v for k, v in node.properties.items() if k != "parsed"} for id, node in graph.nodes.items()}
    assert {id: dict(node.properties) for id, node in back.nodes.items()} == without
    assert to_json(back) == to_json(graph)


def test_networkx_reads_the_export(documents: tuple[ParsedDocument, ...]) -> None:
    graph = build(documents, Identity.by_name(documents))
    read = nx.node_link_graph({**to_json(graph), "directed": True, "multigraph": True}, edges="edges")
    assert read.number_of_nodes() == len(graph.nodes)
    assert read.number_of_edges() == len(graph.edges)


@pytest.mark.parametrize(
    "data", [{}, {"nodes": [{}], "edges": []}, {"nodes": [{"id": "a", "label": "X"}], "edges": []}]
)
def test_what_is_no_export_is_told(data: dict[str, object]) -> None:
    with pytest.raises(InputError, match="no exported graph"):
        from_json(data)


def test_reading_the_model_does_not_import_pydantic() -> None:
    names = "graph.model, graph.schema, graph.store, graph.build, graph.export, graph.verification"
    code = f"import sys, {names}; sys.exit('pydantic' in sys.modules or 'kglite' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
