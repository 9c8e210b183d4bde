"""Graphs for the exports: made by chance, with evidence that holds, and with whatever text a document may bring."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from random import Random

from hypothesis import strategies as st

from graph.export import from_json, to_json
from graph.model import Edge, Graph, Node, Properties, Value
from graph.rules import Kind, Property
from graph.schema import EDGE_PROPERTIES, NODE_PROPERTIES
from graph.vocabulary import Label
from tests.contract.random_graphs import random_graph

ODD = (
    "\x00\x07\x1b\x7f",
    "a\ud800b",
    "\ufffe\uffff",
    "a\nb\r\nc\rd",
    " \t ",
    '"quoted" and ""twice""',
    ";,|\x1f\x1e\t",
    "=cmd|' /C calc'!A0",
    "+1",
    "@SUM(A1)",
    "<script>alert(1)</script> ]]> <!-- & &amp; &#0;",
    "_x0007_ _xD800_ _x005F_",
    "\\ \\n \\u0041 \\",
    "' }) DETACH DELETE n //",
    '""" ^^<x> @en .',
    "\u0085\u2028\u2029\ufeff\u202e",
    "😀𠮷",
)
"""Texts that break what does not take care."""


def _whole(text: str) -> bool:
    """Whether no two halves of a character stand side by side, which JSON would take for the character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") == text


odd_texts = st.sampled_from(ODD) | st.text(st.characters(exclude_categories=()), min_size=1, max_size=12).filter(_whole)
stored_texts = odd_texts.filter(lambda text: not any("\ud800" <= one <= "\udfff" for one in text))
"""Those that a store can hold."""


@st.composite
def graphs(draw: st.DrawFn, texts: st.SearchStrategy[str] = odd_texts) -> Graph:
    """A graph that keeps to the schema, with such a text in every property that may hold one, and in the ids."""
    graph = sound(random_graph(draw(st.integers(0, 999))))
    return told_in(graph, draw(st.lists(texts, min_size=1, max_size=5)))


def sound(graph: Graph) -> Graph:
    """The graph with passages that stand in its documents, and edges that such passages state."""
    chance = Random(len(graph.edges))
    ids = {label: [node.id for node in graph.nodes.values() if node.label is label] for label in Label}
    nodes = []
    for node in graph.nodes.values():
        held = {name: value for name, value in node.properties.items() if value != () or _required(node, name)}
        if node.label is Label.PASSAGE:
            held |= {"document": chance.choice(ids[Label.DOCUMENT]), "start": 0, "end": chance.randint(1, 99)}
        nodes.append(replace(node, properties=held))
    edges = []
    for edge in graph.edges.values():
        passages = () if edge.inferred else tuple(sorted(chance.sample(ids[Label.PASSAGE], 2)))
        edges.append(replace(edge, properties={**edge.properties, "passages": passages}))
    return Graph.of(nodes, edges)


def told_in(graph: Graph, words: list[str]) -> Graph:
    """The graph with these words in turn wherever a text is free, ids among them."""
    turn = cycle(words)
    ids = {id: id + next(turn) for id in graph.nodes}

    def renamed(held: Properties, rules: dict[str, Property]) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for name, value in held.items():
            rule = rules[name]
            if name == "document" or name == "passages":
                found[name] = tuple(ids[str(one)] for one in value) if isinstance(value, tuple) else ids[str(value)]
            elif rule.kind is Kind.STRINGS and value:
                found[name] = (next(turn), next(turn))
            else:
                found[name] = next(turn) if rule.kind is Kind.STRING and rule.values is None else value
        return found

    return Graph.of(
        [Node(ids[n.id], n.label, renamed(n.properties, NODE_PROPERTIES[n.label])) for n in graph.nodes.values()],
        [
            Edge(
                edge.type,
                ids[edge.source],
                ids[edge.target],
                ids[edge.meeting] if edge.meeting else None,
                renamed(edge.properties, EDGE_PROPERTIES[edge.type]),
            )
            for edge in graph.edges.values()
        ],
    )


def exported(graph: Graph) -> Graph:
    """The graph without what the schema keeps in stores only."""
    return from_json(to_json(graph))


def _required(node: Node, name: str) -> bool:
    return NODE_PROPERTIES[node.label][name].required
