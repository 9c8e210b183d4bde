"""An answer that the caller has already is not sent again; one that changed always is."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.store import open_store
from tests.api.conftest import API

PATHS = [f"{API}/cities", f"{API}/cases?limit=5", f"{API}/collaboration/matrix.svg", f"{API}/collaboration/matrix.png",
         f"{API}/tracking.ods", f"{API}/openapi.json"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_that_is_known_is_not_sent(client: TestClient, path: str) -> None:
    first = client.get(path)
    assert first.status_code == 200 and first.headers["cache-control"] == "no-cache"
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        again = client.get(path, headers={"if-none-match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert "content-length" not in again.headers and again.headers["x-content-type-options"] == "nosniff"
    assert client.get(path, headers={"if-none-match": '"other"'}).content == first.content


def test_an_error_has_no_tag(client: TestClient) -> None:
    assert "etag" not in client.get(f"{API}/cases/none").headers


def test_an_answer_changes_with_the_store(place: Path, tmp_path: Path) -> None:
    """What is remembered of a store is forgotten when another graph is written to it."""
    path = tmp_path / "changing.kgl"
    path.write_bytes(place.read_bytes())
    with TestClient(create_app(Settings(store=str(path)))) as client:
        before = {one: client.get(f"{API}/{one}") for one in ("cities", "cases", "agencies", "search?q=環教")}
        assert all(answer.status_code == 200 for answer in before.values())
        with open_store(path, write=True) as store:
            store.replace(type(store.graph()).of([]))
        for one, answer in before.items():
            now = client.get(f"{API}/{one}", headers={"if-none-match": answer.headers["etag"]})
            assert now.status_code == 200 and now.json() != answer.json()
            assert now.json() == [] or now.json()["items"] == []
