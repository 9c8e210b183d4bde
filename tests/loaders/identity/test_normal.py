"""What spelling takes away from a name, and what it leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.identity.normal import normal_form, traced

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
        ("第一梯次海廢回收", "第1梯次海廢回收"),
        ("112學年度海廢回收", "一一二學年度海廢回收"),
        ("海廢格式統一", "海廢格式統一案"),
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


@given(st.one_of(NAMES, st.text(max_size=30)))
def test_the_normal_form_of_a_normal_form_is_itself(name: str) -> None:
    assert normal_form(normal_form(name)) == normal_form(name)


@given(st.one_of(NAMES, st.text(max_size=30)))
def test_every_character_of_the_normal_form_has_its_place_in_the_name(name: str) -> None:
    form = traced(name)
    assert form.text == normal_form(name)
    assert len(form.spans) == len(form.text)
    assert all(0 <= start < end <= len(name) for start, end in form.spans)
    assert all(a <= b for (a, _), (b, _) in zip(form.spans, form.spans[1:], strict=False))


@given(NAMES, st.data())
def test_what_a_stretch_stands_for_has_that_normal_form_within_it(name: str, data: st.DataObject) -> None:
    form = traced(name)
    start = data.draw(st.integers(0, len(form.text)))
    end = data.draw(st.integers(start, len(form.text)))
    first, last = form.span(start, end)
    assert name[first:last] == form.written(start, end)
    assert start == end or (first == form.spans[start][0] and last == form.spans[end - 1][1])


def test_characters_are_found_again_where_they_were_written() -> None:
    form = traced("113年「海廢」 回收案")
    assert form.text == "2024年海廢回收"
    assert (form.written(0, 4), form.written(5, 7), form.written(5, 9)) == ("113", "海廢", "海廢」 回收")
    assert form.span(9, 9) == (12, 12)
