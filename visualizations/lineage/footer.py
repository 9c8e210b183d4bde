"""What stands below the lanes: legend, notes, where it comes from, and the numbered quotes.

Always true: the legend explains every sign of the chart and no other; every number in a picture stands in the list of
its quotes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from graph.vocabulary import EdgeType
from visualizations.drawing.pieces import Piece, baseline, column_width, paragraph, space, stack
from visualizations.drawing.profile import Profile
from visualizations.drawing.shapes import Anchor, Shape, Text
from visualizations.drawing.style import MUTED
from visualizations.drawing.typography import width_of
from visualizations.lineage.chart import STRENGTH, Chart, shown_marks
from visualizations.lineage.citations import Citations, Source
from visualizations.lineage.symbols import ARROWS, legend_arrow, legend_mark
from visualizations.lineage.telling import remarks, source_note
from visualizations.words import HAPPENED, Words

_GAP = 14.0


@dataclass(frozen=True, slots=True)
class _Sign:
    """An entry of the legend: a sign so wide, and its word."""

    room: float
    word: str
    paint: Callable[[float, float], tuple[Shape, ...]]


def legend(chart: Chart, profile: Profile, width: float) -> Piece:
    """The signs of a chart with their words, in as many rows as they need."""
    size = profile.small
    rows: list[list[tuple[float, _Sign]]] = [[]]
    at = 0.0
    for sign in _signs(chart):
        own = sign.room + width_of(sign.word, size)
        if rows[-1] and at + own > width:
            rows.append([])
            at = 0.0
        rows[-1].append((at, sign))
        at += own + _GAP
    step = max(1.9 * size, 15.0)

    def paint(x: float, y: float) -> list[Shape]:
        shapes: list[Shape] = []
        for number, row in enumerate(rows):
            middle = y + 5 + (number + 0.5) * step
            for at, sign in row:
                word = Text(x + at + sign.room, middle + 0.36 * size, sign.word, size, MUTED)
                shapes += [*sign.paint(x + at, middle), word]
        return shapes

    return Piece(step * len(rows) + 7, paint)


def _signs(chart: Chart) -> list[_Sign]:
    language = chart.options.language
    drawn = {arrow.kind for arrow in chart.arrows if not arrow.inferred}
    signs = [_Sign(31, ARROWS[kind][1].of(language), partial(legend_arrow, kind)) for kind in ARROWS if kind in drawn]
    if any(arrow.inferred for arrow in chart.arrows):
        signs.append(_Sign(31, Words("推論（非原文明示）", "inferred").of(language), partial(legend_arrow, None)))
    if any(mark.inferred for lane in chart.lanes for mark in shown_marks(lane)):
        guess = Words("推論之事件", "inferred event").of(language)
        signs.append(_Sign(15, guess, partial(legend_mark, EdgeType.CONTINUED_AT, inferred=True)))
    shown = {mark.kinds[0] for lane in chart.lanes for mark in shown_marks(lane)}
    return signs + [
        _Sign(15, HAPPENED[kind].of(language), partial(legend_mark, kind))
        for kind in reversed(STRENGTH)
        if kind in shown
    ]


def below(chart: Chart, profile: Profile, width: float) -> Piece:
    """Legend and source note: what every page of lanes has."""
    return stack(legend(chart, profile, width), paragraph(source_note(chart), profile.small, width))


def notes(chart: Chart, profile: Profile, cited: Citations) -> list[Piece]:
    """The notes on what is not drawn, then the numbered quotes, each as wide as a column of the page."""
    size, width = profile.small, column_width(profile.inner_width)
    indent = width_of("000", size) + 4
    told = [stack(paragraph(remark.words(cited), size, width), space(3)) for remark in remarks(chart)]
    return told + [_quote(chart, n, source, indent, size, width) for n, source in enumerate(cited.all(), 1)]


def _quote(chart: Chart, number: int, source: Source, indent: float, size: float, width: float) -> Piece:
    words = source.words(chart.options.language, chart.options.calendar)
    text = stack(paragraph(words, size, width - indent), space(2))

    def paint(x: float, y: float) -> list[Shape]:
        head = Text(x + indent - 4, y + baseline(size), str(number), size, MUTED, Anchor.END, bold=True)
        return [head, *text.paint(x + indent, y)]

    return Piece(text.height, paint)
