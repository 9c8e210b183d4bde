"""The description of the API.

Always true: every error answer in it is a Problem; what it names is defined in it.
"""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.problems import Problem

DESCRIPTION = """
Every statement is quoted: an answer carries the passages that state it, each with its document, line and offsets.

* **Ids** stand in paths percent-encoded, slashes too: `case:甲/乙` is `/api/v1/cases/case%3A%E7%94%B2%2F%E4%B9%99`.
* **Names** in parameters may be in any spelling (台北 or 臺北, a part of it), or be an id.
* **Days** are ISO (`2024-06-30`) or of the ROC calendar (`113.6.30`), also a month or a year alone; answers are ISO.
  `as_of` asks how things stood on a day.
* **Lists** come in pages: hand `next` on as `cursor` until it is null.
* **Answers** have an `ETag`: send it as `If-None-Match` and get 304 while nothing has changed.
* **Errors** are `application/problem+json`; for a name that is not known, `nearest` has those that come close.
"""

TAGS = [
    {"name": "cases", "description": "Cooperation cases, their lineage and what happened to them."},
    {"name": "agencies", "description": "Public bodies, and with whom they work."},
    {"name": "collaboration", "description": "Who works together, over all agencies."},
    {"name": "platforms", "description": "Platforms, their groups, and when they sat."},
    {"name": "meetings", "description": "Sittings and their minutes."},
    {"name": "programs", "description": "Schemes, services and events that cases are about."},
    {"name": "documents", "description": "Texts, and passages in their context."},
    {"name": "graph", "description": "Finding things, and how they hang together."},
    {"name": "cypher", "description": "Questions of one's own; they can only read."},
    {"name": "files", "description": "The graph and the tracking table as files."},
    {"name": "server", "description": "How the server is."},
]

_IDS = {
    "cases": "case:基北北桃合作交流平臺/基北北桃環教小尖兵大會師一起來碳究遊學",
    "agencies": "agency:新北市政府教育局",
    "cities": "city:新北市",
    "platforms": "platform:雙北合作交流平臺",
    "groups": "group:基北北桃合作交流平臺/教育文化組",
    "meetings": "meeting:雙北合作交流平臺/working_group/教育文化組/108-1",
    "programs": "program:OpenID",
    "nodes": "city:新北市",
}
"""Ids in the bundled samples, by what stands before an id in an address."""


def install(app: FastAPI) -> None:
    """Make an application describe itself."""
    app.openapi = lambda: app.openapi_schema or _described(app)  # type: ignore[method-assign]


def _described(app: FastAPI) -> dict[str, Any]:
    """The description, made once."""
    told = get_openapi(
        title=app.title, version=app.version, summary=app.summary, description=DESCRIPTION, routes=app.routes, tags=TAGS
    )
    schemas = told.setdefault("components", {}).setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema()
    told["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    told["security"] = [{}, {"token": []}]
    for path, methods in told["paths"].items():
        example = _IDS.get(path.split("/")[3]) if path.startswith("/api/v1/") else None
        for parameter in (one for method in methods.values() for one in method.get("parameters", ())):
            if parameter["name"] == "id" and example:
                parameter["schema"]["examples"] = [example]
    app.openapi_schema = told
    return told
