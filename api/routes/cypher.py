"""Questions of one's own."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from api.dependencies import SettingsOf, Store
from api.problems import responses
from api.settings import Settings
from graph.errors import InputError, NotFoundError
from graph.store import GraphStore
from queries.catalogue import Query as CatalogueQuery
from queries.catalogue import catalogue

router = APIRouter(prefix="/api/v1", tags=["cypher"], responses=responses(HTTPStatus.FORBIDDEN))

_EXAMPLE = "MATCH (c:`Case`) RETURN c.status AS status, count(*) AS cases ORDER BY cases DESC"


class Question(BaseModel):
    """A question and its parameters."""

    model_config = ConfigDict(extra="forbid")

    query: str = Field(max_length=20_000, examples=[_EXAMPLE])
    parameters: dict[str, Any] = Field({}, examples=[{}])


class Answer(BaseModel):
    """Rows of values, one for each column; nodes and relationships are maps."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@router.get("/cypher", summary="Ask in Cypher, in the address")
def asked(
    store: Store,
    settings: SettingsOf,
    query: Annotated[str, Query(max_length=8_000, examples=[_EXAMPLE])],
    parameters: Annotated[
        str, Query(description="Parameters, as one JSON object.", max_length=4_000, examples=['{"day": "2024-01-01"}'])
    ] = "{}",
) -> Answer:
    """Only reads; 403 for what would write, 400 for what is no Cypher, takes too long or has too many rows."""
    try:
        given = json.loads(parameters)
    except (ValueError, RecursionError) as error:
        raise InputError("the parameters are no JSON object; write them as {}") from error
    if not isinstance(given, dict):
        raise InputError("the parameters are no JSON object; write them as {}")
    return _answer(store, settings, query, given)


@router.post("/cypher", summary="Ask in Cypher")
def posted(store: Store, settings: SettingsOf, question: Question) -> Answer:
    """Only reads; 403 for what would write, 400 for what is no Cypher, takes too long or has too many rows."""
    return _answer(store, settings, question.query, question.parameters)


@router.get("/queries", summary="The catalogue of questions")
def queries() -> tuple[CatalogueQuery, ...]:
    """Each with its Cypher, what its parameters and columns mean, and an example."""
    return tuple(catalogue().values())


@router.get("/queries/{name}", summary="One question of the catalogue")
def query(name: str) -> CatalogueQuery:
    """By its name."""
    found = catalogue().get(name)
    if found is None:
        raise NotFoundError(f"no query is called {name}")
    return found


def _answer(store: GraphStore, settings: Settings, query: str, parameters: dict[str, Any]) -> Answer:
    limits = {"timeout_ms": int(settings.query_seconds * 1000), "max_rows": settings.query_rows}
    found = store.query(query, parameters, **limits)
    return Answer(columns=found.columns, rows=found.rows)
