"""Free exploration on the canvas, and answers to questions in Cypher."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.usefixtures("libraries")


def drawn(page: Page) -> int:
    """How many nodes the canvas says it shows."""
    canvas = page.locator("#canvas[data-drawn]")
    expect(canvas).to_have_count(1)
    return int(canvas.get_attribute("data-drawn") or 0)


def test_canvas_count_and_table_agree(visit: Visit) -> None:
    page = visit.open("/explore?node=新北市政府教育局")
    rows = page.locator("#net section").first.locator("tbody tr").count()
    assert drawn(page) == rows
    expect(page.locator(".count")).to_contain_text(f"顯示 {rows} / {rows}")
    assert page.locator("#canvas canvas").count() > 0


def test_a_neighbour_is_opened_and_the_address_keeps_it(visit: Visit) -> None:
    page = visit.open("/explore?node=酷課雲")
    before = drawn(page)
    page.locator("#net a", has_text=re.compile(r"^\+\d+$")).first.click()
    assert drawn(page) > before
    assert page.url.count("node=") == 2
    again = page.url
    page.goto(again)
    assert drawn(page) > before


def test_a_link_shows_its_words(visit: Visit) -> None:
    page = visit.open("/explore?node=酷課雲")
    page.locator("#net section").last.locator("tbody a").first.click()
    expect(page.locator("#evidence mark").first).to_be_visible()
    assert "sel=" in page.url


def test_a_node_on_the_canvas_can_be_chosen_and_opened(visit: Visit) -> None:
    page = visit.open("/explore?only=program:酷課雲")
    assert drawn(page) == 1
    canvas = page.locator("#canvas")
    box = canvas.bounding_box()
    assert box is not None
    middle = {"x": box["width"] / 2, "y": box["height"] / 2 - 6}
    canvas.click(position=middle)  # type: ignore[arg-type]
    expect(page.locator("#evidence h2")).to_have_text("酷課雲")
    canvas.dblclick(position=middle)  # type: ignore[arg-type]
    expect(page).to_have_url(re.compile("node=program"))
    expect(page.locator("#canvas[data-drawn='4']")).to_have_count(1)


def test_kinds_can_be_left_out(visit: Visit) -> None:
    page = visit.open("/explore?node=新北市政府教育局")
    before = drawn(page)
    page.get_by_label("案件", exact=True).uncheck()
    page.get_by_role("button", name="套用").click()
    assert drawn(page) < before
    expect(page.locator("#net")).not_to_contain_text("觀光工廠")


def test_the_path_between_two_is_shown(visit: Visit) -> None:
    page = visit.open("/explore?node=觀光工廠職涯探索見學交流&to=桃園市")
    ways = page.locator(".way")
    assert ways.count() >= 1
    expect(ways.first).to_contain_text("桃園市")
    assert drawn(page) >= 2


def test_without_the_library_the_page_says_so(visit: Visit) -> None:
    visit.page.route("**/vendor/*", lambda route: route.abort())
    page = visit.open("/explore?node=酷課雲")
    expect(page.locator("#canvas")).to_contain_text("無法畫出網絡")
    assert page.locator("#net tbody tr").count() > 2


def test_every_example_of_the_catalogue_can_be_asked(visit: Visit) -> None:
    page = visit.open("/cypher")
    links = page.locator(".examples a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert len(links) > 30
    for address in links[::4]:
        text = page.request.get(visit.root + address).text()
        assert 'class="none problem"' not in text, address


def test_an_answer_is_a_table_and_a_network(visit: Visit) -> None:
    page = visit.open("/cypher?q=MATCH (a:`Case`)-[:RENAMED_TO]->(b:`Case`) RETURN a, b, a.status")
    expect(page.locator("thead th")).to_have_text(["a", "b", "a.status"])
    page.locator("tbody a").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.go_back()
    assert drawn(page) >= 2


def test_a_question_that_would_write_is_refused(visit: Visit) -> None:
    page = visit.open("/cypher?q=CREATE (n:City {id: 'x'})")
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.locator("table").count() == 0
