"""The application as ``yange serve`` runs it: the API and the explorer, with the review of names and the coverage.

Always true: everything it is told stands in the environment, so that every process of a server is told the same.
"""

from __future__ import annotations

import os

from fastapi import FastAPI

from api.app import create_app
from api.covering import Unread
from api.settings import from_environment
from graph.build.draft import document_id
from graph.interchange import ParsedDocument
from graph.store import GraphStore
from queries.memory import remembered
from yange.review import Review


def application() -> FastAPI:
    """The application over the store and the ledger that the environment names."""
    settings = from_environment()
    return create_app(settings, Review(settings.store, os.environ.get("YANGE_LEDGER") or None), unread)


def unread(store: GraphStore, document: str) -> tuple[Unread, ...]:
    """The sentences of a document that look like decisions and gave nothing; none for one that the store has not."""
    from loaders.coverage import coverage

    held = remembered(store, _documents).get(document)
    gaps = coverage(held).gaps if held else ()
    return tuple(Unread(g.line, g.start, g.end, g.text, g.section, g.words, g.likely) for g in gaps)


def _documents(store: GraphStore) -> dict[str, ParsedDocument]:
    return {document_id(one.source): one for one in store.documents()}
