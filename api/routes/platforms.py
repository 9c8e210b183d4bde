"""Platforms, their groups, and when they sat."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.dependencies import Id, Since, Store, Until, existing
from api.paging import Cursor, Limit, Page, page
from api.pictures import Lanes, documented, lanes
from api.problems import responses
from graph.errors import InputError
from graph.store import GraphStore
from graph.vocabulary import Label
from queries.chronicle import cases_in
from queries.platforms import (
    GroupEntry,
    PlatformDossier,
    PlatformEntry,
    Session,
    calendar,
    group_list,
    platform_dossier,
    platform_list,
)
from visualizations.files.saving import FileFormat

router = APIRouter(prefix="/api/v1", tags=["platforms"], responses=responses())

_MOST = 1500
"""Cases that one picture may show."""


@router.get("/platforms", summary="Platforms, by name")
def platforms(store: Store) -> tuple[PlatformEntry, ...]:
    """With how often they sat."""
    return platform_list(store)


@router.get("/platforms/{id:path}/calendar", summary="When a platform sat")
def platform_calendar(
    store: Store, id: Id, since: Since, until: Until, cursor: Cursor = None, limit: Limit = 100
) -> Page[Session]:
    """At all levels, in the order of days."""
    name = platform_dossier(store, existing(store, id, Label.PLATFORM)).platform.name
    held = [one for one in calendar(store, since=since, until=until) if one.sitting.platform == name]
    return page(held, cursor, limit)


@router.get(
    "/platforms/{id:path}/lineage.{format}",
    summary="The lineage of a platform's cases as a picture",
    response_class=Response,
    responses=documented(),
)
def platform_picture(store: Store, id: Id, format: FileFormat, asked: Lanes) -> Response:
    """Of all cases that its sittings spoke of."""
    name = platform_dossier(store, existing(store, id, Label.PLATFORM)).platform.name
    return lanes(store, _few(cases_in(store, name)), name, format, asked)


@router.get("/platforms/{id:path}", summary="A platform with its groups and members")
def platform(store: Store, id: Id) -> PlatformDossier:
    """And what it came out of and went into."""
    return platform_dossier(store, existing(store, id, Label.PLATFORM))


@router.get("/groups", summary="Issue groups, by platform and name")
def groups(store: Store, cursor: Cursor = None, limit: Limit = 100) -> Page[GroupEntry]:
    """With how often they sat."""
    return page(group_list(store), cursor, limit)


@router.get("/groups/{id:path}/calendar", summary="When a group sat")
def group_calendar(
    store: Store, id: Id, since: Since, until: Until, cursor: Cursor = None, limit: Limit = 100
) -> Page[Session]:
    """In the order of days."""
    own = _group(store, id)
    held = calendar(store, since=since, until=until)
    kept = [one for one in held if (one.sitting.platform, one.sitting.group) == (own.platform, own.name)]
    return page(kept, cursor, limit)


@router.get(
    "/groups/{id:path}/lineage.{format}",
    summary="The lineage of a group's cases as a picture",
    response_class=Response,
    responses=documented(),
)
def group_picture(store: Store, id: Id, format: FileFormat, asked: Lanes) -> Response:
    """Of all cases that its sittings spoke of."""
    own = _group(store, id)
    return lanes(store, _few(cases_in(store, own.platform, own.name)), own.name, format, asked)


@router.get("/groups/{id:path}", summary="A group")
def group(store: Store, id: Id) -> GroupEntry:
    """With how often it sat, and of how many cases it spoke."""
    return _group(store, id)


def _group(store: GraphStore, id: str) -> GroupEntry:
    existing(store, id, Label.GROUP)
    return next(one for one in group_list(store) if one.id == id)


def _few(cases: list[str]) -> list[str]:
    """The cases, where one picture has room for them; InputError else."""
    if len(cases) > _MOST:
        raise InputError(f"these are {len(cases)} cases, and a picture shows {_MOST}; ask for a group or a case")
    return cases
