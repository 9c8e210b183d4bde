"""Tables with a row for each issue group."""

from __future__ import annotations

import pytest

from tests.loaders.minutes._reading import minutes, said

A, B, C, D = "夜航渡輪加班", "燈塔聯合開放", "潮間帶調查共筆", "漁村走讀推廣"
DEPUTIES = """霧嶺與嵐川合作交流平臺第4次副市長層級會議紀錄
時間：114年5月6日（星期二）下午2時
地點：嵐川市政府801會議室
主席：施副市長若梅
"""
ALL = {
    ("ESTABLISHED_AT", A, None),
    ("CONTINUED_AT", B, None),
    ("CONTINUED_AT", C, None),
    ("DELISTED_AT", D, None),
}


def told(*rows: str) -> set[tuple[str, str, str | None]]:
    return said(minutes("一、各組提報案件審議：", *rows, "二、散會", header=DEPUTIES))


def test_columns_may_be_what_was_decided() -> None:
    head = "議題小組\t同意新增\t持續列管\t同意解列"
    assert told(head, f"海洋組\t「{A}」\t「{B}」、「{C}」\t無", f"農漁組\t無\t無\t「{D}」") == ALL


@pytest.mark.parametrize("between", ["；", "　"])
def test_a_cell_may_hold_several_lists(between: str) -> None:
    head = "組別\t提報內容\t決定"
    rows = (f"海洋組\t新增1案：{A}{between}續管2案：{B}、{C}\t均同意", f"農漁組\t解列1案：{D}\t同意解列")
    assert told(head, *rows, "教育組\t無提報案件\t洽悉") == ALL


def test_one_case_of_a_cell_is_taken_out() -> None:
    rows = (f"海洋組\t解列：{A}、{B}\t「{B}」尚未完成，不予解列，持續列管；餘如擬", f"農漁組\t續管：{C}\t如擬")
    assert told("組別\t提報內容\t主席裁示", *rows) == {
        ("DELISTED_AT", A, None),
        ("CONTINUED_AT", B, None),
        ("CONTINUED_AT", C, None),
    }


def test_a_table_with_a_column_of_cases_is_read_row_by_row() -> None:
    rows = (f"1\t海洋組\t{A}\t持續列管", f"2\t農漁組\t{B}\t同意解列")
    assert told("項次\t組別\t案名\t決議", *rows) == {("CONTINUED_AT", A, None), ("DELISTED_AT", B, None)}
