"""The routes of the API: one module a noun."""

from api.routes import (
    actions,
    agencies,
    audit,
    calendar,
    cases,
    cities,
    collaboration,
    cypher,
    documents,
    exports,
    health,
    meetings,
    network,
    nodes,
    platforms,
    programs,
    review,
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
        review,
        audit,
        calendar,
        network,
        tracking,
        cypher,
        exports,
        terms,
        health,
    )
)
