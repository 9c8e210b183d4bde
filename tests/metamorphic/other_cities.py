"""Other cities: every city of Taiwan, its abbreviations and its platforms, exchanged for ones that no list holds.

Always true: the exchange keeps every length and every blank, so that offsets, lines and wrapped names stay where they
are; the same name becomes the same invented name everywhere, in a text as in its gold annotation; the invented names
stand in no lexicon and in no document. Districts, schools and companies stay.
"""

from __future__ import annotations

import re

CITIES = {
    "臺北": "霽汀", "新北": "翎渟", "桃園": "澄楨", "基隆": "霓磐", "新竹": "岫荃", "苗栗": "芸荻", "臺中": "漪灝",
    "彰化": "璟瀾", "南投": "榛沅", "雲林": "霏嶸", "嘉義": "琅湄", "臺南": "鵑溱", "高雄": "巍鯤", "屏東": "嶠鷺",
    "宜蘭": "蘅玥", "花蓮": "葦珂", "臺東": "曦珞", "澎湖": "麓鳶", "金門": "鐸瑀", "馬祖": "驥韶", "連江": "瑤峋",
}  # fmt: skip
"""Short name → invented short name; 市 and 縣 stay behind it, so 新竹市 and 新竹縣 share one."""

BRIEF = {
    "北市": "霽市", "北縣": "翎縣", "桃市": "澄市", "桃縣": "澄縣", "基市": "霓市", "竹市": "岫市", "竹縣": "岫縣",
    "苗縣": "芸縣", "中市": "漪市", "中縣": "漪縣", "彰縣": "璟縣", "投縣": "榛縣", "雲縣": "霏縣", "嘉市": "琅市",
    "嘉縣": "琅縣", "南市": "鵑市", "南縣": "鵑縣", "高市": "巍市", "高縣": "巍縣", "屏縣": "嶠縣", "宜縣": "蘅縣",
    "花縣": "葦縣", "東縣": "曦縣", "澎縣": "麓縣", "北捷": "霽捷", "桃捷": "澄捷", "中捷": "漪捷", "高捷": "巍捷",
}  # fmt: skip
"""Two-character forms; those that ordinary words contain too are taken only before an agency (北市府, 桃市環保局)."""

REGIONS = {
    "基北北桃": "霓霽翎澄", "北北基桃": "霽翎霓澄", "北北基": "霽翎霓", "北北桃": "霽翎澄", "基北桃": "霓翎澄",
    "基北宜": "霓翎蘅", "基北": "霓翎", "北桃": "翎澄", "雙北": "霽翎", "北宜": "翎蘅", "宜基": "蘅霓", "桃竹": "澄岫",
    "桃竹苗": "澄岫芸", "竹竹苗": "岫岫芸", "竹苗": "岫芸", "中彰投苗": "漪璟榛芸", "中彰投": "漪璟榛", "中彰": "漪璟",
    "中投": "漪榛", "雲嘉嘉南": "霏琅琅鵑", "雲嘉南": "霏琅鵑", "雲嘉": "霏琅", "嘉嘉": "琅琅", "嘉南": "琅鵑",
    "南高屏": "鵑巍嶠", "高高屏": "巍巍嶠", "高屏": "巍嶠", "南屏": "鵑嶠", "宜花東": "蘅葦曦", "宜花": "蘅葦",
    "花東": "葦曦", "澎金馬": "麓鐸驥",
}  # fmt: skip
"""Words for several cities at once, which name platforms too: one character of each invented city."""

PLATFORMS = {
    "北臺區域": "朔綺區域", "北臺平臺": "朔綺平臺", "北臺八縣市": "朔綺八縣市", "中臺灣": "煦綺灣",
    "中臺區域": "煦綺區域", "南臺區域": "熹綺區域", "中部區域治理": "煦部區域治理", "南部區域治理": "熹部區域治理",
    "大南方": "大熹方", "南方治理": "熹方治理", "南方平臺": "熹方平臺", "雙子城": "禧子城",
}  # fmt: skip
"""Platforms that are not called after their cities."""

_KEPT = (
    "平臺北|平臺中|平臺南|平臺東|舞臺中|舞臺南|舞臺東|舞臺北|(?<![台臺])電臺中|更新北|創新北|新北投|竹北市|北臺灣|高中|國中|其中|集中|當中|期中|途中|提高"
)  # fmt: skip
"""Ordinary words that only seem to hold a city."""
_ALWAYS = frozenset({"北市"})
_AGENCY = r"(?=府|政府|[^\s，。、；：「」]{1,5}[局處館隊])"
_NEXT = {short[0]: short[1] for short in CITIES if short[0] not in "臺新"}
_NAMES = CITIES | BRIEF | REGIONS | PLATFORMS


def _pattern() -> re.Pattern[str]:
    """Longest first; a region's last letter must not begin a city's name (其中、彰化 is no 中彰)."""
    forms = dict.fromkeys(CITIES | PLATFORMS, "")
    forms |= {brief: "" if brief in _ALWAYS else _AGENCY for brief in BRIEF}
    forms |= {word: f"(?!{_NEXT[word[-1]]})" if word[-1] in _NEXT else "" for word in REGIONS}
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(f"(?:{_KEPT})|(" + "|".join(word + forms[word] for word in longest_first) + ")")


_NAMED = _pattern()


def exchanged(text: str) -> str:
    """The text with every city, abbreviation and platform exchanged, names broken by blanks or line ends included.

    >>> exchanged("基北北桃平臺：新北市與臺\\n北市，請北市府")
    '霓霽翎澄平臺：翎渟市與霽\\n汀市，請霽市府'
    """
    chars = list(text)
    offsets = [at for at, char in enumerate(text) if not char.isspace() or char == "\t"]
    squeezed = "".join(chars[at] for at in offsets).replace("台", "臺")
    for found in _NAMED.finditer(squeezed):
        if found[1]:
            for at, char in zip(offsets[found.start() : found.end()], _NAMES[found[1]], strict=True):
                chars[at] = char
    return "".join(chars)
