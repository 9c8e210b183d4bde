"""Which sitting comes next: when, hosted by whom, with which cases before it, and which sittings are not here.

Always true: an answer is a function of what the store holds, of the rules and of the day it is asked for; what rules or
minutes do not say is inferred from what was observed, and marked so, or left open; every recommendation is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from graph.governance import LevelRules, Platform, governance
from graph.store import GraphStore
from graph.vocabulary import Label, Level
from queries.actions import last_day
from queries.catalogue import ask
from queries.events import Sitting, sittings
from queries.schedule.hosts import Basis, Host, Hosts
from queries.schedule.missing import Missing, Why, missing
from queries.schedule.pending import Matter, Pending, Waiting
from queries.schedule.slots import Place, Slots, Window, observed
from queries.search import meant

__all__ = ["Basis", "Expected", "Host", "Matter", "Missing", "Pending", "Series", "Why", "Window", "schedule"]

_BESIDE = re.compile("臨時(?:會議|小組|工作|大會)|加開|專案會議|籌備")
"""A sitting beside those that the rules have."""
_YEARS = 10
"""How far behind the last sitting the calendar looks; a later day counts as the last of these years."""
_ORDER = (Level.MAYOR, Level.DEPUTY_MAYOR, Level.WORKING_GROUP)


@dataclass(frozen=True, slots=True)
class Expected:
    """A sitting that is due."""

    roc_year: int | None
    ordinal: int | None
    window: Window | None
    """The days between which it is expected; None where nothing tells."""
    overdue: bool
    """Whether those days are over and the store has no minutes of it."""
    host: Host | None


@dataclass(frozen=True, slots=True)
class Series:
    """One series of sittings, as of a day."""

    platform: str
    level: Level
    group: str | None
    last: Sitting | None
    """The last sitting that is here, else the last that is spoken of."""
    rules: LevelRules | None
    """How often it sits and what it may do; None where no rules are known and what was observed counts."""
    next: Expected | None
    """The sitting that comes first after the last one."""
    overdue: tuple[Expected, ...]
    """What should have come before it, where days have passed without minutes; the next one is not among them."""
    pending: tuple[Pending, ...]
    missing: tuple[Missing, ...]


def schedule(
    store: GraphStore,
    *,
    platform: str | None = None,
    group: str | None = None,
    as_of: str | None = None,
    rules: Mapping[str, Platform] | None = None,
) -> tuple[Series, ...]:
    """What sits next, as of a day.

    In: a store; a platform and a group in any spelling (None: all); an ISO day (None: that of the last sitting); the
    rules of platforms (None: ``graph.governance``). Out: the series of all platforms that still sit, by platform, level
    and group. Raises NotFoundError with the nearest names.
    """
    on = meant(store, platform, Label.PLATFORM).name if platform else None
    of = meant(store, group, Label.GROUP, on).name if group else None
    last = last_day(store)
    day = min(as_of, f"{int(last[:4]) + _YEARS:04}-12-31") if as_of and last else as_of or last
    if not day:
        return ()
    found = _Calendar(store, governance() if rules is None else rules, day)
    return tuple(found.of(*series) for series in found.series() if on in (None, series[0]) and of in (None, series[2]))


class _Calendar:
    """What a store and the rules say, read at once."""

    def __init__(self, store: GraphStore, rules: Mapping[str, Platform], day: str) -> None:
        self._store, self._rules, self._day = store, rules, day
        told = {row["meeting"]: row["told"] for row in ask(store, "spoken_of")}
        self._sittings = [
            one for one in sittings(store) if (one.date or told.get(one.id) or ("9999" if one.stub else "")) <= day
        ]
        self._ended = {row["source_name"]: row["date"] for row in ask(store, "platform_mergers") if row["date"]}
        self._hosts = Hosts(store, day)
        self._waiting = Waiting(store, day)

    def series(self) -> list[tuple[str, Level, str | None]]:
        """The series of platforms that still sit: those seen, and the levels that the rules of their platforms have."""
        seen: set[tuple[str, Level, str | None]] = {
            (one.platform, one.level, one.group)
            for one in self._sittings
            if one.platform and (one.group or one.level is not Level.WORKING_GROUP) and one.level is not Level.OTHER
        }
        for name in {platform for platform, _, _ in seen}:
            levels = self._rules[name].levels if name in self._rules else ()
            seen |= {(name, level, None) for level in levels if level is not Level.WORKING_GROUP}
        open = [one for one in seen if not self._is_over(one[0])]
        return sorted(open, key=lambda one: (one[0], _ORDER.index(one[1]), one[2] or ""))

    def of(self, platform: str, level: Level, group: str | None) -> Series:
        """One series."""
        own = [one for one in self._sittings if (one.platform, one.level, one.group) == (platform, level, group)]
        held, stubs = [one for one in own if not one.stub], [one for one in own if one.stub]
        slots = self._slots(platform, level)
        due = self._due(platform, level, own, slots) if slots else self._guessed(platform, level, held)
        to_come = slots.on(due[0].window.since) if slots and due and due[0].window and held else None
        if slots and not held:
            to_come = slots.on(self._day)
        return Series(
            platform=platform,
            level=level,
            group=group,
            last=max(own, key=lambda one: (not one.stub, one.date or "", one.ordinal or 0), default=None),
            rules=slots.rules if slots else None,
            next=due[-1] if due else None,
            overdue=tuple(due[:-1]),
            pending=tuple(self._pending(platform, level, group)),
            missing=missing(self._store, held, stubs, slots, to_come, self._day),
        )

    def _slots(self, platform: str, level: Level) -> Slots | None:
        rules = self._rules.get(platform)
        return Slots(rules, level, rules.levels[level]) if rules and level in rules.levels else None

    def _due(self, platform: str, level: Level, own: list[Sitting], slots: Slots) -> list[Expected]:
        """The sittings after the last one: those whose days are over, and the first whose days are not."""
        numbered = [one for one in own if one.ordinal is not None or not _BESIDE.search(one.name)]
        placed = sorted(((place, one) for one in numbered if (place := slots.of(one))), key=lambda pair: pair[0])
        now = slots.on(self._day)
        place = slots.after(placed[-1][0]) if placed else max(now, slots.first() or now)
        known = next(((at, one.ordinal) for at, one in reversed(placed) if one.ordinal), None)
        held = [one for one in own if not one.stub]
        found = [self._expected(platform, place, slots, known, held, first=True)]
        while found[-1].overdue:
            place = slots.after(place)
            found.append(self._expected(platform, place, slots, known, held, first=False))
        return found

    def _expected(
        self,
        platform: str,
        place: Place,
        slots: Slots,
        known: tuple[Place, int] | None,
        held: list[Sitting],
        first: bool,
    ) -> Expected:
        host = self._hosts.next(platform, slots.platform, slots.level, place, held, first)
        window = slots.window(place)
        for called in self._hosts.called(platform, slots.level):
            if called.year == place[0] and (host is None or host.city == called.city):
                host, window = self._hosts.quote(called), called.window or window
                break
        over = window.until < self._day
        return Expected(place[0] - 1911, slots.number(place, known), window, over, host)

    def _guessed(self, platform: str, level: Level, held: list[Sitting]) -> list[Expected]:
        """The next sitting of a series without rules, as sittings came so far."""
        if not held:
            return []
        window, last = observed(held), held[-1]
        year = int(window.until[:4]) - 1911 if window else None
        again = any(later.ordinal == 1 and earlier.ordinal not in (None, 1) for earlier, later in pairwise(held))
        number = last.ordinal + 1 if last.ordinal is not None else None
        if number and year is not None and last.roc_year is not None and year > last.roc_year:
            number = 1 if again or all(one.roc_year == last.roc_year for one in held) else number
        host = self._hosts.next(platform, self._rules.get(platform), level, None, held, first=True)
        return [Expected(year, number, window, bool(window and window.until < self._day), host)]

    def _pending(self, platform: str, level: Level, group: str | None) -> list[Pending]:
        if level is Level.WORKING_GROUP:
            return list(self._waiting.within(platform, group)) if group else []
        rules = self._rules.get(platform)
        deciding = [one for one in rules.levels if rules.levels[one].decides] if rules and rules.levels else []
        deciding = deciding or sorted(
            {one.level for one in self._sittings if one.platform == platform}, key=_ORDER.index
        )
        nearest = max((one for one in deciding if one in _ORDER[:2]), key=_ORDER.index, default=level)
        return list(self._waiting.above(platform, level, nearest, self._passed))

    def _passed(self, platform: str, level: Level, since: str) -> int:
        """How many sittings of a level should have come after a day, none of whose minutes are here."""
        slots = self._slots(platform, level)
        if slots is None:
            return 0
        held = {
            slots.of(one) for one in self._sittings if (one.platform, one.level) == (platform, level) and not one.stub
        }
        last = max((place for place in held if place), default=None)
        places = slots.between(slots.on(since), slots.on(self._day))
        return sum(place not in held and (last is None or place > last) for place in places)

    def _is_over(self, platform: str) -> bool:
        """Whether a platform sits no more."""
        rules = self._rules.get(platform)
        until = (rules.until if rules else None) or self._ended.get(platform)
        return until is not None and until <= self._day
