"""Judging names in a browser: with the mouse, with the keyboard, and without scripts."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.conftest import TOKEN


def test_a_person_judges_and_takes_it_back(browser: Browser, judging: str) -> None:
    for scripts in (True, False):
        context = browser.new_context(
            http_credentials={"username": "chen", "password": TOKEN}, java_script_enabled=scripts
        )
        page = context.new_page()
        page.goto(f"{judging}/review?lang=en")
        doubts = page.locator(".doubt").count()
        first = page.locator(".doubt").first
        names = first.locator(".side h3").all_inner_texts()
        assert doubts and len(names) == 2 and first.locator("blockquote").count() == 2
        first.get_by_label("Why").fill("asked them")
        first.get_by_role("button", name="Different cases").press("Enter")
        expect(page.locator(".doubt")).to_have_count(doubts - 1)
        row = page.locator("table tr", has_text="asked them").first
        assert "chen" in row.inner_text() and page.url.endswith("/review?lang=en")
        row.get_by_role("button").click()
        expect(page.locator(".doubt")).to_have_count(doubts)
        context.close()


def test_who_has_no_token_sees_nothing(browser: Browser, judging: str) -> None:
    page = browser.new_context(http_credentials={"username": "chen", "password": "no"}).new_page()
    told = page.goto(f"{judging}/review")
    assert told is not None and told.status == 401 and page.locator(".doubt").count() == 0
