"""The page of a program: the cases about it, and who is in them."""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import Id, Store, existing
from api.pages.rendering import page
from graph.vocabulary import Label
from queries.programs import ProgramDossier, program_dossier

router = APIRouter()


def program(store: Store, id: Id) -> ProgramDossier:
    """A program with its cases and plans."""
    return program_dossier(store, existing(store, id, Label.PROGRAM))


page(router, "/programs/{id:path}", "program.html.jinja", program)
