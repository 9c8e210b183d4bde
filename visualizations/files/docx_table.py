"""Tables in a Word document.

Always true: the head is repeated on every page, no row is split, and the columns keep their shares of the width.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from visualizations.drawing.style import BAND, GRID, INK
from visualizations.files.docx_xml import Element, twips, w


def table(widths: Sequence[float], head: Iterable[Element], rows: Iterable[Iterable[Element]]) -> Element:
    """A table.

    In: the widths of its columns in points; one paragraph a cell. Out: the element.
    """
    twentieths = [twips(width) for width in widths]
    return w(
        "tbl",
        _look(sum(twentieths)),
        w("tblGrid", *(w("gridCol", w=width) for width in twentieths)),
        _row(twentieths, head, head=True),
        *(_row(twentieths, row) for row in rows),
    )


def _look(width: int) -> Element:
    rules = w("tblBorders", *(_rule(side, GRID, 4) for side in ("bottom", "insideH")))
    room = {"top": 70, "left": 90, "bottom": 70, "right": 90}
    return w(
        "tblPr",
        w("tblW", w=width, type="dxa"),
        rules,
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=twentieths, type="dxa") for side, twentieths in room.items())),
    )


def _row(widths: Sequence[int], cells: Iterable[Element], *, head: bool = False) -> Element:
    whole = w("trPr", w("cantSplit"), w("tblHeader") if head else None)
    return w("tr", whole, *(_cell(width, cell, head) for width, cell in zip(widths, cells, strict=True)))


def _cell(width: int, text: Element, head: bool) -> Element:
    look = [w("tcBorders", _rule("bottom", INK, 6)), w("shd", val="clear", color="auto", fill=BAND[1:])] if head else []
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *look), text)


def _rule(side: str, colour: str, eighths: int) -> Element:
    return w(side, val="single", sz=eighths, space=0, color=colour[1:])
