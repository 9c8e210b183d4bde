"""Whether two case names mean one case: same, different, or unsure.

Always true: names that differ in a discriminator (year, phase, ordinal, number, city, direction …) are DIFFERENT however alike
they are; SAME is answered only where ontology section 4 calls the difference spelling; everything else is UNSURE or DIFFERENT.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from rapidfuzz.distance import Indel, Levenshtein

from loaders.identity.normal import normal_form

_NUMBERS = re.compile(r"\d+|[一二三四五六七八九十]+(?=期|階段|屆|次|號|線|年|級|批|區)|第[一二三四五六七八九十\d]+")
_PLACES = re.compile(r"基北北桃|北北基桃|北北桃|北北基|雙北|北桃|基北|臺北|新北|桃園|基隆|宜蘭|新竹|苗栗|臺中|彰化|南投|雲林|嘉義|臺南|高雄|屏東|花蓮|臺東|澎湖|金門|馬祖|[\u4e00-\u9fff]{2}(?=市|縣)")
_PAIRS = (
    "首末", "左右", "南北", "東西", "上下", "前後", "內外", "大小", "新舊", "高低", "長短", "春夏秋冬", "男女", "老幼", "畜禽", "才職", "質位量", "進出", "公私", "早晚", "甲乙丙丁戊", "軟硬",
    "水陸空", "日夜", "正副", "輸入出", "中小大", "江河湖海溪", "山海", "橋路街", "貓犬狗", "車船機", "米麥", "牛羊豬雞", "紅藍綠黃橘棕", "金木水火土", "舊新", "聽視", "收支", "買賣", "借還", "婚喪", "孕產", "嬰幼", "親師生",
)  # fmt: skip
_ANTONYMS = {frozenset((a, b)) for row in _PAIRS for a in row for b in row if a != b}
_GENERIC = re.compile(r"(?:(?:合作|交流|推動|計畫|活動|方案|專案|服務|機制|事宜|相關|之|的|案|及|與|和|暨|辦理|共同|跨縣市|跨市|經驗|推廣)+)")


class Verdict(Enum):
    """The three answers."""

    SAME = auto()
    DIFFERENT = auto()
    UNSURE = auto()


@lru_cache(maxsize=65536)
def same_case(left: str, right: str) -> Verdict:
    """Compare two names as they are; the order does not matter.

    >>> same_case("青創交流合作", "青創合作交流").name, same_case("捷運第一期工程案", "捷運第二期工程案").name
    ('SAME', 'DIFFERENT')
    """
    x, y = normal_form(left), normal_form(right)
    if x == y:
        return Verdict.SAME
    if not x or not y or _discriminated(x, y):
        return Verdict.DIFFERENT
    if _reordered(x, y):
        return Verdict.SAME
    if min(len(x), len(y)) >= 6 and (_shortened(left, right) or _shortened(right, left)):
        return Verdict.UNSURE
    if _slip(x, y):
        return Verdict.UNSURE
    return Verdict.DIFFERENT if Indel.normalized_similarity(x, y) < 0.8 else Verdict.UNSURE


def abbreviates(left: str, right: str) -> bool:
    """Whether one name is the other's beginning, or the other with a slip: how one sitting writes a case twice."""
    x, y = normal_form(left), normal_form(right)
    if _discriminated(x, y):
        return False
    return x == y or _reordered(x, y) or _shortened(left, right) or _shortened(right, left) or _slip(x, y)


def continues(left: str, right: str) -> bool:
    """Whether two names that are UNSURE by themselves are one case when they stand for the same listed item.

    To be asked only of neighbouring sittings of one group where neither sitting lists both names (ontology section 4).
    """
    x, y = normal_form(left), normal_form(right)
    return abbreviates(left, right) or (not _discriminated(x, y) and _inserted(x, y))


def _discriminated(x: str, y: str) -> bool:
    """Numbers, places or one of a pair of opposites differ."""
    a, b = _NUMBERS.findall(x), _NUMBERS.findall(y)
    if a and b and a != b or (a or b) and not (a and b) and _ordinal_only(a or b):
        return True
    places_x, places_y = set(_PLACES.findall(x)), set(_PLACES.findall(y))
    if places_x != places_y and (places_x ^ places_y) and not (places_x <= places_y and len(y) - len(x) > 6 or places_y <= places_x and len(x) - len(y) > 6):
        return True
    if len(x) == len(y):
        changed = [(p, q) for p, q in zip(x, y, strict=True) if p != q]
        return any(frozenset(pair) in _ANTONYMS for pair in changed) if len(changed) <= 2 else False
    return False


def _ordinal_only(numbers: list[str]) -> bool:
    """A phase or an ordinal that only one side has (第二期) tells cases apart; a year may be left out."""
    return any(not re.fullmatch(r"20\d\d", n) for n in numbers)


def _reordered(x: str, y: str) -> bool:
    """The same characters with two neighbouring words exchanged: 交流合作 / 合作交流."""
    if len(x) != len(y) or sorted(x) != sorted(y):
        return False
    first = next(i for i in range(len(x)) if x[i] != y[i])
    last = next(i for i in range(len(x) - 1, -1, -1) if x[i] != y[i]) + 1
    inner_x, inner_y = x[first:last], y[first:last]
    return 2 <= len(inner_x) <= 8 and any(inner_x[i:] + inner_x[:i] == inner_y for i in range(1, len(inner_x)))


def _shortened(short: str, long: str) -> bool:
    """``short`` is the beginning of ``long`` up to a break (dash, colon, quote), or ``long`` without a generic ending."""
    x, y = normal_form(short), normal_form(long)
    if len(x) >= len(y) or len(x) < 4:
        return False
    if y.startswith(x):
        rest = y[len(x) :]
        return bool(_GENERIC.fullmatch(rest)) or _breaks_after(long, x)
    return y.endswith(x) and bool(_GENERIC.fullmatch(y[: len(y) - len(x)])) and len(x) >= 6


def _breaks_after(long: str, head: str) -> bool:
    seen = ""
    for i, char in enumerate(long):
        seen = normal_form(long[: i + 1])
        if seen == head:
            return i + 1 < len(long) and long[i + 1] in "-－—–─：:「『（( /／・·" or char in "-－—–─：:」』）) "
    return False


def _slip(x: str, y: str) -> bool:
    """One character changed, dropped or added in a long name."""
    longest = max(len(x), len(y))
    return longest >= 9 and Levenshtein.distance(x, y, score_cutoff=2) <= (1 if longest < 14 else 2)


def _inserted(x: str, y: str) -> bool:
    """One name is the other with some characters put in, none of which tells cases apart."""
    short, long = sorted((x, y), key=len)
    if len(short) < 8 or len(short) < 0.7 * len(long):
        return False
    rest = iter(long)
    return all(char in rest for char in short)
