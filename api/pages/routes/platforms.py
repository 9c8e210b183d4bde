"""The page of a platform: its sittings, its tracking table, the lineage of its cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import AsOf, Id, Store, existing
from api.pages.evidence import Evidence, evidence
from api.pages.rendering import page
from api.pages.timeline import Moment, moments
from api.pages.view import Looked
from graph.store import GraphStore
from graph.vocabulary import Label
from queries.catalogue import ask
from queries.chronicle import cases_in, chronicle
from queries.platforms import PlatformDossier, PlatformEntry, Session, calendar, platform_dossier, platform_list
from queries.status import standings
from queries.tracking import OPEN, TrackingRow, tracking
from visualizations.lineage import Chart, Options, chart

router = APIRouter()
_LANES = 60
"""How many cases a picture shows at most."""
Group = Annotated[str | None, Query(description="Name of a group.", max_length=200)]


@dataclass(frozen=True, slots=True)
class PlatformPage:
    """Everything about a platform, as of a day."""

    dossier: PlatformDossier
    group: str | None
    """The group whose cases are shown; None: all of them."""
    calendar: tuple[Session, ...]
    tracking: tuple[TrackingRow, ...]
    closed: bool
    """Whether the table shows cases that are no longer on the list, too."""
    listed: bool
    """Whether the picture shows only cases on the list, with what they came out of."""
    chart: Chart
    shown: int
    """How many cases the picture shows …"""
    total: int
    """… of how many."""
    days: tuple[Moment, ...]
    evidence: Evidence | None


def platform(
    store: Store,
    id: Id,
    view: Looked,
    group: Group = None,
    closed: Annotated[bool, Query(description="Whether the table shows cases no longer on the list.")] = False,
    listed: Annotated[bool, Query(description="Whether the picture shows nothing but cases on the list.")] = False,
) -> PlatformPage:
    """A platform; its cases are those of one group where one is asked for."""
    dossier = platform_dossier(store, existing(store, id, Label.PLATFORM))
    name, of = dossier.platform.name, group or None
    every = _listed(store, cases_in(store, name, of), view.as_of) if listed else cases_in(store, name, of)
    cases = _latest(store, every)
    told = chronicle(store, cases, view.as_of)
    shown = chart(told, Options(view.language, view.calendar, view.inferred))
    return PlatformPage(
        dossier=dossier,
        group=of,
        calendar=calendar(store, platform=name, group=of, until=view.as_of),
        tracking=tracking(store, platform=name, group=of, as_of=view.as_of, closed=closed),
        closed=closed,
        listed=listed,
        chart=shown,
        shown=len(cases),
        total=len(every),
        days=moments(chronicle(store, cases) if view.as_of else told),
        evidence=evidence(store, told, shown, view.sel) if view.sel else None,
    )


def _listed(store: GraphStore, cases: list[str], as_of: str | None) -> list[str]:
    """Those of the cases that stand on the list."""
    stood = standings(store, cases, as_of)
    return [id for id in cases if id in stood and stood[id].status in OPEN]


def _latest(store: GraphStore, cases: list[str]) -> list[str]:
    """As many cases as a picture has room for: those that were spoken of last."""
    if len(cases) <= _LANES:
        return cases
    last = {row["id"]: row["last_seen"] or "" for row in ask(store, "cases")}
    return sorted(cases, key=lambda id: (last.get(id, ""), id), reverse=True)[:_LANES]


def platforms(store: Store, as_of: AsOf) -> tuple[PlatformEntry, ...]:
    """All platforms, the one that sat last first."""
    return tuple(sorted(platform_list(store), key=lambda one: (one.last or "", one.name), reverse=True))


page(router, "/platforms", "platforms.html.jinja", platforms)
page(router, "/platforms/{id:path}", "platform.html.jinja", platform)
