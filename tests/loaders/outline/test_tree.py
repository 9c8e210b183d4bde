"""Logical lines → tree: whatever style stands within whatever other."""

from __future__ import annotations

from itertools import permutations

import pytest

from loaders.lexicon.headings import Heading
from tests.loaders.outline._reading import shape, tree

STYLES = ("壹貳", "{}、"), ("一二", "{}、"), ("一二", "（{}）"), ("12", "{}."), ("12", "（{}）"), ("①②", "{}")


@pytest.mark.parametrize(("outer", "inner"), [p for p in permutations(STYLES, 2) if p[1] != STYLES[0]])
def test_any_two_styles_nest(outer: tuple[str, str], inner: tuple[str, str]) -> None:
    (big, outside), (small, inside) = outer, inner
    lines = [
        outside.format(big[0]) + "甲案。",
        inside.format(small[0]) + "子項。",
        inside.format(small[1]) + "丑項。",
        outside.format(big[1]) + "乙案。",
        inside.format(small[0]) + "寅項。",
    ]
    assert shape("\n".join(lines)) == [["甲案。", ["子項。"], ["丑項。"]], ["乙案。", ["寅項。"]]]


def test_three_styles_nest_out_of_the_usual_order() -> None:
    text = "1.甲案。\n（一）子項。\n一、細目。\n二、細目乙。\n（二）丑項。\n2.乙案。"
    expected = [["甲案。", ["子項。", ["細目。"], ["細目乙。"]], ["丑項。"]], ["乙案。"]]
    assert shape(text) == expected


def test_numbering_restarts_under_a_new_part() -> None:
    text = "壹、報告事項\n一、甲。\n二、乙。\n貳、討論事項\n一、丙。\n二、丁。"
    assert shape(text) == [["報告事項", ["甲。"], ["乙。"]], ["討論事項", ["丙。"], ["丁。"]]]


def test_numbering_restarts_under_a_label() -> None:
    text = "案由一：甲案。\n說明：\n一、子。\n二、丑。\n決議：\n一、寅。\n二、卯。\n案由二：乙案。\n決議：通過。"
    first, second = shape(text)
    assert first == ["甲案。", ["說明：", ["子。"], ["丑。"]], ["決議：", ["寅。"], ["卯。"]]]
    assert second == ["乙案。", ["決議：通過。"]]


def test_a_subject_stands_under_its_proposal() -> None:
    text = "參、提案討論\n提案一\n案由：甲案。\n說明：略。\n決議：通過。\n提案二\n案由：乙案。\n決議：緩議。"
    (part,) = tree(text)
    assert [child.number for child in part.children] == ["提案一", "提案二"]
    assert [child.first(Heading.SUBJECT) is not None for child in part.children] == [True, True]
    resolutions = [s.rest.text for s in part.walk() if s.heading is Heading.RESOLUTION]
    assert resolutions == ["通過。", "緩議。"]


def test_labels_of_an_item_stand_side_by_side() -> None:
    text = "第一案：甲案。\n提案單位：臺中市。\n說明：一句。\n擬辦：一句。\n決議：通過。"
    (item,) = tree(text)
    assert [child.heading for child in item.children] == [
        Heading.PROPOSER,
        Heading.EXPLANATION,
        Heading.MEASURES,
        Heading.RESOLUTION,
    ]


def test_labels_from_a_table_and_from_a_paragraph_stand_under_their_item() -> None:
    text = "案由一：甲案。\n說明\t一句。\n決議\t通過。\n案由二：乙案。\n說明：一句。決議：緩議。"
    first, second = tree(text)
    for item, words in ((first, "通過。"), (second, "緩議。")):
        resolution = item.first(Heading.RESOLUTION)
        assert item.first(Heading.EXPLANATION) is not None
        assert resolution is not None and resolution.rest.text == words


def test_header_lines_hang_nowhere() -> None:
    text = "時間：113年5月6日\n地點：5樓\n主席：王大明\n壹、報告事項\n一、甲。"
    kinds = [section.heading for section in tree(text)]
    assert kinds == [Heading.DATE, Heading.PLACE, Heading.CHAIR, Heading.REPORT]


def test_paths_name_the_numbers_above() -> None:
    text = "柒、討論事項\n案由二：甲案。\n決議：\n一、子。\n（三）丑。"
    paths = [section.path for top in tree(text) for section in top.walk()]
    assert paths == ["柒", "柒/案由二", "柒/案由二/決議", "柒/案由二/決議/一", "柒/案由二/決議/一/（三）"]


def test_rows_hang_under_the_item_above_them() -> None:
    text = "一、列管案件\n序\t案名\t決議\n1\t青創\t解列\n二、其他。"
    assert shape(text) == [["列管案件", ["序|案名|決議"], ["1|青創|解列"]], ["其他。"]]


RESOLVED = "二、會議決議：\n第1案 續管。\n（一）每季回報。"


def test_a_line_of_a_resolution_with_the_number_of_an_item_only_points_to_it() -> None:
    text = "一、海洋合作\n第1案 夜航渡輪加班\n" + RESOLVED
    assert shape(text)[1] == ["會議決議：", ["續管。"], ["每季回報。"]]


def test_a_line_of_a_resolution_whose_number_no_item_has_is_an_item() -> None:
    text = "一、海洋合作\n第3案 夜航渡輪加班\n" + RESOLVED
    assert shape(text)[1] == ["會議決議：", ["續管。", ["每季回報。"]]]


def test_a_list_of_tracked_cases_ends_an_unnumbered_part_of_the_agenda() -> None:
    text = "新提案\n一、漁港夜市導覽。\n列管案：\n一、夜航渡輪加班"
    assert shape(text) == [["新提案", ["漁港夜市導覽。"]], ["列管案：", ["夜航渡輪加班"]]]


@pytest.mark.parametrize("heading", ["列管案件", "持續列管案件清單", "追蹤事項（辦理情形）"])
def test_a_heading_alone_on_its_line_opens_a_list(heading: str) -> None:
    assert shape(f"{heading}\n1. 夜航渡輪加班\n2. 燈塔聯合開放") == [[heading, ["夜航渡輪加班"], ["燈塔聯合開放"]]]


def test_words_that_are_no_heading_open_no_list() -> None:
    assert shape("海洋資料\n1. 夜航渡輪加班") == [["海洋資料"], ["夜航渡輪加班"]]
