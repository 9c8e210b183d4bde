"""Where days stand.

Always true: x never falls as days go on, and equal days have equal x; days stand to scale, but that sittings nearer to
each other than their marks are wide are set apart by that width.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

MARK = 10.0
"""How far apart two marks of a lane are at least."""

_COMFORT = 13.0
"""How far apart most sittings should be before years go on another page."""


@dataclass(frozen=True, slots=True)
class Window:
    """A span of ISO days that one row of pages shows; both belong to it."""

    first: str
    last: str

    def holds(self, day: str) -> bool:
        """Whether the day belongs to it."""
        return self.first <= day <= self.last


class Axis:
    """Maps ISO days to x between two edges."""

    def __init__(self, days: Iterable[str], window: Window, left: float, right: float) -> None:
        known = sorted({day for day in days if window.holds(day)} | {window.first, window.last})
        self._days = [date.fromisoformat(day).toordinal() for day in known]
        self._xs = _apart(self._days, left, right)

    def x(self, day: str) -> float:
        """Where a day stands; days outside the window stand at its edge."""
        wanted = date.fromisoformat(day).toordinal()
        at = bisect_right(self._days, wanted) - 1
        if at < 0:
            return self._xs[0]
        if at == len(self._days) - 1 or self._days[at] == wanted:
            return self._xs[at]
        part = (wanted - self._days[at]) / (self._days[at + 1] - self._days[at])
        return self._xs[at] + part * (self._xs[at + 1] - self._xs[at])


def windows(series: Sequence[Sequence[str]], width: float) -> list[Window]:
    """The fewest spans of whole years in which sittings do not crowd.

    In: the ISO days of the marks of each section; room for them in points. Out: one window at least, without gaps
    between them.
    """
    first, last = min(map(min, series)), max(map(max, series))
    years = range(int(first[:4]), int(last[:4]) + 1)
    for count in range(1, len(years) + 1):
        parts = _parts(years, count)
        spans = [Window(max(first, f"{a:04}-01-01"), min(last, f"{b:04}-12-31")) for a, b in parts]
        if all(_comfortable(days, span, width) for days in series for span in spans):
            return spans
    return spans


def _parts(years: range, count: int) -> list[tuple[int, int]]:
    """The years in so many parts of nearly equal length."""
    edges = [years.start + round(len(years) * part / count) for part in range(count + 1)]
    return [(a, b - 1) for a, b in pairwise(edges)]


def _comfortable(days: Iterable[str], span: Window, width: float) -> bool:
    """Whether all sittings would find room, and three of four of them to scale."""
    own = sorted({date.fromisoformat(day).toordinal() for day in days if span.holds(day)})
    if len(own) < 3:
        return True
    scale = width / max(1, own[-1] - own[0])
    gaps = sorted((b - a) * scale for a, b in pairwise(own))
    return len(own) * _COMFORT <= width and gaps[len(gaps) // 4] >= MARK


def _apart(days: Sequence[int], left: float, right: float) -> list[float]:
    """To scale from edge to edge, set apart where nearer than a mark; tighter where there is no room for that."""
    if len(days) == 1:
        return [left]
    span = days[-1] - days[0]
    least = min(MARK, (right - left) / (len(days) - 1))
    gaps = [b - a for a, b in pairwise(days)]
    tight = {at for at, gap in enumerate(gaps) if gap * (right - left) / span < least}
    while True:
        loose = sum(gap for at, gap in enumerate(gaps) if at not in tight)
        scale = (right - left - least * len(tight)) / loose if loose else 0.0
        more = {at for at, gap in enumerate(gaps) if at not in tight and gap * scale < least}
        if not more:
            break
        tight |= more
    xs = [left]
    for at, gap in enumerate(gaps):
        xs.append(xs[-1] + (least if at in tight else gap * scale))
    return xs
