"""Errors as pages.

Always true: whoever asks for a page gets a page with the same status and the same sentence as the API would give;
everybody else gets what the API gives.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from inspect import isawaitable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api.pages.rendering import rendered, sent
from api.pages.view import View
from graph.errors import YangeError
from visualizations.words import Language

_Handler = Callable[[Request, Exception], Awaitable[Response] | Response]


def install(app: FastAPI) -> None:
    """Make an application answer errors with pages to those who ask for pages."""
    for kind in (YangeError, RequestValidationError, HTTPException, Exception):
        usual: Any = app.exception_handlers.get(kind)
        if usual is not None:
            app.add_exception_handler(kind, _shown(usual))


def _shown(usual: _Handler) -> _Handler:
    async def answer(request: Request, error: Exception) -> Response:
        told = usual(request, error)
        response: Response = await told if isawaitable(told) else told
        if not _reads(request) or response.media_type != "application/problem+json":
            return response
        problem = json.loads(bytes(response.body))
        language = Language.EN if request.query_params.get("lang") == "en" else Language.ZH
        text = rendered("error.html.jinja", View("/", language), page=problem)
        return sent(text, response.status_code)

    return answer


def _reads(request: Request) -> bool:
    """Whether a person asks, by a browser."""
    path = request.url.path
    return (
        "text/html" in request.headers.get("accept", "") and not path.startswith("/api/") and ".json" not in path[-5:]
    )
