"""How a network changed from one period to another.

Always true: both networks are of the same scope but for their days; an edge is new, gone, stronger, weaker or as strong
as before, and says so by its ties in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from queries.network.edges import Edge, Network, Node
from queries.network.ties import Actor, Tie


class Direction(StrEnum):
    """What became of an edge."""

    NEW = "new"
    GONE = "gone"
    STRONGER = "stronger"
    WEAKER = "weaker"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class EdgeChange:
    """Two actors before and after."""

    a: Actor
    b: Actor
    before: tuple[Tie, ...]
    after: tuple[Tie, ...]

    @property
    def direction(self) -> Direction:
        """What became of it."""
        if not self.before:
            return Direction.NEW
        if not self.after:
            return Direction.GONE
        grown = len(self.after) - len(self.before)
        return Direction.SAME if grown == 0 else Direction.STRONGER if grown > 0 else Direction.WEAKER


@dataclass(frozen=True, slots=True)
class NodeChange:
    """An actor's figures before and after; None where it had a part in nothing."""

    actor: Actor
    before: Node | None
    after: Node | None


@dataclass(frozen=True, slots=True)
class Change:
    """Two networks, and what is different."""

    before: Network
    after: Network
    edges: tuple[EdgeChange, ...]
    """New ones first, then gone, stronger, weaker and equal ones; within these the heaviest first."""
    nodes: tuple[NodeChange, ...]
    """Those whose weighted degree changed most first."""


def change(before: Network, after: Network) -> Change:
    """What is different between two networks of one scope."""
    held = {edge.ends: edge for network in (before, after) for edge in network.edges}
    pairs = ({edge.ends: edge for edge in network.edges} for network in (before, after))
    old, new = pairs
    edges = [EdgeChange(edge.a, edge.b, _ties(old.get(ends)), _ties(new.get(ends))) for ends, edge in held.items()]
    was, is_now = ({node.id: node for node in network.nodes} for network in (before, after))
    actors = {node.id: node.actor for network in (before, after) for node in network.nodes}
    nodes = [NodeChange(actor, was.get(id), is_now.get(id)) for id, actor in actors.items()]
    return Change(
        before,
        after,
        tuple(sorted(edges, key=_place)),
        tuple(sorted(nodes, key=lambda one: (-abs(_grown(one)), one.actor.name, one.actor.id))),
    )


def _ties(edge: Edge | None) -> tuple[Tie, ...]:
    return edge.ties if edge else ()


def _place(one: EdgeChange) -> tuple[int, int, str, str, str, str]:
    heavy = max(len(one.before), len(one.after))
    return (list(Direction).index(one.direction), -heavy, one.a.name, one.b.name, one.a.id, one.b.id)


def _grown(one: NodeChange) -> int:
    return (one.after.weighted if one.after else 0) - (one.before.weighted if one.before else 0)
