"""Questions in Cypher: the catalogue as examples, answers as a table and as a part of the network."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.dependencies import SettingsOf, Store
from api.pages.rendering import page
from graph.errors import QueryError, ReadOnlyError
from graph.store import GraphStore
from graph.vocabulary import Label
from queries.catalogue import Query as Catalogued
from queries.catalogue import ask, catalogue

router = APIRouter()
_ROWS = 500
"""How many rows a page shows; the API gives all of them."""
_DRAWN = 60
_LIKE: Mapping[str, Label] = {
    "case": Label.CASE, "cases": Label.CASE, "id": Label.CASE, "ids": Label.CASE, "a": Label.CASE, "b": Label.AGENCY,
    "agency": Label.AGENCY, "meeting": Label.MEETING, "program": Label.PROGRAM, "document": Label.DOCUMENT,
}  # fmt: skip
"""Of which label the ids are that a query of the catalogue takes."""


@dataclass(frozen=True, slots=True)
class Example:
    """A query of the catalogue, ready to be asked here."""

    name: str
    meaning: str
    text: str
    parameters: str


@dataclass(frozen=True, slots=True)
class CypherPage:
    """A question and its answer."""

    q: str
    parameters: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int
    problem: str | None
    """Why there is no answer."""
    nodes: tuple[str, ...]
    """Ids of nodes in the answer, to be drawn."""
    examples: tuple[Example, ...]


def cypher(
    store: Store,
    settings: SettingsOf,
    q: Annotated[str, Query(max_length=10_000)] = "",
    parameters: Annotated[str, Query(max_length=10_000)] = "",
) -> CypherPage:
    """The answer to a question, as far as a page shows it."""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    problem = None
    if q.strip():
        try:
            told = _parameters(parameters)
            seconds, most = settings.query_seconds, settings.query_rows
            answer = store.query(q, told, timeout_ms=int(1000 * seconds), max_rows=most)
            columns, rows = answer.columns, answer.rows
        except (QueryError, ReadOnlyError) as error:
            problem = str(error)
    nodes = _nodes(store, rows)
    return CypherPage(q, parameters, columns, rows[:_ROWS], len(rows), problem, nodes, tuple(_examples(store)))


def _parameters(text: str) -> dict[str, Any]:
    try:
        told = json.loads(text) if text.strip() else {}
    except json.JSONDecodeError as error:
        raise QueryError(f"the parameters are no JSON: {error.msg} at character {error.pos}") from error
    if not isinstance(told, dict):
        raise QueryError('the parameters have to be a JSON object, such as {"limit": 20}')
    return told


def _nodes(store: GraphStore, rows: tuple[tuple[Any, ...], ...]) -> tuple[str, ...]:
    """The nodes that an answer names, at most so many as can be drawn."""
    told = dict.fromkeys(text for row in rows for value in row for text in _texts(value) if ":" in text)
    asked = list(told)[: 5 * _DRAWN]
    known = {row["id"] for row in ask(store, "node_names", ids=asked)} if asked else set()
    return tuple(id for id in asked if id in known and not id.startswith(("passage:", "document:")))[:_DRAWN]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _examples(store: GraphStore) -> Iterator[Example]:
    """The catalogue, its examples with ids that this store has."""
    ids = {label: _any(store, label) for label in set(_LIKE.values())}
    for query in catalogue().values():
        told = {name: _like(name, value, ids) for name, value in query.example.items()}
        text = json.dumps(told, ensure_ascii=False) if told else ""
        yield Example(query.name, query.meaning, _plain(query), text)


def _plain(query: Catalogued) -> str:
    return query.text.strip()


def _any(store: GraphStore, label: Label) -> str:
    rows = store.query(f"MATCH (n:`{label}`) RETURN n.id AS id ORDER BY id LIMIT 1").records()
    return str(rows[0]["id"]) if rows else ""


def _like(name: str, value: Any, ids: Mapping[Label, str]) -> Any:
    label = _LIKE.get(name)
    if label is None or value is None:
        return value
    return [ids[label]] if isinstance(value, list) else ids[label]


page(router, "/cypher", "cypher.html.jinja", cypher)
