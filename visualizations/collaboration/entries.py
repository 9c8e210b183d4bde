"""The rows of a ranking: pairs of agencies, or agencies, the greatest first.

Always true: a row's count is the number of the cases that it names; equal counts stand by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from queries.collaboration import Pair, pairs
from queries.participation import Agency, Part, Participation
from queries.steps import CaseName
from visualizations.citations import Source
from visualizations.collaboration.evidence import of_part, of_parts
from visualizations.collaboration.telling import Options, agency_words, pair_words


class Ranked(StrEnum):
    """What stands in order."""

    PAIRS = "pairs"
    AGENCIES = "agencies"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: who, how much, and in which cases."""

    id: str
    kind: str
    words: str
    who: tuple[Agency, ...]
    count: int
    leading: int
    """How many of the cases it carries; all of them for a pair."""
    since: str | None
    until: str | None
    cases: tuple[tuple[CaseName, tuple[Source, ...]], ...]
    parts: tuple[Part, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """What it rests on, case by case."""
        return tuple(source for _, sources in self.cases for source in sources)


def entries(held: Participation, of: Ranked, options: Options) -> list[Entry]:
    """The rows of a ranking, the greatest first."""
    if of is Ranked.PAIRS:
        return [_of_pair(pair, options) for pair in pairs(held)]
    by_agency: dict[Agency, list[Part]] = {}
    for part in held.parts:
        by_agency.setdefault(part.agency, []).append(part)
    found = [_of_agency(agency, parts, options) for agency, parts in by_agency.items()]
    return sorted(found, key=lambda one: (-one.count, -one.leading, one.who[0].name, one.id))


def _of_pair(pair: Pair, options: Options) -> Entry:
    return Entry(
        id=pair.id,
        kind="pair",
        words=pair_words(pair, options),
        who=(pair.a, pair.b),
        count=pair.cases,
        leading=pair.cases,
        since=pair.since,
        until=pair.until,
        cases=tuple((one.case, of_parts((one.a, one.b))) for one in pair.shared),
        parts=tuple(part for one in pair.shared for part in (one.a, one.b)),
    )


def _of_agency(agency: Agency, parts: Sequence[Part], options: Options) -> Entry:
    told = sorted(parts, key=lambda part: (part.since or "9999", part.case.name, part.case.id))
    return Entry(
        id=agency.id,
        kind="agency",
        words=agency_words(agency, told, options),
        who=(agency,),
        count=len(told),
        leading=sum(part.leads for part in told),
        since=min((part.since for part in told if part.since), default=None),
        until=max((part.until for part in told if part.until), default=None),
        cases=tuple((part.case, of_part(part)) for part in told),
        parts=tuple(told),
    )
