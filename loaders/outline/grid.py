"""Tables whose cells go on from line to line: drawn with box characters, or in columns set apart by blanks.

Always true: a cell is the stretches of the text that stand in its column, in reading order; nothing else is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise, zip_longest

from loaders.outline.columns import WRAPPED
from loaders.outline.rows import filled

Span = tuple[int, int]
Row = list[list[Span]]
"""The cells of a row, each with its stretches."""

_BARS = tuple("│┃║")
_RULE = re.compile(r"(?=.*[\u2500-\u257f])(?=.*[^\s│┃║])[\s\-=\u2500-\u257f]{3,}")
_RULED = 3
"""Groups of lines from which on rules part the rows and not only the head from the rest."""


def drawn(view: str, lines: list[Span]) -> dict[int, Row]:
    """Every line of a drawn table by its index → the row that begins there; empty for lines within rows, and rules."""
    found: dict[int, Row] = {}
    rows = {at for at, line in enumerate(lines) if _is_row(view, line)}
    rules = {at for at, line in enumerate(lines) if _is_rule(view, line)}
    for inside, table in groupby(range(len(lines)), key=(rows | rules).__contains__):
        members = list(table) if inside else []
        groups = [list(group) for is_row, group in groupby(members, key=rows.__contains__) if is_row]
        found |= {at: [] for at in members if groups}
        for group in groups:
            found |= dict(_rows(view, lines, group, parted=len(groups) < _RULED))
    return found


def wrapped(view: str, lines: list[Span]) -> dict[int, Row]:
    """Every row in columns of blanks whose cells go on, by its line's index; empty for the lines on which they do."""
    found: dict[int, Row] = {}
    row = 0
    for at, line in enumerate(lines):
        if WRAPPED in view[slice(*line)]:
            above, below = found.get(row) or filled(view, *lines[row]), filled(view, *line, WRAPPED)
            none: list[Span] = []
            found[row] = [cell + more for cell, more in zip_longest(above, below, fillvalue=none)]
            found[at] = []
        elif "\t" in view[slice(*line)]:
            row = at
    return found


def _is_row(view: str, line: Span) -> bool:
    text = view[slice(*line)]
    return (
        not _is_rule(view, line)
        and text.startswith(_BARS)
        and text.endswith(_BARS)
        and sum(map(text.count, _BARS)) > len("││")
    )


def _is_rule(view: str, line: Span) -> bool:
    return _RULE.fullmatch(view, *line) is not None


def _rows(view: str, lines: list[Span], group: list[int], parted: bool) -> Iterator[tuple[int, Row]]:
    """The rows of the lines between two rules: one, or as many as have their first cell filled."""
    split = [(at, _cells(view, lines[at])) for at in group]
    first, row = split[0]
    for at, cells in split[1:]:
        if len(cells) != len(row) or (parted and cells[0]):
            yield first, row
            first, row = at, cells
        else:
            row = [spans + more for spans, more in zip(row, cells, strict=True)]
    yield first, row


def _cells(view: str, line: Span) -> Row:
    start, end = line
    cuts = [at for at in range(start, end) if view[at] in _BARS]
    return [cell for left, right in pairwise(cuts) for cell in filled(view, left + 1, right)]
