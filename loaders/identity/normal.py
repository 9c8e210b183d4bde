"""The normal form of a case name: what is left when spelling is taken away.

Always true: width, blanks, quotes, dashes, brackets' shape, 臺/台, 計畫/計劃, 四市/4市, 113年/2024年, 長照/長期照顧 and
endings such as 案 or 合作案 do not count; nothing that tells two cases apart is removed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.folding import fold
from loaders.numerals import NUMERAL, numeral

_ENDING = re.compile(r"(?<=.{3})(?:合作方案|合作提案|合作計畫案|合作案|計畫案|方案|提案|一案|案)$")
_SPELLINGS = (
    ("長期照顧", "長照"),
    ("計劃", "計畫"),
    ("規畫", "規劃"),
    ("週", "周"),
    ("佈", "布"),
    ("傢俱", "家具"),
    ("傢具", "家具"),
    ("佔", "占"),
    ("証", "證"),
    ("滙", "匯"),
    ("汙", "污"),
    ("部份", "部分"),
)
_YEAR = re.compile(rf"(20\d\d|[{NUMERAL}]{{2,4}})(?=年度?)|(?<!\d)(20\d\d)(?!\d)")
_COUNT = re.compile(r"[一二兩三四五六七八九十]+(?=個?(?:市|縣市|縣|案|季|期|屆|次|階段|年|歲|劑|類|大))")


@lru_cache(maxsize=65536)
def normal_form(name: str) -> str:
    """The normal form of a name.

    >>> normal_form("『行動天文館校園趴趴 GO!』案") == normal_form("行動天文館校園趴趴go！")
    True
    """
    text = fold(name).casefold().replace("×", "x")
    text = re.sub(r"[\s\W_]+", "", text.replace("·", ""))
    for other, usual in _SPELLINGS:
        text = text.replace(other, usual)
    text = _YEAR.sub(_common_year, text)
    text = _COUNT.sub(lambda m: str(numeral(m[0].replace("兩", "二")) or m[0]), text)
    while True:
        shorter = _ENDING.sub("", text)
        if shorter == text:
            return text
        text = shorter


def _common_year(found: re.Match[str]) -> str:
    value = numeral(found[1] or found[2])
    if value is None:
        return found[0]
    return str(value + 1911 if 30 <= value < 200 else value)
