"""The page of names that people should judge, and of what they judged."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse

from api.dependencies import SettingsOf
from api.pages.rendering import page
from api.reviewing import Judge, ReviewerOf
from graph.errors import InputError
from graph.judgement import Doubt, DoubtKind, Judged, Judgement

router = APIRouter()
_SHOWN = 10
_LATEST = 20
_Text = Annotated[str, Form(max_length=1000)]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Some of the doubts, and the latest judgements."""

    doubts: tuple[Doubt, ...]
    kind: DoubtKind | None
    """The kind of doubts that is shown; None: all of them."""
    skipped: int
    """How many doubts come before those shown."""
    total: int
    judgements: tuple[Judged, ...]
    """The latest first, the undone ones, too."""
    judged: int
    """How many judgements hold."""
    open: bool
    """Whether a judgement can be given here."""


def review(
    reviewer: ReviewerOf,
    settings: SettingsOf,
    kind: DoubtKind | None = None,
    skip: Annotated[int, Query(ge=0, le=1_000_000, description="How many doubts to pass over.")] = 0,
) -> ReviewPage:
    """What people should judge, the likeliest first."""
    every = [one for one in reviewer.doubts() if kind in (None, one.kind)]
    told = reviewer.judgements()
    return ReviewPage(
        doubts=tuple(every[skip : skip + _SHOWN]),
        kind=kind,
        skipped=skip,
        total=len(every),
        judgements=tuple(sorted(told, key=lambda one: (one.undone or one.when, one.id), reverse=True)[:_LATEST]),
        judged=sum(not one.undone for one in told),
        open=settings.token is not None,
    )


page(router, "/review", "review.html.jinja", review)


@router.post("/review", include_in_schema=False)
def judged(
    request: Request,
    reviewer: ReviewerOf,
    user: Judge,
    judgement: Annotated[Judgement, Form()],
    left: _Text,
    right: _Text,
    why: _Text = "",
) -> RedirectResponse:
    """Write the judgement of a form down, and go on with the next doubt."""
    if not user:
        raise InputError("who is empty; give your name as the user when the browser asks for the token")
    reviewer.judge(judgement, left, right, who=user, why=why)
    return _back(request)


@router.post("/review/undo", include_in_schema=False)
def undone(request: Request, reviewer: ReviewerOf, user: Judge, id: _Text) -> RedirectResponse:
    """Take a judgement back, and show what is open now."""
    reviewer.undo(id)
    return _back(request)


def _back(request: Request) -> RedirectResponse:
    """To the page that the form stood on, with all that its address said."""
    query = request.scope["query_string"].decode("ascii", "replace")
    return RedirectResponse(f"/review?{query}" if query else "/review", HTTPStatus.SEE_OTHER)
