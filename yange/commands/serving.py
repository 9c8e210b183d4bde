"""The server: serve, and mcp for assistants.

Always true: a server that others can reach asks for a token, unless it was told to answer anyone; the store is looked
at before the server starts, so what is wrong with it is said at once.
"""

from __future__ import annotations

import os
import socket
import webbrowser
from typing import TYPE_CHECKING

import click

from yange.commands.options import store_option

if TYPE_CHECKING:
    from api.settings import Settings

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_GRACE = 10
"""Seconds that answers under way have to end in when the server stops."""


@click.command()
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Number of processes.")
@click.option("--allow-anyone", is_flag=True, help="Listen to others without a token, and under any name.")
@click.option("--open", "browse", is_flag=True, help="Open the explorer in a browser.")
@store_option
def serve(host: str, port: int, workers: int, allow_anyone: bool, browse: bool, store: str) -> None:
    """Serve the explorer and the API 啟動服務.

    Listens on this machine alone, unless told otherwise. Set YANGE_TOKEN to have it ask for a token: programs send it
    as "Authorization: Bearer …", browsers as the password of any user. Logs go to standard error, one JSON object a
    line; /healthz, /readyz and /metrics are for whoever watches over it. Stop it with Ctrl-C.

    \b
    Example:
      yange serve
      yange serve --store minutes.kgl --port 8080 --open
      YANGE_TOKEN=… yange serve --host 0.0.0.0 --workers 2
    """
    from graph.store import open_store

    settings = _settings(store, host, allow_anyone)
    with open_store(settings.store):
        pass
    listening = _listening(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
    click.echo(f"Yange is at {address}")
    if browse:
        webbrowser.open(address)
    _run(settings, listening, workers)


def _settings(store: str, host: str, allow_anyone: bool) -> Settings:
    """What the application is told; UsageError for a server that anybody could ask."""
    from dataclasses import replace

    from api.settings import from_environment

    told = replace(from_environment(), store=store)
    if host not in _LOOPBACK and told.token is None and not allow_anyone:
        raise click.UsageError(f"others can reach {host}: set YANGE_TOKEN to a secret, or add --allow-anyone")
    if told.token is None and not allow_anyone and not told.hosts:
        told = replace(told, hosts=("127.0.0.1", "localhost", "[::1]"))
    return told


def _listening(host: str, port: int) -> socket.socket:
    """A socket that calls wait at; UsageError where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise click.UsageError(f"{host} port {port} cannot be had ({error.strerror}); try another --port") from error
    listening.set_inheritable(True)
    return listening


def _run(settings: Settings, listening: socket.socket, workers: int) -> None:
    """Answer until told to stop."""
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    from api.observing import LOGGING
    from api.settings import to_environment

    os.environ.update(to_environment(settings))
    config = uvicorn.Config(
        "api.app:create_app",
        factory=True,
        workers=workers,
        log_config=LOGGING,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
    )
    server = uvicorn.Server(config)
    if workers > 1:
        Multiprocess(config, target=server.run, sockets=[listening]).run()
    else:
        server.run(sockets=[listening])


COMMANDS = (serve,)
