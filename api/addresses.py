"""Ids in addresses.

Always true: within an id of the API ``%2F`` is no boundary: what stands behind an id is told by a slash that the caller
wrote as one, so that an id ending in ``/lineage`` is never taken for another id's lineage.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_API = "/api/"
_KEPT = "yange.slashes_kept"


class SlashesKept:
    """Lets routes of the API see which slashes were written as such."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does."""
        raw: bytes = scope.get("raw_path") or b""
        if scope["type"] == "http" and scope["path"].startswith(_API) and b"%" in raw:
            parts = raw.partition(b"?")[0].decode("ascii", "replace").split("/")
            scope["path"] = "/".join(_escaped(unquote(part)) for part in parts)
            scope[_KEPT] = True
        await self._app(scope, receive, send)


def written(id: str) -> str:
    """An id as it stands in an address.

    >>> written("case:甲/乙")
    'case%3A%E7%94%B2%2F%E4%B9%99'
    """
    return quote(id, safe="")


def meant(part: str, scope: Scope) -> str:
    """The id that a part of a path means.

    >>> meant(_escaped("50%/a"), {_KEPT: True}), meant("a/b", {})
    ('50%/a', 'a/b')
    """
    return part.replace("%2F", "/").replace("%25", "%") if _KEPT in scope else part


class Moved(Exception):
    """What has this id now has another one. In: the id asked for, and the one that took it over."""

    def __init__(self, id: str, now: str) -> None:
        super().__init__(id, now)
        self.id, self.now = id, now


def install(app: FastAPI) -> None:
    """Send who asks for an id that another one took over to where it is now."""
    app.add_exception_handler(Moved, _sent_on)


async def _sent_on(request: Request, error: Exception) -> RedirectResponse:
    assert isinstance(error, Moved)
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    parts = raw.partition(b"?")[0].decode("ascii", "replace").split("/")
    if error.id in map(unquote, parts):
        path = "/".join(written(error.now) if unquote(part) == error.id else part for part in parts)
    else:
        path = quote(unquote("/".join(parts)).replace(error.id, error.now, 1), safe="/:")
    query = request.scope["query_string"].decode("ascii", "replace")
    return RedirectResponse(f"{path}?{query}" if query else path, 308)


def _escaped(part: str) -> str:
    return part.replace("%", "%25").replace("/", "%2F")
