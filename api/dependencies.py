"""What routes ask for: the store, ids that exist, days, languages.

Always true: one store is open for the whole application; a question sees the last loading that was completed.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path, Query, Request

from api.settings import Settings
from graph.errors import NotFoundError
from graph.store import GraphStore
from queries.catalogue import ask
from visualizations.words import Calendar, Language, iso_day


def settings(request: Request) -> Settings:
    """What the application was told."""
    held: Settings = request.app.state.settings
    return held


def store(request: Request) -> GraphStore:
    """The store that is served."""
    held: GraphStore = request.app.state.store
    return held


def as_of(
    as_of: Annotated[
        str | None, Query(description="As things stood on this day, ISO or ROC.", examples=["2024-06-30", "113.6.30"])
    ] = None,
) -> str | None:
    """The ISO day that a question is asked for; InputError for what is no day."""
    from graph.errors import InputError

    try:
        return iso_day(as_of) if as_of else None
    except ValueError as error:
        raise InputError(str(error)) from error


SettingsOf = Annotated[Settings, Depends(settings)]
Store = Annotated[GraphStore, Depends(store)]
AsOf = Annotated[str | None, Depends(as_of)]
Lang = Annotated[Language, Query(alias="lang", description="Language of what is not quoted.")]
Era = Annotated[Calendar, Query(alias="calendar", description="Calendar in which pictures write days.")]
Id = Annotated[str, Path(description="Id of a node, percent-encoded.", max_length=500)]


def existing(store: GraphStore, id: str, label: str) -> str:
    """The id, if a node of this label has it; NotFoundError else."""
    rows = ask(store, "label", id=id)
    if not rows or rows[0]["label"] != label:
        raise NotFoundError(f"no {label} has the id {id}")
    return id
