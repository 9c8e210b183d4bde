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


def test_a_word_processor_s_tab_behind_a_number_makes_no_table() -> None:
    assert shape(f"壹、\t{A}\n貳、\t{B}") == [[A], [B]]
    assert shape("項次\t案名\n1.\t甲\n2.\t乙") == [["項次|案名"], ["1.|甲"], ["2.|乙"]]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("number", ["{}", "{}.", "新 {}"])
def test_a_table_whose_cells_stand_one_a_line(gap: str, number: str) -> None:
    cells = ["項次", "案名", "決議", number.format(1), A, "續管", number.format(2), B, "解列"]
    rows = [[text] for text in ("項次|案名|決議", f"{number.format(1)}|{A}|續管", f"{number.format(2)}|{B}|解列")]
    assert [[text[0].replace(" ", "")] for text in shape(gap.join(cells))] == [[r[0].replace(" ", "")] for r in rows]


def test_lines_that_a_cell_has_too_many_of_stand_before_the_last_column() -> None:
    text = f"項次\n案名\n情形\n決議\n\n1\n{A}\n已開\n兩班\n續管\n\n2\n{B}\n已辦\n解列\n"
    assert shape(text)[1:] == [[f"1|{A}|已開兩班|續管"], [f"2|{B}|已辦|解列"]]


def test_a_card_with_a_field_a_line() -> None:
    text = f"項次\n1\n案名\n{A}\n決議\n續管。\n項次\n2\n案名\n{B}\n決議\n解列。"
    assert [len(item) for item in shape(text)] == [2, 2]


@pytest.mark.parametrize("number", ["《提案1》", "〈案由一〉", "[議題1]", "【案號 1】"])
def test_an_item_s_number_in_brackets(number: str) -> None:
    assert [(s.style, s.ordinal, s.body.text) for s in tree(f"{number}\n{A}\n決議：續管。")] == [(Style.CASE, 1, A)]


@given(
    st.lists(st.sampled_from(["項次", "案名", "決議", "1", "2", "3", "新 1", A, "", "壹、\t甲", "a\tb"]), max_size=24)
)
def test_lines_of_tables_keep_their_length(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert len(prepare(fold(text))) == len(text)
