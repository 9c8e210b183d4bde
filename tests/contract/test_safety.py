"""A question reads the graph and nothing else, by the store's own means; what it may use is bounded."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import QueryError, ReadOnlyError
from graph.model import Graph, content_hash
from graph.store import open_store

WRITES = (
    "CREATE (n:Thing {id: 'x'})",
    "create (n:Thing)",
    "CREATE (n:Thing) RETURN n",
    "MERGE (n:Thing {id: 'x'}) RETURN n",
    "MATCH (n) SET n.name = 'x'",
    "MATCH (n) SET n += {name: 'x'} RETURN n",
    "MATCH (n) SET n:Thing",
    "MATCH (n) REMOVE n.name",
    "MATCH (n) DETACH DELETE n",
    "MATCH ()-[e]->() DELETE e",
    "MATCH (n) WITH n LIMIT 1 DETACH DELETE n RETURN 1 AS one",
    "MATCH (n) FOREACH (x IN [1] | SET n.name = 'x')",
    "UNWIND [1, 2] AS x CREATE (:Thing {id: x})",
    "MATCH (n) CALL { WITH n SET n.name = 'x' } RETURN n",
    "MATCH (a), (b) MERGE (a)-[:PART_OF]->(b)",
    "/* only reading */ CREATE (n:Thing)",
    "// only reading\nCREATE (n:Thing)",
    "MATCH (n) RETURN n; CREATE (n:Thing)",
    "CREATE CONSTRAINT c IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX i IF NOT EXISTS FOR (n:Thing) ON (n.id)",
    "DROP INDEX names IF EXISTS",
    "DROP CONSTRAINT Case_id IF EXISTS",
    "CYPHER runtime=slotted CREATE (n:Thing)",
    "EXPLAIN CREATE (n:Thing)",
    "PROFILE CREATE (n:Thing)",
    "MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS RETURN 1 AS one",
    "CALL db.createLabel('Thing')",
    "CALL db.index.fulltext.drop('names')",
    "CREATE DATABASE other",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
)
LEAKS = (
    "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "LOAD CSV WITH HEADERS FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
    "UNWIND ['file:///etc/passwd'] AS path LOAD CSV FROM path AS line RETURN line",
    "MATCH (n) WITH n LIMIT 1 CALL { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } RETURN line",
    "CALL apoc.load.json('http://127.0.0.1:1/') YIELD value RETURN value",
    "CALL dbms.listConfig() YIELD name RETURN name",
    "CALL dbms.queryJmx('*:*') YIELD name RETURN name",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
    "SHOW USERS",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
)


@pytest.mark.parametrize("cypher", WRITES)
@pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])
def test_a_question_never_writes(held: str, cypher: str, write: bool, large: Graph) -> None:
    with open_store(held, write=write) as store:
        with pytest.raises((ReadOnlyError, QueryError)):
            store.query(cypher)
        assert store.query("MATCH (n) RETURN count(n) AS n").rows == ((len(large.nodes),),)


def test_nothing_was_written(held: str, large: Graph) -> None:
    with open_store(held) as store:
        for cypher in WRITES:
            with pytest.raises((ReadOnlyError, QueryError)):
                store.query(cypher)
        assert store.content_hash() == content_hash(large)


@pytest.mark.parametrize("cypher", LEAKS)
def test_a_question_reads_no_file_no_address_and_no_server(held: str, cypher: str, tmp_path: Path) -> None:
    with open_store(held) as store, pytest.raises((ReadOnlyError, QueryError)):
        store.query(cypher)


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (c:`Case`) WHERE c.name CONTAINS 'CREATE' OR c.name = 'DELETE' RETURN c.name AS name",
        "MATCH (n) RETURN n.name AS `SET`",
        "RETURN 'LOAD CSV FROM' AS text",
        "MATCH (n) // CREATE\nRETURN count(n) AS n",
    ],
)
def test_words_alone_forbid_nothing(held: str, cypher: str) -> None:
    with open_store(held) as store:
        assert store.query(cypher).columns


def test_a_question_that_needs_too_much_memory_is_ended(held: str) -> None:
    """A list of a hundred million numbers, built and kept."""
    with open_store(held) as store, pytest.raises(QueryError):
        store.query(
            "WITH range(1, 100000000) AS numbers UNWIND numbers AS x WITH collect(x) AS all RETURN size(all) AS n"
        )
    with open_store(held) as store:
        assert store.query("RETURN 1 AS one").rows == ((1,),)
