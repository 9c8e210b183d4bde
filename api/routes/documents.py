"""Texts, and passages in their context."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.covering import ReaderOf, Unread
from api.dependencies import Id, Store, existing
from api.paging import Cursor, Limit, Page, page
from api.problems import responses
from graph.vocabulary import Label
from queries.documents import Context, DocumentEntry, MarkedText, context, document_list, marked_text

router = APIRouter(prefix="/api/v1", tags=["documents"], responses=responses())


@router.get("/documents", summary="Documents, by their path")
def documents(store: Store, cursor: Cursor = None, limit: Limit = 100) -> Page[DocumentEntry]:
    """With the sittings and plans recorded in each."""
    return page(document_list(store), cursor, limit)


@router.get("/documents/{id:path}/coverage", summary="What of a document gave nothing")
def coverage(store: Store, id: Id, reader: ReaderOf) -> tuple[Unread, ...]:
    """Sentences that look like decisions and gave nothing: what the lexicon lacks, or what decides nothing."""
    return reader(store, existing(store, id, Label.DOCUMENT))


@router.get("/documents/{id:path}", summary="The text of a document with every passage in it")
def document(store: Store, id: Id) -> MarkedText:
    """`text[start:end]`, counted in code points, is what a passage quotes."""
    return marked_text(store, existing(store, id, Label.DOCUMENT))


@router.get("/passages/{id:path}", summary="A passage in its context")
def passage(
    store: Store,
    id: Id,
    around: Annotated[int, Query(ge=0, le=5000, description="How many characters before and after it.")] = 200,
) -> Context:
    """And what it states."""
    return context(store, existing(store, id, Label.PASSAGE), around)
