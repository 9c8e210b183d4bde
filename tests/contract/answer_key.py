"""What the core questions ought to answer, by plain Python over the graph's values.

Always true: nothing here runs a query or shares code with one.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.model import Edge, Graph
from graph.schema import EVENTS, LINEAGE
from graph.vocabulary import EdgeType, Label

Rows = Iterable[tuple[Any, ...]]
_ACTING = (EdgeType.PROPOSES, EdgeType.INVOLVED_IN)
_AROUND = frozenset(EdgeType) - {EdgeType.RECORDED_IN, *EVENTS} | {EdgeType.DISCUSSED_AT}


@dataclass(frozen=True, slots=True)
class Key:
    """Some columns of a query, and the rows that they ought to have."""

    columns: tuple[str, ...]
    rows: Callable[..., Rows]


def lineage(graph: Graph, case: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """Every chain of steps through a case, both ways; no step twice in a chain."""
    steps = [edge for edge in graph.edges.values() if edge.type in LINEAGE and edge.target in _cases(graph)]
    steps = [edge for edge in steps if edge.source in _cases(graph)]

    def chains(at: str, taken: tuple[Edge, ...], forward: bool) -> Iterator[tuple[Edge, ...]]:
        for step in steps:
            if step not in taken and (step.source if forward else step.target) == at:
                longer = (*taken, step) if forward else (step, *taken)
                yield longer
                yield from chains(step.target if forward else step.source, longer, forward)

    for forward, direction in ((True, "descendant"), (False, "ancestor")):
        for chain in chains(case, (), forward):
            cases = [chain[0].source, *(step.target for step in chain)]
            names = [str(graph.nodes[one].properties["name"]) for one in cases]
            yield direction, names, [step.type.value for step in chain]


def events(graph: Graph, case: str) -> Iterator[tuple[str, str | None, str]]:
    kinds = {*EVENTS, EdgeType.DISCUSSED_AT}
    for edge in graph.edges.values():
        if edge.source == case and edge.type in kinds:
            yield edge.type.value, edge.date, edge.target


def collaborators(graph: Graph, agency: str, limit: int) -> list[tuple[str, int]]:
    acting: defaultdict[str, set[str]] = defaultdict(set)
    for edge in graph.edges.values():
        if edge.type in _ACTING and graph.nodes[edge.source].label is Label.AGENCY:
            acting[edge.source].add(edge.target)
    own = acting.pop(agency, set())
    shared = {other: len(cases & own) for other, cases in acting.items()}
    ranked = sorted(
        ((other, count) for other, count in shared.items() if count),
        key=lambda one: (-one[1], str(graph.nodes[one[0]].properties["name"]), one[0]),
    )
    return ranked[:limit]


def open_cases(graph: Graph, platform: str, group: str | None) -> Iterator[tuple[str]]:
    spoke: defaultdict[str, set[str]] = defaultdict(set)
    for edge in graph.edges.values():
        if edge.type is EdgeType.DISCUSSED_AT and "group" in graph.nodes[edge.target].properties:
            spoke[edge.source].add(str(graph.nodes[edge.target].properties["group"]))
    states = ("proposed", "established", "continued", "delisting_recommended", "deferred")
    for node in graph.nodes.values():
        held = node.properties
        kept = node.label is Label.CASE and held.get("platform") == platform and held.get("status") in states
        if kept and (group is None or group in spoke[node.id]):
            yield (node.id,)


def neighbourhood(graph: Graph, id: str, depth: int, cap: int) -> list[tuple[str, int]]:
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for edge in graph.edges.values():
        if edge.type in _AROUND:
            beside[edge.source].add(edge.target)
            beside[edge.target].add(edge.source)
    distance, waiting = {id: 0}, deque([id])
    while waiting:
        at = waiting.popleft()
        for other in beside[at] if distance[at] < depth else ():
            if other not in distance:
                distance[other] = distance[at] + 1
                waiting.append(other)
    found = [(other, steps) for other, steps in distance.items() if other != id]
    return sorted(found, key=lambda one: (one[1], *_place(graph, one[0])))[:cap]


def overdue(graph: Graph, day: str) -> Iterator[tuple[str]]:
    later: defaultdict[str, list[str]] = defaultdict(list)
    about: dict[str, str] = {}
    asked: defaultdict[str, int] = defaultdict(int)
    owed: defaultdict[str, int] = defaultdict(int)
    for edge in graph.edges.values():
        if edge.type is EdgeType.DISCUSSED_AT and (held := graph.nodes[edge.target].properties.get("date")):
            later[edge.source].append(str(held))
        about |= {edge.source: edge.target} if edge.type is EdgeType.ABOUT else {}
        asked[edge.source] += edge.type is EdgeType.DECIDED_AT
        owed[edge.source] += edge.type is EdgeType.ASSIGNED_TO
    for node in graph.nodes.values():
        due = str(node.properties.get("due", "9999"))
        over = node.label is Label.ACTION_ITEM and due < day and asked[node.id]
        if over and not any(due < held <= day for held in later[about.get(node.id, "")]):
            yield from [(node.id,)] * max(1, owed[node.id])


def _cases(graph: Graph) -> set[str]:
    return {node.id for node in graph.nodes.values() if node.label is Label.CASE}


def _place(graph: Graph, id: str) -> tuple[str, str, str]:
    from graph.store.mapping import stored_node

    return graph.nodes[id].label.value, stored_node(graph.nodes[id])["name"], id


def _chains(graph: Graph, case: str) -> Iterator[tuple[str, int]]:
    yield from ((direction, len(types)) for direction, _, types in lineage(graph, case))


KEYS = {
    "case_lineage": Key(("direction", "length"), _chains),
    "case_events": Key(("type", "date"), lambda graph, case: ((kind, day) for kind, day, _ in events(graph, case))),
    "collaborators": Key(("id", "cases"), collaborators),
    "open_cases": Key(("id",), open_cases),
    "neighbourhood": Key(("id", "distance"), neighbourhood),
    "overdue": Key(("id",), overdue),
}
