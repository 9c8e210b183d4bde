"""Finding what an address names: a node by its id or by a name in any spelling, a platform by its name."""

from __future__ import annotations

from graph.store import GraphStore
from graph.vocabulary import Label
from queries.catalogue import ask
from queries.links import NodeName
from queries.search import names, search


def platform_called(store: GraphStore, name: str | None) -> NodeName | None:
    """The platform of this very name; None where there is none."""
    found = (one for one in names(store, [Label.PLATFORM]) if one.name == name)
    return next((NodeName(one.id, one.name, Label.PLATFORM) for one in found), None)


def node_meant(store: GraphStore, text: str) -> NodeName:
    """The node that has this id, else the one that the text means best; NotFoundError with the nearest names."""
    rows = ask(store, "label", id=text)
    if rows:
        return NodeName(text, rows[0]["name"] or "", Label(rows[0]["label"]))
    thing = search(store, text)[0].thing
    return NodeName(thing.id, thing.name, thing.label)
