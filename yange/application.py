"""The application as ``yange serve`` runs it: the API and the explorer, with the review of names.

Always true: everything it is told stands in the environment, so that every process of a server is told the same.
"""

from __future__ import annotations

import os

from fastapi import FastAPI

from api.app import create_app
from api.settings import from_environment
from yange.review import Review


def application() -> FastAPI:
    """The application over the store and the ledger that the environment names."""
    settings = from_environment()
    return create_app(settings, Review(settings.store, os.environ.get("YANGE_LEDGER") or None))
