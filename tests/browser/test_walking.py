"""Walking through a picture by mouse and keyboard, and what stands behind each thing in it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import CASE, PLATFORM, Visit

RENAMING = '[data-walk] a[data-kind="arrow"]'
MARKS = '[data-walk] a[data-kind="event"]'


def focused(page: Page) -> str:
    """The id of what has the focus."""
    return str(page.evaluate("document.activeElement.dataset.id ?? document.activeElement.id"))


def test_from_the_start_to_why_it_was_renamed_and_who_was_there(visit: Visit) -> None:
    page = visit.open("/")
    page.keyboard.press("/")
    page.keyboard.type("觀光工厂".replace("厂", "廠"))
    page.keyboard.press("Enter")
    page.get_by_role("link", name="觀光工廠職涯探索見學交流").click()
    evidence = page.locator("#evidence")
    expect(evidence.get_by_role("heading", level=2)).to_contain_text("更名")
    expect(evidence.locator("mark").last).to_have_text("為使方向更明確，本案定名為「觀光工廠職涯探索見學交流」")
    expect(evidence).to_contain_text("姜雅琴")
    expect(evidence).to_contain_text("桃園市政府教育局")
    evidence.get_by_role("link", name="看紀錄全文").first.click()
    expect(page.locator(".m.chosen").first).to_be_in_viewport()
    expect(page.locator(".m.chosen").first).to_contain_text("觀光工廠")


def test_evidence_opens_on_a_mark_and_on_an_arrow(visit: Visit) -> None:
    page = visit.open(CASE)
    page.locator(MARKS).last.click()
    expect(page.locator("#evidence h2")).to_contain_text("解除列管")
    expect(page.locator("#evidence mark")).to_have_text("活動均已辦畢，本案解除列管")
    assert "sel=DELISTED_AT" in page.url
    page.locator(RENAMING).click()
    expect(page.locator("#evidence h2")).to_contain_text("更名")
    page.go_back()
    expect(page.locator("#evidence h2")).to_contain_text("解除列管")
    page.reload()
    expect(page.locator("#evidence h2")).to_contain_text("解除列管")


def test_evidence_opens_on_every_mark_and_arrow_of_a_group(visit: Visit) -> None:
    page = visit.open(f"{PLATFORM}?group=產業民生組")
    ids = page.locator("[data-walk] a[data-id]").evaluate_all(
        "all => all.map(one => [one.dataset.id, one.href.baseVal])"
    )
    assert len(ids) > 40
    for id, address in ids[::5]:
        text = page.request.get(f"{visit.root}{PLATFORM}{address}").text()
        assert 'id="evidence-head"' in text and "在圖上或表中選一項" not in text, id


def test_the_keys_walk_from_lane_to_lane_and_along_them(visit: Visit) -> None:
    page = visit.open(f"{PLATFORM}?group=產業民生組")
    stops = page.locator('[data-walk] a[data-id][tabindex="0"]')
    assert stops.count() == 1
    stops.focus()
    first = focused(page)
    page.keyboard.press("ArrowDown")
    second = focused(page)
    assert second != first
    page.keyboard.press("ArrowRight")
    along = focused(page)
    assert along != second and second in along
    page.keyboard.press("ArrowLeft")
    assert focused(page) == second
    page.keyboard.press("ArrowUp")
    assert focused(page) == first
    page.keyboard.press("End")
    assert focused(page) not in (first, second)
    assert stops.count() == 1


def test_enter_opens_evidence_and_escape_goes_back(visit: Visit) -> None:
    page = visit.open(CASE)
    page.locator(MARKS).first.focus()
    mark = focused(page)
    page.keyboard.press("Enter")
    expect(page.locator("#evidence")).to_be_focused()
    expect(page.locator("#evidence h2")).to_contain_text("擴大辦理")
    page.keyboard.press("Escape")
    assert focused(page) == mark


def test_every_mark_has_a_name_and_room_for_a_finger(visit: Visit) -> None:
    page = visit.open(f"{PLATFORM}?group=產業民生組")
    names = page.locator("[data-walk] a[data-id]").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert all(names)
    sizes = page.locator(f"{MARKS} .target").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert sizes and min(sizes) >= 24


def test_picture_and_table_agree(visit: Visit) -> None:
    page = visit.open(f"{PLATFORM}?group=產業民生組")
    ids = "all => [...new Set(all.map(one => one.dataset.id))].sort()"
    drawn = page.locator('[data-walk] a[data-kind="event"], [data-walk] a[data-kind="arrow"]').evaluate_all(ids)
    told = page.locator("#events tr a[data-id]").evaluate_all(ids)
    assert set(drawn) <= set(told)
    assert len(drawn) > 20


def test_the_slider_snaps_to_sittings_and_the_address_keeps_it(visit: Visit) -> None:
    page = visit.open(CASE)
    slider = page.locator("#slider")
    assert slider.get_attribute("max") == "2"
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(page).to_have_url(re.compile("as_of=2023-09-23"))
    expect(page.locator(".as-of")).to_contain_text("112/9/23")
    expect(page.locator(".status").first).to_have_text("列管中")
    expect(page.locator(f'{MARKS}[data-id^="DELISTED_AT"]')).to_have_count(0)
    expect(page.locator("#slider")).to_be_focused()
    expect(page.locator("#slider")).to_have_attribute("aria-valuetext", re.compile("112/9/23"))
    page.go_back()
    expect(page.locator(".status").first).to_have_text("已解列")


def test_what_is_inferred_can_be_left_out(visit: Visit) -> None:
    page = visit.open(CASE)
    whole = page.locator(MARKS).count()
    page.locator("#with-inferred").click()
    expect(page).to_have_url(re.compile("inferred=0"))
    expect(page.locator(MARKS)).to_have_count(whole - 1)
    expect(page.locator("#events .tag.inferred")).to_have_count(0)


def test_the_picture_can_keep_to_what_stands_on_the_list(visit: Visit) -> None:
    page = visit.open(f"{PLATFORM}?group=產業民生組")
    whole = page.locator("[data-lane]").count()
    page.get_by_role("link", name="只畫列管中的案件").click()
    lanes = page.locator("[data-lane]")
    assert 0 < lanes.count() < whole
    assert lanes.locator("text=解除列管").count() == 0


def test_the_keys_are_told_when_asked_for(visit: Visit) -> None:
    page = visit.open(CASE)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("前一事件")
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    page.get_by_role("button", name="鍵盤操作").click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_cases_can_be_listed_by_platform_and_status(visit: Visit) -> None:
    page = visit.open("/cases")
    every = page.locator("tbody tr").count()
    page.locator("#platform").select_option("基北北桃合作交流平臺")
    page.locator("#status").select_option("delisted")
    page.get_by_role("button", name="套用").click()
    rows = page.locator("tbody tr")
    assert 0 < rows.count() < every
    assert set(rows.locator(".status").all_inner_texts()) == {"已解列"}


def test_the_enter_that_chooses_characters_is_no_search(visit: Visit) -> None:
    page = visit.open("/")
    press = """(box, isComposing) => box.dispatchEvent(
        new KeyboardEvent("keydown", {key: "Enter", isComposing, bubbles: true, cancelable: true}))"""
    assert page.locator("#start").evaluate(press, False)
    assert not page.locator("#start").evaluate(press, True)


def test_the_link_can_be_copied(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.open(CASE)
    page.locator(MARKS).last.click()
    expect(page).to_have_url(re.compile("sel=DELISTED_AT"))
    page.get_by_role("button", name="複製連結").click()
    expect(page.locator("#said")).to_have_text("已複製連結")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
