"""The pages: one module a noun."""

from api.pages.routes import agencies, cases, cypher, documents, explore, home, meetings, passages, platforms, programs

ROUTERS = tuple(
    module.router
    for module in (home, cases, meetings, documents, passages, agencies, platforms, programs, explore, cypher)
)
