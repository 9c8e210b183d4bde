"""Lists of cases.

Always true: a list stands by name; every condition that is given holds for every case in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.store import GraphStore
from graph.vocabulary import Label, Status
from queries.catalogue import ask
from queries.chronicle import cases_in
from queries.memory import remembered
from queries.search import meant
from queries.status import standings


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """A case in a list."""

    id: str
    name: str
    platform: str | None
    status: Status | None
    """What it is as of the day asked for; None when nothing had happened yet."""
    first_seen: str | None
    last_seen: str | None


def case_list(
    store: GraphStore,
    *,
    platform: str | None = None,
    group: str | None = None,
    agency: str | None = None,
    program: str | None = None,
    status: Status | None = None,
    as_of: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[CaseEntry]:
    """The cases that meet all conditions.

    In: a store; names in any spelling, a status, an ISO day (None: no condition; the end of all that is known), the
    first and the last ISO day of a time in which the case was on the table. Out: the cases by name; as of a day only
    those that something had happened to. Raises NotFoundError with the nearest names for a name that is not known.
    """
    on = meant(store, platform, Label.PLATFORM).name if platform else None
    of = meant(store, group, Label.GROUP, on).name if group else None
    kept: list[set[str]] = []
    if on or of:
        kept.append(set(cases_in(store, on, of)))
    if agency:
        kept.append({r["id"] for r in ask(store, "agency_cases", agency=meant(store, agency, Label.AGENCY).id)})
    if program:
        kept.append({r["id"] for r in ask(store, "program_cases", program=meant(store, program, Label.PROGRAM).id)})
    every = remembered(store, _entries)
    entries = [one for one in every if all(one.id in some for some in kept) and _seen(one, since, until)]
    if as_of is not None:
        stood = standings(store, [entry.id for entry in entries], as_of)
        entries = [replace(entry, status=stood[entry.id].status) for entry in entries if entry.id in stood]
    return [entry for entry in entries if status is None or entry.status is status]


def _entries(store: GraphStore) -> list[CaseEntry]:
    """Every case, by name."""
    return [
        CaseEntry(**row | {"status": Status(row["status"]) if row["status"] else None}) for row in ask(store, "cases")
    ]


def _seen(one: CaseEntry, since: str | None, until: str | None) -> bool:
    """Whether it was on the table in that time; one that no day is known of only where no time is asked for."""
    if since is None and until is None:
        return True
    first, last = one.first_seen, one.last_seen
    return first is not None and last is not None and last >= (since or "") and first <= (until or "9999")
