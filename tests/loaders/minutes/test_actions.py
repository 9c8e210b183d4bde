"""Who is asked, and by when: one rule a sentence."""

from __future__ import annotations

import pytest

from graph.interchange import ActionItem
from loaders.minutes import parse
from loaders.reading import Document

MINUTES = """113年度「基北北桃合作交流平臺」環境資源組第2次工作小組會議紀錄

壹、時間：113年6月3日（星期一）下午2時
貳、地點：新北市政府
參、主席：新北市政府環境保護局 林主任秘書小明

肆、討論事項

案由一：「河川水質聯合監測」案，提請討論。（提案單位：桃園市政府環境保護局）

決議：本案同意成案。{said}

伍、散會：下午3時。
"""
FOUR = ("臺北市", "新北市", "桃園市", "基隆市")
N, T, Y = (f"{city}政府環境保護局" for city in ("新北市", "臺北市", "桃園市"))
K = "基隆市環境保護局"


def asked(said: str) -> list[ActionItem]:
    text = MINUTES.format(said=said)
    (minutes,) = parse(Document(text, "minutes.txt", "minutes", "text/plain")).minutes
    return list(minutes.action_items)


@pytest.mark.parametrize(
    ("said", "who", "due"),
    [
        ("請臺北市環保局於7月10日前函復。", [(T,)], ["2024-07-10"]),
        ("新北市訂於10月底辦理水環境日，請其他三市派員參加。", [("臺北市", "桃園市", "基隆市")], ["2024-10-31"]),
        ("11月水環境研討會請大家踴躍參加。", [FOUR], ["2024-11-30"]),
        ("今年度分別請臺北市環保局安排參訪，及請基隆市環保局安排座談。", [(T,), (K,)], ["2024-12-31"] * 2),
        ("水站之參訪請新北市環保局安排，污水廠之參訪請臺北市環保局安排。", [(N,), (T,)], [None, None]),
        ("請桃園市環保局辦理河岸參訪，以及基隆市環保局辦理海岸參訪。", [(Y,), (K,)], [None, None]),
        ("請提案單位補充資料。", [(Y,)], [None]),
        ("請新北市環保局與臺北市環保局研商後提出。", [(N,)], [None]),
        ("請新北市環保局與臺北市環保局提供圖資。", [(N, T)], [None]),
        ("並由桃園市環保局於8月底前舉辦說明會。", [(Y,)], ["2024-08-31"]),
        ("本季由新北市主責，下一季由臺北市接棒。", [], []),
        ("因清運委由外部廠商辦理，契約於115年3月到期。", [], []),
        ("請臺北市環保局彙整今年各測站數據。", [(T,)], [None]),
        ("請臺北市環保局於測站完工後一個月內提供數據。", [(T,)], [None]),
        ("請臺北市環保局於會後2週內提供數據。", [(T,)], ["2024-06-17"]),
        ("請把握以下幾點：", [], []),
        ("請四市持續辦理，至第4季小組會議時再研議是否解列。", [FOUR, ()], [None, "2024-12-31"]),
    ],
)
def test_a_request(said: str, who: list[tuple[str, ...]], due: list[str | None]) -> None:
    items = asked(said)
    assert [{body.name for body in item.assignees} for item in items] == [set(names) for names in who]
    assert [item.due for item in items] == due


def test_a_request_is_quoted_as_it_stands() -> None:
    (item,) = asked("請臺北市環保局於7月10日前函復。")
    assert (item.quote.text, item.due_text) == ("請臺北市環保局於7月10日前函復", "7月10日前")
