"""Rows of a table that a text shows with tabs: rows that a re-wrapping broke, and rows that are labels with their text.

Always true: a mended row is one stretch of the text, from its first cell to its last; cells never overlap.
"""

from __future__ import annotations

import re

from loaders.lexicon.headings import AGENDA_LABELS, HEADER, Heading, heading
from loaders.lexicon.tables import Column, column
from loaders.numerals import numeral
from loaders.outline.marks import mark

_MOST_LINES = 8
_LONG = 24
"""Characters of a row from which the number of cells tells that the next line completes it."""
_CODE = re.compile(r"^[\u3400-\u9fff]{1,3}-?\s*(?=\d{1,3}$)")
_LABELS = AGENDA_LABELS | {Heading.SUBJECT, Heading.CONCLUSION, Heading.END}
Span = tuple[int, int]


def closed(view: str) -> str:
    """The text with rows between pipes that a re-wrapping broke on one line again: each line end inside them a blank.

    A row is broken when it opens with a pipe and the next lines, none of which opens with one, bring the pipe that
    closes it and exactly as many pipes as the table's first row has.

    >>> closed("| 案 | 決議 |\\n|---|---|\\n| 甲 | 持\\n續列管 |\\n")
    '| 案 | 決議 |\\n|---|---|\\n| 甲 | 持 續列管 |\\n'
    """
    lines = view.split("\n")
    ends = ["\n"] * len(lines)
    head = 0
    for at, line in enumerate(lines):
        row = line.strip()
        if not row:
            head = 0
        elif row.startswith("|") and row.endswith("|") and len(row) > 1:
            head = head or row.count("|")
        elif row.startswith("|") and head >= 3:
            last = _closing(lines, at, head)
            ends[at:last] = [" "] * (last - at)
    return "".join(line + end for line, end in zip(lines, ends, strict=True))[:-1]


def _closing(lines: list[str], at: int, head: int) -> int:
    """The line that closes the row which opens at ``at``; ``at`` itself when none does."""
    count = lines[at].count("|")
    for other in range(at + 1, min(at + _MOST_LINES, len(lines))):
        row = lines[other].strip()
        ends_row = row.endswith("|") and count + row.count("|") == head
        if not row or (row.startswith("|") and not (row == "|" and ends_row)):
            return at
        count += row.count("|")
        if count >= head:
            return other if ends_row else at
    return at


def mended(view: str, spans: list[Span], dropped: set[int]) -> list[Span]:
    """The lines of a text, those that make up one row of a table put together; emptied lines are left out of it.

    A row is broken when it has fewer cells than its table's head, and the lines after it complete it exactly; or when
    it has a number and lines of one cell stand between it and the row with the next number.
    """
    lines = list(spans)
    head = place = 0
    for at, (start, end) in enumerate(lines):
        count = view.count("\t", start, end) + 1
        if at in dropped or (end > start and count == 1 and head < 3):
            continue
        if end <= start:
            head = 0
        elif head < 3:
            head = 0 if heading(_squeezed(view[start:end].partition("\t")[0])) in HEADER else count
            kinds = [column(view[s:e]) for s, e in cells(view, start, end)]
            place = kinds.index(Column.NUMBER) if Column.NUMBER in kinds else 0
        elif count <= head:
            last = _completed(view, lines, dropped, at, head, place) if count < head else at
            last = last and _overhang(view, lines, dropped, at, last, place)
            if last:
                lines[at] = (start, lines[last][1])
                for other in range(at + 1, last + 1):
                    lines[other] = (lines[last][1], lines[last][1])
                    dropped.add(other)
    return lines


def _overhang(view: str, lines: list[Span], dropped: set[int], at: int, last: int, place: int) -> int:
    """The last line of the row from ``at`` to ``last``: lines of one cell on the way to the next number are its own."""
    number = _number(view[slice(*lines[at])], place)
    for other in range(last + 1, min(last + _MOST_LINES, len(lines))):
        line = view[slice(*lines[other])]
        if number is None or not line or other in dropped:
            return last
        if "\t" in line:
            return other - 1 if _number(line, place) == number + 1 else last
        if mark(line) or heading(_squeezed(line)) or not _broken_off(view, lines, other - 1):
            return last
    return last


def _squeezed(line: str) -> str:
    """A label's words without blanks and whatever stands behind its colon."""
    return re.sub(r"\s|：.*", "", line)


def _number(row: str, place: int) -> int | None:
    """The number of a row that has one in the cell at that place, be it with a word before it (新1)."""
    written = row.split("\t")[place : place + 1]
    return row_number(written[0]) if written else None


def row_number(cell: str) -> int | None:
    """The number that a cell holds and nothing else, be it with a word before it (新 1)."""
    return numeral(_CODE.sub("", cell.strip().strip("（）.、")))


def _completed(view: str, lines: list[Span], dropped: set[int], at: int, head: int, place: int) -> int | None:
    """The line that completes the broken row at ``at``."""
    count = view.count("\t", *lines[at]) + 1
    row = view[slice(*lines[at])]
    numbered = mark(row) is not None or _number(row, place) is not None
    for other in range(at + 1, min(at + _MOST_LINES, len(lines))):
        start, end = lines[other]
        line = view[start:end]
        first = line.split("\t")[0].strip()
        if end <= start or other in dropped or not first or _CODE.sub("", first).isdecimal():
            return None
        if "\t" not in row and line.count("\t") + 1 >= head and column(first):
            return None  # the heading of another table, and its head
        if mark(line) and not _goes_on(view[lines[at][0] : lines[other - 1][1]], line):
            return None
        told = "\t" in line and lines[at][1] - lines[at][0] >= _LONG  # by the number of cells
        if not numbered and not told and not _broken_off(view, lines, other - 1):
            return None
        count += line.count("\t")
        if count >= head:
            return other if count == head else None
    return None


def _goes_on(row: str, line: str) -> bool:
    """Whether a line goes on with the points of a row's last cell (1. … and 2. …)."""
    last, following = mark(row.rpartition("\t")[2].strip()), mark(line)
    return bool(last and following and last.style is following.style and following.ordinal == (last.ordinal or 0) + 1)


def _broken_off(view: str, lines: list[Span], at: int) -> bool:
    """Whether a line seems to end where the page ended: it is about as wide as the widest lines around."""
    around = [e - s for s, e in lines[max(0, at - 8) : at + 9] if e > s]
    start, end = lines[at]
    return end - start >= 10 and end - start >= 0.85 * max(around) and view[end - 1] not in "。；"


def filled(view: str, start: int, end: int, sign: str = "\t") -> list[list[Span]]:
    """The stretch of words in each cell of a row, none in an empty one."""
    return [[cell] if cell[1] > cell[0] else [] for cell in cells(view, start, end, sign)]


def cells(view: str, start: int, end: int, sign: str = "\t") -> list[Span]:
    """The cells of a row, without the blanks around them; ``sign`` parts them."""
    found, at = [], start
    for cell in view[start:end].split(sign):
        lead = len(cell) - len(cell.lstrip())
        found.append((at + lead, at + max(len(cell.rstrip()), lead)))
        at += len(cell) + 1
    return found


def labelled(view: str, row: list[list[Span]]) -> list[tuple[str, Heading, Span, list[Span]]]:
    """(label, kind, its cell, the stretches of its text) when a row is labels with their texts; empty when it is not.

    A header may have several pairs a row (時間｜…｜地點｜…); an agenda item's part is one pair (決議｜照案通過).
    """
    filled = [cell for cell in row if cell]
    kinds = [_kind(view, cell[0]) if len(cell) == 1 else None for cell in filled]
    if len(filled) == 2 and kinds[0] in _LABELS and kinds[1] is None:
        return [_pair(view, filled[0], filled[1], kinds[0])] if kinds[0] else []
    heads, texts = kinds[::2], kinds[1::2]
    if (
        not heads
        or len(heads) != len(texts)
        or any(k not in HEADER | {Heading.END} for k in heads)
        or any(k is not None for k in texts)
    ):
        return []
    pairs = zip(filled[::2], filled[1::2], heads, strict=True)
    return [_pair(view, label, rest, kind) for label, rest, kind in pairs if kind]


def _kind(view: str, cell: Span) -> Heading | None:
    words = view[slice(*cell)]
    number = mark(words)
    return heading(re.sub(r"[\s：]", "", words[number.length :] if number else words))


def _pair(view: str, label: list[Span], rest: list[Span], kind: Heading) -> tuple[str, Heading, Span, list[Span]]:
    return re.sub(r"[\s：]", "", view[slice(*label[0])]), kind, label[0], rest
