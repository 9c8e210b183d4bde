"""Documents: their texts, and what is stated where in them.

Always true: a span counts code points of the document's own text, its end exclusive; every span is a passage of the
graph, and says which edges rest on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from graph.errors import NotFoundError
from graph.store import GraphStore
from graph.vocabulary import EdgeType, Label
from queries.catalogue import MAX_ROWS, ask, catalogue
from queries.evidence import Quote, Quotes
from queries.links import NodeName
from queries.memory import remembered


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document in a list."""

    id: str
    name: str | None
    path: str | None
    media_type: str | None
    kind: str | None
    sha256: str
    records: tuple[str, ...]
    """Ids of the sittings and plans recorded in it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """An edge that a passage states."""

    type: EdgeType
    source: NodeName
    target: NodeName
    role: str | None
    """Of a body or an organiser."""
    date: str | None
    inferred: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Span:
    """A passage in its document's text."""

    passage: str
    start: int
    end: int
    text: str
    section: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text of a document with every passage in it."""

    document: DocumentEntry
    text: str
    spans: tuple[Span, ...]
    """By where they begin; they may overlap."""


@dataclass(frozen=True, slots=True)
class Context:
    """A passage with the text around it, and what it states."""

    quote: Quote
    before: str
    after: str
    statements: tuple[Statement, ...]


def document_list(store: GraphStore) -> tuple[DocumentEntry, ...]:
    """The documents by their path."""
    return tuple(DocumentEntry(**row | {"records": tuple(row["records"])}) for row in ask(store, "document_list"))


def marked_text(store: GraphStore, document: str) -> MarkedText:
    """The text of a document by its id, with its passages; NotFoundError when there is none."""
    entry = next((one for one in document_list(store) if one.id == document), None)
    if entry is None:
        raise NotFoundError(f"no Document has the id {document}")
    return MarkedText(entry, _text(store, document), spans(store, document))


def spans(store: GraphStore, document: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """The passages of a document that lie between two offsets, in order; to the end of it where none is given."""
    rows = [
        row
        for row in ask(store, "document_passages", document=document)
        if start <= row["start"] and (end is None or row["stop"] <= end)
    ]
    stated = _statements(store, [row["id"] for row in rows])
    return tuple(
        Span(r["id"], r["start"], r["stop"], r["text"], r["section"] or None, stated.get(r["id"], ())) for r in rows
    )


def meeting_texts(store: GraphStore, meeting: str) -> tuple[MarkedText, ...]:
    """The documents that a sitting is recorded in; none for one only spoken of."""
    ids = dict.fromkeys(row["id"] for row in ask(store, "meeting_documents", meeting=meeting))
    return tuple(marked_text(store, id) for id in ids)


def context(store: GraphStore, passage: str, around: int) -> Context:
    """A passage by its id, with so many characters before and after it; NotFoundError when there is none."""
    (quote,) = Quotes(store, [passage]).of([passage]) or (None,)
    if quote is None:
        raise NotFoundError(f"no Passage has the id {passage}")
    text = _text(store, quote.document)
    before, after = text[max(quote.start - around, 0) : quote.start], text[quote.end : quote.end + around]
    return Context(quote, before, after, _statements(store, [passage]).get(passage, ()))


def _text(store: GraphStore, document: str) -> str:
    (row,) = ask(store, "documents", ids=[document])
    text: str = row["text"]
    return text


def _statements(store: GraphStore, passages: Iterable[str]) -> dict[str, tuple[Statement, ...]]:
    """What these passages state, by their ids."""
    every = remembered(store, _every_statement)
    said = {id: every[id] for id in passages if id in every}
    ends = {end for some in said.values() for one in some for end in (one.source, one.target)}
    names = {
        r["id"]: NodeName(r["id"], r["name"] or "", Label(r["label"]))
        for r in ask(store, "node_names", ids=sorted(ends))
    }
    return {
        id: tuple(
            Statement(EdgeType(e.type), names[e.source], names[e.target], e.role, e.date, e.inferred, e.confidence)
            for e in some
        )
        for id, some in said.items()
    }


class _Edge(NamedTuple):
    """A row of the query of all statements, without its passages."""

    type: str
    source: str
    target: str
    role: str | None
    date: str | None
    inferred: bool
    confidence: float


def _every_statement(store: GraphStore) -> dict[str, list[_Edge]]:
    """Each statement of the graph, by passage."""
    found: dict[str, list[_Edge]] = {}
    for *edge, passages in store.query(catalogue()["statements"].text, max_rows=MAX_ROWS).rows:
        for passage in passages or ():
            found.setdefault(passage, []).append(_Edge(*edge))
    return found
