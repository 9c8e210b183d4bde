"""Names that are alike: same, different, or unsure; and when one stands for the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.identity.matching import Verdict, continues, same_case

NAMES = st.text(st.sampled_from("海廢回收漁村走讀左右岸第一二期臺北新北合作交流計畫"), min_size=1, max_size=16)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("漁村走讀合作案", "「漁村走讀」", Verdict.SAME),
        ("漁業青年交流合作", "漁業青年合作交流", Verdict.SAME),
        ("漁港改建第一期工程", "漁港改建第二期工程", Verdict.DIFFERENT),
        ("113年漁村嘉年華", "114年漁村嘉年華", Verdict.DIFFERENT),
        ("左岸自行車道串聯", "右岸自行車道串聯", Verdict.DIFFERENT),
        ("首班車接駁資訊共享", "末班車接駁資訊共享", Verdict.DIFFERENT),
        ("雙北海洋教育交流計畫", "基北北桃海洋教育交流計畫", Verdict.DIFFERENT),
        ("臺北魚市觀摩", "新北魚市觀摩", Verdict.DIFFERENT),
        ("海廢回收", "跨市捷運轉乘優惠", Verdict.DIFFERENT),
        ("流浪犬捕獸鋏查緝聯合稽查", "流浪犬捕獸銹查緝聯合稽查", Verdict.UNSURE),
        ("漁村走讀推廣活動", "漁村走讀推廣活動－南岸場", Verdict.UNSURE),
    ],
)
def test_same_case(one: str, other: str, verdict: Verdict) -> None:
    assert same_case(one, other) is verdict
    assert same_case(other, one) is verdict


@pytest.mark.parametrize(
    ("one", "other", "goes_on"),
    [
        ("漁村走讀推廣", "漁村走讀推廣－南岸場", True),
        ("漁村走讀推廣", "漁村走讀推廣合作計畫", True),
        ("流浪犬捕獸鋏查緝聯合稽查", "流浪犬捕獸銹查緝聯合稽查", True),
        ("漁港改建第一期", "漁港改建第二期", False),
        ("漁村走讀推廣", "山村走讀推廣", False),
    ],
)
def test_continues(one: str, other: str, goes_on: bool) -> None:
    assert continues(one, other) is goes_on
    assert continues(other, one) is goes_on


@given(NAMES, NAMES)
def test_the_order_of_the_names_does_not_matter(one: str, other: str) -> None:
    assert same_case(one, other) is same_case(other, one)
    assert continues(one, other) == continues(other, one)


@given(NAMES)
def test_a_name_is_the_same_as_itself_and_as_its_quoted_self(name: str) -> None:
    assert same_case(name, name) is Verdict.SAME
    assert same_case(f"「{name}」", name) is Verdict.SAME
