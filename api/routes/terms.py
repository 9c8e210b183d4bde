"""How the terms of the graph are said."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, Field

from api.dependencies import Lang
from api.problems import responses
from graph.vocabulary import EdgeType, Level, Role, Status
from visualizations.words import DOES, HAPPENED, SITS, STANDS, Language

router = APIRouter(prefix="/api/v1/terms", tags=["graph"], responses=responses())


class Terms(BaseModel):
    """The words for each term, in one language."""

    events: dict[EdgeType, str] = Field(examples=[{"DELISTED_AT": "解除列管"}])
    statuses: dict[Status, str]
    roles: dict[Role, str]
    levels: dict[Level, str]


@router.get("", summary="The words for events, statuses, roles and levels")
def terms(lang: Lang = Language.ZH) -> Terms:
    """Answers of this API hold the terms; these are for people."""
    return Terms(
        events={kind: words.of(lang) for kind, words in HAPPENED.items()},
        statuses={kind: words.of(lang) for kind, words in STANDS.items()},
        roles={kind: words.of(lang) for kind, words in DOES.items()},
        levels={kind: words.of(lang) for kind, words in SITS.items()},
    )
