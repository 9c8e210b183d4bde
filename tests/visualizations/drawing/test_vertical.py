"""Text from top to bottom."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visualizations.drawing.shapes import Text
from visualizations.drawing.vertical import columns, height_of_lines, set_vertically, width_of_lines

WORDS = st.text("沿革小尖兵（漁）「」、。-—2024IEYI ABcd", min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("智慧農(漁)業", 9, (("智", "慧", "農", "︵", "漁", "︶", "業"),)),
        ("鼓勵 12-18 歲", 9, (("鼓", "勵", "12", "︱", "18", "歲"),)),
        ("2024IEYI 展", 12, (("2", "0", "2", "4", "I", "E", "Y", "I", "展"),)),
        ("沿革沿革沿", 3, (("沿", "革", "沿"), ("革", "沿"))),
        ("沿革、沿革", 2, (("沿",), ("革", "︑"), ("沿", "革"))),
        ("Ab cd", 9, (("A", "b", " ", "c", "d"),)),
        ("", 9, (("",),)),
    ],
)
def test_characters_stand_below_each_other(text: str, most: int, lines: tuple[tuple[str, ...], ...]) -> None:
    assert columns(text, most, 9) == lines


@given(WORDS, st.integers(2, 16))
def test_nothing_is_lost_and_lines_are_no_longer_than_allowed(text: str, most: int) -> None:
    lines = columns(text, most, 99)
    assert all(len(line) <= most for line in lines)
    plain = {"︵": "（", "︶": "）", "﹁": "「", "﹂": "」", "︑": "、", "︒": "。", "︱": "-"}
    told = "".join(plain.get(char, char) for line in lines for cell in line for char in cell if char != " ")
    assert told == "".join(text.split()).replace("—", "-")


@given(WORDS, st.integers(2, 16), st.integers(1, 4))
def test_characters_do_not_touch_and_stay_in_their_room(text: str, most: int, lines: int) -> None:
    held = columns(text, most, lines)
    assert len(held) <= lines
    drawn = [shape for shape in set_vertically(held, 100, 50, 8, "#000000") if isinstance(shape, Text)]
    for one, other in combinations((shape.box for shape in drawn), 2):
        assert not one.overlaps(other)
    wide, high = width_of_lines(held, 8), height_of_lines(held, 8)
    for shape in drawn:
        assert shape.box.x >= 100 - wide / 2 - 0.01 and shape.box.right <= 100 + wide / 2 + 0.01
        assert shape.box.y >= 50 - 0.01 and shape.box.bottom <= 50 + high + 0.01


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    assert columns("案" * 50, 4, 2) == (("案",) * 4, ("案", "案", "案", "︙"))
