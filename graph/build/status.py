"""What a case is as of a day (ontology section 9).

Always true: the last event on or before the day decides; of several on one day, the one further on in a case's life.
Routinised and deferred are noted beside the status. Pure: events in, an answer out; the caller knows where they
came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.vocabulary import EdgeType, Status

_SAYS: dict[EdgeType, Status] = {
    EdgeType.DEFERRED_AT: Status.DEFERRED,
    EdgeType.PROPOSED_AT: Status.PROPOSED,
    EdgeType.ESTABLISHED_AT: Status.ESTABLISHED,
    EdgeType.EXPANDED_AT: Status.CONTINUED,
    EdgeType.ROUTINISED_AT: Status.CONTINUED,
    EdgeType.CONTINUED_AT: Status.CONTINUED,
    EdgeType.DELISTING_RECOMMENDED_AT: Status.DELISTING_RECOMMENDED,
    EdgeType.REJECTED_AT: Status.REJECTED,
    EdgeType.WITHDRAWN_AT: Status.WITHDRAWN,
    EdgeType.DELISTED_AT: Status.DELISTED,
    EdgeType.REOPENED_AT: Status.CONTINUED,
    EdgeType.SPLITS_INTO: Status.SPLIT,
    EdgeType.RENAMED_TO: Status.RENAMED,
    EdgeType.MERGES_INTO: Status.MERGED,
}
"""What each event makes of a case, in the order of a case's life."""

_LIFE = {kind: place for place, kind in enumerate(_SAYS)}
_BESIDE = {EdgeType.DEFERRED_AT, EdgeType.ROUTINISED_AT}
_ENDED = {Status.DELISTED, Status.REJECTED, Status.WITHDRAWN, Status.RENAMED, Status.MERGED, Status.SPLIT}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a case; ``date`` is the ISO day, or None where no one says."""

    type: EdgeType
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands: its status, the status its last event gave, since when, and what is noted beside it."""

    status: Status
    last: Status
    since: str | None = None
    routinised: bool = False
    deferred: bool = False


def standing(events: Iterable[Event], sittings: Sequence[str] = (), as_of: str | None = None) -> Standing | None:
    """Where a case stands as of a day.

    In: its events; the days on which its group sat; the day (None: the end of all that is known, which alone counts
    events without a day). Out: where it stands, or None when nothing had happened yet.

    >>> standing([Event(EdgeType.ESTABLISHED_AT, "2020-01-01")], ["2020-01-01", "2020-04-01", "2020-07-01"]).status
    <Status.LAPSED: 'lapsed'>
    """
    known = [e for e in events if e.type in _SAYS and (as_of is None or (e.date is not None and e.date <= as_of))]
    if not known:
        return None
    deciding = [event for event in known if event.type not in _BESIDE] or known
    last = max(deciding, key=_order)
    deferred = any(e.type is EdgeType.DEFERRED_AT and (e.date or "") >= (last.date or "") for e in known)
    routinised = _routinised(known)
    status = _SAYS[last.type]
    lapsed = status not in _ENDED and not routinised and _vanished(known, sittings, as_of)
    return Standing(Status.LAPSED if lapsed else status, status, last.date, routinised, deferred)


def _order(event: Event) -> tuple[str, int]:
    return (event.date or "", _LIFE[event.type])


def _routinised(events: Sequence[Event]) -> bool:
    """Whether it became routine and was not put back on the list since."""
    turns = [e for e in events if e.type in (EdgeType.ROUTINISED_AT, EdgeType.REOPENED_AT)]
    return bool(turns) and max(turns, key=_order).type is EdgeType.ROUTINISED_AT


def _vanished(events: Sequence[Event], sittings: Sequence[str], as_of: str | None) -> bool:
    """Whether its last event is older than the two latest sittings of its group."""
    held = sorted({day for day in sittings if as_of is None or day <= as_of})
    if len(held) < 2 or any(event.date is None for event in events):
        return False
    return max(event.date for event in events if event.date) < held[-2]
