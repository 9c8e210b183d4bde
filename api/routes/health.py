"""How the server is, for whoever watches over it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from api.dependencies import Store
from api.problems import responses

router = APIRouter(tags=["server"])


class Health(BaseModel):
    """How the server is."""

    status: Literal["ok"] = "ok"


@router.get("/healthz", summary="Whether the process runs")
async def health() -> Health:
    """Asks nothing of the store; needs no token."""
    return Health()


@router.get("/readyz", summary="Whether the store answers", responses=responses(HTTPStatus.SERVICE_UNAVAILABLE))
def readiness(store: Store) -> Health:
    """503 while it does not; needs no token."""
    store.query("RETURN 1 AS one")
    return Health()


@router.get("/metrics", summary="Figures for Prometheus", response_class=Response)
async def metrics(request: Request) -> Response:
    """Requests and their times, of this process alone."""
    return Response(request.app.state.figures.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
