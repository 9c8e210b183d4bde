"""A graph whose every word is an attack on the page that shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graph.model import Edge, Graph, Node
from graph.vocabulary import Label

ATTACK = """"'><img src=x onerror="window.hit=1"><script>window.hit=2</script>{{7*7}}</title></textarea>"""
_WORDS = str.maketrans({"，": "<", "。": ">", "、": '"', "「": "'", "」": "&", "：": "<"})
"""Marks of minutes that become marks of markup; the text stays as long as it was."""


def spoilt(graph: Graph) -> Graph:
    """The same graph: every name begins with an attack, every text is full of markup; ids and offsets stay."""
    nodes = {id: _node(node) for id, node in graph.nodes.items()}
    return Graph(nodes, {key: _edge(edge) for key, edge in graph.edges.items()})


def _node(node: Node) -> Node:
    told: dict[str, Any] = dict(node.properties)
    for name in ("name", "title", "path", "place", "due_text", "document_no"):
        if isinstance(told.get(name), str):
            told[name] = ATTACK + told[name]
    if "aliases" in told:
        told["aliases"] = (ATTACK, *told["aliases"])
    if node.label in (Label.DOCUMENT, Label.PASSAGE, Label.ACTION_ITEM):
        told["text"] = told["text"].translate(_WORDS)
    if told.get("section"):
        told["section"] = ATTACK
    return replace(node, properties=told)


def _edge(edge: Edge) -> Edge:
    told: dict[str, Any] = dict(edge.properties)
    for name in ("decision", "item_no", "title"):
        if isinstance(told.get(name), str):
            told[name] = ATTACK
    return replace(edge, properties=told)
