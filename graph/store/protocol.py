"""What a store can do, whichever it is.

Always true: a store holds exactly one graph, and changes from one to the next as a whole; a question never changes it.
The same Cypher text means the same on every store; answers are plain values (maps, lists, text, numbers).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self

from graph.interchange import ParsedDocument
from graph.model import Graph

TIMEOUT_MS = 10_000
"""How long a question may take when no one says otherwise."""

MAX_ROWS = 10_000
"""How many rows an answer may have when no one says otherwise."""


@dataclass(frozen=True, slots=True)
class Result:
    """An answer: the names of its columns, and its rows in their order."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def records(self) -> list[dict[str, Any]]:
        """The rows as maps from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class GraphStore(Protocol):
    """A place that keeps a graph. Opened by ``graph.store.open_store``; used in a ``with`` or closed by ``close``."""

    def replace(self, graph: Graph) -> None:
        """Make the store hold this graph, writing only what differs, all of it or nothing.

        In: the graph. Raises: ReadOnlyError on a store opened for reading; StoreError when it cannot be written.
        """
        ...

    def graph(self) -> Graph:
        """All that the store holds."""
        ...

    def documents(self) -> tuple[ParsedDocument, ...]:
        """What the documents that it was told of say, ready to be built again together with others."""
        ...

    def query(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout_ms: int = TIMEOUT_MS,
        max_rows: int = MAX_ROWS,
    ) -> Result:
        """Answer a question in Cypher.

        In: the text, its parameters, how long it may take and how many rows it may have. Out: columns and rows.
        Raises: ReadOnlyError when it would write or read files; QueryError when it is not valid, takes too long or
        has too many rows.
        """
        ...

    def content_hash(self) -> str:
        """``graph.model.content_hash`` of what the store holds."""
        ...

    def edition(self) -> Hashable | None:
        """A mark that changes whenever the store holds something else; None where that cannot be told at once."""
        ...

    def close(self) -> None:
        """Let go of the store; closing twice does no harm."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
