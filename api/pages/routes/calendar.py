"""The page of what sits next."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from api.dependencies import Name, Store
from api.pages.rendering import page
from api.pages.view import Looked
from queries.schedule import Series, schedule

router = APIRouter()


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """Every series of a platform, or of all, as of a day."""

    series: tuple[Series, ...]
    platform: str | None


def calendar(store: Store, view: Looked, platform: Name = None) -> CalendarPage:
    """Which sitting of each series comes next, and what waits for it."""
    return CalendarPage(schedule(store, platform=platform or None, as_of=view.as_of), platform or None)


page(router, "/calendar", "calendar.html.jinja", calendar)
