"""The shapes of a picture.

Always true: one unit is one point (1/72 inch), x grows to the right and y downwards; a Drawing is a value, so the same
model gives the same bytes; shapes hold plain text that no writer reads as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from visualizations.drawing.profile import EDGE
from visualizations.drawing.typography import width_of


class Anchor(StrEnum):
    """Which point of a line of text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two share more than an edge, or stand closer than the gap."""
        return (
            self.x < other.right + gap
            and other.x < self.right + gap
            and self.y < other.bottom + gap
            and other.y < self.bottom + gap
        )


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; y is its baseline."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    anchor: Anchor = Anchor.START
    bold: bool = False

    @property
    def box(self) -> Box:
        """What it covers, from the top of an ideograph to below its foot."""
        width = width_of(self.text, self.size)
        left = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[self.anchor]
        return Box(self.x - left, self.y - 0.88 * self.size, width, 1.16 * self.size)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; ``radius`` rounds its corners."""

    box: Box
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0


@dataclass(frozen=True, slots=True)
class Path:
    """A line or an outline in the words of SVG's ``d``: only M, L, C and Z with absolute points."""

    d: str
    fill: str | None = None
    stroke: str | None = None
    stroke_width: float = 1.0
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that are one thing to a reader: ``label`` says what, ``id`` is that of the graph."""

    shapes: tuple[Shape, ...]
    id: str
    kind: str
    label: str


Shape: TypeAlias = Text | Rect | Circle | Path | Group


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of so many points by so many, with a title and a description for those who do not see it.

    ``edge`` is the empty border within that size; the shapes count from its inner corner.
    """

    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]
    edge: float = EDGE

    def walk(self) -> Iterator[Shape]:
        """Every shape, groups before what they hold."""
        return _walk(self.shapes)


def _walk(shapes: Iterable[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, Group):
            yield from _walk(shape.shapes)


def number(value: float) -> str:
    """A coordinate as SVG writes it, to a hundredth of a point.

    >>> number(3.0), number(-0.001), number(12.345)
    ('3', '0', '12.35')
    """
    text = f"{round(value + 0.0, 2):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def polyline(points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """Straight lines through the points, as a ``d``.

    >>> polyline([(0, 0), (3.5, 4)], closed=True)
    'M0,0L3.5,4Z'
    """
    joined = "L".join(f"{number(x)},{number(y)}" for x, y in points)
    return f"M{joined}" + ("Z" if closed else "")


def curve(
    start: tuple[float, float], first: tuple[float, float], second: tuple[float, float], end: tuple[float, float]
) -> str:
    """A cubic curve with two control points, as a ``d``.

    >>> curve((0, 0), (1, 0), (2, 3), (3, 3))
    'M0,0C1,0 2,3 3,3'
    """
    a, b, c, d = (f"{number(x)},{number(y)}" for x, y in (start, first, second, end))
    return f"M{a}C{b} {c} {d}"
