"""Who says so: what stands behind a lane, a mark or an arrow of a lineage picture.

Always true: evidence shows the words of minutes in their surroundings, or says that nothing states it; it can be asked
for by the id that the picture carries.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.pages.excerpts import Excerpt, excerpts
from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label, Role
from queries.catalogue import Row, ask
from queries.chronicle import Chronicle
from queries.dossier import Attendance
from queries.links import NodeName
from visualizations.lineage.chart import Arrow, Chart, Lane, Mark, called
from visualizations.lineage.strips import event_id


@dataclass(frozen=True, slots=True)
class Named:
    """A body that the minutes of a sitting name with a case."""

    body: NodeName
    role: Role


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind one thing that a picture shows."""

    id: str
    kinds: tuple[EdgeType, ...]
    """What happened; none for a case."""
    case: NodeName
    other: NodeName | None
    """The younger case of an arrow."""
    day: str | None
    sitting: NodeName | None
    item_no: str | None
    decision: str | None
    inferred: bool
    confidence: float
    people: tuple[Attendance, ...]
    bodies: tuple[Named, ...]
    """Whom that sitting's minutes name with the case."""
    excerpts: tuple[Excerpt, ...]


def evidence(store: GraphStore, chronicle: Chronicle, chart: Chart, sel: str) -> Evidence | None:
    """What stands behind an id of a chart; None where the chart has nothing of this id."""
    lanes = [*chart.lanes, *chart.predecessors.values(), *chart.brief]
    for lane in lanes:
        if lane.case.id == sel:
            return _of_case(store, lane)
        for mark in lane.marks:
            if event_id(lane, mark) == sel:
                return _of_mark(store, chronicle, lane, mark)
    names = {lane.case.id: lane.case.name for lane in lanes}
    arrow = next((arrow for arrow in chart.arrows if arrow.id == sel), None)
    return _of_arrow(store, chronicle, arrow, names) if arrow else None


def _of_case(store: GraphStore, lane: Lane) -> Evidence:
    (own,) = ask(store, "case", case=lane.case.id)
    quotes = [source.quote for mark in lane.marks[:1] for source in mark.sources]
    return Evidence(
        id=lane.case.id,
        kinds=(),
        case=NodeName(lane.case.id, own["name"], Label.CASE),
        other=None,
        day=lane.first,
        sitting=_sitting(lane.marks[0]) if lane.marks else None,
        item_no=None,
        decision=None,
        inferred=False,
        confidence=1.0,
        people=(),
        bodies=_bodies(ask(store, "case_bodies", case=lane.case.id)),
        excerpts=excerpts(store, quotes),
    )


def _of_mark(store: GraphStore, chronicle: Chronicle, lane: Lane, mark: Mark) -> Evidence:
    history = next(one for one in chronicle.histories if one.case.id == lane.case.id)
    told = [event for event in history.events if event.meeting.id == mark.sitting.id and event.day == mark.day]
    meeting = mark.sitting.id
    return Evidence(
        id=event_id(lane, mark),
        kinds=mark.kinds,
        case=NodeName(lane.case.id, lane.case.name, Label.CASE),
        other=None,
        day=mark.day,
        sitting=_sitting(mark),
        item_no=next((event.item_no for event in told if event.item_no), None),
        decision=next((event.decision for event in told if event.decision), None),
        inferred=mark.inferred,
        confidence=min((event.confidence for event in told), default=1.0),
        people=_people(store, meeting),
        bodies=_bodies(row for row in ask(store, "case_bodies", case=lane.case.id) if row["meeting"] == meeting),
        excerpts=excerpts(store, (source.quote for source in mark.sources)),
    )


def _of_arrow(store: GraphStore, chronicle: Chronicle, arrow: Arrow, names: dict[str, str]) -> Evidence:
    shown = excerpts(store, (source.quote for source in arrow.sources))
    held = next((one.sitting for one in shown if one.sitting), None)
    step = next(s for s in chronicle.steps if (s.type, s.source.id, s.target.id) == _ends(arrow))
    told = [e for h in chronicle.histories if h.case.id == arrow.target for e in h.events]
    here = [event for event in told if held and event.meeting.id == held.id]
    rows = [row for case in (arrow.source, arrow.target) for row in ask(store, "case_bodies", case=case)]
    return Evidence(
        id=arrow.id,
        kinds=(arrow.kind,),
        case=NodeName(arrow.source, names[arrow.source], Label.CASE),
        other=NodeName(arrow.target, names[arrow.target], Label.CASE),
        day=arrow.day if arrow.dated else None,
        sitting=NodeName(held.id, held.name, Label.MEETING) if held else None,
        item_no=next((event.item_no for event in here if event.item_no), None),
        decision=next((event.decision for event in here if event.decision), None),
        inferred=arrow.inferred,
        confidence=step.confidence,
        people=_people(store, held.id) if held else (),
        bodies=_bodies(row for row in rows if held and row["meeting"] == held.id),
        excerpts=shown,
    )


def _ends(arrow: Arrow) -> tuple[EdgeType, str, str]:
    return (arrow.kind, arrow.source, arrow.target)


def _sitting(mark: Mark) -> NodeName:
    return NodeName(mark.sitting.id, called(mark.sitting), Label.MEETING)


def _people(store: GraphStore, meeting: str) -> tuple[Attendance, ...]:
    rows = ask(store, "meeting_people", meeting=meeting)
    return tuple(Attendance(EdgeType(row["type"]), row["name"], row["post"]) for row in rows)


def _bodies(rows: Iterable[Row]) -> tuple[Named, ...]:
    """Each body once, in its strongest role, the strongest first."""
    roles = list(Role)
    found: dict[str, Named] = {}
    for row in rows:
        role = Role.PROPOSER if row["type"] == EdgeType.PROPOSES else Role(row["role"])
        held = found.get(row["id"])
        if held is None or roles.index(role) < roles.index(held.role):
            found[row["id"]] = Named(NodeName(row["id"], row["name"], Label(row["label"])), role)
    return tuple(sorted(found.values(), key=lambda one: (roles.index(one.role), one.body.name)))
