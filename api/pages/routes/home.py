"""The way in: search, and where things stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import AsOf, Store
from api.pages.rendering import page
from graph.errors import NotFoundError
from graph.vocabulary import Label, Status
from queries.cases import case_list
from queries.documents import document_list
from queries.events import Sitting, sittings
from queries.search import Hit, Named, names, search
from queries.status import standings
from queries.tracking import OPEN

router = APIRouter()
_MOST = 60
_LATEST = 6


@dataclass(frozen=True, slots=True)
class PlatformEntry:
    """A platform on the way in."""

    id: str
    name: str
    cases: int
    open: int
    sittings: int
    last: str | None


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the store holds."""

    platforms: tuple[PlatformEntry, ...]
    latest: tuple[Sitting, ...]
    programs: tuple[Named, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A hit, and where it stands if it is a case."""

    hit: Hit
    status: Status | None


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What a text may mean."""

    q: str
    hits: tuple[Standing, ...]
    total: int
    nearest: tuple[str, ...]
    """Names that come close, where nothing answers."""


def home(store: Store, as_of: AsOf) -> HomePage:
    """Platforms with their open cases, and the latest sittings."""
    cases = [one for one in case_list(store, as_of=as_of) if one.status]
    listed = Counter(one.platform for one in cases)
    still = Counter(one.platform for one in cases if one.status in OPEN)
    held = [one for one in sittings(store) if not one.stub and one.date and (as_of is None or one.date <= as_of)]
    sat = Counter(one.platform for one in held)
    last = {one.platform: one.date for one in held}
    entries = [
        PlatformEntry(one.id, one.name, listed[one.name], still[one.name], sat[one.name], last.get(one.name))
        for one in names(store, [Label.PLATFORM])
    ]
    entries.sort(key=lambda one: (one.last or "", one.cases, one.name), reverse=True)
    programs = tuple(names(store, [Label.PROGRAM]))
    return HomePage(tuple(entries), tuple(reversed(held[-_LATEST:])), programs, len(document_list(store)))


def found(store: Store, as_of: AsOf, q: Annotated[str, Query(max_length=200)] = "") -> SearchPage:
    """Everything that answers to a text in any spelling."""
    text = q.strip()
    if not text:
        return SearchPage("", (), 0, ())
    try:
        hits = search(store, text)
    except NotFoundError as error:
        return SearchPage(text, (), 0, error.nearest)
    shown = hits[:_MOST]
    stood = standings(store, [hit.thing.id for hit in shown if hit.thing.label is Label.CASE], as_of)
    told = (Standing(hit, stood[hit.thing.id].status if hit.thing.id in stood else None) for hit in shown)
    return SearchPage(text, tuple(told), len(hits), ())


page(router, "/", "home.html.jinja", home)
page(router, "/search", "search.html.jinja", found)
