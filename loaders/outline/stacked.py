"""What a PDF gives one cell a line: tables, the numbers of cards, a header's labels and their texts.

Always true: lines put together are as long as before, so that an offset holds; a table is known by the numbers of its
rows, which count from 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from loaders.lexicon.headings import HEADER, heading
from loaders.lexicon.tables import Column, column
from loaders.numerals import numeral
from loaders.outline.rows import row_number

_Cell = list[int]
"""The lines of a cell."""
_Row = list[list[_Cell]]
"""What stands in each column of a row."""
_MOST_COLUMNS, _LONGEST_HEAD, _LONGEST_TABLE = 9, 10, 2000
"""Of a table whose cells stand one a line."""
_LONGEST_LABEL = 12
_FULL, _NARROWEST = 0.9, 24
"""How much of the widest line a line fills that goes on with the next one, and the least width of a text."""


def tables(lines: list[str]) -> list[str]:
    """A table whose cells a PDF gives one a line (項次, 案名, 決議, 1, A, 續管, 2, B, 解列), its rows with tabs."""
    cells = _wrapped(lines)
    told: list[str] = []
    at = first = 0
    while at < len(cells):
        numbered = column(lines[cells[at][0]]) is Column.NUMBER
        rows = _stack(lines, cells[at : at + _LONGEST_TABLE]) if numbered else []
        for row in rows:
            start, end = row[0][0][0], row[-1][-1][-1] + 1
            told += [*lines[first:start], "".join(_joined(lines, row))]
            first = end
        at += sum(len(cell) for row in rows for cell in row) or 1
    return told + lines[first:]


def _wrapped(lines: list[str]) -> list[_Cell]:
    """The lines that have words, those together that a wrapping at the text's width seems to have parted."""
    full = max(_FULL * max((len(line) for line in lines if "\t" not in line), default=0), _NARROWEST)
    found: list[_Cell] = []
    for at, line in enumerate(lines):
        above = lines[at - 1] if at else ""
        goes_on = len(above) >= full and not above.rstrip().endswith(("。", "；", "：")) and row_number(line) is None
        if line.strip() and goes_on and found:
            found[-1].append(at)
        elif line.strip():
            found.append([at])
    return found


def _joined(lines: list[str], row: _Row) -> Iterator[str]:
    """The lines of a row, with tabs between its cells and blanks within them, as long as they were."""
    begin = {cell[0][0] for cell in row}
    yield lines[row[0][0][0]]
    for at in range(row[0][0][0] + 1, row[-1][-1][-1] + 1):
        yield ("\t" if at in begin else " ") + lines[at]


def _stack(lines: list[str], cells: list[_Cell]) -> list[_Row]:
    """The rows of a table whose heads stand one a line from the first of some cells on; none where no table begins.

    The first column numbers the rows from 1 on, which tells how many columns there are; a row with more cells than
    columns has them in the column before its last one, where a table tells what was done before what was decided.
    """
    texts = ["".join(lines[at] for at in cell).strip() for cell in cells]
    width = next((i for i, text in enumerate(texts[:_MOST_COLUMNS]) if row_number(text) == 1), 0)
    heads = [column(text) for text in texts[:width]]
    if width < 2 or sum(head is not None for head in heads) < 2 or max(map(len, texts[:width])) > _LONGEST_HEAD:
        return []
    starts = [width]
    while follows := next(
        (i for i in range(starts[-1] + width, starts[-1] + 2 * width + 1) if _is_row(texts, i, len(starts) + 1)), 0
    ):
        starts.append(follows)
    last = starts[-1] + width
    apart = cells[starts[-1]][0] > cells[starts[-1] - 1][-1] + 1
    while apart and last < len(cells) and cells[last][0] == cells[last - 1][-1] + 1:
        last += 1  # rows that blank lines part
    if len(starts) < 2 or last > len(cells):
        return []
    return [_row_of(cells[a:b], width) for a, b in pairwise((0, *starts, last))]


def _is_row(texts: list[str], at: int, number: int) -> bool:
    return at < len(texts) and row_number(texts[at]) == number


def _row_of(cells: list[_Cell], width: int) -> _Row:
    """What stands in each column of a row."""
    more = len(cells) - width
    told = width - 2 if width > 2 else width - 1
    return [[cell] for cell in cells[:told]] + [cells[told : told + more + 1]] + [[c] for c in cells[told + more + 1 :]]


def cards(lines: list[str]) -> list[str]:
    """項次 alone on a line and its number on the next one as one line: a card with a field a line."""
    told: list[str] = []
    for line in lines:
        head = next((at for at in range(len(told) - 1, -1, -1) if told[at].strip()), 0) if numeral(line.strip()) else 0
        if told and numeral(line.strip()) and column(told[head]) is Column.NUMBER:
            told[head:] = [" ".join([*told[head:], line])]
        else:
            told.append(line)
    return told


def labels_apart(view: str, spans: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Line of a label → line of its text, where a header's labels stand alone: each above its text, or all before all.

    What a PDF gives for a header in two columns: 時間, 地點, 主席, 113年6月3日, 臺北市政府, 林副市長.
    """
    lines = [i for i, (start, end) in enumerate(spans) if end > start]
    labels = [_labels_header(view[slice(*spans[i])]) for i in lines]
    found: dict[int, int] = {}
    for at, label in enumerate(labels):
        count = len(list(takewhile(bool, labels[at:]))) if label and not (at and labels[at - 1]) else 0
        texts = labels[at + count : at + 2 * count]
        alternate = count == 1 and (
            labels[at : at + 4] == [True, False, True, False] or (at > 1 and lines[at - 2] in found)
        )
        if (count > 2 or alternate) and len(texts) == count and not any(texts):
            found |= dict(zip(lines[at : at + count], lines[at + count : at + 2 * count], strict=True))
    return found


def _labels_header(line: str) -> bool:
    return len(line) < _LONGEST_LABEL and heading(re.sub(r"\s", "", line)) in HEADER
