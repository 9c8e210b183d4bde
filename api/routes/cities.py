"""Cities."""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import Id, Store, existing
from api.problems import responses
from graph.vocabulary import Label
from queries.cities import CityDossier, CityEntry, city_dossier, city_list

router = APIRouter(prefix="/api/v1/cities", tags=["agencies"], responses=responses())


@router.get("", summary="Cities, by name")
def cities(store: Store) -> tuple[CityEntry, ...]:
    """With the platforms that each takes part in."""
    return city_list(store)


@router.get("/{id:path}", summary="A city and its agencies")
def city(store: Store, id: Id) -> CityDossier:
    """Those of its sections and offices among them."""
    return city_dossier(store, existing(store, id, Label.CITY))
