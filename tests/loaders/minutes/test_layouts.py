"""Layouts and wordings that clerks use, each in a few lines: what the whole reading of a sitting makes of them."""

from __future__ import annotations

import pytest

from graph.interchange import ParsedMinutes
from graph.vocabulary import EdgeType, Role
from loaders.minutes import parse
from loaders.reading.document import Document

E = EdgeType
HEAD = """基北北桃合作交流平臺交通組113年第2次工作小組會議紀錄
時間：113年6月12日（星期三）上午9時30分
地點：桃園市政府交通局
主席：桃園市政府交通局 尤副局長承翰
紀錄：莫雅筑
"""


def sitting(body: str) -> ParsedMinutes:
    """The only sitting of a head and a body."""
    (minutes,) = parse(Document(HEAD + body, "m.txt", "m")).minutes
    return minutes


def said(minutes: ParsedMinutes) -> set[tuple[str, str, str | None]]:
    """(type, case, target) of every firm decision but DISCUSSED_AT, with names for keys."""
    names = {case.key: case.name for case in minutes.cases}
    return {
        (d.type, names[d.case], names.get(d.target, d.target) if d.target else None)
        for d in minutes.decisions
        if d.type is not E.DISCUSSED_AT and not d.inferred
    }


LAYOUTS = {
    "one cell decides two rows": (
        "壹、列管案件\n項次\t案名\t決議\n1\t公車導覽推廣\t二案併為「公車智慧導覽推廣」。\n2\t公車地圖推廣\t\n",
        {
            (E.MERGES_INTO, "公車導覽推廣", "公車智慧導覽推廣"),
            (E.MERGES_INTO, "公車地圖推廣", "公車智慧導覽推廣"),
        },
    ),
    "cases by number": (
        "壹、列管案件\n一、「夜間公車延駛」：持續辦理。\n二、「步道指標更新」：持續辦理。\n"
        "貳、主席裁示\n第一案同意解除列管。\n",
        {(E.CONTINUED_AT, "步道指標更新", None), (E.DELISTED_AT, "夜間公車延駛", None)},
    ),
    "a number of its own for every case": (
        "壹、列管合作案檢討\n編號1：夜間公車延駛\n辦理情形：已延駛。\n決議：同意解除列管。\n"
        "編號2：步道指標更新\n辦理情形：施工中。\n決議：本案持續列管。\n",
        {(E.DELISTED_AT, "夜間公車延駛", None), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "a resolution that amends": (
        "壹、討論事項\n案由一：「夜間公車延駛」案擬變更名稱，請審議。\n辦法：擬變更名稱為「夜貓公車」。\n"
        "決議：修正後通過，名稱定為「夜間幹線公車」。\n",
        {(E.RENAMED_TO, "夜間公車延駛", "夜間幹線公車")},
    ),
    "another case opens the sentence": (
        "壹、列管案件\n一、「夜間公車延駛」：持續列管；「步道指標更新」案，指標已換裝，准予解列。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)},
    ),
    "a delisting that is asked for and refused": (
        "壹、列管案件\n一、「夜間公車延駛」：小組雖建議解列，本次不予同意，請續行追蹤。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None)},
    ),
    "a name that is only talked of": (
        "壹、列管案件\n一、「夜間公車延駛」：持續列管；外界所稱更名為「夜貓公車」一節，本次未作決定。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None)},
    ),
    "a name without text among names with it": (
        "壹、列管案件\n1. 夜間公車延駛\n2. 夜間公車轉乘\n上開2案內容重疊，同意整併成「夜間公車服務」一案。\n"
        "3. 步道指標更新\n指標已換裝，同意解列。\n",
        {
            (E.MERGES_INTO, "夜間公車延駛", "夜間公車服務"),
            (E.MERGES_INTO, "夜間公車轉乘", "夜間公車服務"),
            (E.DELISTED_AT, "步道指標更新", None),
        },
    ),
    "signs that open the parts of the agenda": (
        "◎ 報告事項\n略。\n◎ 合作案（延續案）\n【延-1】夜間公車延駛　　主政：臺北市政府交通局\n議決：續管。\n"
        "【延-2】步道指標更新　　主政：基隆市政府交通處\n議決：同意解列。\n◎ 散會\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)},
    ),
}


@pytest.mark.parametrize(("body", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_layout(body: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert said(sitting(body)) == expected


def test_who_is_named_before_the_matter_proposes_it() -> None:
    body = (
        "壹、提案討論\n提案單位：臺北市政府交通局\n主旨：擬推動「夜間公車延駛」，提請討論。\n決議：同意新增列管。\n"
        "提案單位：基隆市政府交通處\n主旨：擬推動「步道指標更新」，提請討論。\n決議：同意新增列管。\n"
    )
    minutes = sitting(body)
    names = {case.key: case.name for case in minutes.cases}
    proposers = {(names[m.case], m.body.name) for m in minutes.mentions if m.case and m.role is Role.PROPOSER}
    assert proposers == {("夜間公車延駛", "臺北市政府交通局"), ("步道指標更新", "基隆市政府交通處")}


def test_the_hour_of_closing_may_stand_in_the_header() -> None:
    body = "散會：10時25分\n出席：詳簽到單\n壹、列管案件\n一、「夜間公車延駛」：持續列管。\n"
    minutes = sitting(body)
    assert minutes.end_time == "10:25"
    assert said(minutes) == {(E.CONTINUED_AT, "夜間公車延駛", None)}


def test_a_number_may_be_skipped() -> None:
    body = "三、主席致詞：略\n五、列管案件\n1.「夜間公車延駛」：持續列管。\n"
    assert said(sitting(body)) == {(E.CONTINUED_AT, "夜間公車延駛", None)}
