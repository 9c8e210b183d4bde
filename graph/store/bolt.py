"""The store on a Neo4j server, through the official driver: for those who share one graph.

Always true: a writing store holds a transaction open whose metadata says who writes, so the server itself forgets a
writer that dies; a graph is put there in one transaction, so a writer that is killed leaves the old graph or the new
one; a question runs with reading access, after the server's own plan has shown that it reads no file and calls nothing
unknown. Passwords come from the environment or a prompt and stand in no message.
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeVar

import neo4j
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError, ServiceUnavailable
from neo4j.graph import Node, Path, Relationship

from graph.errors import LoginError, QueryError, ReadOnlyError, StoreError
from graph.interchange import ParsedDocument
from graph.model import Graph, content_hash
from graph.store.mapping import ALL_EDGES, ALL_NODES, CONSTRAINTS, FULLTEXT, Statement, changes, edge_of, node_of
from graph.store.protocol import MAX_ROWS, TIMEOUT_MS, Result

T = TypeVar("T")
_BATCH = 5_000
"""Rows that one statement carries."""
_TRIES = 10
"""How often a reader begins again when a writer was faster."""
_WRITER = "yange writer"
_PROCEDURES = ("db.index.fulltext.", "db.labels", "db.relationshipTypes", "db.propertyKeys", "db.schema.")
"""Procedures that read the graph and nothing else."""
_FUNCTIONS = tuple(
    f"{name}." for name in ("date", "datetime", "duration", "localdatetime", "localtime", "point", "time", "vector")
)
"""Where a server's own functions with a dot in their name belong; all others come from plugins."""
_CALLED = re.compile(r"([\w`]+(?:\.[\w`]+)+)\(")
_LOADED = re.compile(r"\bLOAD CSV (?:WITH HEADERS )?FROM\b")
"""Both are looked for in what a plan tells of its operators, where a question's own words are but $parameters: what is
called or loaded inside an expression is no operator of its own."""
_FORBIDDEN = {
    "LoadCSV": "read files or addresses (LOAD CSV)",
    "Show": "ask about the server itself (SHOW)",
    "Terminate": "end what others do (TERMINATE)",
}
"""Operators of a plan, by how their names begin, that neither read nor write the graph."""


class BoltStore:
    """A graph on a server. In: its URL (bolt, neo4j, with +s or +ssc for TLS), and whether to write.

    The user and password are read from NEO4J_USERNAME (neo4j when unset) and NEO4J_PASSWORD; the database from
    NEO4J_DATABASE (the server's default when unset).
    """

    def __init__(self, url: str, *, write: bool = False) -> None:
        self.url = url
        self.write = write
        self._database = os.environ.get("NEO4J_DATABASE") or None
        self._driver: neo4j.Driver | None = _connected(url)
        self._lease: tuple[neo4j.Session, neo4j.Transaction] | None = None
        try:
            if write:
                self._lease = self._hold()
        except BaseException:
            self.close()
            raise

    def replace(self, graph: Graph) -> None:
        """See ``GraphStore.replace``."""
        if not self.write:
            raise ReadOnlyError(f"{self.url} is open for reading; open it for writing to load documents")
        statements = list(changes(self.graph(), graph))
        self._prepare()
        if statements:
            self._told(lambda session: session.execute_write(_apply, statements), "could not be written")

    def graph(self) -> Graph:
        """See ``GraphStore.graph``."""
        for _ in range(_TRIES):
            try:
                found = self._told(_snapshot, "could not be read")
            except (KeyError, ValueError) as error:
                own = "give Yange a database of its own"
                raise StoreError(f"{self.url} holds something that Yange did not write ({error}); {own}") from error
            if found is not None:
                return found
        raise StoreError(f"{self.url} is being changed all the time; ask again when the loading is done")

    def documents(self) -> tuple[ParsedDocument, ...]:
        """See ``GraphStore.documents``."""
        from graph.interchange_json import loads_with_text

        cypher = "MATCH (d:Document) WHERE d.parsed IS NOT NULL RETURN d.parsed AS parsed, d.text AS text ORDER BY d.id"
        rows = self._told(lambda session: session.execute_read(_rows, cypher), "could not be read")
        return tuple(loads_with_text(row["parsed"], row["text"]) for row in rows)

    def query(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout_ms: int = TIMEOUT_MS,
        max_rows: int = MAX_ROWS,
    ) -> Result:
        """See ``GraphStore.query``."""
        given = dict(parameters or {})
        try:
            with self._session(neo4j.READ_ACCESS) as session:
                _admit(session, cypher, given, timeout_ms)
                answer = session.run(neo4j.Query(cypher, timeout=timeout_ms / 1000), given)
                columns = tuple(answer.keys())
                rows = tuple(tuple(_plain(value) for value in row.values()) for row in answer.fetch(max_rows + 1))
                if len(rows) <= max_rows and answer.consume().plan is not None:
                    raise QueryError("the question cannot be answered: leave out EXPLAIN")
        except (Neo4jError, DriverError, ValueError, TypeError, OverflowError) as error:
            raise _question_error(error, timeout_ms) from error
        if len(rows) > max_rows:
            raise QueryError(f"the answer has more than {max_rows} rows; add a LIMIT or ask for less")
        return Result(columns, rows)

    def content_hash(self) -> str:
        """See ``GraphStore.content_hash``."""
        return content_hash(self.graph())

    def edition(self) -> None:
        """See ``GraphStore.edition``: others may write to a server at any time, and it tells nobody."""

    def close(self) -> None:
        """See ``GraphStore.close``."""
        if self._lease is not None:
            session, transaction = self._lease
            self._lease = None
            for end in (transaction.close, session.close):
                _quietly(end)
        if self._driver is not None:
            self._driver.close()
            self._driver = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- sessions ------------------------------------------------------------------------------------------------------

    def _session(self, access: str) -> neo4j.Session:
        if self._driver is None:
            raise StoreError(f"{self.url} has been closed")
        return self._driver.session(database=self._database, default_access_mode=access)

    def _told(self, work: Callable[[neo4j.Session], T], trouble: str) -> T:
        """The outcome of some work, or what the server told as an error of ours."""
        try:
            with self._session(neo4j.WRITE_ACCESS if self.write else neo4j.READ_ACCESS) as session:
                return work(session)
        except (Neo4jError, DriverError) as error:
            raise StoreError(f"{self.url} {trouble} ({_words(error)}); it still holds what it held") from error

    def _prepare(self) -> None:
        """Constraints and the index over names; they are there before any question warns that a label is unknown."""
        for statement in (*CONSTRAINTS, FULLTEXT):
            self._told(partial(_run, statement), "could not be prepared")

    # -- one writer ----------------------------------------------------------------------------------------------------

    def _hold(self) -> tuple[neo4j.Session, neo4j.Transaction]:
        """A transaction that says who writes; StoreError when another one says so already."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        me = {"app": _WRITER, "process": os.getpid(), "host": socket.gethostname(), "since": now}
        try:
            session = self._session(neo4j.READ_ACCESS)
            transaction = session.begin_transaction(metadata=me, timeout=0)
            transaction.run("RETURN 1 AS held").consume()
            writers = self._writers()
        except (Neo4jError, DriverError) as error:
            raise StoreError(f"{self.url} cannot be written ({_words(error)})") from error
        first = min(writers, key=lambda writer: (writer["since"], writer["process"]), default=me)
        if first != me:
            _quietly(transaction.close)
            _quietly(session.close)
            own = (first["process"], first["host"]) == (me["process"], me["host"])
            who = "this process" if own else f"process {first['process']} on {first['host']}"
            raise StoreError(f"{self.url} is being written by {who} since {first['since']}; wait until it is done")
        return session, transaction

    def _writers(self) -> list[dict[str, Any]]:
        """Who holds the store for writing, as their open transactions say."""
        with self._session(neo4j.READ_ACCESS) as session:
            rows = session.run("SHOW TRANSACTIONS YIELD metaData").data()
        return [row["metaData"] for row in rows if row["metaData"].get("app") == _WRITER]


def _connected(url: str) -> neo4j.Driver:
    """A driver that has reached its server, or a StoreError that says what stands in the way."""
    user, password = os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD")
    try:
        driver = neo4j.GraphDatabase.driver(
            url,
            auth=(user, password) if password else None,
            notifications_disabled_classifications=["UNRECOGNIZED", "GENERIC", "PERFORMANCE", "HINT", "DEPRECATION"],
            connection_acquisition_timeout=15,
            user_agent="yange",
        )
    except (DriverError, ValueError) as error:
        raise StoreError(f"{url} is no address of a server ({_words(error)}); write bolt://host:7687") from error
    try:
        driver.verify_connectivity()
    except AuthError as error:
        driver.close()
        missing = "set NEO4J_PASSWORD" if password is None else "check NEO4J_USERNAME and NEO4J_PASSWORD"
        raise LoginError(f"{url} does not let {user} in; {missing}") from error
    except (ServiceUnavailable, Neo4jError, DriverError, OSError) as error:
        driver.close()
        raise StoreError(f"{url} cannot be reached ({_words(error)}); is the server running?") from error
    return driver


def _run(statement: str, session: neo4j.Session) -> None:
    session.run(statement).consume()


def _apply(transaction: neo4j.ManagedTransaction, statements: list[Statement]) -> None:
    for statement in statements:
        for start in range(0, len(statement.rows), _BATCH):
            rows = statement.rows[start : start + _BATCH]
            transaction.run(statement.cypher, rows=rows).consume()


def _snapshot(session: neo4j.Session) -> Graph | None:
    """The whole graph at one moment; None when something was committed while it was read.

    A bookmark names the last commit that a transaction has seen: the same before and after, and nothing came between.
    """
    session.execute_read(_rows, "RETURN 1 AS one")
    before = session.last_bookmarks().raw_values
    nodes, edges = session.execute_read(_everything)
    return Graph.of(nodes, edges) if session.last_bookmarks().raw_values == before else None


def _everything(transaction: neo4j.ManagedTransaction) -> tuple[list[Any], list[Any]]:
    nodes = [node_of(row["label"], row["held"]) for row in _rows(transaction, ALL_NODES)]
    edges = [edge_of(row["type"], row["source"], row["target"], row["held"]) for row in _rows(transaction, ALL_EDGES)]
    return nodes, edges


def _rows(transaction: neo4j.ManagedTransaction, cypher: str) -> list[dict[str, Any]]:
    return transaction.run(cypher).data()


# -- what a question may do --------------------------------------------------------------------------------------------


def _admit(session: neo4j.Session, cypher: str, parameters: dict[str, Any], timeout_ms: int) -> None:
    """ReadOnlyError unless the plan that the server makes of a question reads the graph and nothing else."""
    query = neo4j.Query(f"EXPLAIN {cypher}", timeout=timeout_ms / 1000)
    summary = session.run(query, parameters).consume()
    if summary.query_type != "r":
        raise ReadOnlyError("a question may only read the graph; this one would write or change the schema")
    if summary.plan is None:
        raise QueryError("the question cannot be answered: the server makes no plan of it")
    for operator in _operators(summary.plan):
        kind, told = operator["operatorType"].split("@")[0], str(operator.get("args", {}).get("Details", ""))
        kind = "LoadCSV" if _LOADED.search(told) else kind
        for begins, what in _FORBIDDEN.items():
            if kind.startswith(begins):
                raise ReadOnlyError(f"a question may not {what}")
        for called in _CALLED.findall(told) or (["this procedure"] if "ProcedureCall" in kind else []):
            if not called.startswith((*_PROCEDURES, *_FUNCTIONS)):
                raise ReadOnlyError(f"a question may not call {called}")


def _operators(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("children", ()):
        yield from _operators(child)


def _question_error(error: Exception, timeout_ms: int) -> QueryError | ReadOnlyError | StoreError:
    """What a refused question is told."""
    code = getattr(error, "code", "") or ""
    if code.endswith("AccessMode") or "Forbidden" in code:
        return ReadOnlyError("a question may only read the graph; this one would write")
    if "TransactionTimedOut" in code:
        return QueryError(f"the question took longer than {timeout_ms} ms; narrow it")
    if "MemoryPoolOutOfMemory" in code:
        return QueryError("the question needs more memory than the server gives it; narrow it")
    if isinstance(error, (ServiceUnavailable, DriverError)) and not isinstance(error, ClientError):
        return StoreError(f"the server cannot be reached ({_words(error)})")
    return QueryError(f"the question cannot be answered: {_words(error)}")


def _words(error: Exception) -> str:
    """An error in one line."""
    told = getattr(error, "message", None) or str(error) or type(error).__name__
    return " ".join(str(told).split())[:300]


def _quietly(end: Callable[[], None]) -> None:
    """End something that may have ended already."""
    try:
        end()
    except (Neo4jError, DriverError):
        return


def _plain(value: Any) -> Any:
    """A value as every store gives it: nodes and relationships as maps, days and times as ISO text."""
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **{key: _plain(one) for key, one in value.items()}}
    if isinstance(value, Relationship):
        return {"type": value.type, **{key: _plain(one) for key, one in value.items()}}
    if isinstance(value, Path):
        return {"nodes": _plain(list(value.nodes)), "relationships": _plain(list(value.relationships))}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value.iso_format() if hasattr(value, "iso_format") else value
