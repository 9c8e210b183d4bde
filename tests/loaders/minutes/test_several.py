"""Sentences about several cases of which they name none: by count, by place, by sort."""

from __future__ import annotations

import pytest

from tests.loaders.minutes._reading import minutes, said

A, B, C, D = "夜航渡輪加班", "燈塔聯合開放", "潮間帶調查共筆", "漁村走讀推廣"
LIST = [f"（{n}）「{name}」：辦理情形如附件。" for n, name in zip("一二三四", (A, B, C, D), strict=True)]
Found = set[tuple[str, str, str | None]]


def ruled(*lines: str) -> Found:
    """What is said behind a list of four cases."""
    return said(
        minutes(
            "壹、列管案件辦理情形", *LIST, "貳、決議", *(f"（{n}）{t}" for n, t in zip("一二", lines, strict=False))
        )
    )


def delisted(*names: str) -> Found:
    return {("DELISTED_AT", name, None) for name in names}


def kept(*names: str) -> Found:
    return {("CONTINUED_AT", name, None) for name in names}


@pytest.mark.parametrize(
    ("line", "out"),
    [
        ("前二案解除列管，其餘2案持續列管。", {A, B}),
        ("後二案解除列管，其餘2案持續列管。", {C, D}),
        ("第2案解除列管，其餘3案持續列管。", {B}),
        (f"除「{C}」解除列管外，其餘3案持續列管。", {C}),
    ],
)
def test_some_by_their_place_and_the_others(line: str, out: set[str]) -> None:
    assert ruled(line) == delisted(*out) | kept(*{A, B, C, D} - out)


@pytest.mark.parametrize("said_of", ["前揭2案", "上開2案", "以上2案"])
def test_cases_that_were_just_spoken_of_are_counted(said_of: str) -> None:
    found = said(minutes("壹、列管案件", f"一、「{A}」：辦竣。", f"二、「{B}」：辦竣。", f"{said_of}同意解除列管。"))
    assert found == delisted(A, B)


def test_a_count_that_fits_nothing_decides_of_nothing() -> None:
    assert not {case for kind, case, _ in ruled("前揭3案同意解除列管。") if kind == "DELISTED_AT"}


@pytest.mark.parametrize("ruling", ["照案通過。", "均照小組建議。"])
def test_lists_that_ask_for_something_are_passed_together(ruling: str) -> None:
    lists = ("（一）建議解除列管2案：", f"1、{A}", f"2、{B}", "（二）建議持續列管1案：", f"1、{C}")
    assert said(minutes("壹、各組提報案件", "一、海洋組：", *lists, f"決議：{ruling}")) == delisted(A, B) | kept(C)


def test_one_of_a_list_is_taken_out_of_what_its_group_recommends() -> None:
    lists = ("（一）建議解除列管：", f"1、{A}", f"2、{B}")
    ruling = f"決議：除「{B}」因尚未驗收，請繼續列管外，餘照小組建議辦理。"
    assert said(minutes("壹、各組提報案件", "一、海洋組：", *lists, ruling)) == delisted(A) | kept(B)


@pytest.mark.parametrize("ruling", ["A、C案解除列管；B案續管。", "A案、C案均解除列管，B案持續列管。"])
def test_cases_called_by_letters(ruling: str) -> None:
    rows = (f"A、{A}", f"B、{B}", f"C、{C}")
    assert said(minutes("壹、列管案件", *rows, f"決議：{ruling}")) == delisted(A, C) | kept(B)


@pytest.mark.parametrize("code", ["海-{n}", "OC-0{n}", "114-{n}"])
def test_cases_called_by_codes(code: str) -> None:
    rows = [f"{code.format(n=n)}　{name}" for n, name in enumerate((A, B, C), start=1)]
    ruling = f"決議：{code.format(n=1)}、{code.format(n=3)}解除列管，{code.format(n=2)}持續列管。"
    assert said(minutes("壹、列管案件", *rows, ruling)) == delisted(A, C) | kept(B)


@pytest.mark.parametrize("ruling", ["同意所報。", "照案通過。", "均同意。"])
def test_lines_that_sort_the_cases_of_a_group_are_passed(ruling: str) -> None:
    lines = ("【海洋組】", f"解列：「{A}」、「{B}」。", f"續列：「{C}」。", f"主席裁示：{ruling}")
    assert said(minutes("壹、各議題小組報告", *lines)) == delisted(A, B) | kept(C)


def test_one_of_such_a_line_is_taken_out() -> None:
    lines = ("【海洋組】", f"解列：「{A}」、「{B}」。", f"主席裁示：「{B}」再辦理半年，不予解列；其餘同意所報。")
    assert said(minutes("壹、各議題小組報告", *lines)) == delisted(A) | kept(B)


def test_lists_sorted_by_what_is_asked_are_ruled_by_their_sorts() -> None:
    lists = ("說明：", "一、建議解列：", f"（一）{A}", f"（二）{B}", "二、建議持續列管：", f"（一）{C}")
    rulings = ("決議：", "一、建議解列2案同意解列。", "二、建議持續列管1案，請積極辦理，持續列管。")
    assert said(minutes("壹、討論事項", "案由：各組合作案檢討，提請討論。", *lists, *rulings)) == delisted(A, B) | kept(
        C
    )


@pytest.mark.parametrize(
    ("sort", "told", "ruling", "event"),
    [
        ("恢復列管案：", "因壅塞嚴重，提請重新列管。", "同意恢復列管。", "REOPENED_AT"),
        ("撤案：", "因路權移交，提請撤案。", "同意撤案。", "WITHDRAWN_AT"),
        ("建議解列案：", "已無列管必要。", "照案通過。", "DELISTED_AT"),
    ],
)
def test_a_heading_that_only_says_what_is_asked_is_no_case(sort: str, told: str, ruling: str, event: str) -> None:
    sitting = minutes("壹、討論事項", f"一、{sort}", f"「{A}」{told}", f"決議：{ruling}")
    assert said(sitting) == {(event, A, None)}
    assert [case.name for case in sitting.cases] == [A]


def test_a_line_in_brackets_lists_the_cases_of_a_matter() -> None:
    line = f"（「{A}」、「{B}」、「{C}」）"
    ruling = f"決議：除「{C}」請持續列管外，其餘照案通過。"
    assert said(minutes("壹、討論事項", "案由一：建議解列案件，提請討論。", line, ruling)) == delisted(A, B) | kept(C)


def test_a_line_that_counts_the_cases_beneath_decides_of_them() -> None:
    lines = (
        "壹、討論事項",
        "一、本組案件調整為2案如下，均持續列管：",
        f"（一）「{A}」維持原案。",
        f"（二）「{B}」維持原案。",
    )
    assert said(minutes(*lines)) == kept(A, B)


def test_all_that_was_named_so_far_is_counted_at_the_head_of_a_clause() -> None:
    told = f"「{A}」與「{B}」兩案之聯絡窗口合併為單一窗口；兩案各自持續推動。"
    assert said(minutes("壹、結論", f"一、{told}")) == kept(A, B)


@pytest.mark.parametrize("put", [f"（一）「{A}」：嵐川市政府提案。", f"（一）「{A}」"])
def test_each_ruling_is_that_of_the_member_before_it(put: str) -> None:
    second = put.replace("一", "二").replace(A, B)
    lines = ("一、新提合作案，提請討論。", put, "決議：同意列案。", second, "決議：暫緩列案，下次會議再議。")
    found = {(kind, case) for kind, case, _ in said(minutes("壹、討論事項", *lines))}
    assert found >= {("ESTABLISHED_AT", A), ("DEFERRED_AT", B)}
    assert ("ESTABLISHED_AT", B) not in found


def test_each_paragraph_has_the_ruling_behind_it() -> None:
    lines = (
        "壹、各組報告",
        f"海洋組提報「{A}」一案執行完竣，請准解除列管。",
        "決定：如擬。",
        f"觀光組列管「{B}」一案，建議改列例行業務。",
        "決定：同意改列例行業務，並予解除列管。",
    )
    assert said(minutes(*lines)) == {*delisted(A, B), ("ROUTINISED_AT", B, None)}


def test_tables_are_called_by_their_numbers() -> None:
    tables = (
        "說明：彙整如表1至表2。",
        "表1　提請解列案件一覽表",
        "項次\t組別\t案名",
        f"1\t海洋組\t{A}",
        f"2\t海洋組\t{B}",
        "表2　續管案件一覽表",
        "項次\t組別\t案名",
        f"1\t觀光組\t{C}",
        f"2\t觀光組\t{D}",
    )
    rulings = ("決議：", "一、表1項次2尚未驗收，不予解列，持續列管；其餘1案同意解列。", "二、表2所列2案持續列管。")
    found = said(minutes("壹、審議事項", "案由：各組案件異動情形，提請審議。", *tables, *rulings))
    assert found == delisted(A) | kept(B, C, D)


def test_cases_counted_off_without_quotes_are_ruled_by_their_place() -> None:
    lines = (
        "案由：列管案件整併，提請討論。",
        f"說明：原4案為{A}、{B}、{C}、{D}。",
        "決議：",
        "1. 前二案整併為「海上夜遊」。",
        "2. 後二案均持續列管。",
    )
    merged = {("MERGES_INTO", A, "海上夜遊"), ("MERGES_INTO", B, "海上夜遊")}
    assert said(minutes("壹、討論事項", *lines)) >= merged | kept(C, D)


def test_names_may_stand_in_square_brackets_in_a_sentence() -> None:
    lines = (f"原【{A}】與【{B}】2案合併為【海上夜遊】，合併後持續列管。", f"【{C}】1案，請持續列管。")
    found = said(minutes("壹、各組報告", "一、海洋組", *lines))
    assert found >= {("MERGES_INTO", A, "海上夜遊"), ("MERGES_INTO", B, "海上夜遊"), *kept(C)}


def test_what_a_group_asks_line_by_line_is_agreed_to() -> None:
    lines = ("一、海洋組", f"1. 「{A}」：建議解除列管。", f"2. 「{B}」：持續列管。", "主席裁示：依小組建議辦理。")
    assert said(minutes("壹、各組建議事項", *lines)) == delisted(A) | kept(B)


@pytest.mark.parametrize("label", ["項次1、項次2決議", "項次1及項次2主席裁示"])
def test_a_ruling_may_be_labelled_with_the_numbers_of_its_items(label: str) -> None:
    rows = (f"項次1　{A}", "進度：已辦竣。", f"項次2　{B}", "進度：已辦竣。")
    assert said(minutes("壹、列管案件", *rows, f"{label}：兩案均同意解除列管。")) == delisted(A, B)


DEPUTIES = """霧嶺與嵐川合作交流平臺第4次副市長層級會議紀錄
時間：114年5月6日（星期二）下午2時
地點：嵐川市政府801會議室
主席：施副市長若梅
"""


def ruled_by_deputies(*lines: str) -> Found:
    return said(minutes("壹、各組報告", "一、海洋組", *lines, "二、農漁組：無提報案件。", header=DEPUTIES))


def test_a_group_s_own_measure_closes_its_report() -> None:
    asked = (f"（一）提報新增：「{A}」", "（二）提報解除列管：", f"1.「{B}」", f"2.「{C}」")
    found = ruled_by_deputies(*asked, "小組擬辦：請同意新增1案、解除列管2案。", "決議：照案通過。")
    assert found == {("ESTABLISHED_AT", A, None)} | delisted(B, C)


def test_one_of_a_group_s_report_is_taken_out_and_the_rest_agreed_to() -> None:
    asked = ("（一）提報新增：", f"1.「{A}」", "（二）提報解除列管：", f"1.「{B}」", f"2.「{C}」")
    found = ruled_by_deputies(*asked, f"決議：除「{C}」尚未完成，不予解列並持續列管外，其餘照案通過。")
    assert found == {("ESTABLISHED_AT", A, None)} | delisted(B) | kept(C)


@pytest.mark.parametrize("ruling", ["更名案同意，新名稱之案件續予列管。", "照案通過，更名後持續列管。"])
def test_a_name_that_a_group_wishes_to_change_is_changed_where_that_is_granted(ruling: str) -> None:
    found = ruled_by_deputies(f"（一）提報更名：「{A}」擬更名為「{B}」", f"決議：{ruling}")
    assert ("RENAMED_TO", A, B) in found and ("CONTINUED_AT", B, None) in found


def test_a_name_that_a_group_wishes_to_change_stays_where_nobody_grants_it() -> None:
    found = ruled_by_deputies(f"（一）提報更名：「{A}」擬更名為「{B}」", "決議：請小組再行研議。")
    assert not {kind for kind, _, _ in found} & {"RENAMED_TO", "MERGES_INTO"}


def test_a_matter_lists_its_cases_group_by_group() -> None:
    put = ("說明：", "一、海洋組提報2案：", f"（一）{A}。", f"（二）{B}。", f"二、農漁組提報1案：{C}。")
    lines = ("壹、討論事項", "提案一、各議題小組提報新增合作案，提請審議。", *put, "決議：3案均同意新增。")
    assert said(minutes(*lines, header=DEPUTIES)) == {("ESTABLISHED_AT", name, None) for name in (A, B, C)}


def test_a_matter_wishes_changes_line_by_line() -> None:
    put = (f"一、「{A}」擬更名為「{B}」。", f"二、「{C}」及「{D}」擬合併為「海岸慢行」。")
    lines = ("壹、討論事項", "提案一、各組提報更名及合併案件，提請審議。", "說明：", *put, "決議：照案通過。")
    found = said(minutes(*lines, header=DEPUTIES))
    assert {("RENAMED_TO", A, B), ("MERGES_INTO", C, "海岸慢行"), ("MERGES_INTO", D, "海岸慢行")} <= found


def test_a_list_with_an_exception_in_its_heading() -> None:
    lines = (f"（一）同意解列下列3案，惟「{A}」請再觀察半年，本次不予解列，持續列管：", f"1.{A}", f"2.{B}", f"3.{C}")
    assert ruled_by_deputies(*lines) == kept(A) | delisted(B, C)


def test_a_resolution_shortens_the_names_of_its_list() -> None:
    full = ("潮間帶生物調查及共筆紀錄合作計畫", "颱風季漁船避風聯合通報")
    lines = (f"壹、列管合作案計2案：「{full[0]}」、「{full[1]}」。", "貳、決議")
    found = said(minutes(*lines, "1.「潮間帶生物調查」案：持續列管。", "2.「漁船避風聯合通報」案：同意解除列管。"))
    assert found == kept(full[0]) | delisted(full[1])


def test_who_hosts_by_turns_is_no_case() -> None:
    """The fault that the bundled minutes showed: lines of levels and quarters, agreed to as a matter."""
    turns = (
        "說明：依各府商定之順序如下，下次會議由嵐川市主辦。",
        "（一）市長層級：2024年霧嶺、2025年嵐川。",
        "（二）副市長層級：上半年霧嶺、下半年嵐川。",
        "（三）議題小組：2024年第2季霧嶺、第3季嵐川、第4季霧嶺；自2025年起，第1季霧嶺、第2季嵐川。",
    )
    sitting = minutes("壹、討論事項", "案由一：各組會議輪值次序，提請確認。", *turns, "決議：照案通過。")
    assert sitting.cases == ()


def test_cases_of_a_group_by_their_number() -> None:
    lists = (f"海洋組：「{A}」、「{B}」", f"觀光組：「{C}」、「{D}」")
    rulings = (f"（一）海洋組2案同意合併為「海岸共遊」。（二）「{C}」解除列管；觀光組另一案繼續列管。",)
    found = said(minutes("壹、列管案件", *lists, "貳、決議", *rulings))
    merged = {("MERGES_INTO", A, "海岸共遊"), ("MERGES_INTO", B, "海岸共遊")}
    assert merged | delisted(C) | kept(D) <= found


def test_cases_called_so_without_quotes() -> None:
    heard = f"一、觀光組：{A}1案同意新增；{B}案持續列管；{C}案及{D}案性質相近，合併為「海岸共遊」。"
    found = said(minutes("壹、議題小組報告", heard))
    merged = {("MERGES_INTO", C, "海岸共遊"), ("MERGES_INTO", D, "海岸共遊")}
    assert {("ESTABLISHED_AT", A, None)} | kept(B) | merged <= found


@pytest.mark.parametrize("words", ["未核定前本案續予列管。", "擬請同意上開2案解除列管。", "其餘各案持續列管。"])
def test_words_that_point_are_no_names(words: str) -> None:
    assert minutes("壹、討論事項", f"一、{words}").cases == ()


def test_those_for_which_just_that_was_asked() -> None:
    report = f"一、海洋組：「{A}」已全線完工，擬請解列；新提「{B}」1案。"
    found = said(minutes("壹、議題小組報告", report, "決定：同意解列；新提案同意新增。"))
    assert delisted(A) | {("ESTABLISHED_AT", B, None)} <= found
    assert not found & (delisted(B) | {("ESTABLISHED_AT", A, None)})


def test_the_others_of_the_line_that_put_three() -> None:
    put = (f"（一）建議解除列管：「{A}」、「{B}」、「{C}」等3案。", f"（二）建議持續列管：「{D}」1案。")
    found = said(minutes("壹、幕僚單位報告", *put, "貳、會議結論", f"（一）「{C}」繼續列管，其餘2案同意解除列管。"))
    assert delisted(A, B) | kept(C) <= found and not found & delisted(C, D)


def test_rows_of_a_table_count_though_one_has_the_number_of_its_part() -> None:
    head = "項次\t合作案\t會議結論"
    first = (head, f"1\t{A}\t持續列管。", f"2\t{B}\t持續列管。")
    second = (head, f"1\t{C}\t與項次2合併為「海岸共遊」，持續列管。", f"2\t{D}\t併項次1辦理。")
    found = said(minutes("參、各議題組報告", "一、交通組", *first, "二、環保組", *second))
    assert {end for kind, *end in map(list, found) if kind == "MERGES_INTO" for end in [tuple(end)]} == {
        (C, "海岸共遊"),
        (D, "海岸共遊"),
    }
