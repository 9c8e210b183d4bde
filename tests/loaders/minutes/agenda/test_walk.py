"""The way through an agenda: which lines rule, which only tell of a row by its number, and where lists stand."""

from __future__ import annotations

import pytest

from tests.loaders.minutes._reading import minutes, said

A, B, C = "夜航渡輪加班", "燈塔聯合開放", "漁港夜市導覽"
RESULT = {("CONTINUED_AT", A, None), ("DELISTED_AT", B, None)}
LIST = ("壹、列管案件", f"一、{A}：續管。", f"二、{B}：解列。")


@pytest.mark.parametrize("row", ["項次1", "項次 1", "編號1", "案次1"])
def test_a_sentence_about_a_row_by_its_number_decides_nothing(row: str) -> None:
    sitting = minutes(*LIST, "貳、補充報告", f"{row}：船班票價擬於明年檢討，並同意解除列管。")
    assert {case.name for case in sitting.cases} == {A, B}
    assert said(sitting) == RESULT


def test_what_a_sentence_tells_of_a_row_belongs_to_its_case() -> None:
    sitting = minutes(*LIST, "貳、補充報告", "項次2：由臺北市政府交通局於五月開放。")
    (told,) = (mention.case for mention in sitting.mentions if mention.body.name == "臺北市政府交通局")
    assert [case.name for case in sitting.cases if case.key == told] == [B]


@pytest.mark.parametrize("part", ["壹、海洋業務", "壹、各案一覽"])
def test_lines_that_rule_show_where_cases_stand(part: str) -> None:
    lines = (f"一、{A}：解列。", f"二、{B}：結案。", f"三、{C}：船班已增。")
    sitting = minutes(part, *lines)
    assert {case.name for case in sitting.cases} == {A, B, C}


def test_what_offices_say_is_no_list_of_cases() -> None:
    assert minutes("壹、海洋業務", "一、觀光局：續管。", "二、交通局：續管。").cases == ()


def test_headings_of_markdown_part_the_agenda() -> None:
    lines = ("## 列管案件", f"一、{A}：續管。", f"二、{B}：解列。", "## 新提案", f"一、{C}：同意成案。")
    assert said(minutes(*lines)) == RESULT | {("ESTABLISHED_AT", C, None)}


def test_new_proposals_behind_decided_items_are_new() -> None:
    lines = (f"一、{A}", "決議：續管。", f"二、{B}", "決議：解列。", "新提案", f"一、{C}", "決議：同意成案。")
    assert said(minutes(*lines)) == RESULT | {("ESTABLISHED_AT", C, None)}
