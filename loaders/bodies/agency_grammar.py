"""What an agency's name looks like after its city: a stem and 局, 處, 委員會, 所, 署, 中心, 大隊; then a section.

Always true: input is folded and squeezed; a suffix that goes on into another word (處理, 局限, 會議) ends no name; a
stem holds no word that joins, asks or plans.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from loaders.bodies.boundaries import HAN

_NO = "請與和由於將已擬並或之其依若在是以向給至到邀洽須且但惟因們我你您此哪何得歸付"
_STEM = rf"(?:(?![{_NO}及暨])[{HAN}])"
_AFTER = {
    "局": r"(?!限(?![期時定於])|部(?!分|門)|面(?![臨對向])|勢)",
    "處": r"(?![理置罰境遇方]|分(?!別|工)|所(?![提屬轄報送辦管擬建訂列需指]))",
    "會": r"(?![議場]|員會)",
    "所": (
        r"(?:(?<=防疫所|防治所|衛生所|試驗所|檢驗所|改良所|研究所|事務所)(?=提[）案]|提$)"
        r"|(?![有屬在需以謂得列述]|提(?!供)))"
    ),
    "中心": r"(?![思點德線])",
    "署": r"(?![名])",
    "科": r"(?![學技目別系普展])",
    "公所": r"(?![有屬在])",
}
_OPEN = re.compile(
    rf"(?P<stem>{_STEM}{{2,9}}?(?:[及暨]{_STEM}{{2,6}}?)?)(?P<suffix>委員會{_AFTER['會']}|管理局|"
    rf"局{_AFTER['局']}|處{_AFTER['處']}|署{_AFTER['署']}|"
    rf"所{_AFTER['所']}|中心{_AFTER['中心']}|大隊|辦公室|場(?<=體育場|運動場))"
)
_VERB = re.compile(
    r"等|輪流|輪值|辦理|召開|排定|排入|安排|擬定|完成|持有|宣導|舉辦|規劃|推動|提供|協助|配合|持續|預[計定]|目前|未來|針對|共同|應|可|同意|參與|參加|成立|"
    r"籌組|籌設|設[置立有]|建置|研[議擬商訂提]|評估|檢討|"
    r"整合|統籌|主辦|承辦|協辦|所屬|相關|各|轄|主政|權責|有關|首長|新設|本|該|如|刻正|業[已經於]|均|皆|也|亦|能(?!源)|"
    r"再(?!生)|另|需|要|希望|表示|建議|負責|指定|委託|"
    r"委由|補助|訂[於定]|加強|積極|繼續|儘速|盡速|落實|確認|彙整|通知|函[請知復轉]|轉知|派員|指派|前往|拜會|"
    r"拜訪|參訪|為|係|有(?!機|線)|無(?!障礙|線)|未|不|會同|會商|"
    r"團隊|代表|同仁|原(?!住民|民)|及|暨|暫|先|仍|後續|今年|明年|本年|市場|市民|居民|學生|師生|教師|學校|企業|廠商|業者|"
    r"交界|主動|主責|聯繫|多(?!元|媒體)|兩|二|三|四|首|副|秘書長|市長|縣長"
)
_FALSE_END = re.compile(
    r"(?:交界|交會|交接|銜接|匯流|出入口|出口|入口|路口|轉彎|之|多|數|用|長|短|益|好|妙|某|"
    r"人|各|困難|不便|特別|辦公|服勤|出|異|異同|公)處$|藥局$|當局$|郵局$|時局$|格局$|佈局$|布局$|結局$|場所$|廁所$|"
    r"處所$|住所$"
)
_POINTS = re.compile("[本該][府局處市縣]")
_OFFICE = re.compile(
    r"(?:管理|事務|發展|工程|保護|防疫|服務|行銷|規劃|推廣|教育|輔導|事業|衛生|運輸|更新|稅務|地政|戶政|殯葬|"
    r"訓練|市場|商業|農業|漁業|檢驗|檢查|防制|防治|"
    r"救援|資訊|資產|研究|改良|養護|建設|行政|計畫|考核|保育|安全|福利|就業|調解|處分|資源|產業|文化|環境|水利|觀光|"
    r"交通|工務|社會|新聞|改進|疾病|監理|籌備|港務|公車|諮商|試驗)(?:處|所|中心)$"
)
_ROOMS = "秘書|人事|會計|主計|政風|督學|資訊|法制|研考|公關|綜合企劃|綜合規劃|統計|文書"
_SECTION = re.compile(
    rf"(?:(?P<unit>{_STEM}{{2,7}}?(?:[及暨]{_STEM}{{2,5}}?)?)(?:科{_AFTER['科']}|股(?![份東票市])|"
    rf"課(?![程本題綱業堂])|分局|署(?!名)|分署|總隊|大隊|中隊|分隊|警察隊|消防隊|清潔隊|改良場|管理局|監理站)|(?:{_ROOMS})室|"
    rf"(?:第[一二三四五六七八九十]{{1,2}}|[東西南北中]{{1,2}}區){_STEM}{{2,8}}?局{_AFTER['局']}|"
    rf"(?P<hospital>{_STEM}{{2,6}}?醫院)|(?P<division>{_STEM}{{2,8}}?(?:[及暨]{_STEM}{{2,6}}?)?司(?![法機令儀]))|"
    rf"(?P<office>{_STEM}{{2,14}}?(?:[及暨]{_STEM}{{2,6}}?)?)(?:處{_AFTER['處']}|所{_AFTER['所']}|中心{_AFTER['中心']}))"
)


@dataclass(frozen=True, slots=True)
class Tail:
    """An agency's name after its city, and where it ends in the text."""

    end: int
    written: str


def known_tail(text: str, at: int, tails: Collection[str]) -> Tail | None:
    """The longest of some known tails that stands at ``text[at]`` and does not go on into another word."""
    for length in range(min(18, len(text) - at), 1, -1):
        written = text[at : at + length]
        if written in tails and ends_here(text, at + length, written):
            return Tail(at + length, written)
    return None


def ends_here(text: str, end: int, written: str) -> bool:
    """Whether a name's suffix really ends there (教育局|處理 does not make 教育局處)."""
    for suffix in ("中心", written[-1]):
        if written.endswith(suffix) and suffix in _AFTER and not re.match(_AFTER[suffix], text[end:]):
            return text.startswith("所屬", end)
    return True


def open_tail(text: str, at: int, seat: bool) -> Tail | None:
    """An agency's tail that no list holds. Without 政府 before it only what is plainly an agency counts."""
    found = _OPEN.match(text, at)
    if not found or _VERB.match(found["stem"]) or _FALSE_END.search(found[0]):
        return None
    if not seat and found["suffix"] in ("處", "所", "中心") and not _OFFICE.search(found[0]):
        return None
    if not seat and found["suffix"] == "中心" and not found["stem"].endswith(("諮商", "防治")):
        return None
    return Tail(found.end(), found[0])


def section(text: str, at: int, agency: str) -> int:
    """Where the section named at ``text[at]`` ends, ``at`` when none is (教育局|中等教育科)."""
    found = _SECTION.match(text, at)
    if not found or _VERB.match(found[0]) or _FALSE_END.search(found[0]) or _POINTS.search(found[0]):
        return at
    if "政府" in found[0] or "縣" in found[0] or found[0].startswith("所"):
        return at
    if (found["hospital"] or found["division"]) and agency[-1] != "部":
        return at
    if found["office"] and not _OFFICE.search(found[0]):
        return at
    return found.end() if agency[-1] in "局處會署所部" or agency.endswith("中心") else at


def abbreviates(short: str, long: str) -> bool:
    """Whether one tail abbreviates another: same first character and suffix, the rest in order.

    >>> abbreviates("海事局", "海洋事務局"), abbreviates("海事處", "海洋事務局")
    (True, False)
    """
    if len(short) >= len(long) or len(short) < 3 or short[0] != long[0]:
        return False
    if short.endswith("會") and long.endswith("委員會"):
        short, long = short.removesuffix("委員會").removesuffix("會") + "會", long.removesuffix("委員會") + "會"
    if short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(char in rest for char in short)
