"""The server: serve, and mcp for assistants.

Always true: a server that others can reach asks for a token, unless it was told to answer anyone; the store is looked
at before the server starts, so what is wrong with it is said at once.
"""

from __future__ import annotations

import os
import socket
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from yange.commands.options import ledger_option, store_option

if TYPE_CHECKING:
    import uvicorn
    from starlette.types import ASGIApp

    from api.settings import Settings

_APPLICATION = "yange.application:application"
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_GRACE = 10
"""Seconds that answers under way have to end in when the server stops."""
_LONGEST = 1 << 18
"""Bytes of an address with its headers: a question in Cypher, percent-encoded."""


@click.command()
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Number of processes.")
@click.option("--allow-anyone", is_flag=True, help="Listen to others without a token, and under any name.")
@click.option("--open", "browse", is_flag=True, help="Open the explorer in a browser.")
@ledger_option
@store_option
def serve(host: str, port: int, workers: int, allow_anyone: bool, browse: bool, ledger: str | None, store: str) -> None:
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
    address = _address(host, listening)
    click.echo(f"Yange is at {address}")
    if browse:
        webbrowser.open(address)
    _run(settings, listening, workers, ledger)


@click.command()
@click.option("--http", is_flag=True, help="Answer over HTTP at /mcp instead of standard input and output.")
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Where to listen, with --http.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True, help="0: any that is free.")
@click.option("--allow-anyone", is_flag=True, help="Listen to others without a token, and under any name.")
@click.option(
    "--explorer",
    metavar="URL",
    default="http://127.0.0.1:8000",
    show_default=True,
    help="Where people find the explorer; links lead there.",
)
@store_option
def mcp(http: bool, host: str, port: int, allow_anyone: bool, explorer: str, store: str) -> None:
    """Answer an assistant's questions by the Model Context Protocol 供 AI 助理查詢.

    Nine tools: search, lineage, collaborators, open_cases, tasks, audit, calendar, passage, cypher; all of them only
    read, and answer with quotes and links. An assistant starts it as a program of its own, or asks it over HTTP.

    \b
    Example:
      yange mcp --store minutes.kgl
      yange mcp --http --port 8001
    """
    from api.mcp import mcp_server
    from graph.store import open_store

    with open_store(store) as opened:
        server = mcp_server(opened, explorer)
        if not http:
            server.run("stdio")
            return
        from api.mcp_http import guarded

        settings = _settings(store, host, allow_anyone)
        listening = _listening(host, port)
        click.echo(f"Yange is at {_address(host, listening)}/mcp")
        _answer(guarded(server, settings), listening)


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
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or a short answer waits for the one before
    listening.set_inheritable(True)
    return listening


def _address(host: str, listening: socket.socket) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"


def _run(settings: Settings, listening: socket.socket, workers: int, ledger: str | None) -> None:
    """Answer until told to stop, in so many processes."""
    from uvicorn.supervisors import Multiprocess

    from api.settings import to_environment

    os.environ.update(to_environment(settings) | {"YANGE_LEDGER": ledger or ""})
    if workers == 1:
        _answer(_APPLICATION, listening)
        return
    Multiprocess(_server(_APPLICATION, workers).config, sockets=[listening]).run()


def _answer(app: ASGIApp | str, listening: socket.socket) -> None:
    """Answer until told to stop, in this process."""
    server = _server(app)
    with suppress(KeyboardInterrupt):  # told to stop by Ctrl-C, and has stopped
        server.run(sockets=[listening])
    if not server.started:
        raise click.ClickException("the server did not start; its log says why")


def _server(app: ASGIApp | str, workers: int = 1) -> uvicorn.Server:
    """A server of an application, or of what the factory of this name makes."""
    import uvicorn

    from api.observing import LOGGING

    return uvicorn.Server(
        uvicorn.Config(
            app,
            factory=isinstance(app, str),
            workers=workers,
            log_config=LOGGING,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_GRACE,
            h11_max_incomplete_event_size=_LONGEST,
        )
    )


COMMANDS = (serve, mcp)
