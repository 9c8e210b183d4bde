"""Where the nodes of a network stand on pages.

Always true: every node of the network stands on one page, all that hang together on the same one; no two nodes with
their labels overlap; what is too much for a page is left out from the loosest end, never made smaller.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from visualizations.collaboration.network import Network, Node, network
from visualizations.collaboration.spread import Cluster, apart, packed
from visualizations.collaboration.stress import Point, positions
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Box
from visualizations.drawing.typography import width_of, wrap_evenly

Feet = Mapping[str, str]

_AIRY = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5)
"""How long links are drawn, in widths of a node: the longest that the page has room for."""
_GAP = 9.0
"""Between two nodes with their labels."""
_APART = 24.0
"""Between what does not hang together."""
_FLAT = (0.45, 0.72, 1.1)
"""How high a link is drawn for its width: at least, where the page does not matter, and at most."""
_FULL = 0.5
"""What part of a page nodes may cover before it is not even tried."""
_FEWER = 0.8
"""What part of a network is tried next when it is too large for a page."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a node's box holds."""

    lines: tuple[str, ...]
    size: float
    radius: float
    """Of an agency's sign; 0 for a case."""
    foot: bool = False
    """Whether the last line holds the numbers of sources."""

    @property
    def box(self) -> Point:
        """How wide and how high it is."""
        wide = max((width_of(line, self.size) for line in self.lines), default=0.0)
        high = 1.25 * self.size * len(self.lines)
        return (wide + 4, 2 * self.radius + high + 3) if self.radius else (wide + 10, high + 8)


@dataclass(frozen=True, slots=True)
class Placed:
    """A network with the boxes of its nodes, page by page."""

    network: Network
    looks: Mapping[str, Look]
    pages: tuple[Mapping[str, Box], ...]
    width: float
    """Of the page."""


def placed(wanted: Network, profile: Profile, room: float | None, feet: Callable[[Network], Feet]) -> Placed:
    """Lay a network out.

    In: the network; sizes; the height that a page has for it (None: a screen, which grows); what stands below the names
    of its cases, by their ids. Out: the network, without what no page has room for, and its places.
    """
    while True:
        below = feet(wanted)
        looks = {node.id: look(node, profile, below.get(node.id, "")) for node in wanted.nodes}
        joined = _components(wanted)
        last = wanted.shown < 2 or room is None
        if last or all(_area(one, looks) < _FULL * profile.inner_width * (room or 0) for one in joined):
            pages, fits = _tried([_turned(positions(one), profile, room) for one in joined], looks, profile, room)
            if fits or last:
                width = max([profile.inner_width, *(one.width for page in pages for one in page)])
                return Placed(wanted, looks, tuple(_centred(page, width) for page in pages), width)
        cases = any(node.kind == "case" for node in wanted.nodes)
        wanted = network(wanted.held, wanted.options, cases=cases, most=int(wanted.shown * _FEWER))


def _tried(
    shapes: Sequence[Mapping[str, Point]], looks: Mapping[str, Look], profile: Profile, room: float | None
) -> tuple[list[list[Cluster]], bool]:
    """The fewest pages, as airy as they have room for, and whether they have."""
    width, height = profile.inner_width, room or 1e9
    found: list[list[Cluster]] = []
    for airy in _AIRY if shapes else ():
        clusters = [_cluster(at, looks, airy, width, room) for at in shapes]
        pages = packed(clusters, width, height, _APART)
        fits = all(one.width <= width and one.height <= height for one in clusters)
        if not fits or (found and len(pages) > len(found)):
            return found or pages, bool(found)
        found = pages
    return found, True


def _area(joined: nx.Graph[str], looks: Mapping[str, Look]) -> float:
    return sum(looks[id].box[0] * looks[id].box[1] for id in joined)


def look(node: Node, profile: Profile, foot: str) -> Look:
    """What a node's box holds: a label below an agency's sign, or a case's name with the numbers of its sources."""
    size = profile.small
    if node.kind == "agency":
        return Look(wrap_evenly(node.label, size, 9 * size, 3), size, 0.55 * profile.text)
    return Look((*wrap_evenly(node.label, size, 8 * size, 6), *([foot] if foot else [])), size, 0.0, bool(foot))


def _components(wanted: Network) -> list[nx.Graph[str]]:
    """What hangs together; links between those who share more are shorter."""
    joined: nx.Graph[str] = nx.Graph()
    joined.add_nodes_from(node.id for node in wanted.nodes)
    for link in wanted.links:
        joined.add_edge(link.a, link.b, length=1 + 1 / (1 + link.weight))
    found = [sorted(one) for one in nx.connected_components(joined)]
    return [_alone(joined, one) for one in sorted(found)]


def _alone(joined: nx.Graph[str], nodes: Sequence[str]) -> nx.Graph[str]:
    """Some nodes with their links, in this order (a subgraph's order is that of a set, another one in every run)."""
    own: nx.Graph[str] = nx.Graph()
    own.add_nodes_from(nodes)
    own.add_edges_from(joined.edges(nodes, data=True))
    return own


def _turned(at: Mapping[str, Point], profile: Profile, room: float | None) -> Mapping[str, Point]:
    """Upright where the page is."""
    return {id: (y, x) for id, (x, y) in at.items()} if room and room > profile.inner_width else at


def _cluster(
    at: Mapping[str, Point], looks: Mapping[str, Look], airy: float, width: float, room: float | None
) -> Cluster:
    sizes = {id: looks[id].box for id in at}
    unit = airy * sum(wide for wide, _ in sizes.values()) / len(sizes)
    least, flat, most = _FLAT
    if room:
        wide, high = (max(one) - min(one) for one in zip(*at.values(), strict=True))
        flat = min(most, max(least, room / width * wide / high)) if high else flat
    return apart(at, sizes, (unit, flat * unit), _GAP)


def _centred(page: Sequence[Cluster], width: float) -> Mapping[str, Box]:
    """The boxes of a page, about its middle."""
    boxes = {id: box for cluster in page for id, box in cluster.boxes.items()}
    spare = max(0.0, width - max((box.right for box in boxes.values()), default=0.0)) / 2
    return {id: Box(box.x + spare, box.y, box.width, box.height) for id, box in boxes.items()}
