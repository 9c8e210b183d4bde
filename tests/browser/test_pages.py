"""Every page: it opens, asks nobody else, is light, can be read by everyone, and has its data beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import AGENCY, CASE, MEETING, PLATFORM, Visit

PAGES = {
    "start": "/",
    "search": "/search?q=圖書館",
    "nothing found": "/search?q=沒有這回事",
    "cases": "/cases",
    "cases of a status": "/cases?platform=基北北桃合作交流平臺&status=delisted",
    "case": CASE,
    "case of then": f"{CASE}?as_of=112.7.1",
    "case in English": f"{CASE}?lang=en",
    "meeting": MEETING,
    "document": "/documents/{document}",
    "platforms": "/platforms",
    "platform": PLATFORM,
    "group": f"{PLATFORM}?group=產業民生組&closed=true",
    "agencies": "/agencies",
    "agency": AGENCY,
    "program": "/programs/program:酷課雲",
    "no node": "/explore",
    "network": "/explore?node=新北市政府教育局",
    "path": "/explore?node=酷課雲&to=新北市政府經濟發展局",
    "no question": "/cypher",
    "answer": "/cypher?q=MATCH (n:`Case`) RETURN n, n.status LIMIT 3",
    "refused": "/cypher?q=CREATE (n:City)",
    "review": "/review",
    "audit": "/audit",
    "audit of a kind": "/audit?kind=recommended_not_delisted&lang=en",
    "calendar": "/calendar",
    "measures": "/network",
    "measures of then and now": "/network?of=cities&split=112.7.1&lang=en",
    "actions": "/actions",
    "overdue": "/actions?overdue=true&agency=新北市&as_of=113.12.31",
}
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES: dict[Literal["light", "dark"], dict[str, Any]] = {
    "light": {"type": "tag", "values": TAGS},
    "dark": {"type": "rule", "values": ["color-contrast"]},  # nothing but the colours is otherwise
}
LIGHT = 150_000


@pytest.fixture(params=[*PAGES.values()], ids=[*PAGES])
def path(request: pytest.FixtureRequest, explorer: str) -> str:
    """The address of a page."""
    (row,) = httpx.get(
        f"{explorer}/cypher.json", params={"q": "MATCH (d:Document) RETURN d.id ORDER BY d.id LIMIT 1"}
    ).json()["rows"]
    return str(request.param).replace("{document}", row[0])


@pytest.mark.usefixtures("libraries")
def test_a_page_opens_asks_nobody_else_is_light_and_has_its_data_beside_it(visit: Visit, path: str) -> None:
    page = visit.open(path)
    if page.locator("#canvas").count():
        expect(page.locator("#canvas[data-drawn]")).to_have_count(1)
    assert page.locator("main").is_visible() and page.locator("h1").count() == 1
    assert visit.foreign == []
    assert visit.problems == []
    assert 0 < visit.weight(libraries=False) <= LIGHT
    assert visit.weight(libraries=True) <= 160_000  # the free network alone needs them
    address = page.locator("link[rel=alternate][type='application/json']").get_attribute("href")
    answer = page.request.get(visit.root + str(address))
    assert answer.ok and answer.json() is not None


def test_axe_finds_nothing_and_nothing_runs_over_the_edge(browser: Browser, explorer: str, path: str) -> None:
    """720 is a screen of 1440 at 200 %, 320 one of 1280 at 400 %."""
    if not AXE.is_file():
        pytest.skip("needs axe-core (npm ci)")
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(explorer + path)
    page.add_script_tag(path=AXE)
    for scheme, asked in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("asked => axe.run(document, {runOnly: asked})", asked)
        assert [f"{v['id']}: {n['html'][:200]}" for v in found["violations"] for n in v["nodes"]] == [], scheme
        assert len(found["passes"]) > (10 if scheme == "light" else 0)
    for width in (1440, 720, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    context.close()


def test_a_page_allows_nothing_from_elsewhere(explorer: str, path: str) -> None:
    answer = httpx.get(explorer + path, headers={"accept": "text/html"})
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert " style=" not in answer.text and "<style" not in answer.text and " onclick" not in answer.text


@pytest.mark.parametrize("path", ["/cases/case:無", "/nowhere", f"{CASE}?as_of=yesterday", f"{CASE}?lang=xx"])
def test_an_error_is_a_page_with_its_status(visit: Visit, path: str) -> None:
    answer = visit.page.goto(visit.root + path)
    assert answer is not None and answer.status in (400, 404, 422)
    assert visit.page.locator("h1").inner_text()
    told = httpx.get(visit.root + path)
    assert told.headers["content-type"] == "application/problem+json"
    assert told.status_code == answer.status
