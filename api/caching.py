"""Answers that need not be sent again.

Always true: an ETag is made of the very bytes of the answer, so an answer that changed is always sent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable

from fastapi import Request, Response

_MOST = 5_000_000
"""Larger answers are passed through as they come."""


async def tagged(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Give an answer its ETag, or say that the caller has it already."""
    response = await call_next(request)
    if request.method not in ("GET", "HEAD") or response.status_code != 200 or not hasattr(response, "body_iterator"):
        return response
    if int(response.headers.get("content-length", _MOST + 1)) > _MOST:
        return response
    body = b"".join([part async for part in response.body_iterator])
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = dict(response.headers) | {"etag": tag, "cache-control": "no-cache"}
    if tag in [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]:
        kept = {name: value for name, value in headers.items() if name not in ("content-length", "content-type")}
        return Response(status_code=304, headers=kept)
    return Response(body, response.status_code, headers)
