"""Answers that need not be sent again.

Always true: an ETag is made of the very bytes of the answer, so an answer that changed is always sent; a long answer is
passed through as it comes.
"""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_MOST = 5_000_000
"""Larger answers are passed through."""


class Tagged:
    """Gives an answer its ETag, or says that the caller has it already."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, or 304."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
        else:
            await self._app(scope, receive, _Held(Headers(scope=scope).get("if-none-match", ""), send))


class _Held:
    """The beginning of an answer, held back until its body is there."""

    def __init__(self, known: str, send: Send) -> None:
        self._known = [one.strip().removeprefix("W/") for one in known.split(",")]
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = Headers(raw=message["headers"])
            if message["status"] == 200 and int(headers.get("content-length", _MOST + 1)) <= _MOST:
                self._start = message
                return
        if self._start is None:
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body"):
            await self._tagged(self._start)

    async def _tagged(self, start: Message) -> None:
        headers = MutableHeaders(raw=start["headers"])
        tag = headers.setdefault("etag", f'"{hashlib.blake2b(self._body, digest_size=12).hexdigest()}"')
        headers.setdefault("cache-control", "no-cache")
        if tag.removeprefix("W/") in self._known:
            start["status"], self._body = 304, b""
            del headers["content-length"], headers["content-type"]
        await self._send(start)
        await self._send({"type": "http.response.body", "body": self._body})
