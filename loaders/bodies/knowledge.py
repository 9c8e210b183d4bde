"""What one document teaches about names, on top of the lexicon.

Always true: it is learned once, from the folded text of the whole document, before any item is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.interchange import Body
from loaders.bodies.agencies import Agencies
from loaders.bodies.cities import Cities, Kind
from loaders.bodies.deixis import POINTERS
from loaders.bodies.members import Members
from loaders.bodies.organizations import city_organization, starts


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Cities, platforms, agencies and schools as one document spells them; ``defined`` are its 以下簡稱."""

    cities: Cities
    platforms: Members
    agencies: Agencies
    schools: dict[str, Body]
    starts: frozenset[str]
    """Characters with which any name may begin; the reader passes over all others."""
    defined: dict[str, Body] = field(default_factory=dict)


def learn(view: str) -> Knowledge:
    """Read a whole document's folded text, blanks removed but for line breaks."""
    cities = Cities(view)
    members, agencies = Members(view, cities), Agencies(view, cities)
    first = cities.starts | members.starts | agencies.starts | starts() | set(POINTERS)
    return Knowledge(cities, members, agencies, _schools(view, cities), first)


def _schools(view: str, cities: Cities) -> dict[str, Body]:
    """Schools that the document writes with their city, by the name without it."""
    found: dict[str, Body] = {}
    if not any(kind in view for kind in ("國小", "國中", "國民", "高中")):
        return found
    for at in range(len(view)):
        spelling = cities.at(view, at)
        if spelling and spelling.kind is Kind.FULL:
            spot = city_organization(view, at, at + len(spelling.written), spelling.city)
            if spot and spot.body.kind == "school":
                found.setdefault(spot.body.name.removeprefix(spelling.city), spot.body)
    return found
