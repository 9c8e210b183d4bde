"""Cases: lists, dossiers, lineage, pictures."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.dependencies import AsOf, Id, Name, Since, Store, Until, existing
from api.paging import Cursor, Limit, Page, page
from api.pictures import Lanes, documented, lanes
from api.problems import responses
from graph.vocabulary import Label, Status
from queries.actions import Action, actions_of
from queries.cases import CaseEntry, case_list
from queries.catalogue import ask
from queries.dossier import CaseDossier, case_dossier
from queries.events import Event, events
from queries.lineage import Lineage, lineage
from visualizations.files.saving import FileFormat

router = APIRouter(prefix="/api/v1/cases", tags=["cases"], responses=responses())


@router.get("", summary="Cases, by name")
def cases(
    store: Store,
    as_of: AsOf,
    since: Since,
    until: Until,
    platform: Annotated[Name, Query(description="Name of a platform.", examples=["基北北桃"])] = None,
    group: Annotated[Name, Query(description="Name of a group.", examples=["教育文化組"])] = None,
    agency: Annotated[Name, Query(description="Name of an agency.", examples=["新北市教育局"])] = None,
    program: Annotated[Name, Query(description="Name of a program.", examples=["酷課雲"])] = None,
    status: Annotated[Status | None, Query(description="What they are as of the day.")] = None,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Page[CaseEntry]:
    """All conditions hold; a time means that a case was on the table in it."""
    found = case_list(
        store,
        platform=platform,
        group=group,
        agency=agency,
        program=program,
        status=status,
        as_of=as_of,
        since=since,
        until=until,
    )
    return page(found, cursor, limit)


@router.get("/{id:path}/lineage", summary="What became of a case and what it came out of")
def case_lineage(store: Store, id: Id, as_of: AsOf) -> Lineage:
    """Steps and events with the passages that state them."""
    return lineage(store, existing(store, id, Label.CASE), as_of)


@router.get(
    "/{id:path}/lineage.{format}",
    summary="The lineage of a case as a picture",
    response_class=Response,
    responses=documented(),
)
def case_picture(store: Store, id: Id, format: FileFormat, asked: Lanes) -> Response:
    """Lanes on a date axis, with all that the case came out of and all that came out of it."""
    return lanes(store, [existing(store, id, Label.CASE)], None, format, asked)


@router.get("/{id:path}/events", summary="What happened to a case")
def case_events(store: Store, id: Id, as_of: AsOf) -> tuple[Event, ...]:
    """In the order of their days."""
    return events(store, existing(store, id, Label.CASE), as_of)


@router.get("/{id:path}/actions", summary="What was asked of whom about a case")
def case_actions(store: Store, id: Id, as_of: AsOf) -> tuple[Action, ...]:
    """In the order of their days."""
    rows = ask(store, "case_actions", case=existing(store, id, Label.CASE))
    return actions_of(store, [row for row in rows if as_of is None or (row["date"] and row["date"] <= as_of)])


@router.get("/{id:path}", summary="Everything about a case")
def case(store: Store, id: Id, as_of: AsOf) -> CaseDossier:
    """Names, lineage, events, bodies, programs and tasks."""
    return case_dossier(store, existing(store, id, Label.CASE), as_of)
