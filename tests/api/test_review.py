"""Judging over HTTP: who may, what it changes, and what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.addresses import written
from api.app import create_app
from api.settings import Settings
from tests.api.conftest import API
from yange.review import Review

TOKEN = "geheim"
HERE = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def judging(place: Path, tmp_path: Path) -> Iterator[TestClient]:
    """An application over a store of its own that asks for a token."""
    own = tmp_path / "own.kgl"
    shutil.copyfile(place, own)
    app = create_app(Settings(store=str(own), token=TOKEN), Review(own))
    with TestClient(app, headers=HERE, raise_server_exceptions=False) as client:
        yield client


def two(client: TestClient) -> dict[str, str]:
    """Two cases of one platform."""
    cases = client.get(f"{API}/cases", params={"platform": "雙北"}).json()["items"]
    return {"left": cases[0]["id"], "right": cases[1]["id"]}


def test_a_judgement_changes_the_graph_and_is_taken_back(judging: TestClient) -> None:
    pair = two(judging)
    told = judging.post(f"{API}/judgements", json={"judgement": "same", **pair, "who": "陳小姐", "why": "問過了"})
    assert told.status_code == 201 and told.json()["who"] == "陳小姐"
    both = [judging.get(f"{API}/cases/{written(id)}").json()["id"] for id in pair.values()]
    assert both[0] == both[1]
    assert [one["id"] for one in judging.get(f"{API}/judgements").json()["items"]] == [told.json()["id"]]
    gone = judging.delete(f"{API}/judgements/{told.json()['id']}")
    assert gone.status_code == 200
    assert [judging.get(f"{API}/cases/{written(id)}").json()["id"] for id in pair.values()] == [*pair.values()]
    assert judging.get(f"{API}/judgements").json()["items"] == []
    assert len(judging.get(f"{API}/judgements", params={"undone": True}).json()["items"]) == 1
    assert judging.delete(f"{API}/judgements/{told.json()['id']}").status_code == 404


def test_what_contradicts_is_refused_and_changes_nothing(judging: TestClient) -> None:
    pair = two(judging)
    assert judging.post(f"{API}/judgements", json={"judgement": "different", **pair, "who": "甲"}).status_code == 201
    refused = judging.post(f"{API}/judgements", json={"judgement": "same", **pair, "who": "乙"})
    assert refused.status_code == 400 and "contradicts" in refused.json()["detail"]
    assert len(judging.get(f"{API}/judgements").json()["items"]) == 1


def test_the_queue_holds_both_sides_with_their_words(judging: TestClient) -> None:
    told = judging.get(f"{API}/review").json()["items"]
    sides = [one[side] for one in told for side in ("left", "right")]
    assert sides and all(side["quote"]["text"] and side["line"] > 0 for side in sides)
    first = told[0]
    answer = {"judgement": "unsure", "left": first["left"]["id"], "right": first["right"]["id"], "who": "甲"}
    assert judging.post(f"{API}/judgements", json=answer).status_code == 201
    assert first not in judging.get(f"{API}/review").json()["items"]


def test_nobody_judges_without_a_token_or_a_name(client: TestClient, judging: TestClient) -> None:
    pair = two(judging)
    without = client.post(f"{API}/judgements", json={"judgement": "same", **pair, "who": "甲"})
    assert without.status_code == 403 and "YANGE_TOKEN" in without.json()["detail"]
    nameless = judging.post(f"{API}/judgements", json={"judgement": "same", **pair})
    assert nameless.status_code == 400 and "who" in nameless.json()["detail"]
    named = judging.post(f"{API}/judgements", json={"judgement": "same", **pair}, auth=("chen", TOKEN))
    assert named.status_code == 201 and named.json()["who"] == "chen"


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://testserver.evil.example"])
def test_another_sites_page_judges_nothing(judging: TestClient, origin: str) -> None:
    form = {"judgement": "same", **two(judging)}
    sent = judging.post("/review", data=form, headers={"origin": origin}, auth=("chen", TOKEN))
    assert sent.status_code == 403
    assert judging.get(f"{API}/judgements").json()["items"] == []


def test_a_form_judges_and_leads_back(judging: TestClient) -> None:
    form = {"judgement": "different", **two(judging)}
    here = {"origin": "http://testserver"}
    sent = judging.post("/review?lang=en", data=form, headers=here, auth=("chen", TOKEN), follow_redirects=False)
    assert (sent.status_code, sent.headers["location"]) == (303, "/review?lang=en")
    (one,) = judging.get(f"{API}/judgements").json()["items"]
    assert (one["who"], one["judgement"]) == ("chen", "different")


def test_an_application_without_a_reviewer_says_so(place: Path) -> None:
    with TestClient(create_app(Settings(store=str(place))), raise_server_exceptions=False) as client:
        assert client.get(f"{API}/review").status_code == 404
