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
    "CREATE USER other SET PASSWORD 'long-enough'",
    "ALTER DATABASE neo4j SET ACCESS READ ONLY",
    "STOP DATABASE neo4j",
    "DROP DATABASE neo4j",
    "USE neo4j CREATE (n:Thing)",
    "USE system CREATE USER other SET PASSWORD 'long-enough'",
    "FOREACH (x IN [1] | MERGE (:Thing {id: x}))",
    "MATCH (n) SET n = {}",
    "MATCH (n) RETURN n.id AS x UNION MERGE (n:Thing {id: 'x'}) RETURN n.id AS x",
    "MATCH (n) RETURN n.id AS x UNION ALL CREATE (n:Thing) RETURN n.id AS x",
    "CREATE (n:Thing); MATCH (n) RETURN n",
    "CALL { CREATE (:Thing) } IN TRANSACTIONS",
    "UNWIND [1, 2] AS x CALL (x) { CREATE (:Thing {id: x}) } IN 2 CONCURRENT TRANSACTIONS",
    "MATCH (n) CALL (n) { CALL (n) { SET n.name = 'x' } RETURN 1 AS one } RETURN one",
    "MATCH (n) WHERE EXISTS { CREATE (:Thing) } RETURN n",
    "RETURN [x IN [1] | COLLECT { CREATE (n:Thing) RETURN n }] AS things",
    "CYPHER planner=dp CREATE (n:Thing)",
    "CYPHER 25 WHEN true THEN CREATE (:Thing)",
    "explain create (n:Thing)",
    "EXPLAIN PROFILE CREATE (n:Thing)",
    "PROFILE /* only looking */ MATCH (n) DETACH DELETE n",
    "/**/ PROFILE CREATE (n:Thing)",
    "\n// one\n/* two */\nMERGE (n:Thing)",
    "\\u0043REATE (n:Thing)",
    "INSERT (n:Thing)",
    "CREATE FULLTEXT INDEX other FOR (n:Thing) ON EACH [n.name]",
    "CALL db.index.fulltext.createNodeIndex('other', ['Case'], ['name'])",
    "CALL db.createProperty('thing')",
    "CALL db.createRelationshipType('THING')",
    "CALL db.clearQueryCaches()",
    "CALL db.resampleIndex('names')",
    "CALL db.prepareForReplanning()",
    "CALL dbms.setConfigValue('db.transaction.timeout', '1s')",
    "CALL tx.setMetaData({app: 'yange writer'})",
    "RETURN [x IN [1] | COUNT { CALL tx.setMetaData({app: 'yange writer'}) }] AS x",
    "CALL apoc.cypher.doIt('CREATE (n:Thing)', {}) YIELD value RETURN value",
    "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n:Thing) RETURN n', {}) AS x",
    "CALL db.text_index.build({label: 'Case', property: 'name'})",
    "CALL db.ontology.clear()",
    "CALL db.cdc.enable()",
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
    "USE system SHOW USERS",
    "SHOW DATABASES",
    "SHOW PRIVILEGES",
    "CALL dbms.listQueries()",
    "CALL dbms.components() YIELD name RETURN name",
    "CALL db.ping() YIELD success RETURN success",
    "PROFILE LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
    "CYPHER runtime=slotted LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "CYPHER runtime=slotted PROFILE LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "// reading\nLOAD /* only */ CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "\\u004COAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "RETURN 1 AS one; LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
)
_LINES = "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line[0]"
_TABLE = "load /* */ csv WITH HEADERS FROM 'file:///etc/hostname' AS line RETURN line"
_HIDDEN = (
    f"RETURN [x IN [1] | COLLECT {{ {_LINES} }}] AS x",
    f"RETURN [x IN [1] | COLLECT {{ {_TABLE} }}] AS x",
    f"UNWIND [1, 2] AS x RETURN CASE WHEN x = 1 THEN COLLECT {{ {_LINES} }} ELSE [] END AS x",
    f"RETURN reduce(n = 0, x IN [1] | n + COUNT {{ {_LINES} }}) AS x",
    f"MATCH (n) WHERE CASE WHEN n.id > '' THEN EXISTS {{ {_LINES} }} ELSE true END RETURN n.id AS x",
    f"MATCH (n) RETURN n.id AS x ORDER BY CASE WHEN n.id > '' THEN COUNT {{ {_LINES} }} ELSE 1 END",
    f"MATCH (n) RETURN max(CASE WHEN n.id > '' THEN COUNT {{ {_LINES} }} ELSE 1 END) AS x",
    f"MATCH (n:`Case` {{id: head([x IN [1] | COLLECT {{ {_LINES} }}[0]])}}) RETURN n.id AS x",
    f"MATCH (n:`Case`)-[e* {{date: head([x IN [1] | COLLECT {{ {_LINES} }}[0]])}}]->(m) RETURN n.id AS x",
    f"UNWIND CASE WHEN rand() < 2 THEN COLLECT {{ {_LINES} }} ELSE [] END AS x RETURN x",
    f"CALL db.index.fulltext.queryNodes('names', head([x IN [1] | COLLECT {{ {_LINES} }}[0]])) YIELD node RETURN node",
    "RETURN [x IN [1] | COLLECT { CALL dbms.listConfig() YIELD name RETURN name }] AS x",
    "RETURN [x IN [1] | COLLECT { CALL db.ping() YIELD success RETURN success }] AS x",
    "RETURN [x IN [1] | COLLECT { CALL db.`ping`() YIELD success RETURN success }] AS x",
)
"""The same inside expressions, where a plan shows no operator of their own."""


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


@pytest.mark.parametrize("cypher", [*LEAKS, *_HIDDEN])
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
        "MATCH (n) WHERE n.name = 'LOAD CSV FROM' OR n.id IN ['dbms.x()', 'CALL dbms.listConfig()'] RETURN n.id AS id",
        "RETURN date.truncate('month', date('2024-03-05')) AS day, duration.between(date('2024-03-05'), date()) AS d",
        "RETURN ';' AS `a;b` /* ; */; // one; and done",
        "CYPHER runtime=slotted MATCH (n) RETURN count(n) AS n",
    ],
)
def test_words_alone_forbid_nothing(held: str, cypher: str) -> None:
    with open_store(held) as store:
        assert store.query(cypher).columns


@pytest.mark.parametrize("cypher", ["RETURN 1 AS a; RETURN 2 AS b", "RETURN 'a;' AS a;\nMATCH (n) RETURN n"])
def test_two_questions_at_a_time_are_refused(held: str, cypher: str) -> None:
    with open_store(held) as store, pytest.raises(QueryError):
        store.query(cypher)


def test_a_question_that_needs_too_much_memory_is_ended(held: str) -> None:
    """A list of a hundred million numbers, built and kept."""
    with open_store(held) as store, pytest.raises(QueryError):
        store.query(
            "WITH range(1, 100000000) AS numbers UNWIND numbers AS x WITH collect(x) AS all RETURN size(all) AS n"
        )
    with open_store(held) as store:
        assert store.query("RETURN 1 AS one").rows == ((1,),)
