"""The API answers alike over the embedded store and over a server."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.store import GraphStore, open_store
from tests.api.conftest import API
from tests.api.test_routes import EDUCATION, FOUR, GROUP, SCOUTS, part
from tests.servers.fixtures import SERVERS, Servers

PATHS = [
    "/cases?limit=500",
    "/cases?as_of=2023-12-31&status=continued",
    "/cases?platform=雙北&from=108&to=108",
    f"/cases/{part(SCOUTS)}",
    f"/cases/{part(SCOUTS)}/lineage?as_of=2024-03-05",
    f"/cases/{part(SCOUTS)}/lineage.svg",
    f"/cases/{part(SCOUTS)}/actions",
    "/agencies?limit=500",
    f"/agencies/{part(EDUCATION)}",
    f"/agencies/{part(EDUCATION)}/collaborators",
    "/collaboration/matrix",
    "/collaboration/network",
    "/cities",
    f"/cities/{part('city:新北市')}",
    "/platforms",
    f"/platforms/{part('platform:' + FOUR)}",
    f"/groups/{part(GROUP)}",
    "/meetings?limit=500",
    "/programs",
    f"/programs/{part('program:OpenID')}",
    "/documents",
    "/actions?from=113&limit=500",
    "/search?q=圖書館",
    "/search?q=完全沒有的名字",
    f"/nodes/{part(EDUCATION)}/neighbourhood?depth=2&cap=40",
    f"/path?a={part(EDUCATION)}&b={part(SCOUTS)}",
    "/tracking?closed=true&limit=500",
    "/cypher?query=MATCH (c:`Case`)-[e:RENAMED_TO]->(d) RETURN c, e, d.name AS name ORDER BY c.id, name",
    "/cases/none",
    "/cypher?query=CREATE (n)",
]


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, servers: Servers, store: GraphStore) -> Iterator[TestClient]:
    """The same graph over each real server."""
    url = servers[request.param]
    with open_store(url, write=True) as writing:
        writing.replace(store.graph())
    with TestClient(create_app(Settings(store=url)), raise_server_exceptions=False) as asking:
        yield asking


@pytest.mark.parametrize("path", PATHS)
def test_both_stores_give_one_answer(client: TestClient, server: TestClient, path: str) -> None:
    own, other = client.get(API + path), server.get(API + path)
    assert own.status_code == other.status_code, other.text
    if own.status_code == 200 and "json" in own.headers["content-type"]:
        assert json.loads(other.text) == json.loads(own.text)
    elif own.status_code == 200:
        assert other.content == own.content


def test_a_text_and_its_passages_are_alike(client: TestClient, server: TestClient) -> None:
    for document in client.get(f"{API}/documents").json()["items"]:
        path = f"{API}/documents/{part(document['id'])}"
        assert server.get(path).json() == client.get(path).json()


def test_a_server_is_ready_while_it_answers(server: TestClient) -> None:
    assert server.get("/readyz").json() == {"status": "ok"}
