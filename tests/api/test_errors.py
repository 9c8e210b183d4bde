"""What goes wrong is told in one form, with the right status, and tells nothing of the machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from api.app import create_app
from api.settings import Settings
from graph.errors import StoreError
from tests.api.conftest import API

ROUTES = (
    "cases",
    "agencies",
    "cities",
    "programs",
    "platforms",
    "groups",
    "meetings",
    "documents",
    "passages",
    "nodes",
)
BEHIND = {
    "cases": ("", "/lineage", "/lineage.svg", "/events", "/actions"),
    "agencies": ("", "/collaborators"),
    "platforms": ("", "/calendar", "/lineage.svg"),
    "groups": ("", "/calendar", "/lineage.svg"),
    "meetings": ("", "/texts"),
    "nodes": ("", "/neighbourhood"),
}


def problem(response: Any, status: int) -> dict[str, Any]:
    """The problem that an answer is; asserts its form."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = response.json()
    assert told["status"] == status and told["title"] and told["detail"]
    assert "Traceback" not in response.text and ".py" not in response.text
    return told


@pytest.mark.parametrize("path", [f"/{route}/case:none{end}" for route in ROUTES for end in BEHIND.get(route, ("",))])
def test_an_unknown_id_is_not_found(client: TestClient, path: str) -> None:
    assert "case:none" in problem(client.get(API + path), 404)["detail"]


def test_an_id_of_another_kind_is_not_found(client: TestClient) -> None:
    problem(client.get(f"{API}/cases/city:新北市"), 404)
    assert client.get(f"{API}/cities/city:新北市").status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere", 404),
        ("/cases?limit=0", 422),
        ("/cases?limit=501", 422),
        ("/cases?cursor=nonsense", 422),
        ("/cases?as_of=tomorrow", 422),
        ("/cases?as_of=2023-02-30", 404),
        ("/cases?status=gone", 422),
        ("/cases?platform=完全沒有的平臺", 404),
        ("/cases?lang=fr&platform=zz", 404),
        ("/search", 422),
        ("/search?q=a&label=Thing", 422),
        ("/nodes/city:新北市/neighbourhood?depth=3", 422),
        ("/path?a=city:新北市&b=nowhere", 404),
        ("/actions?body=nobody", 404),
        ("/agencies?city=agency:新北市政府教育局", 404),
        ("/terms?lang=fr", 422),
        ("/export.exe", 422),
        ("/tracking.pdf", 422),
        ("/cypher?query=CREATE (n)", 403),
        ("/cypher?query=LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", 403),
        ("/cypher?query=MATCH", 400),
        ("/cypher?query=RETURN 1; RETURN 2", 400),
        ("/cypher?query=MATCH (n) RETURN n", 400),
        ("/cypher?query=RETURN 1&parameters=[]", 400),
        ("/cypher?query=RETURN 1&parameters={", 400),
        ("/cypher?query=RETURN $missing AS x", 400),
        ("/queries/none", 404),
    ],
)
def test_what_cannot_be_answered_says_why(client: TestClient, path: str, status: int) -> None:
    problem(client.get(API + path), status)


def test_a_name_that_is_not_known_comes_with_the_nearest(client: TestClient) -> None:
    told = problem(client.get(f"{API}/cases", params={"platform": "雙東合作"}), 404)
    assert "雙北合作交流平臺" in told["nearest"]


@pytest.mark.parametrize("method", ["put", "delete", "patch", "post"])
def test_nothing_can_be_changed(client: TestClient, method: str) -> None:
    response = getattr(client, method)(f"{API}/cases")
    problem(response, 405)
    assert response.headers["allow"] == "GET"


def test_a_method_that_is_not_known_hears_of_all_that_are(client: TestClient) -> None:
    response = client.put(f"{API}/cypher")
    problem(response, 405)
    assert response.headers["allow"] == "GET, POST"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"query": 1}', b'{"query": "RETURN 1", "more": 1}'])
def test_a_body_that_is_no_question_is_refused(client: TestClient, body: bytes) -> None:
    problem(client.post(f"{API}/cypher", content=body, headers={"content-type": "application/json"}), 422)


def test_a_body_that_is_no_text_is_refused(client: TestClient) -> None:
    problem(client.post(f"{API}/cypher", content=b"\xff", headers={"content-type": "application/json"}), 400)


def test_a_surrogate_in_a_question_breaks_nothing(client: TestClient) -> None:
    body = b'{"query": "RETURN $a AS a", "parameters": {"a": "\\ud800"}}'
    response = client.post(f"{API}/cypher", content=body, headers={"content-type": "application/json"})
    assert response.status_code in (400, 422)
    problem(response, response.status_code)


HOSTILE = [
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    '"}) DETACH DELETE n //',
    "../../etc/passwd",
    "%00",
    "\x00",
    "{{7*7}}",
    "\r\nX-Bad: 1",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(client: TestClient, words: str) -> None:
    found = client.get(f"{API}/search", params={"q": words})
    assert found.status_code == 200 and found.headers["content-type"] == "application/json"
    assert "x-bad" not in found.headers
    for route in ROUTES:
        problem(client.get(f"{API}/{route}/{quote(words, safe='')}"), 404)
    for name in ("platform", "group", "agency", "program"):
        problem(client.get(f"{API}/cases", params={name: words}), 404)


@settings(max_examples=60, deadline=None)
@given(id=st.text(min_size=1, max_size=40), end=st.sampled_from(["", "/lineage", "/events", "/lineage.svg"]))
def test_any_id_is_answered(client: TestClient, id: str, end: str) -> None:
    written = quote(id.encode("utf-8", "surrogatepass"), safe="")
    response = client.get(f"{API}/cases/{written}{end}")
    assert response.status_code in (404, 422), response.text
    problem(response, response.status_code)


def test_a_store_that_is_gone_is_unavailable_and_says_nothing_of_it(place: Path, tmp_path: Path) -> None:
    path = tmp_path / "gone.kgl"
    path.write_bytes(place.read_bytes())
    with TestClient(create_app(Settings(store=str(path))), raise_server_exceptions=False) as client:
        assert client.get("/readyz").status_code == 200
        path.write_bytes(b"RGF nonsense")
        told = problem(client.get("/readyz"), 503)
        assert str(tmp_path) not in told["detail"]
        assert client.get("/healthz").status_code == 200


def test_a_store_that_is_not_there_is_told_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(StoreError), TestClient(create_app(Settings(store=str(tmp_path / "none.kgl")))):
        pass


def test_what_nobody_thought_of_says_nothing_of_itself(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("api.routes.cities.city_list", broken)
    response = client.get(f"{API}/cities")
    assert "secret" not in problem(response, 500)["detail"]
    assert response.headers["x-content-type-options"] == "nosniff"
