"""The schema as a table, and what is found wrong with a graph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.build import Identity, build
from graph.interchange import ParsedDocument
from graph.model import Edge, Graph, Node, Value
from graph.schema import EDGE_PROPERTIES, EDGES, NODE_PROPERTIES, NODES
from graph.verification import validate, verify
from graph.vocabulary import EdgeType, Label


@pytest.fixture(scope="module")
def graph(documents: tuple[ParsedDocument, ...]) -> Graph:
    return build(documents, Identity.by_name(documents))


def told(graph: Graph) -> list[str]:
    return [str(one) for one in verify(graph)]


def changed(graph: Graph, id: str, **properties: Value | None) -> Graph:
    node = graph.nodes[id]
    held = {name: value for name, value in {**node.properties, **properties}.items() if value is not None}
    return Graph({**graph.nodes, id: replace(node, properties=held)}, graph.edges)


def with_edge(graph: Graph, edge: Edge) -> Graph:
    return Graph.of(graph.nodes.values(), [*graph.edges.values(), edge])


def of(graph: Graph, label: Label) -> Node:
    return next(node for node in graph.nodes.values() if node.label is label)


def test_the_table_holds_every_label_and_type_and_no_key_that_an_engine_keeps() -> None:
    assert set(NODES) == set(Label)
    assert set(EDGES) == set(EdgeType)
    assert all(rule.ends and rule.says for rule in EDGES.values())
    for rules in (*NODE_PROPERTIES.values(), *EDGE_PROPERTIES.values()):
        keys = [rule.key for rule in rules.values()]
        assert len(set(keys)) == len(keys)
        assert not {"title", "type", "label", "node_type", "end", "id", "meeting"} & set(keys)


def test_a_graph_as_built_has_nothing_wrong(graph: Graph) -> None:
    assert told(graph) == []


def test_a_passage_that_its_text_does_not_say(graph: Graph) -> None:
    passage = of(graph, Label.PASSAGE)
    assert "does not say this" in told(changed(graph, passage.id, text="不在文中"))[0]
    assert "is no span" in told(changed(graph, passage.id, start=9, end=9))[0]
    assert "not in the graph" in told(changed(graph, passage.id, document="document:0"))[0]


def test_a_text_that_is_not_the_one_it_was(graph: Graph) -> None:
    document = of(graph, Label.DOCUMENT)
    found = told(changed(graph, document.id, text=str(document.properties["text"]) + "。"))
    assert "its text has the SHA-256" in found[0]


@pytest.mark.parametrize(
    ("properties", "says"),
    [
        ({"level": "king"}, "level is 'king'"),
        ({"level": None}, "lacks level"),
        ({"date": "2023-2-1"}, "date is"),
        ({"start_time": "25:00"}, "start_time is"),
        ({"online": 1}, "online is 1"),
        ({"ordinal": True}, "ordinal is True"),
        ({"mood": "fine"}, "mood"),
    ],
)
def test_properties_are_as_the_table_says(graph: Graph, properties: dict[str, Value | None], says: str) -> None:
    (found,) = validate(changed(graph, of(graph, Label.MEETING).id, **properties))
    assert says in str(found)


def test_edges_are_as_the_table_says(graph: Graph) -> None:
    case, city = of(graph, Label.CASE).id, of(graph, Label.CITY).id
    stated: dict[str, Value] = {"passages": (of(graph, Label.PASSAGE).id,), "inferred": False, "confidence": 1.0}
    wrong = Edge(EdgeType.PROPOSES, case, city, None, stated)
    assert "may not lead from Case to City" in told(with_edge(graph, wrong))[0]
    assert "there is no node" in told(with_edge(graph, replace(wrong, target="city:無")))[0]
    loop = Edge(EdgeType.RENAMED_TO, case, case, None, stated)
    assert "leads to itself" in told(with_edge(graph, loop))[0]
    astray = Edge(EdgeType.PROPOSES, city, case, case, stated)
    assert "is no Meeting" in told(with_edge(graph, astray))[0]


def test_what_is_stated_has_a_passage(graph: Graph) -> None:
    case, city = of(graph, Label.CASE).id, of(graph, Label.CITY).id
    bare = Edge(EdgeType.PROPOSES, city, case, None, {"passages": (), "inferred": False, "confidence": 1.0})
    assert "no passage states it" in told(with_edge(graph, bare))[0]
    lost = replace(bare, properties={**bare.properties, "passages": ("passage:0",)})
    assert "passage:0 is no Passage" in told(with_edge(graph, lost))[0]
    inferred = replace(bare, properties={**bare.properties, "inferred": True, "confidence": 0.5})
    assert told(with_edge(graph, inferred)) == []


def test_how_many_may_leave_a_node(graph: Graph) -> None:
    item = of(graph, Label.ACTION_ITEM).id
    left = [edge for edge in graph.edges.values() if edge.type is not EdgeType.DECIDED_AT]
    assert f"{item}: needs 1 DECIDED_AT" in told(Graph.of(graph.nodes.values(), left))
    (held,) = [edge for edge in graph.edges.values() if edge.type is EdgeType.ABOUT]
    other = next(node.id for node in graph.nodes.values() if node.label is Label.CASE and node.id != held.target)
    assert "2 ABOUT leave it" in told(with_edge(graph, replace(held, target=other)))[0]
