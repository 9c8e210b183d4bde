"""Finding what an address names: a node by its id or by a name in any spelling, a platform by its name."""

from __future__ import annotations

from graph.store import GraphStore
from graph.vocabulary import Label
from queries.catalogue import ask
from queries.links import NodeName
from queries.search import search

_PLATFORM = "MATCH (p:Platform {name: $name}) RETURN p.id AS id, p.name AS name ORDER BY id"


def platform_called(store: GraphStore, name: str | None) -> NodeName | None:
    """The platform of this very name; None where there is none."""
    rows = store.query(_PLATFORM, {"name": name}).records() if name else []
    return NodeName(rows[0]["id"], rows[0]["name"], Label.PLATFORM) if rows else None


def node_meant(store: GraphStore, text: str) -> NodeName:
    """The node that has this id, else the one that the text means best; NotFoundError with the nearest names."""
    rows = ask(store, "label", id=text)
    if rows:
        return NodeName(text, rows[0]["name"] or "", Label(rows[0]["label"]))
    thing = search(store, text)[0].thing
    return NodeName(thing.id, thing.name, thing.label)
