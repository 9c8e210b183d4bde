"""Agencies: the list of them, and everything about one.

Always true: the list stands by name; an agency's cases are those that minutes name it with or that it proposes.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import NotFoundError
from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label, Role, Status
from queries.actions import Action, actions
from queries.catalogue import Row, ask
from queries.evidence import Quote, Quotes
from queries.links import NodeName
from queries.memory import remembered
from queries.participation import agencies
from queries.status import standings
from queries.steps import CaseName


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """An agency in a list."""

    id: str
    name: str
    label: str
    """A short name that no other agency has."""
    city: str | None
    cases: int
    """How many cases it has to do with."""
    proposed: int
    """How many of those it proposed."""
    partners: int
    """How many other agencies have to do with them."""


@dataclass(frozen=True, slots=True)
class AgencyCase:
    """A case that an agency has to do with."""

    case: CaseName
    status: Status | None
    """What the case is as of the day asked for."""
    roles: tuple[Role, ...]
    """What the agency is in it, the strongest first."""
    since: str | None
    until: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class AgencyDossier:
    """An agency with its names, whose it is, its cases and what was asked of it."""

    id: str
    name: str
    label: str
    aliases: tuple[str, ...]
    level: str | None
    kind: str | None
    since: str | None
    until: str | None
    """First and last day of its being, where known."""
    became: str | None
    """What took over from it."""
    city: str | None
    part_of: tuple[NodeName, ...]
    parts: tuple[NodeName, ...]
    cases: tuple[AgencyCase, ...]
    """By name."""
    actions: tuple[Action, ...]


def agency_list(store: GraphStore, city: str | None = None) -> tuple[AgencyEntry, ...]:
    """The agencies by name; only those of a city, by its id, where one is given."""
    counts = remembered(store, _counts)
    nothing = {"cases": 0, "proposed": 0, "partners": 0}
    names = {row["id"]: row["name"] for row in ask(store, "cities")}
    found = []
    for one in agencies(store).values():
        row = counts.get(one.id, nothing)
        if city is None or (one.city is not None and one.city == names.get(city)):
            count = (row["cases"], row["proposed"], row["partners"])
            found.append(AgencyEntry(one.id, one.name, one.label, one.city, *count))
    return tuple(sorted(found, key=lambda one: (one.name, one.id)))


def _counts(store: GraphStore) -> dict[str, Row]:
    return {row["id"]: row for row in ask(store, "agency_ranking", limit=len(agencies(store)))}


def agency_dossier(store: GraphStore, agency: str, as_of: str | None = None) -> AgencyDossier:
    """The dossier of an agency by its id, as of an ISO day where one is given; NotFoundError when there is none."""
    rows = ask(store, "agency", agency=agency)
    if not rows:
        raise NotFoundError(f"no agency has the id {agency}")
    own, known = rows[0], agencies(store)[agency]
    bodies = ask(store, "agency_bodies", agency=agency)
    within, parts = (
        tuple(NodeName(row["id"], row["name"], Label(row["label"])) for row in bodies if row["within"] is above)
        for above in (True, False)
    )
    asked = actions(store, body=agency)
    return AgencyDossier(
        id=agency,
        name=own["name"],
        label=known.label,
        aliases=tuple(own["aliases"] or ()),
        level=own["level"],
        kind=own["kind"],
        since=own["since"],
        until=own["until"],
        became=own["became"],
        city=known.city,
        part_of=within,
        parts=parts,
        cases=_cases(store, agency, as_of),
        actions=tuple(one for one in asked if as_of is None or (one.date is not None and one.date <= as_of)),
    )


def _cases(store: GraphStore, agency: str, as_of: str | None) -> tuple[AgencyCase, ...]:
    rows = ask(store, "agency_cases", agency=agency)
    by_case: dict[CaseName, list[Row]] = {}
    for row in rows:
        if as_of is None or (row["date"] is not None and row["date"] <= as_of):
            by_case.setdefault(CaseName(row["id"], row["name"], row["platform"]), []).append(row)
    stood = standings(store, [case.id for case in by_case], as_of)
    quotes = Quotes(store, (i for same in by_case.values() for row in same for i in row["passages"] or ()))
    return tuple(
        _case(case, same, stood[case.id].status if case.id in stood else None, quotes) for case, same in by_case.items()
    )


def _case(case: CaseName, rows: list[Row], status: Status | None, quotes: Quotes) -> AgencyCase:
    held = {Role.PROPOSER if row["type"] == EdgeType.PROPOSES else Role(row["role"]) for row in rows}
    days = [row["date"] for row in rows if row["date"]]
    said = quotes.of(dict.fromkeys(i for row in rows for i in row["passages"] or ()))
    roles = tuple(sorted(held, key=list(Role).index))
    return AgencyCase(case, status, roles, min(days, default=None), max(days, default=None), said)
