"""Ruled tables of a PDF page. Always true: a table is a grid of drawn lines that touch, with at least two cells side by
side; cells with no line between them are one cell. Tables without lines are text like any other.
"""

from __future__ import annotations

import ctypes
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from loaders.reading.pdf_lines import Box

_TOLERANCE = 3.0
_SHORTEST = 6.0
_MOST_STROKES = 20_000
_MOST_RULES = 1_500
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along one axis: at ``at`` across it, from ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the lines between its columns and rows, and for each place the place that its cell's text stands in."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    first: tuple[tuple[tuple[int, int], ...], ...]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the cell at a point, or None outside the table."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        row = min(bisect(self.ys, y), len(self.ys) - 1) - 1
        column = min(bisect(self.xs, x), len(self.xs) - 1) - 1
        return self.first[row][column]

    @property
    def area(self) -> float:
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])


def grids(page: pdfium.PdfPage) -> list[Grid]:
    """The tables of a page, the smallest first; none where a drawing has more lines than any table."""
    level: list[Rule] = []
    upright: list[Rule] = []
    for box in _strokes(page):
        if box.bottom - box.top <= _TOLERANCE and box.right - box.left > box.bottom - box.top:
            level.append(Rule((box.top + box.bottom) / 2, box.left, box.right))
        elif box.right - box.left <= _TOLERANCE:
            upright.append(Rule((box.left + box.right) / 2, box.top, box.bottom))
        if len(level) + len(upright) > _MOST_STROKES:
            return []
    level, upright = _merged(level), _merged(upright)
    if len(level) + len(upright) > _MOST_RULES:
        return []
    found = (_grid(*group) for group in _touching(level, upright))
    return sorted((grid for grid in found if grid is not None), key=lambda grid: grid.area)


def _strokes(page: pdfium.PdfPage) -> Iterator[Box]:
    """What is drawn as straight lines: the sides of stroked paths, and filled boxes (thin ones are lines)."""
    turn = page.get_rotation()
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for path in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH], max_depth=8):
        if not pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke):
            continue
        place = _placement(path)
        for points in _subpaths(path):
            seen = [place(x, y) for x, y in points]
            if stroke.value:
                yield from (Box.seen(turn, *a, *b) for a, b in pairwise(seen))
            elif fill.value and len(seen) > 2:
                xs, ys = zip(*seen, strict=True)
                yield Box.seen(turn, min(xs), min(ys), max(xs), max(ys))


def _placement(path: pdfium.PdfObject) -> Callable[[float, float], tuple[float, float]]:
    """From a path's own plane to the page's, through the forms that hold it."""
    matrices = []
    holder = path
    while holder is not None:
        matrices.append(holder.get_matrix())
        holder = holder.container

    def place(x: float, y: float) -> tuple[float, float]:
        for matrix in matrices:
            x, y = matrix.on_point(x, y)
        return x, y

    return place


def _subpaths(path: pdfium.PdfObject) -> Iterator[list[tuple[float, float]]]:
    """The polygons of a path; those with curves are left out."""
    points: list[tuple[float, float]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium_c.FPDFPath_CountSegments(path), _MOST_STROKES)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            if points and not curved:
                yield points
            points, curved = [], False
        curved |= kind == pdfium_c.FPDF_SEGMENT_BEZIERTO
        points.append((x.value, y.value))
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points and not curved:
        yield points


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Lines joined where they run on, or beside each other within a hand's tremble."""
    out: list[Rule] = []
    ordered = sorted(rules, key=lambda rule: rule.at)
    centres = _clustered(rule.at for rule in ordered)
    by_centre: dict[float, list[Rule]] = {}
    for rule in ordered:
        by_centre.setdefault(centres[_nearest(centres, rule.at)], []).append(rule)
    for at, group in by_centre.items():
        start, end = None, 0.0
        for rule in sorted(group, key=lambda rule: rule.start):
            if start is not None and rule.start > end + _TOLERANCE:
                out.append(Rule(at, start, end))
                start = None
            start, end = (rule.start, rule.end) if start is None else (start, max(end, rule.end))
        if start is not None:
            out.append(Rule(at, start, end))
    return [rule for rule in out if rule.end - rule.start >= _SHORTEST]


def _clustered(values: Iterable[float]) -> list[float]:
    """Values that lie within the tolerance of the one before count as one, at the first."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _TOLERANCE:
            out.append(value)
    return out


def _nearest(centres: Sequence[float], value: float) -> int:
    at = bisect(centres, value)
    return min((i for i in (at - 1, at) if 0 <= i < len(centres)), key=lambda i: abs(centres[i] - value))


def _touching(level: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Groups of lines that cross or meet, straight or through others."""
    pending_level, pending_upright = set(level), set(upright)
    while pending_upright:
        first = pending_upright.pop()
        group: tuple[list[Rule], list[Rule]] = ([], [first])
        todo = [(first, True)]
        while todo:
            rule, is_upright = todo.pop()
            others = pending_level if is_upright else pending_upright
            met = [other for other in others if _meet(rule, other)]
            others.difference_update(met)
            group[0 if is_upright else 1].extend(met)
            todo += [(other, not is_upright) for other in met]
        yield group


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one.start - _TOLERANCE <= other.at <= one.end + _TOLERANCE
        and other.start - _TOLERANCE <= one.at <= other.end + _TOLERANCE
    )


def _grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    if not level:
        return None
    xs = _clustered([rule.at for rule in upright] + [end for rule in level for end in (rule.start, rule.end)])
    ys = _clustered([rule.at for rule in level] + [end for rule in upright for end in (rule.start, rule.end)])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 2 or rows * columns > _MOST_CELLS:
        return None
    walls = _covered(upright, xs, ys)
    floors = _covered(level, ys, xs)
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in first:
                _fill((row, column), first, walls, floors, rows, columns)
    table = tuple(tuple(first[row, column] for column in range(columns)) for row in range(rows))
    return Grid(tuple(xs), tuple(ys), table) if any(len(set(row)) > 1 for row in table) else None


def _covered(rules: list[Rule], across: Sequence[float], along: Sequence[float]) -> set[tuple[int, int]]:
    """(line, stretch) pairs: which stretches between neighbours of ``along`` are drawn on which line of ``across``."""
    return {
        (_nearest(across, rule.at), stretch)
        for rule in rules
        for stretch, (start, end) in enumerate(pairwise(along))
        if rule.start - _TOLERANCE <= (start + end) / 2 <= rule.end + _TOLERANCE
    }


def _fill(
    origin: tuple[int, int],
    first: dict[tuple[int, int], tuple[int, int]],
    walls: set[tuple[int, int]],
    floors: set[tuple[int, int]],
    rows: int,
    columns: int,
) -> None:
    """Give every place that no line parts from ``origin`` to its cell."""
    first[origin] = origin
    todo = [origin]
    while todo:
        row, column = todo.pop()
        for place, parted in (
            ((row, column + 1), (column + 1, row) in walls),
            ((row, column - 1), (column, row) in walls),
            ((row + 1, column), (row + 1, column) in floors),
            ((row - 1, column), (row, column) in floors),
        ):
            if not parted and 0 <= place[0] < rows and 0 <= place[1] < columns and place not in first:
                first[place] = origin
                todo.append(place)
