"""With whom an agency works, and why that is said.

Always true: a partner is one for a reason that can be read: a case in which both have a part, or an action item asked
of both; every reason has its passages. Days and scores count those reasons and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.store import GraphStore
from graph.vocabulary import Role
from queries.actions import Action, actions_of
from queries.catalogue import ask
from queries.collaboration import Pair, Shared, pairs
from queries.evidence import Quote
from queries.participation import Agency, Part, agencies, participation
from queries.steps import CaseName

_GUESTS = frozenset({Role.INVITED, Role.PARTICIPANT})


class Why(StrEnum):
    """Why two agencies are said to work together."""

    SAME_CASE = "same_case"
    HOST_AND_GUEST = "host_and_guest"
    SAME_ACTION_ITEM = "same_action_item"


@dataclass(frozen=True, slots=True)
class SharedCase:
    """A case in which both have a part."""

    case: CaseName
    why: tuple[Why, ...]
    """Same case always; host and guest as well where one hosts what the other is invited to or takes part in."""
    roles: tuple[Role, ...]
    """What the agency asked for is in it, the strongest first."""
    partner_roles: tuple[Role, ...]
    since: str | None
    """First day by which both had been named with it."""
    until: str | None
    """Last day on which one of them was."""
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """An agency that works with the one asked for."""

    agency: Agency
    score: int
    """How many reasons there are: shared cases, those of them with host and guest once more, action items of both."""
    why: tuple[Why, ...]
    since: str | None
    until: str | None
    platforms: tuple[str, ...]
    cases: tuple[SharedCase, ...]
    """By the day since which they share it."""
    actions: tuple[Action, ...]
    """What was asked of both."""


def partners(
    store: GraphStore,
    agency: str,
    *,
    platform: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> tuple[Partner, ...]:
    """The agencies that an agency works with, the closest first.

    In: a store; the agency's id; a platform in any spelling, to see only what its sittings spoke of; the first and the
    last ISO day to count (None: no bound; with a bound, what has no day does not count). Out: its partners. Raises
    NotFoundError with the nearest names for a platform that is not there.
    """
    held = participation(store, platform=platform, agency=agency, since=since, until=until)
    on = held.scope.platform
    sharing = {_other(pair, agency).id: pair for pair in pairs(held)}
    known = agencies(store)
    rows: dict[str, list[dict[str, object]]] = {}
    platforms: dict[str, set[str]] = {}
    for row in ask(store, "joint_actions", agency=agency):
        if _within(row["date"], since, until) and on in (None, row["platform"]):
            own = {"assignee_id": row["partner"], "assignee": known[row["partner"]].name}
            rows.setdefault(row["partner"], []).append(row | own)
            platforms.setdefault(row["partner"], set()).update(filter(None, [row["platform"]]))
    found = [
        _partner(known[id], agency, sharing.get(id), actions_of(store, rows.get(id, ())), platforms.get(id, set()))
        for id in {**sharing, **rows}
    ]
    return tuple(sorted(found, key=lambda one: (-one.score, one.agency.name, one.agency.id)))


def _partner(
    partner: Agency, agency: str, pair: Pair | None, actions: tuple[Action, ...], platforms: set[str]
) -> Partner:
    cases = tuple(_shared(one, agency) for one in pair.shared) if pair else ()
    hosting = sum(Why.HOST_AND_GUEST in one.why for one in cases)
    asked = [action.date for action in actions if action.date]
    counts = {Why.SAME_CASE: len(cases), Why.HOST_AND_GUEST: hosting, Why.SAME_ACTION_ITEM: len(actions)}
    return Partner(
        agency=partner,
        score=sum(counts.values()),
        why=tuple(why for why, count in counts.items() if count),
        since=min([one.since for one in cases if one.since] + asked, default=None),
        until=max([one.until for one in cases if one.until] + asked, default=None),
        platforms=tuple(sorted({*platforms, *(pair.platforms if pair else ())})),
        cases=cases,
        actions=actions,
    )


def _shared(shared: Shared, agency: str) -> SharedCase:
    own, other = (shared.a, shared.b) if shared.a.agency.id == agency else (shared.b, shared.a)
    hosts = _hosts(own, other) or _hosts(other, own)
    said = {quote.passage: quote for part in (own, other) for mention in part.mentions for quote in mention.quotes}
    return SharedCase(
        case=shared.case,
        why=(Why.SAME_CASE, Why.HOST_AND_GUEST) if hosts else (Why.SAME_CASE,),
        roles=own.roles,
        partner_roles=other.roles,
        since=shared.since,
        until=shared.until,
        quotes=tuple(sorted(said.values(), key=lambda quote: (quote.path, quote.start, quote.end))),
    )


def _hosts(one: Part, other: Part) -> bool:
    return Role.HOST in one.roles and not _GUESTS.isdisjoint(other.roles)


def _other(pair: Pair, agency: str) -> Agency:
    return pair.b if pair.a.id == agency else pair.a


def _within(day: str | None, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    return day is not None and (since or "") <= day <= (until or "9999")
