"""Long lists, a page at a time.

Always true: following ``next`` from the first page gives every item once, in the list's order, as long as the store is
not loaded anew meanwhile; a cursor says nothing that a caller need understand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, Field

T = TypeVar("T")

Cursor = Annotated[
    str | None, Query(description="Where to go on: `next` of the page before.", pattern="^from[0-9]{1,9}$")
]
Limit = Annotated[int, Query(ge=1, le=500, description="How many items at most.")]


class Page(BaseModel, Generic[T]):
    """Some items of a list."""

    items: list[T]
    total: int = Field(description="How many items the whole list has.")
    next: str | None = Field(None, description="Cursor of the next page; null on the last one.")


def page(items: Sequence[T], cursor: str | None, limit: int) -> Page[T]:
    """The items from a cursor on; none for one behind the end."""
    start = int(cursor.removeprefix("from")) if cursor else 0
    end = start + limit
    return Page[T](items=list(items[start:end]), total=len(items), next=f"from{end}" if end < len(items) else None)
