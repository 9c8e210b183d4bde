"""The page of who owes what by when, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from api.dependencies import Name, Store, Until
from api.pages.rendering import page
from api.pages.view import Looked
from queries.actions import Owed, debtor, owed
from queries.search import Named

router = APIRouter()


@dataclass(frozen=True, slots=True)
class ActionsPage:
    """Action items, as of a day."""

    owed: tuple[Owed, ...]
    body: Named | None
    """Who owes them; None: everybody."""
    due: str | None
    """The ISO day before which they are due."""
    overdue: bool
    """Whether only what is overdue is shown."""


def actions(store: Store, view: Looked, to: Until, agency: Name = None, overdue: bool = False) -> ActionsPage:
    """Action items by the day they are due."""
    body = debtor(store, agency) if agency and agency.strip() else None
    told = owed(store, body=body.id if body else None, due_before=to, as_of=view.as_of, overdue=overdue)
    return ActionsPage(told, body, to, overdue)


page(router, "/actions", "actions.html.jinja", actions)
