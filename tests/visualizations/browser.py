"""A real Chromium that may ask nothing of any network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest


@dataclass(slots=True)
class Visit:
    """A page that was opened, what it asked for beside itself, and what it complained of."""

    page: Any
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@contextmanager
def opened(file: Path) -> Iterator[Visit]:
    """A file in a browser; every request but that for the file itself is noted and refused."""
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs Chromium")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=chromium, args=arguments)
        visit = Visit(browser.new_page(viewport={"width": 1200, "height": 1000}))

        def refused(route: Any) -> None:
            if route.request.url == file.as_uri():
                route.continue_()
            else:
                visit.asked.append(route.request.url)
                route.abort()

        visit.page.route("**/*", refused)
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        visit.page.on("console", lambda told: visit.errors.append(told.text) if told.type == "error" else None)
        visit.page.on("dialog", lambda dialog: (visit.errors.append(f"dialog {dialog.message}"), dialog.dismiss()))
        visit.page.goto(file.as_uri())
        yield visit
        browser.close()
