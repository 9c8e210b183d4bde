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
    "codes of the office before the names": (
        "丙、列管案件檢討\n案號 交112-02　夜間公車延駛\n　裁示：本案繼續列管。\n案號 交112-03　公車地圖推廣\n"
        "案號 交113-01　公車導覽推廣\n　裁示：交113-01併入交112-03，爾後以交112-03填報。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.MERGES_INTO, "公車導覽推廣", "公車地圖推廣")},
    ),
    "headings between angle brackets behind the preliminaries": (
        "＜確認前次會議紀錄＞\n紀錄確認。\n＜既有合作案辦理情形＞\n【合作案1】夜間公車延駛\n會議決定：持續列管。\n"
        "【合作案2】步道指標更新\n會議決定：同意解除列管。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)},
    ),
    "numbers with nothing but a blank behind them": (
        "一　解列事項\n　　「步道指標更新」1 案同意解列。\n二　續辦事項（計 1 案）\n　1 「夜間公車延駛」\n"
        "　　請於下次會議報告搭乘人數，續辦。\n",
        {(E.DELISTED_AT, "步道指標更新", None), (E.CONTINUED_AT, "夜間公車延駛", None)},
    ),
    "two lists, each with an exception of its own": (
        "貳、提請確認案\n一、解除列管案（3案）：\n1.夜間公車延駛（交通組）\n2.步道指標更新（觀光文創組）\n3.公車地圖推廣（交通組）\n"
        "裁示：\n（一）除第2案外，餘2案同意解除列管。\n二、新增案（2案）：\n1.山域搜救演練（災防組）\n2.水門聯防（災防組）\n"
        "裁示：同意新增。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "公車地圖推廣", None),
            (E.ESTABLISHED_AT, "山域搜救演練", None),
            (E.ESTABLISHED_AT, "水門聯防", None),
        },
    ),
    "dashes between a name and what is said of it": (
        "貳、既有合作案\n（一）夜間公車延駛──部分路段封閉，本案仍予列管。\n（二）步道指標更新──均已辦畢，同意解列。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)},
    ),
    "two names with their numbers on one line": (
        "壹、列管案件\n（一）夜間公車延駛：持續列管。\n（二）公車導覽推廣、（三）公車地圖推廣：併為一案「公車智慧導覽推廣」。\n",
        {
            (E.CONTINUED_AT, "夜間公車延駛", None),
            (E.MERGES_INTO, "公車導覽推廣", "公車智慧導覽推廣"),
            (E.MERGES_INTO, "公車地圖推廣", "公車智慧導覽推廣"),
        },
    ),
    "what a group reports and what is decided of it": (
        "壹、各議題小組報告\n（一）交通組（臺北市政府交通局）\n"
        "報告內容：「夜間公車延駛」、「公車地圖推廣」2案已辦竣，提請解除列管；「步道指標更新」辦理中。\n"
        "會議決議：前二案同意解除列管，後一案持續列管。\n"
        "（二）災防組（新北市政府消防局）\n報告內容：提報「山域搜救演練」1案新增；「水門聯防」因經費未定。\n"
        "會議決議：前者同意成案，後者不同意列案。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "公車地圖推廣", None),
            (E.CONTINUED_AT, "步道指標更新", None),
            (E.ESTABLISHED_AT, "山域搜救演練", None),
            (E.REJECTED_AT, "水門聯防", None),
            (E.PROPOSED_AT, "水門聯防", None),
        },
    ),
    "names beneath an item with a ruling each": (
        "壹、報告事項\n第一案　列管合作案件進度\n（一）夜間公車延駛\n　已延駛二年。\n　裁示：納入例行業務，解除列管。\n"
        "（二）步道指標更新\n　裁示：持續列管。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.ROUTINISED_AT, "夜間公車延駛", None),
            (E.CONTINUED_AT, "步道指標更新", None),
        },
    ),
    "a request to delist that is taken back": (
        "壹、列管案件\n一、夜間公車延駛：同意撤回解列提報，本案續予列管至年底。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None)},
    ),
    "a new name that is asked for and not given": (
        "壹、列管案件\n一、「夜間公車延駛」：有關改名為「夜貓公車」之建議，俟盤點完成再議，案名維持不變，本案持續列管。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None)},
    ),
    "one is kept and the rest passed as put": (
        "壹、討論事項\n提案一\n案由：「夜間公車延駛」、「步道指標更新」及「公車地圖推廣」等3案均已辦竣，擬予解除列管，提請審議。\n"
        "決議：「步道指標更新」尚有經費待執行，保留列管，餘照案通過。\n",
        {
            (E.CONTINUED_AT, "步道指標更新", None),
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "公車地圖推廣", None),
        },
    ),
    "a merger of the cases that the explanation names": (
        "壹、討論事項\n第一案\n案由：公車類列管案件整併，提請討論。\n說明：「公車導覽推廣」及「公車地圖推廣」內容重疊。\n"
        "決議：兩案合併為「公車智慧導覽推廣」。\n第二案\n案由：「步道指標更新」執行進度。\n決議：本案持續列管。\n",
        {
            (E.MERGES_INTO, "公車導覽推廣", "公車智慧導覽推廣"),
            (E.MERGES_INTO, "公車地圖推廣", "公車智慧導覽推廣"),
            (E.CONTINUED_AT, "步道指標更新", None),
        },
    ),
    "a proposal and its outcome on one line": (
        "壹、列管案件\n一、步道指標更新：持續列管。\n貳、提案\n夜間公車延駛（桃園市政府交通局提案）：四市均同意，予以成案。\n",
        {(E.CONTINUED_AT, "步道指標更新", None), (E.ESTABLISHED_AT, "夜間公車延駛", None)},
    ),
    "framed parts of the agenda": (
        "【列管案件】\n案件1：步道指標更新\n主席裁示：持續列管。\n"
        "【新提案】\n提案1：夜間公車延駛\n提案單位：桃園市政府交通局\n主席裁示：涉及停車，請改於都會發展組提案。\n",
        {
            (E.CONTINUED_AT, "步道指標更新", None),
            (E.PROPOSED_AT, "夜間公車延駛", None),
            (E.REFERRED_TO, "夜間公車延駛", "都會發展組"),
        },
    ),
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
    "an item word and a decision label that no lexicon holds": (
        "壹、課題討論\n課題一　夜間公車延駛\n說明：略。\n拍板：同意解除列管。\n課題二　步道指標更新\n"
        "說明：略。\n拍板：持續列管。\n",
        {(E.DELISTED_AT, "夜間公車延駛", None), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "a label alone, its text on the next line": (
        "壹、討論事項\n案由一：「夜間公車延駛」辦理情形，提請討論。\n決議：\n同意解除列管。\n",
        {(E.DELISTED_AT, "夜間公車延駛", None)},
    ),
    "framed headings and dingbats": (
        "＝＝持續案件＝＝\n❖ 夜間公車延駛\n處理情形：已延駛。\n決議：續列管。\n❖ 步道指標更新\n決議：同意解除列管。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)},
    ),
    "numbered labels": (
        "【討論議題】\n議題一　「夜間公車延駛」推動情形\n (1) 已延駛。\n (2) 結論：同意解除列管。\n"
        "議題二　「步道指標更新」推動情形\n (1) 施工中。\n (2) 結論：持續列管。\n",
        {(E.DELISTED_AT, "夜間公車延駛", None), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "cases explained, exceptions resolved": (
        "壹、討論提案\n提案甲、各小組提請解除列管案件\n說明：提請解除列管計3案：\n① 夜間公車延駛\n"
        "② 步道指標更新\n③ 路燈汰換共購\n"
        "決議：除「步道指標更新」不予解列、仍持續列管外，其餘2案同意解除列管。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "路燈汰換共購", None),
            (E.CONTINUED_AT, "步道指標更新", None),
        },
    ),
    "a report's lists adopted part by part": (
        "壹、報告事項\n報告案一\n案由：合作案辦理情形及列管建議，報請公鑒。\n說明：\n一、經檢討，明細如次。\n"
        "（一）建議解除列管（2案）\n"
        "1. 「夜間公車延駛」：已延駛。\n2. 「路燈汰換共購」：已汰換。\n（二）建議繼續列管（1案）\n"
        "1. 「步道指標更新」\n"
        "決定：\n一、解除列管部分，除「路燈汰換共購」仍請繼續列管外，其餘1案同意解除列管。\n"
        "二、繼續列管部分，同意依所報辦理。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.CONTINUED_AT, "路燈汰換共購", None),
            (E.CONTINUED_AT, "步道指標更新", None),
        },
    ),
    "a 決議 beneath lists of bare names is the group's": (
        "八、各議題小組合作案檢討\n（一）交通組（報告機關：桃園市政府交通局）\n1. 賡續列管2案\n"
        "（1）夜間公車延駛\n（2）步道指標更新\n"
        "2. 解除列管2案\n（1）路燈汰換共購\n（2）號誌時制交流\n決議：\n"
        "1. 「號誌時制交流」尚未完成，不同意解除列管。\n2. 餘同意照小組建議辦理。\n"
        "（二）災防組\n1. 新增：無。\n2. 賡續列管1案\n（1）無線電互通測試\n決議：照案通過。\n",
        {
            (E.CONTINUED_AT, "夜間公車延駛", None),
            (E.CONTINUED_AT, "步道指標更新", None),
            (E.DELISTED_AT, "路燈汰換共購", None),
            (E.CONTINUED_AT, "無線電互通測試", None),
        },
    ),
    "mergers listed in the explanation": (
        "三、討論事項\n案由：現有合作案整併，提請討論。\n說明：整併結果如下：\n"
        "1. 轉乘服務：由「夜間公車延駛」及「接駁班次調整」2案合併。\n"
        "2. 步道指標更新：1案，案名不變。\n決議：同意整併，整併後之2案持續列管。\n",
        {
            (E.MERGES_INTO, "夜間公車延駛", "轉乘服務"),
            (E.MERGES_INTO, "接駁班次調整", "轉乘服務"),
            (E.CONTINUED_AT, "轉乘服務", None),
            (E.CONTINUED_AT, "步道指標更新", None),
        },
    ),
    "rows with codes": (
        "丙、列管案件\n編號B-02　夜間公車延駛\n決議：與B-03歸併，見B-03。\n編號B-03　步道指標更新\n"
        "決議：B-02歸併至本案續管。\n",
        {(E.MERGES_INTO, "夜間公車延駛", "步道指標更新"), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "a case whose name ends like a decision": (
        "壹、列管案件檢討\n第1案　夜間公車路線整併\n決議：持續列管。\n第2案　畸零地資訊合併查詢\n"
        "決議：同意解除列管。\n",
        {(E.CONTINUED_AT, "夜間公車路線整併", None), (E.DELISTED_AT, "畸零地資訊合併查詢", None)},
    ),
    "that case": (
        "壹、討論事項\n案由一：夜間公車延駛\n決議：與「步道指標更新」工作項目重疊，本案併至該案。\n",
        {(E.MERGES_INTO, "夜間公車延駛", "步道指標更新")},
    ),
    "unquoted names with text beneath, where nothing says that cases come": (
        "伍、報告事項\n一、夜間公車延駛\n已延駛，本案解除列管。\n二、步道指標更新\n請持續列管。\n",
        {(E.DELISTED_AT, "夜間公車延駛", None), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "numbers alone in the ruling": (
        "一、合作案件清單\n　編號　　合作案名稱　　　提案縣市\n　112-01　夜間公車延駛　　　桃園市\n"
        "　111-07　步道指標更新　　　基隆市\n二、主席裁示\n(一) 112-01：同意成案。\n(二) 111-07：持續列管。\n",
        {(E.ESTABLISHED_AT, "夜間公車延駛", None), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "topics first, conclusions by their numbers": (
        "【議題】\n議題一　夜間公車延駛\n議題二　步道指標更新\n議題三　接駁班次調整\n【討論情形】（略）\n【結論】\n"
        "◆ 議題一、議題三：合併為「轉乘服務」，持續列管。\n◆ 議題二：表單已統一，解除列管。\n",
        {
            (E.MERGES_INTO, "夜間公車延駛", "轉乘服務"),
            (E.MERGES_INTO, "接駁班次調整", "轉乘服務"),
            (E.CONTINUED_AT, "轉乘服務", None),
            (E.DELISTED_AT, "步道指標更新", None),
        },
    ),
    "ticks": (
        "■ 列管案檢討\n| 項次 | 合作案 | 主政 | 持續列管 | 小組解列 |\n|---|---|---|---|---|\n"
        "| 1 | 夜間公車延駛 | 臺北市政府交通局 | Ｖ | |\n| 2 | 步道指標更新 | 基隆市政府交通處 | | Ｖ |\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)},
    ),
    "boxes": (
        "案次：1　（既有案）\n案名：夜間公車延駛\n審議結果：■持續列管　□解除列管　□併案\n"
        "案次：2　（既有案）\n案名：步道指標更新\n審議結果：□持續列管　■解除列管　□併案\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)},
    ),
    "what clerks suggest beside what is decided": (
        "柒、案件審議：\n編號\t合作案\t辦理情形\t幕僚建議\t會議決定\n1\t夜間公車延駛\t已延駛\t解除列管\t照幕僚建議\n"
        "2\t步道指標更新\t施工中\t解除列管\t尚未完工，不予解列，續管\n",
        {(E.DELISTED_AT, "夜間公車延駛", None), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "a table of names before and after": (
        "6. 報告案\n　本平臺整併檢討結果，報請公鑒。\n　決定：洽悉，依下表調整。\n　調整方式｜原案名｜調整後案名\n"
        "　更名｜夜間公車延駛｜夜貓公車延駛\n　合併｜步道指標更新、步道夜間照明｜步道服務提升\n"
        "　拆分｜接駁班次調整｜山線接駁班次、海線接駁班次\n",
        {
            (E.RENAMED_TO, "夜間公車延駛", "夜貓公車延駛"),
            (E.MERGES_INTO, "步道指標更新", "步道服務提升"),
            (E.MERGES_INTO, "步道夜間照明", "步道服務提升"),
            (E.SPLITS_INTO, "接駁班次調整", "山線接駁班次"),
            (E.SPLITS_INTO, "接駁班次調整", "海線接駁班次"),
        },
    ),
    "labels parted by slashes": (
        "貳、列管案\n第一案：夜間公車延駛／主辦：臺北市政府交通局／決議：請續辦。\n"
        "第二案：步道指標更新／主辦：基隆市政府交通處／決議：同意解列。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)},
    ),
    "labels padded and without colon": (
        "第壹案\n　案　由　夜間公車延駛\n　決　議　同意解除列管。\n第貳案\n　案　由　步道指標更新\n"
        "　決　議　持續列管。\n",
        {(E.DELISTED_AT, "夜間公車延駛", None), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "decimal numbers": (
        "3. 列管案\n3.1 夜間公車延駛（主政：臺北市政府交通局）\n3.1.1 進度：已延駛。\n3.1.2 結論：於小組解除列管。\n"
        "3.2 步道指標更新（主政：基隆市政府交通處）\n3.2.1 進度：施工中。\n3.2.2 結論：續列管。\n",
        {(E.DELISTED_AT, "夜間公車延駛", None), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "the list behind the end": (
        "陸、報告事項\n　報告案　列管合作案辦理情形（如附表），報請公鑒。\n"
        "　決定：附表所列 3 案，除項次 2 繼續列管外，其餘均同意解除列管。\n"
        "柒、散會：15 時 10 分\n附表　列管合作案一覽\n　項次 1　夜間公車延駛\n"
        "　　主辦：臺北市政府交通局\n　項次 2　步道指標更新\n"
        "　　主辦：基隆市政府交通處\n　項次 3　接駁班次調整\n　　主辦：新北市政府交通局\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "接駁班次調整", None),
            (E.CONTINUED_AT, "步道指標更新", None),
        },
    ),
    "the rest of an enumeration": (
        "柒、小組報告\n"
        "　一、新增合作方案：提報新增計 3 案，分別為「夜間公車延駛」、「步道指標更新」及「接駁班次調整」，"
        "其中「步道指標更新」由提案機關撤回；其餘 2 案同意新增。\n",
        {
            (E.ESTABLISHED_AT, "夜間公車延駛", None),
            (E.ESTABLISHED_AT, "接駁班次調整", None),
            (E.PROPOSED_AT, "步道指標更新", None),
            (E.WITHDRAWN_AT, "步道指標更新", None),
        },
    ),
    "bullets within bullets": (
        "八、審議結果\n　▍繼續列管（1案）\n　　● 夜間公車延駛──請補充統計\n　▍解除列管（1案）\n　　● 步道指標更新\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)},
    ),
    "one 決議 for several items, with a range": (
        "貳、討論事項\n第一案　提案縣市：新北市\n案　由：「夜間公車延駛」提請解除列管案。\n說　明：略。\n"
        "第二案　提案縣市：桃園市\n案　由：「步道指標更新」提請解除列管案。\n說　明：略。\n"
        "第三案　提案縣市：基隆市\n案　由：「接駁班次調整」提請解除列管案。\n說　明：略。\n"
        "決　議：（三案併同討論）\n一、第一案至第三案，除第三案因經費未定，應續予列管外，餘依提案意見辦理。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "步道指標更新", None),
            (E.CONTINUED_AT, "接駁班次調整", None),
        },
    ),
    "what groups ask for is granted but for one": (
        "陸、各議題小組報告及決定：\n一、交通組：「夜間公車延駛」、「步道指標更新」及「接駁班次調整」等 3 案，"
        "小組均建議解除列管，除「步道指標更新」尚未完成，不予解列外，其餘照小組建議通過。\n",
        {(E.DELISTED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "接駁班次調整", None)},
    ),
    "cases that only the explanation names": (
        "伍、討論提案\n第一案\n案由：本平臺列管案擬解除列管 2 件，提請討論。\n"
        "說明：「夜間公車延駛」及「步道指標更新」均達成目標。\n"
        "擬辦：上開 2 案擬予解除列管。\n決議：照案通過。\n",
        {(E.DELISTED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)},
    ),
    "rows by several numbers at once": (
        "柒、討論案\n第一案\n案　由：本小組列管合作案辦理情形，提請討論。\n說　明：列管合作案計 3 案：\n"
        "　1. 夜間公車延駛\n"
        "　2. 步道指標更新\n　3. 接駁班次調整\n決　議：\n一、項次 1、3 均已達成預定效益，同意解除列管。\n"
        "二、項次 2 繼續列管。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "接駁班次調整", None),
            (E.CONTINUED_AT, "步道指標更新", None),
        },
    ),
    "a list's heading and what its members say": (
        "柒、議題小組提報事項：\n二、提請解除列管 2 案，決議如下：\n（一）都會發展組「夜間公車延駛」，"
        "納入各市例行業務並解除列管。\n"
        "（二）環境資源組「步道指標更新」，小組雖提請解列，惟使用率仍低，本次不予同意，請該組按季追蹤。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.ROUTINISED_AT, "夜間公車延駛", None),
            (E.CONTINUED_AT, "步道指標更新", None),
        },
    ),
    "two cases of a list above, and the rest by their number": (
        "貳、列管案件辦理情形\n1.夜間公車延駛案：已試辦。\n2.步道指標更新案：已換裝。\n3.公車地圖推廣案：已印製。\n"
        "決議：「夜間公車延駛」及「公車地圖推廣」2案同意解列，其餘1案續管。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛案", None),
            (E.DELISTED_AT, "公車地圖推廣案", None),
            (E.CONTINUED_AT, "步道指標更新案", None),
        },
    ),
    "a line that opens with several numbers": (
        "貳、列管案件\n案一：夜間公車延駛：已試辦。\n案二：步道指標更新：已換裝。\n案三：公車地圖推廣：已印製。\n"
        "參、會議結論\n案一、案三同意解除列管；案二持續列管。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "公車地圖推廣", None),
            (E.CONTINUED_AT, "步道指標更新", None),
        },
    ),
    "two numbered cases in one line's head": (
        "貳、列管合作案\n（一）「夜間公車延駛」案及（二）「公車地圖推廣」案：二案對象相同，整併為「夜行公車指引」案，持續列管。\n"
        "（三）「步道指標更新」案：解除列管。\n",
        {
            (E.MERGES_INTO, "夜間公車延駛", "夜行公車指引"),
            (E.MERGES_INTO, "公車地圖推廣", "夜行公車指引"),
            (E.CONTINUED_AT, "夜行公車指引", None),
            (E.DELISTED_AT, "步道指標更新", None),
        },
    ),
    "lists whose headings count them on their line": (
        "貳、討論\n【列管案件】共1案\n（1）夜間公車延駛：續管。\n【恢復列管】共1案\n（1）步道指標更新：同意恢復列管。\n"
        "【新增提案】共1案\n（1）公車地圖推廣（桃園市政府交通局）：同意列管。\n",
        {
            (E.CONTINUED_AT, "夜間公車延駛", None),
            (E.REOPENED_AT, "步道指標更新", None),
            (E.ESTABLISHED_AT, "公車地圖推廣", None),
        },
    ),
    "groups' reports that hold the decisions": (
        "貳、各議題小組提報合作案：\n（一）交通組：同意「夜間公車延駛」解除列管，「山域搜救演練」不予解列。\n"
        "（二）觀光文創組：\n1.解列：步道指標更新。\n2.新增「公車地圖推廣」案（桃園市政府交通局提案），同意。\n"
        "（三）災防組：「水門聯防」予以解列。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "步道指標更新", None),
            (E.ESTABLISHED_AT, "公車地圖推廣", None),
            (E.DELISTED_AT, "水門聯防", None),
        },
    ),
    "a word of result before several names": (
        "貳、各組結論\n（一）交通組：\n1.續管：夜間公車延駛、公車地圖推廣。\n2.「步道指標更新」已換裝完成，同意解列。\n",
        {
            (E.CONTINUED_AT, "夜間公車延駛", None),
            (E.CONTINUED_AT, "公車地圖推廣", None),
            (E.DELISTED_AT, "步道指標更新", None),
        },
    ),
    "an exception, and what else is said behind a semicolon": (
        "貳、各組提報\n（一）新增案（計3案）：交通組「夜間公車延駛」、觀光文創組「步道指標更新」及災防組「水門聯防」。\n"
        "決議：除「夜間公車延駛」經費無著，不同意成案外，其餘照案通過；「水門聯防」並請邀消防署參與。\n",
        {
            (E.REJECTED_AT, "夜間公車延駛", None),
            (E.PROPOSED_AT, "夜間公車延駛", None),
            (E.ESTABLISHED_AT, "步道指標更新", None),
            (E.ESTABLISHED_AT, "水門聯防", None),
        },
    ),
    "an exception by name, the others in brackets": (
        "貳、列管案件\n一、夜間公車延駛：持續列管。\n二、步道指標更新\n三、公車地圖推廣\n參、各組決議\n"
        "一、交通組：除「步道指標更新」不予解列外，本組其餘列管案件（公車地圖推廣）照案解列。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "公車地圖推廣", None)},
    ),
    "rows whose cells are words that head columns elsewhere": (
        "| 編號 | 合作案名稱 | 主政機關 | 目前進度 | 會議結論 |\n|---|---|---|---|---|\n"
        "| 1 | 夜間公車延駛 | 桃園市政府交通局 | 新提案 | 同意新增 |\n"
        "| 2 | 步道指標更新 | 新北市政府交通局 | 新提案，經費未定 | 緩議 |\n會議結論：照表列通過。\n",
        {
            (E.ESTABLISHED_AT, "夜間公車延駛", None),
            (E.DEFERRED_AT, "步道指標更新", None),
            (E.PROPOSED_AT, "步道指標更新", None),
        },
    ),
    "lists of what is asked, each with its ruling": (
        "一、擬解列案件（計2案）\n小組\t合作案名稱\t擬解列理由\n交通組\t公車路線整併\t已上路\n災防組\t水門聯防\t已建機制\n"
        "會議結論：除「水門聯防」應持續列管外，其餘1案同意解列。\n二、賡續列管案件（計1案）\n"
        "小組\t合作案名稱\t目前進度\t後續作為\n交通組\t夜間公車延駛\t已試辦\t9月檢討\n會議結論：照案通過。\n",
        {
            (E.CONTINUED_AT, "水門聯防", None),
            (E.DELISTED_AT, "公車路線整併", None),
            (E.CONTINUED_AT, "夜間公車延駛", None),
        },
    ),
    "columns of blanks whose cells go on in the next line": (
        "七、新增提案：\n\n項次  提案名稱                提案機關            決議\n"
        "1     夜間公車延駛至          桃園市政府交通局    同意新增，並請新北市政府交通局\n"
        "      機場                                        配合\n"
        "2     步道指標更新            新北市政府交通局    撤案\n",
        {
            (E.ESTABLISHED_AT, "夜間公車延駛至機場", None),
            (E.WITHDRAWN_AT, "步道指標更新", None),
            (E.PROPOSED_AT, "步道指標更新", None),
        },
    ),
    "a table with one blank between its columns": (
        "案由：列管案件共2件，報請公鑒。\n項次 案名 主政機關\n1 夜間公車延駛 桃園市政府交通局\n"
        "2 步道指標更新 新北市政府交通局\n"
        "擬辦：以上2件均已屆期，擬提請副市長會議解除列管。\n決議：\n一、除項次2外，其餘1件同意依擬辦辦理。\n"
        "二、項次2繼續列管。\n",
        {(E.DELISTING_RECOMMENDED_AT, "夜間公車延駛", None), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "proposals behind whoever puts them in brackets": (
        "參、提案單位及案由：\n　第1案（桃園市政府交通局）：夜間公車延駛\n　第2案（新北市政府交通局）：步道指標更新\n"
        "肆、決議：\n　一、第1案同意成案。\n　二、第2案不同意成案。\n",
        {
            (E.ESTABLISHED_AT, "夜間公車延駛", None),
            (E.REJECTED_AT, "步道指標更新", None),
            (E.PROPOSED_AT, "步道指標更新", None),
        },
    ),
    "cases that a matter announces, and somebody's word behind them": (
        "案由：下列各案已達目標，擬於本次會議解除列管，提請審議。\n1.「夜間公車延駛」\n2.「步道指標更新」\n3.「水門聯防」\n"
        "桃園市政府水務局補充：汛期前宜保留窗口。\n決議：除「水門聯防」不予解列、仍持續列管外，其餘照案通過。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "步道指標更新", None),
            (E.CONTINUED_AT, "水門聯防", None),
        },
    ),
    "a list behind the header, and one ruling point by point": (
        "列管案件一覽\n　1. 夜間公車延駛（主責：桃園市政府交通局）\n　2. 步道指標更新（主責：新北市政府交通局）\n"
        "　3. 水門聯防（主責：桃園市政府水務局）\n決議：\n　一、第1、3案同意解除列管。\n　二、第2案持續列管。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "水門聯防", None),
            (E.CONTINUED_AT, "步道指標更新", None),
        },
    ),
    "two lists behind the header whose numbers begin again": (
        "列管案共1案，決議如下：\n1、夜間公車延駛：繼續列管。\n新增案：\n1、步道指標更新（新北市政府交通局提案）：暫不列管，下次再議。\n",
        {
            (E.CONTINUED_AT, "夜間公車延駛", None),
            (E.DEFERRED_AT, "步道指標更新", None),
            (E.PROPOSED_AT, "步道指標更新", None),
        },
    ),
    "stems beneath a heading that counts them": (
        "5. 討論及決議\n　5-1 列管案件（3案）\n　　甲、夜間公車延駛：繼續列管。\n　　乙、步道指標更新\n"
        "　　丙、公車地圖推廣\n"
        "　　　　以上二案對象相近，合併為「行旅指引」，繼續列管。\n　5-2 臨時動議：無。\n",
        {
            (E.CONTINUED_AT, "夜間公車延駛", None),
            (E.MERGES_INTO, "步道指標更新", "行旅指引"),
            (E.MERGES_INTO, "公車地圖推廣", "行旅指引"),
            (E.CONTINUED_AT, "行旅指引", None),
        },
    ),
    "codes of four digits": (
        "二、列管案\n【1121-01】夜間公車延駛\n　進度：已試辦。\n　裁示：同意解除列管。\n【1121-02】步道指標更新\n"
        "【1131-02】公車地圖推廣\n　裁示：二案併為「行旅指引」，繼續列管。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.MERGES_INTO, "步道指標更新", "行旅指引"),
            (E.MERGES_INTO, "公車地圖推廣", "行旅指引"),
            (E.CONTINUED_AT, "行旅指引", None),
        },
    ),
    "a case from another platform, named before it": (
        "五、決議：\n（一）北桃合作交流平臺「夜間公車延駛」案：已納入年度計畫，解除列管。\n"
        "（二）基北合作交流平臺「步道指標更新」案：本案持續列管，並移入新平臺。\n",
        {(E.DELISTED_AT, "夜間公車延駛", None), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "a part of the agenda behind cards": (
        "編號　112-04\n案名　夜間公車延駛\n裁示　繼續列管。\n三、討論案\n（一）步道指標更新（提案：桃園市政府交通局）\n"
        "　裁示：同意列管。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.ESTABLISHED_AT, "步道指標更新", None)},
    ),
}
LAYOUTS |= {
    "bracketed numbers that point to what a report lists": (
        "六、報告案：\n　第一案\n　案由：112年第4次會議列管案件執行情形，報請公鑒。\n"
        "　說明：\n　　（一）夜間公車延駛：已辦竣。\n"
        "　　（二）步道指標更新：審查中。\n　　（三）公車地圖推廣：已上線。\n"
        "　擬辦：（一）、（三）擬提副首長會議解除列管；（二）擬繼續列管。\n"
        "　決議：除（一）因報告未提送，仍繼續列管外，餘照擬辦通過。\n",
        {
            (E.CONTINUED_AT, "夜間公車延駛", None),
            (E.CONTINUED_AT, "步道指標更新", None),
            (E.DELISTING_RECOMMENDED_AT, "公車地圖推廣", None),
        },
    ),
    "columns with one blank between number and name": (
        "四、列管案件\n序號　案名　　　　　　提報組別\n（1）　夜間公車延駛　　　交通組\n"
        "（2）　步道指標更新　　　觀光文創組\n（3）　公車地圖推廣　　　交通組\n"
        "裁定：序號（1）至（2）均准予解除列管，其中（2）轉為各市經常性業務；序號（3）繼續列管。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "步道指標更新", None),
            (E.ROUTINISED_AT, "步道指標更新", None),
            (E.CONTINUED_AT, "公車地圖推廣", None),
        },
    ),
    "what groups propose in lists, and the others of them all": (
        "三、新增案審議\n（一）交通組：夜間公車延駛、步道指標更新。\n（二）災防組：山域搜救演練。\n裁定：\n"
        "1.「步道指標更新」一案，退回觀光文創組重新研議。\n2.其餘2案准予新增列管。\n",
        {
            (E.ESTABLISHED_AT, "夜間公車延駛", None),
            (E.ESTABLISHED_AT, "山域搜救演練", None),
            (E.PROPOSED_AT, "步道指標更新", None),
            (E.DEFERRED_AT, "步道指標更新", None),
        },
    ),
    "the chair decides among those who speak": (
        "議題1：夜間公車延駛\n臺北市交通局：建議再觀察。\n主席：那文宣先照辦，這案繼續列管。\n"
        "議題2：步道指標更新\n臺北市交通局：已完成。\n主席：好，那這案就解除列管。\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)},
    ),
    "results in brackets in front of the names": (
        "一、前次列管案件（2案）\n［解列］夜間公車延駛\n　　→均已介接，無待辦事項。\n［更名］步道指標更新\n"
        "　　→改名「步道及車站指標更新」，並續管。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.RENAMED_TO, "步道指標更新", "步道及車站指標更新"),
            (E.CONTINUED_AT, "步道及車站指標更新", None),
        },
    ),
    "results in brackets behind the sentences": (
        "參、列管案件（符號：〔續〕續行列管、〔解〕解除列管）\n一、夜間公車延駛：已完成3場。〔續〕\n二、步道指標更新：均已更新。〔解〕\n",
        {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)},
    ),
    "lists of results on the lines of their headings": (
        "五、審議結果\n（一）准予解列者：交通組「夜間公車延駛」、災防組「山域搜救演練」。\n"
        "（二）續管案件中變更名稱者：「步道指標更新」改為「步道及車站指標更新」；「公車地圖推廣」名稱不予調整。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "山域搜救演練", None),
            (E.RENAMED_TO, "步道指標更新", "步道及車站指標更新"),
        },
    ),
    "names without numbers, each with a sentence beneath": (
        "一、列管案\n【小組解列】\n　夜間公車延駛\n　　均已辦畢。\n【續管】\n"
        "　步道指標更新\n　　尚待盤點，請提供照片。\n",
        {(E.DELISTED_AT, "夜間公車延駛", None), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "another case that 該案 points to": (
        "一、新提案\n（一）公車導覽推廣（桃園市政府交通局）\n　裁示：本案與「公車地圖推廣」相仿，"
        "而該案前於113年第1次會議已解管，"
        "經四市同意將該案恢復列管，本提案撤回。\n",
        {
            (E.REOPENED_AT, "公車地圖推廣", None),
            (E.DELISTED_AT, "公車地圖推廣", None),
            (E.WITHDRAWN_AT, "公車導覽推廣", None),
            (E.PROPOSED_AT, "公車導覽推廣", None),
        },
    ),
    "codes that go into one case": (
        "貳、合作議案檢視\nA-4　夜間公車延駛（主政：桃園市政府交通局；協力：基隆市政府交通處）\n"
        "A-5　接駁班次調整（主政：新北市政府交通局）\n"
        "決定：A-4、A-5整合為「夜間及接駁公車調整」。\n",
        {
            (E.MERGES_INTO, "夜間公車延駛", "夜間及接駁公車調整"),
            (E.MERGES_INTO, "接駁班次調整", "夜間及接駁公車調整"),
        },
    ),
    "a word of a name that is replaced": (
        "二、新增案（2案）：\n1.夜間公車延駛（交通組）\n2.修復匠師媒合（觀光文創組）\n裁示：\n（一）第1案請釐清法規後，下次會議再提。\n"
        "（二）第2案同意新增；惟第2案名稱中「匠師」調整為「工匠」，定案名稱為「修復工匠媒合」。\n",
        {
            (E.DEFERRED_AT, "夜間公車延駛", None),
            (E.PROPOSED_AT, "夜間公車延駛", None),
            (E.ESTABLISHED_AT, "修復匠師媒合", None),
            (E.ESTABLISHED_AT, "修復工匠媒合", None),
            (E.RENAMED_TO, "修復匠師媒合", "修復工匠媒合"),
        },
    ),
    "what went into a system of the state is no merger": (
        "壹、列管案件\n一、夜間公車延駛：已併入公路局系統運作，解除列管。\n二、步道指標更新：併入兩市例行維運，解除列管。\n",
        {
            (E.DELISTED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "步道指標更新", None),
            (E.ROUTINISED_AT, "步道指標更新", None),
        },
    ),
    "a column of cases under another name": (
        "壹、討論\n| 編號 | 主題 | 單位 | 本次決議 |\n|---|---|---|---|\n"
        "| 1 | 夜間公車延駛 | 臺北市政府交通局 | 解除列管 |\n"
        "| 2 | 步道指標更新 | 新北市政府交通局 | 持續列管 |\n",
        {(E.DELISTED_AT, "夜間公車延駛", None), (E.CONTINUED_AT, "步道指標更新", None)},
    ),
    "one paragraph that counts its cases": (
        "本次會議決議如次：首案「夜間公車延駛」已上線，續行列管。次案「步道指標更新」已成固定做法，不再列入追蹤。"
        "第三案「公車地圖推廣」，本組自即日起移請災防組賡續辦理。\n",
        {
            (E.CONTINUED_AT, "夜間公車延駛", None),
            (E.DELISTED_AT, "步道指標更新", None),
            (E.REFERRED_TO, "公車地圖推廣", "災防組"),
        },
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


def test_what_is_decided_is_told_in_the_words_that_decide() -> None:
    body = (
        "壹、列管案件\n一、「夜間公車延駛」：持續列管。\n貳、會議結論\n"
        "同意解除列管2案：交通組「步道指標更新」、「公車地圖推廣」。\n"
    )
    minutes = sitting(body)
    names = {case.key: case.name for case in minutes.cases}
    told = {names[d.case]: d.text for d in minutes.decisions if d.type is E.DISCUSSED_AT}
    assert told["夜間公車延駛"] == "持續列管。"
    assert "同意解除列管2案" in told["步道指標更新"]
    assert "同意解除列管2案" in told["公車地圖推廣"]


def test_whom_a_decision_asks() -> None:
    body = (
        "壹、新提案\n一、夜間公車延駛（基隆市政府交通處）\n決議：請提案單位於113年7月13日前補充本年度經費，"
        "並請各組知悉；請臺北市政府交通局於會後2週內邀集桃園市政府交通局研商後再議。\n"
    )
    asked = [([b.name for b in item.assignees], item.due) for item in sitting(body).action_items]
    assert asked == [
        (["基隆市政府交通處"], "2024-07-13"),
        ([], None),
        (["臺北市政府交通局"], "2024-06-26"),
    ]


def test_a_sitting_that_a_heading_names_in_full() -> None:
    text = (
        "基北北桃合作交流平臺114年第1次幕僚工作會議紀錄\n時間：114年3月5日\n地點：市府\n主席：王小明\n"
        "二、前次副市長層級會議（第4次，113年12月26日）決議之登錄\n（一）「夜間公車延駛」第4次會議已同意解除列管，系統業已結案。\n"
    )
    (minutes,) = parse(Document(text, "m.txt", "m")).minutes
    (delisted,) = {d.meeting for d in minutes.decisions if d.type is E.DELISTED_AT}
    assert delisted and (delisted.level, delisted.ordinal, delisted.date) == ("deputy_mayor", 4, "2024-12-26")


def test_the_hour_of_closing_may_stand_in_the_header() -> None:
    body = "散會：10時25分\n出席：詳簽到單\n壹、列管案件\n一、「夜間公車延駛」：持續列管。\n"
    minutes = sitting(body)
    assert minutes.end_time == "10:25"
    assert said(minutes) == {(E.CONTINUED_AT, "夜間公車延駛", None)}


def test_a_number_may_be_skipped() -> None:
    body = "三、主席致詞：略\n五、列管案件\n1.「夜間公車延駛」：持續列管。\n"
    assert said(sitting(body)) == {(E.CONTINUED_AT, "夜間公車延駛", None)}


def test_what_another_sitting_decided_may_stand_in_quotes() -> None:
    body = (
        "壹、討論事項\n案由一：「夜間公車延駛」後續辦理方式。\n"
        "說明：查113年第1次工作小組會議（113年3月12日）決議：「本案解除列管。」\n決議：洽悉。\n"
    )
    (told,) = [d for d in sitting(body).decisions if d.type is E.DELISTED_AT]
    assert told.meeting is not None
    assert (told.meeting.date, told.meeting.ordinal) == ("2024-03-12", 1)


def test_a_case_goes_on_with_the_name_that_another_sitting_gave_it() -> None:
    body = (
        "壹、討論事項\n案由一：「夜間公車延駛」辦理進度。\n"
        "說明：依113年第1次工作小組會議決議，本案已更名為「夜貓公車」。\n決議：賡續列管。\n"
    )
    minutes = sitting(body)
    assert said(minutes) == {(E.RENAMED_TO, "夜間公車延駛", "夜貓公車"), (E.CONTINUED_AT, "夜貓公車", None)}
    (renamed,) = [d for d in minutes.decisions if d.type is E.RENAMED_TO]
    assert renamed.meeting is not None


def test_one_name_under_two_old_platforms_is_two_cases() -> None:
    body = (
        "貳、確認結果：\n一、原雙北合作交流平臺案件\n（一）夜間公車延駛：同意解除列管。\n"
        "二、原北桃合作交流平臺案件\n（一）夜間公車延駛：持續列管。\n"
    )
    minutes = sitting(body)
    assert [case.name for case in minutes.cases] == ["夜間公車延駛", "夜間公車延駛"]
    assert {case.origins for case in minutes.cases} == {("雙北合作交流平臺",), ("北桃合作交流平臺",)}


def test_the_chair_has_the_last_word_on_the_whole_sitting() -> None:
    body = (
        "壹、討論事項\n1. 「夜間公車延駛」案\n會議結論：持續列管。\n2. 「步道指標更新」案\n會議結論：同意解除列管。\n"
        "主持人結論：\n請臺北市政府研究發展考核委員會彙整列管表。\n"
    )
    minutes = sitting(body)
    assert said(minutes) == {(E.CONTINUED_AT, "夜間公車延駛", None), (E.DELISTED_AT, "步道指標更新", None)}
    (told,) = [d for d in minutes.decisions if d.type is E.DISCUSSED_AT and "解除" in d.text]
    assert "研究發展" not in told.text


def test_a_group_may_have_asked_for_a_delisting() -> None:
    body = (
        "壹、討論事項\n1. 「夜間公車延駛」案\n小組意見：業經113年第1次交通組小組會議決議提請解列。\n"
        "會議結論：班距仍長，本次不予解列，繼續列管。\n"
    )
    told = [d for d in sitting(body).decisions if d.type in (E.DELISTING_RECOMMENDED_AT, E.CONTINUED_AT)]
    assert [(d.type, d.meeting.ordinal if d.meeting else None) for d in told] == [
        (E.DELISTING_RECOMMENDED_AT, 1),
        (E.CONTINUED_AT, None),
    ]


def test_merged_cells_repeat_who_proposes() -> None:
    rows = "1\t臺北市政府\t夜間公車延駛\t持續列管。\n2\t\t步道指標更新\t同意解除列管。\n"
    body = "壹、列管案件\n項次\t提案機關\t案名\t決議\n" + rows
    minutes = sitting(body)
    names = {case.key: case.name for case in minutes.cases}
    proposers = {(m.body.name, names[m.case]) for m in minutes.mentions if m.role is Role.PROPOSER}
    assert proposers == {("臺北市", "夜間公車延駛"), ("臺北市", "步道指標更新")}


def test_who_proposes_may_stand_before_the_matter() -> None:
    body = (
        "參、提案討論\n"
        "提案第一號　　　　　提案縣市：臺北市\n案由：擬成立「夜間公車延駛」案，提請審議。\n決議：照案通過。\n"
        "提案第二號　　　　　提案縣市：基隆市\n案由：擬成立「步道指標更新」案，提請審議。\n決議：照案通過。\n"
    )
    minutes = sitting(body)
    names = {case.key: case.name for case in minutes.cases}
    proposers = {(m.body.name, names[m.case]) for m in minutes.mentions if m.role is Role.PROPOSER}
    assert proposers == {("臺北市", "夜間公車延駛"), ("基隆市", "步道指標更新")}
