"""Names of cases in a text: quoted, enumerated, at the head of an item."""

from __future__ import annotations

import pytest

from loaders.minutes.names import called_cases, groups, head, home, listed, quoted, stated_count
from tests.loaders.minutes._reading import squeezed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("「海廢回收」案同意成案", ["海廢回收"]),
        ("「A港與『B灣』接駁」一案", ["A港與『B灣』接駁"]),
        ("「『夜間賞螢』」案", ["夜間賞螢"]),
        ("「藍色公路（原雙北合作案）」", ["藍色公路"]),
        ("“海廢回收”與《漁村走讀》", ["海廢回收", "漁村走讀"]),
        ("嵐川市圖書館『一卡同行』服務啟用", []),
        ("「沒有關上的引號", []),
        ("無引號", []),
    ],
)
def test_quoted(text: str, names: list[str]) -> None:
    found = quoted(squeezed(text).text)
    assert [name.text for name in found] == names


def test_a_name_is_a_stretch_of_its_text() -> None:
    text = squeezed("有關「海廢回收」案、「漁村走讀」計畫案及「藍色公路」").text
    assert [name.as_case for name in quoted(text)] == [True, True, False]
    for name in quoted(text):
        assert text[name.start : name.end] == name.text
        assert text[name.outer_start] == "「" and text[name.outer_end - 1] == "」"


def test_enumerations() -> None:
    text = "「海廢回收」、「漁村走讀」及交通組「藍色公路」等3案持續列管，另「潮間帶調查」解列"
    rows = groups(text, quoted(text))
    assert [[name.text for name in row] for row in rows] == [["海廢回收", "漁村走讀", "藍色公路"], ["潮間帶調查"]]
    assert called_cases(text, rows[0]) and not called_cases(text, rows[1])


@pytest.mark.parametrize(
    ("text", "stated", "names"),
    [
        ("海廢回收、漁村走讀及藍色公路", None, ["海廢回收", "漁村走讀", "藍色公路"]),
        ("海廢回收、漁村走讀及研習、藍色公路", 3, ["海廢回收", "漁村走讀及研習", "藍色公路"]),
        ("海廢回收與再生、漁村走讀與藍色公路", 3, ["海廢回收與再生", "漁村走讀", "藍色公路"]),
        ("海廢回收（原雙北合作案）、漁村走讀", 2, ["海廢回收", "漁村走讀"]),
        ("「海廢回收」案、「漁村走讀」案", 2, ["海廢回收", "漁村走讀"]),
    ],
)
def test_listed(text: str, stated: int | None, names: list[str]) -> None:
    assert [name.text for name in listed(text, 0, len(text), stated)] == names


@pytest.mark.parametrize(
    ("line", "name", "rest", "remark"),
    [
        ("「海廢回收」案，同意解列。", "海廢回收", "，同意解列。", ""),
        ("海廢回收：持續列管。", "海廢回收", "：持續列管。", ""),
        ("海廢回收（原雙北合作案）：持續列管。", "海廢回收", "：持續列管。", "原雙北合作案"),
        ("項次3「海廢回收」：請持續推動。", "海廢回收", "：請持續推動。", ""),
        (
            "有關第二案、「海廢回收」一案（霧嶺市環境保護局提案）：通過。",
            "海廢回收",
            "：通過。",
            "霧嶺市環境保護局提案",
        ),
        ("海洋組「海廢回收」：通過。", "海廢回收", "：通過。", ""),
        ("霧嵐合作交流平臺「海廢回收」案：通過。", "海廢回收", "：通過。", "霧嵐合作交流平臺"),
    ],
)
def test_head(line: str, name: str, rest: str, remark: str) -> None:
    flow = squeezed(line)
    found = head(flow)
    assert found is not None
    assert (found.name.text, flow.text[found.rest :], found.remark) == (name, rest, remark)


@pytest.mark.parametrize("before", ["本平臺", "該合作平臺", "新平臺", "各平臺", "整合平臺及"])
def test_a_platform_that_is_only_pointed_to_is_no_home(before: str) -> None:
    text = squeezed(f"{before}「海廢回收」續管。").text
    assert home(text, quoted(text)[0]) == ""


def test_the_platform_right_before_each_name_of_a_row() -> None:
    text = squeezed("霧嵐平臺「海廢回收」與原雙北平臺「海廢回收」合併。").text
    (row,) = groups(text, quoted(text))
    assert [home(text, name) for name in row] == ["霧嵐平臺", "原雙北平臺"]


@pytest.mark.parametrize("line", ["請兩市持續推動。", "「海廢回收」及「漁村走讀」均已完成", ""])
def test_lines_without_a_head(line: str) -> None:
    assert head(squeezed(line)) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("列管合作案（計7案）", 7),
        ("下列兩案", 2),
        ("十二項議案", 12),
        ("共計15件提案", 15),
        ("本案由一", None),
        ("", None),
    ],
)
def test_stated_count(text: str, count: int | None) -> None:
    assert stated_count(text) == count
