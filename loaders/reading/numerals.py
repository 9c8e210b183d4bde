"""Numbers as lists write them: 一、 壹、 甲、 ① 1. a. iv.

Always true: a number that a style cannot write (0, or past its last sign) comes out in Arabic digits.
"""

from __future__ import annotations

from enum import Enum

_COUNTING = "零一二三四五六七八九"
_LEGAL = "零壹貳參肆伍陸柒捌玖"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class Numeral(Enum):
    """A way to write the number of a list item."""

    NONE = "none"
    DECIMAL = "decimal"
    DECIMAL_ZERO = "decimal-leading-zero"
    FULL_WIDTH = "full-width"
    LOWER_LETTER = "lower-letter"
    UPPER_LETTER = "upper-letter"
    LOWER_ROMAN = "lower-roman"
    UPPER_ROMAN = "upper-roman"
    COUNTING = "一"
    DIGITS = "一〇"
    LEGAL = "壹"
    STEM = "甲"
    BRANCH = "子"
    CIRCLE = "①"
    PAREN = "⑴"
    STOP = "⒈"
    IDEOGRAPH_CIRCLE = "㊀"
    IDEOGRAPH_PAREN = "㈠"


_SIGNS = {
    Numeral.STEM: "甲乙丙丁戊己庚辛壬癸",
    Numeral.BRANCH: "子丑寅卯辰巳午未申酉戌亥",
    Numeral.CIRCLE: "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)))),
    Numeral.PAREN: "".join(map(chr, range(0x2474, 0x2488))),
    Numeral.STOP: "".join(map(chr, range(0x2488, 0x249C))),
    Numeral.IDEOGRAPH_CIRCLE: "".join(map(chr, range(0x3280, 0x328A))),
    Numeral.IDEOGRAPH_PAREN: "".join(map(chr, range(0x3220, 0x322A))),
}


def written(value: int, style: Numeral) -> str:
    """The number ``value`` in ``style``.

    >>> [written(n, Numeral.COUNTING) for n in (3, 10, 12, 20, 105)]
    ['三', '十', '十二', '二十', '一百零五']
    >>> written(11, Numeral.LEGAL), written(2, Numeral.STEM), written(4, Numeral.LOWER_ROMAN)
    ('拾壹', '乙', 'iv')
    """
    if style is Numeral.NONE:
        return ""
    plain = str(value)
    if style is Numeral.DECIMAL_ZERO:
        return plain.zfill(2)
    if style is Numeral.FULL_WIDTH:
        return plain.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    if style is Numeral.DIGITS:
        return plain.translate({ord("0") + digit: sign for digit, sign in enumerate("〇" + _COUNTING[1:])})
    if not 0 < value < 10_000:
        return plain
    if style in _SIGNS:
        signs = _SIGNS[style]
        return signs[value - 1] if value <= len(signs) else plain
    if style in (Numeral.COUNTING, Numeral.LEGAL):
        return _counted(value, *((_COUNTING, "千百十") if style is Numeral.COUNTING else (_LEGAL, "仟佰拾")))
    if style in (Numeral.LOWER_ROMAN, Numeral.UPPER_ROMAN):
        roman = _roman(value)
        return roman.upper() if style is Numeral.UPPER_ROMAN else roman
    if style in (Numeral.LOWER_LETTER, Numeral.UPPER_LETTER):
        times, letter = divmod(value - 1, 26)
        return chr((97 if style is Numeral.LOWER_LETTER else 65) + letter) * (times + 1)
    return plain


def _counted(value: int, digits: str, units: str) -> str:
    out = ""
    for power, unit in zip((1000, 100, 10, 1), (*units, ""), strict=True):
        digit = value // power % 10
        if digit:
            out += digits[digit] + unit
        elif out and not out.endswith(digits[0]) and value % power:
            out += digits[0]
    return out[1:] if 10 <= value < 20 else out


def _roman(value: int) -> str:
    out = ""
    for size, sign in _ROMAN:
        times, value = divmod(value, size)
        out += sign * times
    return out


def marked(number: str, gap: bool) -> str:
    """A list mark ready to stand before its text: a blank follows where ``gap``, but not after a full-width sign.

    >>> marked("一、", True) + "開會時間", marked("1.", True) + "請持續辦理"
    ('一、開會時間', '1. 請持續辦理')
    """
    return number + " " if gap and number and number[-1] not in "、，。：；）」』】〉》．　 " else number


def bullet(sign: str) -> str:
    """A bullet that any font shows: "•" for the private signs of symbol fonts, else the sign itself."""
    return "•" if not sign.strip() or any("\ue000" <= char <= "\uf8ff" for char in sign) else sign
