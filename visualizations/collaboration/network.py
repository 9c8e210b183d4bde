"""The network of agencies, and of cases where asked for, before it has positions.

Always true: every link is a pair or a part of the participation, with its id and its words; where not all are shown,
those shown are the closest, and how many there are is told; every node has a link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from queries.collaboration import Pair, pairs
from queries.participation import Agency, Part, Participation
from queries.steps import CaseName
from visualizations.citations import Source
from visualizations.collaboration.evidence import of_pair, of_part
from visualizations.collaboration.telling import Options, pair_words, part_words

MOST = 60
"""How many pairs, or cases, a network shows when no one says otherwise."""


@dataclass(frozen=True, slots=True)
class Node:
    """An agency or a case."""

    id: str
    kind: str
    """``agency`` or ``case``."""
    name: str
    label: str
    """What the picture calls it."""
    city: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """What joins two nodes."""

    id: str
    kind: str
    """``pair`` or ``part``."""
    a: str
    b: str
    weight: int
    """How many cases two agencies share; 1 between an agency and a case."""
    leads: bool
    """Whether the agency carries the case; true of every pair."""
    words: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and links, how many there would be, and the statements that they come from."""

    held: Participation
    options: Options
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    pairs: tuple[Pair, ...]
    """The pairs shown; none where cases are shown."""
    shown: int
    every: int
    """How many pairs, or cases, are shown of how many."""

    @property
    def heaviest(self) -> int:
        """The greatest weight of a link."""
        return max((link.weight for link in self.links), default=1)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that the links rest on."""
        shared = {part.id for pair in self.pairs for one in pair.shared for part in (one.a, one.b)}
        shared |= {link.id for link in self.links}
        return tuple(part for part in self.held.parts if part.id in shared)


def network(held: Participation, options: Options, *, cases: bool = False, most: int = MOST) -> Network:
    """The network of a participation.

    In: who takes part in what; how it speaks; whether cases are nodes, too; how many pairs of agencies, or cases, to
    show: those pairs that share most cases, those cases that most agencies take part in. Out: the network.
    """
    if cases:
        return _of_cases(held, options, most)
    told = pairs(held)
    shown = told[:most]
    ends = dict.fromkeys(agency for pair in shown for agency in (pair.a, pair.b))
    links = [
        Link(pair.id, "pair", pair.a.id, pair.b.id, pair.cases, True, pair_words(pair, options), of_pair(pair))
        for pair in shown
    ]
    return Network(held, options, _nodes(ends, ()), tuple(links), shown, len(shown), len(told))


def _of_cases(held: Participation, options: Options, most: int) -> Network:
    times = Counter(part.case for part in held.parts)
    ranked = sorted(times, key=lambda case: (-times[case], case.name, case.id))
    kept = set(ranked[:most])
    parts = [part for part in held.parts if part.case in kept]
    links = [
        Link(part.id, "part", part.agency.id, part.case.id, 1, part.leads, part_words(part, options), of_part(part))
        for part in parts
    ]
    nodes = _nodes(dict.fromkeys(part.agency for part in parts), ranked[:most])
    return Network(held, options, nodes, tuple(links), (), len(kept), len(ranked))


def _nodes(agencies: Iterable[Agency], cases: Iterable[CaseName]) -> tuple[Node, ...]:
    bodies = [Node(one.id, "agency", one.name, one.label, one.city) for one in agencies]
    things = [Node(one.id, "case", one.name, one.name, None) for one in cases]
    return tuple(sorted([*bodies, *things], key=lambda node: (node.kind, node.id)))
