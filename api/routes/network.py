"""Who works with whom, measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from api.dependencies import Name, Since, Split, Store, Until
from api.problems import responses
from graph.store import GraphStore
from queries.network import Change, Network, Of, Weight, as_dict, change, network
from visualizations.words import day_before

router = APIRouter(prefix="/api/v1/network", tags=["collaboration"], responses=responses())


@dataclass(frozen=True, slots=True)
class Asked:
    """Which network is asked for."""

    of: Of
    weight: Weight
    platform: str | None
    since: str | None
    until: str | None

    def of_store(self, store: GraphStore) -> Network:
        """The network."""
        return self._between(store, self.since, self.until)

    def changed(self, store: GraphStore, split: str) -> Change:
        """How it changed from the days before a day to those from it on."""
        return change(self._between(store, self.since, day_before(split)), self._between(store, split, self.until))

    def _between(self, store: GraphStore, since: str | None, until: str | None) -> Network:
        return network(store, of=self.of, weight=self.weight, platform=self.platform, since=since, until=until)


async def asked(
    since: Since,
    until: Until,
    of: Annotated[Of, Query(description="Whose network it is.")] = Of.AGENCIES,
    weight: Annotated[Weight, Query(description="What counts as a tie.")] = Weight.ALL,
    platform: Name = None,
) -> Asked:
    """Which network is asked for."""
    return Asked(of, weight, platform or None, since, until)


AskedFor = Annotated[Asked, Depends(asked)]


@router.get("", summary="The network of agencies, cities or groups")
def measured(store: Store, asked: AskedFor, split: Split = None) -> dict[str, Any]:
    """Node-link JSON with degree, betweenness, communities, bridges and cores, and the cases behind each figure.

    With `split`, how the network changed from the days before it to those from it on.
    """
    return as_dict(asked.changed(store, split) if split else asked.of_store(store))
