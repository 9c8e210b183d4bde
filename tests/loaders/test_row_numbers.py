"""How minutes point to a row of a list."""

from __future__ import annotations

import pytest

from loaders.row_numbers import BEFORE, SEVERAL, code, opening_row, row, rows_of


@pytest.mark.parametrize(
    ("written", "pointed"),
    [
        ("項次5", "5"),
        ("第五案", "5"),
        ("編號十二", "12"),
        ("B-02", "B2"),
        ("編號b2案", "B2"),
        ("案三", "3"),
        ("本案", ""),
    ],
)
def test_one_row_however_it_is_written(written: str, pointed: str) -> None:
    assert row(written) == pointed


def test_本案_is_no_row() -> None:
    assert row("本案") == ""


def test_a_code_is_no_number() -> None:
    assert (code("編號A-01"), code("項次5")) == ("A1", "")


def test_numbers_in_one_enumeration() -> None:
    found = SEVERAL.search("第一案、第二案及第四案洽悉")
    assert found and found[0] == "第一案、第二案及第四案"


@pytest.mark.parametrize(
    ("text", "pointed"), [("案一、案三同意解列", ["1", "3"]), ("除（一）、（三）外", ["1", "3"]), ("本案一併辦理", [])]
)
def test_cases_called_by_nothing_but_a_number(text: str, pointed: list[str]) -> None:
    assert [number for run in SEVERAL.finditer(text) for number in rows_of(run[0])] == pointed


def test_a_number_right_before_a_name() -> None:
    assert BEFORE.search("因與項次5")
    assert opening_row("有關項次4「步道」案") == 4
    assert opening_row("步道「項次4」") is None
