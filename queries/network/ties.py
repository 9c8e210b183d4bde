"""Ties: why two agencies, cities or groups are said to work together.

Always true: a tie joins two different actors over one thing and has the passages of both their parts; two actors have
one tie of a kind over a thing, however often it is spoken of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from graph.store import GraphStore
from graph.vocabulary import Label, Role
from queries.catalogue import ask
from queries.evidence import Quote, Quotes
from queries.network.parts import Bounds, Part, Thing, agency_parts, city_parts, group_parts, hosting, tasks
from queries.participation import agencies
from queries.partners import Why
from queries.search import meant

_GUESTS = frozenset({Role.INVITED, Role.PARTICIPANT})
_PRESENT = frozenset(Role) - {Role.MENTIONED}
"""Roles in which a city has something to do at a sitting; merely mentioned, it is no guest."""


class Of(StrEnum):
    """Whose network it is."""

    AGENCIES = "agencies"
    CITIES = "cities"
    GROUPS = "groups"


class Weight(StrEnum):
    """What counts as a tie."""

    CASES = "cases"
    TASKS = "tasks"
    HOSTING = "hosting"
    ALL = "all"

    @property
    def reasons(self) -> frozenset[Why]:
        """The reasons it counts."""
        one = {
            Weight.CASES: Why.SAME_CASE,
            Weight.TASKS: Why.SAME_ACTION_ITEM,
            Weight.HOSTING: Why.HOST_AND_GUEST,
        }.get(self)
        return frozenset({one}) if one else frozenset(Why)


@dataclass(frozen=True, slots=True)
class Scope:
    """What was asked for; None: everything. Days are ISO, both bounds belong to the period."""

    of: Of = Of.AGENCIES
    weight: Weight = Weight.ALL
    platform: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An agency, a city or an issue group."""

    id: str
    name: str
    label: str
    """A short name that no other actor has."""
    city: str | None
    """Of an agency; None for a body of the state."""
    platform: str | None = None
    """Of a group."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One reason why two actors belong together."""

    a: str
    b: str
    """Ids of the actors, ``a`` before ``b``."""
    why: Why
    thing: Thing
    since: str | None
    """First day by which both had been named with it."""
    until: str | None
    """Last day on which one of them was."""
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Ties:
    """All ties of a scope, and everyone who has a part in something there."""

    scope: Scope
    actors: tuple[Actor, ...]
    """By name and id."""
    ties: tuple[Tie, ...]
    """By actors, reason, day and thing."""


def ties(store: GraphStore, scope: Scope) -> Ties:
    """The ties of a scope; NotFoundError with the nearest names for a platform that is not there."""
    platform = meant(store, scope.platform, Label.PLATFORM).name if scope.platform else None
    bounds = Bounds(platform, scope.since, scope.until)
    parts = _READERS[scope.of](store, bounds)
    pairs = [pair for pair in _pairs(store, bounds, scope.of, parts) if pair[2] in scope.weight.reasons]
    known = _actors(store, scope.of)
    there = {one.actor for one in parts} | {one.actor for *_, a, b in pairs for one in (*a, *b)}
    quotes = Quotes(store, (i for *_, a, b in pairs for one in (*a, *b) for i in one.passages))
    found = [_tie(*pair, quotes) for pair in pairs]
    return Ties(
        Scope(scope.of, scope.weight, platform, scope.since, scope.until),
        tuple(sorted((known[id] for id in there if id in known), key=lambda one: (one.name, one.id))),
        tuple(sorted(found, key=lambda t: (t.a, t.b, list(Why).index(t.why), t.since or "9999", t.thing.id))),
    )


_READERS = {Of.AGENCIES: agency_parts, Of.CITIES: city_parts, Of.GROUPS: group_parts}

_Pair = tuple[str, str, Why, Thing, tuple[Part, ...], tuple[Part, ...]]
"""Two actors, why, over what, and the parts of each in it."""


def _pairs(store: GraphStore, bounds: Bounds, of: Of, parts: list[Part]) -> Iterator[_Pair]:
    for one, other, thing, a, b in _beside(parts):
        yield one, other, Why.SAME_CASE, thing, a, b
        if hosts := _host_and_guest(a, b) or _host_and_guest(b, a):
            mine = tuple(part for part in hosts if part.actor == one)
            yield one, other, Why.HOST_AND_GUEST, thing, mine, tuple(p for p in hosts if p.actor == other)
    for one, other, thing, a, b in _beside(_tasks(store, bounds, of, parts)):
        yield one, other, Why.SAME_ACTION_ITEM, thing, a, b
    if of is Of.CITIES:
        yield from _at_sittings(hosting(store, bounds), parts)


def _beside(parts: Iterable[Part]) -> Iterator[tuple[str, str, Thing, tuple[Part, ...], tuple[Part, ...]]]:
    """Every two actors with a part in the same thing."""
    held: defaultdict[str, defaultdict[str, list[Part]]] = defaultdict(lambda: defaultdict(list))
    for part in parts:
        held[part.thing.id][part.actor].append(part)
    for actors in held.values():
        for one, other in combinations(sorted(actors), 2):
            yield one, other, actors[one][0].thing, tuple(actors[one]), tuple(actors[other])


def _host_and_guest(one: tuple[Part, ...], other: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts by which one hosts what the other is invited to or takes part in; empty when it does not."""
    host = tuple(part for part in one if part.role is Role.HOST)
    guest = tuple(part for part in other if part.role in _GUESTS)
    return (*host, *guest) if host and guest else ()


def _tasks(store: GraphStore, bounds: Bounds, of: Of, parts: list[Part]) -> Iterator[Part]:
    """Parts in action items: who is asked; of groups, the one that asks and those that deal with the item's case."""
    if of is Of.GROUPS:
        dealing: defaultdict[str, set[str]] = defaultdict(set)
        for part in parts:
            dealing[part.thing.id].add(part.actor)
        for task, group in dict.fromkeys(tasks(store, bounds)):
            others = dealing.get(task.thing.case.id, set()) if task.thing.case else set()
            yield from (_of(task, id) for id in (sorted({group, *others}) if group else ()))
        return
    known, city = _actors(store, of), _city_of_agency(store) if of is Of.CITIES else {}
    for task, _ in tasks(store, bounds):
        if (actor := city.get(task.actor, task.actor)) in known:
            yield _of(task, actor)


def _at_sittings(hosts: list[Part], parts: list[Part]) -> Iterator[_Pair]:
    """The host of every sitting with each other city that had something to do there."""
    present: defaultdict[str, defaultdict[str, list[Part]]] = defaultdict(lambda: defaultdict(list))
    for part in parts:
        if part.meeting and part.role in _PRESENT:
            present[part.meeting][part.actor].append(part)
    hosting_there = {(part.thing.id, part.actor) for part in hosts}
    for host in hosts:
        for guest, some in sorted(present[host.thing.id].items()):
            if (host.thing.id, guest) not in hosting_there:
                pair = {host.actor: (host,), guest: tuple(some)}
                one, other = sorted(pair)
                yield one, other, Why.HOST_AND_GUEST, host.thing, pair[one], pair[other]


def _tie(one: str, other: str, why: Why, thing: Thing, a: tuple[Part, ...], b: tuple[Part, ...], quotes: Quotes) -> Tie:
    firsts = [min((part.date for part in parts if part.date), default=None) for parts in (a, b)]
    known = [day for day in firsts if day]
    return Tie(
        one,
        other,
        why,
        thing,
        since=max(known) if len(known) == 2 else None,
        until=max((part.date for part in (*a, *b) if part.date), default=None),
        quotes=quotes.of(dict.fromkeys(id for part in (*a, *b) for id in part.passages)),
    )


def _of(part: Part, actor: str) -> Part:
    return Part(actor, part.thing, part.role, part.date, part.meeting, part.passages)


def _city_of_agency(store: GraphStore) -> dict[str, str]:
    """The id of the city of every agency that has one, by the agency's id."""
    cities = {one.name: one.id for one in _actors(store, Of.CITIES).values()}
    return {id: cities[one.city] for id, one in agencies(store).items() if one.city in cities}


def _actors(store: GraphStore, of: Of) -> dict[str, Actor]:
    if of is Of.AGENCIES:
        return {id: Actor(id, one.name, one.label, one.city) for id, one in agencies(store).items()}
    if of is Of.CITIES:
        return {row["id"]: Actor(row["id"], row["name"], row["name"], row["name"]) for row in ask(store, "cities")}
    groups = ask(store, "groups")
    names = [row["name"] for row in groups]
    return {
        row["id"]: Actor(row["id"], row["name"], _unlike(row["name"], row["platform"], names), None, row["platform"])
        for row in groups
    }


def _unlike(name: str, platform: str | None, names: list[str]) -> str:
    """A group's name, with its platform before it where several platforms have a group of that name."""
    return f"{platform}{name}" if platform and names.count(name) > 1 else name
