"""The explorer: pages over the same store as the API.

Always true: every page can be read without JavaScript, loads nothing from elsewhere, and has the same data at the same
address plus ``.json``; whatever a document says, it stays text.
"""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI

from api.pages import failures
from api.pages.assets import Assets
from api.pages.routes import ROUTERS

STATIC = Path(__file__).resolve().parent / "static"


def install(app: FastAPI) -> None:
    """Add the pages and their static files to an application."""
    app.mount("/static", Assets(directory=STATIC), name="static")
    for router in ROUTERS:
        app.include_router(router)
    failures.install(app)
