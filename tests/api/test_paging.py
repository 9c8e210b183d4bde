"""Following ``next`` gives everything once, in the list's order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.paging import page
from tests.api.conftest import Get

LISTS = [
    "/cases",
    "/agencies",
    "/programs",
    "/groups",
    "/meetings",
    "/documents",
    "/actions",
    "/tracking",
    "/search",
]


@given(items=st.lists(st.integers()), limit=st.integers(1, 500))
def test_pages_are_the_list(items: list[int], limit: int) -> None:
    found: list[int] = []
    cursor = None
    while True:
        one = page(items, cursor, limit)
        assert len(one.items) <= limit and one.total == len(items)
        found += one.items
        cursor = one.next
        if cursor is None:
            break
        assert len(one.items) == limit
    assert found == items


@given(items=st.lists(st.integers()), start=st.integers(0, 999_999_999), limit=st.integers(1, 500))
def test_a_page_behind_the_end_is_empty_and_the_last(items: list[int], start: int, limit: int) -> None:
    one = page(items, f"from{start}", limit)
    assert one.items == items[start : start + limit]
    assert (one.next is None) == (start + limit >= len(items))


@pytest.mark.parametrize("path", LISTS)
def test_every_list_of_the_api_can_be_followed(get: Get, path: str) -> None:
    own = {"q": "合作"} if path == "/search" else {}
    whole = get(path, limit=500, **own)
    found, query = [], {"limit": "7", **own}
    while True:
        one = get(path, **query)
        found += one["items"]
        if one["next"] is None:
            break
        query["cursor"] = one["next"]
    assert found == whole["items"] and len(found) == whole["total"] > 0
