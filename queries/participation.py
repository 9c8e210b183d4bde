"""Which agencies take part in which cases, as what and since when.

Always true: a part rests on at least one mention in minutes, and its days are those of its mentions; agencies and cases
without a part are not there; the number of questions asked does not grow with the graph.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from graph.store import GraphStore
from graph.vocabulary import Label, Role
from queries.catalogue import Row, ask
from queries.chronicle import cases_in
from queries.evidence import Quote, Quotes
from queries.labels import labels
from queries.memory import remembered
from queries.search import meant
from queries.steps import CaseName

LEADING = frozenset({Role.PROPOSER, Role.RESPONSIBLE, Role.HOST})
"""Roles that carry a case; in the others a body is asked or only named."""

_STRENGTH = list(Role)


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency as a picture names it."""

    id: str
    name: str
    label: str
    """A short name that no other agency has, as minutes shorten it; the name itself where none is known."""
    city: str | None
    """None for a body of the state, and where no city is known."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One sitting's minutes that name an agency with a case."""

    role: Role
    meeting: str
    """Title of the sitting; empty where none is known."""
    date: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What an agency has to do with a case."""

    agency: Agency
    case: CaseName
    mentions: tuple[Mention, ...]
    """By day, those without one last."""

    @property
    def id(self) -> str:
        """What makes this part this part, in the ids of the graph."""
        return f"{self.agency.id}|{self.case.id}"

    @property
    def roles(self) -> tuple[Role, ...]:
        """Its roles, the strongest first."""
        return tuple(sorted({mention.role for mention in self.mentions}, key=_STRENGTH.index))

    @property
    def leads(self) -> bool:
        """Whether the agency proposes, answers for or hosts the case."""
        return self.roles[0] in LEADING

    @property
    def since(self) -> str | None:
        """First day on which it is named with the case."""
        return min((mention.date for mention in self.mentions if mention.date), default=None)

    @property
    def until(self) -> str | None:
        """Last day on which it is named with the case."""
        return max((mention.date for mention in self.mentions if mention.date), default=None)


@dataclass(frozen=True, slots=True)
class Scope:
    """What was asked for; None: everything. Days are ISO, both bounds belong to the period."""

    platform: str | None = None
    group: str | None = None
    agency: Agency | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """Agencies, cases, and the parts that join them."""

    scope: Scope
    cities: tuple[str, ...]
    """Every city that has an agency in the store, whatever the scope: the one with most agencies first."""
    parts: tuple[Part, ...]
    """By agency and case."""

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies that take part, by name."""
        return tuple(sorted({part.agency for part in self.parts}, key=lambda one: (one.name, one.id)))

    @property
    def cases(self) -> tuple[CaseName, ...]:
        """The cases that they take part in, by name."""
        return tuple(sorted({part.case for part in self.parts}, key=lambda one: (one.name, one.id)))


def participation(
    store: GraphStore,
    *,
    platform: str | None = None,
    group: str | None = None,
    agency: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Participation:
    """Who takes part in what.

    In: a store; a platform and a group, to see only cases that their sittings spoke of; an agency, to see only the
    cases that it takes part in, with everybody in them; the first and the last ISO day to count. Names may be in any
    spelling; None: no bound; with a bound, what has no day does not count. Out: the parts. Raises NotFoundError with
    the nearest names.
    """
    on = meant(store, platform, Label.PLATFORM).name if platform else None
    of = meant(store, group, Label.GROUP, on).name if group else None
    whose = meant(store, agency, Label.AGENCY).id if agency else None
    known = agencies(store)
    spoken = cases_in(store, on, of) if on or of else None
    bounds = {"from": since, "to": until}
    if whose:
        rows = ask(store, "participation_beside", agency=whose, **bounds)
        kept = None if spoken is None else set(spoken)
        rows = [row for row in rows if kept is None or row["case"]["id"] in kept]
    else:
        rows = ask(store, "participation", cases=spoken, **bounds)
    cities = Counter(one.city for one in known.values() if one.city)
    ordered = tuple(sorted(cities, key=lambda city: (-cities[city], city)))
    scope = Scope(on, of, known[whose] if whose else None, since, until)
    return Participation(scope, ordered, tuple(_parts(store, rows, known)))


def agencies(store: GraphStore) -> dict[str, Agency]:
    """Every agency by its id, whether or not it takes part in anything."""
    return remembered(store, _agencies)


def _agencies(store: GraphStore) -> dict[str, Agency]:
    held = ask(store, "agencies")
    short = labels((row["id"], row["name"], row["aliases"] or (), row["city"]) for row in held)
    return {row["id"]: Agency(row["id"], row["name"], short[row["id"]], row["city"]) for row in held}


def _parts(store: GraphStore, rows: list[Row], known: dict[str, Agency]) -> list[Part]:
    quotes = Quotes(store, (i for row in rows for i in row["passages"] or ()))
    titles = {row["id"]: row["name"] or "" for row in ask(store, "sittings")}
    parts = []
    for (agency, _), same in groupby(rows, key=lambda row: (row["agency"], row["case"]["id"])):
        told = list(same)
        mentions = {_mention(row, titles, quotes) for row in told}
        parts.append(Part(known[agency], CaseName(**told[0]["case"]), tuple(sorted(mentions, key=_place))))
    return parts


def _mention(row: Row, titles: dict[str, str], quotes: Quotes) -> Mention:
    return Mention(Role(row["role"]), titles.get(row["meeting"], ""), row["date"], quotes.of(row["passages"]))


def _place(mention: Mention) -> tuple[Any, ...]:
    said = [(quote.path, quote.start) for quote in mention.quotes]
    return (mention.date or "9999", _STRENGTH.index(mention.role), mention.meeting, said)
