"""Who works together, as tables of numbers: agencies by cases, and agencies by agencies.

Always true: a table says what ``queries.participation`` and ``queries.collaboration`` say, with ids in place of nested
values, so that a picture and a table can be held against each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.vocabulary import Role
from queries.collaboration import Pair, pairs
from queries.participation import Agency, Participation
from queries.steps import CaseName


@dataclass(frozen=True, slots=True)
class Cell:
    """An agency's part in a case."""

    agency: str
    case: str
    roles: tuple[Role, ...]
    """The strongest first."""
    leads: bool
    since: str | None
    until: str | None
    passages: tuple[str, ...]
    """Ids of the passages that say so."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Agencies by cases; a cell only where an agency takes part."""

    agencies: tuple[Agency, ...]
    cases: tuple[CaseName, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class PairEntry:
    """Two agencies and how much they share, by their ids."""

    a: str
    b: str
    weight: int
    """How many cases they share."""
    cases: tuple[str, ...]
    """Their ids."""
    since: str | None
    until: str | None
    platforms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairTable:
    """Agencies by agencies: the pairs that share most first."""

    agencies: tuple[Agency, ...]
    pairs: tuple[PairEntry, ...]
    shown: int
    """How many pairs are shown …"""
    total: int
    """… of how many."""


def matrix(held: Participation) -> Matrix:
    """The table of agencies and cases of a participation."""
    cells = [
        Cell(
            agency=part.agency.id,
            case=part.case.id,
            roles=part.roles,
            leads=part.leads,
            since=part.since,
            until=part.until,
            passages=tuple(dict.fromkeys(quote.passage for one in part.mentions for quote in one.quotes)),
        )
        for part in held.parts
    ]
    return Matrix(held.agencies, held.cases, tuple(cells))


def pair_table(held: Participation, most: int) -> PairTable:
    """The pairs of agencies of a participation, at most so many, and the agencies in them."""
    told = pairs(held)
    shown = told[:most]
    ends = {agency for pair in shown for agency in (pair.a, pair.b)}
    agencies = tuple(sorted(ends, key=lambda one: (one.name, one.id)))
    return PairTable(agencies, tuple(_entry(pair) for pair in shown), len(shown), len(told))


def _entry(pair: Pair) -> PairEntry:
    ids = tuple(one.case.id for one in pair.shared)
    return PairEntry(pair.a.id, pair.b.id, pair.cases, ids, pair.since, pair.until, pair.platforms)
