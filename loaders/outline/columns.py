"""Columns set apart by blanks alone, beneath a head that names them, as rows with tabs between their cells.

Always true: a line keeps its length, so that an offset holds; a line on which cells of the row above go on has
``WRAPPED`` before each of its stretches but the first, and as many as the table has columns.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from loaders.lexicon.tables import Column, column
from loaders.outline.rows import row_number

WRAPPED = "\v"
"""What parts the cells of a line that goes on with the row above it."""
_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")
_NARROW_GAP = re.compile(r"(?<=\S)(?:\s{2,}|(?<=[0-9A-Za-z）])\s)(?=\S)")
"""Blanks between columns; behind a number one is enough."""
_SLASH = re.compile("/")
_ANY_GAP = re.compile(r"(?<=\S)\s+(?=\S)")
_CHUNK = re.compile(r"\S+(?:\s\S+)*")
_PAGE = re.compile(r"\s*[-—–(（]?\s*第?\s*\d{1,3}\s*(?:頁|/|[-—–)）]|$)")
_OFF = 3
"""Columns of the page by which a stretch may stand beside the cell that it goes on with."""
_BREAK = 5
"""Lines that the end of a page may put between two rows."""
Ruler = Callable[[str], int]


def aligned(lines: list[str]) -> list[str]:
    """Lines of a text, those of such a table with tabs between their cells."""
    width, above, number, apart = 0, "", 0, 0
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        below = next(filter(str.strip, lines[at + 1 : at + 4]), "")
        head = _head_gap(line, below)
        if head:
            width, number, apart = len(head.split(line.strip())), 0, 0
        first, *others = head.split(below.strip()) if head else [""]
        if head and line[0].isspace() and len(others) == width and row_number(first):
            width, line = width + 1, "\t" + line[1:]  # clerks leave the head of the numbers blank
        gap = head or next(
            (gap for gap in (_GAP, _NARROW_GAP, _SLASH, _ANY_GAP) if len(gap.split(line.strip())) == width), None
        )
        counted = row_number(_GAP.split(line.strip())[0])
        if width and gap and (apart == 0 or counted == number + 1):
            lines[at] = gap.sub(lambda blanks: "\t" + blanks[0][1:], line)
            above, number, apart = lines[at], counted or 0, 0
        elif width and apart == 0 and not _PAGE.match(line) and (wrapped := _goes_on(line, above, width)):
            lines[at] = wrapped
        elif not (width and number) or (apart := apart + 1) > _BREAK:
            width, above, number, apart = 0, "", 0, 0
    return lines


def _goes_on(line: str, above: str, width: int) -> str:
    """A line on which some cells of the row above go on, ``WRAPPED`` between its cells; "" when it is none.

    Every stretch of it stands where a cell of the row does, and the first column has nothing.
    """
    for ruler in (_displayed, len):
        starts = _starts(above, ruler)
        places = {_column(chunk.start(), line, starts, ruler): chunk.start() for chunk in _CHUNK.finditer(line)}
        if len(starts) == width and places and None not in places and 0 not in places:
            if len(places) != sum(1 for _ in _CHUNK.finditer(line)):
                continue
            return _parted(line, {place: at for place, at in places.items() if place}, width)
    return ""


def _parted(line: str, places: dict[int, int], width: int) -> str:
    """The line with a sign before each column, put where its blanks are; "" where there are too few of them."""
    signed, free = list(line), 0
    for place in range(1, width):
        until = min((at for other, at in places.items() if other >= place), default=len(line))
        gaps = [at for at in range(free, until) if line[at].isspace()]
        own = place in places
        at = gaps[-1] if gaps and own else gaps[0] if gaps else -1
        if at < 0 and own:
            return ""
        if at >= 0:
            signed[at], free = WRAPPED, at + 1
        if own:
            free = places[place]
    return "".join(signed)


def _starts(row: str, ruler: Ruler) -> list[int]:
    """Where on the page the cells of a row begin."""
    ends = [0, *(sign.end() for sign in re.finditer("\t", row))]
    return [ruler(row[: end + len(row[end:]) - len(row[end:].lstrip())]) for end in ends]


def _column(at: int, line: str, starts: list[int], ruler: Ruler) -> int | None:
    """The column whose cells begin where a stretch of a line does."""
    place = ruler(line[:at])
    near = [column for column, start in enumerate(starts) if abs(start - place) <= _OFF]
    return near[0] if len(near) == 1 else None


def _displayed(text: str) -> int:
    """How many columns of the page a text takes: a Chinese character two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _head_gap(line: str, below: str) -> re.Pattern[str] | None:
    """What parts the columns in the head of a table of cases; None where a line is no such head.

    One blank parts them only above a row that has as many columns, the first of them a number.
    """
    if line.count("/") > 1:
        kinds = [column(cell) for cell in line.split("/")]
        held = {Column.NUMBER, Column.DECISION} & set(kinds)
        return _SLASH if held and None not in kinds and Column.NAME in kinds else None
    for gap in (_ANY_GAP, _GAP) if "\t" not in line and "：" not in line else ():
        kinds = [column(cell) for cell in gap.split(line.strip())]
        if len(kinds) < 2 or Column.NAME not in kinds or None in kinds:
            continue
        narrow = gap is _ANY_GAP and _GAP.split(line.strip()) != gap.split(line.strip())
        fits = (form for form in (_NARROW_GAP, _ANY_GAP) if len(form.split(below.strip())) == len(kinds))
        if not narrow or (kinds[0] is Column.NUMBER and next(fits, None)):
            return gap
    return None
