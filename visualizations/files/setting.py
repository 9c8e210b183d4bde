"""How a report is set, the same in every file: its page, the sizes of its text and the words of its furniture.

Always true: lengths are points; no text is smaller than 8 points; a page is large enough for every picture in its size.
"""

from __future__ import annotations

from dataclasses import dataclass

from visualizations.drawing.typography import wrap
from visualizations.report.blocks import Figure, Report
from visualizations.words import Words

FIGURE = Words("圖", "Figure")
TABLE = Words("表", "Table")
NOTES = Words("註釋", "Notes")
PAGE = Words("第 {page} 頁／共 {pages} 頁", "Page {page} of {pages}")
AFTER_LABEL = Words("　", ". ")
"""What stands between the number of a picture or table and its caption."""
BETWEEN_MARKS = ","

LINE = 1.7
"""Height of a line of running text, in sizes of its font."""
TIGHT = 1.5
"""The same in tables, captions and notes."""
_SCREEN_MARGIN = 36.0
"""Of a report whose profile has no pages, where it must be set on pages all the same."""
_LABEL = "Figure 10. "


@dataclass(frozen=True, slots=True)
class Setting:
    """A page and the sizes on it."""

    page_width: float
    page_height: float
    margin: float
    title: float
    subtitle: float
    headings: tuple[float, float, float]
    body: float
    cell: float
    note: float

    @property
    def width(self) -> float:
        """Room between the margins."""
        return self.page_width - 2 * self.margin

    @property
    def foot(self) -> float:
        """From the lower edge of the page to the foot of the page number."""
        return self.margin * 0.35


def setting(report: Report) -> Setting:
    """How this report is set; a profile without a page height gets that of its tallest picture, or A4's shape."""
    profile = report.profile
    figures = [block for block in report.blocks if isinstance(block, Figure)]
    cell = profile.text
    width = max([profile.width, *(figure.drawing.width for figure in figures)])
    margin = profile.margin if profile.page_height else _SCREEN_MARGIN
    height = profile.page_height or profile.page_width * 2**0.5
    room = max([height - 2 * margin, *(_height(figure, cell, width) for figure in figures)])
    return Setting(
        page_width=width + 2 * margin,
        page_height=room + 2 * margin,
        margin=margin,
        title=profile.title + 7,
        subtitle=profile.text + 2,
        headings=(profile.title + 2, profile.title, profile.text + 2),
        body=profile.text + 1.5,
        cell=cell,
        note=profile.small + 0.5,
    )


def _height(figure: Figure, size: float, width: float) -> float:
    """What a picture and its caption take, gaps included."""
    caption = _LABEL + "".join(span.text for span in figure.caption)
    return figure.drawing.height + len(wrap(caption, size, width)) * size * TIGHT + 2 * size
