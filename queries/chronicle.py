"""The histories of many cases side by side, for tables and pictures.

Always true: a chronicle holds its cases, whatever they came out of and whatever came out of them, each once, in the
order in which they were first heard of; the number of questions asked does not grow with the number of cases.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.store import GraphStore
from graph.vocabulary import Level
from queries.catalogue import Row, ask
from queries.events import Event, events_of, known
from queries.status import Standing, standings
from queries.steps import CaseName, Step, steps_of


@dataclass(frozen=True, slots=True)
class History:
    """One case: whose it is, where it stands and what had happened to it."""

    case: CaseName
    group: str | None
    """The group whose sittings spoke of it most; None for a case that only higher sittings spoke of."""
    standing: Standing | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Histories, the steps between them, and which city hosted which sitting, as of a day (None: all that is known)."""

    histories: tuple[History, ...]
    steps: tuple[Step, ...]
    hosts: Mapping[str, str]
    """Name of the hosting city by the id of the sitting."""
    as_of: str | None


def chronicle(store: GraphStore, cases: Iterable[str], as_of: str | None = None) -> Chronicle:
    """The histories of cases and of their whole lineage.

    In: a store; ids of cases; an ISO day. Out: the chronicle as of that day; steps and events without a day count only
    when no day is asked for.
    """
    rows = [row for row in ask(store, "steps") if known(row, as_of)]
    wanted = _related(set(cases), rows)
    taken = [row for row in rows if row["source"]["id"] in wanted and row["target"]["id"] in wanted]
    names = {
        r["id"]: CaseName(r["id"], r["name"], r["platform"]) for r in ask(store, "case_names", cases=sorted(wanted))
    }
    happened = events_of(store, names, as_of)
    stood = standings(store, names, as_of)
    histories = [History(names[i], group_of(happened[i]), stood.get(i), happened[i]) for i in names]
    hosts = {row["meeting"]: row["city"] for row in ask(store, "hosts")}
    return Chronicle(tuple(sorted(histories, key=_first)), tuple(steps_of(store, taken)), hosts, as_of)


def cases_in(store: GraphStore, platform: str | None = None, group: str | None = None) -> list[str]:
    """Ids of the cases that sittings of a platform, or of one of its groups, spoke of; all where neither is named."""
    return [row["id"] for row in ask(store, "cases_in", platform=platform, group=group)]


def _related(cases: set[str], steps: list[Row]) -> set[str]:
    """The cases with all they came out of and all that came out of them."""
    younger, older = defaultdict(set), defaultdict(set)
    for step in steps:
        younger[step["source"]["id"]].add(step["target"]["id"])
        older[step["target"]["id"]].add(step["source"]["id"])
    return _reached(cases, younger) | _reached(cases, older)


def _reached(start: set[str], following: Mapping[str, set[str]]) -> set[str]:
    reached, waiting = set(start), list(start)
    while waiting:
        fresh = following.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting += fresh
    return reached


def group_of(events: Iterable[Event]) -> str | None:
    """The group whose sittings told most of these events; None where no group did."""
    groups = Counter(
        event.meeting.group
        for event in events
        if event.meeting.level is Level.WORKING_GROUP and event.meeting.group is not None
    )
    return min(groups, key=lambda group: (-groups[group], group), default=None)


def _first(history: History) -> tuple[str, str, str]:
    days = [event.day for event in history.events if event.day]
    return (min(days, default="9999"), history.case.name, history.case.id)
