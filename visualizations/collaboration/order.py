"""In which order the rows and columns of a matrix stand, and which of them stand on a page.

Always true: rows of one city stand together, cities in their order, bodies of no city last; equal participations give
equal orders; every row and column that has a part stands on some page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from queries.participation import Agency, Part, Participation
from queries.steps import CaseName

_ROUNDS = 50
"""How often rows and columns are ordered by each other before that is enough; most matrices settle in five."""


def arranged(held: Participation) -> tuple[list[Agency], list[CaseName]]:
    """Agencies and cases ordered so that those which belong together stand in blocks.

    Rank order clustering (King 1980), within each city: columns stand by the first rows they touch, rows by the first
    columns, again and again until nothing moves. It begins with the agencies of most cases.
    """
    touched = _touched(held.parts)
    rows = sorted(held.agencies, key=lambda one: (_city(held, one), -len(touched[one.id]), _first(held, one), one.id))
    columns = sorted(held.cases, key=lambda one: (one.name, one.id))
    for _ in range(_ROUNDS):
        before = rows, columns
        columns = sorted(columns, key=lambda one: _ranks(touched[one.id], [row.id for row in rows]))
        places = [column.id for column in columns]
        rows = sorted(rows, key=lambda one: (_city(held, one), _ranks(touched[one.id], places)))
        if before == (rows, columns):
            break
    return rows, columns


def by_city(rows: Iterable[Agency]) -> list[list[Agency]]:
    """Rows in groups of one city."""
    return [list(same) for _, same in groupby(rows, key=lambda one: one.city)]


def shares(sizes: Sequence[float], room: float) -> list[slice]:
    """Cut a row of things into as few runs as fit a room, all about equally long; a thing too large stands alone."""
    count = len(_filled(sizes, room))
    least = sum(sizes) / max(1, count)
    while least < room and len(_filled(sizes, least)) > count:
        least = min(room, least * 1.02)
    return _filled(sizes, min(least, room))


def _filled(sizes: Sequence[float], room: float) -> list[slice]:
    runs: list[slice] = []
    start, used = 0, 0.0
    for at, size in enumerate(sizes):
        if at > start and used + size > room:
            runs.append(slice(start, at))
            start, used = at, 0.0
        used += size
    return [*runs, slice(start, len(sizes))]


def _touched(parts: Iterable[Part]) -> dict[str, set[str]]:
    """Cases of each agency and agencies of each case."""
    found: dict[str, set[str]] = {}
    for part in parts:
        found.setdefault(part.agency.id, set()).add(part.case.id)
        found.setdefault(part.case.id, set()).add(part.agency.id)
    return found


def _city(held: Participation, agency: Agency) -> int:
    return held.cities.index(agency.city) if agency.city in held.cities else len(held.cities)


def _first(held: Participation, agency: Agency) -> str:
    return min((part.since for part in held.parts if part.agency == agency and part.since), default="9999")


def _ranks(touched: set[str], order: Sequence[str]) -> list[float]:
    """The places of what is touched, ascending; that no more follows counts as a place behind all others."""
    return [*(place for place, id in enumerate(order) if id in touched), float("inf")]
