"""Lists sorted by what became of their cases, whose names stand on the line of the result, with quotes or without."""

from __future__ import annotations

import pytest

from graph.vocabulary import EdgeType
from loaders.minutes.agenda.outcomes import outcome
from tests.loaders.minutes._reading import minutes, said
from tests.loaders.outline._reading import tree

A, B, C = "夜航渡輪加班", "燈塔聯合開放", "漁港夜市導覽"
KEPT_AND_ENDED = {("CONTINUED_AT", A, None), ("CONTINUED_AT", B, None), ("DELISTED_AT", C, None)}


def names(*lines: str) -> set[str]:
    return {case.name for case in minutes(*lines).cases}


@pytest.mark.parametrize(
    "kept",
    [f"續管：{A}、{B}。", f"續管（2案）：{A}及{B}", f"持續追蹤：「{A}」、「{B}」。", f"續管：「{A}」及「{B}」。"],
)
def test_results_name_their_cases_with_quotes_or_without(kept: str) -> None:
    assert said(minutes("壹、討論事項", f"一、{kept}", f"二、解列：{C}。")) == KEPT_AND_ENDED


@pytest.mark.parametrize(
    "kept",
    [
        "續管：A-01、A-02。",
        "續管：項次1、2。",
        "續管：無。",
        "續管：以上各案。",
        f"續管：{A}，請增班。",
        "續管：甲、乙。",
    ],
)
def test_codes_and_words_that_point_or_tell_are_no_names(kept: str) -> None:
    assert names("壹、討論事項", f"一、{kept}", f"二、解列：{B}。", f"三、緩議：{C}。") == {B, C}


def test_bare_names_behind_results_in_a_report_are_only_asked_for() -> None:
    bare = said(minutes("壹、報告事項", f"一、續管：{A}。", f"二、解列：{C}。"))
    quoted = said(minutes("壹、報告事項", f"一、續管：「{A}」。", f"二、解列：「{C}」。"))
    assert (bare, quoted) == (set(), {("CONTINUED_AT", A, None), ("DELISTED_AT", C, None)})


def test_one_result_alone_names_its_cases_where_cases_are_discussed() -> None:
    assert names("壹、討論事項", f"一、續管：{A}、{B}。") == {A, B}
    assert names("壹、報告事項", f"一、續管：{A}、{B}。") == set()


@pytest.mark.parametrize("words", [f"{A}、{B}。", f"「{A}」、「{B}」。", f"{A}及{B}"])
def test_a_result_before_nothing_but_names_is_a_heading(words: str) -> None:
    (line,) = tree(f"一、續管：{words}")
    assert outcome(line) is EdgeType.CONTINUED_AT


@pytest.mark.parametrize(
    "words", ["編號A-01、編號A-02", "A-001、A-002。", "無案件。", "以上各案", "甲、乙", f"{A}，請增班。"]
)
def test_a_result_before_other_words_is_no_heading(words: str) -> None:
    (line,) = tree(f"一、續管：{words}")
    assert outcome(line) is None
