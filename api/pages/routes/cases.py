"""Cases: the list of them, and the page of one: lineage in lanes, what happened, who takes part, what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter

from api.dependencies import AsOf, Id, Name, Store, existing
from api.pages.evidence import Evidence, evidence
from api.pages.finding import platform_called
from api.pages.people import Party, parties
from api.pages.rendering import page
from api.pages.timeline import Moment, moments
from api.pages.view import Looked
from graph.vocabulary import Label, Status
from queries.cases import CaseEntry, case_list
from queries.catalogue import ask
from queries.chronicle import chronicle
from queries.dossier import Action, case_dossier
from queries.links import NodeName
from queries.platforms import platform_list
from queries.status import Standing
from visualizations.lineage import Chart, Options, chart

router = APIRouter()


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything about a case, as of a day."""

    id: str
    name: str
    aliases: tuple[str, ...]
    platform: NodeName | None
    standing: Standing | None
    chart: Chart
    """The case with all it came out of and all that came out of it."""
    days: tuple[Moment, ...]
    """Every sitting that spoke of one of these cases, whatever the day asked for."""
    parties: tuple[Party, ...]
    programs: tuple[NodeName, ...]
    actions: tuple[Action, ...]
    evidence: Evidence | None


def case(store: Store, id: Id, view: Looked) -> CasePage:
    """A case with its whole lineage."""
    dossier = case_dossier(store, existing(store, id, Label.CASE), view.as_of)
    told = chronicle(store, [id], view.as_of)
    shown = chart(told, Options(view.language, view.calendar, view.inferred))
    programs = {
        row["id"]: NodeName(row["id"], row["name"], Label.PROGRAM) for row in ask(store, "case_programs", case=id)
    }
    return CasePage(
        id=id,
        name=dossier.name,
        aliases=dossier.aliases,
        platform=platform_called(store, dossier.platform),
        standing=dossier.lineage.standing,
        chart=shown,
        days=moments(chronicle(store, [id]) if view.as_of else told),
        parties=parties(store, id, view.as_of),
        programs=tuple(programs.values()),
        actions=tuple(one for one in dossier.actions if view.as_of is None or (one.date or "9999") <= view.as_of),
        evidence=evidence(store, told, shown, view.sel or _first(shown, id)),
    )


@dataclass(frozen=True, slots=True)
class CasesPage:
    """The cases that meet some conditions."""

    platform: str | None
    status: Status | None
    platforms: tuple[str, ...]
    """The platforms to choose from."""
    cases: tuple[CaseEntry, ...]
    """The one spoken of last first."""


def cases(store: Store, as_of: AsOf, platform: Name = None, status: Literal[""] | Status | None = None) -> CasesPage:
    """The cases of a platform, or all; those of a status, or all."""
    wanted = Status(status) if status else None
    found = case_list(store, platform=platform or None, status=wanted, as_of=as_of)
    ordered = sorted(found, key=lambda one: (one.last_seen or "", one.name), reverse=True)
    return CasesPage(platform or None, wanted, tuple(one.name for one in platform_list(store)), tuple(ordered))


def _first(shown: Chart, id: str) -> str:
    """What is told of where nothing was chosen: how the case came to its name, else the case itself."""
    return next((arrow.id for arrow in shown.arrows if arrow.target == id), id)


page(router, "/cases", "cases.html.jinja", cases)
page(router, "/cases/{id:path}", "case.html.jinja", case)
