"""The page of a document: its whole text, with all that was taken from it marked."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from api.dependencies import Id, Store, existing
from api.pages.places import Held, Places
from api.pages.reading import Line, lines
from api.pages.rendering import page
from api.pages.statements import telling
from graph.vocabulary import Label
from queries.catalogue import ask
from queries.documents import Span, spans
from queries.evidence import file_name

router = APIRouter()


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document with its text."""

    id: str
    name: str
    file: str
    sittings: tuple[Held, ...]
    lines: tuple[Line, ...]
    spans: tuple[Span, ...]


def document(store: Store, id: Id) -> DocumentPage:
    """A document, the sittings it tells of, and every passage that states something."""
    existing(store, id, Label.DOCUMENT)
    (source,) = ask(store, "documents", ids=[id])
    held = Places(store, [id]).sittings(id)
    text: str = source["text"]
    found = telling(spans(store, id))
    file = file_name(source["path"] or source["name"] or "")
    return DocumentPage(id, source["name"] or file, file, held, lines(text, found, 0, len(text)), found)


page(router, "/documents/{id:path}", "document.html.jinja", document)
