"""Graphs made by chance: whatever the schema allows, and more tangled than any minutes.

Always true: one seed gives one graph; names repeat and dates are missing often, so that ties and nulls occur.
"""

from __future__ import annotations

from random import Random
from typing import Any

from graph.model import Edge, Graph, Node, Value
from graph.rules import Kind, Property
from graph.schema import EDGE_PROPERTIES, EDGES, LINEAGE, NODE_PROPERTIES
from graph.vocabulary import EdgeType, Label

_WORDS = ("山", "海", "河川", "步道", "公車", "小尖兵", "交流", "聯合", "觀光", "淨灘", "a", "'", '"', "\\")
_DAYS = tuple(f"{year}-{day}" for year in (2019, 2021, 2023, 2024) for day in ("01-03", "06-03", "06-28", "11-28"))
_PLATFORMS = ("雙北合作交流平臺", "基北北桃合作交流平臺", "山海合作平臺")
_GROUPS = ("交通組", "環境組")
_SIZES = {Label.CASE: 14, Label.MEETING: 10, Label.AGENCY: 8, Label.PASSAGE: 12, Label.ACTION_ITEM: 8}
_FEW = 3
_DEGREE = 1.6


def random_graph(seed: int) -> Graph:
    """A graph of some sixty nodes that keeps to the schema."""
    chance = Random(seed)
    nodes = [_node(chance, label, n) for label in Label for n in range(_SIZES.get(label, _FEW))]
    by_label: dict[Label, list[Node]] = {label: [node for node in nodes if node.label is label] for label in Label}
    edges: dict[tuple[str, str, str, str], Edge] = {}
    for kind, rule in EDGES.items():
        for source, target in rule.ends:
            for _ in range(int(_DEGREE * len(by_label[source]))):
                edge = _edge(chance, kind, chance.choice(by_label[source]), chance.choice(by_label[target]), by_label)
                if _allowed(edge, rule.most_out, rule.most_in, edges):
                    edges[edge.key] = edge
    return Graph.of(nodes, edges.values())


def random_parameters(seed: int, graph: Graph, example: dict[str, Any]) -> dict[str, Any]:
    """Parameters like those of an example: ids of the graph, words and days that may or may not occur."""
    chance = Random(seed)
    ids = {label: [node.id for node in graph.nodes.values() if node.label is label] for label in Label}
    anything = list(graph.nodes)
    choices: dict[str, Any] = {
        "case": lambda: chance.choice(ids[Label.CASE]),
        "cases": lambda: chance.sample(ids[Label.CASE], 5),
        "agency": lambda: chance.choice(ids[Label.AGENCY]),
        "meeting": lambda: chance.choice(ids[Label.MEETING]),
        "program": lambda: chance.choice(ids[Label.PROGRAM]),
        "document": lambda: chance.choice(ids[Label.DOCUMENT]),
        "documents": lambda: chance.sample(ids[Label.DOCUMENT], 2),
        "labels": lambda: [label.value for label in chance.sample(list(Label), 6)],
        "body": lambda: chance.choice([None, chance.choice(ids[Label.AGENCY]), chance.choice(ids[Label.CITY])]),
        "platform": lambda: chance.choice(_PLATFORMS),
        "group": lambda: chance.choice((None, *_GROUPS)),
        "day": lambda: chance.choice(_DAYS),
        "from": lambda: chance.choice((None, *_DAYS)),
        "to": lambda: chance.choice((None, *_DAYS)),
        "a": lambda: chance.choice(anything),
        "b": lambda: chance.choice(anything),
        "id": lambda: chance.choice(anything),
        "ids": lambda: chance.sample(anything, 12),
        "text": lambda: chance.choice(_WORDS),
        "depth": lambda: chance.choice((1, 2)),
        "cap": lambda: chance.choice((3, 50)),
        "limit": lambda: chance.choice((1, 5, 100)),
    }
    return {name: choices[name]() for name in example}


def _node(chance: Random, label: Label, number: int) -> Node:
    held = {p.name: _value(chance, p) for p in NODE_PROPERTIES[label].values() if p.required or chance.random() < 0.8}
    return Node(f"{label.value.lower()}:{number}", label, held)


def _edge(chance: Random, kind: EdgeType, source: Node, target: Node, by_label: dict[Label, list[Node]]) -> Edge:
    held = {p.name: _value(chance, p) for p in EDGE_PROPERTIES[kind].values() if p.required or chance.random() < 0.8}
    meeting = target.id if target.label is Label.MEETING else None
    if kind in LINEAGE or (meeting is None and chance.random() < 0.7):
        meeting = chance.choice(by_label[Label.MEETING]).id
    return Edge(kind, source.id, target.id, meeting, held)


def _allowed(edge: Edge, most_out: int | None, most_in: int | None, edges: dict[Any, Edge]) -> bool:
    """Whether one more edge keeps to the schema's cardinalities; lineage runs from the older to the younger case."""
    same = [other for other in edges.values() if other.type is edge.type]
    if most_out is not None and sum(other.source == edge.source for other in same) >= most_out:
        return False
    if most_in is not None and sum(other.target == edge.target for other in same) >= most_in:
        return False
    return edge.source != edge.target and (edge.type not in LINEAGE or edge.source < edge.target)


def _value(chance: Random, rule: Property) -> Value:
    if rule.name == "platform":
        return chance.choice(_PLATFORMS)
    if rule.name == "group":
        return chance.choice(_GROUPS)
    if rule.values is not None:
        return chance.choice([value.value for value in rule.values])
    makers: dict[Kind, Any] = {
        Kind.STRING: lambda: "".join(chance.choices(_WORDS, k=chance.randint(1, 3))),
        Kind.DAY: lambda: chance.choice(_DAYS),
        Kind.TIME: lambda: f"{chance.randint(8, 17):02}:30",
        Kind.INTEGER: lambda: chance.randint(0, 9),
        Kind.FLOAT: lambda: chance.choice((0.5, 1.0)),
        Kind.BOOLEAN: lambda: chance.random() < 0.3,
        Kind.STRINGS: lambda: tuple(
            sorted({"".join(chance.choices(_WORDS, k=2)) for _ in range(chance.randint(0, 2))})
        ),
        Kind.INTEGERS: lambda: tuple(sorted(chance.sample(range(99), chance.randint(0, 2)))),
    }
    value: Value = makers[rule.kind]()
    return value
