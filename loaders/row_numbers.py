"""How minutes point to a row of a list: 項次5, 第四案, 編號B-02.

Always true: two ways to write one number give one text (項次5 and 第五案: "5"; 編號B-02 and b2: "B2").
"""

from __future__ import annotations

import re

from loaders.numerals import NUMERAL, numeral

STEMS = "甲乙丙丁戊己庚辛壬癸"
_SIGN = rf"(?:[{STEMS}]|(?<![A-Za-z0-9])[A-N](?![A-Za-z0-9-]))"
"""What counts cases without a number (甲案, B案)."""
_COUNTED = rf"(?:[0-9]{{1,2}}|[{NUMERAL}]{{1,3}})"
_CODE = (
    r"(?:[A-Za-z]{1,3}\s*-?\s*[0-9]{1,4}(?:-[0-9]{1,3})?|(?<![更創革翻全嶄])新-?[0-9]{1,2}(?=[、，。；：及與和案併合辦同]|$)"
    r"|[0-9]{2,3}-[\u3400-\u9fff]{1,2}-[0-9]{1,3}"
    r"|(?:(?![入與及和至到為案號由將請])[\u3400-\u9fff])?[0-9]{2,5}-[0-9]{1,3}"
    r"|(?![入與及和至到為由將請])[\u3400-\u9fff]{1,2}-[0-9]{1,2}(?![0-9月日號樓]))"
)
_WORD = (
    r"(?:本表|表列)?"
    r"(?:項次|編號|案號|案次|案卡|卡號|項目|序號|議題|課題|子題|個案|(?<!新)提案|討論案|案由"
    r"|(?<![列增管提併議])案件(?=[0-9]{1,2}(?![0-9案件項]))"
    r"|(?:(?<![\u3400-\u9fff」』）])|(?<=[及與和至到暨除])|(?<=併入))案(?=[0-9]|[一二三四五六七八九十](?![併致般直律定些個起種]|同(?!意))))"
)
_MORE = rf"(?:[、及與和至到～]第?{_COUNTED}(?![0-9{NUMERAL}月日年時點個人次元號樓層]))*"
_BARE = (
    r"(?:^|(?<=；))[0-9]{1,2}(?:[、及與和][0-9]{1,2})*"
    r"(?=(?:均|皆)?(?:同意|准予|持續列|持續辦|繼續列|繼續辦|續管|解列|解除|併入|不予|不同意|暫緩|暫不|因))"
    r"|(?<=併入)[0-9]{1,2}(?=辦理|列管|[，。；]|$)"
)
"""1、2同意解列；3併入1: numbers and no more, with which a clause opens that decides of them."""
_BRACKETED = "|".join(
    (
        rf"(?<=[除惟但中])（{_COUNTED}）",
        rf"(?<=併入)（{_COUNTED}）(?=[，。；\u3400-\u9fff]|$)",
        rf"^（{_COUNTED}）(?=擬|持續|繼續|賡續|同意|准予|建議|建請|提請|提報|解列|解除|維持|續)",
        rf"（{_COUNTED}）(?=[、及與和至到～]（)",
        rf"(?<=）[、及與和至到～])（{_COUNTED}）",
    )
)
"""（一）、（三）, 除（二）外: brackets that point, and do not open a part."""
ROW = (
    rf"(?:{_WORD}(?:第?{_COUNTED}{_MORE}案?|（{_COUNTED}{_MORE}）)|第{_COUNTED}號?(?:[、及與和]第?{_COUNTED}號?){{0,8}}案|第{_COUNTED}(?:[、及與和至]第?{_COUNTED}){{1,8}}[案項]|第（{_COUNTED}）(?:[、及與和至]第?（{_COUNTED}）){{0,8}}[案項]|第{_COUNTED}項(?=[、及與和，：均皆擬請同因仍外暫俟尚續解由已維歸]|[\u3400-\u9fff]{{2}}[市縣]|$)|(?<![0-9]){_COUNTED}號案"
    rf"|{_WORD}?{_CODE}案?|{_BRACKETED}|[㈠-㈩]|{_SIGN}(?:[、及與和]{_SIGN})*[兩二三四]?案(?![由情件])"
    rf"|(?:項次|編號|案號|代號)[A-N](?:[、及與和](?:項次|編號|案號|代號)?[A-N])*(?![A-Za-z0-9-])"
    rf"|[①-⑳]+(?:[、及與和至][①-⑳]+)*案?"
    rf"|{_BARE}"
    rf"|(?<=案)（{_COUNTED}(?:[、及與和至]{_COUNTED}){{1,8}}）)"
)
"""A number as it points to a row (項次5, 第四案; 第四、五案 and 項次1至3 point to several), as a regular expression."""
_ENCLOSED = str.maketrans(
    dict(zip("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "一二三四五六七八九十", strict=True))
    | {chr(ord("①") + at): str(at + 1) for at in range(20)}
)
OWN_CODE = "(?!第|列管|提案)[\u3400-\u9fff]{1,2}[0-9]{1,2}"
"""The code that a list itself gives a case (農1), as a regular expression."""
_BETWEEN = r"(?:(?:、|及|與|和|跟|暨|併同|以及|至|到|～)"
BEFORE = re.compile(rf"({ROW}|(?:^|(?<=；))[0-9]{{1,2}})$")
"""A number right before something."""
FIRST = re.compile(rf"({ROW})")
SEVERAL = re.compile(rf"{ROW}{_BETWEEN}{ROW})*(?!由(?:[：、，。「]|$))")
"""Numbers in one enumeration."""
TABLE = re.compile(rf"(?:附)?表(?P<table>{_COUNTED})")
"""A table by its number (表1)."""
JOINT_RULING = re.compile(rf"{ROW}{_BETWEEN}{ROW})+(?:主席)?(?:決議|裁示|決定|結論)：(?=.)")
"""The label of a ruling that says of which items it is (案三、案四決議：…)."""
NEAR = re.compile(rf"({ROW})(?:(?!本案|內容)[^，。；]){{0,6}}$")
"""A number in the clause right before something."""
_OPENING = re.compile(rf"^(?:有關|關於|針對|就)?(?:列管)?({_WORD}第?{_COUNTED}(?:案|項)?[：、，.]?)(?=「)")


def code(written: str) -> str:
    """The code in some words (編號A-01: "A1", T112-03: "T112-3", 112-衛-01: "112衛1"), "" when it has none."""
    if sign := re.fullmatch(f"({_SIGN})案?|((?![案第])[\u3400-\u9fff][0-9]{{1,2}})", written):
        return sign[1] or sign[2]
    if dated := re.search(r"([0-9]{2,3})-([\u3400-\u9fff]{1,2})-([0-9]{1,3})", written):
        return f"{dated[1]}{dated[2]}{int(dated[3])}"
    found = re.search(
        r"([A-Za-z]{1,3})\s*-?\s*([0-9]{1,4})(?:-([0-9]{1,3}))?|([0-9]{2,5})-([0-9]{1,3})"
        r"|([\u3400-\u9fff](?=-)|新)-?\s*([0-9]{1,2})",
        written,
    )
    if found is None:
        return ""
    if found[6]:
        return f"{found[6]}{int(found[7])}"
    serial = f"-{int(found[3])}" if found[3] else ""
    return f"{found[1].upper()}{int(found[2])}{serial}" if found[1] else f"{found[4]}-{int(found[5])}"


def row(written: str) -> str:
    """The row that some words point to, "" when they point to none.

    >>> row("項次5"), row("第五案"), row("編號B-02"), row("本案")
    ('5', '5', 'B2', '')
    """
    written = written.translate(_ENCLOSED)
    if sign := re.search(_SIGN, written):
        return sign[0]
    found = re.search(_COUNTED, written)
    number = numeral(found[0]) if found else None
    return code(written) or (str(number) if number else "")


def rows_of(written: str) -> list[str]:
    """Every row that an enumeration points to, ranges with all between.

    >>> rows_of("項次1、4"), rows_of("第一案至第三案"), rows_of("B-02及B-04"), rows_of("（一）、（三）")
    (['1', '4'], ['1', '2', '3'], ['B2', 'B4'], ['1', '3'])
    >>> rows_of("甲、丁兩案"), rows_of("①④")
    (['甲', '丁'], ['1', '4'])
    >>> rows_of("A、C案")
    ['A', 'C']
    """
    written = re.sub("(?<=[①-⑳])(?=[①-⑳])", "、", written).translate(_ENCLOSED)
    if signs := re.findall(_SIGN, written):
        return signs
    if code(written):
        return [code(found[0]) for found in re.finditer(_CODE, written)]
    found: list[int] = []
    for said in re.finditer(rf"({_COUNTED})", written):
        number = numeral(said[1]) or 0
        ranged = found and re.search(rf"[至到～](?:第|案件?|{_WORD}|（)?$", written[: said.start()])
        found += range(found[-1] + 1, number + 1) if ranged else [number]
    return [str(number) for number in found]


def opening_row(text: str) -> int | None:
    """The number of the list's row that a head points to (有關項次4「A」案), or None."""
    found = _OPENING.match(text)
    return numeral(row(found[1])) if found else None
