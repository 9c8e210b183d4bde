"""CSV for Neo4j: read again by Python's csv module, it is what a store keeps."""

from __future__ import annotations

import csv
import io
import re
import sys
import zipfile
from typing import Any

from hypothesis import given, settings

from graph.export import Format, dump
from graph.model import Edge, Graph, Node
from graph.schema import EDGE_PROPERTIES, NODE_PROPERTIES
from graph.store.mapping import CONSTRAINTS, FULLTEXT, edge_of, node_of
from graph.vocabulary import EdgeType, Label
from tests.graph.export_graphs import ODD, graphs, stored_texts

READERS: dict[str, Any] = {"string": str, "long": int, "double": float, "boolean": lambda text: text == "true"}


def files(graph: Graph) -> dict[str, str]:
    file = io.BytesIO()
    dump(graph, file, Format.CSV)
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def rows(written: dict[str, str], name: str) -> list[dict[str, Any]]:
    """The rows as the importer reads them: a header of names and types, an empty field for nothing."""
    told = re.search(r"^--array-delimiter=U\+([0-9A-F]{4})$", written["import.args"], re.MULTILINE)
    assert told
    separator = chr(int(told[1], 16))
    csv.field_size_limit(sys.maxsize)
    header, *lines = csv.reader(io.StringIO(written[name], newline=""), strict=True)
    found = []
    for line in lines:
        assert len(line) == len(header)
        held: dict[str, Any] = {}
        for column, cell in zip(header, line, strict=True):
            key, _, kind = column.partition(":")
            if key == "" or kind == "ID":
                held[key or column] = cell
            elif kind.endswith("[]"):
                held[key] = [READERS[kind[:-2]](item) for item in cell.split(separator)] if cell else None
            elif cell:
                held[key] = READERS[kind](cell)
        found.append({key: value for key, value in held.items() if value is not None})
    return found


def read(graph: Graph) -> Graph:
    """The graph that an import makes, with the empty lists that the last statements make."""
    written = files(graph)
    nodes, edges = [], []
    for held in rows(written, "nodes.csv"):
        label = held.pop(":LABEL")
        node = node_of(label, held)
        nodes.append(Node(node.id, node.label, {**_empty_lists(written, f"(n:`{label}`)"), **node.properties}))
    for held in rows(written, "relationships.csv"):
        kind, source, target = (held.pop(column) for column in (":TYPE", ":START_ID", ":END_ID"))
        edge = edge_of(kind, source, target, held)
        empty = _empty_lists(written, "()-[r]->()")
        edges.append(Edge(edge.type, edge.source, edge.target, edge.meeting, {**empty, **edge.properties}))
    return Graph.of(nodes, edges)


def _empty_lists(written: dict[str, str], pattern: str) -> dict[str, tuple[()]]:
    line = rf"^MATCH {re.escape(pattern)} WHERE \w\.(\w+) IS NULL SET \w\.\1 = \[\];$"
    return dict.fromkeys(re.findall(line, written["finish.cypher"], re.MULTILINE), ())


@settings(max_examples=25)
@given(graphs(stored_texts))
def test_nothing_is_lost_whatever_the_texts(graph: Graph) -> None:
    assert read(graph) == graph


@settings(max_examples=10)
@given(graphs())
def test_what_no_store_can_hold_does_not_break_the_files(graph: Graph) -> None:
    written = files(graph)
    assert len(rows(written, "nodes.csv")) == len(graph.nodes)
    assert len(rows(written, "relationships.csv")) == len(graph.edges)
    city = Node("city:1", Label.CITY, {"name": "甲\ud800_xD800_", "aliases": ()})
    assert '"甲_xD800__x005F_xD800_"' in files(Graph.of([city]))["nodes.csv"]


def test_headers_are_those_of_the_importer() -> None:
    written = files(Graph())
    nodes, relationships = (written[name].rstrip("\n").split(",") for name in ("nodes.csv", "relationships.csv"))
    assert nodes[:3] == ["id:ID", ":LABEL", "name:string"]
    assert {"aliases:string[]", "page_offsets:long[]", "ordinal:long", "online:boolean", "date:string"} <= set(nodes)
    assert {"stop:long", "parsed:string"} <= set(nodes), "keys of a store, and all that a store keeps"
    assert relationships[:4] == [":START_ID", ":END_ID", ":TYPE", "meeting:string"]
    assert {"passages:string[]", "confidence:double", "inferred:boolean", "post:string"} <= set(relationships)


def test_a_key_has_one_type_whatever_the_label() -> None:
    for table in (NODE_PROPERTIES, EDGE_PROPERTIES):
        kinds: dict[str, set[str]] = {}
        for rules in table.values():
            for rule in rules.values():
                kind = {"day": "string", "time": "string"}.get(rule.kind, rule.kind.value)
                kinds.setdefault(rule.key, set()).add(kind)
        assert {key: kind for key, kind in kinds.items() if len(kind) > 1} == {}


def test_a_text_that_holds_the_separator_gets_another_one() -> None:
    def options(*aliases: str) -> str:
        return files(Graph.of([Node("city:1", Label.CITY, {"name": "甲", "aliases": aliases})]))["import.args"]

    assert "--array-delimiter=U+001F\n" in options("乙", "丙;丁,戊|")
    assert "--array-delimiter=U+E000\n" in options("乙\x1f")
    assert "--array-delimiter=U+E001\n" in options("乙\x1f\ue000")


def test_a_text_larger_than_the_importers_buffer_gets_a_larger_one() -> None:
    def buffer(length: int) -> int:
        node = Node("action:1", Label.ACTION_ITEM, {"text": '"' * length})
        found = re.search(r"--read-buffer-size=(\d+)", files(Graph.of([node]))["import.args"])
        assert found
        return int(found[1])

    assert buffer(10) == 4 * 1024 * 1024
    assert buffer(5_000_000) == 10_000_000, "each quotation mark stands twice"


def test_the_last_statements_make_what_a_store_prepares() -> None:
    statements = files(Graph())["finish.cypher"].split(";\n")
    assert {*CONSTRAINTS, FULLTEXT} <= set(statements)
    assert statements[-1] == ""


def test_unknown_and_empty_are_told_apart() -> None:
    nodes = [
        Node("city:1", Label.CITY, {"name": "=1+1", "aliases": ()}),
        Node("city:2", Label.CITY, {"name": "", "aliases": ("a", "b")}),
    ]
    edge = Edge(EdgeType.RECORDS, "city:1", "city:2", None, {"passages": (), "inferred": True, "confidence": 0.5})
    written = files(Graph.of(nodes, [edge]))
    one, other = written["nodes.csv"].split("\n")[1:3]
    assert one.startswith('"city:1","City","=1+1","",,') and other.startswith('"city:2","City","","a\x1fb",,')
    assert written["relationships.csv"].split("\n")[1].startswith('"city:1","city:2","RECORDS",,"",,true,0.5,')


def test_every_odd_text_stands_as_it_is() -> None:
    texts = [text for text in ODD if text.isprintable() or "\n" in text]
    assert len(texts) > 5
    for text in texts:
        city = Node("city:1", Label.CITY, {"name": text, "aliases": ()})
        (held,) = rows(files(Graph.of([city])), "nodes.csv")
        assert held["name"] == text
