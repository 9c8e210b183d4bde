"""Whether a graph is as it has to be: against the schema, and against the texts it quotes.

Always true: nothing here changes a graph; a Mismatch names the node or edge and says what is wrong; no mismatch at all
means that every passage was read again in its document's text and found there, word for word.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from graph.model import Edge, Graph, Node, Properties, Value
from graph.rules import Kind, Property
from graph.schema import EDGE_PROPERTIES, EDGES, NODE_PROPERTIES, allows
from graph.vocabulary import Label

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Something in a graph that is not as it has to be: which node or edge, and what is wrong with it."""

    subject: str
    problem: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.problem}"


def verify(graph: Graph) -> list[Mismatch]:
    """Everything wrong with a graph, its form (``validate``) and its evidence. In: a graph. Out: mismatches."""
    return [*validate(graph), *_documents(graph), *_passages(graph), *_evidence(graph)]


def validate(graph: Graph) -> list[Mismatch]:
    """Where a graph departs from the schema: properties, what joins what, how many. In: a graph. Out: mismatches."""
    found: list[Mismatch] = []
    for node in graph.nodes.values():
        found += _properties(node.id, node.properties, NODE_PROPERTIES[node.label])
    for edge in graph.edges.values():
        found += _properties(_say(edge), edge.properties, EDGE_PROPERTIES[edge.type])
        found += _ends(graph, edge)
    return [*found, *_cardinalities(graph)]


def _say(edge: Edge) -> str:
    at = f" at {edge.meeting}" if edge.meeting else ""
    return f"{edge.source} -{edge.type}-> {edge.target}{at}"


def _properties(subject: str, held: Properties, rules: Mapping[str, Property]) -> Iterator[Mismatch]:
    for name in held.keys() - rules.keys():
        yield Mismatch(subject, f"has a property {name}, which the schema does not know")
    for name, rule in rules.items():
        if name not in held:
            if rule.required:
                yield Mismatch(subject, f"lacks {name}")
        elif not _fits(held[name], rule):
            yield Mismatch(subject, f"{name} is {held[name]!r}, which is no {rule.values or rule.kind}")


def _fits(value: Value, rule: Property) -> bool:
    match rule.kind:
        case Kind.INTEGER:
            return type(value) is int
        case Kind.FLOAT:
            return type(value) is float
        case Kind.BOOLEAN:
            return type(value) is bool
        case Kind.STRINGS | Kind.INTEGERS:
            wanted = str if rule.kind is Kind.STRINGS else int
            return isinstance(value, tuple) and all(isinstance(one, wanted) for one in value)
    if not isinstance(value, str):
        return False
    if rule.kind is Kind.DAY:
        return _is_day(value)
    if rule.kind is Kind.TIME:
        return _TIME.fullmatch(value) is not None
    return rule.values is None or value in set(rule.values)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _ends(graph: Graph, edge: Edge) -> Iterator[Mismatch]:
    source, target = graph.nodes.get(edge.source), graph.nodes.get(edge.target)
    for end, node in ((edge.source, source), (edge.target, target)):
        if node is None:
            yield Mismatch(_say(edge), f"there is no node {end}")
    if source and target and not allows(source.label, edge.type, target.label):
        yield Mismatch(_say(edge), f"{edge.type} may not lead from {source.label} to {target.label}")
    if edge.source == edge.target:
        yield Mismatch(_say(edge), "leads to itself")
    if edge.meeting and _label(graph, edge.meeting) is not Label.MEETING:
        yield Mismatch(_say(edge), f"{edge.meeting} is no Meeting")


def _label(graph: Graph, id: str) -> Label | None:
    node = graph.nodes.get(id)
    return node.label if node else None


def _cardinalities(graph: Graph) -> Iterator[Mismatch]:
    leaving = Counter((edge.type, edge.source) for edge in graph.edges.values())
    arriving = Counter((edge.type, edge.target) for edge in graph.edges.values())
    for rule in EDGES.values():
        if rule.least_out:
            for node in _labelled(graph, {source for source, _ in rule.ends}):
                if leaving[rule.type, node.id] < rule.least_out:
                    yield Mismatch(node.id, f"needs {rule.least_out} {rule.type}")
        for most, counts, way in ((rule.most_out, leaving, "leave"), (rule.most_in, arriving, "reach")):
            for (kind, id), count in counts.items():
                if kind is rule.type and most is not None and count > most:
                    yield Mismatch(id, f"{count} {rule.type} {way} it, at most {most} may")


def _labelled(graph: Graph, labels: Iterable[Label]) -> list[Node]:
    wanted = set(labels)
    return [node for node in graph.nodes.values() if node.label in wanted]


def _documents(graph: Graph) -> Iterator[Mismatch]:
    for node in _labelled(graph, [Label.DOCUMENT]):
        digest = hashlib.sha256(str(node.properties.get("text", "")).encode("utf-8", "surrogatepass")).hexdigest()
        if node.properties.get("sha256") != digest or node.id != f"document:{digest}":
            yield Mismatch(node.id, f"its text has the SHA-256 {digest}")


def _passages(graph: Graph) -> Iterator[Mismatch]:
    for node in _labelled(graph, [Label.PASSAGE]):
        document = graph.nodes.get(str(node.properties.get("document", "")))
        start, end = node.properties.get("start"), node.properties.get("end")
        if document is None or document.label is not Label.DOCUMENT:
            yield Mismatch(node.id, "its document is not in the graph")
        elif not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end):
            yield Mismatch(node.id, f"{start}-{end} is no span")
        elif str(document.properties.get("text", ""))[start:end] != node.properties.get("text"):
            path = document.properties.get("path", document.id)
            yield Mismatch(node.id, f"{path} does not say this at {start}-{end}")


def _evidence(graph: Graph) -> Iterator[Mismatch]:
    for edge in graph.edges.values():
        if not edge.passages and not edge.inferred:
            yield Mismatch(_say(edge), "no passage states it")
        for id in edge.passages:
            if _label(graph, id) is not Label.PASSAGE:
                yield Mismatch(_say(edge), f"{id} is no Passage")
