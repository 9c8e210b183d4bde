"""Items that are put together for one resolution."""

from __future__ import annotations

import pytest

from tests.loaders.minutes._reading import minutes, said

A, B, C = "夜航渡輪加班", "燈塔聯合開放", "潮間帶調查共筆"
LIST = ("壹、提案討論", f"案由一：{A}", "決議：不予成案。", f"案由二：{B}", f"案由三：{C}")


@pytest.mark.parametrize("note", ["（案由二、案由三併案討論）", "（上開兩案併案討論）", "以上2案併案討論。"])
def test_one_resolution_is_about_all_that_a_note_puts_together(note: str) -> None:
    found = said(minutes(*LIST, note, "決議：兩案均同意成案。"))
    assert {(kind, case) for kind, case, _ in found} == {
        ("PROPOSED_AT", A),
        ("REJECTED_AT", A),
        ("ESTABLISHED_AT", B),
        ("ESTABLISHED_AT", C),
    }


def test_without_a_note_a_resolution_is_about_its_own_item() -> None:
    found = said(minutes(*LIST, "決議：同意成案。"))
    assert ("ESTABLISHED_AT", B, None) not in found
    assert ("ESTABLISHED_AT", C, None) in found


@pytest.mark.parametrize("ruling", ["二案均同意成案。", "案由二至案由三均同意成案。"])
def test_a_resolution_that_counts_or_numbers_its_items_is_that_of_all(ruling: str) -> None:
    found = said(minutes(*LIST, f"決議：{ruling}"))
    assert {("ESTABLISHED_AT", B, None), ("ESTABLISHED_AT", C, None)} <= found
    assert ("ESTABLISHED_AT", A, None) not in found
