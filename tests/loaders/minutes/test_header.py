"""The head of a sitting in the ways in which offices lay it out: titles in pieces, recorders, hours."""

from __future__ import annotations

import pytest

from graph.interchange import ParsedMinutes
from graph.vocabulary import Level
from loaders.minutes import parse
from loaders.reading.document import Document

LINES = (
    "時間：114年5月6日（星期二）下午2時",
    "地點：嵐川市政府801會議室",
    "主席：施副局長若梅",
    "一、列管案",
    "（一）夜航渡輪加班：持續列管。",
)
SAID = ("霧嶺嵐川合作交流平臺", Level.WORKING_GROUP, "海洋組", 114, 2)

HEADS = {
    "a platform in square brackets on a line of its own": ("【霧嶺嵐川合作交流平臺】", "114年海洋組第2次小組會議紀錄"),
    "parts between bars": ("霧嶺嵐川合作交流平臺｜海洋組｜114年第2次工作小組會議紀錄",),
    "behind labels": ("會議紀錄：霧嶺嵐川合作交流平臺 海洋組小組會議", "會議次別：114年第2次"),
    "minutes under another name": ("霧嶺嵐川合作交流平臺", "114年度第二次海洋組工作小組會議　議事錄"),
    "the group in brackets and the ordinal beneath": (
        "霧嶺嵐川合作交流平臺（海洋組）工作小組會議",
        "114年度第2次會議決議紀錄",
    ),
    "behind a square, the ordinal in brackets": ("■ 霧嶺嵐川合作交流平臺 海洋組小組會議紀錄（2025年第2次）",),
    "a form and the sitting in brackets": ("霧嶺嵐川合作交流平臺114年度案件審查紀錄表", "（海洋組第2次小組會議）"),
    "the platform and the group behind labels of their own": (
        "第2次小組會議紀錄",
        "平臺：霧嶺嵐川合作交流平臺",
        "組別：海洋組",
        "年度：114年",
    ),
    "a label that has what the title lacks": ("霧嶺嵐川合作交流平臺海洋組會議紀錄", "會議名稱：114年度第2次小組會議"),
}


def sitting(*lines: str) -> ParsedMinutes:
    """The only sitting of a text of some lines."""
    (found,) = parse(Document("\n".join(lines) + "\n", "minutes.txt", "minutes")).minutes
    return found


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_which_sitting_it_is(head: tuple[str, ...]) -> None:
    meeting = sitting(*head, *LINES).meeting
    assert (meeting.platform, meeting.level, meeting.group, meeting.roc_year, meeting.ordinal) == SAID


def test_lines_that_tell_something_are_no_head() -> None:
    """What stands above a head that was cut off names other sittings."""
    cut = sitting("依雙北合作交流平臺114年第3次交通組會議決議，本案移列。", *LINES, "二、散會")
    assert (cut.meeting.platform, cut.meeting.ordinal) == ("", None)


@pytest.mark.parametrize(
    "words",
    [
        ("二、散會：下午3時。本紀錄由霍青山製作。",),
        ("散會時間：下午3時　　記錄人：霍青山",),
        ("會議紀錄：海洋組會議", "記　　錄：霍青山"),
    ],
)
def test_who_records(words: tuple[str, ...]) -> None:
    found = sitting("霧嶺嵐川合作交流平臺海洋組114年第2次會議紀錄", *LINES, *words)
    assert found.recorder is not None and found.recorder.name == "霍青山"


@pytest.mark.parametrize(
    "words",
    [
        "【主席】施副局長若梅　【紀錄】霍青山",
        "主席：施若梅（副局長）；紀錄：霍青山",
        "主席 施副局長若梅　　紀錄 霍青山",
    ],
)
def test_who_records_beside_the_chair(words: str) -> None:
    found = sitting("霧嶺嵐川合作交流平臺海洋組114年第2次會議紀錄", *LINES[:2], words, *LINES[3:])
    assert found.recorder is not None and found.recorder.name == "霍青山"
    assert [(chair.name, chair.title) for chair in found.chairs] == [("施若梅", "副局長")]


TOLD = "　　本次會議於114年5月6日下午2時假嵐川市政府801會議室召開，由施副局長若梅主持，{}"


@pytest.mark.parametrize(
    ("words", "recorder"), [("出席人員詳簽到簿，霍青山紀錄。", "霍青山"), ("並確認前次會議紀錄。", None)]
)
def test_who_records_in_a_sentence(words: str, recorder: str | None) -> None:
    title = "霧嶺嵐川合作交流平臺海洋組114年第2次會議紀錄"
    found = sitting(title, TOLD.format(words), "一、列管案", "（一）夜航渡輪加班：持續列管。")
    assert (found.recorder.name if found.recorder else None) == recorder


@pytest.mark.parametrize(
    "words",
    [
        ("■ 散會 15:40",),
        ("二、散會", "結束時間：15:40"),
        ("散會：同日下午3時40分",),
        ("別無其他動議，下午三時四十分散會。",),
    ],
)
def test_when_it_ended(words: tuple[str, ...]) -> None:
    found = sitting("霧嶺嵐川合作交流平臺海洋組114年第2次會議紀錄", *LINES, *words)
    assert (found.start_time, found.end_time) == ("14:00", "15:40")


def test_a_day_and_an_hour_in_rows_of_a_table() -> None:
    table = ("| 日期 | 114/5/6 |", "| 時間 | 14:00-15:30 |", "| 地點 | 嵐川市政府 |", "| 主席 | 施若梅副局長 |")
    found = sitting("霧嶺嵐川合作交流平臺海洋組114年第2次會議紀錄", *table, *LINES[3:])
    assert (found.meeting.date, found.start_time, found.end_time) == ("2025-05-06", "14:00", "15:30")


def test_both_hours_beside_a_weekday() -> None:
    day = ("會議日期：114年5月6日 星期二", "起訖時間：10時00分至11時50分")
    found = sitting("霧嶺嵐川合作交流平臺海洋組114年第2次會議紀錄", *day, *LINES[1:])
    assert (found.meeting.date, found.start_time, found.end_time) == ("2025-05-06", "10:00", "11:50")


LABELS, TEXTS = (
    ("時間", "地點", "主席", "紀錄"),
    ("114年5月6日（二）下午2時", "嵐川市政府801會議室", "施副局長若梅", "甘若水"),
)


@pytest.mark.parametrize(
    "lines",
    [(*LABELS, *TEXTS), tuple(line for pair in zip(LABELS, TEXTS, strict=True) for line in pair)],
    ids=["labels before texts", "each above its text"],
)
def test_labels_that_stand_alone_on_their_lines(lines: tuple[str, ...]) -> None:
    text = "\n".join(
        ("霧嶺嵐川合作交流平臺114年度第2次海洋組工作小組會議紀錄", *lines, "一、列管案", "（一）夜航渡輪加班：續管。")
    )
    (sitting,) = parse(Document(text, "minutes.txt", "minutes")).minutes
    assert (sitting.meeting.date, sitting.start_time, sitting.place) == ("2025-05-06", "14:00", TEXTS[1])
    assert [person.name for person in sitting.chairs] == ["施若梅"]
    assert sitting.recorder is not None and sitting.recorder.name == TEXTS[3]


def test_labels_before_a_slash() -> None:
    lines = (
        "時間／114年5月6日（週二）14:00～15:30",
        "地點／嵐川市政府801會議室",
        "主席／施副局長若梅",
        "筆錄／鐘于萱",
    )
    found = sitting("霧嶺嵐川合作交流平臺海洋組114年第2次會議紀錄", *lines, *LINES[3:])
    assert (str(found.meeting.date), found.start_time, found.end_time) == ("2025-05-06", "14:00", "15:30")
    assert found.place == "嵐川市政府801會議室"
    assert found.recorder is not None and found.recorder.name == "鐘于萱"
