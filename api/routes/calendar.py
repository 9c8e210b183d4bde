"""What sits next."""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import AsOf, Name, Store
from api.problems import responses
from queries.schedule import Series, schedule

router = APIRouter(prefix="/api/v1", tags=["platforms"], responses=responses())


@router.get("/calendar", summary="Which sitting of each series comes next")
def calendar(store: Store, as_of: AsOf, platform: Name = None, group: Name = None) -> tuple[Series, ...]:
    """When and hosted by whom, which cases wait for it on whose word, and which sittings are missing."""
    return schedule(store, platform=platform, group=group, as_of=as_of)
