"""How wide text is and where it breaks, without asking a font.

Always true: no line measured here is narrower than the fonts of ``FAMILIES`` draw it, so boxes that do not overlap here
do not overlap on paper; breaking loses and adds no character but spaces at a break.
"""

from __future__ import annotations

import unicodedata
from functools import cache

FAMILIES = ("Noto Sans CJK TC", "Noto Sans TC", "Microsoft JhengHei", "PingFang TC", "Noto Sans CJK JP", "sans-serif")
"""Fonts with Taiwan's forms of the characters first; they draw an ideograph one em wide."""

_WIDE = frozenset("WFA")
_BROAD = frozenset("%@MWmw")
_NARROW = frozenset(" .,:;'|!()[]/il-·")
_NOT_FIRST = frozenset("，、。．；：？！）」』】〉》”’…—％%)],.;:!?·～~々")
_NOT_LAST = frozenset("（「『【〈《“‘([#＃")


@cache
def _em(char: str) -> float:
    """How many ems a character is wide."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc", "Me", "Mn"):
        return 0.0
    if char == "…":
        return 1.12  # beside Latin letters bold fonts draw it wider than a square
    if unicodedata.east_asian_width(char) in _WIDE:
        return 1.0
    if char in _NARROW:
        return 0.4
    if char in _BROAD:
        return 1.02
    if char.isdecimal():
        return 0.59
    return 0.8 if char.isupper() or char in "&+=<>_#" else 0.65


def width_of(text: str, size: float) -> float:
    """The width of a line in points.

    In: the text, without line breaks; the size of its font in points. Out: points, rather too many than too few.

    >>> width_of("沿革", 10), width_of("ab", 10)
    (20.0, 13.0)
    """
    return sum(map(_em, text)) * size


def wrap(text: str, size: float, width: float, most: int | None = None) -> tuple[str, ...]:
    """Break a text into lines.

    In: the text; the size of its font and the width of a line, in points; how many lines at most (None: as many as it
    takes). Out: lines that fit, unless one character alone does not; where there are too many, the last one ends
    with an ellipsis. Punctuation that may not stand at the head or foot of a line does not (JIS X 4051, CNS practice).

    >>> wrap("沿革、沿革", 10, 25)
    ('沿', '革、', '沿革')
    """
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        lines += _lines(paragraph.strip(), size, width)
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], shorten(lines[most - 1] + "…", size, width)]
    return tuple(lines)


def wrap_evenly(text: str, size: float, width: float, most: int | None = None) -> tuple[str, ...]:
    """Break a text into as few lines as ``wrap`` does, but of about equal length.

    >>> wrap("沿革沿革沿", 10, 40), wrap_evenly("沿革沿革沿", 10, 40)
    (('沿革沿革', '沿'), ('沿革沿', '革沿'))
    """
    lines = wrap(text, size, width, most)
    while width > size and len(narrower := wrap(text, size, width - size / 2)) == len(lines):
        lines, width = narrower, width - size / 2
    return lines


def shorten(text: str, size: float, width: float) -> str:
    """The text, cut with an ellipsis where it is wider than that.

    >>> shorten("沿革圖", 10, 30), shorten("沿革圖", 10, 25)
    ('沿革圖', '沿…')
    """
    if width_of(text, size) <= width:
        return text
    kept = text.rstrip("…")
    while kept and width_of(kept + "…", size) > width:
        kept = kept[:-1]
    return kept + "…"


def _lines(text: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    rest = text
    while rest:
        cut = _break(rest, size, width)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return lines or [""]


def _break(text: str, size: float, width: float) -> int:
    """Where the first line ends."""
    used, cut = 0.0, 0
    while cut < len(text):
        used += _em(text[cut]) * size
        if used > width and cut:
            break
        cut += 1
    if cut == len(text):
        return cut
    allowed = cut
    while allowed > 1 and not may_break(text[allowed - 1], text[allowed]):
        allowed -= 1
    return allowed if allowed > max(1, cut // 2) or may_break(text[allowed - 1], text[allowed]) else cut


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between the two."""
    if after in _NOT_FIRST or before in _NOT_LAST or unicodedata.combining(after):
        return False
    return not (_latin(before) and _latin(after))


def _latin(char: str) -> bool:
    """Whether it belongs to a word or a number that stays together."""
    return char.isascii() and (char.isalnum() or char in "-_./'@:")
