"""Days, times of day and due days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.folding import fold
from loaders.minutes.dates import days, due, first_day, roc, times, year

MEETING = date(2025, 5, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("114年5月6日（星期二）", "2025-05-06"),
        ("中華民國一百一十四年五月六日", "2025-05-06"),
        ("2025年5月6日", "2025-05-06"),
        ("114.5.6", "2025-05-06"),
        ("2025/05/06", "2025-05-06"),
        ("1140506", "2025-05-06"),
        ("114年2月30日", None),
        ("5月6日", None),
        ("第114次", None),
    ],
)
def test_first_day(text: str, day: str | None) -> None:
    found = first_day(text)
    assert (found.date.isoformat() if found else None) == day


def test_a_day_without_a_year_needs_one() -> None:
    found = first_day("訂於5月6日召開", 2025)
    assert found is not None and found.date == MEETING
    assert "訂於5月6日召開"[found.start : found.end] == "5月6日"


def test_years() -> None:
    assert [year(text) for text in ("114", "一一四", "2025", "9999", "甲")] == [2025, 2025, 2025, None, None]
    assert roc("2019") == roc("108") == 108


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_it_was_written(day: date) -> None:
    roc_form = f"{day.year - 1911}年{day.month}月{day.day}日"
    assert [found.date for found in days(roc_form)] == [day]
    assert [found.date for found in days(f"{day.year}/{day.month}/{day.day}")] == [day]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("下午2時至4時30分", ["14:00", "16:30"]),
        ("上午9時30分", ["09:30"]),
        ("上午10時至下午1時", ["10:00", "13:00"]),
        ("14:00-15:20", ["14:00", "15:20"]),
        ("下午二時半", ["14:30"]),
        ("中午12時", ["12:00"]),
        ("星期五10時至週一9時", ["10:00", "09:00"]),
        ("時間未定", []),
    ],
)
def test_times(text: str, expected: list[str]) -> None:
    assert times(text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("請於7月10日前函復", "2025-07-10"),
        ("請於3月31日前函復", "2026-03-31"),
        ("請於115年1月15日前提送", "2026-01-15"),
        ("請於6月底前完成", "2025-06-30"),
        ("請於9月中旬辦理", "2025-09-20"),
        ("請於今年底前完成", "2025-12-31"),
        ("請於明年底前完成", "2026-12-31"),
        ("請於115年底前完成", "2026-12-31"),
        ("請於115.02底前函復", "2026-02-28"),
        ("請於第3季提報", "2025-09-30"),
        ("請於下半年辦理", "2025-12-31"),
        ("請儘速辦理", None),
        ("請於下次會議報告", None),
        ("本年度成果請於115年3月13日前函送", "2026-03-13"),
        ("請於本（114）年9月底前完成", "2025-09-30"),
        ("請於114.11.15前提供", "2025-11-15"),
    ],
)
def test_due(text: str, day: str | None) -> None:
    found = due(text, MEETING)
    assert (found.day.isoformat() if found and found.day else None) == day


@pytest.mark.parametrize(("text", "day"), [("本（5）月24日前", 24), ("本(5)月底前", 31), ("下（6）月10日前", 10)])
def test_a_month_in_brackets(text: str, day: int) -> None:
    found = due(fold(f"請於{text}函復"), MEETING)
    assert found is not None and found.day is not None and found.day.day == day


def test_only_a_day_with_its_year_is_due_where_the_meeting_s_is_not_known() -> None:
    found = due("請於114年6月底前函復", None)
    assert found is not None and found.day == date(2025, 6, 30)
    assert due("請於6月底前函復", None) is due("請於年底前函復", None) is None


@pytest.mark.parametrize("text", ["1430～1515", "14:30-15:15", "14時30分至15時15分"])
def test_times_of_day(text: str) -> None:
    assert times(fold(text)) == ["14:30", "15:15"]


@given(st.dates(date(2000, 1, 1), date(2080, 12, 31)), st.integers(1, 12), st.integers(1, 28))
def test_a_due_day_without_a_year_is_the_next_such_day(meeting: date, month: int, day: int) -> None:
    found = due(f"請於{month}月{day}日前函復", meeting)
    assert found is not None and found.day is not None
    assert (found.day.month, found.day.day) == (month, day)
    assert 0 <= (found.day - meeting).days <= 366
