"""The API over the bundled samples, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

from api.app import create_app
from api.settings import Settings
from graph.store import GraphStore, open_store
from yange.application import unread
from yange.loading import graph_of, parsed
from yange.review import Review

Get = Callable[..., Any]
API = "/api/v1"


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory, samples: list[Path]) -> Path:
    """A store with the samples; tests only read it."""
    path = tmp_path_factory.mktemp("api") / "samples.kgl"
    problems: list[Exception] = []
    with open_store(path, write=True) as store:
        store.replace(graph_of(list(parsed(samples, problems.append))))
    assert not problems
    return path


@pytest.fixture(scope="session")
def store(place: Path) -> Iterator[GraphStore]:
    """The same store, asked directly."""
    with open_store(place) as opened:
        yield opened


@pytest.fixture(scope="session")
def app(place: Path) -> FastAPI:
    """The application over it."""
    return create_app(Settings(store=str(place), query_seconds=2, query_rows=500), Review(place), unread)


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[TestClient]:
    """What asks it."""
    with TestClient(app, raise_server_exceptions=False) as asking:
        yield asking


@pytest.fixture(scope="session")
def get(client: TestClient) -> Get:
    """``get("/cases", platform="雙北")`` is the JSON of an answer that must be good."""

    def ask(path: str, **query: Any) -> Any:
        response: Response = client.get(API + path, params={name.rstrip("_"): value for name, value in query.items()})
        assert response.status_code == 200, response.text
        return response.json()

    return ask
