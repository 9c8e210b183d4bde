"""A real browser before a real server over the samples. Nothing but this machine may be asked for anything."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

import yange
from api.app import create_app
from api.pages import STATIC
from api.settings import Settings
from graph.store import open_store
from tests.browser.hostility import spoilt
from yange.application import unread
from yange.review import Review

CASE = "/cases/case:基北北桃合作交流平臺/觀光工廠職涯探索見學交流"
MEETING = "/meetings/meeting:基北北桃合作交流平臺/working_group/產業民生組/112-1"
PLATFORM = "/platforms/platform:基北北桃合作交流平臺"
AGENCY = "/agencies/agency:新北市政府教育局"

TOKEN = "geheim"


@dataclass(slots=True)
class Visit:
    """A tab, and what went wrong in it."""

    page: Page
    root: str
    foreign: list[str] = field(default_factory=list)
    """Addresses beyond this machine that were asked for."""
    problems: list[str] = field(default_factory=list)
    """Errors and warnings of the console, among them breaches of the policy."""
    loaded: list[Request] = field(default_factory=list)
    """What was loaded."""

    def open(self, path: str) -> Page:
        """Go to a page of the explorer and wait until it has loaded."""
        self.page.goto(self.root + path)
        self.page.wait_for_load_state("load")
        return self.page

    def weight(self, *, libraries: bool) -> int:
        """How many bytes were sent, of the browser libraries or of all else."""
        own = [one for one in self.loaded if ("/static/vendor/" in one.url) is libraries]
        return sum(one.sizes()["responseBodySize"] for one in own)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the samples."""
    path = tmp_path_factory.mktemp("explorer") / "samples.kgl"
    with yange.open(path) as kg:
        assert kg.load([yange.samples()]).problems == ()
    return path


@pytest.fixture(scope="session")
def explorer(filled: Path) -> Iterator[str]:
    """The address of an explorer over the samples."""
    yield from _served(filled)


@pytest.fixture(scope="session")
def hostile(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an explorer over samples in which every name is an attack."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.kgl"
    with open_store(filled) as store, open_store(path, write=True) as other:
        other.replace(spoilt(store.graph()))
    yield from _served(path)


@pytest.fixture
def judging(filled: Path, tmp_path: Path) -> Iterator[str]:
    """The address of an explorer over samples of its own, in which whoever has the token judges."""
    own = tmp_path / "own.kgl"
    shutil.copyfile(filled, own)
    yield from _served(own, TOKEN)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser as a reader in Taiwan has it, on a usual screen."""
    made = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-TW", reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def visit(context: BrowserContext, explorer: str) -> Visit:
    """A tab before the explorer."""
    return visiting(context, explorer)


@pytest.fixture
def libraries() -> None:
    """Skips the test where the browser libraries were never fetched."""
    if not (STATIC / "vendor" / "NOTICE.txt").is_file():
        pytest.skip("needs the browser libraries (pip install -e . fetches them through npm)")


def visiting(context: BrowserContext, root: str) -> Visit:
    """A tab that is cut off from all other machines and remembers what was tried."""
    page = context.new_page()
    told = Visit(page, root)

    def pass_on(route: Route) -> None:
        if urlsplit(route.request.url).hostname == "127.0.0.1":
            route.continue_()
        else:
            told.foreign.append(route.request.url)
            route.abort()

    page.route("**/*", pass_on)
    page.on("console", lambda m: told.problems.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.problems.append(str(error)))
    page.on("requestfinished", lambda request: told.loaded.append(request))
    return told


def _served(store: Path, token: str | None = None) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(Settings(store=str(store), token=token), Review(store), unread)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
