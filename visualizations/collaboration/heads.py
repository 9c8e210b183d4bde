"""The heads of a matrix's columns: whole names, set level where there is room for that, else from top to bottom.

Always true: a name is never cut off while a page can hold it; heads of neighbouring columns never touch; all columns of
a picture have their heads set one way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from visualizations.citations import Source
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Anchor, Group, Shape, Text
from visualizations.drawing.style import INK
from visualizations.drawing.typography import width_of, wrap_evenly
from visualizations.drawing.vertical import columns, height_of_lines, set_vertically, width_of_lines

_LEADING = 1.25
_LEVEL_ROOM = 5.5
"""How many characters a level line has at least."""
_LEVEL_LINES = 6
_LONGEST = 16
"""How many characters a line from top to bottom has at most, and how many such lines a name may have."""
_PART = 0.24
"""How much of a page's height heads may take."""
_PAD = 6.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is, and what stands at its foot."""

    id: str
    kind: str
    name: str
    colour: str = INK
    foot: tuple[str, ...] = ()
    """Lines below it."""
    sources: tuple[Source, ...] = ()
    """What it rests on."""


@dataclass(frozen=True, slots=True)
class Heads:
    """How the columns of a picture are headed."""

    level: bool
    lines: Mapping[str, tuple[tuple[str, ...], ...]]
    widths: Mapping[str, float]
    size: float

    def height(self, shown: Sequence[Column]) -> float:
        """How high the heads of these columns are."""
        lines = [self.lines[column.id] for column in shown]
        if self.level:
            return max(len(one[0]) for one in lines) * _LEADING * self.size + 6
        return max(height_of_lines(one, self.size) for one in lines) + 6

    def paint(self, column: Column, middle: float, bottom: float) -> Group:
        """The head of a column; it ends above the bottom."""
        lines = self.lines[column.id]
        if self.level:
            (level,) = lines
            first = bottom - 4 - 0.28 * self.size - (len(level) - 1) * _LEADING * self.size
            shapes: list[Shape] = [
                Text(middle, first + at * _LEADING * self.size, line, self.size, column.colour, Anchor.MIDDLE)
                for at, line in enumerate(level)
            ]
        else:
            top = bottom - 4 - height_of_lines(lines, self.size)
            shapes = set_vertically(lines, middle, top, self.size, column.colour)
        return Group(tuple(shapes), column.id, column.kind, column.name)


def heads(shown: Sequence[Column], profile: Profile, room: float, least: float) -> Heads:
    """How to head these columns.

    In: the columns; sizes; how wide all columns may be on one page; how wide a column is at least. Out: level heads
    where all columns stand on one page with them, else vertical ones.
    """
    size = profile.small
    width = min(room / max(1, len(shown)), 9 * size + _PAD)
    level = {column.id: (wrap_evenly(column.name, size, width - _PAD),) for column in shown}
    if width - _PAD >= _LEVEL_ROOM * size and all(len(lines[0]) <= _LEVEL_LINES for lines in level.values()):
        return Heads(True, level, {column.id: width for column in shown}, size)
    most = _LONGEST if profile.inner_height is None else int(_PART * profile.inner_height / (1.17 * size))
    lines = {column.id: columns(column.name, min(most, _LONGEST), _LONGEST) for column in shown}
    widths = {
        column.id: max(
            least, width_of_lines(lines[column.id], size) + _PAD, *(width_of(one, size) + 2 for one in column.foot), 0.0
        )
        for column in shown
    }
    return Heads(False, lines, widths, size)
