"""What no single document says but all of them together show: the order of sittings, and the status of every case.

Always true: this runs when everything stated has been said; FOLLOWS leads from a sitting to the one before it in its
series, with the passages that name the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from graph.build.draft import Draft
from graph.build.status import Event, standing
from graph.model import Edge
from graph.schema import EVENTS, LINEAGE
from graph.vocabulary import EdgeType, Label, Level

_COUNTED = {*EVENTS, *LINEAGE}


def follow(draft: Draft) -> None:
    """Say of every dated sitting which one of its series it follows."""
    naming: defaultdict[str, set[str]] = defaultdict(set)
    for link in draft.links.values():
        if link.type is EdgeType.HELD_BY:
            naming[link.source].update(link.passages)
    for series in _series(draft).values():
        for (_, _, earlier), (day, _, later) in _pairs(sorted(series)):
            passages = naming[earlier] | naming[later]
            draft.edge(EdgeType.FOLLOWS, later, earlier, passages, later, date=day)


def conclude(draft: Draft) -> None:
    """Say of every case what it is as of the last day there is."""
    sat = {series: [day for day, _, _ in sittings] for series, sittings in _series(draft).items()}
    events: defaultdict[str, list[Event]] = defaultdict(list)
    groups: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for link in draft.links.values():
        if link.type not in _COUNTED or draft.labels[link.source] is not Label.CASE:
            continue
        edge = link.edge()
        events[link.source].append(Event(link.type, event_day(edge)))
        if link.meeting:
            groups[link.source].add(_series_of(draft, link.meeting))
    for case, happened in events.items():
        own = {series for series in groups[case] if series[1] == Level.WORKING_GROUP} or groups[case]
        found = standing(happened, [day for series in own for day in sat.get(series, [])])
        if found:
            draft.node(Label.CASE, case, status=found.status.value)


def event_day(edge: Edge) -> str | None:
    """The day an event counts from: when it was decided, else when it was first told of; None where no one says."""
    told = edge.properties.get("reported")
    return edge.date or (told if isinstance(told, str) else None)


def _series_of(draft: Draft, meeting: str) -> tuple[str, ...]:
    held = draft.properties[meeting]
    return tuple(str(held.get(name, "")) for name in ("platform", "level", "group"))


def _series(draft: Draft) -> dict[tuple[str, ...], list[tuple[str, int, str]]]:
    """Every series with its dated sittings: day, ordinal, id."""
    found: defaultdict[tuple[str, ...], list[tuple[str, int, str]]] = defaultdict(list)
    for id, label in draft.labels.items():
        if label is Label.MEETING and "date" in draft.properties[id]:
            held, series = draft.properties[id], _series_of(draft, id)
            ordinal = held.get("ordinal", 0)
            if series[0] and (series[2] or series[1] in (Level.MAYOR, Level.DEPUTY_MAYOR)):
                found[series].append((str(held["date"]), ordinal if isinstance(ordinal, int) else 0, id))
    return dict(found)


def _pairs(
    sittings: list[tuple[str, int, str]],
) -> Iterator[tuple[tuple[str, int, str], tuple[str, int, str]]]:
    return pairwise(sittings)
