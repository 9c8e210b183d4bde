"""Who works together: agencies that take part in the same cases.

Always true: two agencies are a pair because there is a case in which each of them has a part; a pair says no more than
those parts say, and each of them rests on its passages.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from graph.store import GraphStore
from queries.participation import Agency, Part, Participation, participation
from queries.steps import CaseName


@dataclass(frozen=True, slots=True)
class Shared:
    """A case that two agencies take part in: why they are a pair."""

    a: Part
    b: Part

    @property
    def case(self) -> CaseName:
        """The case."""
        return self.a.case

    @property
    def since(self) -> str | None:
        """The first day by which both had been named with the case."""
        return max(self.a.since, self.b.since) if self.a.since and self.b.since else None

    @property
    def until(self) -> str | None:
        """The last day on which one of them was named with the case."""
        return max((day for day in (self.a.until, self.b.until) if day), default=None)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two agencies and the cases they share."""

    a: Agency
    b: Agency
    shared: tuple[Shared, ...]
    """By day and name of the case."""

    @property
    def id(self) -> str:
        """What makes this pair this pair, in the ids of the graph."""
        return f"{self.a.id}|{self.b.id}"

    @property
    def cases(self) -> int:
        """Number of cases they share."""
        return len(self.shared)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of those cases, sorted."""
        return tuple(sorted(one.case.name for one in self.shared))

    @property
    def since(self) -> str | None:
        """The first day by which both had been named with a case they share."""
        return min((one.since for one in self.shared if one.since), default=None)

    @property
    def until(self) -> str | None:
        """The last day on which one of them was named with a case they share."""
        return max((one.until for one in self.shared if one.until), default=None)

    @property
    def platforms(self) -> tuple[str, ...]:
        """Platforms of those cases, sorted."""
        return tuple(sorted({one.case.platform for one in self.shared if one.case.platform}))


def pairs(held: Participation) -> tuple[Pair, ...]:
    """The pairs of agencies that share a case, the closest first.

    In: who takes part in what. Out: all pairs; only those of the agency that was asked for, where one was.
    """
    by_case: defaultdict[str, list[Part]] = defaultdict(list)
    for part in held.parts:
        by_case[part.case.id].append(part)
    found: defaultdict[tuple[str, str], list[Shared]] = defaultdict(list)
    for parts in by_case.values():
        for one, other in combinations(sorted(parts, key=lambda part: part.agency.id), 2):
            found[one.agency.id, other.agency.id].append(Shared(one, other))
    told = [Pair(some[0].a.agency, some[0].b.agency, tuple(sorted(some, key=_age))) for some in found.values()]
    asked = held.scope.agency
    kept = (pair for pair in told if asked is None or asked in (pair.a, pair.b))
    return tuple(sorted(kept, key=lambda pair: (-pair.cases, pair.a.name, pair.b.name, pair.id)))


def collaboration(store: GraphStore, limit: int = 20) -> list[Pair]:
    """The closest pairs of agencies, by the number of cases they share."""
    return list(pairs(participation(store))[:limit])


def _age(shared: Shared) -> tuple[str, str, str]:
    return (shared.since or "9999", shared.case.name, shared.case.id)
