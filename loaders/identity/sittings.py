"""Sittings as identity looks at them: in the order of their days, and in the series that they belong to.

Always true: the order is that of what the documents say and not the order they came in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.build.identity import CaseKey
from graph.interchange import ParsedCase, ParsedDocument, ParsedMinutes, Source
from graph.vocabulary import EdgeType

LINEAGE = frozenset({EdgeType.RENAMED_TO, EdgeType.MERGES_INTO, EdgeType.SPLITS_INTO})


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting with its place among the documents."""

    source: Source
    index: int
    minutes: ParsedMinutes

    @property
    def place(self) -> tuple[str, int]:
        """Its document and its number there."""
        return self.source.sha256, self.index

    @property
    def series(self) -> tuple[str, str, str]:
        """Platform, level and group."""
        m = self.minutes.meeting
        return m.platform, m.level, m.group or ""

    @property
    def when(self) -> tuple[str, int, int, str, int]:
        """What sittings are put in order by."""
        m = self.minutes.meeting
        return m.date or "", m.roc_year or 0, m.ordinal or 0, *self.place

    def key(self, case: ParsedCase) -> CaseKey:
        """Where this sitting speaks of a case."""
        return CaseKey(*self.place, case.key)

    def steps(self) -> Iterator[tuple[CaseKey, CaseKey]]:
        """Pairs of cases of which the first goes on as the second."""
        known = {case.key for case in self.minutes.cases}
        for decision in self.minutes.decisions:
            ends = decision.case, decision.target
            if decision.type in LINEAGE and decision.target in known and len(set(ends)) == 2:
                yield CaseKey(*self.place, decision.case), CaseKey(*self.place, decision.target or "")

    def places(self, shared: Callable[[CaseKey], bool]) -> dict[CaseKey, int]:
        """How many listed cases that another sitting shares stand before each listed one, in the list's order."""
        found, count = {}, 0
        for case in sorted((c for c in self.minutes.cases if c.position), key=lambda case: case.position or 0):
            key = self.key(case)
            found[key] = count
            count += shared(key)
        return found

    def ended(self) -> set[CaseKey]:
        """The cases that this sitting itself took off its list."""
        taken = (d.case for d in self.minutes.decisions if d.type is EdgeType.DELISTED_AT and d.meeting is None)
        return {CaseKey(*self.place, case) for case in taken}


def in_order(documents: Iterable[ParsedDocument]) -> list[Sitting]:
    """All sittings of some documents by day."""
    found = (Sitting(d.source, i, m) for d in documents for i, m in enumerate(d.minutes))
    return sorted(found, key=lambda sitting: sitting.when)


def by_series(sittings: Sequence[Sitting]) -> Iterable[list[Sitting]]:
    """The sittings of one platform, level and group, in order."""
    series: dict[tuple[str, str, str], list[Sitting]] = defaultdict(list)
    for sitting in sittings:
        series[sitting.series].append(sitting)
    return series.values()
