"""The places of a series in its years: which sitting comes when.

Always true: with rules a place is a period of a year (a quarter, a half), found by a sitting's number before its day;
without rules the next sitting is expected as far off as sittings were from each other, and nothing where there was one.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, pairwise
from statistics import median

from graph.governance import LevelRules, Platform
from graph.vocabulary import Level
from queries.events import Sitting

Place = tuple[int, int]
"""Year of our calendar, and period of the year from 1."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days between which a sitting is expected."""

    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Slots:
    """The places of a series whose rules are known."""

    platform: Platform
    level: Level
    rules: LevelRules

    def of(self, sitting: Sitting) -> Place | None:
        """Where a sitting belongs: by its number, else by its day."""
        year = sitting.roc_year + 1911 if sitting.roc_year is not None else None
        place = self.platform.place_of(self.level, year, sitting.ordinal) if sitting.ordinal is not None else None
        return place or (self.on(sitting.date) if sitting.date else None)

    def on(self, day: str) -> Place:
        """The period that holds a day."""
        return int(day[:4]), (int(day[5:7]) - 1) * self.rules.per_year // 12 + 1

    def after(self, place: Place) -> Place:
        """The place that follows."""
        year, period = place
        later = ((y, p) for y in count(year) for p in self.platform.periods(self.level, y))
        return next(one for one in later if one > (year, period))

    def between(self, first: Place, last: Place) -> Iterator[Place]:
        """The places from the first one up to, but without, the last one."""
        while first < last:
            yield first
            first = self.after(first)

    def first(self) -> Place | None:
        """The first place that the rota names."""
        year = min(self.platform.rota.get(self.level, {}), default=None)
        return self.after((year, 0)) if year is not None else None

    def window(self, place: Place) -> Window:
        """The days of a period."""
        year, period = place
        months = 12 / self.rules.per_year
        first, last = round((period - 1) * months) + 1, round(period * months)
        return Window(date(year, first, 1).isoformat(), date(year, last, monthrange(year, last)[1]).isoformat())

    def number(self, place: Place, known: tuple[Place, int] | None) -> int | None:
        """The number of the sitting of a place, counted from a ``known`` one where numbers run through the years."""
        if self.rules.numbered == "yearly":
            periods = self.platform.periods(self.level, place[0])
            return sum(period <= place[1] for period in periods) if self.rules.per_year > 1 else None
        origin, ordinal = known or ((self.first() or place), 1)
        if known is None and self.first() is None:
            return None
        ahead = sum(1 for _ in self.between(origin, place))
        back = sum(1 for _ in self.between(place, origin))
        return ordinal + ahead - back if ordinal + ahead - back > 0 else None


def observed(sittings: Sequence[Sitting]) -> Window | None:
    """When the next sitting is expected by how far off earlier ones were from each other; None with fewer than two."""
    days = sorted({date.fromisoformat(one.date) for one in sittings if one.date})
    if len(days) < 2:
        return None
    usual = median((later - earlier).days for earlier, later in pairwise(days))
    span = [days[-1] + timedelta(days=round(usual * part)) for part in (0.75, 1.25)]
    return Window(*(day.isoformat() for day in span))
