"""Mark-up of the lines of minutes: taken away or turned into signs at equal length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.folding import fold
from loaders.lexicon.headings import Heading
from loaders.outline.marks import Style
from loaders.outline.markup import prepare, unsigned
from tests.loaders.outline._reading import shape, tree

A, B = "夜航渡輪加班", "燈塔聯合開放"
DATE, PLACE, CHAIR = Heading.DATE, Heading.PLACE, Heading.CHAIR


@pytest.mark.parametrize("sign", ["#", "##"])
def test_headings_of_the_first_two_levels_part_the_agenda(sign: str) -> None:
    text = f"{sign} 列管案件\n一、{A}\n{sign} 海洋合作案\n一、{B}"
    assert shape(text) == [["列管案件", [A]], ["海洋合作案", [B]]]


def test_a_heading_of_the_first_two_levels_is_a_part_whatever_it_says() -> None:
    assert [tree(f"{sign} 海洋合作案")[0].style for sign in ("#", "##", "###")] == [*(Style.FORMAL,) * 2, Style.BULLET]


@pytest.mark.parametrize("sign", ["###", "####"])
def test_headings_beneath_open_items(sign: str) -> None:
    text = f"## 列管案件\n{sign} {A}\n決議：續管。\n{sign} {B}\n決議：解列。"
    assert shape(text) == [["列管案件", [A, ["決議：續管。"]], [B, ["決議：解列。"]]]]


@given(st.text("# 案1|【】：\n", max_size=60))
def test_a_text_keeps_its_length_and_loses_the_signs_of_headings(text: str) -> None:
    view = prepare(fold(text))
    assert len(view) == len(unsigned(view)) == len(text)
    assert not set("▍▎") & set(unsigned(view))


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("時間：114年5月6日｜地點：801會議室｜主席：施若梅", [DATE, PLACE, CHAIR]),
        ("時間　114年5月6日｜地點　801會議室", [DATE, PLACE]),
        ("◎時間：114年5月6日｜◎主席：施若梅", [DATE, CHAIR]),
    ],
)
def test_bars_part_the_labels_of_a_header(line: str, kinds: list[Heading]) -> None:
    assert [section.heading for section in tree(line)] == kinds


@pytest.mark.parametrize("line", [f"時間：114年5月6日｜{A}", f"{A}｜續管"])
def test_bars_between_other_words_part_no_lines(line: str) -> None:
    assert len(tree(line)) == 1


@pytest.mark.parametrize("number", ["議題1", "議題一、", "案2", "1."])
def test_a_name_in_square_brackets_behind_a_number_is_a_quoted_name(number: str) -> None:
    view = prepare(fold(f"{number}【{A}】"))
    assert view == fold(f"{number}「{A}」")


def test_a_label_in_square_brackets_is_no_quoted_name() -> None:
    (section,) = tree("【決議】續管。")
    assert (section.heading, section.rest.text) == (Heading.RESOLUTION, "續管。")


def test_a_sentence_with_a_colon_is_no_head_of_a_table() -> None:
    line = "案名：海洋  主辦：嵐川市"
    assert "\t" not in prepare(fold(f"{line}\n1 {A} 觀光局"))
