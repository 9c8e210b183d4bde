"""Whether two names mean one case, and the reasons that are given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.identity.comparison import compare
from loaders.identity.features import Evidence, Feature, Reason, Verdict

NAMES = st.text(
    st.sampled_from("海廢回收漁村走讀左右岸第一二期113年臺北新北合作交流計畫推動環境教育長者（）－「」與及兩1案"),
    max_size=16,
)


def _reasons(left: str, right: str) -> set[Reason]:
    return {feature.reason for feature in compare(left, right).features}


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("漁村走讀合作案", "「漁村走讀」", Reason.SPELLING),
        ("三、漁村走讀", "漁村走讀", Reason.SPELLING),
        ("漁村走讀（新北市政府漁業處提案）", "漁村走讀", Reason.REMARK),
        ("民國114年漁村走讀", "2025年漁村走讀", Reason.SPELLING),
        ("105至108年漁港清淤", "105-108年漁港清淤", Reason.SPELLING),
        ("共同推動漁村走讀", "漁村走讀相關事宜", Reason.FILLER),
        ("環境教育船巡迴", "環教船巡迴", Reason.ABBREVIATION),
        ("漁業青年交流合作座談", "漁業座談青年交流合作", Reason.ORDER),
        ("漁村走讀推廣－看見浪花", "漁村走讀推廣", Reason.SUBTITLE),
        ("漁港游客安全", "漁港遊客安全", Reason.VARIANT),
        ("漁港纜繩汰汰換", "漁港纜繩汰換", Reason.DOUBLED),
        ("漁港抽水機汰換", "漁港抽水幾汰換", Reason.SLIP),
        ("漁港監視器汰換", "漁港藍視器汰換", Reason.SLIP),
        ("漁村走讀合做", "漁村走讀合作", Reason.SLIP),
        ("漁村走讀交流流", "漁村走讀交流", Reason.DOUBLED),
        ("漁村公共汽車", "漁村公車", Reason.SYNONYM),
        ("漁村都市計畫檢討", "漁村都計檢討", Reason.ABBREVIATION),
        ("漁村走讀推廣計畫（以下簡稱走漁計畫）", "走漁計畫", Reason.ALIAS),
        ("YouBike轉乘漁港", "YouBkie轉乘漁港", Reason.ORDER),
        ("YouBike轉乘漁港", "YouBke轉乘漁港", Reason.DOUBLED),
    ],
)
def test_what_is_one_case(left: str, right: str, reason: Reason) -> None:
    assert compare(left, right).verdict is Verdict.SAME
    assert reason in _reasons(left, right)


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("漁港改建第一期", "漁港改建第二期", Reason.NUMBER),
        ("漁港改建", "漁港改建第二期", Reason.NUMBER),
        ("113年漁村嘉年華", "114年漁村嘉年華", Reason.NUMBER),
        ("臺9線護欄加高", "臺9甲線護欄加高", Reason.NUMBER),
        ("雙北漁市觀摩", "基北北桃漁市觀摩", Reason.PLACE),
        ("三峽老街行銷", "鶯歌老街行銷", Reason.PLACE),
        ("國中生出海體驗", "國小生出海體驗", Reason.KIND),
        ("港區水質監測", "港區水位監測", Reason.KIND),
        ("漁港左岸照明", "漁港右岸照明", Reason.OPPOSITE),
        ("漁港航燈更新", "漁港吊桿更新", Reason.OTHER_WORD),
        ("海廢回收", "跨市捷運轉乘優惠", Reason.OTHER_WORD),
    ],
)
def test_what_is_two_cases(left: str, right: str, reason: Reason) -> None:
    assert compare(left, right).verdict is Verdict.DIFFERENT
    assert reason in _reasons(left, right)


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("漁民共餐據點", "漁民供餐據點", Reason.ALIKE_WORDS),
        ("漁村走讀", "漁村走讀解說員招募", Reason.LONGER),
        ("iPass轉乘漁港", "iCash轉乘漁港", Reason.ALIKE_WORDS),
        ("漁村走讀推廣（北區）", "漁村走讀推廣", Reason.LONGER),
        ("臺北支援新北漁市", "新北支援臺北漁市", Reason.OTHER_ORDER),
        ("漁業議會參訪", "漁業會議參訪", Reason.OTHER_ORDER),
        ("漁村走讀（臺北市）", "漁村走讀（新北市）", Reason.OTHER_REMARK),
    ],
)
def test_what_only_a_person_can_tell(left: str, right: str, reason: Reason) -> None:
    assert compare(left, right).verdict is Verdict.UNSURE
    assert reason in _reasons(left, right)


def test_a_reason_names_its_characters_on_the_side_where_they_stand() -> None:
    one, other = compare("漁港左岸照明", "漁港右岸照明"), compare("漁港右岸照明", "漁港左岸照明")
    assert Feature(Reason.OPPOSITE, "左", "右") in one.features
    assert Feature(Reason.OPPOSITE, "右", "左") in other.features
    assert one.features[-1].english == "characters that exclude each other: 左 and 右"
    assert one.features[-1].chinese == "相對的字：「左」與「右」"


@pytest.mark.parametrize(
    ("left", "right", "known", "verdict"),
    [
        ("漁民共餐據點", "漁民供餐據點", Evidence(neighbours=True, same_item=True), Verdict.SAME),
        ("漁民共餐據點", "漁民供餐據點", Evidence(neighbours=True), Verdict.UNSURE),
        (
            "漁民共餐據點",
            "漁民供餐據點",
            Evidence(neighbours=True, same_item=True, same_proposer=False),
            Verdict.UNSURE,
        ),
        ("漁民共餐據點", "漁民供餐據點", Evidence(listed_together=True), Verdict.DIFFERENT),
        ("環境教育船巡迴", "環教船巡迴", Evidence(listed_together=True), Verdict.UNSURE),
        ("漁村走讀案", "漁村走讀", Evidence(listed_together=True), Verdict.SAME),
        ("世界壯年運動會", "世壯運", Evidence(alias=True), Verdict.SAME),
        ("漁港改建第一期", "漁港改建第二期", Evidence(alias=True, neighbours=True, same_item=True), Verdict.DIFFERENT),
    ],
)
def test_what_minutes_say_besides_counts_unless_vetoed(
    left: str, right: str, known: Evidence, verdict: Verdict
) -> None:
    assert compare(left, right, known).verdict is verdict


@given(NAMES, NAMES)
def test_the_order_of_the_names_does_not_matter(left: str, right: str) -> None:
    one, other = compare(left, right), compare(right, left)
    assert (one.verdict, one.score) == (other.verdict, other.score)
    assert sorted(one.features) == sorted(feature.turned() for feature in other.features)


@given(NAMES.filter(bool))
def test_a_name_is_the_same_as_itself(name: str) -> None:
    result = compare(name, f"「{name}」")
    assert (result.verdict, result.score) == (Verdict.SAME, 1.0)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_answered_with_a_reason(left: str, right: str) -> None:
    result = compare(left, right)
    assert result.features
    assert 0 <= result.score <= 1
    assert all(feature.chinese and feature.english for feature in result.features)


@given(NAMES, NAMES)
def test_the_score_tells_the_verdicts_apart(left: str, right: str) -> None:
    result = compare(left, right)
    low, high = {Verdict.DIFFERENT: (0, 0.3), Verdict.UNSURE: (0.3, 0.7), Verdict.SAME: (0.7, 1)}[result.verdict]
    assert low <= result.score <= high


def test_brackets_that_open_with_a_place_name_two_stretches_and_no_proposers() -> None:
    one, other = "自行車道跨市銜接（大漢溪段）", "自行車道跨市銜接（基隆河段）"
    assert compare(one, other).verdict is Verdict.DIFFERENT
    assert compare("自行車道跨市銜接", one).verdict is Verdict.SAME
    assert compare("自行車道跨市銜接（基隆市政府）", "自行車道跨市銜接").verdict is Verdict.SAME


def test_a_subtitle_beside_a_remark_leaves_it_open() -> None:
    assert compare("水岸巡守（溪段認養）", "水岸巡守（續管）").verdict is Verdict.UNSURE


def test_two_edits_beside_an_abbreviation_leave_it_open() -> None:
    assert compare("汛期抽水機相互支援", "防汛機具相互支援").verdict is Verdict.UNSURE
