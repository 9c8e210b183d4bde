"""How things hang together."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import Id, Store, node
from api.problems import responses
from queries.links import NodeName
from queries.surroundings import Chain, Neighbourhood, chains, neighbourhood

router = APIRouter(prefix="/api/v1", tags=["graph"], responses=responses())

End = Annotated[str, Query(description="Id of a node.", max_length=1000)]


@router.get("/nodes/{id:path}/neighbourhood", summary="What stands around a node")
def around(
    store: Store,
    id: Id,
    depth: Annotated[int, Query(ge=1, le=2, description="How many steps away.")] = 1,
    cap: Annotated[int, Query(ge=1, le=500, description="How many neighbours at most, the nearest first.")] = 50,
) -> Neighbourhood:
    """With the edges between them; `total` says how many there are."""
    return neighbourhood(store, node(store, id), depth, cap)


@router.get("/nodes/{id:path}", summary="What an id means")
def named(store: Store, id: Id) -> NodeName:
    """Name and label of a node of any kind."""
    return node(store, id)


@router.get("/path", summary="How two nodes hang together")
def path(
    store: Store,
    a: Annotated[End, Query(examples=["agency:新北市政府教育局"])],
    b: Annotated[End, Query(examples=["agency:臺北市政府教育局"])],
    limit: Annotated[int, Query(ge=1, le=20, description="How many ways at most.")] = 5,
) -> tuple[Chain, ...]:
    """The shortest ways, with the words behind every step; none where they do not hang together."""
    return chains(store, node(store, a).id, node(store, b).id, limit)
