"""One window of years: its edges, where days stand in it, and what is written at the ends of its lanes.

Always true: lengths are points; every name at the foot of an arrow and every word at the end of a lane has room between
the edges.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from graph.vocabulary import EdgeType, Status
from visualizations.citations import Citations, numbers
from visualizations.drawing.profile import Profile
from visualizations.drawing.typography import width_of
from visualizations.lineage.axis import Axis, Window
from visualizations.lineage.chart import OFF_THE_LIST, PLAIN, Arrow, Chart, Lane
from visualizations.lineage.header import Column
from visualizations.lineage.symbols import ARROWS
from visualizations.words import HAPPENED, STANDS, Words

NAME_AFTER = 8.0
"""Room between the middle of a mark and what is written right of it."""
CURVE = 26.0
"""Room in which an arrow bends."""
REACH_LEFT = 8.0
"""How far a line begins left of the window where its case is older than that."""
TAIL = 18.0
"""How far a line runs on behind the last day where its case goes on."""
_FEEDER_SHARE = 0.3
_END_SHARE = 0.24
NARROWEST = 80.0
"""The least room for a name."""
_BEND = 14.0
LEFT = 4.0
"""Room left of everything."""


class Frame:
    """One window: its edges, and where days stand in it. All lengths are points."""

    def __init__(
        self, chart: Chart, profile: Profile, window: Window, cited: Citations, width: float, *, final: bool
    ) -> None:
        self.chart, self.profile, self.window, self.cited = chart, profile, window, cited
        self.language = chart.options.language
        self.right = width
        self.by_id = {lane.case.id: lane for lane in (*chart.predecessors.values(), *chart.lanes)}
        shown = [arrow for arrow in chart.arrows if window.holds(arrow.day)]
        self.arrows_to = _by_end(shown, "target")
        self.arrows_from = _by_end(shown, "source")
        self.lanes = [lane for lane in chart.lanes if self._alive(lane)]
        self.final = final
        self.plot_right = width - self._end_room()
        self.plot_left = LEFT + REACH_LEFT + max(map(self._foot_room, shown), default=0.0)
        least = max((self._foot_room(arrow) - self._offset(arrow) for arrow in shown), default=0.0)
        self.plot_left = LEFT + REACH_LEFT + max(0.0, least)
        vars(self).pop("axes", None)  # the edges have moved

    @cached_property
    def columns(self) -> dict[tuple[str, str], tuple[Column, ...]]:
        """The days on which sections sat, by section."""
        sections = dict.fromkeys(lane.section for lane in self.lanes)
        return {one: tuple(c for c in columns(self.chart, one) if self.window.holds(c.day)) for one in sections}

    @cached_property
    def axes(self) -> dict[tuple[str, str], Axis]:
        """Where days stand, by section."""
        return {
            section: Axis([column.day for column in shown], self.window, self.plot_left, self.plot_right)
            for section, shown in self.columns.items()
        }

    def x(self, lane: Lane, day: str) -> float:
        """Where a day stands in a lane."""
        return self.axes[lane.section].x(day)

    def runs_in(self, lane: Lane) -> bool:
        """Whether the lane began before the window."""
        return lane.first < self.window.first

    def runs_on(self, lane: Lane) -> bool:
        """Whether the lane goes on after the window."""
        return lane.last > self.window.last or lane.goes_on

    def start(self, lane: Lane) -> float:
        """Where the lane's line begins."""
        return self.plot_left - REACH_LEFT if self.runs_in(lane) else self.x(lane, lane.first)

    def end(self, lane: Lane) -> float:
        """Where the lane's line ends."""
        return self.plot_right + TAIL if self.runs_on(lane) else self.x(lane, lane.last)

    def leaves(self, arrow: Arrow) -> float:
        """Where an arrow to another lane leaves the lane of its older case: an arrow's bend before its day."""
        source = self.by_id[arrow.source]
        return max(self.start(source), self.x(source, arrow.day) - CURVE)

    def joins(self, arrow: Arrow) -> bool:
        """Whether there is room for an arrow between the beginning of the one lane and the other."""
        return self.x(self.by_id[arrow.target], arrow.day) - self.leaves(arrow) >= _BEND

    def arrow_words(self, arrow: Arrow) -> tuple[str, str]:
        """An arrow's word and the numbers of its sources."""
        return ARROWS[arrow.kind][1].of(self.language), numbers(self.cited.of(arrow.sources))

    def reach(self, arrow: Arrow) -> float:
        """How far left of an arrow's head the name at its foot ends; the same for all arrows of a day to one case."""
        level = [self.arrow_words(one) for one in self.arrows_to[arrow.target] if one.day == arrow.day]
        widest = max(sum(width_of(part, self.profile.small) for part in words) for words in level)
        return widest + 10 + CURVE

    def end_words(self, lane: Lane) -> str:
        """What is written at the end of a lane that no arrow leaves; empty where it only runs on to the next window."""
        if lane.goes_on and self.final and lane.last <= self.window.last:
            return (STANDS[Status.PROPOSED] if lane.status is Status.PROPOSED else HAPPENED[EdgeType.CONTINUED_AT]).of(
                self.language
            )
        if self.runs_on(lane) or not lane.marks or lane.became:
            return ""
        told = [HAPPENED[kind] for kind in lane.marks[-1].kinds if kind not in PLAIN]
        if lane.status is Status.LAPSED and not OFF_THE_LIST & set(lane.marks[-1].kinds):
            told.append(STANDS[Status.LAPSED])
        return "・".join(words.of(self.language) for words in told)

    def _alive(self, lane: Lane) -> bool:
        return lane.first <= self.window.last and (lane.last >= self.window.first or lane.goes_on)

    def _end_room(self) -> float:
        leaving = [" ".join(self.arrow_words(arrow)) for shown in self.arrows_from.values() for arrow in shown]
        words = [*leaving, *(self.end_words(lane) for lane in self.lanes)]
        widest = max((width_of(one, self.profile.small) for one in words), default=0.0) + 3
        tail = TAIL if any(map(self.runs_on, self.lanes)) else 0.0
        return max(min(widest, _END_SHARE * self.right) + tail + 4, NARROWEST) + NAME_AFTER

    def _offset(self, arrow: Arrow) -> float:
        """How far right of the first day an arrow ends."""
        return self.x(self.by_id[arrow.target], arrow.day) - self.plot_left

    def _foot_room(self, arrow: Arrow) -> float:
        """How wide the name at the foot of an arrow is, if it has to stand there, with what leads from it."""
        name, tag = self.feeder_words(arrow)
        most = _FEEDER_SHARE * self.right if arrow.source in self.chart.predecessors else NARROWEST
        return min(width_of(name, self.profile.text), most) + self.tag_room(tag) + self.reach(arrow)

    def tag_room(self, tag: str) -> float:
        """How wide the platform of a name at the foot of an arrow is, with the gap before it."""
        return width_of(tag, self.profile.small) + 4 if tag else 0.0

    def feeder_words(self, arrow: Arrow) -> tuple[str, str]:
        """Name and platform of the case at an arrow's foot."""
        older, younger = self.by_id[arrow.source], self.by_id[arrow.target]
        elsewhere = older.case.platform and older.case.platform != younger.case.platform
        former = Words("原", "ex ").of(self.language)
        return older.case.name, former + short_platform(older.case.platform or "") if elsewhere else ""


def short_platform(name: str) -> str:
    """A platform's name without the words that all of them have.

    >>> short_platform("雙北合作交流平臺")
    '雙北'
    """
    return re.sub("(合作)?(交流)?(合作)?(平[臺台])?$", "", name) or name


def _by_end(arrows: Iterable[Arrow], end: Literal["source", "target"]) -> defaultdict[str, list[Arrow]]:
    """Arrows by the case at one of their ends."""
    found: defaultdict[str, list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        found[getattr(arrow, end)].append(arrow)
    return found


def columns(chart: Chart, section: tuple[str, str]) -> list[Column]:
    """The days on which a section's cases were spoken of, each under the sitting of the section's own group if any."""
    found: dict[str, Column] = {}
    for lane in chart.lanes:
        if lane.section != section:
            continue
        for mark in lane.marks:
            held = found.get(mark.day)
            if held is None or (held.sitting.group != section[1] and mark.sitting.group == section[1]):
                found[mark.day] = Column(mark.day, mark.sitting, chart.hosts.get(mark.sitting.id))
    return [found[day] for day in sorted(found)]
