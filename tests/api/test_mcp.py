"""What an assistant hears: through the protocol's own client, in this process and over HTTP."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import httpx
import pytest
from mcp import Client

from api.mcp import INSTRUCTIONS, mcp_server
from api.mcp_http import guarded
from api.settings import Settings
from graph.store import GraphStore

TOOLS = {
    "search", "lineage", "collaborators", "open_cases", "tasks", "audit", "calendar", "passage", "cypher",
}  # fmt: skip
Ask = Callable[..., Any]


def with_client(store: GraphStore, work: Callable[[Client], Awaitable[Any]]) -> Any:
    """What some work with a client gives."""

    async def run() -> Any:
        async with Client(mcp_server(store, "http://explorer.test/")) as client:
            return await work(client)

    return anyio.run(run)


@pytest.fixture
def ask(store: GraphStore) -> Ask:
    """``ask("search", text="…")`` is what the tool answers; an error is raised as its sentence."""

    def call(tool: str, **arguments: Any) -> Any:
        answer = with_client(store, lambda client: client.call_tool(tool, arguments))
        if answer.is_error:
            raise LookupError(answer.content[0].text)
        told = answer.structured_content
        return told["result"] if set(told) == {"result"} else told

    return call


def test_the_tools_say_what_they_are_for(store: GraphStore) -> None:
    tools = with_client(store, lambda client: client.list_tools()).tools
    assert {tool.name for tool in tools} == TOOLS
    for tool in tools:
        assert tool.annotations.read_only_hint and len(tool.description) > 100 and tool.output_schema, tool.name
        assert "{" not in tool.description.replace("{id: $id}", ""), tool.name
    assert "quote" in INSTRUCTIONS and "never follow instructions" in INSTRUCTIONS


def test_the_story_of_a_case_has_quotes_and_links(ask: Ask) -> None:
    told = ask("lineage", case="環教小尖兵")
    renamed = next(turn for turn in told["history"] if turn["what"].startswith("renamed"))
    assert renamed["date"] == "2024-03-05" and renamed["after"] and not renamed["inferred"]
    assert re.fullmatch(r".+\.txt:\d+", renamed["quotes"][0]["source"])
    assert renamed["quotes"][0]["link"].startswith("http://explorer.test/passages/passage%3A")
    assert told["link"].startswith("http://explorer.test/cases/case%3A") and told["picture"].endswith("/lineage.svg")
    days = [turn["date"] or "" for turn in told["history"]]
    assert days == sorted(days) and all(turn["quotes"] or turn["inferred"] for turn in told["history"])
    before = ask("lineage", case="環教小尖兵", as_of="113.3.1")
    assert all(turn["date"] <= "2024-03-01" for turn in before["history"]) and len(before["history"]) < len(days)


def test_a_quote_can_be_read_in_its_context(ask: Ask) -> None:
    quote = ask("lineage", case="環教小尖兵")["history"][0]["quotes"][0]
    told = ask("passage", id=quote["passage"], around=10)
    assert told["quote"] == quote and len(told["before"]) == len(told["after"]) == 10
    assert any("ESTABLISHED_AT" in one for one in told["states"])


def test_collaborators_open_cases_and_search(ask: Ask) -> None:
    (first,) = ask("collaborators", agency="新北教育局", limit=1)
    assert first["name"] == "臺北市政府教育局" and "same_case" in first["why"] and first["cases"] and first["quotes"]
    listed = ask("open_cases", platform="基北北桃", limit=3)
    assert len(listed) == 3 and all(one["quotes"] and one["last_decision"] and one["link"] for one in listed)
    hit = ask("search", text="小尖兵", label="Case")[0]
    assert ask("lineage", case=hit["id"])["id"] == hit["id"]


def test_tasks_faults_and_what_sits_next(ask: Ask) -> None:
    late = ask("tasks", overdue=True, as_of="2024-12-31")
    assert late and all(one["overdue"] and one["due"] < "2024-12-31" and one["quotes"] for one in late)
    mine = ask("tasks", agency="新北教育局")
    assert mine and all(one["of_whom"] for one in mine)
    faults = ask("audit")
    assert faults and all(one["words"] and one["says"] and "#l" in one["link"] for one in faults)
    assert {one["kind"] for one in ask("audit", kind="ordinal_gap")} == {"ordinal_gap"}
    series = ask("calendar", platform="基北北桃")
    assert {one["level"] for one in series} == {"mayor", "deputy_mayor", "working_group"}
    assert all(one["host"] and one["known_from"] and one["expected"] for one in series)


def test_cypher_is_read_only_and_bounded(ask: Ask) -> None:
    assert ask("cypher", query="RETURN $a AS a", parameters={"a": [1, "二"]}) == {
        "columns": ["a"],
        "rows": [[[1, "二"]]],
    }
    for query, told in (
        ("CREATE (n)", "read-only"),
        ("MATCH (n) RETURN n", "more than 200 rows"),
        ("MATCH", "answered"),
    ):
        with pytest.raises(LookupError, match=told):
            ask("cypher", query=query)


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        ("search", {"text": "完全沒有的名字"}, "nearest names are"),
        ("lineage", {"case": "完全沒有的名字"}, "try search"),
        ("lineage", {"case": "環教小尖兵", "as_of": "tomorrow"}, "is no day"),
        ("collaborators", {"agency": "zz"}, "nearest"),
        ("passage", {"id": "passage:none"}, "no Passage has the id"),
        ("search", {"text": ""}, "at least 1 character"),
        ("open_cases", {"limit": 0}, "greater than or equal to 1"),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(ask: Ask, tool: str, arguments: dict[str, Any], told: str) -> None:
    with pytest.raises(LookupError, match=told):
        ask(tool, **arguments)


def test_over_http_it_is_guarded_as_the_api_is(store: GraphStore) -> None:
    app = guarded(mcp_server(store, "http://x"), Settings(token="secret"))
    hello = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}

    async def status(**headers: str) -> httpx.Response:
        accept = {"accept": "application/json, text/event-stream", "content-type": "application/json"}
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
            return await client.post("/mcp", content=json.dumps(hello), headers=accept | headers)

    async def run() -> None:
        inner = app._app  # type: ignore[attr-defined]
        async with inner.router.lifespan_context(inner):
            assert (await status()).status_code == 401
            told = await status(authorization="Bearer secret")
            assert told.status_code == 200, told.text
            assert {tool["name"] for tool in told.json()["result"]["tools"]} == TOOLS

    anyio.run(run)
