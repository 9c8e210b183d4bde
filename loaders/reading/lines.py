"""Lines and table rows, the same for every format.

Always true: lines end with "\\n" alone; a table's row is one line with "\\t" between its cells, and no cell holds a
line break or a tab; a cell that spans others has its text in its first place and leaves the others empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_COLUMNS = 200
"""No table of minutes is wider; a file that says so is broken or hostile."""

_BREAK = re.compile(r" *[\t\n]+[ \t\n]*")
_RAW_BLANKS = re.compile(r"[ \t\r\n\f]+")


def newlines(text: str) -> str:
    """The text with "\\n" for CRLF and CR.

    >>> newlines("a\\r\\nb\\rc")
    'a\\nb\\nc'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


def overlong(text: str, limit: int) -> bool:
    """Whether a line of ``text`` has more than ``limit`` characters."""
    at = 0
    while len(text) - at > limit:
        end = text.rfind("\n", at, at + limit + 1)
        if end < 0:
            return True
        at = end + 1
    return False


def overlong_bytes(data: bytes, limit: int) -> bool:
    """Whether ``data`` has a line of more than ``limit`` bytes, whatever its encoding."""
    at = 0
    while len(data) - at > limit:
        end = max(data.rfind(b"\n", at, at + limit + 1), data.rfind(b"\r", at, at + limit + 1))
        if end < 0:
            return True
        at = end + 1
    return False


def cell_text(text: str) -> str:
    """The text of one cell on one line.

    >>> cell_text("青創合作\\n交流平臺\\t")
    '青創合作 交流平臺'
    """
    return _BREAK.sub(" ", newlines(text)).strip(" ")


def row_line(cells: Iterable[str]) -> str:
    """One row of a table as one line."""
    return "\t".join(map(cell_text, cells))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that may span columns and rows."""

    text: str
    columns: int = 1
    rows: int = 1


def spanned(rows: Iterable[Sequence[Cell]]) -> list[list[str]]:
    """Lay out rows of spanning cells on a grid: text in the first place of a span, nothing in the others.

    >>> spanned([[Cell("甲", rows=2), Cell("乙", columns=2)], [Cell("丙"), Cell("丁")]])
    [['甲', '乙', ''], ['', '丙', '丁']]
    """
    grid: list[list[str]] = []
    covered: dict[int, int] = {}
    for row in rows:
        line: list[str] = []
        below: dict[int, int] = {}
        for cell in row:
            while len(line) in covered:
                line.append("")
            width = max(1, min(cell.columns, MOST_COLUMNS - len(line)))
            if cell.rows > 1:
                below |= dict.fromkeys(range(len(line), len(line) + width), cell.rows - 1)
            line += [cell.text, *[""] * (width - 1)]
        while len(line) in covered:
            line.append("")
        below = {column: left - 1 for column, left in covered.items() if left > 1} | below
        covered = below
        grid.append(line)
    return grid


class RunningLine:
    """A line as markup writes it: runs of raw blanks count as one, none counts at an end, literal text stays."""

    __slots__ = ("_blank", "_parts")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blank = False

    def raw(self, text: str) -> None:
        """Add text whose blanks collapse."""
        squeezed = _RAW_BLANKS.sub(" ", text)
        self._blank |= squeezed.startswith(" ")
        body = squeezed.strip(" ")
        if body:
            self.literal(body)
            self._blank = squeezed.endswith(" ")

    def literal(self, text: str) -> None:
        """Add text as it is."""
        if self._blank and self._parts and not self._parts[-1].endswith("\n") and not text.startswith("\n"):
            self._parts.append(" ")
        self._blank = False
        self._parts.append(text)

    def __bool__(self) -> bool:
        return bool(self._parts)

    def text(self) -> str:
        """The line so far."""
        return "".join(self._parts)
