"""Characters that sound or look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.identity.likeness import Likeness, likeness, likeness_of_shape, one_character, simplified

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)


@pytest.mark.parametrize("pair", ["場廠", "乘成", "志誌", "震鎮", "聯連"])
def test_what_sounds_alike_is_close(pair: str) -> None:
    assert likeness(*pair) is Likeness.CLOSE


@pytest.mark.parametrize("pair", ["犬大", "人入", "土士", "住往", "樁椿", "雨兩"])
def test_what_looks_alike_is_close(pair: str) -> None:
    assert likeness(*pair) is Likeness.CLOSE


@pytest.mark.parametrize("pair", ["職才", "首末", "水山", "貓犬", "A1", "1一"])
def test_what_neither_sounds_nor_looks_alike(pair: str) -> None:
    assert likeness(*pair) is Likeness.NONE


@pytest.mark.parametrize("pair", ["遊游", "誌志", "国國", "資资", "経經"])
def test_forms_of_one_character(pair: str) -> None:
    assert one_character(*pair)


def test_other_characters_are_no_forms_of_one() -> None:
    assert not one_character("場", "廠")


@given(HAN, HAN)
def test_likeness_is_mutual(left: str, right: str) -> None:
    assert likeness(left, right) is likeness(right, left)
    assert abs(likeness_of_shape(left, right) - likeness_of_shape(right, left)) < 1e-6
    assert one_character(left, right) == one_character(right, left)


@given(HAN)
def test_a_character_is_like_itself(char: str) -> None:
    assert likeness(char, char) is Likeness.CLOSE
    assert one_character(char, char)


@given(st.text())
def test_simplifying_keeps_the_length(text: str) -> None:
    assert len(simplified(text)) == len(text)
