"""What was asked of whom, and what became of it.

Always true: an action item is told once, however many it is asked of; items stand by the day they were asked and then
as the minutes have them; one is reported only with the words that report it, and overdue only when no words do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import GraphStore
from graph.vocabulary import Label
from queries.catalogue import Row, ask
from queries.evidence import Quote, Quotes
from queries.reports import Report, reports
from queries.search import SCATTERED, Named, find, names, search


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that was asked of someone."""

    id: str
    text: str
    assignees: tuple[str, ...]
    assignee_ids: tuple[str, ...]
    """Their ids, in the same order."""
    due: str | None
    due_text: str | None
    meeting: str | None
    """Title of the sitting that asked."""
    meeting_id: str | None
    date: str | None
    case: str | None
    """Name of the case it serves."""
    case_id: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that was asked of someone, and where it stands as of a day."""

    action: Action
    report: Report | None
    """The later words that report it done."""
    overdue: bool
    """Whether its day was over, nothing reports it, and its case had not ended."""


def owed(
    store: GraphStore,
    *,
    body: str | None = None,
    due_before: str | None = None,
    as_of: str | None = None,
    overdue: bool = False,
) -> tuple[Owed, ...]:
    """Who owes what by when, and what later minutes report of it.

    In: a store; the id of an agency, city or organization, with all that belong to it (None: everybody); the ISO day
    before which it is due (None: any, and no day, too); the ISO day as of which to ask (None: the day of the last
    sitting); whether to keep to what is overdue. Out: by due day, those without one last.
    """
    day = as_of or last_day(store)
    mine = {row["id"] for row in ask(store, "units", body=body)} if body else None
    told = reports(store, day)
    late = {row["id"] for row in ask(store, "overdue", day=day)} - told.keys()
    found = [
        Owed(one, told.get(one.id), one.id in late)
        for one in actions(store)
        if (mine is None or mine & set(one.assignee_ids))
        and (due_before is None or (one.due is not None and one.due < due_before))
        and (as_of is None or (one.date is not None and one.date <= as_of))
        and (not overdue or one.id in late)
    ]
    return tuple(sorted(found, key=lambda one: one.action.due or "9999"))


def last_day(store: GraphStore) -> str:
    """The day of the last sitting whose minutes are here; "" in an empty store."""
    return max((row["date"] for row in ask(store, "sittings") if row["date"] and not row["stub"]), default="")


def debtor(store: GraphStore, name: str) -> Named:
    """The agency, city or organization that a name in any spelling means; NotFoundError with the nearest names."""
    cities = [one for one in names(store, [Label.CITY]) if name in (one.id, one.name, *one.aliases)]
    if cities:
        return cities[0]
    hits = search(store, name, [Label.AGENCY, Label.ORGANIZATION, Label.CITY])
    if hits[0].rank == SCATTERED and len(hits) > 1:
        return find(store, name, Label.AGENCY).thing
    return hits[0].thing


def actions(
    store: GraphStore, *, body: str | None = None, since: str | None = None, until: str | None = None
) -> tuple[Action, ...]:
    """What is asked of whom by when.

    In: a store; the id of an agency, city or organization (None: everybody); the first and the last ISO day on which it
    is due (None: no bound; with a bound, what has no day does not count). Out: the action items.
    """
    rows = ask(store, "actions", body=None, to=until, **{"from": since})
    owed = {row["id"] for row in rows if body is None or row["assignee_id"] == body}
    return actions_of(store, [row for row in rows if row["id"] in owed])


def actions_of(store: GraphStore, rows: Iterable[Row]) -> tuple[Action, ...]:
    """Action items from rows of one assignee each."""
    by_item: dict[str, list[Row]] = {}
    for row in rows:
        by_item.setdefault(row["id"], []).append(row)
    quotes = Quotes(store, (i for same in by_item.values() for i in same[0]["passages"] or ()))
    found = [_action(same, quotes) for same in by_item.values()]
    return tuple(sorted(found, key=lambda a: (a.date or "", [(q.path, q.start) for q in a.quotes], a.text, a.id)))


def _action(same: list[Row], quotes: Quotes) -> Action:
    first = same[0]
    asked = {row["assignee_id"]: row["assignee"] for row in same if row.get("assignee_id")}
    return Action(
        id=first["id"],
        text=first["text"],
        assignees=tuple(asked.values()),
        assignee_ids=tuple(asked),
        due=first["due"],
        due_text=first["due_text"],
        meeting=first.get("meeting"),
        meeting_id=first.get("meeting_id"),
        date=first.get("date"),
        case=first.get("case"),
        case_id=first.get("case_id"),
        quotes=quotes.of(first["passages"]),
    )
