"""Ids with slashes, colons, percent signs and the names of routes in them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.addresses import written
from api.app import create_app
from api.settings import Settings
from graph.model import Graph, Node
from graph.store import open_store
from graph.vocabulary import Label
from tests.api.conftest import API

IDS = [
    "case:甲",
    "case:甲/lineage",
    "case:甲/lineage.svg",
    "case:甲/events",
    "case:甲/lineage/lineage",
    "case:50%",
    "case:50%25",
    "case:a%2Fb",
    "case:a/b",
    "case:a?b#c&d=e",
    "case://",
    "case:../x",
    "case: blank+plus",
    'case:"<script>',
]


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Cases whose ids are made to be confused with routes."""
    path = tmp_path_factory.mktemp("odd") / "odd.kgl"
    with open_store(path, write=True) as store:
        store.replace(Graph.of(Node(id, Label.CASE, {"name": f"名 {id}", "aliases": ()}) for id in IDS))
    with TestClient(create_app(Settings(store=str(path)))) as client:
        yield client


@pytest.mark.parametrize("id", IDS)
def test_every_id_reaches_its_own_case(odd: TestClient, id: str) -> None:
    assert odd.get(f"{API}/cases/{written(id)}").json()["id"] == id
    assert odd.get(f"{API}/cases/{written(id)}/lineage").json()["case"]["id"] == id
    assert odd.get(f"{API}/cases/{written(id)}/events").json() == []
    assert odd.get(f"{API}/nodes/{written(id)}").json() == {"id": id, "name": f"名 {id}", "label": "Case"}
    around = odd.get(f"{API}/nodes/{written(id)}/neighbourhood").json()
    assert (around["centre"]["id"], around["total"]) == (id, 0)


def test_a_slash_that_is_written_as_one_parts_the_id_from_what_is_asked(odd: TestClient) -> None:
    assert odd.get(f"{API}/cases/case:甲/lineage").json()["case"]["id"] == "case:甲"
    assert odd.get(f"{API}/cases/case:a/b").json()["id"] == "case:a/b"
