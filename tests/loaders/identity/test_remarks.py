"""List numbers and remarks in brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.identity.remarks import bare


@pytest.mark.parametrize(
    "name",
    [
        "三、漁村走讀", "(二)漁村走讀", "12.漁村走讀", "①漁村走讀", "＊漁村走讀", "案由一：漁村走讀", "第3案：漁村走讀",
        "漁村走讀（臺北市提案）", "漁村走讀(新增)", "漁村走讀（新北市政府漁業處）", "漁村走讀（以下簡稱漁走）",
        "漁村走讀（繼續列管）",
    ],
)  # fmt: skip
def test_what_stands_around_a_name(name: str) -> None:
    assert bare(name).name == "漁村走讀"


@pytest.mark.parametrize("name", ["2.0版漁村走讀", "三峽走讀", "漁村走讀（北區）", "漁村走讀（親子場）", "一卡走漁村"])
def test_what_belongs_to_the_name_stays(name: str) -> None:
    assert bare(name) == type(bare(name))(name, ())


def test_an_alias_is_told_from_other_remarks() -> None:
    assert bare("漁村走讀（新增）（以下簡稱「漁走」）").aliases == ("漁走",)


def test_remarks_are_kept_aside() -> None:
    assert bare("漁村走讀(新增)").remarks == ("新增",)


@given(st.text(max_size=40))
def test_any_text_has_a_bare_name(name: str) -> None:
    assert len(bare(name).name) <= len(name) + 2 * name.count("年") + 2
