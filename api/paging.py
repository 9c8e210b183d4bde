"""Long lists, a page at a time.

Always true: following ``next`` from the first page gives every item once, in the list's order, as long as the store is
not loaded anew meanwhile; a cursor says nothing that a caller need understand.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, Field

from graph.errors import InputError

T = TypeVar("T")

Cursor = Annotated[str | None, Query(description="Where to go on: ``next`` of the page before.", max_length=200)]
Limit = Annotated[int, Query(ge=1, le=500, description="How many items at most.")]


class Page(BaseModel, Generic[T]):
    """Some items of a list."""

    items: list[T]
    total: int = Field(description="How many items the whole list has.")
    next: str | None = Field(None, description="Cursor of the next page; null on the last one.")


def page(items: Sequence[T], cursor: str | None, limit: int) -> Page[T]:
    """The items from a cursor on; InputError for a cursor that this API never gave."""
    start = _read(cursor) if cursor else 0
    end = start + limit
    return Page[T](items=list(items[start:end]), total=len(items), next=_write(end) if end < len(items) else None)


def _write(start: int) -> str:
    return base64.urlsafe_b64encode(f"from:{start}".encode()).decode().rstrip("=")


def _read(cursor: str) -> int:
    try:
        told = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        word, _, number = told.partition(":")
        if word == "from" and number.isascii() and number.isdecimal():
            return int(number)
    except (binascii.Error, ValueError):
        pass
    raise InputError("that is no cursor of this list; begin again without one")
