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
    "cards with a code and boxes to tick": (
        "貳、列管案逐案審視（共 2 案）",
        "〔處置欄：■為本次會議決定，□為未採〕",
        "【海 114-01】夜航渡輪加班",
        "主辦：嵐川市政府交通局　協辦：霧嶺市政府觀光局",
        "處置：■繼續列管　□解除列管　□其他",
        "【海 114-02】潮間帶導覽培訓",
        "主辦：嵐川市政府觀光局　協辦：霧嶺市政府觀光局",
        "處置：□繼續列管　■解除列管（自行列管）　□其他",
    ),
    "what a form ticks behind its conclusion": (
        "貳、列管案件逐案檢討（共 2 件）",
        "【海 114-01】夜航渡輪加班",
        "結　論：請嵐川市政府交通局提供班表。",
        "管考建議：■繼續列管　□解除列管",
        "【海 114-02】潮間帶導覽培訓",
        "結　論：執行完畢。",
        "管考建議：□繼續列管　■解除列管",
    ),
    "rows of a 說明 that point to by a word of their own": (
        "陸、討論案",
        "案由一：本組列管合作案辦理情形，提請討論。",
        "說明：本季列管案計 2 案如下，辦理情形詳會議資料。",
        "- 項次 1 夜航渡輪加班（主辦：嵐川市政府交通局）",
        "- 項次 2 潮間帶導覽培訓（主辦：嵐川市政府觀光局）",
        "決議：",
        "- 一、項次 1：班表已公布，持續列管。",
        "- 二、項次 2：已結訓，同意解除列管。",
    ),
    "what speakers say before conclusions by number": (
        "伍、與會單位發言摘要：",
        "一、「夜航渡輪加班」案",
        "　(一)嵐川市政府交通局：建議本案解列。",
        "二、「潮間帶導覽培訓」案",
        "　(一)霧嶺市政府觀光局：建議續管。",
        "陸、會議結論：",
        "一、第一案請補班表，繼續列管。",
        "二、第二案解除列管。",
    ),
    "decided where an earlier sitting's decisions are followed": (
        "六、上次會議決議追蹤：",
        "1. 夜航渡輪加班：",
        "　 辦理情形：已排定。",
        "　 決　　議：繼續追蹤。",
        "2. 潮間帶導覽培訓：",
        "　 辦理情形：已結訓。",
        "　 決　　議：同意解除列管。",
    ),
    "a table with what each case is called so by": (
        "貳、既有案件：夜航渡輪加班一案，班表已公布，繼續列管。",
        "參、其他案件：潮間帶導覽培訓一案，已結訓，同意解除列管。",
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


def test_a_group_lists_its_cases_in_a_report() -> None:
    rows = ("（一）海洋組：夜航渡輪加班、渡輪班次共享。", "（二）觀光組：潮間帶導覽培訓。")
    found = minutes(
        "肆、討論事項", "第一案：各工作小組提請解除列管案件，提請審議。", "說明：", "一、提請解列之案件如下：", *rows,
        "擬辦：擬請同意解除列管。", "決議：除「夜航渡輪加班」不予解列、請繼續辦理外，其餘照案通過。",
    )  # fmt: skip
    assert said(found) == {KEPT, OFF, (E.DELISTED_AT, "渡輪班次共享", None)}


def test_what_another_sitting_decided_is_listed_beneath_its_name() -> None:
    found = minutes(
        "伍、報告案", "114年3月第1次副市長層級會議有關本組決議：",
        "- (一) 「潮間帶導覽培訓」同意解除列管。", "- (二) 「夜航渡輪加班」同意成案。", "決定：洽悉。",
    )  # fmt: skip
    told = [d for d in found.decisions if d.type in (E.DELISTED_AT, E.ESTABLISHED_AT)]
    assert {(d.type, d.meeting.level if d.meeting else None) for d in told} == {
        (E.DELISTED_AT, Level.DEPUTY_MAYOR),
        (E.ESTABLISHED_AT, Level.DEPUTY_MAYOR),
    }


@pytest.mark.parametrize(("option", "expected"), [("甲", OFF), ("乙", (E.CONTINUED_AT, "潮間帶導覽培訓", None))])
def test_of_several_ways_the_one_that_is_taken_decides(option: str, expected: tuple[E, str, None]) -> None:
    ways = ("　　甲案：解除列管。", "　　乙案：延長列管一年。")
    lines = ("議案一　「潮間帶導覽培訓」後續處理方式", "　說　明：幕僚擬具二方案供擇。", *ways)
    assert said(minutes("五、議案及議決", *lines, f"　議　決：照{option}案通過。")) == {expected}


def test_lists_of_each_city_count_from_one() -> None:
    lists = ("〔嵐川市提案〕", "　提案一：夜航渡輪加班", "〔霧嶺市提案〕", "　提案一：潮間帶導覽培訓")
    rulings = ("　（一）霧嶺市提案一同意成案。", "　（二）嵐川市提案一不予成案。")
    found = said(minutes("甲、各縣市所提新案", *lists, "乙、議決", *rulings))
    assert {(E.ESTABLISHED_AT, "潮間帶導覽培訓", None), (E.REJECTED_AT, "夜航渡輪加班", None)} <= found


def test_a_list_of_another_platform_s_cases() -> None:
    lists = ("壹、霧嶺與嵐川合作交流平臺列管案", "一、夜航渡輪加班：繼續列管。", "貳、南礁合作平臺列管案")
    found = minutes(*lists, "一、夜航渡輪加班：解除列管。")
    assert sorted(case.platform for case in found.cases) == ["南礁合作平臺", "霧嶺與嵐川合作交流平臺"]


def test_a_letter_that_calls_a_sitting_is_no_minutes() -> None:
    text = (
        "嵐川市政府 開會通知單\n\n受文者：霧嶺市政府\n開會事由：研商案件清單\n開會時間：114年12月9日上午10時\n"
        "主持人：施副局長若梅\n備註：\n一、「夜航渡輪加班」擬解除列管。\n"
    )
    assert parse(Document(text, "m.txt", "m")).minutes == ()


def test_a_table_behind_the_end_tells_who_works_on_a_case() -> None:
    table = ("案名\t工作項目\t期程\t主辦\t協辦", "夜航渡輪加班\t班表\t114年\t嵐川市政府交通局\t霧嶺市政府觀光局")
    found = minutes(
        "貳、列管案件", "一、夜航渡輪加班：續管。", "參、散會：下午4時", "", "附表　工作項目及期程", "", *table
    )
    assert "霧嶺市政府觀光局" in {mention.body.name for mention in found.mentions}


def test_a_platform_in_brackets_beneath_the_title() -> None:
    text = (
        "海洋組114年第1次臨時會議紀錄\n（霧嶺與嵐川合作交流平臺）\n" + HEADER.split("\n", 1)[1] + "貳、列管案件：無。\n"
    )
    (told,) = parse(Document(text, "m.txt", "m")).minutes
    assert told.meeting.platform == "霧嶺與嵐川合作交流平臺"
