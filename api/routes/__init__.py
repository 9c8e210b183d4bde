"""The routes of the API: one module a noun."""

from api.routes import cases

ROUTERS = (cases.router,)
