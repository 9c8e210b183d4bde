"""The tools of ``api.mcp`` over HTTP.

Always true: it is guarded as the API is: by the same token, and by the names that the server may be called by.
"""

from __future__ import annotations

from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import ASGIApp

from api.guarding import Guard
from api.settings import Settings


def guarded(server: MCPServer[Any], settings: Settings) -> ASGIApp:
    """An ASGI application that answers at /mcp, keeping nothing between two requests."""
    pages = [f"http://{host}{port}" for host in settings.hosts for port in ("", ":*")]
    names = [f"{host}{port}" for host in settings.hosts for port in ("", ":*")]
    security = TransportSecuritySettings(
        enable_dns_rebinding_protection=bool(settings.hosts), allowed_hosts=names, allowed_origins=pages
    )
    app = server.streamable_http_app(json_response=True, stateless_http=True, transport_security=security)
    return Guard(app, token=settings.token, hosts=settings.hosts)
