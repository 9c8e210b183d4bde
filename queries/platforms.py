"""Platforms and their groups: who takes part, when they sat.

Always true: lists stand by name, calendars by day; a sitting without a day stands in no calendar that has bounds.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import NotFoundError
from graph.store import GraphStore
from graph.vocabulary import Label
from queries.catalogue import ask
from queries.events import Sitting, sittings
from queries.evidence import Quote, Quotes
from queries.search import meant


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """An issue group of a platform."""

    id: str
    name: str
    aliases: tuple[str, ...]
    platform: str
    sittings: int
    """How often it sat, sittings only spoken of among them."""
    first: str | None
    last: str | None
    cases: int
    """How many cases its sittings spoke of."""


@dataclass(frozen=True, slots=True)
class PlatformEntry:
    """A platform in a list."""

    id: str
    name: str
    aliases: tuple[str, ...]
    sittings: int
    first: str | None
    last: str | None
    cases: int
    """How many cases stand under its name."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A city that takes part, since and until when, where that is known."""

    id: str
    name: str
    since: str | None
    until: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """A platform that went into another one."""

    source: str
    source_name: str
    target: str
    target_name: str
    date: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class PlatformDossier:
    """A platform with its groups and members, what it came out of and what it went into."""

    platform: PlatformEntry
    groups: tuple[GroupEntry, ...]
    members: tuple[Membership, ...]
    succession: tuple[Succession, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """A sitting in a calendar."""

    sitting: Sitting
    hosts: tuple[str, ...]
    """Names of the cities that hosted it."""


def platform_list(store: GraphStore) -> tuple[PlatformEntry, ...]:
    """The platforms by name."""
    return tuple(PlatformEntry(**row | {"aliases": tuple(row["aliases"] or ())}) for row in ask(store, "platforms"))


def platform_dossier(store: GraphStore, platform: str) -> PlatformDossier:
    """A platform by its id; NotFoundError when there is none."""
    found = next((one for one in platform_list(store) if one.id == platform), None)
    if found is None:
        raise NotFoundError(f"no Platform has the id {platform}")
    members = [row for row in ask(store, "members") if row["platform"] == platform]
    turns = [row for row in ask(store, "platform_mergers") if platform in (row["source"], row["target"])]
    quotes = Quotes(store, (i for row in (*members, *turns) for i in row["passages"] or ()))
    return PlatformDossier(
        found,
        tuple(group for group in group_list(store) if group.platform == found.name),
        tuple(Membership(r["id"], r["name"], r["since"], r["until"], quotes.of(r["passages"])) for r in members),
        tuple(
            Succession(
                row["source"],
                row["source_name"],
                row["target"],
                row["target_name"],
                row["date"],
                quotes.of(row["passages"]),
            )
            for row in turns
        ),
    )


def group_list(store: GraphStore) -> tuple[GroupEntry, ...]:
    """The groups of all platforms, by platform and name."""
    return tuple(GroupEntry(**row | {"aliases": tuple(row["aliases"] or ())}) for row in ask(store, "groups"))


def calendar(
    store: GraphStore,
    *,
    platform: str | None = None,
    group: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> tuple[Session, ...]:
    """The sittings in the order of their days.

    In: a store; a platform and a group in any spelling, the first and the last ISO day (None: no condition). Out: the
    sittings with their hosts. Raises NotFoundError with the nearest names.
    """
    on = meant(store, platform, Label.PLATFORM).name if platform else None
    of = meant(store, group, Label.GROUP, on).name if group else None
    hosts: dict[str, list[str]] = {}
    for row in ask(store, "hosts"):
        hosts.setdefault(row["meeting"], []).append(row["city"])
    bounded = since is not None or until is not None
    return tuple(
        Session(one, tuple(hosts.get(one.id, ())))
        for one in sittings(store)
        if on in (None, one.platform)
        and of in (None, one.group)
        and (not bounded or (one.date is not None and (since or "") <= one.date <= (until or "9999")))
    )
