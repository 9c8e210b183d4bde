"""The description of the API is true: whatever follows it is answered as it says, and whatever breaks it is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, settings

from api.app import create_app
from api.settings import Settings
from tests.api.conftest import API
from yange.review import Review

schema = schemathesis.pytest.from_fixture("described")


@pytest.fixture(scope="session")
def described(place: Path) -> Any:
    """The description as schemathesis reads it, of an application that it starts and ends itself."""
    return schemathesis.openapi.from_asgi(f"{API}/openapi.json", create_app(Settings(store=str(place)), Review(place)))


@schema.parametrize()
@settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
def test_answers_are_as_described(case: Any) -> None:
    case.call_and_validate()


def operations(client: TestClient) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, method and description of everything that can be asked."""
    for path, methods in client.get(f"{API}/openapi.json").json()["paths"].items():
        for method, told in methods.items():
            yield path, method, told


def test_everything_is_documented(client: TestClient) -> None:
    for path, method, told in operations(client):
        assert told["summary"] and told["description"] and told["tags"], f"{method} {path}"
        assert {"200", "201"} & set(told["responses"]), path
        if path.startswith(API):
            assert {"400", "404", "422", "503"} <= set(told["responses"]), path
            assert not any("HTTPValidationError" in json.dumps(one) for one in told["responses"].values()), path
        for parameter in told.get("parameters", ()):
            assert parameter.get("description") or parameter["name"] in ("format", "kind", "query", "name"), parameter


def test_every_reference_leads_somewhere(client: TestClient) -> None:
    told = client.get(f"{API}/openapi.json")
    known = {f"#/components/schemas/{name}" for name in told.json()["components"]["schemas"]}
    named = {part.split('"')[0] for part in told.text.replace(" ", "").split('"$ref":"')[1:]}
    assert named <= known and "#/components/schemas/Problem" in named


def test_every_example_is_answered(client: TestClient) -> None:
    """Each documented example, alone and beside what is required, is a good question to the bundled samples."""
    asked = 0
    for path, method, told in operations(client):
        parameters = told.get("parameters", [])
        given = {one["name"]: one["schema"]["examples"][0] for one in parameters if one["schema"].get("examples")}
        required = {one["name"] for one in parameters if one.get("required") and one["in"] == "query"}
        assert required <= given.keys(), f"{path}: what is required has an example"
        if method != "get" or path.split("/")[3:4] in (["documents"], ["passages"]):
            continue
        parts = {"id": quote(str(given.pop("id", "")), safe=""), "kind": "network", "name": "path"}
        there = path.format_map(parts | {"format": "svg" if "lineage" in path or "kind" in path else "csv"})
        for query in [dict.fromkeys(required), *({name: given[name]} for name in given)]:
            query = {name: given[name] for name in {*query, *required}}
            assert client.get(there, params=query).status_code == 200, (there, query)
            asked += 1
    assert asked > 60
