"""Programs."""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import Id, Store, existing
from api.paging import Cursor, Limit, Page, page
from api.problems import responses
from graph.vocabulary import Label
from queries.programs import ProgramDossier, ProgramEntry, program_dossier, program_list

router = APIRouter(prefix="/api/v1/programs", tags=["programs"], responses=responses())


@router.get("", summary="Programs, by name")
def programs(store: Store, cursor: Cursor = None, limit: Limit = 100) -> Page[ProgramEntry]:
    """With the number of cases about each."""
    return page(program_list(store), cursor, limit)


@router.get("/{id:path}", summary="A program with its cases and plans")
def program(store: Store, id: Id) -> ProgramDossier:
    """Each with the passages that connect it with the program."""
    return program_dossier(store, existing(store, id, Label.PROGRAM))
