"""The page of the audit: what does not agree in the minutes, with the words that show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from api.auditing import audited
from api.dependencies import SettingsOf, Store
from api.pages.rendering import page
from api.pages.view import Looked
from queries.audit import Finding, Kind, Severity

router = APIRouter()
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Some of the findings, and how many there are of each kind."""

    findings: tuple[Finding, ...]
    skipped: int
    total: int
    """How many findings there are of the kind and the severity that are shown."""
    kind: Kind | None
    severity: Severity | None
    kinds: Mapping[Kind, int]
    aside: int
    """How many findings were put aside."""


def audit(
    store: Store,
    settings: SettingsOf,
    view: Looked,
    kind: Kind | None = None,
    severity: Severity | None = None,
    skip: Annotated[int, Query(ge=0, le=1_000_000, description="How many findings to pass over.")] = 0,
) -> AuditPage:
    """The findings, the gravest first."""
    told = audited(store, settings, view.as_of)
    every = [one for one in told.remaining if severity in (None, one.severity)]
    counted = Counter(one.kind for one in every)
    chosen = [one for one in every if kind in (None, one.kind)]
    order = list(Severity)
    chosen.sort(key=lambda one: order.index(one.severity))
    kinds = {one: counted[one] for one in Kind if counted[one]}
    return AuditPage(tuple(chosen[skip : skip + _SHOWN]), skip, len(chosen), kind, severity, kinds, len(told.aside))


page(router, "/audit", "audit.html.jinja", audit)
