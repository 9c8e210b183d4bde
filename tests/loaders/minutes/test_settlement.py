"""What of everything said of a case stands at the end of a sitting."""

from __future__ import annotations

import pytest

from tests.loaders.minutes._reading import minutes, said

A, B, C = "海廢回收合作案", "漁村走讀合作案", "藍色公路串聯計畫"


def tracked(*lines: str) -> set[tuple[str, str, str | None]]:
    """What is said by rows of a list of tracked cases."""
    return said(minutes("壹、列管案件辦理情形", *(f"{n}、{line}" for n, line in zip("一二三四", lines, strict=False))))


def proposed(subject: str, resolution: str, *before: str) -> set[tuple[str, str, str | None]]:
    """What is said by one item put before the sitting."""
    parts = [f"案由：{subject}", *before, f"決議：{resolution}"]
    return said(minutes("壹、討論事項", "案由一：" + subject, *parts[1:]))


@pytest.mark.parametrize(
    ("decision", "event"),
    [
        ("同意解除列管。", "DELISTED_AT"),
        ("持續列管，俟成果報告完成後解除列管。", "CONTINUED_AT"),
        ("雖持續辦理，仍同意解除列管。", "DELISTED_AT"),
        ("提請副市長層級會議解除列管。", "DELISTING_RECOMMENDED_AT"),
        ("不予解除列管。", "CONTINUED_AT"),
        ("是否解除列管，下次再議。", "CONTINUED_AT"),
        ("恢復列管。", "REOPENED_AT"),
    ],
)
def test_of_a_tracked_case_one_state_stands(decision: str, event: str) -> None:
    assert tracked(f"「{A}」：{decision}") == {(event, A, None)}


def test_a_tracked_case_of_which_nothing_firm_is_said_goes_on() -> None:
    sitting = minutes("壹、列管案件辦理情形", f"一、「{A}」：兩市已召開說明會。")
    (decision,) = (d for d in sitting.decisions if d.type == "CONTINUED_AT")
    assert decision.inferred and decision.confidence < 1


def test_a_routine_case_is_not_said_to_go_on() -> None:
    assert tracked(f"「{A}」：轉為例行性業務。") == {("ROUTINISED_AT", A, None)}


def test_an_accepted_proposal_is_established_and_one_that_is_not_is_proposed() -> None:
    subject = f"有關新增「{C}」一案，提請討論。"
    assert proposed(subject, "同意成案。") == {("ESTABLISHED_AT", C, None)}
    assert proposed(subject, "照案通過。") == {("ESTABLISHED_AT", C, None)}
    assert proposed(subject, "未獲共識，不予成案。") == {("REJECTED_AT", C, None), ("PROPOSED_AT", C, None)}
    assert proposed(subject, "暫緩，下次再議。") == {("DEFERRED_AT", C, None), ("PROPOSED_AT", C, None)}


def test_what_is_passed_takes_its_meaning_from_the_measures() -> None:
    found = proposed(f"有關「{A}」後續處理一案，提請討論。", "照案通過。", "擬辦：建議解除列管。")
    assert found == {("DELISTED_AT", A, None)}


def test_exceptions_count() -> None:
    text = f"除「{A}」不予解列外，其餘照案通過。"
    found = proposed(f"有關「{A}」、「{B}」及「{C}」等3案解除列管，提請討論。", text)
    assert found == {("CONTINUED_AT", A, None), ("DELISTED_AT", B, None), ("DELISTED_AT", C, None)}


def test_a_case_that_goes_on_as_another_is_not_said_to_go_on_itself() -> None:
    assert tracked(f"「{A}」：更名為「{B}」。") == {("RENAMED_TO", A, B), ("CONTINUED_AT", B, None)}


def test_a_heading_speaks_of_every_case_beneath_it_unless_its_line_denies_it() -> None:
    sitting = minutes("壹、決議", "一、下列3案同意解除列管：", f"（一）{A}。", f"（二）{B}：不予解列。", f"（三）{C}。")
    assert said(sitting) == {("DELISTED_AT", A, None), ("CONTINUED_AT", B, None), ("DELISTED_AT", C, None)}


def test_every_decision_is_quoted_from_the_text() -> None:
    sitting = minutes("壹、列管案件辦理情形", f"一、「{A}」：同意解除列管。", f"二、「{B}」：持續列管。")
    source = sitting.quote  # the title stands first; offsets of all quotes count from there
    assert {d.quote.text for d in sitting.decisions if d.type != "DISCUSSED_AT"} == {"同意解除列管", "持續列管"}
    assert all(d.quote.start > source.end for d in sitting.decisions)


def test_what_was_taken_back_is_not_refused_too() -> None:
    subject = f"有關新增「{C}」一案，提請討論。"
    assert "REJECTED_AT" not in {kind for kind, _, _ in proposed(subject, "提案單位已撤回，免議。")}


def test_the_rest_are_those_of_the_list_that_no_line_before_spoke_of() -> None:
    one, two, three = "淨灘認養", "夜市減塑示範", "舊物交換市集"
    rows = [f"項次{n}、{name}" for n, name in zip("一二三", (one, two, three), strict=True)]
    rulings = ["貳、主席裁示", "一、項次一持續列管。", "二、其餘二項提請首長會議解除列管。"]
    assert said(minutes("壹、列管案一覽", *rows, *rulings)) == {
        ("CONTINUED_AT", one, None),
        ("DELISTING_RECOMMENDED_AT", two, None),
        ("DELISTING_RECOMMENDED_AT", three, None),
    }


def test_a_part_agreed_to_does_not_pass_all_that_was_asked_for() -> None:
    found = said(
        minutes(
            "壹、列管案件",
            f"一、{A}",
            "辦理情形：建議更名為「淨灘聯盟」並納入嵐川市環保局。",
            "決議：同意納入嵐川市環保局；案名維持不變，繼續辦理。",
        )
    )
    assert "RENAMED_TO" not in {kind for kind, _, _ in found}


def test_what_is_taken_back_and_goes_on_was_not_the_case() -> None:
    assert said(minutes("壹、列管案件", f"一、「{A}」", "結論：同意其收回，案件維持原狀續管。")) == {
        ("CONTINUED_AT", A, None)
    }


def test_a_question_is_no_case() -> None:
    assert not said(
        minutes("壹、臨時動議", "案由：海廢回收有無簡便作法可供參採。（嵐川市政府提案）", "決議：請相互觀摩。")
    )


def test_remarks_behind_names_are_no_part_of_them() -> None:
    sitting = minutes(
        "壹、列管案件",
        "1. 河川巡守交流（霧嶺與嵐川合作交流平臺）：移轉至本平臺續管。",
        "2. 路面聯合巡查（原由霧嶺、嵐川辦理）：續管。",
    )
    assert {case.name for case in sitting.cases} == {"河川巡守交流", "路面聯合巡查"}


def test_what_the_decision_refuses_overrules_a_row_that_asks_for_it() -> None:
    sitting = minutes(
        "壹、討論事項",
        "案由一：擬解列案件（表一），提請審議。",
        "| 項次 | 案名 | 辦理情形 | 小組建議 |",
        "| --- | --- | --- | --- |",
        "| 1 | 海廢回收 | 已完成 | 解列 |",
        "| 2 | 漁村走讀 | 已完成 | 解列 |",
        "決議：",
        "（一）項次1同意解列。",
        "（二）項次2因汛期將至，不予解列。",
    )
    assert said(sitting) == {("DELISTED_AT", "海廢回收", None), ("CONTINUED_AT", "漁村走讀", None)}
