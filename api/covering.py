"""What of a document gave nothing, as the routes ask for it.

Always true: how a document is read is no concern of the API: whoever makes the application may give it a Reader; where
there is none, nothing is said to be missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Depends, Request

from graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that looks like a decision and gave nothing. Offsets count code points of the document's text."""

    line: int
    start: int
    end: int
    text: str
    section: str
    words: tuple[str, ...]
    """The words of decision in it."""
    likely: bool
    """Whether its own words decide; else it only stands where decisions stand."""


Reader: TypeAlias = Callable[[GraphStore, str], tuple[Unread, ...]]
"""A store and the id of a document → the sentences of it that gave nothing."""


async def reader(request: Request) -> Reader:
    """Who reads documents here."""
    held: Reader | None = request.app.state.reader
    return held or (lambda store, document: ())


ReaderOf = Annotated[Reader, Depends(reader)]
