"""What an application tells of itself: one log line a request, and figures for a monitor.

Always true: a log line is one JSON object; it names the route, never the question's text.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import Request, Response
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

_LOG = logging.getLogger("yange.access")
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)


class Observer:
    """Counts requests and times them."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self._requests = Counter("yange_requests", "Requests answered", labels, registry=self._registry)
        self._seconds = Histogram(
            "yange_request_seconds", "How long they took", ("route",), registry=self._registry, buckets=_BUCKETS
        )

    async def __call__(self, request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        """Pass a request on, and tell of it."""
        begun = time.perf_counter()
        response = await call_next(request)
        seconds = time.perf_counter() - begun
        route = getattr(request.scope.get("route"), "path", "")
        self._requests.labels(request.method, route, response.status_code).inc()
        self._seconds.labels(route).observe(seconds)
        told = {
            "method": request.method,
            "route": route,
            "status": response.status_code,
            "ms": round(seconds * 1000, 1),
        }
        _LOG.info(json.dumps(told))
        return response

    def figures(self) -> bytes:
        """All figures, as Prometheus reads them."""
        figures: Any = generate_latest(self._registry)
        return bytes(figures)
