"""What was asked of whom.

Always true: an action item is told once, however many it is asked of; items stand by the day they were asked and then
as the minutes have them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import GraphStore
from queries.catalogue import Row, ask
from queries.evidence import Quote, Quotes


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
