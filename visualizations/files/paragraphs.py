"""The kinds of paragraphs in a report, for the formats that know styles.

Always true: every paragraph has one of these kinds; what must not be parted from the next one is marked as kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from visualizations.drawing.style import INK, MUTED
from visualizations.files.setting import LINE, TIGHT, Setting


class Align(StrEnum):
    """Where lines begin and end."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "center"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paragraph: its key and its name in Word, its look in points."""

    key: str
    name: str
    size: float
    line: float = TIGHT
    """The height of a line in sizes of the font; 0: as high as what stands in it, as a picture needs."""
    before: float = 0
    after: float = 0
    colour: str = INK
    align: Align = Align.LEFT
    bold: bool = False
    kept: bool = False
    ruled: bool = False
    """Whether a rule stands below it."""
    outline: int | None = None
    """Of a heading: its level, from 1."""


def kinds(s: Setting) -> tuple[Kind, ...]:
    """All kinds, the running text first."""
    headings = (
        Kind(f"Heading{level}", f"heading {level}", size, 1.4, before, 6, bold=True, kept=True, outline=level)
        for level, (size, before) in enumerate(zip(s.headings, (22, 16, 12), strict=True), 1)
    )
    return (
        Kind("Normal", "Normal", s.body, LINE, after=6, align=Align.BOTH),
        Kind("Title", "Title", s.title, 1.3, after=4, bold=True, kept=True),
        Kind("Subtitle", "Subtitle", s.subtitle, after=20, colour=MUTED, ruled=True),
        *headings,
        Kind("Source", "Source", s.note, after=6, colour=MUTED),
        Kind("Picture", "Picture", s.body, 0, before=12, after=4, kept=True),
        Kind("Caption", "caption", s.cell, after=14),
        Kind("TableCaption", "Table Caption", s.cell, before=10, after=5, kept=True),
        Kind("TableText", "Table Text", s.cell),
        Kind("TableTextHead", "Table Text Head", s.cell, bold=True, kept=True),
        Kind("TableNumber", "Table Number", s.cell, align=Align.RIGHT),
        Kind("TableNumberHead", "Table Number Head", s.cell, align=Align.RIGHT, bold=True, kept=True),
        Kind("AfterTable", "After Table", s.note),
        Kind("FootnoteText", "footnote text", s.note, align=Align.BOTH),
        Kind("Footer", "footer", s.note, 1.2, colour=MUTED, align=Align.CENTRE),
    )
