"""Who works together: agencies that have to do with the same cases."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import GraphStore
from queries.catalogue import ask


@dataclass(frozen=True, slots=True)
class Pair:
    """Two agencies and the cases they share."""

    a: str
    b: str
    cases: int
    names: tuple[str, ...]
    since: str | None


def collaboration(store: GraphStore, limit: int = 20) -> list[Pair]:
    """The closest pairs of agencies, by the number of cases they share."""
    rows = ask(store, "collaboration", limit=limit)
    return [Pair(r["a"], r["b"], r["cases"], tuple(sorted(r["names"])), r["since"]) for r in rows]
