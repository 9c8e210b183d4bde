"""The pages: one module a noun."""

from api.pages.routes import (
    agencies,
    audit,
    cases,
    cypher,
    documents,
    explore,
    home,
    meetings,
    passages,
    platforms,
    programs,
    review,
)

ROUTERS = tuple(
    module.router
    for module in (
        home,
        cases,
        meetings,
        documents,
        passages,
        agencies,
        platforms,
        programs,
        explore,
        cypher,
        review,
        audit,
    )
)
