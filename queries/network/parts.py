"""What each agency, city or group has a part in, as rows of the catalogue say.

Always true: a part of a city is its own or one of its agencies'; with a bound, what has no day does not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.store import GraphStore
from graph.vocabulary import Label, Role
from queries.catalogue import Row, ask
from queries.chronicle import cases_in
from queries.evidence import one_line
from queries.participation import agencies
from queries.steps import CaseName


@dataclass(frozen=True, slots=True)
class Thing:
    """What a tie is about: a case, an action item or a sitting."""

    id: str
    label: Label
    name: str
    case: CaseName | None
    """The case itself, or the case that an action item serves; None for a sitting."""


@dataclass(frozen=True, slots=True)
class Part:
    """That an actor has to do with a thing, as one sitting's minutes say."""

    actor: str
    thing: Thing
    role: Role | None
    date: str | None
    meeting: str | None
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What counts: a platform's name, the first and the last ISO day; None: no bound."""

    platform: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def days(self) -> dict[str, str | None]:
        """The days as the catalogue takes them."""
        return {"from": self.since, "to": self.until}


def agency_parts(store: GraphStore, bounds: Bounds) -> list[Part]:
    """Parts of agencies in cases."""
    rows = ask(store, "participation", cases=_spoken(store, bounds), **bounds.days)
    return [_part(row["agency"], row) for row in rows]


def city_parts(store: GraphStore, bounds: Bounds) -> list[Part]:
    """Parts of cities in cases, their agencies' among them."""
    cities = {row["name"]: row["id"] for row in ask(store, "cities")}
    of_agency = {id: cities[one.city] for id, one in agencies(store).items() if one.city in cities}
    own = ask(store, "city_participation", cases=_spoken(store, bounds), **bounds.days)
    parts = [_part(row["city"], row) for row in own]
    return parts + [
        Part(of_agency[one.actor], one.thing, one.role, one.date, one.meeting, one.passages)
        for one in agency_parts(store, bounds)
        if one.actor in of_agency
    ]


def group_parts(store: GraphStore, bounds: Bounds) -> list[Part]:
    """Parts of issue groups in cases: what their sittings dealt with, and what was referred to them."""
    spoken = _spoken(store, bounds)
    kept = None if spoken is None else set(spoken)
    rows = ask(store, "group_cases", **bounds.days)
    return [_part(row["group"], row) for row in rows if kept is None or row["case"]["id"] in kept]


def tasks(store: GraphStore, bounds: Bounds) -> Iterator[tuple[Part, str | None]]:
    """Parts in action items, each with the group that asked; those that name nobody have an empty actor."""
    for row in ask(store, "assignments", **bounds.days):
        if bounds.platform is None or row["platform"] == bounds.platform:
            case = CaseName(row["case_id"], row["case"], row["case_platform"]) if row["case_id"] else None
            thing = Thing(row["id"], Label.ACTION_ITEM, one_line(row["text"] or ""), case)
            yield (
                Part(row["assignee"] or "", thing, None, row["date"], row["meeting"], tuple(row["passages"] or ())),
                row["group"],
            )


def hosting(store: GraphStore, bounds: Bounds) -> list[Part]:
    """Parts of cities as hosts of sittings."""
    return [
        Part(
            row["city"],
            Thing(row["meeting"], Label.MEETING, row["name"] or row["meeting"], None),
            Role.HOST,
            row["date"],
            row["meeting"],
            tuple(row["passages"] or ()),
        )
        for row in ask(store, "sitting_hosts", **bounds.days)
        if bounds.platform is None or row["platform"] == bounds.platform
    ]


def _spoken(store: GraphStore, bounds: Bounds) -> list[str] | None:
    return cases_in(store, bounds.platform) if bounds.platform else None


def _part(actor: str, row: Row) -> Part:
    case = CaseName(**row["case"])
    role = Role(row["role"]) if row.get("role") else None
    thing = Thing(case.id, Label.CASE, case.name, case)
    return Part(actor, thing, role, row["date"], row["meeting"], tuple(row["passages"] or ()))
