"""GEXF: what Gephi draws, with its days; read again by networkx and lxml."""

from __future__ import annotations

import io
import json
import re

import networkx as nx
from hypothesis import given, settings
from lxml import etree  # type: ignore[import-untyped]

from graph.build import Identity, build
from graph.export import Format, dump
from graph.interchange import ParsedDocument
from graph.model import Edge, Graph, Node
from graph.vocabulary import EdgeType, Label
from tests.graph.export_graphs import graphs

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def dumped(graph: Graph) -> bytes:
    file = io.BytesIO()
    dump(graph, file, Format.GEXF)
    return file.getvalue()


def tree(graph: Graph) -> etree._Element:
    return etree.fromstring(dumped(graph))


def values(element: etree._Element) -> dict[str, str]:
    return {one.get("for"): one.get("value") for one in element.iter("{*}attvalue")}


def test_the_graph_is_dynamic_and_its_times_are_days(documents: tuple[ParsedDocument, ...]) -> None:
    graph = build(documents, Identity.by_name(documents))
    (drawn,) = tree(graph).iter("{http://gexf.net/1.3}graph")
    assert (drawn.get("mode"), drawn.get("timeformat"), drawn.get("defaultedgetype")) == ("dynamic", "date", "directed")
    begins = {node.get("id"): node.get("start") for node in drawn.iter("{*}node")}
    for node in graph.nodes.values():
        if node.label is Label.CASE:
            assert begins[node.id] == node.properties["first_seen"]
        elif node.label is Label.MEETING:
            assert begins[node.id] == node.properties.get("date")
        elif node.label is Label.ACTION_ITEM:
            assert begins[node.id] == "2023-02-01", "the day of the sitting that asks"
        elif node.label is not Label.PASSAGE:
            assert begins[node.id] is None
    edges = list(drawn.iter("{*}edge"))
    assert [edge.get("start") for edge in edges] == [edge.date for edge in graph.edges.values()]
    assert any(edge.date for edge in graph.edges.values()) and not all(edge.date for edge in graph.edges.values())


def test_a_membership_lasts_from_its_first_day_to_its_last() -> None:
    nodes = [Node(id, label, {"name": id, "aliases": ()}) for id, label in (("c", Label.CITY), ("p", Label.PLATFORM))]
    plan = {"title": "計畫", "period_start": "2014-01-01", "period_end": "2015-12-31"}

    def spans(**days: str) -> list[tuple[str | None, str | None]]:
        edge = Edge(EdgeType.MEMBER_OF, "c", "p", None, {"passages": (), "inferred": True, "confidence": 0.5, **days})
        drawn = tree(Graph.of([*nodes, Node("x", Label.PLAN, plan)], [edge]))
        return [(one.get("start"), one.get("end")) for one in drawn.iter("{*}edge", "{*}node")][-2:]

    assert spans(since="2019-01-01", until="2023-05-01", date="2022-01-01") == [
        ("2014-01-01", "2015-12-31"),
        ("2019-01-01", "2023-05-01"),
    ]
    assert spans(date="2022-01-01")[1] == ("2022-01-01", None)
    assert spans(until="2022-01-01")[1] == (None, "2022-01-01")
    assert spans(since="2023-01-01", until="2022-01-01")[1] == (None, None), "one of the two must be wrong"


def test_edges_of_several_types_between_two_nodes_are_kept_apart_and_bring_their_quotes(
    documents: tuple[ParsedDocument, ...],
) -> None:
    graph = build(documents, Identity.by_name(documents))
    drawn = list(tree(graph).iter("{*}edge"))
    assert [(one.get("kind"), one.get("source"), one.get("target")) for one in drawn] == [
        (edge.type, edge.source, edge.target) for edge in graph.edges.values()
    ]
    assert len({one.get("id") for one in drawn}) == len(drawn)
    for one, edge in zip(drawn, graph.edges.values(), strict=True):
        assert json.loads(values(one)["passages"]) == list(edge.passages)
        assert values(one)["quotes"] == "\n".join(str(graph.nodes[id].properties["text"]) for id in edge.passages)
        assert values(one)["inferred"] == str(edge.inferred).lower()


@settings(max_examples=25, deadline=None)
@given(graphs())
def test_whatever_the_texts_every_attribute_is_declared_and_all_but_passages_is_there(graph: Graph) -> None:
    root = tree(graph)
    for of in ("node", "edge"):
        (table,) = (one for one in root.iter("{*}attributes") if one.get("class") == of)
        declared = {one.get("id") for one in table}
        assert {name for element in root.iter(f"{{*}}{of}") for name in values(element)} <= declared
    for element in root.iter("{*}node", "{*}edge"):
        start, end = element.get("start"), element.get("end")
        assert all(day is None or DAY.fullmatch(day) for day in (start, end))
        assert start is None or end is None or start <= end
    drawn = sum(node.label is not Label.PASSAGE for node in graph.nodes.values())
    assert len(list(root.iter("{*}node"))) == drawn
    view = nx.read_gexf(io.BytesIO(dumped(graph)), version="1.3")
    assert view.number_of_nodes() == drawn


def test_attributes_are_typed_and_a_label_is_a_name(documents: tuple[ParsedDocument, ...]) -> None:
    graph = build(documents, Identity.by_name(documents))
    root = tree(graph)
    types = {
        (table.get("class"), one.get("id")): one.get("type") for table in root.iter("{*}attributes") for one in table
    }
    assert types["node", "ordinal"] == "long" and types["node", "online"] == "boolean"
    assert types["node", "aliases"] == "liststring" and types["edge", "confidence"] == "double"
    labels = {node.get("id"): node.get("label") for node in root.iter("{*}node")}
    assert {labels[node.id] for node in graph.nodes.values() if node.label is Label.CITY} >= {"青河市"}
    document = next(node for node in root.iter("{*}node") if values(node)["node_type"] == "Document")
    assert "text" not in values(document) and document.get("label") == "minutes"
