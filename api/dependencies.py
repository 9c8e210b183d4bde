"""What routes ask for: the store, ids that exist, days, languages.

Always true: one store is open for the whole application; a question sees the last loading that was completed.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path, Query, Request

from api.addresses import Moved, meant
from api.settings import Settings
from graph.errors import NotFoundError
from graph.store import GraphStore
from graph.vocabulary import Label
from queries.catalogue import ask
from queries.links import NodeName
from visualizations.words import Calendar, Language, iso_day

_DAY = {
    "pattern": "^((民國)?[0-9]{2,4}([-./年][0-9]{1,2}([-./月][0-9]{1,2}日?)?)?[年月]?)?$",
    "examples": ["2024-06-30"],
}


async def settings(request: Request) -> Settings:
    """What the application was told."""
    held: Settings = request.app.state.settings
    return held


async def store(request: Request) -> GraphStore:
    """The store that is served."""
    held: GraphStore = request.app.state.store
    return held


async def as_of(
    as_of: Annotated[str | None, Query(description="As things stood on this day, ISO or ROC.", **_DAY)] = None,
) -> str | None:
    """The ISO day that a question is asked for; NotFoundError for one that is in no calendar."""
    return _day(as_of)


async def since(
    since: Annotated[str | None, Query(alias="from", description="First day to count, ISO or ROC.", **_DAY)] = None,
) -> str | None:
    """The first ISO day to count; NotFoundError for one that is in no calendar."""
    return _day(since, first=True)


async def until(
    until: Annotated[str | None, Query(alias="to", description="Last day to count, ISO or ROC.", **_DAY)] = None,
) -> str | None:
    """The last ISO day to count; NotFoundError for one that is in no calendar."""
    return _day(until)


async def split(
    split: Annotated[str | None, Query(description="First day of the later period, ISO or ROC.", **_DAY)] = None,
) -> str | None:
    """The ISO day that parts two periods; NotFoundError for one that is in no calendar."""
    return _day(split, first=True)


async def path_id(
    request: Request,
    id: Annotated[str, Path(description="Id of a node, percent-encoded with all its slashes.", max_length=1000)],
) -> str:
    """The id in an address, its own slashes among it."""
    return meant(id, request.scope)


SettingsOf = Annotated[Settings, Depends(settings)]
Store = Annotated[GraphStore, Depends(store)]
AsOf = Annotated[str | None, Depends(as_of)]
Since = Annotated[str | None, Depends(since)]
Until = Annotated[str | None, Depends(until)]
Split = Annotated[str | None, Depends(split)]
Id = Annotated[str, Depends(path_id)]
Lang = Annotated[Language, Query(alias="lang", description="Language of what is not quoted.")]
Era = Annotated[Calendar, Query(alias="calendar", description="Calendar in which days are written.")]
Name = Annotated[str | None, Query(description="A name in any spelling, or an id.", max_length=200)]
"""A name in any spelling, or an id; None: no condition."""


def existing(store: GraphStore, id: str, label: str) -> str:
    """The id, if a node of this label has it; NotFoundError else."""
    if node(store, id).label != label:
        raise NotFoundError(f"no {label} has the id {id}")
    return id


def node(store: GraphStore, id: str) -> NodeName:
    """The node that has an id; NotFoundError when there is none, Moved for one that another case took over.

    The one place where it is decided what an id in an address stands for.
    """
    rows = ask(store, "label", id=id)
    if not rows:
        now = ask(store, "former_id", id=id)
        raise Moved(id, now[0]["id"]) if now else NotFoundError(f"nothing has the id {id}")
    return NodeName(id, rows[0]["name"] or "", Label(rows[0]["label"]))


def _day(told: str | None, *, first: bool = False) -> str | None:
    try:
        return iso_day(told, first=first) if told else None
    except ValueError as error:
        raise NotFoundError(f"there is no day {told}; write 2024-02-27 or 113.2.27") from error
