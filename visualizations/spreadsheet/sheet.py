"""A table before it is a file, and how it looks in every format.

Always true: every row has one cell a column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

Cell: TypeAlias = str | int | float | date | None
"""What a cell may hold: text, a number, a day or nothing."""

FONT, POINTS, TITLE_POINTS = "Microsoft JhengHei", 10, 14
LINE_COLOUR, HEAD_COLOUR = "A6A6A6", "E7EDF3"
DATED = datetime(1980, 1, 1)
"""The day that stands in every file, the first that a zip can hold."""
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""How a text begins that some program takes for a formula, when it is not told that it is text."""

_FORBIDDEN = re.compile("[^\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_TAB = re.compile(r"[\[\]:*?/\\\n]")
_TAB_LENGTH = 31


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its title, the headings of its columns, and its rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def tab(self) -> str:
        """The title as the name of a sheet, which may neither be long nor hold every character."""
        held = " ".join(_NO_TAB.sub(" ", self.title).split())
        return held.strip(" '")[:_TAB_LENGTH].strip(" '") or "Sheet"

    @property
    def heading(self) -> str:
        """The title on one line."""
        return " ".join(self.title.split())


def cleaned(sheet: Sheet) -> Sheet:
    """The table with nothing in its texts that a format stumbles over."""
    rows = tuple(tuple(plain(cell) if isinstance(cell, str) else cell for cell in row) for row in sheet.rows)
    return Sheet(plain(sheet.title), tuple(plain(column) for column in sheet.columns), rows)


def plain(text: str) -> str:
    r"""The text without characters that XML forbids, a tab as a blank and every line break as one character.

    >>> plain("沿\x00革\ud800\r\n\t表")
    '沿革\n 表'
    """
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


def centred(cell: Cell) -> bool:
    """Whether a cell's content stands in the middle: numbers and days, not text."""
    return cell is not None and not isinstance(cell, str)
