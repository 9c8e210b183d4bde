"""In which order lanes stand below each other.

Always true: every lane stands once; lanes of a section stand together, and within it those that hang together by
arrows, older ones above what came out of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from visualizations.lineage.chart import Arrow, Lane


def reading_order(lanes: Sequence[Lane], arrows: Iterable[Arrow], predecessors: Mapping[str, Lane]) -> list[Lane]:
    """The lanes by section, and within it family by family, the family first heard of first."""
    held = {lane.case.id: lane for lane in lanes}
    joined: nx.DiGraph[str] = nx.DiGraph()
    joined.add_nodes_from(held)
    joined.add_edges_from((a.source, a.target) for a in arrows if a.source in held and a.target in held)
    ordered: list[Lane] = []
    sections = sorted({lane.section for lane in lanes}, key=lambda one: (one[0], one[1] == "", one[1]))
    for section in sections:
        own = joined.subgraph(id for id, lane in held.items() if lane.section == section)
        families = [sorted(family, key=lambda id: _age(held[id])) for family in nx.weakly_connected_components(own)]
        for family in sorted(families, key=lambda family: _age(held[family[0]])):
            ordered += (held[id] for id in _descending(own, family))
    return ordered


def _age(lane: Lane) -> tuple[str, str, str]:
    return (lane.first, lane.case.name, lane.case.id)


def _descending(joined: nx.DiGraph[str], family: Iterable[str]) -> Iterator[str]:
    """A family, each case below those that it came out of and as near to them as can be."""
    told: set[str] = set()
    rank = {id: place for place, id in enumerate(family)}

    def tell(id: str) -> Iterator[str]:
        if id in told:
            return
        told.add(id)
        for older in sorted(joined.predecessors(id), key=rank.__getitem__):
            yield from tell(older)
        yield id
        for younger in sorted(joined.successors(id), key=rank.__getitem__):
            yield from tell(younger)

    for id in rank:
        yield from tell(id)
