"""A real Chromium that may ask nothing of any network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser


@dataclass(slots=True)
class Visit:
    """A page that was opened, what it asked for beside itself, and what it complained of."""

    page: Any
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@contextmanager
def opened(browser: Browser, file: Path) -> Iterator[Visit]:
    """A file in a browser; every request but that for the file itself is noted and refused."""
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
    visit.page.close()
