"""Numbers at the head of a line: 壹、 一、 （一） 1. (1) ① 第一案 案由一 and bullets.

Always true: a mark is recognised on the folded view and knows how many of the line's characters it takes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from loaders.numerals import NUMERAL, numeral
from loaders.row_numbers import STEMS

_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CJK = "一二三四五六七八九十百"
_CASE_NAMES = (
    "項次 案 案由 提案 討論案 討論事項 報告案 報告事項 議題 議案 議程 案件 案號 案次 事項 提案案由 審議案 動議 專案 "
    "合作案 列管 列管案 追蹤案 管考案 續管案 續辦案 子題 主題 編號 序號"
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
    SMALL_LETTER = "a"
    DECIMAL = "1.1"
    DEEP_DECIMAL = "1.1.1"
    DEEPEST_DECIMAL = "1.1.1.1"
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


_LETTERS = "abcdefghijklmn"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_AGAIN = re.compile(rf"\s*(?:提案|案由|議案|議題|討論案|報告案)([{NUMERAL}]{{1,3}})\s*：")
_OUTER = frozenset({Style.CJK, Style.PAREN_CJK, Style.DIGIT, Style.PAREN_DIGIT})
"""Numbers behind which the item's own may stand again."""
BARE = re.compile(r"(\d{1,2})\s+(?=[\u3400-\u9fff「A-Za-z])")
"""A number with nothing but blanks behind it, which in some texts opens items, in some parts of the agenda."""
_BULLET = re.compile(
    r"(?:(?!-\d)[-*·※\u2190-\u21ff\u2580-\u2775\u2794-\u27bf\u2b00-\u2bff\uf000-\uf0ff](?:\s+|(?=[^\s\-*·]))|\.\s*(?=[\u3400-\u9fff「]))"
)
_NO_CLOCK = r"(?!\s*(?:上午|下午|中午|晚上|\d{1,2}\s*[時：]))"
_DECIDES = "(?:均|皆|業|經)?(?:同意|准予|予以|解除|解列|持續|繼續|賡續|續|提請|提報|併|暫|擬|原則)"
_NOT_SEVERAL = (
    rf"(?!\s*(?:{_CASE_WORDS}|第)\s*[{NUMERAL}]{{1,4}}案?\s*(?:[、：及，均皆]|{_DECIDES}|請|(?:主席)?(?:決議|裁示|決定|結論)：)"
    rf"|\s*[{NUMERAL}]{{1,2}}(?:[、及與和至][{NUMERAL}]{{1,2}})*案?(?:：?\s*{_DECIDES}|因|性質|均)|\s*[\u3400-\u9fff]\d{{1,2}}(?:[、及，]|{_DECIDES}))"
)
"""A line that opens with several numbers (議題一、議題三：, 項次2、6解除列管) points to items and is none."""
NUMBERED = re.compile(
    rf"(?!附?[表圖件錄]|第)([\u3400-\u9fff]{{1,5}}?)\s*([{NUMERAL}]{{1,3}})(?:\s*[：、.|]|(?P<blank>\s+)|$){_NOT_SEVERAL}"
)
"""Any word with a number behind it; ``blank`` where nothing but blanks parts it from what follows."""
_WITH = rf"(?:[、及與和][{NUMERAL}]{{1,3}}(?:[、及與和][{NUMERAL}]{{1,3}})*(?=：(?!{_DECIDES})))?"
"""Further numbers of one head that names several cases (追蹤案5、6：A、B)."""
_NO_COUNT = r"(?!(?:列管|合作)?案件?\s*（\d{1,3}）\s*：?\s*$)"
"""列管案（5） says how many they are."""
_FORMS = (
    (
        Style.CASE,
        re.compile(
            rf"{_NO_COUNT}(?:{_CASE_WORDS})\s*(?:（(?=[{NUMERAL}]{{1,6}}）))?([{NUMERAL}]{{1,6}})）?{_WITH}"
            rf"(?:\s*[：、.，|/]|\s+|(?=[「【])|(?=（[^（）]{{2,40}}）\s*：?\s*$)|$){_NOT_SEVERAL}"
        ),
    ),
    (Style.CASE, re.compile(rf"{_NO_COUNT}(?:{_CASE_WORDS})\s*（([{NUMERAL}]{{1,3}})）(?!\s*[及、與和至併，。])")),
    (Style.CASE, re.compile(rf"(?:{_CASE_WORDS})\s*([{STEMS}A-N])(?:\s*[：、.|]|\s+|$)")),
    (Style.FORMAL, re.compile(rf"第\s*([{NUMERAL}]{{1,3}})\s*(?:部分|部份|單元|章|節)(?:\s*[：、.]|\s+|$)")),
    (
        Style.CASE,
        re.compile(
            rf"(?:{_CASE_WORDS})?\s*第\s*([{NUMERAL}]{{1,4}})\s*(?:號?案|號|件|項|議題)"
            rf"(?:\s*[：、.，|/]|\s+|(?=「)|(?=（[^（）]{{2,24}}）\s*(?:：|$))|$){_NOT_SEVERAL}"
        ),
    ),
    (
        Style.CASE,
        re.compile(
            r"(?:議題|案件|提案|合作案)?(?:代號|代碼|編號)\s*[A-Za-z]{0,3}\s*-?\s*(\d{1,4})(?:\s*[：、.，|]|\s+|(?=「)|$)"
            + _NOT_SEVERAL
        ),
    ),
    (Style.CASE, re.compile(r"(?:案次|項次|編號|案號|序號)\s*：\s*(\d{1,3})(?=\s|$)")),
    (
        Style.CASE,
        re.compile(
            r"(?:提案|議案|案件|列管)?(?:編號|案號|代號|案次)\s*：?\s*[^\s\d：（）「]{0,3}\s*(?:\d{2,3}-)?(\d{1,5})(?=\s|（|「|$)"
        ),
    ),
    (
        Style.CASE,
        re.compile(rf"(?:[A-Z]{{1,2}}-?|[{STEMS}])(\d{{1,3}})(?:\s*[、：]|\s+(?=[\u3400-\u9fff「A-Za-z]|20\d\d))"),
    ),
    (
        Style.CASE,
        re.compile(
            r"[\u3400-\u9fff]{0,4}\s?(?<!\d)(?:\d{2,3}(?:-[\u3400-\u9fff]{1,3})?|(?!20\d\d)\d{4})-(\d{1,3})"
            r"(?:\s*：|\s+(?=[\u3400-\u9fff「]))"
        ),
    ),
    (Style.CASE, re.compile(r"(?:[Nn][Oo]\.?|#|[Ii]tem|[Cc]ase|[Tt]opic)\s*(\d{1,3})(?:\s*[：、.]|\s+)")),
    (Style.CASE, re.compile(r"(?:臨時)?案\s*由(?=\s*：)()")),
    (Style.DEEPEST_DECIMAL, re.compile(r"(?:\d{1,2}\.){3}(\d{1,2})(?:\s*[、.]|\s+)")),
    (Style.DEEP_DECIMAL, re.compile(r"\d{1,2}\.\d{1,2}\.(\d{1,2})(?:\s*[、.]|\s+)")),
    (Style.DECIMAL, re.compile(r"\d{1,2}\.(\d{1,2})(?:\s*、|\s+)")),
    (Style.DECIMAL, re.compile(r"\d{1,2}-(\d{1,2})(?:\s*[、：]|\s+)(?=[\u3400-\u9fff「])(?![月日時分年歲人元公個])")),
    (Style.FORMAL, re.compile(r"([壹貳參叁肆伍陸柒捌玖拾]{1,3})(?:\s*[、.。，：]|\s+)")),
    (Style.FORMAL, re.compile(r"([Ⅰ-Ⅻ])(?:\s*[、.：]|\s+|(?=[\u3400-\u9fff]))")),
    (Style.CASE, re.compile(rf"([{STEMS}])\s?案\s+(?=[\u3400-\u9fff「])")),
    (Style.CASE, re.compile(rf"([A-N])\s?案(?:\s*：|\s+(?=[\u3400-\u9fff「])){_NOT_SEVERAL}")),
    (Style.FORMAL, re.compile(rf"([{STEMS}])(?:\s*[、.。](?![{STEMS}](?:[、及與和]|[兩二三四]?案))|\s{{2,}})")),
    (Style.DECIMAL, re.compile(rf"[{_CJK}]{{1,2}}\s*之\s*([{_CJK}]{{1,2}})\s*[、.：]")),
    (Style.CJK, re.compile(rf"([{_CJK}]{{1,4}})\s*[、.。](?!\d{{1,2}}(?:月(?!\d{{1,2}}日(?![、及至～-]))|[季日、]))")),
    (
        Style.CJK,
        re.compile(
            rf"([{_CJK}]{{1,3}})\s+(?=[\u3400-\u9fff]{{2,14}}(?:\s*（[^）]{{1,14}}）)?(?:\s*\d[\d：:]*)?$|[\u3400-\u9fff「」]{{3,24}}：)"
        ),
    ),
    (Style.CJK, re.compile(rf"([{_CJK}]{{1,3}})\s+(?=(?:日期|時間|地點|主席|主持人?|[紀記]錄)\s+\S)")),
    (Style.PAREN_CJK, re.compile(rf"[（〈【「\[]\s*([{_CJK}]{{1,3}})\s*[）〉】」\]]\s*[、.]?{_NO_CLOCK}")),
    (Style.PAREN_CJK, re.compile(rf"（\s*([壹貳參肆伍陸柒捌玖拾]{{1,3}}|[{STEMS}])\s*）\s*[、.]?")),
    (Style.PAREN_CJK, re.compile(r"([㈠-㈩])\s*[、.]?")),
    (
        Style.DIGIT,
        re.compile(r"(?:[甲乙丙丁戊己庚辛壬癸]\s*[-之]|[\u3400-\u9fff]{1,2}\s*-)\s*(\d{1,2})(?:\s*[、.：]|\s+)"),
    ),
    (Style.DIGIT, re.compile(r"(\d{1,2})\s*[.、](?:\s+|(?!\d{1,2}(?![\dA-Za-z])))")),
    (Style.DIGIT, re.compile(r"(\d{1,2})\s+(?=「)")),
    (Style.PAREN_DIGIT, re.compile(r"[（【\[]\s*(\d{1,2})\s*[）】\]]\s*[、.]?")),
    (Style.PAREN_DIGIT, re.compile(r"(\d{1,2})\s*）\s*[、.]?")),
    (Style.CIRCLED, re.compile(r"([①-⑳⑴-⒇❶-❿➀-➉➊-➓])\s*[、.]?")),
    (Style.LETTER, re.compile(r"([A-N])\s*[.、）](?=\s|[\u3400-\u9fff「])")),
    (Style.LETTER, re.compile(r"（\s*([A-N])\s*）")),
    (Style.SMALL_LETTER, re.compile(r"([a-h])\s*[.、）](?=\s|[\u3400-\u9fff「])")),
    (Style.SMALL_LETTER, re.compile(r"（\s*([a-h])\s*）")),
    (Style.SMALL_LETTER, re.compile(r"（?([ivx]{1,5})\s*[.、）](?=\s|[\u3400-\u9fff「])")),
    (Style.CJK, re.compile(rf"([{_BRANCHES}])\s*[、.]")),
)


def mark(line: str, words: frozenset[str] = frozenset(), bare: Style | None = None) -> Mark | None:
    """The mark at the head of a folded line, a bullet before it included; None when there is none.

    ``words`` are those with which this text numbers its items beside the usual ones (課題一), ``bare`` what its
    numbers with nothing but blanks behind them open.

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
            again = _again(line, found.end()) if ordinal and style in _OUTER else None
            end = again.length if again and again.ordinal == ordinal else found.end()
            return Mark(style, ordinal, written, end)
    found = NUMBERED.match(line, start)
    if found and found[1] in words and numeral(found[2]):
        return Mark(Style.CASE, numeral(found[2]), re.sub(r"\s", "", found[1] + found[2]), found.end())
    number = BARE.match(line, start) if bare else None
    if bare and number:
        return Mark(bare, int(number[1]), number[1], number.end())
    if bullet and line[bullet.end() : bullet.end() + 1].strip():
        return Mark(Style.BULLET, None, bullet[0].strip(), bullet.end())
    return None


def _again(line: str, at: int) -> Mark | None:
    """The number of an agenda item behind another number (（一）提案一：), by its end in the line."""
    found = _AGAIN.match(line, at)
    return Mark(Style.CASE, _ordinal(found[1]), "", found.end()) if found else None


def _ordinal(written: str) -> int | None:
    if written in _ROMAN:
        return _ROMAN.index(written) + 1
    return (
        numeral(written)
        or STEMS.find(written) + 1
        or _BRANCHES.find(written) + 1
        or _LETTERS.find(written.casefold()) + 1
        or None
    )
