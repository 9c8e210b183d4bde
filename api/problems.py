"""What went wrong, as problem+json (RFC 9457).

Always true: every error answer of the API has this form; it says nothing of the machine: no path of a file, no trace.
"""

from __future__ import annotations

import logging
import re
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from graph.errors import InputError, NotFoundError, QueryError, ReadOnlyError, StoreError, YangeError

MEDIA_TYPE = "application/problem+json"
USUAL = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.SERVICE_UNAVAILABLE)
"""What any route that asks the store may answer."""

_LOG = logging.getLogger("yange.api")
_STATUS: dict[type[YangeError], HTTPStatus] = {
    NotFoundError: HTTPStatus.NOT_FOUND,
    ReadOnlyError: HTTPStatus.FORBIDDEN,
    QueryError: HTTPStatus.BAD_REQUEST,
    InputError: HTTPStatus.BAD_REQUEST,
    StoreError: HTTPStatus.SERVICE_UNAVAILABLE,
}

_BEHIND = {
    HTTPStatus.SERVICE_UNAVAILABLE: "the store cannot be read now; try again later",
    HTTPStatus.INTERNAL_SERVER_ERROR: "something went wrong; the log of the server says what",
}

_NOWHERE = {
    HTTPStatus.NOT_FOUND: "nothing is at this address; /api/v1/openapi.json says what there is",
    HTTPStatus.METHOD_NOT_ALLOWED: "this address does not answer that; the header Allow says what it answers",
}


class Problem(BaseModel):
    """An error answer."""

    type: str = "about:blank"
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["nothing in the store has the id case:x"])
    nearest: list[str] = Field([], description="Names that come close, where a name was not found.")


def responses(*more: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """The usual error answers, and more of them, for the documentation of routes."""
    schema = {"$ref": "#/components/schemas/Problem"}
    told = sorted({*USUAL, *more})
    return {s.value: {"description": s.phrase, "content": {MEDIA_TYPE: {"schema": schema}}} for s in told}


def install(app: FastAPI) -> None:
    """Make an application answer errors in this form."""
    app.add_exception_handler(YangeError, _explained)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _broken)


def problem(status: HTTPStatus, detail: str, nearest: tuple[str, ...] = (), headers: Any = None) -> JSONResponse:
    """An error answer."""
    body = Problem(title=status.phrase, status=status.value, detail=detail, nearest=list(nearest))
    return JSONResponse(body.model_dump(), status.value, headers, MEDIA_TYPE)


async def _explained(request: Request, error: Exception) -> JSONResponse:
    status = next((s for kind, s in _STATUS.items() if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)
    nearest = error.nearest if isinstance(error, NotFoundError) else ()
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _LOG.error("%s %s: %s", request.method, request.url.path, error)
        return problem(status, _BEHIND[status])
    return problem(status, str(error), nearest)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, told)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    status, headers = HTTPStatus(error.status_code), error.headers
    if status is HTTPStatus.METHOD_NOT_ALLOWED:
        headers = {"allow": ", ".join(sorted(_methods(request)))}
    detail = _NOWHERE.get(status, str(error.detail)) if error.detail == status.phrase else str(error.detail)
    return problem(status, detail, headers=headers)


def _methods(request: Request) -> set[str]:
    """What the address answers to, as the description of the API has it; GET where that says nothing of it."""
    here = request.scope["path"]
    told = {
        method.upper()
        for path, methods in request.app.openapi()["paths"].items()
        if re.fullmatch("[^/]+".join(map(re.escape, re.split(r"\{[^}]+\}", path))), here)
        for method in methods
    }
    return told or {"GET"}


async def _broken(request: Request, error: Exception) -> JSONResponse:
    _LOG.exception("%s %s", request.method, request.url.path, exc_info=error)
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return problem(status, _BEHIND[status], headers={"x-content-type-options": "nosniff"})
