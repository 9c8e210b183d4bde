"""Lists at the end of minutes that an item points to."""

from __future__ import annotations

import pytest

from tests.loaders.minutes._reading import minutes, said

A, B, C, D = "夜航渡輪加班", "燈塔聯合開放", "漁港夜市導覽", "漂沙監測"
ENDED = {("DELISTED_AT", A, None), ("DELISTED_AT", B, None)}


@pytest.mark.parametrize(
    "lines",
    [
        ("案由一：有關附件一所列各案解除列管，提請討論。", "決議：照案通過。"),
        ("一、附件一所列合作案均已完成，同意解除列管。",),
        ("報告一：列管案件如附件一。", "決定：洽悉。", "審議一：附件一所列建請解除列管案件。", "決定：同意解除列管。"),
    ],
)
def test_what_an_item_says_of_an_annex_is_said_of_its_cases(lines: tuple[str, ...]) -> None:
    sitting = minutes("壹、討論事項", *lines, "貳、散會", "", "附件一　合作案件", f"1. {A}", f"2. {B}")
    assert said(sitting) == ENDED


def test_each_annex_belongs_to_the_item_that_is_about_it() -> None:
    sitting = minutes(
        "壹、討論事項",
        "一、附件一所列合作案，同意解除列管。",
        "二、附件二所列提案，同意列為合作案。",
        "貳、散會",
        "附件一",
        f"1. {A}（主辦：嵐川市政府海洋局）",
        f"2. {B}",
        "附件二",
        f"1. {C}",
    )
    assert said(sitting) == {*ENDED, ("ESTABLISHED_AT", C, None)}


def test_a_ruling_calls_the_cards_of_an_annex_by_their_numbers() -> None:
    card = "{}. {}【海洋組】\n主辦：嵐川市政府海洋局\n擬處意見：解除列管。"
    sitting = minutes(
        "壹、審議事項",
        "審議一：附件一所列建請解除列管案件，提請審議。",
        "決定：",
        "（一）項次2不同意解除列管，請持續辦理。",
        "（二）其餘項次照各組所擬意見通過。",
        "貳、散會",
        "附件一　建請解除列管案件",
        *(card.format(n, name) for n, name in enumerate((A, D, B), 1)),
    )
    assert said(sitting) == {*ENDED, ("CONTINUED_AT", D, None)}
