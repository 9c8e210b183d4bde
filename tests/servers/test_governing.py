"""Calendar, tasks and tracking table say the same on a server as in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

import yange
from graph.store import open_store
from queries.actions import owed
from queries.schedule import schedule
from queries.tracking import tracking
from tests.servers.fixtures import SERVERS, Servers


@pytest.mark.parametrize("version", SERVERS)
def test_the_answers_are_those_of_the_file(version: str, servers: Servers, samples: list[Path], tmp_path: Path) -> None:
    with yange.open(tmp_path / "samples.kgl") as kg:
        kg.load(samples)
        graph = kg.graph()
    with open_store(servers[version], write=True) as server:
        server.replace(graph)
    with open_store(tmp_path / "samples.kgl") as file, open_store(servers[version]) as server:
        for day in ("2023-06-30", "2024-10-01", "2025-03-31"):
            assert schedule(server, as_of=day) == schedule(file, as_of=day) != ()
            assert owed(server, as_of=day) == owed(file, as_of=day) != ()
            assert tracking(server, as_of=day) == tracking(file, as_of=day) != ()
