"""The graph as networkx graphs, for measures, layouts and drawings.

Always true: a view is a copy; nodes carry the ids of the graph, so a view and the graph can be joined again; nothing is
weighed that no edge of the graph says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import networkx as nx

from graph.model import Edge, Graph, Node
from graph.schema import LINEAGE
from graph.vocabulary import EdgeType, Label

_TAKING_PART = frozenset({EdgeType.PROPOSES, EdgeType.INVOLVED_IN})


def lineage(graph: Graph, case: str | None = None) -> nx.MultiDiGraph[str]:
    """How cases come out of each other.

    In: the graph; the id of a case, to see only what hangs together with it (None: all cases with a step). Out: nodes
    are cases (``name``, ``platform``, ``status``, ``first_seen``, ``last_seen``, each only where known); edges run from
    the older to the younger (``type``, ``date``, ``inferred``, ``passages``). It has no cycle unless a name was taken
    back. Raises: KeyError when there is no such case.
    """
    view: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    if case is not None:
        if graph.nodes[case].label is not Label.CASE:
            raise KeyError(case)
        _add(view, graph.nodes[case])
    for edge in _of(graph, *LINEAGE):
        if graph.nodes[edge.source].label is Label.CASE:
            for end in (edge.source, edge.target):
                _add(view, graph.nodes[end])
            view.add_edge(edge.source, edge.target, **_told(edge))
    if case is None:
        return view
    around = nx.node_connected_component(view.to_undirected(as_view=True), case)
    return nx.MultiDiGraph(view.subgraph(around))


def participation(graph: Graph, since: str | None = None, until: str | None = None) -> nx.Graph[str]:
    """Agencies and the cases that they take part in: a two-mode graph.

    In: the graph; the first and the last ISO day that counts (None: no bound; with a bound, what has no day does not
    count). Out: nodes are agencies (``bipartite`` 0, ``name``) and cases (``bipartite`` 1, ``name``, ``platform``);
    edges have ``roles`` (sorted; ``proposes`` among them), ``since`` and ``until`` where known.
    """
    view: nx.Graph[str] = nx.Graph()
    for edge in _of(graph, *_TAKING_PART):
        agency = graph.nodes[edge.source]
        if agency.label is not Label.AGENCY or not _within(edge, since, until):
            continue
        _add(view, agency, bipartite=0)
        _add(view, graph.nodes[edge.target], bipartite=1)
        held = view.get_edge_data(edge.source, edge.target, {})
        role = "proposes" if edge.type is EdgeType.PROPOSES else str(edge.properties.get("role", "mentioned"))
        days = sorted(filter(None, (held.get("since"), held.get("until"), edge.date)))
        span = {"since": days[0], "until": days[-1]} if days else {}
        view.add_edge(edge.source, edge.target, roles=sorted({*held.get("roles", ()), role}), **span)
    return view


def collaboration(graph: Graph, since: str | None = None, until: str | None = None) -> nx.Graph[str]:
    """Agencies that take part in the same cases.

    In: as ``participation``. Out: nodes are agencies (``name``, ``cases``: how many they take part in); edges have
    ``weight`` (number of shared cases), ``cases`` (their ids, sorted), ``since`` (first day by which both are named
    with a shared case) and ``until`` (last day on which one of them is), each only where known.
    """
    both = participation(graph, since, until)
    view: nx.Graph[str] = nx.Graph()
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for node, held in both.nodes(data=True):
        if held["bipartite"] == 0:
            view.add_node(node, name=held["name"], cases=both.degree(node))
        else:
            for pair in combinations(sorted(both[node]), 2):
                shared[pair].append(node)
    for (one, other), cases in shared.items():
        ends = [(both.edges[one, case], both.edges[other, case]) for case in cases]
        firsts = [max(a["since"], b["since"]) for a, b in ends if "since" in a and "since" in b]
        lasts = [edge["until"] for end in ends for edge in end if "until" in edge]
        span = ({"since": min(firsts)} if firsts else {}) | ({"until": max(lasts)} if lasts else {})
        view.add_edge(one, other, weight=len(cases), cases=sorted(cases), **span)
    return view


def _of(graph: Graph, *kinds: EdgeType) -> Iterator[Edge]:
    return (edge for edge in graph.edges.values() if edge.type in kinds)


def _add(view: nx.Graph[str], node: Node, **more: Any) -> None:
    kept = ("name", "platform", "status", "first_seen", "last_seen")
    view.add_node(node.id, **{key: node.properties[key] for key in kept if key in node.properties}, **more)


def _told(edge: Edge) -> dict[str, Any]:
    day = {"date": edge.date} if edge.date else {}
    return {"type": edge.type.value, "inferred": edge.inferred, "passages": edge.passages, **day}


def _within(edge: Edge, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    return edge.date is not None and (since or "") <= edge.date <= (until or "9999")
