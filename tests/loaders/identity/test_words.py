"""What the dictionary makes of a stretch of a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.identity.words import is_common, is_word, reading


@pytest.mark.parametrize("word", ["抽水機", "垃圾", "培力", "淨零", "轉乘"])
def test_words_in_use_in_taiwan_are_known(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("text", ["抽水幾", "垃極", "淨霸"])
def test_slips_are_no_words(text: str) -> None:
    assert not is_word(text)


def test_common_words_are_told_from_abbreviations() -> None:
    assert is_common("公園")
    assert not is_common("食安")
    assert not is_common("環教")


def test_a_text_is_divided_into_its_words() -> None:
    assert reading("垃圾處理")[1][0].startswith("垃圾")
    assert reading("防汛抽水機支援")[1] == ("防汛", "抽水機", "支援")


def test_words_read_better_than_a_slip() -> None:
    assert reading("防汛抽水機支援")[0] > reading("防汛抽水幾支援")[0] + 3


@given(st.text(max_size=20))
def test_the_words_of_a_text_are_the_text(text: str) -> None:
    assert "".join(reading(text)[1]) == text
