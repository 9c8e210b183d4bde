"""Agencies, and with whom they work."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import AsOf, Id, Since, Store, Until, existing
from api.paging import Cursor, Limit, Page, page
from api.problems import responses
from graph.vocabulary import Label
from queries.agencies import AgencyDossier, AgencyEntry, agency_dossier, agency_list
from queries.partners import Partner, partners

router = APIRouter(prefix="/api/v1/agencies", tags=["agencies"], responses=responses())


@router.get("", summary="Agencies, by name")
def agencies(
    store: Store,
    city: Annotated[str | None, Query(description="Id of a city.", examples=["city:新北市"], max_length=1000)] = None,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Page[AgencyEntry]:
    """With the number of cases that each has to do with."""
    return page(agency_list(store, existing(store, city, Label.CITY) if city else None), cursor, limit)


@router.get("/{id:path}/collaborators", summary="With whom an agency works, and why that is said")
def collaborators(
    store: Store, id: Id, as_of: AsOf, since: Since, until: Until, cursor: Cursor = None, limit: Limit = 100
) -> Page[Partner]:
    """The closest first, with the shared cases, the days, the platforms and the quotes.

    `score` counts reasons: cases they share, those of them in which one hosts the other once more, and action items
    asked of both.
    """
    last = min(filter(None, (as_of, until)), default=None)
    return page(partners(store, existing(store, id, Label.AGENCY), since=since, until=last), cursor, limit)


@router.get("/{id:path}", summary="Everything about an agency")
def agency(store: Store, id: Id, as_of: AsOf) -> AgencyDossier:
    """Names, whose it is, its cases, and what was asked of it."""
    return agency_dossier(store, existing(store, id, Label.AGENCY), as_of)
