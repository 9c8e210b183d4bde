"""A line that names a case which is decided elsewhere adds what it tells and decides nothing."""

from __future__ import annotations

import pytest

from graph.vocabulary import Role
from tests.loaders.minutes._reading import minutes, said

A, B = "夜航渡輪加班", "燈塔聯合開放"
DECIDED = ("貳、列管案件", f"一、{A}：續管。", f"二、{B}：解列。")
RESULT = {("CONTINUED_AT", A, None), ("DELISTED_AT", B, None)}
NEW = ("貳、新提案", f"一、{A}：同意成案。", f"二、{B}：同意成案。")


def proposers(*lines: str) -> set[tuple[str, str]]:
    """(body, name of the case) of every proposer."""
    sitting = minutes(*lines)
    cases = {case.key: case.name for case in sitting.cases}
    return {(m.body.name, cases[m.case]) for m in sitting.mentions if m.case and m.role is Role.PROPOSER}


@pytest.mark.parametrize("mark", ["一、", "● ", "1. "])
@pytest.mark.parametrize("name", [A, f"「{A}」"])
def test_a_line_that_repeats_a_name_adds_its_proposer(mark: str, name: str) -> None:
    assert proposers("壹、各案說明", f"{mark}{name}（臺北市政府交通局）", *NEW) == {("臺北市政府交通局", A)}


@pytest.mark.parametrize("told", ["已增兩班，擬解除列管。", "解除列管。", ""])
def test_a_line_that_repeats_a_name_decides_nothing(told: str) -> None:
    assert said(minutes("壹、各案說明", f"一、{A}（臺北市政府交通局）：{told}", *DECIDED)) == RESULT


@pytest.mark.parametrize("line", [f"{A}（臺北市政府交通局）", "一、渡輪票價試算（臺北市政府交通局）"])
def test_a_line_without_a_mark_or_with_another_name_adds_nothing(line: str) -> None:
    assert proposers("壹、各案說明", line, *NEW) == set()
