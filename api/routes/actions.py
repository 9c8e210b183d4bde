"""What was asked of whom."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import AsOf, Since, Store, Until, node
from api.paging import Cursor, Limit, Page, page
from api.problems import responses
from queries.actions import Action, Owed, debtor
from queries.actions import actions as actions_due
from queries.actions import owed as actions_owed

router = APIRouter(prefix="/api/v1/actions", tags=["meetings"], responses=responses())


@router.get("", summary="Action items, by the day they were asked")
def actions(
    store: Store,
    since: Since,
    until: Until,
    body: Annotated[
        str | None,
        Query(
            description="Id of an agency, city or organization that owes them.",
            examples=["agency:新北市政府教育局"],
            max_length=1000,
        ),
    ] = None,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Page[Action]:
    """`from` and `to` are about the day on which they are due."""
    asked = node(store, body).id if body else None
    return page(actions_due(store, body=asked, since=since, until=until), cursor, limit)


@router.get("/owed", summary="Action items and what became of them, by the day they are due")
def owed(
    store: Store,
    as_of: AsOf,
    until: Until,
    agency: Annotated[
        str | None, Query(description="Who owes them: a name in any spelling, or an id.", max_length=200)
    ] = None,
    overdue: Annotated[bool, Query(description="Only what is overdue.")] = False,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Page[Owed]:
    """As of a day: whether later minutes report them, in whose words, or whether they are overdue. `to`: due before."""
    body = debtor(store, agency).id if agency else None
    return page(actions_owed(store, body=body, due_before=until, as_of=as_of, overdue=overdue), cursor, limit)
