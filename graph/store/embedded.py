"""The store in one file (kglite): nothing to install, one process writes, any number read.

Always true: the file is replaced as a whole by ``replace`` (written beside, then renamed), so a process that is killed
leaves the old graph or the new one; a reader sees the last graph that was written completely, and the next one at its
next question; the engine's own refusals, not ours, keep a question from writing and from reading files.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import kglite

from graph.errors import QueryError, ReadOnlyError, StoreError
from graph.interchange import ParsedDocument
from graph.model import Graph, content_hash
from graph.schema import VERSION
from graph.store.mapping import ALL_EDGES, ALL_NODES, CONSTRAINTS, changes, edge_of, node_of
from graph.store.protocol import MAX_ROWS, TIMEOUT_MS, Result

_MAGIC = b"RGF"
_UNSOUND = ["fuse_order_by_top_k"]
"""Optimiser passes of this kglite that give wrong answers (ORDER BY … LIMIT inside CALL)."""
_NO_CODE = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|//[^\n]*|/\*.*?\*/""", re.DOTALL)
"""Texts, names and comments: a semicolon in them parts no statements; the engine knows no /* comments */."""
_WORK = 5_000_000
"""Rows and items that a question may hold at one time; keeps it within about a gigabyte."""


class EmbeddedStore:
    """A graph in a file. In: the file's path, and whether to write."""

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self.path = path
        self.write = write
        self._stamp: tuple[int, ...] = ()
        kglite.set_query_warning_policy("silent")
        _check(path, write)
        self._kg: Any = None
        self._take_up()

    def _take_up(self) -> None:
        """Open the file as it is now."""
        stamp = _stamp(self.path)
        self._kg = _opened(self.path, self._open)
        self._stamp = stamp  # last: a thread that sees the new mark must not meet the old graph

    def _open(self) -> Any:
        path = str(self.path)
        handle = kglite.open(path, durable="off") if self.write else kglite.load(path)
        if len(handle) and handle.schema_version != VERSION:
            _release(handle)
            raise StoreError(f"{path} was written by another program or version; load your documents into a new store")
        handle.read_only(True)
        return handle

    def replace(self, graph: Graph) -> None:
        """See ``GraphStore.replace``."""
        if not self.write:
            raise ReadOnlyError(f"{self.path} is open for reading; open it for writing to load documents")
        statements = list(changes(self.graph(), graph))
        if not statements and self._stamp:
            return
        handle = self._handle()
        handle.read_only(False)
        try:
            with handle.begin() as transaction:
                for constraint in CONSTRAINTS:
                    transaction.cypher(constraint)
                for statement in statements:
                    transaction.cypher(statement.cypher, params={"rows": statement.rows}, timeout_ms=0)
            handle.set_schema_version(VERSION)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # how the engine lays out its file is no news to who loads minutes
                handle.save()
        except (kglite.KgError, OSError, ValueError) as error:
            self.close()
            raise StoreError(f"{self.path} could not be written ({error}); it still holds what it held") from error
        handle.read_only(True)
        self._stamp = _stamp(self.path)

    def graph(self) -> Graph:
        """See ``GraphStore.graph``."""
        handle = self._handle()
        nodes = [node_of(row["label"], row["held"]) for row in _all(handle, ALL_NODES)]
        edges = [edge_of(row["type"], row["source"], row["target"], row["held"]) for row in _all(handle, ALL_EDGES)]
        return Graph.of(nodes, edges)

    def documents(self) -> tuple[ParsedDocument, ...]:
        """See ``GraphStore.documents``."""
        from graph.interchange_json import loads_with_text

        cypher = "MATCH (d:Document) WHERE d.parsed IS NOT NULL RETURN d.parsed AS parsed, d.text AS text ORDER BY d.id"
        rows = _all(self._handle(), cypher)
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
        cypher = _NO_CODE.sub(lambda found: " " if found[0].startswith("/*") else found[0], cypher)
        _admit(cypher)
        limits = {"timeout_ms": timeout_ms, "row_limit": max_rows + 1, "max_work_units": _WORK}
        answer = _run(self._handle(), cypher, parameters, **limits)
        rows = tuple(tuple(_plain(value) for value in row.values()) for row in answer.to_list())
        if len(rows) > max_rows:
            raise QueryError(f"the answer has more than {max_rows} rows; add a LIMIT or ask for less")
        return Result(tuple(answer.columns), rows)

    def content_hash(self) -> str:
        """See ``GraphStore.content_hash``."""
        return content_hash(self.graph())

    def edition(self) -> tuple[int, ...]:
        """See ``GraphStore.edition``."""
        self._handle()
        return self._stamp

    def close(self) -> None:
        """See ``GraphStore.close``."""
        if self._kg is not None:
            handle, self._kg = self._kg, None
            if self.write:
                _release(handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _handle(self) -> Any:
        """The engine; a reader takes up a file that has been written since."""
        if self._kg is None:
            raise StoreError(f"{self.path} has been closed")
        if not self.write and _stamp(self.path) != self._stamp:
            self._take_up()
        return self._kg


def _all(handle: Any, cypher: str) -> list[dict[str, Any]]:
    """Every row of a question of our own, however long it takes."""
    rows: list[dict[str, Any]] = _run(handle, cypher, None, timeout_ms=0).to_list()
    return rows


def _run(handle: Any, cypher: str, parameters: Mapping[str, Any] | None, **limits: int) -> Any:
    """The engine's answer, or what it told as an error of ours."""
    options = {"disabled_passes": _UNSOUND, "hide_structural_keys": True, **limits}
    try:
        return handle.cypher(cypher, params=dict(parameters or {}), **options)
    except kglite.ReadOnlyError as error:
        raise ReadOnlyError("a question may only read the graph; this one would write") from error
    except kglite.CypherTimeoutError as error:
        raise QueryError(f"the question took longer than {limits['timeout_ms']} ms; narrow it") from error
    except (kglite.KgError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise QueryError(f"the question cannot be answered: {error}") from error


def _check(path: Path, write: bool) -> None:
    """StoreError unless the path can be a store."""
    if not path.exists():
        if not write:
            raise StoreError(f"there is no store at {path}; make one with `yange load`")
        if not path.parent.is_dir():
            raise StoreError(f"there is no folder {path.parent} to keep a store in; make it first")
    elif not path.is_file():
        raise StoreError(f"{path} is no store but a folder; name a file, such as {path / 'yange.kgl'}")
    else:
        try:
            with path.open("rb") as file:
                begins = file.read(len(_MAGIC))
        except OSError as error:
            raise StoreError(f"{path} cannot be read ({error.strerror}); check who may read it") from error
        if begins != _MAGIC:
            raise StoreError(f"{path} is no store of Yange; name another file")


def _opened(path: Path, open_: Callable[[], Any]) -> Any:
    """The engine's handle, or a StoreError that says what stands in the way."""
    try:
        return open_()
    except kglite.WriterLeaseHeldError as error:
        holder = error.holder
        who = "this process" if holder.get("self") else f"process {holder.get('pid') or '(unknown)'}"
        since = f" since {holder['since']}" if holder.get("since") else ""
        raise StoreError(f"{path} is being written by {who}{since}; wait until it is done, or read it") from error
    except (kglite.KgError, OSError, ValueError) as error:
        raise StoreError(f"{path} cannot be opened as a store ({error}); load your documents into a new one") from error


def _release(handle: Any) -> None:
    """Give up the file without writing it: its ``close`` would, and only leaving on an error does not."""
    handle.__exit__(StoreError, None, None)


def _stamp(path: Path) -> tuple[int, ...]:
    """What changes whenever the file is replaced; empty when there is none."""
    try:
        seen = os.stat(path)
    except FileNotFoundError:
        return ()
    return (seen.st_ino, seen.st_mtime_ns, seen.st_size)


@lru_cache(maxsize=1024)
def _admit(cypher: str) -> None:
    """Let a text through that the engine would take as a stored query; ReadOnlyError or QueryError for any other.

    Stored queries may neither write nor read files; plain ones may LOAD CSV from disk even through a read-only handle.
    So every question is first offered as a stored query to an empty graph, which parses it and runs nothing.
    """
    if ";" in _NO_CODE.sub("", cypher).strip().rstrip(";"):  # the engine would run them all and answer the last
        raise QueryError("one question at a time; this text holds several, parted by a semicolon")
    try:
        kglite.KnowledgeGraph().set_recipe("question", "question", "checked only", cypher, None, "checked only")
    except kglite.KgError as error:
        told = str(error).removeprefix("Invalid argument: ").replace("in recipe queries", "in a question")
        if told.startswith("parameters schema"):
            return  # looked at after everything else, and no concern of a question that is not stored
        kind = ReadOnlyError if "read-only" in told or "LOAD CSV is not allowed" in told else QueryError
        raise kind(f"the question cannot be answered: {told}") from error


def _plain(value: Any) -> Any:
    """A value as every store gives it: nodes and relationships as maps, days and times as ISO text."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"id", "labels", "properties"}:
        return {"labels": value["labels"], **_plain(_without_virtual(value["properties"]))}
    if value.keys() == {"id", "start", "end", "type", "properties"}:
        return {"type": value["type"], **_plain(value["properties"])}
    return {key: _plain(one) for key, one in _without_virtual(value).items()}


def _without_virtual(held: dict[str, Any]) -> dict[str, Any]:
    """A node's map without ``title`` and ``type``, which the engine adds and no node of ours has."""
    if "id" in held and "name" in held and held.get("title") == held["name"]:
        return {key: value for key, value in held.items() if key not in ("title", "type")}
    return held
