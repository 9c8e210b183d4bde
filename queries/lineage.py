"""Where a case came from and what became of it.

Always true: a Step is told once, whatever number of paths lead over it; ancestors stand from the nearest to the
farthest, and so do descendants; every step carries the words that state it, or says that it is inferred.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import GraphStore
from graph.vocabulary import Status
from queries.catalogue import Row, ask
from queries.events import Event, events_of, known
from queries.status import Standing, standings
from queries.steps import CaseName, Step, steps_of

__all__ = ["CaseName", "Life", "Lineage", "Step", "lineage"]

_Mark = tuple[str, str, str, str]
"""Type, source, target and meeting: what makes a step that step."""


@dataclass(frozen=True, slots=True)
class Life:
    """One case of the lineage: where it stood as of the day, and what had happened to it."""

    case: CaseName
    generation: int
    """Steps from the case asked for: below 0 for what it came out of, above 0 for what came out of it."""
    standing: Standing | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """A case with all it came out of and all that came out of it, as of a day (None: all that is known)."""

    case: CaseName
    as_of: str | None
    status: Status | None
    """What the case is; None when nothing had happened yet. ``standing`` says since when and what is noted beside."""
    standing: Standing | None
    ancestors: tuple[Step, ...]
    descendants: tuple[Step, ...]
    events: tuple[Event, ...]
    relatives: tuple[Life, ...]
    """The other cases of the lineage, generation by generation."""


def lineage(store: GraphStore, case: str, as_of: str | None = None) -> Lineage:
    """The lineage of a case.

    In: a store, the id of a case, an ISO day. Out: its lineage as of that day; steps and events without a day count
    only when no day is asked for.
    """
    found = [row for row in ask(store, "case_lineage", case=case) if all(known(s, as_of) for s in row["steps"])]
    cases = {c["id"]: CaseName(c["id"], c["name"], c["platform"]) for row in found for c in row["cases"]}
    (own,) = ask(store, "case", case=case)
    cases[case] = CaseName(own["id"], own["name"], own["platform"])
    steps = _Steps(store, found, cases)
    stood = standings(store, cases, as_of)
    away = _generations(found)
    happened = events_of(store, cases, as_of)
    lives = [Life(cases[i], away[i], stood.get(i), happened[i]) for i in cases if i != case]
    return Lineage(
        case=cases[case],
        as_of=as_of,
        status=stood[case].status if case in stood else None,
        standing=stood.get(case),
        ancestors=steps.told(row for row in found if row["direction"] == "ancestor"),
        descendants=steps.told(row for row in found if row["direction"] == "descendant"),
        events=happened[case],
        relatives=tuple(sorted(lives, key=_age)),
    )


class _Steps:
    """The steps of all paths, each with its sitting's title and its quotes, read from the store at once."""

    def __init__(self, store: GraphStore, paths: list[Row], cases: dict[str, CaseName]) -> None:
        rows = {_mark(step): step for path in paths for step in path["steps"]}
        ends = {i: {"id": case.id, "name": case.name, "platform": case.platform} for i, case in cases.items()}
        named = [row | {"source": ends[row["source"]], "target": ends[row["target"]]} for row in rows.values()]
        self._steps = dict(zip(rows, steps_of(store, named), strict=True))

    def told(self, paths: Iterable[Row]) -> tuple[Step, ...]:
        """Each step of these paths once, those nearest to the case first."""
        nearest: dict[_Mark, int] = {}
        for path in paths:
            towards = path["steps"] if path["direction"] == "descendant" else path["steps"][::-1]
            for depth, step in enumerate(towards):
                nearest[_mark(step)] = min(depth, nearest.get(_mark(step), depth))
        ordered = sorted(nearest, key=lambda mark: (nearest[mark], self._steps[mark].date or "", mark))
        return tuple(self._steps[mark] for mark in ordered)


def _mark(step: Row) -> _Mark:
    return (step["type"], step["source"], step["target"], step["meeting"] or "")


def _generations(paths: list[Row]) -> dict[str, int]:
    """How many steps each case is away, by the shortest path."""
    away: dict[str, int] = {}
    for path in sorted(paths, key=lambda row: int(row["length"])):
        first = 0 if path["direction"] == "descendant" else -int(path["length"])
        for steps, one in enumerate(path["cases"]):
            away.setdefault(one["id"], first + steps)
    return away


def _age(life: Life) -> tuple[int, str, str]:
    return (life.generation, min((event.day for event in life.events if event.day), default=""), life.case.name)
