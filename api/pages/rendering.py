"""From an answer to a page.

Always true: a page and its ``.json`` are made of one answer; templates escape all they are given; a page allows nothing
to be loaded or run that does not come from this server.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.pages.happenings import happenings
from api.pages.messages import Messages
from api.pages.pictures import lanes
from api.pages.statements import grouped
from api.pages.terms import LABELS, TERMS
from api.pages.timeline import by_year, stop
from api.pages.view import View, view
from api.pages.weaving import any_shared, crossed, woven
from visualizations.report.findings import KINDS, SEVERITIES
from visualizations.schedule import WHY, between, hosted, numbered
from visualizations.words import DOES, HAPPENED, SITS, STANDS, Language

POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}

_JINJA = Environment(
    loader=PackageLoader("api.pages"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
)
_JINJA.globals.update(
    happenings=happenings,
    lanes=lanes,
    stop=stop,
    by_year=by_year,
    any_shared=any_shared,
    crossed=crossed,
    woven=woven,
    grouped=grouped,
    numbered=numbered,
    between=between,
    hosted=hosted,
    gaps=WHY,
    faults=KINDS,
    severities=SEVERITIES,
)


def page(router: APIRouter, path: str, template: str, gather: Callable[..., Any]) -> None:
    """Add a page and its data to a router.

    In: the address; the name of a template, which is given what ``gather`` gives as ``page``; a FastAPI dependency that
    gathers what the page shows. The data stands at the address plus ``.json``.
    """

    told_by = Depends(gather)

    def shown(looked: Annotated[View, Depends(view)], told: Any = told_by) -> Response:
        return sent(rendered(template, looked, page=told))

    data = "/index.json" if path == "/" else f"{path}.json"
    router.add_api_route(data, gather, include_in_schema=False, name=f"{gather.__name__}_data")
    router.add_api_route(path, shown, include_in_schema=False, name=gather.__name__)


def sent(text: str, status: int = 200) -> Response:
    """A page on its way."""
    return HTMLResponse(text.encode("utf-8", "replace"), status, HEADERS)


def rendered(template: str, looked: View, **given: Any) -> str:
    """The text of a page."""
    return _JINJA.get_template(template).render(view=looked, t=Messages(looked.language), **_words(looked), **given)


def _words(looked: View) -> dict[str, Any]:
    """The terms of the graph as this page says them."""
    return {
        "html_lang": "zh-Hant-TW" if looked.language is Language.ZH else "en",
        "happened": {str(kind): looked.say(words) for kind, words in HAPPENED.items()},
        "stands": {str(status): looked.say(words) for status, words in STANDS.items()},
        "does": {str(role): looked.say(words) for role, words in DOES.items()},
        "sits": {str(level): looked.say(words) for level, words in SITS.items()},
        "labels": {str(label): looked.say(words) for label, words in LABELS.items()},
        "terms": {str(kind): looked.say(words) for kind, words in TERMS.items()},
    }
