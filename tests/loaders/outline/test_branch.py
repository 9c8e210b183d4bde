"""Where a line hangs on the branch that is still open: labels, arrows and bullets, and parts that follow a list."""

from __future__ import annotations

import pytest

from loaders.lexicon.headings import Heading
from tests.loaders.outline._reading import shape, tree

A, B, C = "夜航渡輪加班", "燈塔聯合開放", "漁港夜市導覽"


@pytest.mark.parametrize(
    ("decision", "told"),
    [("- 決議：續管", "決議：續管"), ("決議：續管", "決議：續管"), ("→ 續管", "續管"), ("⇒續管", "續管")],
)
def test_what_decides_behind_bullets_is_about_the_name_that_they_tell_of(decision: str, told: str) -> None:
    text = f"一、{A}\n- 船班已增兩班。\n- 票價未定，待查。\n{decision}\n二、{B}"
    assert shape(text) == [[A, ["船班已增兩班。"], ["票價未定，待查。"], [told]], [B]]


@pytest.mark.parametrize("lines", ["- 船班已增。\n決議：續管", "- 船班\n- 決議：續管"])
def test_a_decision_behind_bullets_is_not_that_of_the_whole_list(lines: str) -> None:
    told, decided = (line.removeprefix("- ") for line in lines.split("\n"))
    assert shape(f"壹、海洋合作檢討\n一、{A}\n二、{B}\n{lines}") == [["海洋合作檢討", [A], [B, [told], [decided]]]]


def test_an_arrow_behind_a_bulleted_name_is_about_that_name() -> None:
    for heading in ("海洋組列管案件", "海洋合作"):
        text = f"一、{heading}\n- {A}\n→ 續管\n- {B}\n→ 解列"
        assert shape(text) == [[heading, [A, ["續管"]], [B, ["解列"]]]]


def test_a_bullet_stands_beside_a_label_that_has_one_too() -> None:
    assert shape(f"一、{A}\n- 說明：略。\n- 船班已增。") == [[A, ["說明：略。"], ["船班已增。"]]]
    assert shape(f"一、{A}\n說明：略。\n- 船班已增。") == [[A, ["說明：略。", ["船班已增。"]]]]


@pytest.mark.parametrize(("part", "name"), ["■●", "◆○", "□■"])
def test_squares_and_discs_are_two_kinds_of_bullets(part: str, name: str) -> None:
    text = f"{part} 列管案\n{name} {A}\n{name} {B}\n{part} 其他案\n{name} {C}"
    assert shape(text) == [["列管案", [A], [B]], ["其他案", [C]]]


def test_a_part_of_the_agenda_stands_beside_the_bullet_of_its_own_sign() -> None:
    assert shape(f"■ 列管案\n1. {A}\n■ 新提案\n1. {B}") == [["列管案", [A]], ["新提案", [B]]]


def test_labels_stand_under_the_bare_numbered_name_before_them() -> None:
    text = f"第1案 海洋合作檢討\n一、{A}\n說明：略。\n決議：續管。\n二、{B}\n說明：略。\n決議：解列。"
    first, second = [A, ["說明：略。"], ["決議：續管。"]], [B, ["說明：略。"], ["決議：解列。"]]
    assert shape(text) == [["海洋合作檢討", first, second]]


def test_a_decision_right_behind_a_bare_name_is_its_own() -> None:
    text = f"壹、海洋合作檢討\n一、{A}\n決議：續管。\n二、{B}\n決議：解列。"
    assert shape(text) == [["海洋合作檢討", [A, ["決議：續管。"]], [B, ["決議：解列。"]]]]


def test_a_decision_behind_several_bare_names_is_that_of_the_whole_list() -> None:
    assert shape(f"壹、海洋合作檢討\n一、{A}\n二、{B}\n決議：續管。") == [["海洋合作檢討", [A], [B], ["決議：續管。"]]]


def test_new_proposals_behind_decided_items_are_a_part_of_their_own() -> None:
    text = f"一、{A}\n決議：續管。\n二、{B}\n決議：解列。\n新提案\n一、{C}"
    assert shape(text) == [[A, ["決議：續管。"]], [B, ["決議：解列。"]], ["新提案", [C]]]


@pytest.mark.parametrize("label", ["說明：", "說明：列管案件如下："])
def test_cases_numbered_like_items_stand_under_the_explanation_that_announces_them(label: str) -> None:
    text = f"案由一：列管案檢討\n{label}\n第1案 {A}\n第2案 {B}\n決議：續管。"
    assert shape(text) == [["列管案檢討", [label, [A], [B]], ["決議：續管。"]]]


def test_an_explanation_that_announces_nothing_takes_in_no_item() -> None:
    text = f"參、討論事項\n第2案 {A}\n說明：略。\n第3案 {B}"
    assert shape(text) == [["討論事項", [A, ["說明：略。"]], [B]]]


def test_a_report_beneath_a_numbered_name_tells_of_it_and_opens_no_part() -> None:
    (item,) = tree(f"一、{A}\n報告：已增兩班。\n決議：續管。")
    assert [child.heading for child in item.children] == [Heading.PROGRESS, Heading.RESOLUTION]


def test_a_bracket_that_a_colon_leaves_open_goes_on_in_the_next_line() -> None:
    assert shape(f"一、{A}（提案機關：\n海洋局）\n二、{B}") == [[f"{A}（提案機關：海洋局）"], [B]]


def test_stems_are_members_of_a_list_that_a_numbered_line_announces() -> None:
    text = f"六、結案者：\n甲、{A}\n乙、{B}\n七、續管者：\n甲、{C}"
    assert shape(text) == [["結案者：", [A], [B]], ["續管者：", [C]]]


def test_stems_are_parts_of_the_agenda_elsewhere() -> None:
    assert shape(f"甲、報告事項\n一、{A}\n乙、討論事項\n一、{B}") == [["報告事項", [A]], ["討論事項", [B]]]


def test_an_item_behind_a_decision_whose_head_is_cut_off_is_no_part_of_it() -> None:
    assert shape(f"裁示：准予備查。\n（三）「{A}」\n裁示：續管。") == [
        ["裁示：准予備查。"],
        [f"「{A}」", ["裁示：續管。"]],
    ]


def test_a_part_behind_the_items_of_one_whose_head_is_cut_off() -> None:
    text = f"（四）「{A}」\n（五）「{B}」\n二、新增提案\n（一）「{C}」"
    assert shape(text) == [[f"「{A}」"], [f"「{B}」"], ["新增提案", [f"「{C}」"]]]


def test_items_may_have_letters() -> None:
    (part,) = shape(f"一、新提案\n◆ 提案 A\n案名：{A}\n決議：成案\n◆ 提案 B\n案名：{B}\n決議：再議")
    assert part[0] == "新提案" and len(part) == 3


@pytest.mark.parametrize("number", ["案號：1", "編號1", "討論案一", "第一案", "1."])
def test_a_number_alone_takes_the_next_line(number: str) -> None:
    assert shape(f"壹、列管案件\n{number}\n{A}\n決議：續管。") == [["列管案件", [A, ["決議：續管。"]]]]


def test_a_sentence_behind_who_proposes_belongs_to_the_item() -> None:
    assert shape(f"案由一：{A}\n提案單位：嵐川市政府海洋局\n船班已增。\n同意成案。") == [
        [A, ["提案單位：嵐川市政府海洋局"], ["船班已增。"], ["同意成案。"]]
    ]


def test_capital_and_small_letters_are_two_numberings() -> None:
    text = f"6. 提案審查\nA. {A}\n   a. 提案單位：甲局\n   b. 決議：成案。\nB. {B}\n   a. 提案單位：乙局"
    assert [child[0] for child in shape(text)[0][1:]] == [A, B]  # type: ignore[index]


def test_items_that_count_from_one_beneath_a_part_that_is_numbered_alike() -> None:
    assert shape(f"七、提案討論\n一、{A}\n二、{B}") == [["提案討論", [A], [B]]]


def test_a_list_goes_on_behind_the_decision_of_its_first_members() -> None:
    text = f"壹、列管案件\n一、{A}\n二、{B}\n決議：第一案及第二案均續管。\n三、{C}\n決議：解除列管。"
    (part,) = tree(text)
    assert [child.number for child in part.children] == ["一", "二", "", "三"]
    assert [child.heading for child in part.children[-1].children] == [Heading.RESOLUTION]


def test_lines_of_a_decision_that_point_to_rows_stay_beneath_it() -> None:
    text = "壹、決議\n編號1、4：解除列管。\n編號3：提案機關撤案。"
    (part,) = tree(text)
    assert [child.body.text for child in part.children] == ["編號1、4：解除列管。", "提案機關撤案。"]


def test_what_a_matter_without_a_number_explains_is_beneath_it() -> None:
    header = "壹、時間：114年5月6日\n貳、地點：嵐川市政府\n參、紀錄：王小明\n"
    (*_, matter) = tree(header + "肆、討論事項：列管案件名稱調整案\n說明：\n一、名稱已有落差。\n決議：照案通過。")
    assert [child.heading for child in matter.children] == [Heading.EXPLANATION, Heading.RESOLUTION]
