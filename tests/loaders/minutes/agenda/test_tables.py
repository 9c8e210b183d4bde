"""Tables whose heads the lexicon does not hold in full, and the platform that a case comes from."""

from __future__ import annotations

import pytest

from tests.loaders.minutes._reading import minutes, said

A, B = "夜航渡輪加班", "燈塔聯合開放"


def rows(*lines: str) -> tuple[str, ...]:
    """Lines of a table whose cells a bar parts here."""
    return ("壹、列管案件", *(line.replace("｜", "\t") for line in lines))


def test_a_column_of_unknown_head_decides_when_all_its_cells_do() -> None:
    found = said(minutes(*rows("項次｜案名｜去向", f"1｜{A}｜續管", f"2｜{B}｜解列")))
    assert found == {("CONTINUED_AT", A, None), ("DELISTED_AT", B, None)}


@pytest.mark.parametrize(
    "lines",
    [
        ("項次｜案名｜去向", f"1｜{A}｜續管", f"2｜{B}｜風浪大"),
        ("項次｜案名｜去向", f"1｜{A}｜續管"),
        ("項次｜案名｜甲欄｜乙欄", f"1｜{A}｜續管｜解列", f"2｜{B}｜解列｜續管"),
    ],
    ids=["a cell that tells", "one row", "two such columns"],
)
def test_a_column_of_unknown_head_decides_nothing(lines: tuple[str, ...]) -> None:
    assert said(minutes(*rows(*lines))) == set()


def test_a_known_column_decides_before_one_of_unknown_head() -> None:
    found = said(minutes(*rows("項次｜案名｜去向｜決議", f"1｜{A}｜續管｜解列", f"2｜{B}｜解列｜續管")))
    assert found == {("DELISTED_AT", A, None), ("CONTINUED_AT", B, None)}


@pytest.mark.parametrize("head", ["原平臺", "原屬合作平臺", "平臺來源"])
def test_a_column_of_platforms_tells_where_a_case_comes_from(head: str) -> None:
    table = rows(f"項次｜案名｜{head}｜決議", f"1｜{A}｜雙北｜續管", f"2｜{A}｜高屏｜解列")
    sitting = minutes(*table)
    assert [case.name for case in sitting.cases] == [A, A]
    assert len({case.origins for case in sitting.cases}) == 2
    assert {kind for kind, *_ in said(sitting)} == {"CONTINUED_AT", "DELISTED_AT"}


def test_a_table_drawn_with_box_characters_is_read_as_one_with_tabs() -> None:
    drawn = ("┌──┬──┐", "│案名│決議│", "├──┼──┤", f"│{A}│本案持續│", "│　│列管。│", "├──┼──┤", f"│{B}│解列│", "└──┴──┘")
    assert said(minutes("壹、列管案件", *drawn)) == {("CONTINUED_AT", A, None), ("DELISTED_AT", B, None)}


def test_further_columns_stand_beneath_a_table_that_is_too_wide() -> None:
    table = rows("項次｜案名", f"1｜{A}", f"2｜{B}", "項次｜決議", "1｜續管", "2｜解列")
    assert said(minutes(*table)) == {("CONTINUED_AT", A, None), ("DELISTED_AT", B, None)}


def test_a_column_says_what_a_bare_agreement_grants() -> None:
    found = said(minutes(*rows("組別｜類別｜案名｜會議決議", f"海洋組｜解列｜{A}｜同意", f"海洋組｜解列｜{B}｜同意")))
    assert found == {("DELISTED_AT", A, None), ("DELISTED_AT", B, None)}


@pytest.mark.parametrize(
    ("head", "gap"), [*((head, gap) for head in ("No.", "案件編號") for gap in ("　　", "／", "｜")), ("", "　　")]
)
def test_heads_of_numbers_and_what_parts_the_columns(head: str, gap: str) -> None:
    lines = (gap.join(cells) for cells in ((head, "列管事項", "會議裁示"), ("1", A, "續管"), ("2", B, "解列")))
    assert said(minutes("壹、列管案件", *lines)) == {("CONTINUED_AT", A, None), ("DELISTED_AT", B, None)}
