"""Who may ask, and what a browser may do with an answer.

Always true: where a token is set, nothing but health and readiness is answered without it; every answer tells browsers
to run and load nothing, unless its route allows more.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem

OPEN = frozenset({"/healthz", "/readyz"})
"""What is answered to anybody."""

_HEADERS = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


class Guard:
    """Turns away who has no token or calls the server by a name that is not its own."""

    def __init__(self, app: ASGIApp, token: str | None, hosts: tuple[str, ...]) -> None:
        self._app = app
        self._token = token
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with 401, or with 421."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if self._hosts and _name(headers.get("host", "")) not in self._hosts:
            told = f"this server answers only to {', '.join(self._hosts)}; call it by one of these names"
            await problem(HTTPStatus.MISDIRECTED_REQUEST, told)(scope, receive, send)
        elif self._token and scope["path"] not in OPEN and not _knows(headers.get("authorization", ""), self._token):
            told = "send the token: Authorization: Bearer …, or as the password of any user"
            refused = problem(HTTPStatus.UNAUTHORIZED, told)
            for kind in ('Basic realm="yange", charset="UTF-8"', 'Bearer realm="yange"'):
                refused.headers.append("www-authenticate", kind)  # a line each, or browsers do not ask
            await refused(scope, receive, send)
        else:
            await self._app(scope, receive, send)


class Sealed:
    """Adds the headers that every answer has."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does."""

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, sealed if scope["type"] == "http" else send)


def _name(host: str) -> str:
    """The name in a Host header, without the port.

    >>> _name("localhost:8000"), _name("[::1]:8000")
    ('localhost', '[::1]')
    """
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.split(":")[0].lower()


def _knows(authorization: str, token: str) -> bool:
    """Whether the header holds the token; all of it is compared, however early it differs."""
    kind, _, told = authorization.partition(" ")
    said = told.strip().encode("latin-1")  # as which headers are read, whatever they hold
    if kind.lower() == "basic":
        try:
            said = base64.b64decode(said, validate=True).partition(b":")[2]
        except binascii.Error:
            return False
    elif kind.lower() != "bearer":
        return False
    return hmac.compare_digest(said, token.encode("utf-8", "surrogateescape"))
