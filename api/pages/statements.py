"""What the minutes of a sitting were read to say: every edge that rests on one of their passages.

Always true: a statement stands once for each edge of the graph; those of one passage stand together, passages in the
order of the document.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label, Role
from queries.catalogue import MAX_ROWS, Row, ask
from queries.links import NodeName

_ROW = """type(e) AS type, labels(a)[0] AS source_label, a.id AS source, coalesce(a.name, a.text) AS source_name,
       labels(b)[0] AS target_label, b.id AS target, coalesce(b.name, b.text) AS target_name,
       e.role AS role, e.inferred AS inferred, e.confidence AS confidence, e.passages AS passages"""
_STATED = f"""
UNWIND $roots AS one
MATCH (a)-[e]->(b:Meeting {{id: one}}) RETURN {_ROW}
UNION ALL
UNWIND $roots AS one
MATCH (a:Meeting {{id: one}})-[e:HELD_BY]->(b) RETURN {_ROW}
UNION ALL
UNWIND $roots AS one
MATCH (c:`Case`)-[:DISCUSSED_AT]->(:Meeting {{id: one}})
WITH DISTINCT c AS a MATCH (a)-[e]->(b) RETURN {_ROW}
UNION ALL
UNWIND $roots AS one
MATCH (c:`Case`)-[:DISCUSSED_AT]->(:Meeting {{id: one}})
WITH DISTINCT c AS b MATCH (a)-[e]->(b) RETURN {_ROW}
UNION ALL
UNWIND $roots AS one
MATCH (a:ActionItem)-[:DECIDED_AT]->(:Meeting {{id: one}})
MATCH (a)-[e:ASSIGNED_TO]->(b) RETURN {_ROW}
"""
_PLANNED = f"""
MATCH (p:Plan)-[:RECORDED_IN]->(:Document {{id: $document}})
WITH p AS b MATCH (a)-[e]->(b) RETURN {_ROW}
UNION ALL
MATCH (p:Plan)-[:RECORDED_IN]->(:Document {{id: $document}})
WITH p AS a MATCH (a)-[e]->(b) RETURN {_ROW}
"""
_UNTOLD = frozenset({EdgeType.FOLLOWS, EdgeType.RECORDED_IN})
"""Edges that only say how documents are ordered."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One edge, and the passages of this text that it rests on."""

    type: EdgeType
    source: NodeName
    target: NodeName
    role: Role | None
    inferred: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Span:
    """A passage of the text and what it states."""

    id: str
    start: int
    end: int
    section: str | None
    text: str
    statements: tuple[Statement, ...]


def spans(store: GraphStore, document: str, meetings: Iterable[str], start: int, end: int) -> tuple[Span, ...]:
    """What stands on the passages of a part of a document.

    In: a document; the sittings that this part tells of; where it begins and ends. Out: its passages in order.
    """
    rows = store.query(_STATED, {"roots": sorted(meetings)}, max_rows=MAX_ROWS).records()
    rows += store.query(_PLANNED, {"document": document}, max_rows=MAX_ROWS).records()
    ids = sorted({i for row in rows for i in row["passages"] or ()})
    held = [
        p
        for p in ask(store, "passages", ids=ids)
        if p["document"] == document and start <= p["start"] and p["stop"] <= end
    ]
    by_passage: dict[str, dict[tuple[str, str, str, str | None], Statement]] = {p["id"]: {} for p in held}
    for row in rows:
        for passage in row["passages"] or ():
            if passage in by_passage and row["type"] not in _UNTOLD:
                by_passage[passage][row["type"], row["source"], row["target"], row["role"]] = _statement(row)
    ordered = sorted(held, key=lambda p: (p["start"], p["stop"], p["id"]))
    return tuple(
        Span(p["id"], p["start"], p["stop"], p["section"] or None, p["text"], tuple(by_passage[p["id"]].values()))
        for p in ordered
        if by_passage[p["id"]]
    )


@dataclass(frozen=True, slots=True)
class Alike:
    """Statements of one kind about the same thing, told in one breath."""

    type: EdgeType
    role: Role | None
    inferred: bool
    whose: tuple[NodeName, ...]
    about: NodeName | None
    """None for what is said of the sitting itself."""


def grouped(statements: Iterable[Statement]) -> list[Alike]:
    """Statements of one passage, those that differ only in who together."""
    found: dict[tuple[EdgeType, Role | None, bool, NodeName | None], list[NodeName]] = {}
    for one in statements:
        task = one.source.label is Label.ACTION_ITEM
        about = None if task or one.target.label is Label.MEETING else one.target
        if not task or one.type is not EdgeType.DECIDED_AT:
            whose = one.target if task else one.source
            found.setdefault((one.type, one.role, one.inferred, about), []).append(whose)
        else:
            found.setdefault((one.type, one.role, one.inferred, about), [])
    return [Alike(kind, role, inferred, tuple(whose), about) for (kind, role, inferred, about), whose in found.items()]


def _statement(row: Row) -> Statement:
    return Statement(
        type=EdgeType(row["type"]),
        source=NodeName(row["source"], row["source_name"] or "", Label(row["source_label"])),
        target=NodeName(row["target"], row["target_name"] or "", Label(row["target_label"])),
        role=Role(row["role"]) if row["role"] in set(Role) else None,
        inferred=bool(row["inferred"]),
        confidence=row["confidence"],
    )
