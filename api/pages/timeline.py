"""The sittings on a page's slider.

Always true: one moment a day, in order; a moment's label is how the group counts that sitting, where it counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.pages.view import View
from queries.chronicle import Chronicle
from queries.platforms import Session
from visualizations.lineage.header import series


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which one of the cases was spoken of."""

    day: str
    label: str


def moments(told: Chronicle) -> tuple[Moment, ...]:
    """The days of a chronicle."""
    found: dict[str, str] = {}
    for event in (event for history in told.histories for event in history.events):
        if event.day:
            found[event.day] = found.get(event.day) or series(event.meeting)
    return tuple(Moment(day, found[day]) for day in sorted(found))


def stop(told: tuple[Moment, ...], as_of: str | None) -> int:
    """Where the slider stands: at the last moment that had come by that day, else at the first one."""
    if as_of is None:
        return len(told) - 1
    return max((at for at, moment in enumerate(told) if moment.day <= as_of), default=0)


def by_year(sessions: Iterable[Session], view: View) -> list[tuple[str, list[Session]]]:
    """The sittings of a calendar year by year, the last year first; those without a day at the end."""
    found: dict[str, list[Session]] = {}
    for one in sorted(sessions, key=lambda one: one.sitting.date or "", reverse=True):
        found.setdefault(view.day((one.sitting.date or "")[:4] or None), []).append(one)
    return list(found.items())
