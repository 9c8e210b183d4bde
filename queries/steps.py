"""How one case came out of another.

Always true: every step carries the words that state it, or says that it is inferred.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import GraphStore
from graph.vocabulary import EdgeType
from queries.catalogue import Row, ask
from queries.evidence import Quote, Quotes


@dataclass(frozen=True, slots=True)
class CaseName:
    """A case as an answer names it."""

    id: str
    name: str
    platform: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One renaming, merger or split."""

    type: EdgeType
    source: CaseName
    target: CaseName
    date: str | None
    reported: str | None
    """The day of the sitting that tells of it, when another one decided."""
    meeting: str | None
    """Title of the sitting that says so."""
    quotes: tuple[Quote, ...]
    inferred: bool
    confidence: float

    @property
    def day(self) -> str | None:
        """The day it counts from: when it came about, else when it was first told of."""
        return self.date or self.reported


def steps_of(store: GraphStore, rows: Iterable[Row]) -> list[Step]:
    """Rows of ``steps.cypher`` with their sitting's title and their quotes, in their order."""
    told = list(rows)
    quotes = Quotes(store, (i for row in told for i in row["passages"] or ()))
    titles = {row["id"]: row["name"] for row in ask(store, "sittings")} if told else {}
    return [_step(row, quotes, titles) for row in told]


def _step(row: Row, quotes: Quotes, titles: dict[str, str]) -> Step:
    return Step(
        type=EdgeType(row["type"]),
        source=CaseName(**row["source"]),
        target=CaseName(**row["target"]),
        date=row["date"],
        reported=row["reported"],
        meeting=titles.get(row["meeting"]),
        quotes=quotes.of(row["passages"]),
        inferred=bool(row["inferred"]),
        confidence=row["confidence"],
    )
