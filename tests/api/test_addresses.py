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
FORMER = ("case:舊", "case:舊/lineage", "case:舊?#", "case:甲/lineage.png")
"""Ids that another case took over."""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Cases whose ids are made to be confused with routes."""
    path = tmp_path_factory.mktemp("odd") / "odd.kgl"
    with open_store(path, write=True) as store:
        cases = [Node(id, Label.CASE, {"name": f"名 {id}", "aliases": ()}) for id in IDS]
        heir = Node("case:新/名", Label.CASE, {"name": "新名", "aliases": (), "former_ids": FORMER})
        store.replace(Graph.of([*cases, heir]))
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


@pytest.mark.parametrize("id", FORMER)
def test_an_id_that_was_taken_over_leads_to_the_case_that_has_it(odd: TestClient, id: str) -> None:
    for place in (f"{API}/cases/{written(id)}", f"{API}/cases/{written(id)}/lineage", f"/cases/{written(id)}"):
        sent = odd.get(f"{place}?lang=en", follow_redirects=False)
        assert sent.status_code == 308, sent.text
        assert odd.get(sent.headers["location"]).status_code == 200 and sent.headers["location"].endswith("?lang=en")
    assert odd.get(f"{API}/cases/{written(id)}").json()["id"] == "case:新/名"
    assert odd.get(f"{API}/cases/{written(id)}/lineage").json()["case"]["id"] == "case:新/名"
    assert odd.get("/explore.json", params={"node": id}).json()["opened"][0]["id"] == "case:新/名"


def test_a_redirect_leads_nowhere_but_here(odd: TestClient) -> None:
    for id in FORMER:
        assert odd.get(f"/cases/{written(id)}", follow_redirects=False).headers["location"].startswith("/cases/")
