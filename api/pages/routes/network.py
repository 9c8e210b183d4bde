"""The page of who works with whom, measured, and of how that changed."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from api.dependencies import Split, Store
from api.pages.rendering import page
from api.routes.network import Asked, AskedFor
from graph.vocabulary import Label
from queries.network import Change, Direction, EdgeChange, Network
from queries.search import names

router = APIRouter()


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """A network and its figures; with a day between two periods, what changed."""

    asked: Asked
    platforms: tuple[str, ...]
    network: Network
    change: Change | None
    split: str | None

    @property
    def changes(self) -> tuple[EdgeChange, ...]:
        """The links that are not as they were."""
        held = self.change.edges if self.change else ()
        return tuple(one for one in held if one.direction is not Direction.SAME)


def measured(store: Store, asked: AskedFor, split: Split = None) -> NetworkPage:
    """The network with degree, betweenness, communities, bridges and cores."""
    change = asked.changed(store, split) if split else None
    platforms = tuple(one.name for one in names(store, [Label.PLATFORM]))
    return NetworkPage(asked, platforms, asked.of_store(store), change, split)


page(router, "/network", "network.html.jinja", measured)
