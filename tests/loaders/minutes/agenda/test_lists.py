"""Members of lists: what parts a name from its result, notes in brackets, and words that are no names."""

from __future__ import annotations

import pytest

from loaders.minutes.agenda.lists import is_bulk
from tests.loaders.minutes._reading import minutes, said
from tests.loaders.outline._reading import tree

A, B = "夜航渡輪加班", "燈塔聯合開放"
RESULT = {("CONTINUED_AT", A, None), ("DELISTED_AT", B, None)}


def names(*lines: str) -> set[str]:
    return {case.name for case in minutes(*lines).cases}


@pytest.mark.parametrize("sign", ["｜", " → ", "⇒", "：", " | "])
@pytest.mark.parametrize("marks", ["一二", "●●"])
def test_a_bar_or_an_arrow_parts_a_name_from_its_result(sign: str, marks: str) -> None:
    first, second = (f"{mark}、" if mark != "●" else "● " for mark in marks)
    lines = ("壹、列管案件", f"{first}{A}{sign}續管", f"{second}{B}{sign}解列")
    assert said(minutes(*lines)) == RESULT


def test_bullets_beneath_a_name_with_its_result_tell_and_do_not_decide() -> None:
    lines = ("壹、列管案件", f"一、{A} → 續管", "● 完工後再行解除列管。", f"二、{B} → 解列")
    assert said(minutes(*lines)) == RESULT


@pytest.mark.parametrize("note", ["附記：列為例行業務", "附註：轉為例行業務", "裁示：改列例行"])
def test_a_note_in_brackets_decides_and_is_no_part_of_the_name(note: str) -> None:
    sitting = minutes("壹、列管案件（2案）：", f"一、{A}（{note}）", f"二、{B}")
    assert {case.name for case in sitting.cases} == {A, B}
    assert said(sitting) == {("ROUTINISED_AT", A, None)}


@pytest.mark.parametrize("heading", ["續辦合作案（2案）：", "續辦合作案（共2案）"])
def test_a_heading_with_a_count_is_no_name(heading: str) -> None:
    lines = ("壹、列管案件", f"一、{heading}", f"1. {A}：續管。", f"2. {B}：解列。")
    assert names(*lines) == {A, B}
    assert said(minutes(*lines)) == RESULT


@pytest.mark.parametrize("lead", ["移請他組處理", "不予整併案件", "更名者"])
def test_words_that_sort_quoted_cases_are_no_name(lead: str) -> None:
    assert names("壹、列管案件", f"一、{A}：續管。", f"二、{lead}：「{B}」移請觀光組。") == {A, B}


@pytest.mark.parametrize("lead", ["不予整併案件", "暫不更名", "未予合併既有案件", "主動撤回", "循序提報解列"])
def test_results_that_were_not_given_are_no_names(lead: str) -> None:
    assert names("壹、列管案件", f"一、{A}：續管。", f"二、{lead}：已分別告知。") == {A}


@pytest.mark.parametrize("lead", ["續管（3案）：", "下列案件持續列管："])
def test_a_list_on_one_line_may_have_some_names_in_quotes(lead: str) -> None:
    found = said(minutes("壹、列管案件", f"{lead}{A}、「{B}」、漁港夜市導覽。"))
    assert found == {("CONTINUED_AT", name, None) for name in (A, B, "漁港夜市導覽")}


def test_numbers_behind_a_heading_with_a_count_point_to_rows() -> None:
    lines = (
        "一、列管案件",
        f"1. {A}",
        f"2. {B}",
        "二、會議決議：",
        "（一）續管（1案）：項次1",
        "（二）解列（1案）：項次2",
    )
    assert said(minutes(*lines)) == RESULT


@pytest.mark.parametrize("sign", ["→", "|"])
def test_a_line_with_its_result_behind_an_arrow_heads_no_list(sign: str) -> None:
    beneath = "\n1. 夜航渡輪加班\n2. 燈塔聯合開放"
    (heading,), (line,) = tree(f"一、持續列管2案{beneath}"), tree(f"一、公車新增2案路線{sign}持續列管{beneath}")
    assert (is_bulk(heading), is_bulk(line)) == (True, False)
