"""Tables drawn with box characters: their cells in order, wrapped or not, and nothing else of the text."""

from __future__ import annotations

from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.folding import fold
from loaders.outline.grid import drawn
from loaders.outline.lines import Joiner
from loaders.outline.markup import prepare

WIDTH = 4
PIECE = st.text("案渡輪燈A1。、", max_size=WIDTH)
"""What one line holds of a cell; no line of a cell holds more."""
FILLED = PIECE.filter(bool)


def lines_of(text: str) -> list[tuple[int, int]]:
    """The stretch of every line."""
    ends = [at for at, sign in enumerate(text) if sign == "\n"] + [len(text)]
    return list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True))


def cells(text: str) -> list[list[str]]:
    """The words of every cell of every row that stands in a drawn table."""
    rows = drawn(text, lines_of(text)).values()
    return [["".join(text[slice(*span)] for span in cell) for cell in row] for row in rows if row]


def rule(columns: int, ends: str = "├┼┤") -> str:
    left, middle, right = tuple(ends)
    return left + middle.join(["─" * WIDTH] * columns) + right


def draw(rows: list[list[list[str]]], bar: str, ruled: bool = True) -> str:
    """A table of rows, each a list of lines, each a list of pieces; a rule behind every row or the first alone."""
    columns = len(rows[0][0])
    bodies = ["\n".join(bar + bar.join(p.ljust(WIDTH) for p in line) + bar for line in row) for row in rows]
    rules = [rule(columns) if ruled or at == 0 else "" for at in range(len(rows) - 1)]
    between = chain.from_iterable(zip(bodies, [*rules, ""], strict=True))
    return "\n".join([rule(columns, "┌┬┐"), *(part for part in between if part), rule(columns, "└┴┘")])


def joined(rows: list[list[list[str]]]) -> list[list[str]]:
    return [["".join(pieces) for pieces in zip(*row, strict=True)] for row in rows]


@st.composite
def ruled(draw_: st.DrawFn) -> list[list[list[str]]]:
    """Rows of one to three lines, of which each has something in one cell at least."""
    columns = draw_(st.integers(2, 4))
    line = st.lists(PIECE, min_size=columns, max_size=columns)
    row = st.lists(line, min_size=1, max_size=3).filter(lambda lines: any(chain(*lines)))
    return draw_(st.lists(row, min_size=3, max_size=6))


@st.composite
def unruled(draw_: st.DrawFn) -> list[list[list[str]]]:
    """Rows of which the first line alone has something in its first cell."""
    columns = draw_(st.integers(2, 4))
    rest = st.lists(PIECE, min_size=columns - 1, max_size=columns - 1)
    first = st.builds(lambda cell, more: [cell, *more], FILLED, rest)
    more = st.lists(st.builds(lambda more: ["", *more], rest), max_size=2)
    row = st.builds(lambda line, lines: [line, *lines], first, more)
    return draw_(st.lists(row, min_size=2, max_size=6))


@given(ruled(), st.sampled_from("│┃║"))
def test_rules_part_rows_whose_cells_go_on_from_line_to_line(rows: list[list[list[str]]], bar: str) -> None:
    assert cells(draw(rows, bar)) == joined(rows)


@given(unruled(), st.sampled_from("│┃║"))
def test_without_rules_a_filled_first_cell_begins_a_row(rows: list[list[list[str]]], bar: str) -> None:
    assert cells(draw(rows, bar, ruled=False)) == joined(rows)


@given(ruled(), st.text("略│\n", max_size=8), st.text("略│\n", max_size=8))
def test_stretches_lie_within_the_text_and_hold_no_lines_of_the_table(
    rows: list[list[list[str]]], above: str, below: str
) -> None:
    text = f"{above}\n{draw(rows, '│')}\n{below}"
    taken = [cell for row in drawn(text, lines_of(text)).values() for cell in row]
    assert all(a < b for cell in taken for a, b in pairwise(cell))
    spans = sorted(chain(*taken))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert not set("│─\n") & set("".join(text[slice(*span)] for span in spans))


@given(st.text("│┃║─├┼┤ 案A1-=\n", max_size=120))
def test_any_signs_of_a_table_give_stretches_that_never_overlap(text: str) -> None:
    lines = [(start, end) for start, end in lines_of(text)]
    found = drawn(text, lines)
    assert found.keys() <= set(range(len(lines)))
    spans = sorted(span for row in found.values() for cell in row for span in cell)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_line_with_another_number_of_cells_is_a_row_of_its_own() -> None:
    assert cells("│甲案│續管│\n│　　│解列│備註│\n") == [["甲案", "續管"], ["", "解列", "備註"]]


@pytest.mark.parametrize("text", ["│甲案│", "├────┤\n略", "────────", "甲│乙│丙", "│甲│乙│丙", "│甲│乙│丙。│完"])
def test_what_only_looks_like_a_table(text: str) -> None:
    assert drawn(text, lines_of(text)) == {}


def test_a_document_holds_the_rows_in_the_place_of_the_lines() -> None:
    table = draw([[["案名", "決議"]], [["夜航", "續管"], ["渡輪", ""]], [["燈塔", "解列"]]], "│")
    view = prepare(fold(f"一、列管案件\n{table}\n二、其他。"))
    blocks = Joiner(view, 0, len(view)).run()
    found = [["".join(view[slice(*span)] for span in cell) for cell in block.cells] for block in blocks]
    assert found == [[], ["案名", "決議"], ["夜航渡輪", "續管"], ["燈塔", "解列"], []]
