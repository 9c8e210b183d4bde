"""Matters about several cases: lists that the 說明 announces, of which the 決議 speaks, and decisions line by line."""

from __future__ import annotations

import pytest

from tests.loaders.minutes._reading import minutes, said

A, B = "夜航渡輪加班", "燈塔聯合開放"
MANY = "一、下列2案擬解除列管，提請討論。"
LIST = (f"1. {A}", f"2. {B}")
BOTH = {("DELISTED_AT", A, None), ("DELISTED_AT", B, None)}
ONE = {("DELISTED_AT", A, None), ("CONTINUED_AT", B, None)}


def decided(*lines: str) -> set[tuple[str, str, str | None]]:
    return said(minutes("壹、討論事項", *lines))


@pytest.mark.parametrize("announced", ["說明：案件如下：", "說明：下列各案辦竣", "擬辦：擬解列案件如下："])
@pytest.mark.parametrize("subject", [MANY, "一、合作案之解除列管，提請討論。"])
def test_a_list_that_is_announced_holds_the_cases_of_the_resolution(subject: str, announced: str) -> None:
    assert decided(subject, announced, *LIST, "決議：同意解除列管。") == BOTH


def test_a_matter_that_names_the_first_of_several_is_about_all_of_the_list() -> None:
    subject = f"一、「{A}」等2案擬解除列管，提請討論。"
    assert decided(subject, "說明：案件如下：", *LIST, "決議：同意解除列管。") == BOTH


def test_names_of_an_announced_list_may_have_words_behind_a_colon() -> None:
    assert decided(MANY, "說明：案件如下：", f"1. {A}：已增班。", f"2. {B}：已竣工。", "決議：同意解除列管。") == BOTH


def test_a_case_that_the_resolution_excepts_is_not_all_that_it_speaks_of() -> None:
    resolution = f"決議：除「{B}」續管外，其餘照案通過。"
    assert decided(MANY, "說明：擬解列案件如下：", *LIST, "擬辦：同意解除列管。", resolution) == ONE


def test_a_resolution_speaks_of_an_announced_list_line_by_line() -> None:
    lines = ("說明：擬解列案件如下：", *LIST, "決議：", "（一）第1案同意解除列管。", "（二）第2案續管。")
    assert decided("一、各縣市合作案之處理，提請討論。", *lines) == ONE


def test_several_cases_decided_line_by_line_are_the_matter() -> None:
    points = (f"（一）「{A}」，同意解除列管。", f"（二）「{B}」，同意續管。")
    sitting = minutes("壹、討論事項", "一、海洋事務之盤點，提請討論。", "說明：略。", "決議：", *points)
    assert said(sitting) == ONE
    assert {case.name for case in sitting.cases} == {A, B}


@pytest.mark.parametrize("subject", [f"提案1『{A}』", f"『{A}』", f"新增提案：『{A}』"])
def test_a_name_in_double_quotes_behind_a_number_stands_alone(subject: str) -> None:
    assert decided(f"案由一：{subject}，提請討論。", "決議：同意成案。") == {("ESTABLISHED_AT", A, None)}


@pytest.mark.parametrize("asked", ["惠請各機關提供窗口成案", "敬請各機關派員成案", "海洋局提：再請各機關提供窗口成案"])
def test_what_is_asked_of_somebody_is_no_name(asked: str) -> None:
    assert minutes("壹、討論事項", f"案由一：{asked}，提請討論。", "決議：同意成案。").cases == ()
