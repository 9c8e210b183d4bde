"""One lane as shapes: its line, its marks, the names and numbers written along it.

Always true: of all that is written in a strip no two texts overlap, and nothing leaves the strip's edges.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from visualizations.citations import numbers
from visualizations.drawing.shapes import Anchor, Group, Rect, Shape, Text
from visualizations.drawing.style import ENDED, INFERRED, INK, LANE, MUTED
from visualizations.drawing.typography import shorten, width_of
from visualizations.lineage.chart import OFF_THE_LIST, Arrow, Lane, Mark, cited_marks, shown_marks
from visualizations.lineage.frame import LEFT, NAME_AFTER, Frame
from visualizations.lineage.layout import Feeder, Strip
from visualizations.lineage.symbols import ARROWS, arrow, lane_line, mark
from visualizations.lineage.telling import arrow_words, event_words
from visualizations.words import STANDS

_TARGET_GAP = 5.2
"""How far before the middle of a mark an arrow's head ends."""


def lane_shapes(frame: Frame, strip: Strip, y: float, leaving: Iterable[Arrow], paper: str) -> list[Shape]:
    """A lane at its line's y; ``leaving`` are the arrows that are drawn to other lanes of the page."""
    lane, drawn = strip.lane, list(leaving)
    label = lane.case.name + (f"（{STANDS[lane.status].of(frame.language)}）" if lane.status else "")
    held = [
        *_line(frame, lane, y, drawn),
        *_marks(frame, lane, y),
        *_name(frame, strip, y, paper),
        *_numbers(frame, lane, y),
    ]
    return [Group((*held, *_end(frame, lane, y, drawn)), lane.case.id, "case", label)]


def feeder_shapes(frame: Frame, strip: Strip, y: float) -> list[Shape]:
    """The arrows that come from cases which are only named, with those names."""
    shapes: list[Shape] = []
    for feeders, top in (
        (strip.feeders, y - sum(feeder.height for feeder in strip.feeders) / 2),
        (strip.late, y - strip.up + frame.profile.small),
    ):
        for feeder in feeders:
            shapes += _feeder(frame, strip.lane, feeder, top + feeder.height / 2, y)
            top += feeder.height
    return shapes


def arrow_shapes(frame: Frame, one: Arrow, source_y: float, target_y: float) -> list[Shape]:
    """An arrow between two lanes of the page."""
    start, end = frame.leaves(one), _tip(frame, one)
    lines = arrow(one.kind, (start, source_y), start, (end, target_y), inferred=one.inferred)
    return [Group(lines, one.id, "arrow", arrow_words(frame.chart, one))]


def _tip(frame: Frame, one: Arrow) -> float:
    """Where an arrow's head ends: before the mark of that day, or at the line where there is none."""
    target = frame.by_id[one.target]
    marked = any(mark.day == one.day for mark in shown_marks(target))
    return frame.x(target, one.day) - (_TARGET_GAP if marked else 0)


def _line(frame: Frame, lane: Lane, y: float, drawn: list[Arrow]) -> list[Shape]:
    """The line, dotted from an end to a new beginning."""
    start, end = frame.start(lane), _stop(frame, lane, drawn)
    shapes: list[Shape] = []
    at = start
    shown = [one for one in shown_marks(lane) if frame.window.holds(one.day)]
    for one, following in pairwise(shown):
        if one.kinds[0] in OFF_THE_LIST:
            shapes += lane_line(at, frame.x(lane, one.day), y)
            at = frame.x(lane, following.day)
            shapes += lane_line(frame.x(lane, one.day), at, y, faint=True)
    off = bool(shown) and shown[-1].kinds[0] in OFF_THE_LIST and not lane.goes_on
    if off and end > frame.x(lane, shown[-1].day):
        shapes += lane_line(at, frame.x(lane, shown[-1].day), y)
        return [*shapes, *lane_line(frame.x(lane, shown[-1].day), end, y, faint=True)]
    return [*shapes, *lane_line(at, end, y, open=frame.runs_on(lane))]


def _stop(frame: Frame, lane: Lane, drawn: Iterable[Arrow]) -> float:
    """Where the line ends: where the last arrow leaves it, if the case ended by that."""
    last = [frame.leaves(one) for one in drawn if lane.became and one.day == lane.last]
    return min(last, default=frame.end(lane))


def _marks(frame: Frame, lane: Lane, y: float) -> list[Shape]:
    """The signs of what happened."""
    shapes: list[Shape] = []
    for one in shown_marks(lane):
        if frame.window.holds(one.day):
            sign = mark(one.kinds[0], frame.x(lane, one.day), y, inferred=one.inferred)
            shapes.append(Group(sign, event_id(lane, one), "event", event_words(frame.chart, one)))
    return shapes


def event_id(lane: Lane, one: Mark) -> str:
    """What makes a mark that mark, in the ids of the graph."""
    return f"{one.kinds[0]}:{lane.case.id}:{one.sitting.id}"


def _name(frame: Frame, strip: Strip, y: float, paper: str) -> list[Shape]:
    """The name above the line's beginning, on paper of its own so that no rule runs through it."""
    text, small = frame.profile.text, frame.profile.small
    last = y - 0.52 * small - 0.28 * text - 1
    widest = max(width_of(line, text) for line in strip.name)
    x = max(LEFT, min(frame.start(strip.lane) + NAME_AFTER, frame.right - widest))
    shapes: list[Shape] = []
    for number, line in enumerate(reversed(strip.name)):
        name = Text(x, last - number * 1.25 * text, line, text, INK, bold=True)
        shapes += [Rect(name.box, paper), name]
    return shapes


def _numbers(frame: Frame, lane: Lane, y: float) -> list[Shape]:
    """The numbers of sources below the marks, those that would touch as one."""
    small = frame.profile.small
    baseline = y + 0.64 * small + 1 + 0.88 * small
    texts: list[Text] = []
    held: list[tuple[list[float], set[int]]] = []
    for one in cited_marks(lane):
        cited = set(frame.cited.of(one.sources))
        if not cited or not frame.window.holds(one.day):
            continue
        xs = [min(frame.x(lane, one.day), frame.end(lane))]
        while texts and _number(frame, xs, cited, baseline).box.overlaps(texts[-1].box, 2):
            texts.pop()
            before, also = held.pop()
            xs, cited = [*before, *xs], also | cited
        held.append((xs, cited))
        texts.append(_number(frame, xs, cited, baseline))
    return list(texts)


def _number(frame: Frame, xs: list[float], cited: set[int], baseline: float) -> Text:
    words = numbers(cited)
    half = width_of(words, frame.profile.small) / 2
    x = max(half, min(sum(xs) / len(xs), frame.right - half))
    return Text(x, baseline, words, frame.profile.small, MUTED, Anchor.MIDDLE)


def _end(frame: Frame, lane: Lane, y: float, drawn: list[Arrow]) -> list[Shape]:
    """What became of the case, right of where its line ends."""
    small = frame.profile.small
    x, baseline = frame.end(lane) + NAME_AFTER, y + 0.36 * small
    shapes: list[Shape] = []
    for one in _ends(frame, lane):
        word, cited = frame.arrow_words(one)
        named = f"{word}「{frame.by_id[one.target].case.name}」"
        if one not in drawn and width_of(named + cited, small) <= frame.right - x - 3:
            word = named
        colour = INFERRED if one.inferred else ARROWS[one.kind][0]
        shapes += [Text(x, baseline, word, small, colour, bold=True)]
        shapes += [Text(x + width_of(word, small) + 3, baseline, cited, small, MUTED)] if cited else []
    words = shorten(frame.end_words(lane), small, frame.right - x)
    if words:
        shapes.append(Text(x, baseline, words, small, LANE if lane.goes_on else ENDED))
    return shapes


def _ends(frame: Frame, lane: Lane) -> list[Arrow]:
    """The arrow whose word stands at the lane's end, if the case ended by going into another one."""
    return [one for one in frame.arrows_from[lane.case.id] if lane.became and one.day == lane.last][:1]


def _feeder(frame: Frame, lane: Lane, feeder: Feeder, y: float, line_y: float) -> list[Shape]:
    text, small = frame.profile.text, frame.profile.small
    tip = _tip(frame, feeder.arrow)
    foot = frame.x(lane, feeder.arrow.day) - frame.reach(feeder.arrow)
    word, cited = frame.arrow_words(feeder.arrow)
    lead = foot + 5 + width_of(word, small) + width_of(cited, small) + 3
    colour = INFERRED if feeder.arrow.inferred else ARROWS[feeder.arrow.kind][0]
    shapes = list(arrow(feeder.arrow.kind, (foot + 3, y), lead, (tip, line_y), inferred=feeder.arrow.inferred))
    shapes.append(Text(foot + 5, y - 0.28 * small - 1.5, word, small, colour, bold=True))
    if cited:
        shapes.append(Text(foot + 5 + width_of(word, small) + 2, y - 0.28 * small - 1.5, cited, small, MUTED))
    right = foot
    if feeder.tag:
        shapes.append(Text(right, y + 0.36 * small, feeder.tag, small, MUTED, Anchor.END))
        right -= frame.tag_room(feeder.tag)
    first = y + 0.36 * text - (len(feeder.name) - 1) * 0.625 * text
    names = [Text(right, first + n * 1.25 * text, line, text, INK, Anchor.END) for n, line in enumerate(feeder.name)]
    named = Group(tuple(names), feeder.arrow.source, "case", frame.by_id[feeder.arrow.source].case.name)
    return [named, Group(tuple(shapes), feeder.arrow.id, "arrow", arrow_words(frame.chart, feeder.arrow))]
