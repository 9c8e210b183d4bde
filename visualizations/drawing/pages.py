"""From pieces to drawings: pages with titles, and notes behind them.

Always true: notes begin where the last page has room for them; nothing is made smaller to fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from visualizations.drawing.pieces import Piece, baseline, heading, paragraph, sheets, space, stack
from visualizations.drawing.profile import EDGE, Profile
from visualizations.drawing.shapes import Anchor, Drawing, Shape, Text
from visualizations.drawing.style import INK, MUTED
from visualizations.drawing.typography import width_of
from visualizations.words import Language, Words

NOTES = Words("附註與出處", "Notes and sources")
"""What notes and quotes behind a picture are called."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page shows, how wide it is, and its words for those who do not see it."""

    piece: Piece
    width: float
    description: str


def counted(title: str, number: int, count: int, language: Language) -> str:
    """The title of one page of several.

    >>> counted("沿革圖", 2, 3, Language.ZH)
    '沿革圖（2／3）'
    """
    if count == 1:
        return title
    return title + Words(f"（{number}／{count}）", f" ({number} of {count})").of(language)


def numbered(number: int, words: str, profile: Profile, width: float) -> Piece:
    """A note with its number."""
    size = profile.small
    indent = width_of("000", size) + 4
    text = stack(paragraph(words, size, width - indent), space(2))

    def paint(x: float, y: float) -> list[Shape]:
        head = Text(x + indent - 4, y + baseline(size), str(number), size, MUTED, Anchor.END, bold=True)
        return [head, *text.paint(x + indent, y)]

    return Piece(text.height, paint)


def with_notes(
    told: Sequence[Sheet], notes: Sequence[Piece], title: str, profile: Profile, language: Language
) -> list[Sheet]:
    """The sheets with notes behind them, beginning where the last sheet has room."""
    if not notes:
        return list(told)
    *before, last = told
    name = NOTES.of(language)
    head = stack(space(6), paragraph(name, profile.small, profile.inner_width, INK, bold=True))
    if profile.inner_height is None:
        (whole,) = sheets(notes, profile.inner_width, 1e9, 1e9)
        return [*before, Sheet(stack(last.piece, head, whole), last.width, last.description)]
    named = Words(f"{title}：{name}", f"{title}: {name}").of(language)
    top = heading(named, "", profile, profile.inner_width)
    room = profile.inner_height - last.piece.height - head.height
    first, *others = sheets(notes, profile.inner_width, room, profile.inner_height - top.height)
    if first.height:
        last = Sheet(stack(last.piece, head, first), last.width, last.description)
    return [*before, last, *(Sheet(stack(top, one), profile.inner_width, named) for one in others)]


def drawn(sheet: Sheet, title: str) -> Drawing:
    """A sheet as a drawing."""
    size = (sheet.width + 2 * EDGE, sheet.piece.height + 2 * EDGE)
    return Drawing(*size, title, sheet.description, tuple(sheet.piece.paint(0, 0)))
