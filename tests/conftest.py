"""What every test may ask for. ``shared`` is the team's material beside the checkout: a test without it is skipped, and
the gate (.ci/run) does not let a skipped test pass. The last lines of a run say which stores it ran on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.servers.fixtures import RAN, SERVERS, servers

__all__ = ["servers"]

settings.register_profile("untimed", deadline=None)  # how long an example takes is no assertion
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """The bundled sample minutes."""
    return sorted((ROOT / "samples").glob("*.txt"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared; skips the test where it is not there."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared")
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; closed with its module, for its loop is in the way of tests that run a loop of theirs."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("needs chromium (on Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield started
        started.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests on one version of a server run in one process (``--dist loadgroup``), so that one server is enough."""
    for item in items:
        version = next((version for version in SERVERS if version in item.name), None)
        if version or "servers" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group(version or SERVERS[0]))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker tells what it ran on."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["ran"] = sorted(RAN)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """The controller hears it."""
    RAN.update(getattr(node, "workeroutput", {}).get("ran", ()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which servers the tests ran on."""
    terminalreporter.write_line(f"servers: {', '.join(sorted(RAN)) or 'none'}")
