"""How wide the columns of a table are and how high its rows.

Always true: widths are characters, of which a Chinese one takes two; a number or a day always has room on one line; the
page is full before print becomes too small to read.
"""

from __future__ import annotations

from math import ceil

from rich.cells import cell_len

from visualizations.spreadsheet.sheet import POINTS, Cell, Sheet

PADDING = 1
"""The characters that every column is wider than its text."""
_PAGE, _LEAST = 172, 5
"""The characters that fit across the page; the fewest that a column has."""
_SHORT = 14
"""The longest line that is never broken."""
_AROUND = 2
"""The characters left free beside a heading, a number or a day, for fonts that are wider than most."""
_LINE, _MOST = 1.45, 409.0
"""Height of a line in sizes of its font; the height, in points, that Excel lets a row have."""


def widths(sheet: Sheet, page: int = _PAGE) -> tuple[int, ...]:
    """The width of each column: what its longest line wants, or on a full page a part for what it holds.

    >>> widths(Sheet("", ("案名", "期限"), (("沿革", None),)))
    (6, 6)
    """
    columns = list(zip(sheet.columns, *sheet.rows, strict=True))
    most = [max(_unbroken(column), *(cell_len(line) for cell in column for line in _lines(cell))) for column in columns]
    if sum(most) <= page:
        return tuple(most)
    least = [_unbroken(column) for column in columns]
    # of all ways to share a page, shares by these cube roots make the sum of the squares of all cells' heights least
    held = [sum(sum(map(cell_len, _lines(cell))) ** 2 for cell in column) ** (1 / 3) for column in columns]
    low, high = 0.0, float(page)
    for _ in range(64):
        middle = (low + high) / 2
        fits = sum(_shared(least, held, most, middle)) <= page
        low, high = (middle, high) if fits else (low, middle)
    return tuple(_shared(least, held, most, low))


def heights(sheet: Sheet) -> tuple[float, ...]:
    """The height of each row in points, the heading's first."""
    across = widths(sheet)
    lines = [
        max(
            sum(max(1, ceil(cell_len(line) / width)) for line in _lines(cell))
            for cell, width in zip(row, across, strict=True)
        )
        for row in (sheet.columns, *sheet.rows)
    ]
    return tuple(min(_MOST, round((count * _LINE + 0.4) * POINTS, 1)) for count in lines)


def _shared(least: list[int], held: list[float], most: list[int], share: float) -> list[int]:
    """Widths in proportion to what columns hold, within what they need and want."""
    return [min(top, max(low, int(own * share))) for low, own, top in zip(least, held, most, strict=True)]


def _unbroken(column: tuple[Cell, ...]) -> int:
    """What must stand on one line: the heading, numbers, days, and text in a column of short lines only."""
    kept = [len(str(cell)) + _AROUND for cell in column if cell is not None and not isinstance(cell, str)]
    text = max((cell_len(line) for cell in column if isinstance(cell, str) for line in _lines(cell)), default=0)
    return max(_LEAST, cell_len(str(column[0])) + _AROUND, text if text <= _SHORT else 0, *kept)


def _lines(cell: Cell) -> list[str]:
    return ("" if cell is None else str(cell)).split("\n")
