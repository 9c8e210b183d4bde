"""Who has to do with a case.

Always true: a body stands once, in its strongest role, with every passage that names it up to the day asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label, Role
from queries.catalogue import Row, ask
from queries.evidence import Quote, Quotes
from queries.links import NodeName


@dataclass(frozen=True, slots=True)
class Party:
    """A body's part in a case."""

    body: NodeName
    roles: tuple[Role, ...]
    """The strongest first."""
    since: str | None
    until: str | None
    quotes: tuple[Quote, ...]


def parties(store: GraphStore, case: str, as_of: str | None = None) -> tuple[Party, ...]:
    """The bodies in a case, the strongest roles first; as of a day, what has no day does not count."""
    rows = [r for r in ask(store, "case_bodies", case=case) if as_of is None or (r["date"] or "9999") <= as_of]
    quotes = Quotes(store, (i for row in rows for i in row["passages"] or ()))
    by_body: dict[str, list[Row]] = {}
    for row in rows:
        by_body.setdefault(row["id"], []).append(row)
    order = list(Role)
    found = [_party(same, quotes) for same in by_body.values()]
    return tuple(sorted(found, key=lambda one: (order.index(one.roles[0]), one.body.name)))


def _party(rows: list[Row], quotes: Quotes) -> Party:
    held = {Role.PROPOSER if row["type"] == EdgeType.PROPOSES else Role(row["role"]) for row in rows}
    days = sorted(row["date"] for row in rows if row["date"])
    said = quotes.of(dict.fromkeys(i for row in rows for i in row["passages"] or ()))
    body = NodeName(rows[0]["id"], rows[0]["name"], Label(rows[0]["label"]))
    since, until = (days[0], days[-1]) if days else (None, None)
    return Party(body, tuple(sorted(held, key=list(Role).index)), since, until, said)
