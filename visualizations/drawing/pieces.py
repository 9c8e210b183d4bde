"""Pieces that stand below each other on a page.

Always true: a piece knows its height before it is painted, and painted at a point it covers nothing left of it, above
it or below y + height.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Shape, Text
from visualizations.drawing.style import INK, MUTED
from visualizations.drawing.typography import wrap

_LEADING = 1.45
_GUTTER = 18.0
_TOGETHER = 12
"""How many lines of running text stay together."""
_COLUMN = 380.0
"""About how wide a column of small text is read best."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a height that can be painted at any point."""

    height: float
    paint: Callable[[float, float], list[Shape]]


def stack(*pieces: Piece) -> Piece:
    """Pieces below each other as one."""

    def paint(x: float, y: float) -> list[Shape]:
        shapes: list[Shape] = []
        for piece in pieces:
            shapes += piece.paint(x, y)
            y += piece.height
        return shapes

    return Piece(sum(piece.height for piece in pieces), paint)


def space(height: float) -> Piece:
    """Nothing, so high."""
    return Piece(height, lambda x, y: [])


def baseline(size: float) -> float:
    """How far below the top of a paragraph its first line stands."""
    return (0.5 * _LEADING + 0.36) * size


def paragraph(text: str, size: float, width: float, colour: str = MUTED, *, bold: bool = False) -> Piece:
    """Running text, broken into lines of a width."""
    broken = wrap(text, size, width)

    def paint(x: float, y: float) -> list[Shape]:
        return [
            Text(x, y + baseline(size) + at * _LEADING * size, one, size, colour, bold=bold)
            for at, one in enumerate(broken)
        ]

    return Piece(_LEADING * size * len(broken), paint)


def flowing(text: str, size: float, width: float) -> list[Piece]:
    """Running text in pieces of some lines, so that a long one goes on in the next column."""
    broken = wrap(text, size, width)
    cuts = range(0, len(broken), _TOGETHER)
    pieces = [paragraph("\n".join(broken[cut : cut + _TOGETHER]), size, width) for cut in cuts]
    return [*pieces[:-1], stack(pieces[-1], space(3))]


def heading(title: str, subtitle: str, profile: Profile, width: float) -> Piece:
    """Title and subtitle of a picture."""
    first = paragraph(title, profile.title, width, INK, bold=True)
    return stack(first, paragraph(subtitle, profile.text, width), space(6)) if subtitle else stack(first, space(6))


def column_width(width: float) -> float:
    """How wide one of the columns is in which small text is set on so much width."""
    count = _column_count(width)
    return (width - _GUTTER * (count - 1)) / count


def in_columns(pieces: Sequence[Piece], width: float, room: float) -> tuple[Piece, list[Piece]]:
    """Set pieces in columns.

    In: pieces of ``column_width``; the width and height that there is. Out: as many as go there, as one piece, its
    columns about level; and the rest. A piece higher than the room is set all the same where it stands first.
    """
    count = _column_count(width)
    height = max(sum(piece.height for piece in pieces) / count, max(piece.height for piece in pieces))
    columns, rest = _filled(pieces, count, min(room, height))
    while rest and height < room:
        height += 4
        columns, rest = _filled(pieces, count, min(room, height))
    stacks = [stack(*column) for column in columns]

    def paint(x: float, y: float) -> list[Shape]:
        step = column_width(width) + _GUTTER
        return [shape for at, one in enumerate(stacks) for shape in one.paint(x + at * step, y)]

    return Piece(max((one.height for one in stacks), default=0.0), paint), rest


def _column_count(width: float) -> int:
    return max(1, round(width / _COLUMN))


def _filled(pieces: Sequence[Piece], count: int, height: float) -> tuple[list[list[Piece]], list[Piece]]:
    columns: list[list[Piece]] = [[]]
    used = 0.0
    for at, piece in enumerate(pieces):
        if columns[-1] and used + piece.height > height:
            if len(columns) == count:
                return columns, list(pieces[at:])
            columns.append([])
            used = 0.0
        if at and piece.height > height:
            return columns, list(pieces[at:])
        columns[-1].append(piece)
        used += piece.height
    return columns, []


def sheets(pieces: Iterable[Piece], width: float, first: float, full: float) -> list[Piece]:
    """Set pieces in columns over as many sheets as it takes; ``first`` is what room the first sheet still has."""
    waiting, laid, room = list(pieces), [], first
    if waiting and waiting[0].height > first:
        laid, room = [space(0)], full
    while waiting:
        piece, waiting = in_columns(waiting, width, room)
        laid.append(piece)
        room = full
    return laid
