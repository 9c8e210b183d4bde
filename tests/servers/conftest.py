"""Servers that hold the bundled samples."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Graph
from graph.store import open_store
from tests.servers.fixtures import SERVERS, Servers


@pytest.fixture(scope="session")
def minutes_graph(samples: list[Path]) -> Graph:
    """What the samples say, made without any store."""
    from yange.loading import graph_of, parsed

    problems: list[Exception] = []
    graph = graph_of(list(parsed(samples, problems.append)))
    assert not problems
    return graph


@pytest.fixture(scope="module", params=SERVERS)
def stocked(request: pytest.FixtureRequest, servers: Servers, minutes_graph: Graph) -> str:
    """The address of each real server, holding the samples, for tests that only read."""
    url = servers[request.param]
    with open_store(url, write=True) as store:
        store.replace(minutes_graph)
    return url
