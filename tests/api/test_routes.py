"""Every route over the bundled samples: what a reader of those minutes would say."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from graph.store import GraphStore
from queries.dossier import case_dossier
from queries.lineage import lineage
from tests.api.conftest import API, Get

FOUR = "基北北桃合作交流平臺"
SCOUTS = f"case:{FOUR}/基北北桃環教小尖兵大會師一起來碳究遊學"
EDUCATION = "agency:新北市政府教育局"
GROUP = f"group:{FOUR}/教育文化組"


def part(id: str) -> str:
    return quote(id, safe="")


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    from dataclasses import asdict

    return json.loads(json.dumps(asdict(value)))


def test_lineage_and_dossier_are_those_of_the_library(get: Get, store: GraphStore) -> None:
    assert get(f"/cases/{part(SCOUTS)}/lineage") == plain(lineage(store, SCOUTS))
    assert get(f"/cases/{part(SCOUTS)}", as_of="113.1.1") == plain(case_dossier(store, SCOUTS, "2024-01-01"))


def test_lineage_tells_the_renaming_with_its_words(get: Get) -> None:
    (step, *_) = get(f"/cases/{part(SCOUTS)}/lineage")["descendants"]
    assert (step["type"], step["date"], step["inferred"]) == ("RENAMED_TO", "2024-03-05", False)
    assert step["quotes"][0]["line"] == 172 and "更" in "".join(quote["text"] for quote in step["quotes"])
    assert get(f"/cases/{part(SCOUTS)}/lineage", as_of="2024-03-04")["descendants"] == []


def test_events_and_actions_of_a_case_stop_at_a_day(get: Get) -> None:
    every = get(f"/cases/{part(SCOUTS)}/events")
    assert [one["type"] for one in every][:1] == ["ESTABLISHED_AT"]
    assert len(get(f"/cases/{part(SCOUTS)}/events", as_of="2023-12-31")) < len(every)
    assert all(one["case_id"] == SCOUTS for one in get(f"/cases/{part(SCOUTS)}/actions"))


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ({"status": "merged"}, lambda one: one["status"] == "merged"),
        ({"from": "113", "to": "113"}, lambda one: one["first_seen"] < "2025" and one["last_seen"] >= "2024"),
    ],
)
def test_cases_are_filtered(get: Get, query: dict[str, str], fits: Callable[[Any], bool]) -> None:
    every, kept = get("/cases", limit=500)["items"], get("/cases", limit=500, **query)["items"]
    assert kept == [one for one in every if fits(one)] and 0 < len(kept) < len(every)


def test_cases_as_of_a_day_are_those_that_had_begun(get: Get) -> None:
    kept = get("/cases", limit=500, as_of="2019-12-31")["items"]
    assert kept and all(one["first_seen"] <= "2019-12-31" for one in kept)
    assert {one["status"] for one in kept} != {one["status"] for one in get("/cases", limit=500)["items"]}


def test_cases_by_agency_group_and_program(get: Get) -> None:
    own = {one["case"]["id"] for one in get(f"/agencies/{part(EDUCATION)}")["cases"]}
    assert {one["id"] for one in get("/cases", agency="新北教育局")["items"]} == own
    about = {one["case"]["id"] for one in get(f"/programs/{part('program:OpenID')}")["cases"]}
    assert {one["id"] for one in get("/cases", program="openid")["items"]} == about
    assert get("/cases", group="教育文化組", platform="基北北桃")["total"] == get(f"/groups/{part(GROUP)}")["cases"]


def test_agencies_and_cities_agree(get: Get) -> None:
    every = get("/agencies", limit=500)
    assert [one["name"] for one in every["items"]] == sorted(one["name"] for one in every["items"])
    for city in get("/cities"):
        own = get(f"/cities/{part(city['id'])}")
        assert own["city"] == city and len(own["agencies"]) == city["agencies"]
        assert get("/agencies", city=city["id"], limit=500)["items"] == own["agencies"]


def test_an_agency_has_its_sections_cases_and_tasks(get: Get) -> None:
    told = get(f"/agencies/{part(EDUCATION)}")
    assert told["label"] == "新北教育局" and [one["id"] for one in told["part_of"]] == ["city:新北市"]
    assert {one["label"] for one in told["parts"]} == {"Agency"}
    assert all(one["quotes"] for one in told["cases"]) and all(
        EDUCATION in one["assignee_ids"] for one in told["actions"]
    )
    assert len(get(f"/agencies/{part(EDUCATION)}", as_of="2019-12-31")["cases"]) < len(told["cases"])


def test_collaborators_say_why(get: Get) -> None:
    told = get(f"/agencies/{part(EDUCATION)}/collaborators")["items"]
    assert [one["score"] for one in told] == sorted((one["score"] for one in told), reverse=True)
    first = told[0]
    assert first["agency"]["id"] == "agency:臺北市政府教育局" and first["why"] == ["same_case", "same_action_item"]
    assert first["score"] == len(first["cases"]) + len(first["actions"])
    assert first["platforms"] == [FOUR] and first["since"] < first["until"]
    assert all(case["quotes"] and case["since"] for case in first["cases"])
    other = get(f"/agencies/{part(first['agency']['id'])}/collaborators")["items"]
    (back,) = [one for one in other if one["agency"]["id"] == EDUCATION]
    assert (back["score"], back["since"], back["until"]) == (first["score"], first["since"], first["until"])


def test_collaborators_within_a_time(get: Get) -> None:
    told = get(f"/agencies/{part(EDUCATION)}/collaborators", from_="2023-01-01", as_of="2023-12-31")["items"]
    assert told and all("2023" <= one["since"] <= one["until"] <= "2023-12-31" for one in told)


def test_matrix_and_network_agree(get: Get) -> None:
    cells = get("/collaboration/matrix")["cells"]
    table = get("/collaboration/network")
    assert table["shown"] == table["total"] == len(table["pairs"])
    parts = {(one["agency"], one["case"]) for one in cells}
    for pair in table["pairs"]:
        assert pair["weight"] == len(pair["cases"])
        assert all((end, case) in parts for end in (pair["a"], pair["b"]) for case in pair["cases"])
    assert all(one["passages"] for one in cells)
    assert get("/collaboration/network", most=1)["shown"] == 1


def test_platforms_groups_and_their_calendars(get: Get) -> None:
    told = get(f"/platforms/{part('platform:' + FOUR)}")
    assert {one["name"] for one in told["members"]} == {"臺北市", "新北市", "基隆市", "桃園市"}
    assert all(one["quotes"] for one in (*told["members"], *told["succession"])) and len(told["succession"]) == 3
    held = get(f"/platforms/{part('platform:' + FOUR)}/calendar")
    assert held["total"] == told["platform"]["sittings"]
    own = get(f"/groups/{part(GROUP)}/calendar", from_="2024-01-01")["items"]
    assert own and all(one["sitting"]["date"] >= "2024" and one["sitting"]["group"] == "教育文化組" for one in own)
    assert get("/groups")["total"] == 5 and get("/meetings", platform="基北北桃")["total"] == held["total"]
    assert {one["name"] for one in get("/platforms")} >= {FOUR, "雙北合作交流平臺"}


def test_a_sitting_with_its_passages(get: Get) -> None:
    id = get("/meetings", group="教育文化組", platform="基北北桃", from_="2024")["items"][0]["sitting"]["id"]
    told = get(f"/meetings/{part(id)}")
    (text,) = get(f"/meetings/{part(id)}/texts")
    spans = {span["passage"]: span for span in text["spans"]}
    assert told["agenda"]
    for entry in told["agenda"]:
        for one in entry["quotes"]:
            assert text["text"][one["start"] : one["end"]] == one["text"]
            stated = [(s["type"], s["source"]["id"]) for s in spans[one["passage"]]["statements"]]
            assert (entry["type"], entry["case"]) in stated
    stub = next(one["sitting"]["id"] for one in get("/meetings", limit=500)["items"] if one["sitting"]["stub"])
    assert get(f"/meetings/{part(stub)}/texts") == []


def test_a_passage_in_its_context(get: Get) -> None:
    document = get("/documents")["items"][0]
    told = get(f"/documents/{part(document['id'])}")
    assert told["document"] == document
    span = told["spans"][10]
    near = get(f"/passages/{part(span['passage'])}", around=30)
    start, end = span["start"], span["end"]
    assert near["before"] + near["quote"]["text"] + near["after"] == told["text"][max(start - 30, 0) : end + 30]
    assert near["statements"] == span["statements"] and near["quote"]["end"] == end


def test_actions_by_who_owes_them_and_when(get: Get) -> None:
    every = get("/actions", limit=500)
    owed = get("/actions", body=EDUCATION)
    assert 0 < owed["total"] < every["total"] and all(EDUCATION in one["assignee_ids"] for one in owed["items"])
    due = get("/actions", from_="2024-01-01", to="2024-12-31")["items"]
    assert due and all("2024" <= one["due"] < "2025" for one in due)


def test_search_finds_any_spelling_and_offers_what_is_near(get: Get) -> None:
    assert get("/search", q="台北市 圖書館")["items"][0]["thing"]["label"] == "Case"
    assert get("/search", q="新北教育局")["items"][0]["thing"]["id"] == EDUCATION
    assert {one["thing"]["label"] for one in get("/search", q="教育", label="Group")["items"]} == {"Group"}
    nothing = get("/search", q="環境小尖刀")
    assert (nothing["items"], nothing["total"]) == ([], 0) and SCOUTS.split("/")[1][:4] in "".join(nothing["nearest"])


def test_surroundings_are_counted_and_depth_means_steps(get: Get) -> None:
    one = get(f"/nodes/{part(EDUCATION)}/neighbourhood", cap=3)
    assert one["shown"] == len(one["nodes"]) == 3 < one["total"] and one["centre"]["id"] == EDUCATION
    two = get(f"/nodes/{part(EDUCATION)}/neighbourhood", depth=2, cap=500)
    assert {near["distance"] for near in two["nodes"]} == {1, 2}
    assert sum(near["distance"] == 1 for near in two["nodes"]) == one["total"]
    known = {EDUCATION, *(near["node"]["id"] for near in one["nodes"])}
    assert all({link["source"], link["target"]} <= known and link["quotes"] for link in one["links"])
    assert get(f"/nodes/{part(EDUCATION)}") == one["centre"]


def test_a_way_between_two_nodes_has_a_quote_for_every_step(get: Get) -> None:
    ways = get("/path", a=EDUCATION, b=SCOUTS)
    assert ways
    for way in ways:
        assert (way["nodes"][0]["id"], way["nodes"][-1]["id"]) == (EDUCATION, SCOUTS)
        assert len(way["links"]) == len(way["nodes"]) - 1
        assert all(any(link["quotes"] for link in step) for step in way["links"])


def test_cypher_gives_rows_and_nodes_as_maps(get: Get, client: TestClient) -> None:
    question = "MATCH (c:`Case` {id: $id})-[e:RENAMED_TO]->(d) RETURN c, e, d.name AS name"
    told = get("/cypher", query=question, parameters=json.dumps({"id": SCOUTS}))
    assert told["columns"] == ["c", "e", "name"] and told["rows"][0][0]["labels"] == ["Case"]
    posted = client.post(f"{API}/cypher", json={"query": question, "parameters": {"id": SCOUTS}})
    assert posted.json() == told


def test_the_catalogue_can_be_asked(get: Get) -> None:
    for query in get("/queries"):
        if query["parameters"]:
            told = get("/cypher", query=query["text"], parameters=json.dumps(query["example"]))
            assert told["columns"] == list(query["columns"])
        assert get(f"/queries/{query['name']}") == query


def test_tracking_as_data_and_as_files(get: Get, client: TestClient) -> None:
    told = get("/tracking", platform="基北北桃")
    assert told["items"][0]["item"] == 1 and all(one["quotes"] for one in told["items"])
    assert get("/tracking", platform="基北北桃", closed="true")["total"] > told["total"]
    book = load_workbook(io.BytesIO(client.get(f"{API}/tracking.xlsx", params={"platform": "基北北桃"}).content))
    assert book.active is not None and book.active.max_row == told["total"] + 1
    text = client.get(f"{API}/tracking.csv", params={"lang": "en"})
    assert text.text.lstrip("\ufeff").startswith("No.,Case") and "filename*" in text.headers["content-disposition"]
    assert client.get(f"{API}/tracking.ods").content[:2] == b"PK"


PICTURES = [
    f"/cases/{part(SCOUTS)}/lineage",
    f"/platforms/{part('platform:雙北合作交流平臺')}/lineage",
    f"/groups/{part(GROUP)}/lineage",
    "/collaboration/matrix",
    "/collaboration/pairs",
    "/collaboration/ranking",
    "/collaboration/network",
]


@pytest.mark.parametrize("path", PICTURES)
def test_pictures_open_in_their_formats(client: TestClient, path: str) -> None:
    def file(format: str) -> bytes:
        response = client.get(f"{API}{path}.{format}", params={"platform": "基北北桃"})
        assert response.status_code == 200, response.text
        return response.content

    assert ET.fromstring(file("svg")).tag.endswith("svg")
    assert file("png").startswith(b"\x89PNG")
    assert len(pypdfium2.PdfDocument(file("pdf"))) >= 1
    assert file("html").lstrip().lower().startswith(b"<!doctype html")
    if "lineage" in path or "network" in path:
        assert b"graph" in file("dot")[:80] and file("mmd").startswith((b"flowchart", b"gitGraph", b"graph"))
    else:
        assert client.get(f"{API}{path}.dot").status_code == 404


def test_a_picture_speaks_as_asked_and_has_its_pages(client: TestClient) -> None:
    path = f"{API}/collaboration/matrix.svg"
    assert "Agencies and cases" in client.get(path, params={"lang": "en"}).text
    pages = {"profile": "a4-landscape"}
    first, second = (client.get(path, params={**pages, "page": n}) for n in (1, 2))
    assert first.status_code == second.status_code == 200 and first.content != second.content
    told = client.get(path, params={**pages, "page": 9999})
    assert told.status_code == 404 and "pages" in told.json()["detail"]
    assert "113/" in client.get(f"{API}/cases/{part(SCOUTS)}/lineage.svg").text
    assert "2024-03-05" in client.get(f"{API}/cases/{part(SCOUTS)}/lineage.svg", params={"calendar": "iso"}).text


def test_exports_hold_the_whole_graph(client: TestClient, store: GraphStore) -> None:
    nodes = len(store.graph().nodes)
    held = client.get(f"{API}/export.json")
    assert len(held.json()["nodes"]) == nodes and "content-length" not in held.headers
    assert client.get(f"{API}/export.jsonld").json()["@context"]
    archive = zipfile.ZipFile(io.BytesIO(client.get(f"{API}/export.csv").content))
    assert archive.testzip() is None
    for format in ("graphml", "gexf"):
        ET.fromstring(client.get(f"{API}/export.{format}").content)


def test_terms_are_said_in_both_languages(get: Get) -> None:
    assert get("/terms")["events"]["DELISTED_AT"] == "解除列管"
    assert get("/terms", lang="en")["statuses"]["continued"] == "tracked"


def test_health_readiness_and_figures(client: TestClient) -> None:
    assert client.get("/healthz").json() == client.get("/readyz").json() == {"status": "ok"}
    figures = client.get("/metrics")
    assert figures.headers["content-type"].startswith("text/plain")
    assert 'yange_requests_total{method="GET",route="/healthz",status="200"}' in figures.text
