"""The legend of a picture: signs with their words.

Always true: signs stand in the order in which they are given; no row is wider than the room: a word that is
ends with an ellipsis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from visualizations.drawing.pieces import Piece
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Shape, Text
from visualizations.drawing.style import MUTED
from visualizations.drawing.typography import shorten, width_of

_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Sign:
    """An entry of the legend: a sign so wide, painted from its left end at its middle, and its word."""

    room: float
    word: str
    paint: Callable[[float, float], tuple[Shape, ...]]


def legend(signs: Iterable[Sign], profile: Profile, width: float) -> Piece:
    """Signs with their words, in as many rows as they need."""
    size = profile.small
    rows: list[list[tuple[float, Sign]]] = [[]]
    at = 0.0
    for whole in signs:
        sign = replace(whole, word=shorten(whole.word, size, width - whole.room))
        own = sign.room + width_of(sign.word, size)
        if rows[-1] and at + own > width:
            rows.append([])
            at = 0.0
        rows[-1].append((at, sign))
        at += own + _GAP
    step = max(1.9 * size, 15.0)

    def paint(x: float, y: float) -> list[Shape]:
        shapes: list[Shape] = []
        for number, row in enumerate(rows):
            middle = y + 5 + (number + 0.5) * step
            for at, sign in row:
                word = Text(x + at + sign.room, middle + 0.36 * size, sign.word, size, MUTED)
                shapes += [*sign.paint(x + at, middle), word]
        return shapes

    return Piece(step * len(rows) + 7, paint)
