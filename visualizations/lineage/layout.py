"""Where the lanes of a chart stand: windows of years, pages, sections, strips.

Always true: nothing is made smaller to fit: what does not fit stands on the next page, under the heads of its section;
every lane alive in a window stands on one page of that window; an arrow whose ends stand apart names its older end
beside the younger one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import networkx as nx

from visualizations.citations import Citations
from visualizations.drawing.pieces import paragraph
from visualizations.drawing.profile import Profile
from visualizations.drawing.typography import width_of, wrap
from visualizations.lineage.axis import Window, windows
from visualizations.lineage.chart import Arrow, Chart, Lane, cited_marks
from visualizations.lineage.frame import LEFT, NAME_AFTER, NARROWEST, Frame
from visualizations.lineage.header import Column, Head, head
from visualizations.words import Words

_ENDLESS = float("inf")


@dataclass(frozen=True, slots=True)
class Feeder:
    """A case that is named at the foot of an arrow, not drawn."""

    arrow: Arrow
    name: tuple[str, ...]
    tag: str
    height: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A lane in a window: what is written in it, and how far it reaches above and below its line."""

    lane: Lane
    feeders: tuple[Feeder, ...]
    """Those whose arrows meet the lane's beginning: they stand about its line."""
    late: tuple[Feeder, ...]
    """Those whose arrows meet the lane later: they stand above its name."""
    name: tuple[str, ...]
    up: float
    down: float

    @property
    def height(self) -> float:
        """From its upper edge to its lower one."""
        return self.up + self.down


@dataclass(frozen=True, slots=True)
class Section:
    """Strips of one section on one page, under their heads."""

    section: tuple[str, str]
    title: str
    head: Head
    columns: tuple[Column, ...]
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of lanes."""

    frame: Frame
    blocks: tuple[Section, ...]


def pages(chart: Chart, profile: Profile, cited: Citations, room: float | None) -> list[Page]:
    """The pages of a chart.

    In: a chart; its profile; numbers of its sources; the height that lanes and heads may take on a page (None: as much
    as they need, then in one window as wide as that takes). Out: pages window by window, each from the first lane on.
    """
    days: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    since, until = chart.options.since or "", chart.options.until or "9999-12-31"
    for lane in chart.lanes:
        days[lane.section] += [max(lane.first, since), min(lane.last, until), *(mark.day for mark in lane.marks)]
    if room is None:
        every = [day for own in days.values() for day in own]
        width = max(profile.inner_width, max(len(set(own)) for own in days.values()) * 16 + 0.55 * profile.inner_width)
        window = Window(min(every), max(every))
        return _Paging(Frame(chart, profile, window, cited, width, final=True), _ENDLESS).pages()
    spans = windows(list(days.values()), 0.62 * profile.inner_width)
    frames = [Frame(chart, profile, span, cited, profile.inner_width, final=span is spans[-1]) for span in spans]
    return [page for frame in frames if frame.lanes for page in _Paging(frame, room).pages()]


class _Paging:
    """One window on its way to pages."""

    def __init__(self, frame: Frame, room: float) -> None:
        self.frame, self.room = frame, room
        self.heads = {section: self._head(section) for section in frame.axes}

    def pages(self) -> list[Page]:
        """The window's pages, all about equally full."""
        sheets = self._filled(self.room)
        room = sum(map(self._height, sheets)) / len(sheets)
        while room < self.room and len(even := self._filled(room)) > len(sheets):
            room *= 1.06
        return [Page(self.frame, tuple(self._blocks(sheet))) for sheet in (even if room < self.room else sheets)]

    def _filled(self, room: float) -> list[list[Strip]]:
        """Strips over pages of so much room; a family is kept together where a page can hold it."""
        sheets: list[list[Strip]] = [[]]
        for family in self._families():
            if sheets[-1] and self._height([*sheets[-1], *self._strips(family, [])]) > room:
                sheets.append([])
            for lane in family:
                strip = self._strip(lane, sheets[-1])
                if sheets[-1] and self._height([*sheets[-1], strip]) > room:
                    sheets.append([])
                    strip = self._strip(lane, [])
                sheets[-1].append(strip)
        return sheets

    def _families(self) -> list[list[Lane]]:
        """Lanes of a section that arrows join, in their order."""
        joined: nx.Graph[str] = nx.Graph()
        sections = {lane.case.id: lane.section for lane in self.frame.lanes}
        joined.add_nodes_from(sections)
        arrows = [arrow for shown in self.frame.arrows_to.values() for arrow in shown]
        joined.add_edges_from(
            (a.source, a.target) for a in arrows if sections.get(a.source) == sections.get(a.target) is not None
        )
        number = {id: n for n, family in enumerate(nx.connected_components(joined)) for id in family}
        return [list(family) for _, family in groupby(self.frame.lanes, key=lambda lane: number[lane.case.id])]

    def _strips(self, lanes: Iterable[Lane], above: Sequence[Strip]) -> list[Strip]:
        strips = list(above)
        for lane in lanes:
            strips.append(self._strip(lane, strips))
        return strips[len(above) :]

    def _strip(self, lane: Lane, above: Sequence[Strip]) -> Strip:
        """A lane below those that its page already has."""
        frame, text, small = self.frame, self.frame.profile.text, self.frame.profile.small
        beside = {strip.lane.case.id for strip in above if strip.lane.section == lane.section}
        coming = frame.arrows_to[lane.case.id]
        feeders = tuple(self._feeder(lane, a) for a in coming if a.source not in beside or not frame.joins(a))
        name = self._name(lane, bool(coming))
        up = 0.52 * small + 0.28 * text + 1 + 0.88 * text + (len(name) - 1) * 1.25 * text + 2.5
        down = 0.64 * small + 2 + (1.16 * small + 1 if any(m.sources for m in cited_marks(lane)) else 1)
        early = tuple(f for f in feeders if frame.x(lane, f.arrow.day) <= frame.start(lane))
        late = tuple(f for f in feeders if f not in early)
        rows = sum(feeder.height for feeder in early)
        above_name = sum(feeder.height for feeder in late) + (small if late else 0)
        return Strip(lane, early, late, name, max(up, rows / 2 + small) + above_name, max(down, rows / 2 + 2))

    def _feeder(self, lane: Lane, arrow: Arrow) -> Feeder:
        frame = self.frame
        name, tag = frame.feeder_words(arrow)
        taken = frame.reach(arrow) + frame.tag_room(tag)
        lines = wrap(name, frame.profile.text, max(NARROWEST, frame.x(lane, arrow.day) - taken - LEFT))
        height = max(1.25 * frame.profile.text * len(lines) + 4, 2.32 * frame.profile.small)
        return Feeder(arrow, lines, tag, height)

    def _name(self, lane: Lane, reached: bool) -> tuple[str, ...]:
        """A lane's name, on more lines where it would leave the page."""
        room = self.frame.right - self.frame.start(lane) - NAME_AFTER
        whole = width_of(lane.case.name, self.frame.profile.text)
        return wrap(
            lane.case.name,
            self.frame.profile.text,
            max(room, NARROWEST) if reached or whole > self.frame.right else whole + 1,
        )

    def _head(self, section: tuple[str, str]) -> Head:
        frame, options = self.frame, self.frame.chart.options
        return head(
            frame.columns[section],
            frame.axes[section].x,
            frame.right,
            frame.profile,
            options.language,
            options.calendar,
        )

    def title(self, section: tuple[str, str]) -> str:
        """What a section is called; nothing where there is only one."""
        if len({lane.section for lane in self.frame.chart.lanes}) == 1:
            return ""
        platform, group = section
        higher = Words("市長及副市長層級", "mayors and deputy mayors").of(self.frame.language)
        return " ".join(filter(None, (platform, group or higher)))

    def _height(self, strips: Sequence[Strip]) -> float:
        return sum(section_height(block, self.frame.profile) for block in self._blocks(strips))

    def _blocks(self, strips: Sequence[Strip]) -> Iterator[Section]:
        for section in dict.fromkeys(strip.lane.section for strip in strips):
            own = tuple(strip for strip in strips if strip.lane.section == section)
            yield Section(section, self.title(section), self.heads[section], self.frame.columns[section], own)


def section_height(block: Section, profile: Profile) -> float:
    """How high a section's heads and strips are together."""
    return title_height(block, profile) + block.head.height + sum(strip.height for strip in block.strips) + 6


def title_height(block: Section, profile: Profile) -> float:
    """How high the name of a section is; nothing where it has none."""
    return paragraph(block.title, profile.text, 1e9).height if block.title else 0.0
