"""All that a lineage picture shows, as rows of a table.

Always true: every mark and every arrow of the chart is one row, with the id that the picture gives it.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.vocabulary import EdgeType
from queries.steps import CaseName
from visualizations.citations import Source
from visualizations.lineage.chart import Chart, called
from visualizations.lineage.header import series
from visualizations.lineage.strips import event_id


@dataclass(frozen=True, slots=True)
class Link:
    """A sitting to go to."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One row."""

    id: str
    day: str | None
    kinds: tuple[EdgeType, ...]
    case: CaseName
    other: CaseName | None
    sitting: Link | None
    inferred: bool
    sources: tuple[Source, ...]


def happenings(chart: Chart) -> list[Happening]:
    """The rows by day, of one day the arrows first."""
    lanes = [*chart.lanes, *chart.predecessors.values(), *chart.brief]
    names = {lane.case.id: lane.case for lane in lanes}
    rows = [
        Happening(
            a.id, a.day if a.dated else None, (a.kind,), names[a.source], names[a.target], None, a.inferred, a.sources
        )
        for a in chart.arrows
    ]
    for lane in lanes:
        for mark in lane.marks:
            sitting = Link(mark.sitting.id, series(mark.sitting) or called(mark.sitting))
            rows.append(
                Happening(
                    event_id(lane, mark), mark.day, mark.kinds, lane.case, None, sitting, mark.inferred, mark.sources
                )
            )
    return sorted(rows, key=lambda row: row.day or "")
