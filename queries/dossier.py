"""Everything about one case or one sitting, in one answer.

Always true: a dossier adds nothing to what the catalogue returns; it only puts together and in order.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import NotFoundError
from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label, Level, Role
from queries.actions import Action, actions_of
from queries.catalogue import Row, ask
from queries.evidence import Quote, Quotes
from queries.lineage import Lineage, lineage

__all__ = [
    "Action", "AgendaEntry", "Attendance", "CaseDossier", "Concern", "Involvement", "MeetingDossier", "case_dossier",
    "meeting_dossier",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Involvement:
    """A body's part in a case, in its strongest role, with every passage that shows it."""

    id: str
    name: str
    label: Label
    role: Role
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Concern:
    """A program that a case is about."""

    id: str
    name: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CaseDossier:
    """A case with its names, its lineage and events, its people, programs and tasks."""

    id: str
    name: str
    aliases: tuple[str, ...]
    platform: str | None
    first_seen: str | None
    last_seen: str | None
    lineage: Lineage
    bodies: tuple[Involvement, ...]
    programs: tuple[Concern, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Attendance:
    """Someone the header names; ``post`` is the office of a chair."""

    type: EdgeType
    name: str
    post: str | None


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One decision of a sitting about one case."""

    item_no: str | None
    case: str
    name: str
    type: EdgeType
    decision: str | None
    inferred: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class MeetingDossier:
    """A sitting with its header, what it decided and what it asked."""

    id: str
    name: str
    platform: str | None
    group: str | None
    level: Level
    roc_year: int | None
    ordinal: int | None
    date: str | None
    start_time: str | None
    end_time: str | None
    place: str | None
    online: bool
    stub: bool
    people: tuple[Attendance, ...]
    agenda: tuple[AgendaEntry, ...]
    actions: tuple[Action, ...]


def case_dossier(store: GraphStore, case: str, as_of: str | None = None) -> CaseDossier:
    """The dossier of a case by its id, as of an ISO day where one is given: nothing in it was said later."""
    own = _one(ask(store, "case", case=case), case)
    return CaseDossier(
        **{field: own[field] for field in ("id", "name", "platform", "first_seen", "last_seen")},
        aliases=tuple(own["aliases"] or ()),
        lineage=lineage(store, case, as_of),
        bodies=_bodies(store, _until(as_of, ask(store, "case_bodies", case=case))),
        programs=_programs(store, _until(as_of, ask(store, "case_programs", case=case))),
        actions=actions_of(store, _until(as_of, ask(store, "case_actions", case=case))),
    )


def _until(as_of: str | None, rows: list[Row]) -> list[Row]:
    """The rows that a sitting of that day or before gave, and those without a day."""
    return rows if as_of is None else [row for row in rows if not row["date"] or row["date"] <= as_of]


def meeting_dossier(store: GraphStore, meeting: str) -> MeetingDossier:
    """The dossier of a sitting by its id."""
    own = _one(ask(store, "meeting", meeting=meeting), meeting)
    rows = ask(store, "meeting_agenda", meeting=meeting)
    quotes = Quotes(store, (i for row in rows for i in row["passages"] or ()))
    decided = {row["case"] for row in rows if row["type"] != EdgeType.DISCUSSED_AT}
    talks = {row["case"]: row for row in rows if row["type"] == EdgeType.DISCUSSED_AT}
    agenda = [
        AgendaEntry(
            item_no=talks.get(row["case"], row)["item_no"],
            case=row["case"],
            name=row["name"],
            type=EdgeType(row["type"]),
            decision=talks.get(row["case"], row)["decision"],
            inferred=bool(row["inferred"]),
            quotes=quotes.of(row["passages"]),
        )
        for row in rows
        if row["type"] != EdgeType.DISCUSSED_AT or row["case"] not in decided
    ]
    people = [
        Attendance(EdgeType(r["type"]), r["name"], r["post"]) for r in ask(store, "meeting_people", meeting=meeting)
    ]
    return MeetingDossier(
        **own | {"level": Level(own["level"]), "online": bool(own["online"]), "stub": bool(own["stub"])},
        people=tuple(people),
        agenda=tuple(sorted(agenda, key=lambda entry: (entry.quotes[0].start if entry.quotes else 0, entry.name))),
        actions=actions_of(store, ask(store, "meeting_actions", meeting=meeting)),
    )


def _one(rows: list[Row], id: str) -> Row:
    if not rows:
        raise NotFoundError(f"nothing in the store has the id {id}")
    return rows[0]


def _bodies(store: GraphStore, rows: list[Row]) -> tuple[Involvement, ...]:
    """Each body once, in its strongest role, strongest first."""
    quotes = Quotes(store, (i for row in rows for i in row["passages"] or ()))
    roles = list(Role)
    by_body: dict[str, list[Row]] = {}
    for row in rows:
        by_body.setdefault(row["id"], []).append(row)
    found = []
    for same in by_body.values():
        held = {Role.PROPOSER if row["type"] == EdgeType.PROPOSES else Role(row["role"]) for row in same}
        said = quotes.of(dict.fromkeys(i for row in same for i in row["passages"] or ()))
        found.append(
            Involvement(same[0]["id"], same[0]["name"], Label(same[0]["label"]), min(held, key=roles.index), said)
        )
    return tuple(sorted(found, key=lambda body: (roles.index(body.role), body.name)))


def _programs(store: GraphStore, rows: list[Row]) -> tuple[Concern, ...]:
    quotes = Quotes(store, (i for row in rows for i in row["passages"] or ()))
    said: dict[tuple[str, str], dict[str, None]] = {}
    for row in rows:
        said.setdefault((row["id"], row["name"]), {}).update(dict.fromkeys(row["passages"] or ()))
    return tuple(Concern(id, name, quotes.of(ids)) for (id, name), ids in said.items())
