"""The normal form of a case name: what is left when spelling is taken away, and where each character came from.

Always true: width, blanks, quotes, dashes, brackets' shape, 臺/台, 計畫/計劃, 四市/4市, 113年/2024年, 長照/長期照顧 and
endings such as 案 or 合作案 do not count; nothing that tells two cases apart is removed; the normal form of a normal
form is itself; every character of it has a place in the name as written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.folding import fold
from loaders.numerals import NUMERAL, numeral

_SPELLINGS = {
    "長期照顧": "長照",
    "高級中等學校": "高中職",
    "高級中學": "高中",
    "國民中學": "國中",
    "國民小學": "國小",
    "計劃": "計畫",
    "規畫": "規劃",
    "週": "周",
    "佈": "布",
    "傢俱": "家具",
    "傢具": "家具",
    "店家": "商店",
    "佔": "占",
    "証": "證",
    "滙": "匯",
    "汙": "污",
    "汚": "污",
    "舘": "館",
    "爲": "為",
    "羣": "群",
    "峯": "峰",
    "裏": "裡",
    "着": "著",
    "温": "溫",
    "恒": "恆",
    "盃": "杯",
    "双": "雙",
    "部份": "部分",
    "×": "x",
}


def _common_year(found: re.Match[str]) -> str:
    value = numeral(found[1] or found[2])
    if value is None:
        return found[0]
    return str(value + 1911 if 30 <= value < 200 else value)


def _digits(found: re.Match[str]) -> str:
    return str(numeral(found[0]) or found[0])


Step = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
_UNITS = "市|縣市|縣|案|季|期|屆|次|階段|年|歲|劑|類|大|號|線"
_ENDINGS = "合作方案|合作提案|合作計畫案|合作案|計畫案|方案|提案|(?<![統單唯同合專第])一案|案"
_SIGNS: tuple[Step, ...] = (
    (re.compile(r"[^\W\d_a-z\u3400-\u9fff]+"), lambda found: found[0].casefold()),
    (re.compile(r"(?:[^\w×]|_)+"), lambda _: ""),
    (re.compile("|".join(_SPELLINGS)), lambda found: _SPELLINGS[found[0]]),
)
_NUMBERS: tuple[Step, ...] = (
    (re.compile(rf"(?<![{NUMERAL}兩第])(20\d\d|[{NUMERAL}兩]{{2,5}})(?=學?年度?)|(?<!\d)(20\d\d)(?!\d)"), _common_year),
    (re.compile(rf"(?<![{NUMERAL}統單唯同合專])[一二兩三四五六七八九十]+(?=個?(?:{_UNITS}))"), _digits),
    (re.compile(r"(?<=第)[一二三四五六七八九十百]+"), _digits),
)
_LAST: Step = (re.compile(rf"(?<=.{{3}})(?:{_ENDINGS})+$"), lambda _: "")
_STEPS = (*_SIGNS, *_NUMBERS, _LAST)
_STEPS_WITHOUT_NUMBERS = (*_SIGNS, _LAST)
_NUMBER = re.compile(rf"[{NUMERAL}兩\d]")


@dataclass(frozen=True, slots=True)
class NormalForm:
    """A name's normal form; ``spans[i]`` is where in ``name`` the i-th character of ``text`` was read."""

    name: str
    text: str
    spans: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the name; an empty slice stands nowhere, at its place."""
        if start >= end:
            at = self.spans[start][0] if start < len(self.spans) else len(self.name)
            return at, at
        return self.spans[start][0], self.spans[end - 1][1]

    def written(self, start: int, end: int) -> str:
        """The characters of the name that ``text[start:end]`` stands for."""
        first, last = self.span(start, end)
        return self.name[first:last]


@lru_cache(maxsize=65536)
def normal_form(name: str) -> str:
    """The normal form of a name.

    >>> normal_form("『行動天文館校園趴趴 GO!』案") == normal_form("行動天文館校園趴趴go！")
    True
    """
    return unspelt(fold(name))


def unspelt(folded: str) -> str:
    """The normal form of a name that is folded already."""
    for pattern, written in _STEPS if _NUMBER.search(folded) else _STEPS_WITHOUT_NUMBERS:
        folded = pattern.sub(written, folded)
    return folded


def traced(name: str) -> NormalForm:
    """The normal form with the place of each of its characters.

    >>> form = traced("113年「海廢」回收案")
    >>> form.text, form.written(0, 4), form.written(5, 9)
    ('2024年海廢回收', '113', '海廢」回收')
    """
    text, spans = fold(name), [(i, i + 1) for i in range(len(name))]
    for step in _STEPS:
        parts = list(_rewritten(text, spans, step))
        text = "".join(part for part, _ in parts)
        spans = [span for _, places in parts for span in places]
    return NormalForm(name, text, tuple(spans))


def _rewritten(text: str, spans: list[tuple[int, int]], step: Step) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The stretches of a text after one step, each with the places of its characters."""
    pattern, written = step
    done = 0
    for found in pattern.finditer(text):
        start, end = found.span()
        yield text[done:start], spans[done:start]
        new = written(found)
        whole = (spans[start][0], spans[end - 1][1])
        yield new, spans[start:end] if len(new) == end - start else [whole] * len(new)
        done = end
    yield text[done:], spans[done:]
