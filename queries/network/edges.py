"""The network of a scope: nodes with their figures, edges with their ties.

Always true: nodes stand by weighted degree, edges by weight, the greatest first; ``behind`` names the ties that a
figure rests on, and a node without ties has no figure but zeros.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from graph.store import GraphStore
from queries.network.measures import Figures, figures
from queries.network.parts import Thing
from queries.network.ties import Actor, Of, Scope, Tie, Ties, Weight, ties
from queries.partners import Why


class Measure(StrEnum):
    """A figure of a node."""

    DEGREE = "degree"
    WEIGHTED = "weighted"
    BETWEENNESS = "betweenness"
    COMMUNITY = "community"
    CORE = "core"


@dataclass(frozen=True, slots=True)
class Node:
    """An actor and its figures."""

    actor: Actor
    degree: int
    """How many others it has ties with."""
    weighted: int
    """How many ties it has."""
    betweenness: float
    community: int
    """Number of its community, 1 the largest."""
    core: int

    @property
    def id(self) -> str:
        """Id of the actor."""
        return self.actor.id


@dataclass(frozen=True, slots=True)
class Edge:
    """Two actors and all their ties."""

    a: Actor
    b: Actor
    ties: tuple[Tie, ...]
    bridge: bool
    """Whether the two would not hang together without it."""

    @property
    def ends(self) -> tuple[str, str]:
        """Ids of both."""
        return (self.a.id, self.b.id)

    @property
    def id(self) -> str:
        """What makes this edge this edge, in the ids of the graph."""
        return "|".join(self.ends)

    @property
    def weight(self) -> int:
        """Number of its ties."""
        return len(self.ties)

    def count(self, why: Why) -> int:
        """Number of its ties of one kind."""
        return sum(tie.why is why for tie in self.ties)

    @property
    def since(self) -> str | None:
        """First day of the first tie."""
        return min((tie.since for tie in self.ties if tie.since), default=None)

    @property
    def until(self) -> str | None:
        """Last day of the last tie."""
        return max((tie.until for tie in self.ties if tie.until), default=None)


@dataclass(frozen=True, slots=True)
class Community:
    """Actors that have more to do with each other than with the rest: computed, not stated."""

    number: int
    members: tuple[Actor, ...]
    ties: int
    """How many ties its members have among themselves."""


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes, edges and communities of a scope."""

    scope: Scope
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    communities: tuple[Community, ...]
    """Those of two or more, the largest first."""
    components: int
    density: float
    modularity: float

    @property
    def bridges(self) -> tuple[Edge, ...]:
        """Edges without which their ends would not hang together."""
        return tuple(edge for edge in self.edges if edge.bridge)

    @property
    def core(self) -> tuple[Node, ...]:
        """The innermost core: the nodes with the highest core number; none where there is no edge."""
        most = max((node.core for node in self.nodes), default=0)
        return tuple(node for node in self.nodes if node.core == most) if most else ()

    def behind(self, node: str, measure: Measure) -> tuple[Edge, ...]:
        """The edges that a figure of a node rests on.

        In: the node's id; the figure. Out: all its edges; of its community only those within it, of its core only those
        to nodes of a core as high. Empty for an id that is not there.
        """
        held = {one.id: one for one in self.nodes}
        own = [edge for edge in self.edges if node in edge.ends]
        if measure not in (Measure.COMMUNITY, Measure.CORE):
            return tuple(own)

        def counts(edge: Edge) -> bool:
            here, there = (held[id] for id in (node, *(id for id in edge.ends if id != node)))
            return here.community == there.community if measure is Measure.COMMUNITY else there.core >= here.core

        return tuple(edge for edge in own if counts(edge))


def things(edges: Iterable[Edge]) -> tuple[Thing, ...]:
    """What the ties of these edges are about, each once, by name."""
    found = {tie.thing.id: tie.thing for edge in edges for tie in edge.ties}
    return tuple(sorted(found.values(), key=lambda thing: (thing.label, thing.name, thing.id)))


def network(
    store: GraphStore,
    *,
    of: Of = Of.AGENCIES,
    weight: Weight = Weight.ALL,
    platform: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Network:
    """Who works with whom, and how the network hangs together.

    In: a store; whose network; what counts as a tie; a platform in any spelling, to see only what its sittings spoke
    of; the first and the last ISO day to count (None: no bound; with a bound, what has no day does not count). Out:
    the network. Raises NotFoundError with the nearest names for a platform that is not there.
    """
    return _network(ties(store, Scope(of, weight, platform, since, until)))


def _network(held: Ties) -> Network:
    known = {one.id: one for one in held.actors}
    weights = Counter((tie.a, tie.b) for tie in held.ties)
    found = figures(list(known), weights)
    edges = [
        Edge(known[a], known[b], tuple(some), (a, b) in found.bridges)
        for (a, b), some in groupby(held.ties, key=lambda tie: (tie.a, tie.b))
    ]
    number = {id: n for n, members in enumerate(found.communities, 1) for id in members}
    nodes = [_node(one, found, number[one.id]) for one in held.actors]
    return Network(
        scope=held.scope,
        nodes=tuple(sorted(nodes, key=lambda n: (-n.weighted, -n.degree, n.actor.name, n.id))),
        edges=tuple(sorted(edges, key=lambda e: (-e.weight, e.a.name, e.b.name, e.ends))),
        communities=tuple(
            Community(
                n, tuple(known[id] for id in members), sum(weights[pair] for pair in weights if {*pair} <= {*members})
            )
            for n, members in enumerate(found.communities, 1)
            if len(members) > 1
        ),
        components=found.components,
        density=found.density,
        modularity=found.modularity,
    )


def _node(actor: Actor, found: Figures, community: int) -> Node:
    id = actor.id
    return Node(actor, found.degree[id], found.weighted[id], found.betweenness[id], community, found.core[id])
