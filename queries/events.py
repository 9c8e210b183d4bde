"""What happened to a case.

Always true: events stand in the order in which they came about, those of one day in the order of a case's life; an
event without a day stands first, for nobody knows when it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.schema import EVENTS
from graph.store import GraphStore
from graph.vocabulary import EdgeType, Level
from queries.catalogue import Row, ask
from queries.evidence import Quote, Quotes


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting as an answer names it."""

    id: str
    name: str
    date: str | None
    platform: str | None
    group: str | None
    level: Level
    roc_year: int | None
    ordinal: int | None
    stub: bool


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a case, with the words that say so."""

    type: EdgeType
    date: str | None
    """The day on which it came about."""
    reported: str | None
    """The day of the sitting that tells of it, when another one decided."""
    meeting: Sitting
    quotes: tuple[Quote, ...]
    inferred: bool
    confidence: float
    item_no: str | None = None
    decision: str | None = None

    @property
    def day(self) -> str | None:
        """The day it counts from: when it came about, else when it was first told of."""
        return self.date or self.reported


def events(store: GraphStore, case: str, as_of: str | None = None) -> tuple[Event, ...]:
    """The events of a case in order, up to and including a day where one is given."""
    return events_of(store, [case], as_of)[case]


def events_of(store: GraphStore, cases: Iterable[str], as_of: str | None = None) -> dict[str, tuple[Event, ...]]:
    """The events of cases, each case's in order, up to and including a day where one is given.

    A sitting that spoke of a case without deciding anything gives one DISCUSSED_AT event; else the item and wording of
    the decision stand with what was decided.
    """
    wanted = sorted(set(cases))
    rows = [row for row in ask(store, "case_events", cases=wanted) if known(row, as_of)]
    quotes = Quotes(store, (i for row in rows for i in row["passages"] or ()))
    own: dict[str, list[Row]] = {case: [] for case in wanted}
    for row in rows:
        own[row["case"]].append(row)
    return {case: _in_order(rows, quotes) for case, rows in own.items()}


def sittings(store: GraphStore) -> list[Sitting]:
    """All sittings in the order of their days, those without a day first."""
    rows = sorted(ask(store, "sittings"), key=lambda row: (row["date"] or "", row["name"], row["id"]))
    return [_sitting(row) for row in rows]


def known(row: Row, as_of: str | None) -> bool:
    """Whether an event or a step counts as of a day; without a day it counts only when none is asked for."""
    day = row["date"] or row["reported"]
    return as_of is None or (day is not None and day <= as_of)


def _in_order(rows: list[Row], quotes: Quotes) -> tuple[Event, ...]:
    """The events of one case."""
    talks = {row["meeting"]["id"]: row for row in rows if row["type"] == EdgeType.DISCUSSED_AT}
    decided = {row["meeting"]["id"] for row in rows if row["type"] != EdgeType.DISCUSSED_AT}
    found = [
        replace(_event(row, quotes), item_no=talk.get("item_no"), decision=talk.get("decision"))
        for row in rows
        if row["type"] != EdgeType.DISCUSSED_AT or row["meeting"]["id"] not in decided
        for talk in [talks.get(row["meeting"]["id"], {})]
    ]
    return tuple(sorted(found, key=lambda e: (e.day or "", _place(e.type), e.meeting.name)))


def _event(row: Row, quotes: Quotes) -> Event:
    meeting = _sitting(row["meeting"])
    kind, said = EdgeType(row["type"]), quotes.of(row["passages"])
    return Event(kind, row["date"], row["reported"], meeting, said, bool(row["inferred"]), row["confidence"])


def _place(kind: EdgeType) -> int:
    return EVENTS.index(kind) if kind in EVENTS else -1


def _sitting(row: Row) -> Sitting:
    own = {field: row[field] for field in ("id", "name", "date", "platform", "group", "roc_year", "ordinal")}
    return Sitting(**own, level=Level(row["level"]), stub=bool(row["stub"]))
