"""A matrix of agencies and columns on pages.

Always true: of a matrix on several pages each page shows only rows and columns that have something on it; heads and
labels are repeated on every page; a count that tells of one page also tells of all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Protocol

from queries.participation import Agency
from visualizations.citations import Source
from visualizations.collaboration.heads import Column, Heads, heads
from visualizations.collaboration.order import by_city, shares
from visualizations.collaboration.signs import Signs
from visualizations.drawing.pages import Sheet
from visualizations.drawing.pieces import Piece
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Anchor, Box, Group, Path, Rect, Shape, Text, polyline
from visualizations.drawing.style import BAND, GRID, INK, MUTED
from visualizations.drawing.typography import width_of, wrap

_LABEL = 14.0
"""How many characters a line of a row's label has at most."""
_GAP = 4.0
"""Between the rows of two cities."""
_STRETCH = 1.6
"""How many times as wide as it need be a column may become, to fill a page."""


class Cell(Protocol):
    """What stands where a row and a column meet."""

    def __call__(self, row: Agency, column: Column, box: Box) -> list[Shape]:
        """Its shapes within the box."""
        ...


@dataclass(frozen=True, slots=True)
class Grid:
    """A matrix before it has pages."""

    rows: Sequence[Agency]
    columns: Sequence[Column]
    filled: Mapping[str, frozenset[str]]
    """Ids of the columns in which a row has something, by the id of the row; its own column is shown, never counted."""
    cell: Cell
    signs: Signs
    total: str
    """What the count at the end of a row is called."""
    foots: tuple[str, ...]
    """What the lines at the foot of the columns are called: the count, the numbers of sources."""


@dataclass(frozen=True, slots=True)
class _Page:
    rows: Sequence[Agency]
    columns: Sequence[Column]
    stretch: float
    """How many times as wide as it need be a column is."""
    stacked: bool
    """Whether the counts of its columns take two lines: that of the page, and that of all pages."""


class Pages:
    """A grid laid out for a profile."""

    def __init__(self, grid: Grid, profile: Profile, room: float | None) -> None:
        self.grid, self.profile = grid, profile
        text, small = profile.text, profile.small
        self.labels = {row.id: wrap(row.label, text, _LABEL * text, 3) for row in grid.rows}
        widest = max((width_of(line, text) for lines in self.labels.values() for line in lines), default=0.0)
        self.left = max(widest, *(width_of(one, small) for one in (*grid.foots, grid.total))) + 8
        self.right = max(width_of(grid.total, small), width_of("000/000", small)) + 10
        free = profile.inner_width - self.left - self.right
        self.heads: Heads = heads(grid.columns, profile, free, 1.7 * text)
        self.pages = self._pages(free, room)

    def _pages(self, free: float, room: float | None) -> list[_Page]:
        grid, widths = self.grid, [self.heads.widths[column.id] for column in self.grid.columns]
        runs = [slice(len(widths))] if room is None else shares(widths, free)
        pages = []
        for run in runs:
            shown = grid.columns[run]
            rows = [row for row in grid.rows if len(runs) == 1 or _touched(row, shown, grid)]
            left = (room or float("inf")) - self.heads.height(shown)
            heights = [self._height(row) + (_GAP if row.city != before else 0) for row, before in _with_city(rows)]
            stacked = sum(heights) > left - self._foot(shown, stacked=False) and not self._counts_fit(shown)
            for part in _by_city(rows, heights, left - self._foot(shown, stacked=stacked)):
                held = [one for one in shown if any(_touched(row, [one], grid) for row in rows[part])]
                stretch = min(_STRETCH, max(1.0, free / sum(self.heads.widths[one.id] for one in held)))
                pages.append(_Page(rows[part], held, stretch, stacked))
        return pages

    def sheets(self, description: str) -> list[tuple[Sheet, tuple[Source, ...]]]:
        """The pages, each with what its columns rest on."""
        return [
            (
                Sheet(self._piece(page), self._width(page), description),
                tuple(source for column in page.columns for source in column.sources),
            )
            for page in self.pages
        ]

    def _width(self, page: _Page) -> float:
        return max(self.left + sum(self._widths(page)) + self.right, self.profile.inner_width)

    def _widths(self, page: _Page) -> list[float]:
        return [page.stretch * self.heads.widths[column.id] for column in page.columns]

    def _height(self, row: Agency) -> float:
        return max(1.5 * self.profile.text, 1.25 * self.profile.text * len(self.labels[row.id]) + 3)

    def _foot(self, shown: Sequence[Column], *, stacked: bool) -> float:
        lines = max(len(column.foot) for column in shown)
        return (1 + stacked + lines) * 1.25 * self.profile.small + 12

    def _counts_fit(self, shown: Sequence[Column]) -> bool:
        """Whether the counts of one page and of all fit beside each other below every column."""
        small, rows = self.profile.small, self.grid.rows
        counts = {column.id: "/".join([str(self._touching(column, rows))] * 2) for column in shown}
        return all(width_of(counts[column.id], small) + 2 <= self.heads.widths[column.id] for column in shown)

    def _piece(self, page: _Page) -> Piece:
        groups = by_city(page.rows)
        rows = sum(map(self._height, page.rows)) + _GAP * len(groups)
        head, foot = self.heads.height(page.columns), self._foot(page.columns, stacked=page.stacked)

        def paint(x: float, y: float) -> list[Shape]:
            lefts = list(accumulate(self._widths(page), initial=x + self.left))
            top, bottom = y + head, y + head + rows
            shapes: list[Shape] = [*self._rules(lefts, top, bottom), *self._heads(page, lefts, top)]
            at = top
            for group in groups:
                shapes.append(_level(x, lefts[-1] + self.right, at + _GAP / 2))
                at += _GAP
                for number, row in enumerate(group):
                    shapes += self._row(page, row, lefts, at, number % 2 == 0)
                    at += self._height(row)
            return [*shapes, *self._feet(page, lefts, bottom)]

        return Piece(head + rows + foot, paint)

    def _rules(self, lefts: Sequence[float], top: float, bottom: float) -> list[Shape]:
        return [Path(polyline([(x, top - 2), (x, bottom)]), None, GRID, 0.4) for x in lefts]

    def _heads(self, page: _Page, lefts: Sequence[float], top: float) -> list[Shape]:
        small = self.profile.small
        shapes: list[Shape] = [
            self.heads.paint(column, (left + right) / 2, top)
            for column, (left, right) in zip(page.columns, pairwise(lefts), strict=True)
        ]
        return [*shapes, Text(lefts[-1] + self.right - 4, top - 5, self.grid.total, small, MUTED, Anchor.END)]

    def _row(self, page: _Page, row: Agency, lefts: Sequence[float], y: float, banded: bool) -> list[Shape]:
        text, small, height = self.profile.text, self.profile.small, self._height(row)
        end = lefts[-1] + self.right
        shapes: list[Shape] = (
            [Rect(Box(lefts[0] - self.left, y, end - lefts[0] + self.left, height), BAND)] if banded else []
        )
        shapes += [Path(polyline([(x, y), (x, y + height)]), None, GRID, 0.4) for x in lefts] if banded else []
        lines = self.labels[row.id]
        first = y + height / 2 + 0.36 * text - (len(lines) - 1) * 0.625 * text
        label = [
            Text(lefts[0] - 6, first + at * 1.25 * text, line, text, self.grid.signs.colour(row.city), Anchor.END)
            for at, line in enumerate(lines)
        ]
        shapes.append(Group(tuple(label), row.id, "agency", row.name))
        for column, (left, right) in zip(page.columns, pairwise(lefts), strict=True):
            if column.id in self.grid.filled[row.id]:
                shapes += self.grid.cell(row, column, Box(left, y, right - left, height))
        others = self.grid.filled[row.id] - {row.id}
        count = _counted(sum(column.id in others for column in page.columns), len(others))
        told = Text(end - 4, y + height / 2 + 0.36 * small, count, small, INK, Anchor.END)
        shapes.append(Group((told,), row.id, "row count", f"{row.name}: {count}"))
        return shapes

    def _feet(self, page: _Page, lefts: Sequence[float], y: float) -> list[Shape]:
        """Counts and numbers of sources below the columns."""
        small = self.profile.small
        step = 1.25 * small
        shapes: list[Shape] = [_level(lefts[0] - self.left, lefts[-1] + self.right, y + 2)]
        lines = [y + 4 + step * (at + 0.8) for at in range(3)]
        names = zip(self.grid.foots, (lines[0], lines[1 + page.stacked]), strict=False)
        shapes += [Text(lefts[0] - 6, at, name, small, MUTED, Anchor.END) for name, at in names]
        for column, (left, right) in zip(page.columns, pairwise(lefts), strict=True):
            middle = (left + right) / 2
            here, whole = (self._touching(column, rows) for rows in (page.rows, self.grid.rows))
            count = _counted(here, whole)
            lines_of_it = count.replace("/", "/ ").split() if page.stacked else [count]
            told = [
                Text(middle, at, line, small, INK, Anchor.MIDDLE) for line, at in zip(lines_of_it, lines, strict=False)
            ]
            shapes.append(Group(tuple(told), column.id, "column count", f"{column.name}: {count}"))
            shapes += [
                Text(middle, lines[1 + page.stacked] + at * step, line, small, MUTED, Anchor.MIDDLE)
                for at, line in enumerate(column.foot)
            ]
        return shapes

    def _touching(self, column: Column, rows: Sequence[Agency]) -> int:
        """How many of the rows have something in a column."""
        return sum(column.id in self.grid.filled[row.id] and row.id != column.id for row in rows)


def _touched(row: Agency, shown: Sequence[Column], grid: Grid) -> bool:
    """Whether a row has something in some columns."""
    return any(column.id in grid.filled[row.id] for column in shown)


def _by_city(rows: Sequence[Agency], heights: Sequence[float], room: float) -> list[slice]:
    """Runs of rows that fit a room, parted between cities where that takes no more pages."""
    runs = shares(heights, room)
    ends = list(accumulate((len(group) for group in by_city(rows)), initial=0))
    whole = [sum(heights[start:end]) for start, end in pairwise(ends)]
    parted = [slice(ends[run.start], ends[run.stop]) for run in shares(whole, room)]
    return parted if len(parted) == len(runs) and max(whole) <= room else runs


def _counted(here: int, whole: int) -> str:
    return str(whole) if here == whole else f"{here}/{whole}"


def _with_city(rows: Sequence[Agency]) -> list[tuple[Agency, str | None]]:
    """Rows, each with the city of the row above it."""
    return list(zip(rows, ["", *(row.city for row in rows)], strict=False))


def _level(left: float, right: float, y: float) -> Path:
    return Path(polyline([(left, y), (right, y)]), None, GRID, 0.8)
