"""Nodes and edges as an answer names them.

Always true: a link carries the words that state it, or says that it is inferred.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label
from queries.catalogue import ask
from queries.evidence import Quote, Quotes


@dataclass(frozen=True, slots=True)
class NodeName:
    """A node as an answer names it."""

    id: str
    name: str
    label: Label


@dataclass(frozen=True, slots=True)
class Link:
    """One edge between two nodes, by their ids."""

    type: EdgeType
    source: str
    target: str
    date: str | None
    inferred: bool
    quotes: tuple[Quote, ...]


def links_among(store: GraphStore, nodes: Iterable[str]) -> tuple[Link, ...]:
    """Every edge between two of these nodes, by their ids."""
    rows = ask(store, "neighbourhood_edges", ids=sorted(set(nodes)))
    quotes = Quotes(store, (i for row in rows for i in row["passages"] or ()))
    return tuple(
        Link(
            EdgeType(row["type"]),
            row["source"],
            row["target"],
            row["date"],
            bool(row["inferred"]),
            quotes.of(row["passages"]),
        )
        for row in rows
    )
