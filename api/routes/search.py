"""Finding things by their names."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.dependencies import Store
from api.paging import Cursor, Limit, Page, page
from api.problems import responses
from graph.errors import NotFoundError
from graph.vocabulary import Label
from queries.search import Hit
from queries.search import search as found

router = APIRouter(prefix="/api/v1/search", tags=["graph"], responses=responses())


class Hits(Page[Hit]):
    """What answers to the words."""

    nearest: tuple[str, ...] = Field((), description="Names that come close, where none answers.")


@router.get("", summary="What words may mean")
def search(
    store: Store,
    q: Annotated[
        str, Query(description="A name in any spelling, or a part of one.", max_length=200, examples=["小尖兵"])
    ],
    label: Annotated[tuple[Label, ...], Query(description="Labels to keep to.", max_length=10)] = (),
    cursor: Cursor = None,
    limit: Limit = 20,
) -> Hits:
    """The closest first; `rank` 0 to 2 is a whole name, 3 its beginning, 4 a part, 5 and more scattered words."""
    try:
        hits = found(store, q, label)
    except NotFoundError as error:
        return Hits(items=[], total=0, next=None, nearest=error.nearest)
    own = page(hits, cursor, limit)
    return Hits(items=own.items, total=own.total, next=own.next, nearest=())
