"""The lasting address of a passage: it leads to where the passage is read."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import RedirectResponse

from api.dependencies import Id, Store
from api.pages.places import Places
from api.pages.view import Looked
from graph.errors import NotFoundError
from graph.vocabulary import Label
from queries.evidence import Quotes

router = APIRouter()


@router.get("/passages/{id:path}", include_in_schema=False)
def passage(store: Store, id: Id, view: Looked) -> RedirectResponse:
    """To the minutes of its sitting, else to its document, at its first character."""
    quotes = Quotes(store, [id]).of([id])
    if not quotes:
        raise NotFoundError(f"no Passage has the id {id}")
    held = Places(store, [quotes[0].document]).of(quotes[0])
    label, where = (Label.MEETING, held.id) if held else (Label.DOCUMENT, quotes[0].document)
    return RedirectResponse(f"{view.node(label, where, sel=id)}#o{quotes[0].start}", 303)
