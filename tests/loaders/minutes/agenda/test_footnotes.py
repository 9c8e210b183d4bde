"""Notes beneath a list go to the row that points to them."""

from __future__ import annotations

from tests.loaders.minutes._reading import minutes, said

A, B, OLD = "夜航渡輪加班", "燈塔聯合開放", "燈塔導覽串聯"
NOTE = f"註1：本案原名「{OLD}」，自本年起更名。"


def test_a_note_speaks_of_the_row_that_points_to_it() -> None:
    found = said(minutes("壹、列管案件", f"一、「{B}」（註1）：持續列管。", f"二、「{A}」：解除列管。", NOTE))
    assert found >= {("RENAMED_TO", OLD, B), ("CONTINUED_AT", B, None), ("DELISTED_AT", A, None)}


def test_a_note_that_two_rows_point_to_changes_the_name_of_neither() -> None:
    found = said(minutes("壹、列管案件", f"一、「{B}」（註1）：持續列管。", f"二、「{A}」（註1）：解除列管。", NOTE))
    assert not {kind for kind, old, new in found if kind == "RENAMED_TO" and {old, new} == {OLD, B}}
