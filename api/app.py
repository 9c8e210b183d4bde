"""The application.

Always true: an application serves one store, opened for reading when it starts and closed when it ends; nothing but a
person's judgement on names changes it, and that by way of the Reviewer.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from api import addresses, openapi, pages, problems
from api.addresses import SlashesKept
from api.caching import Tagged
from api.covering import Reader
from api.guarding import Guard, Sealed
from api.heads import Heads
from api.observing import Figures, Observer
from api.reviewing import Reviewer
from api.routes import ROUTERS
from api.settings import Settings, from_environment
from graph.store import open_store

_SHORT = 1000
"""Bytes; shorter answers are not worth packing."""


def create_app(
    settings: Settings | None = None, reviewer: Reviewer | None = None, reader: Reader | None = None
) -> FastAPI:
    """An application over a store.

    In: settings (None: those of the environment); who writes judgements down (None: nobody judges here);
    who tells what of a document gave nothing. Out: an ASGI
    application. The store is opened when the application starts; StoreError then says what is wrong with it.
    """
    told = settings or from_environment()

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        with open_store(told.store) as store:
            app.state.store = store
            yield

    app = FastAPI(
        title="Yange 沿革",
        summary="Minutes of intercity cooperation platforms as a graph whose every statement can be checked.",
        version="1",
        lifespan=opened,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.state.settings = told
    app.state.reviewer = reviewer
    app.state.reader = reader
    app.state.figures = Figures()
    app.add_middleware(Tagged)  # the last one added is the first that a request meets
    app.add_middleware(GZipMiddleware, minimum_size=_SHORT, compresslevel=5)
    app.add_middleware(Guard, token=told.token, hosts=told.hosts)
    app.add_middleware(Sealed)
    app.add_middleware(SlashesKept)
    app.add_middleware(Heads)
    app.add_middleware(Observer, figures=app.state.figures)
    problems.install(app)
    addresses.install(app)
    openapi.install(app)
    for router in ROUTERS:
        app.include_router(router)
    pages.install(app)
    return app
