"""A network as GraphML, for networkx, yEd, Cytoscape, igraph and R.

Always true: equal networks give equal bytes; what GraphML cannot hold is escaped; an edge tells what it rests on.
"""

from __future__ import annotations

import io
from typing import Any

import networkx as nx

from graph.export.escaping import xml_text
from queries.network.edges import Measure, Network, things
from queries.partners import Why


def graphml(held: Network) -> bytes:
    """The network as GraphML: nodes with their figures, edges with their weights, days and what they rest on."""
    graph: nx.Graph[str] = nx.Graph()
    for node in held.nodes:
        own = {
            "name": node.actor.name,
            "label": node.actor.label,
            "city": node.actor.city,
            "platform": node.actor.platform,
        }
        figures = {measure.value: getattr(node, measure) for measure in Measure}
        graph.add_node(xml_text(node.id), **{key: xml_text(text) for key, text in own.items() if text}, **figures)
    for edge in held.edges:
        days = {key: text for key, text in (("since", edge.since), ("until", edge.until)) if text}
        counts = {why.value: edge.count(why) for why in Why}
        on = xml_text("\n".join(thing.name for thing in things([edge])))
        told: dict[str, Any] = {"weight": edge.weight, **counts, "bridge": edge.bridge, **days, "on": on}
        graph.add_edge(xml_text(edge.a.id), xml_text(edge.b.id), **told)
    file = io.BytesIO()
    nx.write_graphml(graph, file)
    return file.getvalue()
