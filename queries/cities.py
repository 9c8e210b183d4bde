"""Cities: the list of them, and who belongs to one.

Always true: the list stands by name.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import NotFoundError
from graph.store import GraphStore
from queries.agencies import AgencyEntry, agency_list
from queries.catalogue import ask


@dataclass(frozen=True, slots=True)
class CityEntry:
    """A city in a list."""

    id: str
    name: str
    aliases: tuple[str, ...]
    code: str | None
    """ISO 3166-2:TW."""
    platforms: tuple[str, ...]
    """Names of the platforms it is a member of."""
    agencies: int


@dataclass(frozen=True, slots=True)
class CityDossier:
    """A city with its agencies."""

    city: CityEntry
    agencies: tuple[AgencyEntry, ...]


def city_list(store: GraphStore) -> tuple[CityEntry, ...]:
    """The cities by name."""
    return tuple(
        CityEntry(r["id"], r["name"], tuple(r["aliases"] or ()), r["code"], tuple(r["platforms"]), r["agencies"])
        for r in ask(store, "cities")
    )


def city_dossier(store: GraphStore, city: str) -> CityDossier:
    """A city by its id; NotFoundError when there is none."""
    found = next((one for one in city_list(store) if one.id == city), None)
    if found is None:
        raise NotFoundError(f"no City has the id {city}")
    return CityDossier(found, agency_list(store, city))
