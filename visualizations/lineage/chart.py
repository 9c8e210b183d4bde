"""What a lineage picture shows, without saying where.

Always true: every case of the chronicle that the period touches is a lane, a predecessor or a brief case; marks stand
in the order of their days; an arrow without sources is inferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from graph.vocabulary import EdgeType, Level, Status
from queries.chronicle import Chronicle, History
from queries.events import Event, Sitting
from queries.evidence import Quote
from queries.steps import CaseName, Step
from visualizations.citations import Source
from visualizations.lineage.order import reading_order
from visualizations.words import SITS, Calendar, Language

E = EdgeType
STRENGTH: tuple[EdgeType, ...] = (
    E.DELISTED_AT, E.REJECTED_AT, E.WITHDRAWN_AT, E.DELISTING_RECOMMENDED_AT, E.REOPENED_AT, E.ROUTINISED_AT,
    E.DEFERRED_AT, E.ESTABLISHED_AT, E.EXPANDED_AT, E.PROPOSED_AT, E.CONTINUED_AT, E.DISCUSSED_AT,
)  # fmt: skip
"""Events of one sitting, from the one that its mark shows to those that it stands for."""

PLAIN = frozenset({E.CONTINUED_AT, E.DISCUSSED_AT})
"""Events that leave a case as it was."""

OFF_THE_LIST = frozenset({E.DELISTED_AT, E.REJECTED_AT, E.WITHDRAWN_AT, E.DEFERRED_AT})
"""Events after which a case is on no list."""

_GOES_ON = frozenset({Status.PROPOSED, Status.ESTABLISHED, Status.CONTINUED})


@dataclass(frozen=True, slots=True)
class Options:
    """How a picture speaks and what it leaves out; days are ISO, both bounds belong to the period."""

    language: Language = Language.ZH
    calendar: Calendar = Calendar.ROC
    inferred: bool = False
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """What one sitting did to a case."""

    day: str
    kinds: tuple[EdgeType, ...]
    """The strongest first: it gives the mark its shape."""
    sitting: Sitting
    inferred: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A renaming, merger or split."""

    kind: EdgeType
    source: str
    target: str
    day: str
    """The day that the minutes say, else that of the younger case's first mark."""
    dated: bool
    inferred: bool
    sources: tuple[Source, ...]

    @property
    def id(self) -> str:
        """What makes this arrow this arrow, in the ids of the graph."""
        return f"{self.kind}:{self.source}:{self.target}"


@dataclass(frozen=True, slots=True)
class Lane:
    """A case from its first day to its last one."""

    case: CaseName
    section: tuple[str, str]
    """Its platform and group, each empty where unknown."""
    marks: tuple[Mark, ...]
    first: str
    last: str
    goes_on: bool
    """Whether it is still on a list at the end of what is known."""
    became: bool
    """Whether it ended by going into others."""
    status: Status | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A lineage picture before it has a size."""

    options: Options
    lanes: tuple[Lane, ...]
    """In reading order, those of one section together."""
    predecessors: Mapping[str, Lane]
    """Cases of which nothing is known before they went into another: they are named at the arrow's foot."""
    arrows: tuple[Arrow, ...]
    brief: tuple[Lane, ...]
    """Cases that one sitting took up and ended; they are told of in words."""
    undated: tuple[CaseName, ...]
    """Cases of which no day is known."""
    hosts: Mapping[str, str]
    as_of: str | None

    def sources(self, lanes: Iterable[Lane], since: str = "", until: str = "9999-12-31") -> list[Source]:
        """What the arrows and turns of these lanes rest on between two days, in reading order."""
        found: list[Source] = []
        for lane in lanes:
            arrows = [arrow for arrow in self.arrows if lane.case.id in (arrow.target, arrow.source)]
            told: list[Arrow | Mark] = [*arrows, *cited_marks(lane)]
            for one in told:
                found += one.sources if since <= one.day <= until else ()
        return found


def shown_marks(lane: Lane) -> list[Mark]:
    """The marks of a lane that are drawn: what happened on the day on which it became another is told by the arrow."""
    return [mark for mark in lane.marks if not (lane.became and mark.day == lane.last)]


def cited_marks(lane: Lane) -> list[Mark]:
    """The marks of a lane whose sources are shown: those that change something, and the last one of a lane."""
    marks = shown_marks(lane)
    return [mark for mark in marks if mark.kinds[0] not in PLAIN or (mark is marks[-1] and not lane.became)]


def chart(chronicle: Chronicle, options: Options) -> Chart:
    """What a picture of this chronicle shows.

    In: a chronicle; how the picture speaks. Out: the chart; inferred steps and events only where asked for.
    """
    named = {history.case.id: history for history in chronicle.histories}
    marks = {id: _marks(history.events, options) for id, history in named.items()}
    arrows = _arrows(chronicle.steps, marks, options)
    lanes = {id: lane for id in named if (lane := _lane(named[id], marks[id], arrows, options))}
    arrows = [arrow for arrow in arrows if arrow.source in lanes and arrow.target in lanes]
    joined = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    predecessors = {id: lane for id, lane in lanes.items() if _came_from_nowhere(lane, arrows)}
    brief = {id for id, lane in lanes.items() if id not in joined and _brief(lane)}
    if not lanes.keys() - predecessors.keys() - brief:
        brief = set()  # a picture of nothing else shows them
    drawn = [lane for id, lane in lanes.items() if id not in predecessors and id not in brief]
    return Chart(
        options=options,
        lanes=tuple(reading_order(drawn, arrows, predecessors)),
        predecessors=predecessors,
        arrows=tuple(sorted(arrows, key=lambda arrow: (arrow.day, arrow.id))),
        brief=tuple(lanes[id] for id in lanes if id in brief),
        undated=tuple(h.case for id, h in named.items() if not marks[id] and id not in joined),
        hosts=chronicle.hosts,
        as_of=chronicle.as_of,
    )


def _marks(events: Iterable[Event], options: Options) -> tuple[Mark, ...]:
    """One mark for each sitting, by day."""
    told = [event for event in events if event.day and (options.inferred or not event.inferred)]
    told.sort(key=lambda event: (event.day or "", event.meeting.id, STRENGTH.index(event.type)))
    marks = []
    for (day, _), same in groupby(told, key=lambda event: (event.day or "", event.meeting.id)):
        together = list(same)
        sources = [source for e in together for source in _sources(called(e.meeting), e.meeting.date or day, e.quotes)]
        kinds = tuple(dict.fromkeys(event.type for event in together))
        inferred = all(event.inferred for event in together)
        marks.append(Mark(day, kinds, together[0].meeting, inferred, tuple(dict.fromkeys(sources))))
    return tuple(marks)


def called(sitting: Sitting) -> str:
    """A sitting's title, or what is known of one that is only spoken of."""
    level = "" if sitting.level is Level.OTHER else SITS[sitting.level].zh
    return sitting.name or f"{sitting.platform or ''}{sitting.group or ''}{level}會議"


def _sources(sitting: str, day: str | None, quotes: Iterable[Quote]) -> list[Source]:
    return [Source(sitting, day, quote) for quote in quotes]


def _arrows(steps: Iterable[Step], marks: Mapping[str, tuple[Mark, ...]], options: Options) -> list[Arrow]:
    arrows = []
    for step in steps:
        near = [*marks.get(step.target.id, ())[:1], *marks.get(step.source.id, ())[-1:]]
        day = step.day or next((mark.day for mark in near), None)
        if day is None or (step.inferred and not options.inferred):
            continue
        sources = tuple(_sources(step.meeting or "", step.day, step.quotes))
        ends = (step.source.id, step.target.id)
        arrows.append(Arrow(step.type, *ends, day, step.day is not None, step.inferred, sources))
    return arrows


def _lane(history: History, marks: tuple[Mark, ...], arrows: Iterable[Arrow], options: Options) -> Lane | None:
    """A case as a lane, with its marks of the period; None when it did not live then."""
    id = history.case.id
    goes = [arrow.day for arrow in arrows if arrow.source == id]
    days = [mark.day for mark in marks] + goes + [arrow.day for arrow in arrows if arrow.target == id]
    if not days:
        return None
    status = history.standing.status if history.standing else None
    first, last = min(days), max(days)
    became = max(goes, default="") == last
    goes_on = status in _GOES_ON and not became
    since, until = options.since or "", options.until or "9999-12-31"
    if first > until or (last < since and not goes_on):
        return None
    kept = tuple(mark for mark in marks if since <= mark.day <= until)
    section = (history.case.platform or "", history.group or "")
    return Lane(history.case, section, kept, first, last, goes_on, became, status)


def _came_from_nowhere(lane: Lane, arrows: Iterable[Arrow]) -> bool:
    """Whether the first that is known of a case is that it went into another one."""
    goes = [arrow.day for arrow in arrows if arrow.source == lane.case.id]
    return bool(goes) and lane.first >= min(goes) and all(arrow.target != lane.case.id for arrow in arrows)


def _brief(lane: Lane) -> bool:
    """Whether one sitting took the case up and ended it."""
    return len(lane.marks) == 1 and lane.first == lane.last and not lane.goes_on and lane.marks[0].kinds[0] not in PLAIN
