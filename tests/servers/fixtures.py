"""Servers for tests: each started once a test process, when the first test asks for it.

Always true: the stable version is always asked for, so its tests are skipped (and the gate fails) where it cannot run;
the newest only where a JDK for it is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from graph.model import Graph
from graph.store import open_store
from tests.servers.neo4j import NEWEST, STABLE, Release, ServerError, running

RAN: set[str] = set()
"""What this process ran tests on."""


def _has_java(version: str) -> bool:
    try:
        Release(version).java()
    except ServerError:
        return False
    return True


SERVERS = (STABLE, *((NEWEST,) if _has_java(NEWEST) else ()))
"""The versions that tests are written for here."""


class Servers:
    """Version → URL of a running server."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._urls: dict[str, str] = {}

    def __getitem__(self, version: str) -> str:
        if version not in self._urls:
            try:
                server = self._stack.enter_context(running(version))
            except ServerError as error:
                pytest.skip(str(error))
            self._urls[version] = server.url
            RAN.add(f"Neo4j {version}")
        return self._urls[version]


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """Servers by version; they end with the tests."""
    with ExitStack() as stack:
        yield Servers(stack)


def emptied(url: str) -> str:
    """The server, holding nothing."""
    with open_store(url, write=True) as store:
        store.replace(Graph())
    return url
