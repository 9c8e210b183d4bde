"""Ways in which offices lay out items, label their parts and word what they decide, each kind in a few lines."""

from __future__ import annotations

import pytest

from graph.vocabulary import EdgeType, Level, Role
from loaders.minutes import parse
from loaders.reading.document import Document
from tests.loaders.minutes._reading import HEADER, minutes, said

E = EdgeType
KEPT, OFF = (E.CONTINUED_AT, "夜航渡輪加班", None), (E.DELISTED_AT, "潮間帶導覽培訓", None)

LAYOUTS = {
    "blanks part the labels from their texts": (
        "【列管案件辦理情形】",
        "▍海遊01　夜航渡輪加班",
        "主政機關　嵐川市政府交通局",
        "辦理情形　加班航次已排定",
        "會議決定　繼續追蹤。",
        "▍海遊02　潮間帶導覽培訓",
        "辦理情形　結訓人數已達目標",
        "會議決定　准予除管。",
    ),
    "an item's name behind a label beneath its number": (
        "貳、列管合作案執行情形",
        "案次 1",
        "合作案：夜航渡輪加班",
        "執行情形：已排定。",
        "會議議決：維持列管。",
        "案次 2",
        "合作案：潮間帶導覽培訓",
        "執行情形：已結訓。",
        "會議議決：同意結案。",
    ),
    "parts by bare numbers, items by decimals": (
        "1　報告事項",
        "1.1　前次會議紀錄",
        "　　確認無誤。",
        "2　清單內各案",
        "2.1　夜航渡輪加班（嵐川交通局）",
        "　　進度：已排定。",
        "　　結論：持續追蹤。",
        "2.2　潮間帶導覽培訓（霧嶺觀光處）",
        "　　進度：已結訓。",
        "　　結論：不再追蹤。",
        "3　散會：16:05",
    ),
    "names without a number": (
        "二、既有合作案追蹤",
        "夜航渡輪加班",
        "進度：已排定。",
        "決議：續管。",
        "潮間帶導覽培訓",
        "進度：已結訓。",
        "決議：除管。",
    ),
    "columns headed by labels that no table lists": (
        "貳、列管合作事項",
        "編號\t組別\t合作事項\t主辦機關\t近況\t裁定",
        "1\t海洋組\t夜航渡輪加班\t嵐川市政府交通局\t已排定\t續管",
        "2\t\t潮間帶導覽培訓\t嵐川市政府觀光局\t已結訓\t同意結案",
    ),
    "what leads to the sitting stands before all items": (
        "緣起：渡輪業者陳情，爰召開本次會議。",
        "① 夜航渡輪加班",
        "加班航次已排定。",
        "會議結論：續予列管。",
        "② 潮間帶導覽培訓",
        "結訓人數已達目標。",
        "會議結論：同意解除列管。",
    ),
}


@pytest.mark.parametrize("lines", LAYOUTS.values(), ids=LAYOUTS)
def test_a_house_style(lines: tuple[str, ...]) -> None:
    assert said(minutes(*lines)) == {KEPT, OFF}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        *((words, E.DELISTED_AT) for words in ("無須續管", "准予除列", "停止追蹤", "移出清單", "自本季起不列管")),
        *((words, E.CONTINUED_AT) for words in ("續追", "滾動追蹤", "不准除管，續管", "暫緩解列，續管", "列管至年底")),
        (("恢復列管"), E.REOPENED_AT),
        (("擬請副市長層級會議同意解管"), E.DELISTING_RECOMMENDED_AT),
    ],
)
def test_what_becomes_of_a_tracked_case(words: str, kind: EdgeType) -> None:
    found = said(minutes("貳、列管案件", "一、夜航渡輪加班", "辦理情形：略。", f"決議：{words}。"))
    assert found == {(kind, "夜航渡輪加班", None)}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        *((words, E.ESTABLISHED_AT) for words in ("收案", "核列", "四市均同意，列案", "列入清單")),
        *((words, E.REJECTED_AT) for words in ("不予納管", "歉難同意", "難以成案", "予以駁回")),
        *((words, E.DEFERRED_AT) for words in ("緩列", "延後討論", "退回補正", "未獲共識，下次再議")),
        *((words, E.WITHDRAWN_AT) for words in ("取消提案", "抽回")),
    ],
)
def test_what_becomes_of_a_proposal(words: str, kind: EdgeType) -> None:
    found = minutes("參、提案討論", "案由一：夜航渡輪加班", "提案單位：嵐川市政府交通局", f"決議：{words}。")
    assert kind in {event for event, _, _ in said(found)} <= {kind, E.PROPOSED_AT}


@pytest.mark.parametrize(
    "words",
    [
        "成果請併入「潮間帶導覽培訓」網頁，續管",
        "配合併入中央系統，續管",
        "俾利併入整合地圖，續管",
        "系統名稱改為「海風號查詢」，續管",
        "課程分為「北岸」與「南岸」兩梯次，續管",
        "如交通組同意，移由交通組，續管",
        "請於結案前完成報告，續管",
    ],
)
def test_what_is_no_step_of_the_case(words: str) -> None:
    lines = ("一、夜航渡輪加班", f"決議：{words}。", "二、潮間帶導覽培訓", "決議：除管。")
    assert said(minutes("貳、列管案件", *lines)) == {KEPT, OFF}


def test_a_step_by_its_code_with_a_word_before_the_hyphen() -> None:
    head = "| 案號 | 案名 | 主責機關 | 會議結論 |"
    rows = ("| 海-1 | 夜航渡輪加班 | 嵐川市政府 | **併入海-2** |", "| 海-2 | 渡輪班次共享 | 嵐川市政府 | 續管 |")
    assert (E.MERGES_INTO, "夜航渡輪加班", "渡輪班次共享") in said(
        minutes("## 列管案", head, "|---|---|---|---|", *rows)
    )


def test_minutes_told_in_sentences() -> None:
    text = (
        "霧嶺與嵐川合作交流平臺「海洋組」114年度第3季小組會議紀錄\n\n"
        "　　本次會議於114年9月16日（星期二）下午2時假嵐川市政府801會議室召開，由嵐川市政府交通局記錄員何若青記錄。\n\n"
        "　　首先就「夜航渡輪加班」進行討論，交通局說明航次已排定。主席裁示本案續行列管。\n\n"
        "　　其次為「潮間帶導覽培訓」，觀光局報告結訓人數達標。經討論後，決議本案解除列管。\n\n"
        "結語\n\n　　會議於下午3時20分結束。\n"
    )
    (told,) = parse(Document(text, "m.txt", "m")).minutes
    assert (told.meeting.date, told.start_time, told.end_time) == ("2025-09-16", "14:00", "15:20")
    assert told.meeting.level is Level.WORKING_GROUP and said(told) == {KEPT, OFF}


def test_another_sittings_words_told_in_quotes_in_a_report() -> None:
    report = "114年3月4日第1次副市長層級會議就「夜航渡輪加班」決定：「名稱修正為『夜航渡輪共班』，仍予列管。」"
    points = (f"（一）{report}", "（二）同次會議決定「潮間帶導覽培訓」解除列管。", "（三）其餘事項均依限辦理。")
    found = minutes("貳、報告事項", "一、前次會議及副市長層級會議決定之執行情形", *points, "結論：洽悉。")
    (renamed,) = [d for d in found.decisions if d.type is E.RENAMED_TO]
    assert renamed.meeting is not None and renamed.meeting.date == "2025-03-04"


def test_whoever_moves_a_motion_in_brackets_proposes_it() -> None:
    found = minutes("●臨時動議", "動議　渡輪友善標章（動議機關：嵐川市政府交通局）", "　決定：緩議。")
    assert Role.PROPOSER in {m.role for m in found.mentions}
    assert (E.DEFERRED_AT, "渡輪友善標章", None) in said(found)


def test_a_platform_in_brackets_beneath_the_title() -> None:
    text = (
        "海洋組114年第1次臨時會議紀錄\n（霧嶺與嵐川合作交流平臺）\n" + HEADER.split("\n", 1)[1] + "貳、列管案件：無。\n"
    )
    (told,) = parse(Document(text, "m.txt", "m")).minutes
    assert told.meeting.platform == "霧嶺與嵐川合作交流平臺"
