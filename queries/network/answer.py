"""A network as plain data, for JSON: the node-link form that networkx reads.

Always true: every case, action item and sitting stands once under ``things`` and every quote once under ``quotes``;
figures, edges and changes name them by their ids.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from queries.network.change import Change, EdgeChange, NodeChange
from queries.network.edges import Edge, Measure, Network, Node, things
from queries.network.ties import Actor, Tie
from queries.partners import Why


def as_dict(answer: Network | Change) -> dict[str, Any]:
    """A network, or how one changed, as plain data.

    A network's ``nodes`` and ``edges`` are those of ``networkx.node_link_graph(data, edges="edges")``.
    """
    if isinstance(answer, Network):
        return {**_network(answer), **_sources(tie for edge in answer.edges for tie in edge.ties)}
    every = (tie for one in answer.edges for tie in (*one.before, *one.after))
    return {
        "before": _network(answer.before),
        "after": _network(answer.after),
        "edges": [_edge_change(one) for one in answer.edges],
        "nodes": [_node_change(one) for one in answer.nodes],
        **_sources(every),
    }


def _network(held: Network) -> dict[str, Any]:
    return {
        "directed": False,
        "multigraph": False,
        "graph": {
            **asdict(held.scope),
            "components": held.components,
            "density": held.density,
            "modularity": held.modularity,
        },
        "nodes": [_node(held, node) for node in held.nodes],
        "edges": [_edge(edge) for edge in held.edges],
        "communities": [
            {"number": one.number, "members": [actor.id for actor in one.members], "ties": one.ties}
            for one in held.communities
        ],
        "bridges": [edge.id for edge in held.bridges],
        "core": [node.id for node in held.core],
    }


def _node(held: Network, node: Node) -> dict[str, Any]:
    figures = {
        measure.value: {
            "value": getattr(node, measure),
            "behind": [one.id for one in things(held.behind(node.id, measure))],
        }
        for measure in Measure
    }
    return {**_actor(node.actor), **figures}


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "id": edge.id,
        "source": edge.a.id,
        "target": edge.b.id,
        "weight": edge.weight,
        **{why.value: edge.count(why) for why in Why},
        "bridge": edge.bridge,
        "since": edge.since,
        "until": edge.until,
        "ties": [_tie(tie) for tie in edge.ties],
    }


def _tie(tie: Tie) -> dict[str, Any]:
    quotes = [quote.passage for quote in tie.quotes]
    return {"why": tie.why, "thing": tie.thing.id, "since": tie.since, "until": tie.until, "quotes": quotes}


def _edge_change(one: EdgeChange) -> dict[str, Any]:
    return {
        "source": one.a.id,
        "target": one.b.id,
        "direction": one.direction,
        "before": len(one.before),
        "after": len(one.after),
        "behind_before": [_tie(tie) for tie in one.before],
        "behind_after": [_tie(tie) for tie in one.after],
    }


def _node_change(one: NodeChange) -> dict[str, Any]:
    before, after = (
        {measure.value: getattr(node, measure) for measure in Measure} if node else None
        for node in (one.before, one.after)
    )
    return {**_actor(one.actor), "before": before, "after": after}


def _actor(actor: Actor) -> dict[str, Any]:
    return {key: value for key, value in asdict(actor).items() if value is not None}


def _sources(ties: Iterable[Tie]) -> dict[str, Any]:
    held = list(ties)
    about = {tie.thing.id: tie.thing for tie in held}
    quotes = {quote.passage: quote for tie in held for quote in tie.quotes}
    return {
        "things": [
            {"id": one.id, "label": one.label, "name": one.name, "case": asdict(one.case) if one.case else None}
            for _, one in sorted(about.items())
        ],
        "quotes": [asdict(quote) for _, quote in sorted(quotes.items())],
    }
