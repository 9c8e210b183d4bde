"""What spelling takes away from a name, and what it leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.identity.normal import normal_form

NAMES = st.text(
    st.sampled_from("海廢回收漁村走讀臺北市第一二期113年案計畫合作「」（）－ 　ＡaＢ12·"), min_size=1, max_size=24
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("海廢回收 合作案", "海廢回收"),
        ("「海廢回收」案", "海廢回收"),
        ("ＩＯＴ海廢回收", "iot海廢回收"),
        ("台北海廢回收", "臺北海廢回收"),
        ("海廢回收計劃", "海廢回收計畫"),
        ("四市海廢回收", "4市海廢回收"),
        ("113年海廢回收", "2024年海廢回收"),
        ("海岸長期照顧", "海岸長照"),
        ("傢俱回收平台", "家具回收平臺"),
        ("海廢－回收", "海廢—回收"),
        ("海廢（回收）", "海廢(回收)"),
    ],
)
def test_spelling_does_not_count(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("海廢回收第一期", "海廢回收第二期"),
        ("113年海廢回收", "114年海廢回收"),
        ("左岸海廢回收", "右岸海廢回收"),
        ("海廢回收", "海廢回收推廣"),
    ],
)
def test_what_tells_cases_apart_stays(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


def test_a_short_name_keeps_its_ending() -> None:
    assert normal_form("海案") == "海案"


@given(NAMES)
def test_blanks_quotes_and_brackets_never_count(name: str) -> None:
    assert normal_form(f" 「{name}」 ") == normal_form(name) == normal_form(name.replace("「", "（"))
