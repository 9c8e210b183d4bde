"""Decisions that point to their cases by number, by 其餘, or by the advice that stands in the list."""

from __future__ import annotations

import pytest

from tests.loaders.minutes._reading import minutes, said

NAMES = ("海廢回收合作案", "漁村走讀合作案", "藍色公路串聯計畫", "潮間帶調查共筆")
A, B, C, D = NAMES
LIST = [f"{n}、「{name}」：辦理情形詳如附件。" for n, name in zip("一二三四", NAMES, strict=True)]


def decided(*lines: str, kinds: tuple[str, ...] = ("CONTINUED_AT",)) -> dict[str, set[str]]:
    """Event → the cases of which a resolution behind a list says it."""
    numbered = (f"（{n}）{line}" for n, line in zip("一二三四", lines, strict=False))
    found = said(minutes("壹、列管案件辦理情形", *LIST, "貳、決議事項", *numbered))
    return {kind: {case for event, case, _ in found if event == kind} for kind in kinds}


@pytest.mark.parametrize(
    ("line", "cases"),
    [
        ("第1案、第3案及第4案均解除列管。", {A, C, D}),
        ("項次1、3、4等3案同意解除列管。", {A, C, D}),
        ("項次1、3同意解除列管。", {A, C}),
        ("第一、三案解除列管。", {A, C}),
        ("項次1至3均解除列管。", {A, B, C}),
    ],
)
def test_several_numbers_before_a_decision_are_all_meant(line: str, cases: set[str]) -> None:
    assert decided(line, kinds=("DELISTED_AT",)) == {"DELISTED_AT": cases}


@pytest.mark.parametrize("rest", ["其餘3案均解除列管。", "餘3案解除列管。", "其餘各案均解除列管。"])
def test_the_rest_of_a_list_is_what_was_not_spoken_of(rest: str) -> None:
    found = decided(f"第2案持續列管；{rest}", kinds=("CONTINUED_AT", "DELISTED_AT"))
    assert found == {"CONTINUED_AT": {B}, "DELISTED_AT": {A, C, D}}


def test_of_several_that_are_excepted_each_has_its_own_fate() -> None:
    line = "除第1案提請副首長會議解列、第2案案名修正為「漁村慢遊」、第3案准予解列外，其餘案件持續列管。"
    sitting = minutes("壹、列管案件辦理情形", *LIST, "貳、決議事項", f"（一）{line}")
    assert said(sitting) == {
        ("DELISTING_RECOMMENDED_AT", A, None),
        ("RENAMED_TO", B, "漁村慢遊"),
        ("DELISTED_AT", C, None),
        ("CONTINUED_AT", D, None),
    }


def test_a_line_that_points_to_a_row_is_no_row_of_that_list() -> None:
    found = decided(f"「{D}」（第4案）：持續列管。", "第2案：同意解除列管。", kinds=("DELISTED_AT",))
    assert found == {"DELISTED_AT": {B}}


def test_work_that_is_left_is_not_the_rest_of_the_list() -> None:
    assert decided("第1案解除列管，其餘補件中。", kinds=("DELISTED_AT",)) == {"DELISTED_AT": {A}}


@pytest.mark.parametrize("passed", ["其餘各案照幕僚建議通過。", "其餘案件同意如幕僚建議。", "餘均依幕僚建議辦理。"])
def test_advice_is_taken_but_for_the_case_that_is_excepted(passed: str) -> None:
    table = ["項次\t案名\t主辦機關\t目前進度\t幕僚建議"]
    for n, (name, advice) in enumerate(((A, "建議解列結案"), (B, "建議解除列管"), (C, "擬持續列管")), 1):
        table.append(f"{n}\t{name}\t嵐川市政府海洋局\t已完成盤點。\t{advice}")
    sitting = minutes("壹、列管案件", *table, "決議：", f"一、除項次2外，{passed}", "二、項次2：繼續列管。")
    assert said(sitting) == {
        ("DELISTED_AT", A, None),
        ("CONTINUED_AT", B, None),
        ("CONTINUED_AT", C, None),
    }


TABLE = (
    "壹、討論事項",
    "案由一：海洋組所提「海廢回收」等2案，業已執行完竣，提請討論。",
    "說明：",
    "| 項次 | 案名 | 辦理情形 |",
    "| --- | --- | --- |",
    "| 1 | 海廢回收 | 已完成 |",
    "| 2 | 漁村走讀 | 已完成 |",
    "決議：項次1解除列管，項次2持續列管。",
)
TWO_LISTS = (
    "壹、提案討論",
    "一、夜航渡輪加班（提案單位：臺北市政府交通局）",
    "二、燈塔聯合開放（提案單位：新北市政府交通局）",
    "貳、主席裁示",
    "一、提案第一案同意成案；第二案下次會議再議。",
)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (TABLE, {("DELISTED_AT", "海廢回收", None), ("CONTINUED_AT", "漁村走讀", None)}),
        (TWO_LISTS, {("ESTABLISHED_AT", "夜航渡輪加班", None), ("DEFERRED_AT", "燈塔聯合開放", None)}),
    ],
    ids=["a table that holds them in full", "the list that is named"],
)
def test_numbers_are_those_of_a_list(lines: tuple[str, ...], found: set[tuple[str, str, None]]) -> None:
    assert found <= said(minutes(*lines))


def test_an_exception_is_followed_by_what_a_number_points_to() -> None:
    found = decided("除項次1、4外，其餘列管案件均續列管，項次4同意解列。", kinds=("CONTINUED_AT", "DELISTED_AT"))
    assert found["DELISTED_AT"] == {D} and {B, C} <= found["CONTINUED_AT"] and D not in found["CONTINUED_AT"]


@pytest.mark.parametrize("word", ["案卡", "個案", "課題", "項次"])
def test_words_that_point_to_the_cards_of_a_list(word: str) -> None:
    names = "夜航渡輪加班", "燈塔聯合開放", "漁港夜市導覽"
    cards = [f"【{word} {n:02}】（列管）\n案名：{name}\n幕僚建議：解列" for n, name in enumerate(names, 1)]
    ruling = (f"（一）{word} 01、03 繼續列管。", f"（二）其餘{word}（02）依幕僚建議辦理。")
    found = said(minutes("三、各案", *cards, "四、綜合決議", *ruling))
    kinds = "CONTINUED_AT", "DELISTED_AT", "CONTINUED_AT"
    assert found == {(kind, name, None) for kind, name in zip(kinds, names, strict=True)}


def test_the_rest_of_a_list_beneath_the_item_itself() -> None:
    lines = ("1. 夜航渡輪加班", "2. 燈塔聯合開放", "3. 漁港夜市導覽")
    found = said(minutes("案由二：有關下列新增合作案，提請討論。", *lines, "決議：第2案緩議；其餘同意新增。"))
    assert {("ESTABLISHED_AT", "夜航渡輪加班", None), ("ESTABLISHED_AT", "漁港夜市導覽", None)} <= found
    assert {kind for kind, case, _ in found if case == "燈塔聯合開放"} == {"DEFERRED_AT", "PROPOSED_AT"}
