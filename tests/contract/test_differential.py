"""The same question gets the same answer everywhere: embedded, on every server, and by plain Python.

Always true: graphs and parameters come from seeds, which a failure names; an answer is compared row by row in its
order, and as a bag where the query promises none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.model import Graph
from graph.store import GraphStore, open_store
from queries.catalogue import MAX_ROWS, Query, ask, catalogue
from queries.status import standings
from tests.contract import answer_key
from tests.contract.random_graphs import random_graph, random_parameters
from tests.servers.fixtures import SERVERS, Servers

GRAPHS = range(10)
"""Seeds. The whole catalogue is asked of each on every server, so more of them would not fit into a run."""
PARAMETERS = 4


def answer(store: GraphStore, query: Query, parameters: dict[str, Any]) -> tuple[tuple[str, ...], list[str]]:
    """Columns and rows, each row as text; sorted where the query promises no order."""
    result = store.query(query.text, parameters, max_rows=MAX_ROWS)
    rows = [json.dumps(row, ensure_ascii=False, sort_keys=True) for row in result.rows]
    return result.columns, rows if "ORDER BY" in query.text.splitlines()[-1] else sorted(rows)


@pytest.fixture(scope="module", params=GRAPHS)
def graph(request: pytest.FixtureRequest) -> Graph:
    return random_graph(request.param)


@pytest.fixture(scope="module")
def embedded(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    place = tmp_path_factory.mktemp("differential") / "yange.kgl"
    with open_store(place, write=True) as store:
        store.replace(graph)
    with open_store(place) as store:
        yield store


@pytest.mark.parametrize("version", SERVERS)
def test_embedded_and_server_answer_alike(version: str, servers: Servers, graph: Graph, embedded: GraphStore) -> None:
    with open_store(servers[version], write=True) as server:
        server.replace(graph)
        assert server.content_hash() == embedded.content_hash()
    with open_store(servers[version]) as server:
        for name, query in catalogue().items():
            for seed in range(PARAMETERS if query.parameters else 1):
                given = random_parameters(seed, graph, dict(query.example))
                assert answer(server, query, given) == answer(embedded, query, given), f"{name} {given}"


def test_plain_python_answers_alike(graph: Graph, embedded: GraphStore) -> None:
    for seed in range(PARAMETERS):
        for name, key in answer_key.KEYS.items():
            query = catalogue()[name]
            given = random_parameters(seed, graph, dict(query.example))
            said = [tuple(row[column] for column in key.columns) for row in ask(embedded, name, **given)]
            assert sorted(map(repr, said)) == sorted(map(repr, key.rows(graph, **given))), f"{name} {given}"


def test_the_query_of_states_agrees_with_the_rule(graph: Graph, embedded: GraphStore) -> None:
    for day in ("2019-12-31", "2021-06-03", "2024-12-31"):
        found = {row["id"]: row for row in ask(embedded, "status_as_of", day=day)}
        rule = standings(embedded, as_of=day)
        assert {
            case: (row["status"], row["last"], row["since"], row["routinised"], row["deferred"])
            for case, row in found.items()
        } == {
            case: (stands.status, stands.last, stands.since, stands.routinised, stands.deferred)
            for case, stands in rule.items()
        }, day


def test_an_order_is_told_to_the_end(graph: Graph, embedded: GraphStore) -> None:
    """Rows that the keys of an ORDER BY do not tell apart are equal: no store may order an answer otherwise."""
    for name, query in catalogue().items():
        keys = re.sub(r" LIMIT .*| DESC|`", "", query.text.splitlines()[-1].removeprefix("ORDER BY ")).split(", ")
        if not set(keys) <= set(query.columns):
            continue
        for seed in range(PARAMETERS):
            rows = ask(embedded, name, **random_parameters(seed, graph, dict(query.example)))
            told = {json.dumps([row[key] for key in keys]): json.dumps(row) for row in rows}
            assert all(told[json.dumps([row[key] for key in keys])] == json.dumps(row) for row in rows), name


def test_the_files_of_this_module_hold_no_more_than_they_should(tmp_path: Path) -> None:
    """The generator gives one graph a seed, and graphs that differ."""
    assert random_graph(1) == random_graph(1) != random_graph(2)
    with open_store(tmp_path / "one.kgl", write=True) as store:
        store.replace(random_graph(1))
        assert store.graph() == random_graph(1)
