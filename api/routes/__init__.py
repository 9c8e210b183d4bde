"""The routes of the API: one module a noun."""

from api.routes import (
    actions,
    agencies,
    cases,
    cities,
    collaboration,
    cypher,
    documents,
    exports,
    health,
    meetings,
    nodes,
    platforms,
    programs,
    search,
    terms,
    tracking,
)

ROUTERS = tuple(
    module.router
    for module in (
        cases,
        agencies,
        collaboration,
        cities,
        programs,
        platforms,
        meetings,
        documents,
        actions,
        search,
        nodes,
        tracking,
        cypher,
        exports,
        terms,
        health,
    )
)
