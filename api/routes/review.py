"""Names that people should judge, and what they judged."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from api.paging import Cursor, Limit, Page, page
from api.problems import responses
from api.reviewing import Judge, ReviewerOf
from graph.errors import InputError
from graph.judgement import Doubt, DoubtKind, Judged, Judgement

router = APIRouter(prefix="/api/v1", tags=["review"], responses=responses())
_WRITES = responses(HTTPStatus.FORBIDDEN)
_EXAMPLE = "case:雙北合作交流平臺/"


class Said(BaseModel):
    """A judgement to be written down."""

    model_config = ConfigDict(extra="forbid")

    judgement: Judgement
    left: str = Field(min_length=1, max_length=1000, examples=[f"{_EXAMPLE}青創交流合作"])
    right: str = Field(min_length=1, max_length=1000, examples=[f"{_EXAMPLE}青創合作交流"])
    why: str = Field("", max_length=1000, examples=["asked the office in charge"])
    who: str = Field("", max_length=200, description="Who judges; a browser's user by itself.", examples=["陳小姐"])


@router.get("/review", summary="What people should judge, the likeliest first")
def doubts(
    reviewer: ReviewerOf, kind: DoubtKind | None = None, cursor: Cursor = None, limit: Limit = 100
) -> Page[Doubt]:
    """Pairs of names that may be one case, and cases that may have gone on as another, with quotes and features."""
    return page([one for one in reviewer.doubts() if kind in (None, one.kind)], cursor, limit)


@router.get("/judgements", summary="What people judged")
def judgements(
    reviewer: ReviewerOf,
    undone: Annotated[bool, Query(description="Also what was taken back.")] = False,
    cursor: Cursor = None,
    limit: Limit = 100,
) -> Page[Judged]:
    """The ledger, as it was written; with ``undone`` also what was taken back."""
    return page([one for one in reviewer.judgements() if undone or not one.undone], cursor, limit)


@router.post("/judgements", summary="Judge two names", status_code=HTTPStatus.CREATED, responses=_WRITES)
def judge(reviewer: ReviewerOf, user: Judge, said: Said) -> Judged:
    """Needs the token. Written down at once, and the graph follows; 400 where another judgement contradicts it."""
    who = said.who or user
    if not who:
        raise InputError("who is empty; say who judges")
    return reviewer.judge(said.judgement, said.left, said.right, who=who, why=said.why)


@router.delete("/judgements/{id}", summary="Take a judgement back", responses=_WRITES)
def undo(
    reviewer: ReviewerOf,
    user: Judge,
    id: Annotated[str, Path(description="Id of the judgement, or enough of its beginning.", max_length=100)],
) -> Judged:
    """Needs the server's token. The judgement as it was; the graph follows."""
    return reviewer.undo(id)
