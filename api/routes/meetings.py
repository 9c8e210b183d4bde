"""Sittings and their minutes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import Id, Name, Since, Store, Until, existing
from api.paging import Cursor, Limit, Page, page
from api.problems import responses
from graph.vocabulary import Label
from queries.documents import MarkedText, meeting_texts
from queries.dossier import MeetingDossier, meeting_dossier
from queries.platforms import Session, calendar

router = APIRouter(prefix="/api/v1/meetings", tags=["meetings"], responses=responses())


@router.get("", summary="Sittings, by day")
def meetings(
    store: Store,
    since: Since,
    until: Until,
    platform: Annotated[Name, Query(description="Name of a platform.", examples=["雙北"])] = None,
    group: Annotated[Name, Query(description="Name of a group.", examples=["教育文化組"])] = None,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Page[Session]:
    """Those only spoken of among them (`stub`); the ones without a day first, where no time is asked for."""
    return page(calendar(store, platform=platform, group=group, since=since, until=until), cursor, limit)


@router.get("/{id:path}/texts", summary="The minutes of a sitting with every passage in them")
def texts(store: Store, id: Id) -> tuple[MarkedText, ...]:
    """The texts of the documents that it is recorded in; none for a sitting that is only spoken of."""
    return meeting_texts(store, existing(store, id, Label.MEETING))


@router.get("/{id:path}", summary="Everything about a sitting")
def meeting(store: Store, id: Id) -> MeetingDossier:
    """Its header, what it decided and what it asked of whom."""
    return meeting_dossier(store, existing(store, id, Label.MEETING))
