"""Numbers as minutes write them: 12, １２, 十二, 一百零五, 一一三, 拾貳, 兩, ⑫, ㈡ → int."""

import unicodedata

_DIGITS = {
    c: i
    for i, row in enumerate(("〇零○", "一壹", "二貳兩", "三參叁", "四肆", "五伍", "六陸", "七柒", "八捌", "九玖"))
    for c in row
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000}
_SIGNS = ("①⑳", "㈠㈩", "ⅠⅫ", "❶❿", "➀➉", "➊➓", "⑴⒇")
NUMERAL = "0-9〇零○一二三四五六七八九十百壹貳參叁肆伍陸柒捌玖拾"
"""The characters of a number, for use inside a regular expression's brackets."""


def numeral(text: str) -> int | None:
    """The value of a number in any of the forms above, or None when it is none.

    >>> [numeral(t) for t in ("12", "二十一", "一百零五", "一一三", "拾貳", "兩", "廿")]
    [12, 21, 105, 113, 12, 2, None]
    """
    if not text:
        return None
    if len(text) == 1 and any(pair[0] <= text <= pair[1] for pair in _SIGNS):
        return int(unicodedata.numeric(text))
    if text.isdecimal():
        return int(text)
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[char]
            digit = None
        else:
            return None
    return total + (digit or 0)
