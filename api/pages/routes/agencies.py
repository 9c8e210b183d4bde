"""The page of an agency: with whom it works and why, its cases, what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from api.dependencies import Id, Store, existing
from api.pages.joint import Joint, joint
from api.pages.rendering import page
from api.pages.view import Looked
from graph.store import GraphStore
from graph.vocabulary import Label
from queries.agencies import AgencyDossier, AgencyEntry, agency_dossier, agency_list
from queries.collaboration import Pair, pairs
from queries.memory import remembered
from queries.participation import Participation, participation
from queries.partners import Partner, partners

router = APIRouter()
_PAIRS = 40


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """Everything about an agency, as of a day."""

    agency: AgencyDossier
    partners: tuple[Partner, ...]
    participation: Participation
    """The cases it takes part in, with everybody in them."""
    evidence: Joint | None


@dataclass(frozen=True, slots=True)
class AgenciesPage:
    """All agencies, and the pairs that share most cases."""

    agencies: tuple[AgencyEntry, ...]
    pairs: tuple[Pair, ...]
    total: int
    evidence: Joint | None


def agency(store: Store, id: Id, view: Looked) -> AgencyPage:
    """An agency, with those it works with."""
    existing(store, id, Label.AGENCY)
    held = participation(store, agency=id, until=view.as_of)
    return AgencyPage(
        agency=agency_dossier(store, id, view.as_of),
        partners=partners(store, id, until=view.as_of),
        participation=held,
        evidence=joint(store, held, view.sel) if view.sel else None,
    )


def agencies(store: Store, view: Looked) -> AgenciesPage:
    """The agencies that take part in most cases first."""
    told = _pairs(store, view.as_of) if view.as_of else remembered(store, _pairs)
    chosen = joint(store, participation(store, until=view.as_of), view.sel) if view.sel else None
    entries = sorted(agency_list(store), key=lambda one: (-one.cases, -one.partners, one.name))
    return AgenciesPage(tuple(entries), told[:_PAIRS], len(told), chosen)


def _pairs(store: GraphStore, as_of: str | None = None) -> tuple[Pair, ...]:
    return pairs(participation(store, until=as_of))


page(router, "/agencies", "agencies.html.jinja", agencies)
page(router, "/agencies/{id:path}", "agency.html.jinja", agency)
