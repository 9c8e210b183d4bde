"""What the minutes do not say aloud."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.auditing import audited
from api.dependencies import AsOf, SettingsOf, Store
from api.paging import Cursor, Limit, Page, page
from api.problems import responses
from queries.audit import Finding, Kind, Severity

router = APIRouter(prefix="/api/v1/audit", tags=["audit"], responses=responses())


@router.get("", summary="Findings of the audit, in the order of the documents")
def findings(
    store: Store,
    settings: SettingsOf,
    as_of: AsOf,
    kind: Annotated[list[Kind], Query(description="Kinds of findings; none: all.", max_length=20)] = [],  # noqa: B006
    severity: Annotated[list[Severity], Query(description="Severities; none: all.", max_length=5)] = [],  # noqa: B006
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Page[Finding]:
    """Each with the words that show it; without those that the file beside the store puts aside."""
    told = audited(store, settings, as_of).remaining
    return page(
        [one for one in told if one.kind in (kind or Kind) and one.severity in (severity or Severity)], cursor, limit
    )
