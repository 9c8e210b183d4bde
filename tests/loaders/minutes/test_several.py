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
