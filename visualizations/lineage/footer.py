"""What stands below the lanes: legend, notes, where it comes from, and the numbered quotes.

Always true: the legend explains every sign of the chart and no other; every number in a picture stands in the list of
its quotes.
"""

from __future__ import annotations

from functools import partial

from graph.vocabulary import EdgeType
from visualizations.citations import Citations
from visualizations.drawing.legend import Sign, legend
from visualizations.drawing.pages import numbered
from visualizations.drawing.pieces import Piece, column_width, flowing, paragraph, stack
from visualizations.drawing.profile import Profile
from visualizations.lineage.chart import STRENGTH, Chart, shown_marks
from visualizations.lineage.symbols import ARROWS, legend_arrow, legend_mark
from visualizations.lineage.telling import remarks, source_note
from visualizations.words import HAPPENED, Words


def _signs(chart: Chart) -> list[Sign]:
    language = chart.options.language
    drawn = {arrow.kind for arrow in chart.arrows if not arrow.inferred}
    signs = [Sign(31, ARROWS[kind][1].of(language), partial(legend_arrow, kind)) for kind in ARROWS if kind in drawn]
    if any(arrow.inferred for arrow in chart.arrows):
        signs.append(Sign(31, Words("推論（非原文明示）", "inferred").of(language), partial(legend_arrow, None)))
    if any(mark.inferred for lane in chart.lanes for mark in shown_marks(lane)):
        guess = Words("推論之事件", "inferred event").of(language)
        signs.append(Sign(15, guess, partial(legend_mark, EdgeType.CONTINUED_AT, inferred=True)))
    shown = {mark.kinds[0] for lane in chart.lanes for mark in shown_marks(lane)}
    return signs + [
        Sign(15, HAPPENED[kind].of(language), partial(legend_mark, kind))
        for kind in reversed(STRENGTH)
        if kind in shown
    ]


def below(chart: Chart, profile: Profile, width: float) -> Piece:
    """Legend and source note: what every page of lanes has."""
    return stack(legend(_signs(chart), profile, width), paragraph(source_note(chart), profile.small, width))


def notes(chart: Chart, profile: Profile, cited: Citations) -> list[Piece]:
    """The notes on what is not drawn, then the numbered quotes, each as wide as a column of the page."""
    language, calendar, width = chart.options.language, chart.options.calendar, column_width(profile.inner_width)
    told = [piece for remark in remarks(chart) for piece in flowing(remark.words(cited), profile.small, width)]
    sources = enumerate(cited.all(), 1)
    return told + [numbered(n, source.words(language, calendar), profile, width) for n, source in sources]
