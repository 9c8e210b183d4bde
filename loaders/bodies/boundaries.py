"""Where a name may begin and where one stands as an actor: Chinese writes no blanks, so the neighbours must tell.

Always true: input is folded and squeezed; nothing here knows a city or an agency.
"""

from __future__ import annotations

import re

HAN = "\u3400-\u9fff"

BEFORE = frozenset(
    "請由與及和邀洽經暨於在向對給為是係或並亦也均皆將因除如若以據讓供至到往從自同會函原該另且使令知謝含即惟但助合轉交送赴訪待俟予付"
    "之的又各既乃屬按依跟則故爰再像近有當等樓市縣年月日季旬底"
)
"""Characters after which a new name may begin inside a run of Han characters."""

INTRODUCING = frozenset((
    "單位", "機關", "邀集", "邀約", "召集", "徵詢", "詢問", "告知", "協助", "配合", "提供", "通知", "督導", "委託",
    "辦理", "主辦", "承辦", "協辦", "感謝", "後續", "目前", "未來", "今年", "明年", "本年", "另外", "本次", "建議",
    "提案", "主責", "主政", "結合", "拜會", "拜訪", "促請", "敦請", "商請", "移由", "改由", "責成", "期間", "包括",
    "包含", "例如", "參照", "參考", "根據", "針對", "有關", "關於", "透過", "經過", "偕同", "聯繫", "協調", "偕",
    "轉知", "歡迎", "鼓勵", "推薦", "補助", "列管", "不限", "來源", "輔導", "支持", "考量", "鑑於", "其中", "本案",
    "前次", "年度", "雙方", "整合", "調整", "洽得", "徵得", "取得", "獲得", "回歸", "劃歸", "改歸",
))  # fmt: skip
"""Words of two characters after which a new name may begin."""

_NEXT = re.compile(
    r"$|[、，。；：）」！？]|(?:已|將|預[計定訂]|訂於|業[已經於]|應|均|皆|也|亦|可|能否|能|如|若|倘|同意|表示|"
    r"建議|提供|提出|提案|提報|提請|辦理|主辦|"
    r"承辦|協辦|舉辦|主政|主責|輪值|接棒|參與|參加|加入|配合|評估|持續|規劃|負責|邀|請|擬|並|則|在|因|目前|今|"
    r"明年|本年|後續|未來|未|尚|無|有[意權]?|是|"
    r"為|係|於|與|及|和|或|暨|兩市|二市|三市|四市|雙方|等|代表|端|方面|團隊|首長|市長|副市長|縣長|協助|分別|"
    r"共同|率先|先行|先|合辦|承接|同步|"
    r"之|的(?!一)|需|須|得|仍|再|另|研[議擬商]|推動|推薦|派員|派|彙整|回復|函復|確認|自行|各自|自|皆|"
    r"以(?![東西南北外及])|主導|率|均|積極|依|就|針對|"
    r"\d{1,2}月|\d{2,4}年|[一二三四五六七八九十]{1,2}月|上半年|下半年|第[一二三四1-4]季|兩地|二地)"
)
_FACILITY = re.compile(
    r"(?:大眾)?捷運(?!公司|局|工程|處)|輕軌|車站|火車站|高鐵|國際機場|機場|國際|港|大橋|大學|高中|銀行|地區|"
    r"盆地|都會|生活圈|燈節|河|溪|縱谷|海岸|"
    r"平原|線|路|街|站|地方法院|地檢|地院|客運|公車|藝術|文化|小巨蛋|巨蛋|設計|通|卡|好|之星|圈|城|人|縣|市"
)


def may_begin(text: str, at: int) -> bool:
    """Whether a name may begin at ``text[at]``: at the start, after a sign, or after a word that introduces names."""
    if at == 0:
        return True
    before = text[at - 1]
    if not "\u3400" <= before <= "\u9fff" or before in BEFORE:
        return True
    return text[at - 2 : at] in INTRODUCING


def acts(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` does something or is asked to; not when it goes on into a longer name."""
    if _FACILITY.match(text, end):
        return False
    if _NEXT.match(text, end):
        return may_begin(text, start)
    before = text[:start]
    return before.endswith(("請", "由", "邀", "洽", "通知", "感謝")) and not before.endswith(
        ("申請", "提請", "自由", "理由")
    )
