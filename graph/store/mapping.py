"""Between the graph and a property-graph store: property keys, and the statements that turn one graph into the next.

Always true: every stored node has ``id`` and ``name``; statements are Cypher that every store takes unchanged, and are
applied in order within one transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.model import Edge, Graph, Node, Value
from graph.rules import Property
from graph.schema import EDGE_PROPERTIES, NODE_PROPERTIES, NODES
from graph.vocabulary import EdgeType, Label

CAPTION = 40
"""How many characters of its text a node without a name is called by."""

ALL_NODES = "MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS held"
ALL_EDGES = "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS source, b.id AS target, properties(r) AS held"
CONSTRAINTS = tuple(
    f"CREATE CONSTRAINT `{label}_id` IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE" for label in Label
)

_NAMED = "|".join(f"`{label}`" for label in Label if label is not Label.PASSAGE)
FULLTEXT = (
    f"CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:{_NAMED}) ON EACH [n.name, n.aliases] "
    "OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
)
"""On a server: every name, findable by any part of it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One piece of Cypher over the parameter ``rows``."""

    cypher: str
    rows: list[dict[str, Any]]


def stored_node(node: Node) -> dict[str, Any]:
    """A node's properties under a store's keys, ``id`` and ``name`` among them."""
    rules = NODE_PROPERTIES[node.label]
    held = {rules[name].key: _plain(value) for name, value in node.properties.items()}
    held.setdefault("name", str(node.properties.get(NODES[node.label].caption, ""))[:CAPTION])
    return {"id": node.id, **held}


def node_of(label: str, held: Mapping[str, Any]) -> Node:
    """The node that a store keeps under these keys."""
    kind = Label(label)
    return Node(held["id"], kind, _own(held, NODE_PROPERTIES[kind].values()))


def stored_edge(edge: Edge) -> dict[str, Any]:
    """An edge's properties under a store's keys, ``meeting`` among them."""
    rules = EDGE_PROPERTIES[edge.type]
    held = {rules[name].key: _plain(value) for name, value in edge.properties.items()}
    return held | ({"meeting": edge.meeting} if edge.meeting else {})


def edge_of(kind: str, source: str, target: str, held: Mapping[str, Any]) -> Edge:
    """The edge that a store keeps under these keys."""
    type_ = EdgeType(kind)
    return Edge(type_, source, target, held.get("meeting"), _own(held, EDGE_PROPERTIES[type_].values()))


def changes(old: Graph, new: Graph) -> Iterator[Statement]:
    """What to do to a store that holds one graph so that it holds another. In: the two. Out: statements, in order."""
    gone = {id for id, node in old.nodes.items() if id not in new.nodes or new.nodes[id].label is not node.label}
    made = [node for id, node in new.nodes.items() if id in gone or id not in old.nodes]
    changed = [node for id, node in new.nodes.items() if id in old.nodes and id not in gone and node != old.nodes[id]]
    kept = {
        key for key, edge in new.edges.items() if old.edges.get(key) == edge and not {edge.source, edge.target} & gone
    }
    yield from _unjoin(old, [edge for key, edge in old.edges.items() if key not in kept])
    yield from _remove(old.nodes[id] for id in gone)
    yield from _make(made)
    yield from _change(old, changed)
    yield from _join(new, [edge for key, edge in new.edges.items() if key not in kept])


def _unjoin(graph: Graph, edges: Iterable[Edge]) -> Iterator[Statement]:
    for (kind, source, target), some in _by_ends(graph, edges).items():
        rows = [{"s": edge.source, "t": edge.target, "m": edge.meeting or ""} for edge in some]
        yield Statement(
            f"UNWIND $rows AS r MATCH (:`{source}` {{id: r.s}})-[e:{kind}]->(:`{target}` {{id: r.t}}) "
            "WHERE coalesce(e.meeting, '') = r.m DELETE e",
            rows,
        )


def _join(graph: Graph, edges: Iterable[Edge]) -> Iterator[Statement]:
    for (kind, source, target), some in _by_ends(graph, edges).items():
        rows = [{"s": edge.source, "t": edge.target, "held": stored_edge(edge)} for edge in some]
        yield Statement(
            f"UNWIND $rows AS r MATCH (a:`{source}` {{id: r.s}}) MATCH (b:`{target}` {{id: r.t}}) "
            f"CREATE (a)-[e:{kind}]->(b) SET e += r.held",
            rows,
        )


def _remove(nodes: Iterable[Node]) -> Iterator[Statement]:
    for label, some in _by_label(nodes).items():
        rows = [{"id": node.id} for node in some]
        yield Statement(f"UNWIND $rows AS r MATCH (n:`{label}` {{id: r.id}}) DETACH DELETE n", rows)


def _make(nodes: Iterable[Node]) -> Iterator[Statement]:
    for label, some in _by_label(nodes).items():
        rows = [{"id": held["id"], "name": held["name"], "held": held} for held in map(stored_node, some)]
        for row in rows:
            row["held"].pop("id")
        yield Statement(f"UNWIND $rows AS r CREATE (n:`{label}` {{id: r.id, name: r.name}}) SET n += r.held", rows)


def _change(old: Graph, nodes: Iterable[Node]) -> Iterator[Statement]:
    for label, some in _by_label(nodes).items():
        rows = []
        for node in some:
            held = stored_node(node)
            lost = dict.fromkeys(stored_node(old.nodes[node.id]).keys() - held.keys())
            rows.append({"id": held.pop("id"), "held": held | lost})
        yield Statement(f"UNWIND $rows AS r MATCH (n:`{label}` {{id: r.id}}) SET n += r.held", rows)


def _by_label(nodes: Iterable[Node]) -> dict[Label, list[Node]]:
    found: defaultdict[Label, list[Node]] = defaultdict(list)
    for node in nodes:
        found[node.label].append(node)
    return found


def _by_ends(graph: Graph, edges: Iterable[Edge]) -> dict[tuple[EdgeType, Label, Label], list[Edge]]:
    found: defaultdict[tuple[EdgeType, Label, Label], list[Edge]] = defaultdict(list)
    for edge in edges:
        found[edge.type, graph.nodes[edge.source].label, graph.nodes[edge.target].label].append(edge)
    return found


def _own(held: Mapping[str, Any], rules: Iterable[Property]) -> dict[str, Value]:
    """The properties that the schema knows, under its names."""
    found = {rule.name: held[rule.key] for rule in rules if held.get(rule.key) not in (None, "")}
    return {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value
