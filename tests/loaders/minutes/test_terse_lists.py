"""Lists whose headings are nothing but what became of their cases, and names with their proposers in brackets."""

from __future__ import annotations

import pytest

from graph.interchange import ParsedMinutes
from tests.loaders.minutes._reading import minutes, said

SUMMIT = """霧嶺與嵐川合作交流平臺114年度市長會議紀錄
時間：114年5月6日（星期二）下午2時
地點：嵐川市政府801會議室
主席：施市長若梅
"""
KEPT = ("■ 續管（2案）", "1. 沙灘清潔聯合稽查", "2. 渡輪票證互通")


def proposers(sitting: ParsedMinutes) -> set[tuple[str, str]]:
    """(body, name of the case) of every proposer."""
    names = {case.key: case.name for case in sitting.cases}
    return {(m.body.name, names[m.case]) for m in sitting.mentions if m.role == "proposer"}


@pytest.mark.parametrize("sign", ["■", "●", "◆", "★", "一、"])
def test_headings_sort_bare_members(sign: str) -> None:
    lists = (f"{sign} 除管（1案）", "1. 漁港夜市導覽", f"{sign.replace('一', '二')} 轉例行（1案）", "1. 颱風停班通報")
    found = said(minutes(*lists, header=SUMMIT))
    assert found == {("DELISTED_AT", "漁港夜市導覽", None), ("ROUTINISED_AT", "颱風停班通報", None)}


def test_brackets_hold_the_proposer() -> None:
    new = ("■ 新增（1案，括號內為提案機關）", "1. 潮間帶生態解說（桃園市政府農業局）")
    sitting = minutes(*KEPT, *new, header=SUMMIT)
    assert ("ESTABLISHED_AT", "潮間帶生態解說", None) in said(sitting)
    assert proposers(sitting) == {("桃園市政府農業局", "潮間帶生態解說")}


def test_a_new_list_of_a_working_group_only_proposes() -> None:
    found = said(minutes(*KEPT, "■ 新增（1案）", "1. 潮間帶生態解說"))
    assert ("PROPOSED_AT", "潮間帶生態解說", None) in found
    assert not any(kind == "ESTABLISHED_AT" for kind, _, _ in found)


@pytest.mark.parametrize(
    ("closing", "delisted"),
    [
        ("以上3案均同意解管。", {"漁港夜市導覽", "離島物資共配", "燈塔聯合開放"}),
        ("以上3案同意解管，惟第2案保留至年底再檢視，不在本次解管之列。", {"漁港夜市導覽", "燈塔聯合開放"}),
        ("除第2案保留外，餘同意解管。", {"漁港夜市導覽", "燈塔聯合開放"}),
        ("以上除第1、3案續管外，其餘同意解管。", {"離島物資共配"}),
    ],
)
def test_a_closing_sentence_takes_members_out(closing: str, delisted: set[str]) -> None:
    lists = ("■ 解管（3案）", "1. 漁港夜市導覽", "2. 離島物資共配", "3. 燈塔聯合開放")
    found = said(minutes(*lists, closing, *KEPT, header=SUMMIT))
    assert {name for kind, name, _ in found if kind == "DELISTED_AT"} == delisted


def test_arrows_rename_and_merge_as_the_heading_says() -> None:
    renamed = ("■ 更名（2案）", "1. 「渡輪票證互通」→「海陸票證互通」", "2. 「沙灘清潔聯合稽查」→暫不調整")
    merged = ("■ 併案（1案）", "「漁港夜市導覽」、「燈塔聯合開放」→「濱海夜間旅遊」")
    found = said(minutes(*KEPT, *renamed, *merged, header=SUMMIT))
    assert {step for step in found if step[2]} == {
        ("RENAMED_TO", "渡輪票證互通", "海陸票證互通"),
        ("MERGES_INTO", "漁港夜市導覽", "濱海夜間旅遊"),
        ("MERGES_INTO", "燈塔聯合開放", "濱海夜間旅遊"),
    }


def test_an_arrow_without_such_a_heading_says_nothing() -> None:
    found = said(minutes(*KEPT, "■ 簡報流程", "1. 「漁港夜市導覽」→「燈塔聯合開放」", header=SUMMIT))
    assert not [step for step in found if step[2]]


def test_a_heading_decides_what_the_reasons_explain() -> None:
    refused = ("■ 不列案（1案）", "1. 共同氣象臺：經費無著", "■ 撤回（1案）", "風帆賽事：由提案機關收回")
    found = said(minutes(*refused, header=SUMMIT))
    assert {("REJECTED_AT", "共同氣象臺", None), ("WITHDRAWN_AT", "風帆賽事", None)} <= found


def test_a_list_of_something_else_names_no_case() -> None:
    sitting = minutes(*KEPT, "■ 解管（1案）", "1. 漁港夜市導覽", "■ 下次會議", "115年由嵐川市主辦。", header=SUMMIT)
    assert {case.name for case in sitting.cases} == {"沙灘清潔聯合稽查", "渡輪票證互通", "漁港夜市導覽"}


def test_two_numbered_cases_on_a_line_share_the_resolution() -> None:
    lines = ("壹、列管案件檢討", "案件一：海龜救傷通報；案件二：鯨豚擱淺通報。")
    found = said(minutes(*lines, "決議：兩案合併為「海洋動物救援通報」。"))
    assert {step[1:] for step in found if step[0] == "MERGES_INTO"} == {
        ("海龜救傷通報", "海洋動物救援通報"),
        ("鯨豚擱淺通報", "海洋動物救援通報"),
    }


def test_an_agency_behind_a_new_name_proposes_it() -> None:
    sitting = minutes("壹、新提案", "一、離岸風場巡護協作（桃園市政府環境保護局）：同意成案。")
    assert ("ESTABLISHED_AT", "離岸風場巡護協作", None) in said(sitting)
    assert ("桃園市政府環境保護局", "離岸風場巡護協作") in proposers(sitting)
