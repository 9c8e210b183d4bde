"""Whatever minutes or addresses hold, nothing of it is run."""

from __future__ import annotations

from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import BrowserContext

from tests.browser.conftest import AGENCY, CASE, MEETING, PLATFORM, visiting
from tests.browser.hostility import ATTACK

_ATTACK = quote(ATTACK)
PATHS = [
    "/",
    CASE,
    MEETING,
    PLATFORM,
    "/platforms",
    "/agencies",
    AGENCY,
    "/programs/program:酷課雲",
    "/explore?node=program:酷課雲",
    "/cypher?q=MATCH (n:`Case`) RETURN n, n.name, n.aliases LIMIT 3",
    f"/search?q={_ATTACK}",
    f"/search?q=觀光工廠&lang={_ATTACK}",
    f"{CASE}?sel={_ATTACK}&as_of={_ATTACK}",
    f"{CASE}?sel={_ATTACK}",
    f"{PLATFORM}?group={_ATTACK}",
    f"/explore?node={_ATTACK}&to={_ATTACK}",
    f"/cypher?q={_ATTACK}&parameters={_ATTACK}",
    f"/cypher?q=RETURN '{quote(ATTACK.replace(chr(39), ''))}' AS x",
    f"/cases/{_ATTACK}",
    f"/{_ATTACK}",
]


@pytest.mark.parametrize("path", PATHS, ids=[str(number) for number in range(len(PATHS))])
def test_no_word_of_it_is_run(context: BrowserContext, hostile: str, path: str) -> None:
    visit = visiting(context, hostile)
    page = visit.open(path)
    assert page.evaluate("window.hit") is None
    assert page.locator("img, iframe, object, body script:not([src])").count() == 0
    assert visit.foreign == []
    assert not [one for one in visit.problems if "Content Security Policy" in one]
    assert "49" not in page.title()


def test_the_attack_is_shown_as_the_text_it_is(context: BrowserContext, hostile: str) -> None:
    page = visiting(context, hostile).open(CASE)
    assert ATTACK in page.locator("h1").inner_text()


def test_data_is_no_page(hostile: str) -> None:
    answer = httpx.get(f"{hostile}{CASE}.json")
    assert answer.headers["content-type"].startswith("application/json")
    assert ATTACK in answer.json()["name"]
