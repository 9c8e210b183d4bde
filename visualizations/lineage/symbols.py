"""The signs of a lineage picture: one shape an event, one colour and one word an arrow.

Always true: two events differ in shape, not in colour alone, so that a black-and-white print can be read; every sign
that a picture shows is explained in its legend by the words of ``visualizations.words``.
"""

from __future__ import annotations

from math import pi

from graph.vocabulary import EdgeType
from visualizations.drawing.shapes import Box, Circle, Path, Rect, Shape, curve, polyline
from visualizations.drawing.style import (
    CARRIED,
    ENDED,
    EXPANDED,
    INFERRED,
    LANE,
    MERGED,
    PAPER,
    RENAMED,
    SPLIT,
)
from visualizations.words import Words

E = EdgeType
LINE = 3.0
"""Width of a lane's line."""
REACH = 4.6
"""Half the width of the widest sign."""
HEAD = 7.5
"""Length of an arrow's head."""
DASHES = (3.0, 2.2)

ARROWS: dict[EdgeType, tuple[str, Words]] = {
    E.MERGES_INTO: (MERGED, Words("併入", "merged into")),
    E.RENAMED_TO: (RENAMED, Words("更名", "renamed")),
    E.SPLITS_INTO: (SPLIT, Words("分為", "split into")),
}
"""Colour and word of an arrow."""


def mark(kind: EdgeType, x: float, y: float, *, inferred: bool = False) -> tuple[Shape, ...]:
    """The sign of an event at a point."""
    colour = INFERRED if inferred else _COLOURS.get(kind, LANE)
    dashes = (1.6, 1.2) if inferred else ()
    if kind in (E.DELISTED_AT, E.DELISTING_RECOMMENDED_AT):
        solid = kind is E.DELISTED_AT and not inferred
        box = Box(x - 2.1, y - 6, 4.2, 12)
        return (Rect(box, colour if solid else PAPER, colour, 1.4, 0.8),)
    if kind in (E.ESTABLISHED_AT, E.PROPOSED_AT):
        reach = 5.4 if kind is E.ESTABLISHED_AT else 3.6
        diamond = polyline([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], closed=True)
        return (Path(diamond, PAPER, colour, 1.7, dashes),)
    if kind is E.ROUTINISED_AT:
        return (Rect(Box(x - 4, y - 4, 8, 8), PAPER, colour, 1.7), Rect(Box(x - 1.4, y - 1.4, 2.8, 2.8), colour))
    if kind is E.DEFERRED_AT:
        return (Rect(Box(x - 3.6, y - 5, 2.6, 10), colour), Rect(Box(x + 1, y - 5, 2.6, 10), colour))
    if kind is E.REJECTED_AT:
        return (_stroke([(x - 4, y - 4), (x + 4, y + 4)], colour), _stroke([(x - 4, y + 4), (x + 4, y - 4)], colour))
    if kind is E.WITHDRAWN_AT:
        return (Circle(x, y, 4.4, PAPER, colour, 1.5), _stroke([(x - 2.6, y), (x + 2.6, y)], colour, 1.5))
    if kind is E.REOPENED_AT:
        return (Path(polyline([(x - 3.6, y - 5), (x + 5, y), (x - 3.6, y + 5)], closed=True), PAPER, colour, 1.7),)
    if kind is E.EXPANDED_AT:
        plus = (_stroke([(x - 2.6, y), (x + 2.6, y)], PAPER, 1.4), _stroke([(x, y - 2.6), (x, y + 2.6)], PAPER, 1.4))
        return (Circle(x, y, 4.4, colour, PAPER, 0.8), *plus)
    if kind is E.DISCUSSED_AT:
        return (Circle(x, y, 2.4, colour, PAPER, 0.8),)
    return (Circle(x, y, 3.6, PAPER, colour, 1.8),)


_COLOURS = {
    E.DELISTED_AT: ENDED,
    E.DELISTING_RECOMMENDED_AT: ENDED,
    E.REJECTED_AT: ENDED,
    E.WITHDRAWN_AT: CARRIED,
    E.DEFERRED_AT: CARRIED,
    E.ROUTINISED_AT: EXPANDED,
    E.EXPANDED_AT: EXPANDED,
}


def lane_line(start: float, end: float, y: float, *, open: bool = False, faint: bool = False) -> tuple[Shape, ...]:
    """A case's line; with an arrow's head where it goes on, dotted where the case was on no list."""
    if faint:
        return (Path(polyline([(start, y), (end, y)]), None, CARRIED, 1.0, (1.2, 2.4)),)
    tip = end - HEAD if open else end
    line = Path(polyline([(start, y), (tip, y)]), None, LANE, LINE)
    return (line, _head(end, y, LANE)) if open else (line,)


def arrow(
    kind: EdgeType, start: tuple[float, float], lead: float, end: tuple[float, float], *, inferred: bool = False
) -> tuple[Shape, ...]:
    """An arrow: straight up to ``lead``, then curved, its head level with the end."""
    colour = INFERRED if inferred else ARROWS[kind][0]
    neck = end[0] - HEAD + 1
    bend = (neck - lead) / 2
    lines = [
        Path(
            curve((lead, start[1]), (lead + bend, start[1]), (neck - bend, end[1]), (neck, end[1])),
            None,
            colour,
            1.6,
            DASHES if inferred else (),
        )
    ]
    if lead > start[0] + 0.5:
        lines.insert(0, Path(polyline([start, (lead, start[1])]), None, colour, 1.6, DASHES if inferred else ()))
    return (*lines, _head(end[0], end[1], colour))


def legend_arrow(kind: EdgeType | None, x: float, y: float) -> tuple[Shape, ...]:
    """The sign of an arrow in the legend; None: an inferred one."""
    colour = INFERRED if kind is None else ARROWS[kind][0]
    line = Path(polyline([(x, y), (x + 20, y)]), None, colour, 1.6, DASHES if kind is None else ())
    return (line, _head(x + 26, y, colour))


def legend_mark(kind: EdgeType, x: float, y: float, *, inferred: bool = False) -> tuple[Shape, ...]:
    """The sign of an event in the legend."""
    return mark(kind, x + 5.5, y, inferred=inferred)


def _head(x: float, y: float, colour: str) -> Path:
    """An arrow's head that ends at a point."""
    half = HEAD * pi / 6
    return Path(polyline([(x - HEAD, y - half), (x, y), (x - HEAD, y + half)], closed=True), colour)


def _stroke(points: list[tuple[float, float]], colour: str, width: float = 1.8) -> Path:
    return Path(polyline(points), None, colour, width)
