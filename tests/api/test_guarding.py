"""Who may ask: with a token, under which name; and what a browser is told."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from tests.api.conftest import API

TOKEN = "祕密-and-secret"


def bearer(token: str) -> bytes:
    return b"Bearer " + token.encode()


def basic(token: str) -> bytes:
    return b"Basic " + base64.b64encode(f"anyone:{token}".encode())


@pytest.fixture(scope="module")
def guarded(place: Path) -> Iterator[TestClient]:
    settings = Settings(store=str(place), token=TOKEN)
    with TestClient(create_app(settings), raise_server_exceptions=False) as asking:
        yield asking


@pytest.mark.parametrize(
    "path", [f"{API}/cities", f"{API}/openapi.json", "/metrics", "/", "/nowhere", f"{API}/healthz"]
)
@pytest.mark.parametrize(
    "said",
    [
        None,
        b"",
        b"Bearer",
        bearer("no"),
        bearer(TOKEN + "x"),
        bearer(TOKEN[:-1]),
        basic("no"),
        b"Basic !",
        b"Digest x",
        b"\xff",
    ],
)
def test_without_the_token_nothing_is_answered(guarded: TestClient, path: str, said: bytes | None) -> None:
    response = guarded.get(path, headers=[] if said is None else [(b"authorization", said)])
    assert response.status_code == 401
    assert response.headers["content-type"] == "application/problem+json"
    assert "Bearer" in response.headers["www-authenticate"] and TOKEN not in response.text


@pytest.mark.parametrize("said", [bearer(TOKEN), basic(TOKEN), b"bearer " + TOKEN.encode()])
def test_with_the_token_everything_is(guarded: TestClient, said: bytes) -> None:
    assert guarded.get(f"{API}/cities", headers=[(b"authorization", said)]).status_code == 200
    assert guarded.get("/metrics", headers=[(b"authorization", said)]).status_code == 200


def test_health_and_readiness_need_none(guarded: TestClient) -> None:
    assert guarded.get("/healthz").status_code == guarded.get("/readyz").status_code == 200


def test_a_server_on_this_machine_answers_to_its_own_names_only(place: Path) -> None:
    settings = Settings(store=str(place), hosts=("127.0.0.1", "localhost", "[::1]"))
    with TestClient(create_app(settings)) as client:
        for host in ("localhost", "localhost:8000", "LOCALHOST", "127.0.0.1:1", "[::1]:8000"):
            assert client.get("/healthz", headers={"host": host}).status_code == 200, host
        for host in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "[::2]", ""):
            told = client.get("/healthz", headers={"host": host})
            assert told.status_code == 421 and told.headers["content-type"] == "application/problem+json", host


@pytest.mark.parametrize("path", [f"{API}/cities", f"{API}/none", f"{API}/collaboration/matrix.svg", "/healthz"])
def test_every_answer_is_sealed(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers and "server" not in headers


def test_a_page_that_stands_alone_runs_as_nobodys(client: TestClient) -> None:
    policy = client.get(f"{API}/collaboration/network.html").headers["content-security-policy"]
    assert policy.startswith("sandbox allow-scripts;") and "allow-same-origin" not in policy
