"""``yange serve`` and ``yange mcp`` as processes: where they listen, whom they refuse, how they end."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import anyio
import httpx
import pytest
from click.testing import CliRunner
from mcp import Client, StdioServerParameters

from tests.api.conftest import API
from yange.commands.serving import COMMANDS, mcp, serve

_RUN = "from yange.commands import serving; serving.{}()"


@contextmanager
def running(command: str, *options: object, **environment: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a server, and its process; it is ended with the block."""
    line = [sys.executable, "-c", _RUN.format(command), *map(str, options)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("YANGE_")}
    process = subprocess.Popen(
        line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=clean | environment
    )
    try:
        assert process.stdout is not None
        told = process.stdout.readline()
        assert told.startswith("Yange is at http://"), process.communicate(timeout=20)[1]
        yield told.split()[-1], process
    finally:
        if process.poll() is None:
            process.terminate()
            process.communicate(timeout=30)


@pytest.mark.parametrize(("workers", "stop"), [(1, signal.SIGINT), (1, signal.SIGTERM), (2, signal.SIGTERM)])
def test_it_serves_and_ends_when_told_to(place: Path, workers: int, stop: signal.Signals) -> None:
    with running("serve", "--store", place, "--port", 0, "--workers", workers) as (address, process):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", address)
        client = httpx.Client(base_url=address, timeout=30)
        assert client.get("/readyz").json() == {"status": "ok"}
        assert len(client.get(f"{API}/cities").json()) == 4
        assert client.get("/readyz", headers={"host": "evil.example"}).status_code == 421
        client.close()
        process.send_signal(stop)
        _, log = process.communicate(timeout=30)
    assert process.returncode in ((0,) if stop == signal.SIGINT else (0, -stop))
    lines = [json.loads(line) for line in log.splitlines()]
    assert {"method": "GET", "route": "/readyz", "status": 200}.items() <= next(
        line for line in lines if line.get("route") == "/readyz"
    ).items()
    assert not any(line["level"] in ("error", "critical") for line in lines)


def test_a_token_from_the_environment_is_asked_for(place: Path) -> None:
    with running("serve", "--store", place, "--port", 0, YANGE_TOKEN="secret") as (address, _):
        assert httpx.get(f"{address}{API}/cities").status_code == 401
        assert httpx.get(f"{address}{API}/cities", headers={"authorization": "Bearer secret"}).status_code == 200


@pytest.mark.parametrize("command", COMMANDS)
def test_others_are_let_in_only_on_purpose(place: Path, command: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("YANGE_TOKEN", raising=False)
    more = ["--http"] if command is mcp else []
    told = CliRunner().invoke(command, ["--store", str(place), "--host", "0.0.0.0", *more])  # type: ignore[arg-type]
    assert told.exit_code == 2 and "YANGE_TOKEN" in told.output and "--allow-anyone" in told.output


def test_what_is_wrong_is_said_before_it_serves(place: Path, tmp_path: Path) -> None:
    gone = CliRunner().invoke(serve, ["--store", str(tmp_path / "none.kgl")])
    assert "there is no store" in str(gone.exception)
    with running("serve", "--store", place, "--port", 0) as (address, _):
        port = address.rsplit(":", 1)[1]
        taken = CliRunner().invoke(serve, ["--store", str(place), "--port", port])
        assert taken.exit_code == 2 and f"port {port} cannot be had" in taken.output


def test_an_assistant_starts_it_as_a_program(place: Path) -> None:
    line = ["-c", _RUN.format("mcp"), "--store", str(place)]

    async def run() -> str:
        async with Client(StdioServerParameters(command=sys.executable, args=line, cwd=os.getcwd())) as client:
            answer = await client.call_tool("lineage", {"case": "環教小尖兵"})
            return str(answer.structured_content["status"])  # type: ignore[index]

    assert anyio.run(run) == "renamed 已更名"


def test_an_assistant_asks_it_over_http(place: Path) -> None:
    with running("mcp", "--store", place, "--http", "--port", 0) as (address, _):

        async def run() -> int:
            async with Client(address) as client:
                return len((await client.list_tools()).tools)

        assert anyio.run(run) == 9
