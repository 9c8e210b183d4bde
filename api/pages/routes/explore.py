"""Free exploration: a node, what stands around it, as much as the reader opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import Store
from api.pages.excerpts import Excerpt, excerpts
from api.pages.finding import node_meant
from api.pages.rendering import page
from api.pages.view import Looked
from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label
from queries.catalogue import MAX_ROWS, ask
from queries.links import Link, NodeName, links_among
from queries.surroundings import Chain, chains

router = APIRouter()
MOST = 500
"""How many nodes are shown at most."""
_WAYS = 3
_USUAL = (Label.CASE, Label.AGENCY, Label.CITY, Label.ORGANIZATION, Label.PROGRAM, Label.GROUP, Label.PLATFORM)


@dataclass(frozen=True, slots=True)
class Shown:
    """A node of the network."""

    node: NodeName
    opened: bool
    around: int
    """How many neighbours it has, of the kinds shown."""
    hidden: int
    """How many of them are not shown."""


@dataclass(frozen=True, slots=True)
class EdgePanel:
    """What stands behind an edge, or what a node is."""

    id: str
    type: EdgeType | None
    source: NodeName
    target: NodeName | None
    date: str | None
    inferred: bool
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class ExplorePage:
    """A part of the network."""

    nodes: tuple[Shown, ...]
    links: tuple[Link, ...]
    total: int
    """How many nodes would be shown if there were no limit."""
    labels: tuple[Label, ...]
    opened: tuple[NodeName, ...]
    to: NodeName | None
    chains: tuple[Chain, ...]
    """The shortest ways from the first opened node to ``to``."""
    evidence: EdgePanel | None


def explore(
    store: Store,
    view: Looked,
    node: Annotated[list[str], Query(description="Nodes to open, by id or name.", max_length=100)] = [],  # noqa: B006
    only: Annotated[list[str], Query(description="Nodes to show, unopened.", max_length=MOST)] = [],  # noqa: B006
    label: Annotated[list[Label], Query(description="Kinds of nodes to show.")] = list(_USUAL),  # noqa: B006
    to: Annotated[str | None, Query(description="Where a path leads, by id or name.", max_length=500)] = None,
) -> ExplorePage:
    """The opened nodes with their neighbours, and the edges between all of them."""
    opened = tuple({one.id: one for one in (node_meant(store, text) for text in node if text.strip())}.values())
    goal = node_meant(store, to) if to and to.strip() else None
    found = {one.id: one for one in opened}
    found |= {one.id: one for one in (node_meant(store, text) for text in only)}
    ways = _ways(store, opened[0].id, goal.id) if goal and opened else ()
    found |= {one.id: one for way in ways for one in way.nodes}
    for centre in opened if not goal else ():
        for row in ask(store, "neighbourhood", id=centre.id, depth=1, cap=MAX_ROWS):
            if row["label"] in label:
                found.setdefault(row["id"], NodeName(row["id"], row["name"] or "", Label(row["label"])))
    kept = dict(list(found.items())[:MOST])
    links = tuple(one for one in links_among(store, kept) if view.inferred or not one.inferred)
    return ExplorePage(
        nodes=_shown(store, kept, links, {one.id for one in opened} if not goal else set(), label),
        links=links,
        total=len(found),
        labels=tuple(label),
        opened=opened,
        to=goal,
        chains=ways,
        evidence=_panel(store, kept, links, view.sel),
    )


def _ways(store: GraphStore, a: str, b: str) -> tuple[Chain, ...]:
    """The shortest chains between two nodes, those over the same nodes once."""
    found: dict[tuple[NodeName, ...], Chain] = {}
    for one in chains(store, a, b, 4 * _WAYS):
        found.setdefault(one.nodes, one)
    return tuple(found.values())[:_WAYS]


def link_id(link: Link) -> str:
    """What makes a link that link, in the ids of the graph."""
    return f"{link.type}:{link.source}:{link.target}"


def _shown(
    store: GraphStore, nodes: dict[str, NodeName], links: tuple[Link, ...], opened: set[str], labels: list[Label]
) -> tuple[Shown, ...]:
    rows = ask(store, "neighbour_counts", ids=sorted(nodes), labels=[*labels])
    around = {row["id"]: row["around"] for row in rows}
    beside: dict[str, set[str]] = {id: set() for id in nodes}
    for link in links:
        beside[link.source].add(link.target)
        beside[link.target].add(link.source)
    seen = {id: sum(nodes[other].label in labels for other in others) for id, others in beside.items()}
    return tuple(
        Shown(one, id in opened, around.get(id, 0), max(0, around.get(id, 0) - seen[id])) for id, one in nodes.items()
    )


def _panel(store: GraphStore, nodes: dict[str, NodeName], links: tuple[Link, ...], sel: str | None) -> EdgePanel | None:
    if sel in nodes:
        quotes = [quote for link in links if sel in (link.source, link.target) for quote in link.quotes[:1]]
        return EdgePanel(sel, None, nodes[sel], None, None, False, excerpts(store, quotes[:3]))
    same = [link for link in links if link_id(link) == sel]
    if not same:
        return None
    first = same[0]
    quotes = [quote for link in same for quote in link.quotes]
    ends = (nodes[first.source], nodes[first.target])
    inferred = all(link.inferred for link in same)
    return EdgePanel(link_id(first), first.type, *ends, first.date, inferred, excerpts(store, quotes))


page(router, "/explore", "explore.html.jinja", explore)
