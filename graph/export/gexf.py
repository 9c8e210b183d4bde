"""The graph as GEXF 1.3, for Gephi: what can be drawn, and when each part of it begins and ends.

Always true: the graph is dynamic, its times are days; a node or edge has a start and an end only where the graph knows
them. Passages are no nodes, for no edge leads to them: their words are the ``quotes`` of the edges that they state; the
text of a document is left to the other formats. An edge's ``kind`` is its type, so that edges of several types may join
the same two nodes; edges of one type that several sittings made stay apart where Gephi is told not to merge them.
Characters that XML cannot hold are escaped.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import BinaryIO

from lxml import etree  # type: ignore[import-untyped]

from graph.export.escaping import xml_text
from graph.model import Edge, Graph, Node, Value
from graph.rules import Kind, Property
from graph.schema import EDGE_PROPERTIES, NODE_PROPERTIES, NODES
from graph.vocabulary import EdgeType, Label

_NAMESPACE = "http://gexf.net/1.3"
_TYPES = {Kind.INTEGER: "long", Kind.FLOAT: "double", Kind.BOOLEAN: "boolean", Kind.STRINGS: "liststring"}
"""Types of GEXF; all others are text there."""
_BEGINS = {Label.CASE: "first_seen", Label.MEETING: "date", Label.PLAN: "period_start"}
"""The property that says when a node begins; an action item begins with the sitting that decides it."""
_NOT_DRAWN = frozenset({"text", "page_offsets", "page_numbers"})
"""Properties of a document that no table shows."""


def _properties(label: Label) -> dict[str, Property]:
    rules = NODE_PROPERTIES[label]
    left_out = _NOT_DRAWN if label is Label.DOCUMENT else frozenset()
    return {name: rule for name, rule in rules.items() if rule.exported and name not in left_out}


_DRAWN: dict[Label, dict[str, Property]] = {label: _properties(label) for label in Label if label is not Label.PASSAGE}
_NODE_COLUMNS = {"node_type": "string"} | {
    name: _TYPES.get(rule.kind, "string") for rules in _DRAWN.values() for name, rule in rules.items()
}
_EDGE_COLUMNS = {"edge_type": "string", "meeting": "string", "quotes": "string"} | {
    name: _TYPES.get(rule.kind, "string") for rules in EDGE_PROPERTIES.values() for name, rule in rules.items()
}


def dump(graph: Graph, file: BinaryIO) -> None:
    """Write the graph as GEXF. In: a graph; a file open for bytes."""
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        drawn = xml.element(
            "graph", defaultedgetype="directed", mode="dynamic", timeformat="date", timerepresentation="interval"
        )
        with xml.element("gexf", version="1.3", nsmap={None: _NAMESPACE}), drawn:
            xml.write(_columns("node", _NODE_COLUMNS), _columns("edge", _EDGE_COLUMNS), pretty_print=True)
            decided = {edge.source: edge.date for edge in graph.edges.values() if edge.type is EdgeType.DECIDED_AT}
            with xml.element("nodes"):
                for node in graph.nodes.values():
                    if node.label is not Label.PASSAGE:
                        xml.write(_node(node, decided.get(node.id)), pretty_print=True)
            with xml.element("edges"):
                for number, edge in enumerate(graph.edges.values()):
                    xml.write(_edge(graph, number, edge), pretty_print=True)


def _columns(of: str, columns: Mapping[str, str]) -> etree._Element:
    table = etree.Element("attributes", {"class": of, "mode": "static"})
    for name, kind in columns.items():
        etree.SubElement(table, "attribute", id=name, title=name, type=kind)
    return table


def _node(node: Node, decided: str | None) -> etree._Element:
    caption = NODES[node.label].caption
    begins = node.properties.get(_BEGINS.get(node.label, ""), decided)
    element = etree.Element(
        "node",
        id=xml_text(node.id),
        label=xml_text(str(node.properties.get(caption, node.id))),
        **_span(begins, node.properties.get("period_end")),
    )
    _describe(element, {"node_type": node.label.value, **_known(node.properties, _DRAWN[node.label])})
    return element


def _edge(graph: Graph, number: int, edge: Edge) -> etree._Element:
    held = edge.properties
    element = etree.Element(
        "edge",
        id=str(number),
        source=xml_text(edge.source),
        target=xml_text(edge.target),
        label=edge.type.value,
        kind=edge.type.value,
        **_span(held.get("since", edge.date), held.get("until")),
    )
    quotes = [str(graph.nodes[id].properties["text"]) for id in edge.passages if id in graph.nodes]
    told = {"edge_type": edge.type.value, "meeting": edge.meeting or "", "quotes": "\n".join(quotes)}
    _describe(element, told | _known(held, EDGE_PROPERTIES[edge.type]))
    return element


def _known(held: Mapping[str, Value], rules: Mapping[str, Property]) -> dict[str, Value]:
    return {name: held[name] for name in rules if name in held}


def _span(begins: Value | None, ends: Value | None) -> dict[str, str]:
    """Start and end, where known; neither where the end comes before the start, for then one of them is wrong."""
    if begins and ends and str(ends) < str(begins):
        return {}
    return {name: str(day) for name, day in (("start", begins), ("end", ends)) if day}


def _describe(element: etree._Element, held: Mapping[str, Value]) -> None:
    """A table of attributes in an element."""
    table = etree.SubElement(element, "attvalues")
    for name, value in held.items():
        if value not in ("", ()):
            etree.SubElement(table, "attvalue", {"for": name, "value": _text(value)})


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return xml_text(json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else str(value))
