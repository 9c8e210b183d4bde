"""What the core questions ought to answer, by plain Python over the graph's values.

Always true: nothing here runs a query or shares code with one.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from graph.model import Edge, Graph
from graph.schema import EVENTS, LINEAGE
from graph.vocabulary import EdgeType, Label

Rows = Iterable[tuple[Any, ...]]
_ACTING = (EdgeType.PROPOSES, EdgeType.INVOLVED_IN)
_AROUND = frozenset(EdgeType) - {EdgeType.RECORDED_IN, *EVENTS} | {EdgeType.DISCUSSED_AT}

_ENDS = frozenset({
    EdgeType.DELISTING_RECOMMENDED_AT, EdgeType.DELISTED_AT, EdgeType.ROUTINISED_AT, EdgeType.REJECTED_AT,
    EdgeType.WITHDRAWN_AT, EdgeType.REFERRED_TO, *LINEAGE,
})  # fmt: skip


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


def participation(graph: Graph, cases: list[str], **span: str | None) -> Iterator[tuple[str, str, str | None]]:
    first, last = span["from"], span["to"]
    for edge in graph.edges.values():
        if edge.type not in _ACTING or graph.nodes[edge.source].label is not Label.AGENCY or edge.target not in cases:
            continue
        early, late = first is None or (edge.date or "") >= first, last is None or (edge.date or "9999") <= last
        if early and late:
            role = "proposer" if edge.type is EdgeType.PROPOSES else str(edge.properties["role"])
            yield edge.source, role, edge.date


def collaboration(graph: Graph, limit: int) -> list[tuple[str, str, int, str | None, str | None]]:
    days: defaultdict[tuple[str, str], list[str | None]] = defaultdict(list)
    for edge in graph.edges.values():
        if edge.type in _ACTING and graph.nodes[edge.source].label is Label.AGENCY:
            days[edge.source, edge.target].append(edge.date)
    agencies = sorted({agency for agency, _ in days})
    found = []
    for one, other in combinations(agencies, 2):
        shared = [case for agency, case in days if agency == one and (other, case) in days]
        told = [[[day for day in days[end, case] if day] for end in (one, other)] for case in shared]
        both = [max(min(a), min(b)) for a, b in told if a and b]
        every = [day for ends in told for some in ends for day in some]
        if shared:
            names = [str(graph.nodes[end].properties["name"]) for end in (one, other)]
            since, until = min(both, default=None), max(every, default=None)
            found.append((names, (one, other, len(shared), since, until)))
    ranked = sorted(found, key=lambda pair: (-pair[1][2], pair[0], pair[1][:2]))
    return [pair for _, pair in ranked][:limit]


def agencies(graph: Graph) -> Iterator[tuple[str, str | None]]:
    above: defaultdict[str, set[str]] = defaultdict(set)
    for edge in graph.edges.values():
        if edge.type is EdgeType.PART_OF:
            above[edge.source].add(edge.target)
    for node in graph.nodes.values():
        if node.label is Label.AGENCY:
            seen = waiting = {node.id}
            for _ in range(5):
                waiting = {up for id in waiting for up in above[id] if graph.nodes[id].label is Label.AGENCY}
                seen = seen | waiting
            cities = [str(graph.nodes[id].properties["name"]) for id in seen if graph.nodes[id].label is Label.CITY]
            yield node.id, min(cities, default=None)


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
    ended: defaultdict[str, list[str]] = defaultdict(list)
    about: dict[str, str] = {}
    asked: dict[str, str] = {}
    owed: defaultdict[str, int] = defaultdict(int)
    for edge in graph.edges.values():
        if edge.type in _ENDS and (when := edge.date or edge.properties.get("reported")):
            ended[edge.source].append(str(when))
        about |= {edge.source: edge.target} if edge.type is EdgeType.ABOUT else {}
        if edge.type is EdgeType.DECIDED_AT:
            asked[edge.source] = str(graph.nodes[edge.target].properties.get("date", ""))
        owed[edge.source] += edge.type is EdgeType.ASSIGNED_TO
    for node in graph.nodes.values():
        due, held = str(node.properties.get("due", "9999")), asked.get(node.id)
        if node.label is not Label.ACTION_ITEM or held is None or not held <= due < day:
            continue
        if not held or not any(held <= when <= day for when in ended[about.get(node.id, "")]):
            yield from [(node.id,)] * max(1, owed[node.id])


def parties(graph: Graph, cases: list[str], day: str) -> Iterator[tuple[str, str, str, str]]:
    since: dict[tuple[str, str, str], str] = {}
    for edge in graph.edges.values():
        role = "proposer" if edge.type is EdgeType.PROPOSES else str(edge.properties.get("role"))
        acts = edge.type in _ACTING and role in ("proposer", "responsible", "host")
        if acts and edge.target in cases and edge.date is not None and edge.date <= day:
            mark = (edge.target, role, edge.source)
            since[mark] = min(edge.date, since.get(mark, "9999"))
    yield from ((*mark, first) for mark, first in since.items())


def case_groups(graph: Graph, cases: list[str], day: str) -> Iterator[tuple[str, str, str]]:
    last: dict[tuple[str, str], str] = {}
    for edge in graph.edges.values():
        told = str(edge.date or edge.properties.get("reported", "9999"))
        if edge.type in {*EVENTS, EdgeType.DISCUSSED_AT} and edge.source in cases and told <= day:
            held = graph.nodes[edge.target].properties
            if held.get("level") == "working_group" and "group" in held:
                mark = (edge.source, str(held["group"]))
                last[mark] = max(told, last.get(mark, ""))
    yield from ((*mark, told) for mark, told in last.items())


def tasks(graph: Graph, cases: list[str], day: str, **span: str | None) -> Iterator[tuple[str, str]]:
    first, asked = span["from"], {}
    for edge in graph.edges.values():
        if edge.type is EdgeType.DECIDED_AT:
            asked[edge.source] = str(graph.nodes[edge.target].properties.get("date", "9999"))
    for edge in graph.edges.values():
        if edge.type is EdgeType.ABOUT and edge.target in cases and asked.get(edge.source, "9999") <= day:
            due = graph.nodes[edge.source].properties.get("due")
            if first is not None and due is not None and str(due) >= first:
                yield edge.target, edge.source


def turning_points(graph: Graph, cases: list[str], day: str) -> Iterator[tuple[str, str, str]]:
    kinds = {*EVENTS, EdgeType.DISCUSSED_AT}
    for case in cases:
        happened = [edge for edge in graph.edges.values() if edge.source == case and edge.type in kinds]
        told = {edge.key: str(edge.date or edge.properties.get("reported", "9999")) for edge in happened}
        known = [edge for edge in happened if told[edge.key] <= day]
        decided = [edge for edge in known if edge.type is not EdgeType.DISCUSSED_AT]
        asked = [edge for edge in known if edge.type is EdgeType.DELISTING_RECOMMENDED_AT]
        days = {min((told[edge.key] for edge in known), default="")}
        days |= {max((told[edge.key] for edge in some), default="") for some in (decided, asked)}
        yield from ((case, edge.type.value, edge.target) for edge in known if told[edge.key] in days)


def _cases(graph: Graph) -> set[str]:
    return {node.id for node in graph.nodes.values() if node.label is Label.CASE}


def _place(graph: Graph, id: str) -> tuple[str, str, str]:
    from graph.store.mapping import stored_node

    return graph.nodes[id].label.value, stored_node(graph.nodes[id])["name"], id


def _chains(graph: Graph, case: str) -> Iterator[tuple[str, int]]:
    yield from ((direction, len(types)) for direction, _, types in lineage(graph, case))


KEYS = {
    "case_lineage": Key(("direction", "length"), _chains),
    "case_events": Key(
        ("case", "type", "date"),
        lambda graph, cases: ((case, kind, day) for case in cases for kind, day, _ in events(graph, case)),
    ),
    "collaborators": Key(("id", "cases"), collaborators),
    "participation": Key(("agency", "role", "date"), participation),
    "collaboration": Key(("a_id", "b_id", "cases", "since", "until"), collaboration),
    "agencies": Key(("id", "city"), agencies),
    "open_cases": Key(("id",), open_cases),
    "parties": Key(("case", "role", "id", "since"), parties),
    "case_groups": Key(("case", "group", "last"), case_groups),
    "tasks": Key(("case", "id"), tasks),
    "turning_points": Key(("case", "type", "meeting"), turning_points),
    "neighbourhood": Key(("id", "distance"), neighbourhood),
    "overdue": Key(("id",), overdue),
}
