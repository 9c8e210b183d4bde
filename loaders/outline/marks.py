"""Numbers at the head of a line: 壹、 一、 （一） 1. (1) ① 第一案 案由一 and bullets.

Always true: a mark is recognised on the folded view and knows how many of the line's characters it takes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from loaders.numerals import NUMERAL, numeral

_CJK = "一二三四五六七八九十百"
_CASE_NAMES = (
    "項次 案 案由 提案 討論案 討論事項 報告案 報告事項 議題 議案 議程 案件 案號 案次 事項 提案案由 審議案 動議 專案 "
    "合作案 子題 主題 編號"
)
_CASE_WORDS = "|".join(r"\s*".join(word) for word in _CASE_NAMES.split())


class Style(StrEnum):
    """Numbering styles, usually from the outermost to the innermost."""

    FORMAL = "壹"
    CJK = "一"
    PAREN_CJK = "（一）"
    DIGIT = "1"
    PAREN_DIGIT = "（1）"
    CIRCLED = "①"
    LETTER = "A"
    CASE = "案由一"
    LABEL = "說明："
    BULLET = "-"
    ROW = "表"
    PLAIN = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A number as written, and the length it takes of the line."""

    style: Style
    ordinal: int | None
    written: str
    length: int


_LETTERS = "abcdefgh"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BULLET = re.compile(r"(?:[-*·■●◆★○□▢※◎►▶✓◇★☆➢➤◼▲△＊]|\uf0b7|\uf06c|\uf0d8)(?:\s+|(?=[^\s\-*·]))")
_NO_CLOCK = r"(?!\s*(?:上午|下午|中午|晚上|\d{1,2}\s*[時：]))"
_FORMS = (
    (Style.CASE, re.compile(rf"(?:{_CASE_WORDS})\s*（?([{NUMERAL}]{{1,6}})）?(?:\s*[：、.，|]|\s+|(?=「)|$)")),
    (Style.CASE, re.compile(rf"第\s*([{NUMERAL}]{{1,4}})\s*(?:案|項|議題)(?:\s*[：、.，|]|\s+|(?=「)|$)")),
    (
        Style.CASE,
        re.compile(
            r"(?:議題|案件|提案|合作案)?(?:代號|代碼|編號)\s*[A-Za-z]{0,3}\s*-?\s*(\d{1,4})(?:\s*[：、.，|]|\s+|(?=「)|$)"
        ),
    ),
    (Style.CASE, re.compile(r"(?:臨時)?案\s*由(?=\s*：)()")),
    (Style.FORMAL, re.compile(r"([壹貳參叁肆伍陸柒捌玖拾]{1,3})(?:\s*[、.。，：]|\s+)")),
    (Style.FORMAL, re.compile(r"([Ⅰ-Ⅻ])(?:\s*[、.：]|\s+|(?=[\u3400-\u9fff]))")),
    (Style.FORMAL, re.compile(r"([甲乙丙丁戊己庚辛壬癸])(?:\s*[、.。]|\s{2,})")),
    (Style.CJK, re.compile(rf"([{_CJK}]{{1,4}})\s*[、.。](?!\d{{1,2}}[月季日、])")),
    (Style.PAREN_CJK, re.compile(rf"[（〈]\s*([{_CJK}]{{1,3}})\s*[）〉]\s*[、.]?{_NO_CLOCK}")),
    (Style.PAREN_CJK, re.compile(r"([㈠-㈩])\s*[、.]?")),
    (
        Style.DIGIT,
        re.compile(r"(?:[甲乙丙丁戊己庚辛壬癸]\s*[-之]|[\u3400-\u9fff]{1,2}\s*-)\s*(\d{1,2})(?:\s*[、.：]|\s+)"),
    ),
    (Style.DIGIT, re.compile(r"(\d{1,2})\s*[.、](?:\s+|(?!\d{1,2}(?!\d)))")),
    (Style.PAREN_DIGIT, re.compile(r"（\s*(\d{1,2})\s*）\s*[、.]?")),
    (Style.PAREN_DIGIT, re.compile(r"(\d{1,2})\s*）\s*[、.]?")),
    (Style.CIRCLED, re.compile(r"([①-⑳])\s*[、.]?")),
    (Style.LETTER, re.compile(r"([A-Ha-h])\s*[.、）](?=\s|[\u3400-\u9fff「])")),
)


def mark(line: str) -> Mark | None:
    """The mark at the head of a folded line, a bullet before it included; None when there is none.

    >>> m = mark("- （二） 青創交流"); m.style.value, m.ordinal, m.length
    ('（一）', 2, 6)
    """
    bullet = _BULLET.match(line)
    start = bullet.end() if bullet else 0
    for style, form in _FORMS:
        found = form.match(line, start)
        if found:
            ordinal = _ordinal(found[1]) if found[1] else None
            if found[1] and ordinal is None:
                continue
            written = found[0].strip().strip("、.，：「").replace(" ", "")
            return Mark(style, ordinal, written, found.end())
    if bullet and line[bullet.end() : bullet.end() + 1].strip():
        return Mark(Style.BULLET, None, "", bullet.end())
    return None


def _ordinal(written: str) -> int | None:
    return numeral(written) or _STEMS.find(written) + 1 or _LETTERS.find(written.casefold()) + 1 or None
