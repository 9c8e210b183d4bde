"""The pages: one module a noun."""

from api.pages.routes import (
    actions,
    agencies,
    audit,
    calendar,
    cases,
    cypher,
    documents,
    explore,
    home,
    meetings,
    network,
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
        calendar,
        network,
        actions,
    )
)
