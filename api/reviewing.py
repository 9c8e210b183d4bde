"""What people judge of names, as the routes ask for it.

Always true: an application judges only where it was given a Reviewer and a token; a request that another site's page
sends through a browser changes nothing.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Annotated, Protocol
from urllib.parse import urlsplit

from fastapi import Depends, Request

from graph.errors import NotFoundError, ReadOnlyError
from graph.judgement import Doubt, Judged, Judgement


class Reviewer(Protocol):
    """Who knows the doubts, and writes judgements down."""

    def doubts(self) -> Sequence[Doubt]:
        """What people should judge, the likeliest first."""

    def judgements(self) -> Sequence[Judged]:
        """Every judgement, the undone ones, too."""

    def judge(self, judgement: Judgement, left: str, right: str, *, who: str, why: str = "") -> Judged:
        """Write a judgement on two ids down; the graph follows. InputError where another one contradicts it."""

    def undo(self, id: str) -> Judged:
        """Take a judgement back; NotFoundError for an id that none has."""


async def reviewer(request: Request) -> Reviewer:
    """Who reviews here; NotFoundError where the application was made without."""
    held: Reviewer | None = request.app.state.reviewer
    if held is None:
        raise NotFoundError("nothing is reviewed here; yange serve has a review, an application of one's own may not")
    return held


async def judge_named(request: Request) -> str:
    """The name by which the caller came in; ReadOnlyError for who may not judge.

    In: a request that the guard let in. Out: the user's name of a browser, empty for a program.
    """
    if request.app.state.settings.token is None:
        raise ReadOnlyError("judging needs a token; start the server with YANGE_TOKEN, or judge with yange review")
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise ReadOnlyError("another site's page may not judge")
    return _user(request.headers.get("authorization", ""))


def _user(authorization: str) -> str:
    kind, _, told = authorization.partition(" ")
    if kind.lower() != "basic":
        return ""
    try:
        return base64.b64decode(told).decode("utf-8", "replace").partition(":")[0].strip()
    except binascii.Error:
        return ""


ReviewerOf = Annotated[Reviewer, Depends(reviewer)]
Judge = Annotated[str, Depends(judge_named)]
