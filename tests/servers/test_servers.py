"""A real server under hard conditions: killed while it is written, guarded by a password, not there at all."""

from __future__ import annotations

import pickle
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from graph.errors import LoginError, StoreError
from graph.model import content_hash
from graph.store import open_store
from tests.contract.random_graphs import random_graph
from tests.contract.test_store import WRITE
from tests.servers.fixtures import SERVERS, Servers, emptied
from tests.servers.neo4j import STABLE, Server, ServerError, running

SECRET = "Sehr-geheim-7"
KILLS = 2


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A server of its own for one test."""
    version, auth = request.param
    try:
        with running(version, auth=auth) as started:
            yield started
    except ServerError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("server", [(version, False) for version in SERVERS], indirect=True, ids=SERVERS)
def test_a_server_killed_while_it_is_written_holds_the_old_graph_or_the_new(server: Server, tmp_path: Path) -> None:
    old, new = random_graph(1), random_graph(2)
    held = tmp_path / "graphs.pickle"
    held.write_bytes(pickle.dumps((old, new)))
    with open_store(server.url, write=True) as store:
        store.replace(old)
    random.seed(9)
    for _ in range(KILLS):
        command = [sys.executable, "-c", WRITE, server.url, str(held)]
        root = Path(__file__).resolve().parents[2]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=root)
        assert process.stdout is not None and process.stdout.readline() == "writing\n"
        time.sleep(random.uniform(0.1, 0.6))
        server.kill()
        process.kill()
        process.communicate()
        server.start()
        with open_store(server.url) as store:
            assert store.content_hash() in {content_hash(old), content_hash(new)}
    with open_store(server.url, write=True) as store:
        store.replace(new)
        assert store.content_hash() == content_hash(new)


@pytest.mark.parametrize("server", [(STABLE, True)], indirect=True, ids=[STABLE])
def test_a_password_is_asked_for_and_never_told(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with neo4j.GraphDatabase.driver(server.url, auth=("neo4j", "neo4j")) as driver:
        driver.execute_query(
            "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", {"new": SECRET}, database_="system"
        )
    with pytest.raises(LoginError, match="set NEO4J_PASSWORD"):
        open_store(server.url)
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong-guess-1")
    with pytest.raises(LoginError, match="check NEO4J_USERNAME") as refused:
        open_store(server.url)
    assert "wrong-guess-1" not in str(refused.value)
    monkeypatch.setenv("NEO4J_PASSWORD", SECRET)
    with open_store(server.url, write=True) as store:
        store.replace(random_graph(3))
    with open_store(server.url.replace("bolt", "neo4j")) as store:
        assert store.content_hash() == content_hash(random_graph(3))


@pytest.mark.parametrize("version", SERVERS)
def test_a_database_of_somebody_else_is_left_alone(servers: Servers, version: str) -> None:
    url = emptied(servers[version])
    with neo4j.GraphDatabase.driver(url) as driver:
        driver.execute_query("CREATE (:Guest {name: 'somebody'})")
        try:
            with open_store(url) as store, pytest.raises(StoreError, match=r"Guest.*database of its own"):
                store.graph()
            with open_store(url, write=True) as store, pytest.raises(StoreError, match="database of its own"):
                store.replace(random_graph(1))
            assert driver.execute_query("MATCH (n) RETURN labels(n) AS labels").records[0]["labels"] == ["Guest"]
        finally:
            driver.execute_query("MATCH (n:Guest) DELETE n")


def test_no_password_stands_in_an_address() -> None:
    with pytest.raises(StoreError, match="NEO4J_PASSWORD") as refused:
        open_store("bolt://neo4j:secret@127.0.0.1:7687")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("url", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "bolt+s://127.0.0.1:1"])
def test_a_server_that_is_not_there_is_told(url: str) -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        open_store(url)
