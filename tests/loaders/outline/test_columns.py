"""Columns set apart by blanks alone: rows with tabs, cells that go on beneath, and every place of the text kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.folding import fold
from loaders.outline.columns import WRAPPED, aligned
from loaders.outline.lines import Joiner
from loaders.outline.markup import prepare

HEAD = "項次  案名        決議"


def rows(text: str) -> list[list[str]]:
    """The cells of every row of a text as the outline has them."""
    view = prepare(fold(text))
    blocks = Joiner(view, 0, len(view)).run()
    return [["".join(view[slice(*span)] for span in cell) for cell in block.cells] for block in blocks if block.cells]


def test_blanks_part_the_cells_of_rows_beneath_a_head_that_names_columns() -> None:
    assert rows(f"{HEAD}\n1     夜航渡輪    續管\n2     燈塔開放    解列\n") == [
        ["項次", "案名", "決議"],
        ["1", "夜航渡輪", "續管"],
        ["2", "燈塔開放", "解列"],
    ]


def test_a_cell_goes_on_in_the_line_beneath_at_its_own_place() -> None:
    found = rows(f"{HEAD}\n1     夜航渡輪    持續\n      加班        列管\n2     燈塔開放    解列\n")
    assert found[1:] == [["1", "夜航渡輪加班", "持續列管"], ["2", "燈塔開放", "解列"]]


def test_one_blank_parts_columns_above_a_row_that_has_as_many() -> None:
    assert rows("項次 案名 決議\n1 夜航渡輪 續管\n2 燈塔開放 解列\n")[1:] == [
        ["1", "夜航渡輪", "續管"],
        ["2", "燈塔開放", "解列"],
    ]


@pytest.mark.parametrize("text", ["本案  同意  列管", "時間：14時  地點：801", "夜航  渡輪\n燈塔  開放"])
def test_blanks_without_a_head_that_names_columns_part_nothing(text: str) -> None:
    assert aligned(text.split("\n")) == text.split("\n")


@given(st.lists(st.text("案渡輪燈1項次名決議 \u3000：。", max_size=24), max_size=8))
def test_lines_keep_their_length_and_their_words(lines: list[str]) -> None:
    lines = [HEAD, *lines]
    found = aligned(list(lines))
    assert [len(line) for line in found] == [len(line) for line in lines]
    assert ["".join(line.replace(WRAPPED, " ").split()) for line in found] == ["".join(line.split()) for line in lines]
