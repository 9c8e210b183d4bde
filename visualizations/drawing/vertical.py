"""Text set from top to bottom, lines from right to left, every character upright.

Always true: setting loses no character but blanks at a break or beside an ideograph, unless there are more lines than
allowed (then the last one ends with an ellipsis); characters stand so far apart that none touches another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from visualizations.drawing.shapes import Anchor, Shape, Text
from visualizations.drawing.typography import may_break, width_of

STEP = 1.17
"""From one character to the next below it, in sizes of the font."""
LEADING = 1.25
"""From one line to the next left of it, in sizes of the font."""

_STANDING = str.maketrans(
    "，、。：；！？…—–-（）()〔〕【】《》〈〉「」『』[]{}～~",
    "︐︑︒︓︔︕︖︙︱︱︱︵︶︵︶︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈︷︸︴︴",
)
"""The forms that punctuation has in vertical text."""
_CELL = re.compile(r"(?<!\d)\d\d(?!\d)|\S[\u0300-\u036f\ufe00-\ufe0f\u200d]*|\s+")
_LOOSE = re.compile(r"(?<![!-~])\s+|\s+(?![!-~])")
"""Blanks beside an ideograph, which vertical text does not need."""


def columns(text: str, most: int, lines: int) -> tuple[tuple[str, ...], ...]:
    """Break a text into vertical lines of about equal length.

    In: the text; how many characters a line may have, and how many lines there may be. Out: the lines, the rightmost
    first, each as the strings that stand below each other: a character, or a number of two digits side by side.

    >>> columns("第12次（展）", 4, 9)
    (('第', '12', '次'), ('︵', '展', '︶'))
    """
    cells = [cell if cell.strip() else " " for cell in _CELL.findall(_LOOSE.sub("", text))]
    count = max(1, -(-len(cells) // most))
    length = -(-len(cells) // count)
    broken: list[list[str]] = []
    while cells:
        cut = _cut(cells, length, most)
        broken.append(cells[:cut])
        cells = cells[cut + (cells[cut : cut + 1] == [" "]) :]
    if len(broken) > lines:
        broken = [*broken[: lines - 1], [*broken[lines - 1][: most - 1], "…"]]
    return tuple(tuple(cell.translate(_STANDING) for cell in line) for line in broken) or (("",),)


def set_vertically(lines: Sequence[Sequence[str]], middle: float, top: float, size: float, colour: str) -> list[Shape]:
    """Vertical lines about a middle, from a top downwards."""
    first = middle + (len(lines) - 1) * LEADING * size / 2
    return [
        Text(first - at * LEADING * size, top + (place * STEP + 0.885) * size, cell, size, colour, Anchor.MIDDLE)
        for at, line in enumerate(lines)
        for place, cell in enumerate(line)
        if cell.strip()
    ]


def width_of_lines(lines: Sequence[Sequence[str]], size: float) -> float:
    """How wide vertical lines are together."""
    widest = max((width_of(cell, size) for line in lines for cell in line), default=0.0)
    return (len(lines) - 1) * LEADING * size + max(widest, size)


def height_of_lines(lines: Sequence[Sequence[str]], size: float) -> float:
    """How high the longest of vertical lines is."""
    return max(map(len, lines), default=0) * STEP * size


def _cut(cells: Sequence[str], length: int, most: int) -> int:
    """Where the first line ends: as near to the length as punctuation allows."""
    if len(cells) <= length:
        return len(cells)
    for cut in (length, *(near for away in range(1, 3) for near in (length + away, length - away))):
        if 0 < cut <= min(most, len(cells)) and (cut == len(cells) or may_break(cells[cut - 1][-1], cells[cut][0])):
            return cut
    return length
