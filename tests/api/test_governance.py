"""Audit, calendar, action items and measures over HTTP are those of the library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.addresses import written
from api.app import create_app
from api.settings import Settings
from graph.store import GraphStore, open_store
from queries.actions import debtor, owed
from queries.audit import Kind, audit
from queries.network import Of, as_dict, network
from queries.schedule import schedule
from tests.api.conftest import API, Get


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    from fastapi.encoders import jsonable_encoder

    return jsonable_encoder(value)


def test_findings_are_those_of_the_audit(get: Get, store: GraphStore) -> None:
    told = get("/audit", limit=500)
    assert told["items"] == plain(audit(store)) and told["items"]
    gaps = get("/audit", kind="ordinal_gap")["items"]
    assert gaps and {one["kind"] for one in gaps} == {Kind.ORDINAL_GAP}
    assert all(one["severity"] == "high" for one in get("/audit", severity="high")["items"])


def test_what_was_put_aside_is_not_told(place: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.kgl"
    own.write_bytes(place.read_bytes())
    with open_store(own) as store:
        first = audit(store)[0]
    (tmp_path / "own.audit.toml").write_text(f'[[suppress]]\nid = "{first.id}"\nreason = "known"\n', "utf-8")
    with TestClient(create_app(Settings(store=str(own)))) as client:
        ids = [one["id"] for one in client.get(f"{API}/audit").json()["items"]]
        assert ids and first.id not in ids
        assert client.get("/audit.json").json()["aside"] == 1


def test_the_calendar_is_that_of_the_library(get: Get, store: GraphStore) -> None:
    assert get("/calendar") == plain(schedule(store))
    (group,) = get("/calendar", platform="基北北桃", group="教育文化組")
    assert group["group"] == "教育文化組" and group["next"]["host"]["city"]


def test_action_items_say_what_became_of_them(get: Get, store: GraphStore) -> None:
    assert get("/actions/owed", limit=500)["items"] == plain(owed(store))
    body = debtor(store, "新北教育局")
    mine = get("/actions/owed", agency="新北教育局", limit=500)["items"]
    assert mine == plain(owed(store, body=body.id)) and mine
    late = get("/actions/owed", overdue=True, as_of="2024-12-31")["items"]
    assert late and all(one["overdue"] and one["report"] is None for one in late)


@pytest.mark.parametrize("of", [*Of])
def test_the_network_is_that_of_the_library(get: Get, store: GraphStore, of: Of) -> None:
    told = get("/network", of=of.value)
    assert told == plain(as_dict(network(store, of=of)))
    ids = {node["id"] for node in told["nodes"]}
    assert all(edge["source"] in ids and edge["target"] in ids for edge in told["edges"])


def test_two_periods_part_the_ties(get: Get) -> None:
    told = get("/network", of="cities", split="2023-07-01")
    assert told["before"]["graph"]["until"] == "2023-06-30" and told["after"]["graph"]["since"] == "2023-07-01"
    assert {one["direction"] for one in told["edges"]} <= {"new", "gone", "stronger", "weaker", "same"}


def test_what_gave_nothing_is_told_with_its_place(get: Get, store: GraphStore) -> None:
    seen = 0
    for one in get("/documents")["items"]:
        text = get(f"/documents/{written(one['id'])}")["text"]
        for gap in get(f"/documents/{written(one['id'])}/coverage"):
            assert text[gap["start"] : gap["end"]] == gap["text"]
            seen += 1
    assert seen


def test_without_a_reader_nothing_is_said_to_be_missing(place: Path) -> None:
    with TestClient(create_app(Settings(store=str(place)))) as client:
        (first, *_) = client.get(f"{API}/documents").json()["items"]
        assert client.get(f"{API}/documents/{written(first['id'])}/coverage").json() == []
