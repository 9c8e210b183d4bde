"""Cases: lists, dossiers, lineage, pictures."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import AsOf, Id, Store, existing
from api.paging import Cursor, Limit, Page, page
from api.problems import responses
from graph.vocabulary import Label, Status
from queries.cases import CaseEntry, case_list
from queries.dossier import CaseDossier, case_dossier
from queries.events import Event, events
from queries.lineage import Lineage, lineage

router = APIRouter(
    prefix="/api/v1/cases", tags=["cases"], responses=responses(HTTPStatus.NOT_FOUND, HTTPStatus.BAD_REQUEST)
)


@router.get("", summary="Cases, by name")
def cases(
    store: Store,
    as_of: AsOf,
    platform: Annotated[str | None, Query(description="Name of a platform.", examples=["基北北桃"])] = None,
    group: Annotated[str | None, Query(description="Name of a group.")] = None,
    agency: Annotated[str | None, Query(description="Name of an agency.")] = None,
    program: Annotated[str | None, Query(description="Name of a program.")] = None,
    status: Annotated[Status | None, Query(description="What they are as of the day.")] = None,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Page[CaseEntry]:
    """Names may be in any spelling."""
    found = case_list(store, platform=platform, group=group, agency=agency, program=program, status=status, as_of=as_of)
    return page(found, cursor, limit)


@router.get("/{id:path}/lineage", summary="What became of a case and what it came out of")
def case_lineage(store: Store, id: Id, as_of: AsOf) -> Lineage:
    """Steps and events with the passages that state them."""
    return lineage(store, existing(store, id, Label.CASE), as_of)


@router.get("/{id:path}/events", summary="What happened to a case")
def case_events(store: Store, id: Id, as_of: AsOf) -> tuple[Event, ...]:
    """In the order of their days."""
    return events(store, existing(store, id, Label.CASE), as_of)


@router.get("/{id:path}", summary="Everything about a case")
def case(store: Store, id: Id, as_of: AsOf) -> CaseDossier:
    """Names, lineage, events, bodies, programs and tasks."""
    return case_dossier(store, existing(store, id, Label.CASE), as_of)
