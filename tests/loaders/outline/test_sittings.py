"""One file → its sittings, in the file's order, whatever their titles look like."""

from __future__ import annotations

import pytest

from loaders.lexicon.headings import Heading
from loaders.outline.sittings import Sitting, sittings

TITLE = "113年度「中彰投」合作平臺交通組第{}次會議紀錄"
HEAD = "時間：113年{}月6日\n地點：臺中市政府\n主席：王局長大明\n紀錄：林小華\n"
BODY = "壹、報告事項：略。\n貳、提案討論\n案由一：公車轉乘優惠案。\n決議：照案通過。\n參、散會\n"


def sitting(ordinal: int, title: str = TITLE) -> str:
    return title.format(ordinal) + "\n" + HEAD.format(ordinal * 3) + BODY


def dates(found: tuple[Sitting, ...]) -> list[str]:
    return [s.rest.text for one in found for s in one.header if s.heading is Heading.DATE]


def test_one_sitting() -> None:
    (one,) = sittings(sitting(1))
    assert one.title.text == TITLE.format(1)
    assert [s.heading for s in one.header] == [
        Heading.DATE,
        Heading.PLACE,
        Heading.CHAIR,
        Heading.RECORDER,
        Heading.END,
    ]
    assert [s.number for s in one.sections] == ["壹", "貳"]


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1)])
def test_several_sittings_in_either_order(order: tuple[int, ...]) -> None:
    found = sittings("\n".join(sitting(n) for n in order))
    assert [one.title.text for one in found] == [TITLE.format(n) for n in order]
    assert dates(found) == [f"113年{n * 3}月6日" for n in order]
    assert all(len(one.sections) == 2 for one in found)


@pytest.mark.parametrize(
    "title",
    [
        "113年度「中彰投」合作平臺\n交通組第{}次會議紀錄",
        "113年度「中彰投」合作平臺\n交通組第{}次會議\n紀錄",
        "「中彰投」合作平臺\n交通組\n第{}次會議紀錄",
        "# 「中彰投」合作平臺交通組第{}次會議紀錄",
        "「 中 彰 投 」 合 作 平 臺 交 通 組 第 {} 次 會 議 紀 錄",
        "「中彰投」合作平臺交通組第{}次會議紀錄（定稿）",
    ],
)
def test_titles_of_every_make(title: str) -> None:
    found = sittings(sitting(1, title) + "\n" + sitting(2, title))
    assert len(found) == 2
    assert [f"第{n}次會議紀錄" in one.title.text for n, one in enumerate(found, 1)] == [True, True]


def test_a_running_title_at_the_page_tops_opens_no_sitting() -> None:
    title = TITLE.format(1)
    pages = sitting(1).split("貳、")
    found = sittings(f"{pages[0]}\n{title}\n貳、{pages[1]}\n{title}\n補充說明。")
    assert len(found) == 1
    assert all(title not in s.body.text for top in found[0].sections for s in top.walk())


def test_a_head_that_is_cut_off() -> None:
    headless = "決議：同意解列。\n案由二：公車轉乘案。\n說明：略。\n決議：持續列管。\n肆、臨時動議：無。\n伍、散會\n"
    found = sittings(headless + sitting(2))
    assert [bool(one.title) for one in found] == [False, True]
    assert found[0].end <= found[1].start


def test_a_title_field_counts_as_title() -> None:
    text = "會議名稱：中彰投合作平臺交通組第1次會議\n" + HEAD.format(3) + BODY
    (one,) = sittings(text)
    assert one.title.text == "中彰投合作平臺交通組第1次會議"
    assert dates((one,)) == ["113年3月6日"]


def test_a_title_field_in_a_table() -> None:
    title = "會議名稱\t中彰投合作平臺交通組第{}次會議\n"
    table = title + "時間\t113年{}月6日\t地點\t臺中市政府\n主席\t王局長大明\t紀錄\t林小華\n"
    found = sittings(table.format(1, 3) + BODY + "\n" + table.format(2, 6) + BODY)
    assert [one.title.text for one in found] == [f"中彰投合作平臺交通組第{n}次會議" for n in (1, 2)]
    assert dates(found) == ["113年3月6日", "113年6月6日"]


def test_a_title_field_beneath_a_title_opens_no_second_sitting() -> None:
    text = TITLE.format(1) + "\n會議名稱：交通組第1次會議\n" + HEAD.format(3) + BODY
    assert [one.title.text for one in sittings(text)] == [TITLE.format(1)]


def test_a_header_on_one_line() -> None:
    text = TITLE.format(1) + "\n時間：113年3月6日　地點：臺中市政府　主席：王大明　紀錄：林小華\n" + BODY
    (one,) = sittings(text)
    assert {s.heading: s.rest.text for s in one.header} == {
        Heading.DATE: "113年3月6日",
        Heading.PLACE: "臺中市政府",
        Heading.CHAIR: "王大明",
        Heading.RECORDER: "林小華",
        Heading.END: "",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n \n",
        "臺中市推動公車轉乘優惠\n臺中市政府今日宣布自下月起實施。\n",
        "臺中市公車轉乘實施計畫\n一、依據：本府計畫。\n二、目的：便民。\n",
        "交通組第1次會議紀錄將於近日公布，請各市提供意見。\n",
        "出席名單\n1\t王大明\n2\t林小華\n",
    ],
)
def test_what_is_no_minutes(text: str) -> None:
    assert sittings(text) == ()


def test_a_title_may_stand_behind_the_number_of_a_part() -> None:
    header = "\n時間：113年3月6日\n地點：臺中市政府\n主席：王大明\n"
    text = "【第一部分】" + TITLE.format(1) + header + BODY + "\n【第二部分】" + TITLE.format(2) + header + BODY
    assert len(sittings(text)) == 2


@pytest.mark.parametrize("before", ["", "壹、報告事項\n一、「公車轉乘」案\n"])
def test_a_title_behind_a_recorder_parts_two_sittings(before: str) -> None:
    first, second = sittings(TITLE.format(1) + "\n" + HEAD.format(3) + before + "紀錄：" + sitting(2, TITLE + "\n、"))
    assert first.end <= second.start


def test_a_running_head_that_a_sitting_shows_once_is_no_text_of_it() -> None:
    page = "第 {} 頁，共 3 頁\n\n霧嶺嵐川合作平臺 交通組會議紀錄\n"
    first = sitting(1).replace("決議：照案通過。", f"決議：照案通過，請霧嶺縣\n{page.format(1)}政府辦理。")
    second = sitting(2).replace("決議：照案通過。", f"決議：照案通過，請霧嶺縣\n{page.format(2)}政府辦理。")
    for one in sittings(first + second):
        told = [part.body.text for section in one.sections for part in section.walk()]
        assert "決議：照案通過，請霧嶺縣政府辦理。" in told
