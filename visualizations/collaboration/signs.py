"""The signs of bodies: one shape and one colour a city.

Always true: two cities of one picture differ in shape or, beyond eight of them, in shape and colour together, so that a
black-and-white print can be read; a body that carries a case is solid, one that is only named with it is hollow.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin

from visualizations.drawing.shapes import Box, Circle, Path, Rect, Shape, polyline
from visualizations.drawing.style import CITIES, MUTED, PAPER

_Points = Sequence[tuple[float, float]]


def _star() -> _Points:
    corners = ((1.25 if at % 2 == 0 else 0.55, -pi / 2 + at * pi / 5) for at in range(10))
    return [(round(r * cos(turn), 3), round(r * sin(turn), 3)) for r, turn in corners]


_SHAPES: tuple[_Points | None, ...] = (
    None,
    ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    ((0, -1.15), (1.12, 0.85), (-1.12, 0.85)),
    ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    _star(),
    ((-1.12, -0.85), (1.12, -0.85), (0, 1.15)),
    tuple(
        (x / 3 * 1.15, y / 3 * 1.15)
        for x, y in (
            (-1, -3),
            (1, -3),
            (1, -1),
            (3, -1),
            (3, 1),
            (1, 1),
            (1, 3),
            (-1, 3),
            (-1, 1),
            (-3, 1),
            (-3, -1),
            (-1, -1),
        )
    ),
    ((0.85, -1.12), (0.85, 1.12), (-1.15, 0)),
)
"""Outlines about a middle, in radii; None is a circle."""


def level(count: int, most: int, steps: int) -> int:
    """Which of so many steps a count takes, 0 for the lowest; each count has its own where there are few.

    >>> [level(count, 3, 5) for count in (1, 2, 3)], [level(count, 20, 5) for count in (1, 4, 5, 20)]
    ([0, 1, 2], [0, 0, 1, 4])
    """
    return (count * steps - 1) // most if most > steps else count - 1


class Signs:
    """Shape and colour of every city."""

    def __init__(self, cities: Sequence[str]) -> None:
        self.cities = tuple(cities)
        self._places = {city: place for place, city in enumerate(cities)}

    def colour(self, city: str | None) -> str:
        """The colour of a city's bodies; that of running text for bodies of no city."""
        return CITIES[self._places[city] % len(CITIES)] if city in self._places else MUTED

    def sign(self, city: str | None, x: float, y: float, radius: float, *, solid: bool = True) -> tuple[Shape, ...]:
        """The sign of a city's body about a point."""
        colour = self.colour(city)
        fill, width = colour if solid else PAPER, max(1.0, 0.36 * radius)
        reach = radius - width / 2
        if city is None or city not in self._places:
            return (Rect(Box(x - 1.25 * reach, y - 0.6 * reach, 2.5 * reach, 1.2 * reach), fill, colour, width),)
        place = self._places[city]
        outline = _SHAPES[(place + place // len(CITIES)) % len(_SHAPES)]
        if outline is None:
            return (Circle(x, y, reach, fill, colour, width),)
        points = [(x + reach * dx, y + reach * dy) for dx, dy in outline]
        return (Path(polyline(points, closed=True), fill, colour, width),)
