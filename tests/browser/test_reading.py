"""Reading: minutes beside what was taken from them, two languages, no JavaScript, paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pypdfium2
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import CASE, MEETING, PLATFORM, Visit, visiting


@pytest.fixture
def plain(browser: Browser, explorer: str) -> Iterator[Visit]:
    """A tab without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    yield visiting(context, explorer)
    context.close()


def test_text_and_list_lead_to_each_other(visit: Visit) -> None:
    page = visit.open(MEETING)
    page.locator(".m", has_text="為使方向更明確").click()
    entry = page.locator("[data-passage].chosen")
    expect(entry).to_have_count(1)
    expect(entry).to_contain_text("更名")
    expect(entry).to_be_in_viewport()
    page.locator("[data-passage] > .to").first.click()
    expect(page.locator(".m.chosen").first).to_be_in_viewport()
    expect(page).to_have_url(re.compile("sel=passage"))
    chosen = page.locator(".m.chosen").first.inner_text()
    page.reload()
    assert page.locator(".m.chosen").first.inner_text() == chosen


def test_the_page_shows_the_minutes_character_for_character(visit: Visit, root: Path) -> None:
    page = visit.open(MEETING)
    shown = page.locator("#text p").evaluate_all("all => all.map(one => one.textContent).join('\\n')")
    source = (root / "samples" / "基北北桃-產業民生組-2023-2024.txt").read_text("utf-8").replace("\r\n", "\n")
    assert len(shown) > 1000
    assert shown.strip() in source


def test_every_extracted_passage_is_marked(visit: Visit) -> None:
    page = visit.open(MEETING)
    told = set(page.locator("[data-passage]").evaluate_all("all => all.map(one => one.dataset.passage)"))
    marked = page.locator(".m[data-passages]").evaluate_all(
        "all => all.flatMap(one => one.dataset.passages.split(' '))"
    )
    assert told == set(marked)
    assert len(told) > 30


def test_the_language_is_kept_from_page_to_page_without_a_cookie(visit: Visit) -> None:
    page = visit.open(CASE)
    assert page.locator("html").get_attribute("lang") == "zh-Hant-TW"
    page.get_by_role("link", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.get_by_role("heading", name="What happened")).to_be_visible()
    page.locator("#evidence .facts a").first.click()
    assert page.locator("html").get_attribute("lang") == "en"
    expect(page.get_by_role("heading", name="What was taken from it")).to_be_visible()
    assert page.context.cookies() == []
    page.get_by_role("link", name="中文").click()
    assert page.locator("html").get_attribute("lang") == "zh-Hant-TW"


def test_all_of_it_can_be_read_without_javascript(plain: Visit) -> None:
    page = plain.open("/")
    page.locator("#start").fill("觀光工廠")
    page.locator("#start").press("Enter")
    page.get_by_role("link", name="觀光工廠職涯探索見學交流").click()
    expect(page.locator("#evidence h2")).to_contain_text("更名")
    page.locator('[data-walk] a[data-kind="event"]').last.click()
    expect(page.locator("#evidence h2")).to_contain_text("解除列管")
    page.locator("#as-of").select_option("2023-06-26")
    page.locator("#with-inferred").uncheck()
    page.get_by_role("button", name="套用").click()
    expect(page.locator(".as-of")).to_contain_text("112/6/26")
    assert "inferred=0" in page.url
    expect(page.locator("#with-inferred")).not_to_be_checked()
    page.locator("#evidence").get_by_role("link", name="看紀錄全文").first.click()
    expect(page.locator(".m.chosen").first).to_be_visible()


def test_the_network_can_be_opened_without_javascript(plain: Visit) -> None:
    page = plain.open("/explore?node=酷課雲")
    before = page.locator("#net tbody tr").count()
    page.locator("#net a", has_text=re.compile(r"^\+\d+$")).first.click()
    assert page.locator("#net tbody tr").count() > before


def test_on_paper_stand_picture_and_tables_without_the_controls(visit: Visit, tmp_path: Path) -> None:
    page = visit.open(f"{PLATFORM}?group=產業民生組")
    page.emulate_media(media="print")
    assert not page.locator(".top").is_visible() and not page.locator("#time").is_visible()
    page.pdf(path=tmp_path / "paper.pdf", prefer_css_page_size=True)
    paper = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    text = "".join(one.get_textpage().get_text_range() for one in paper)
    assert "觀光工廠職涯探索見學交流" in text and "複製連結" not in text
    assert paper[0].get_width() > paper[0].get_height()


@pytest.mark.parametrize("path", [CASE, f"{CASE}?lang=en&as_of=112.9.30", f"{PLATFORM}?group=產業民生組", PLATFORM])
def test_what_is_shown_can_be_taken_away_as_a_file(explorer: str, path: str) -> None:
    page = httpx.get(explorer + path, headers={"accept": "text/html"}).text
    links = [unescape(one) for one in re.findall(r'href="(/api/v1/[^"]+\.(?:svg|pdf|csv)\?[^"]*)"', page)]
    assert len(links) >= 2
    for address in links:
        answer = httpx.get(explorer + address, timeout=60)
        assert answer.status_code == 200 and len(answer.content) > 500, address
