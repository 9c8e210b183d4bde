"""The CSV export, put on a real server by its own import tool, is what the store there would have written."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph.export import Format, write
from graph.model import Graph, content_hash
from graph.store import open_store
from graph.store.mapping import stored_edge, stored_node
from graph.vocabulary import Label
from tests.contract.random_graphs import random_graph
from tests.graph.export_graphs import ODD, sound, told_in
from tests.servers.fixtures import RAN, SERVERS
from tests.servers.neo4j import Release, Server, ServerError, free_port


@pytest.fixture(params=["samples", "random"])
def graph(request: pytest.FixtureRequest, minutes_graph: Graph) -> Graph:
    """What the samples say; a graph made by chance, told in the oddest texts that a store can hold."""
    texts = [text for text in ODD if "\ud800" not in text]
    return minutes_graph if request.param == "samples" else told_in(sound(random_graph(7)), texts)


@contextmanager
def imported(version: str, graph: Graph, folder: Path) -> Iterator[neo4j.Driver]:
    """A server on a store that its import tool made of an export, as the export's own text says."""
    home, csv = folder / "home", folder / "csv"
    (home / "conf").mkdir(parents=True)
    write(graph, csv, Format.CSV)
    server = Server(Release(version), home, free_port(), brief=True)
    try:
        _admin(server, csv, "database", "import", "full", "neo4j", "@import.args", "--overwrite-destination=true")
        server.start()
    except ServerError as error:
        pytest.skip(str(error))
    RAN.add(f"Neo4j {version}")
    try:
        with neo4j.GraphDatabase.driver(server.url) as driver:
            for statement in (csv / "finish.cypher").read_text("utf-8").split(";\n")[:-1]:
                driver.execute_query(statement)
            with open_store(server.url) as store:
                assert store.content_hash() == content_hash(graph)
            yield driver
    finally:
        server.kill()


def _admin(server: Server, folder: Path, *arguments: str) -> None:
    """Run neo4j-admin in a folder."""
    java = server.release.command("org.neo4j.cli.AdminTool", brief=True)
    where = {"NEO4J_HOME": str(server.home), "NEO4J_CONF": str(server.home / "conf")}
    environment = {**os.environ, **where}
    done = subprocess.run([*java, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


@pytest.mark.parametrize("version", SERVERS)
def test_an_imported_graph_is_the_one_that_a_store_writes(version: str, graph: Graph, tmp_path: Path) -> None:
    def asked(cypher: str) -> list[dict[str, Any]]:
        return [record.data() for record in driver.execute_query(cypher).records]

    with imported(version, graph, tmp_path) as driver:
        nodes = {row["held"]["id"]: row for row in asked("MATCH (n) RETURN labels(n) AS labels, properties(n) AS held")}
        assert nodes == {
            node.id: {"labels": [node.label.value], "held": stored_node(node)} for node in graph.nodes.values()
        }
        rows = asked("MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS a, b.id AS b, properties(r) AS held")
        edges = {(row["type"], row["a"], row["b"], row["held"].get("meeting", "")): row["held"] for row in rows}
        assert edges == {key: stored_edge(edge) for key, edge in graph.edges.items()}
        assert len(rows) == len(graph.edges)
        constraints = {row["name"] for row in asked("SHOW CONSTRAINTS YIELD name")}
        assert constraints == {f"{label}_id" for label in Label}
        assert "names" in {row["name"] for row in asked("SHOW INDEXES YIELD name")}
