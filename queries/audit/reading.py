"""The text of a sitting, read again for what no extraction keeps: its lines with their marks, in one spelling.

Always true: a Line's ``text`` is folded (one width, 臺 for 台) and squeezed (no blanks); ``offsets[i]`` says where its
i-th character stands in the document, so any slice of it can be quoted as the document has it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

_FOLDED = str.maketrans("台《》“”‘’﹁﹂﹃﹄—–─―‐‑−,:;()!?〔〕ㄧ", "臺「」「」『』「」『』-------，：；（）！？（）一")
NUMERAL = "0-9〇零○一二三四五六七八九十百"
"""The characters of a number, for use inside a regular expression's brackets."""
_DIGITS = {c: i for i, row in enumerate(("〇零○", "一", "二兩", "三", "四", "五", "六", "七", "八", "九")) for c in row}
_UNITS = {"十": 10, "百": 100}
_FORMAL = str.maketrans("壹貳參叁肆伍陸柒捌玖拾", "一二三三四五六七八九十")

_MARKS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("matter", rf"(?:案由|提案|報告案|討論案)(?P<n>[{NUMERAL}]*)：|案由(?P<m>[{NUMERAL}]+)"),
        ("label", r"(?:說明|決議|決定|裁示|擬辦|辦法|主席裁示|主席結論|結論|會議決議|會議結論|決議事項|辦理情形)："
                  r"(?!$)|(?:說明|決議|決定|裁示|擬辦|辦法|主席裁示|結論|會議決議|辦理情形)：?$"),
        ("formal", r"(?P<n>[壹貳參叁肆伍陸柒捌玖拾]+)、"),
        ("stem", r"(?P<n>[甲乙丙丁戊己庚])、"),
        ("comma", r"(?P<n>[一二三四五六七八九十]+)、"),
        ("round", r"（(?P<n>[一二三四五六七八九十]+)）"),
        ("third", r"(?:\d{1,2}\.){2}(?P<n>\d{1,2})(?![\d.])"),
        ("second", r"\d{1,2}\.(?P<n>\d{1,2})(?![\d.])"),
        ("point", r"(?P<n>\d{1,2})(?:[.．](?!\d)|、)"),
        ("digit", r"（(?P<n>\d{1,2})）"),
        ("circle", r"(?P<n>[①-⑳])"),
    )
)  # fmt: skip
_BULLET = re.compile(r"^[-*·•●■◆#>\s]+(?=\S)")


@dataclass(slots=True)
class Line:
    """A heading, an item or a paragraph, with the lines that it was wrapped into joined."""

    text: str
    offsets: list[int]
    mark: str = ""
    """Style of its mark: formal 壹、 comma 一、 round （一） point 1. second 1.1 digit （1） circle ① matter 案由一
    label 決議： row, or none."""
    number: int | None = None
    body: int = 0
    """Where the words behind the mark begin."""
    parent: Line | None = field(default=None, repr=False)
    children: list[Line] = field(default_factory=list, repr=False)

    @property
    def said(self) -> str:
        """The words behind the mark."""
        return self.text[self.body :]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document of ``text[start:end]``, which is not empty."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def above(self) -> Iterator[Line]:
        """The lines that it stands under, the nearest first."""
        line = self.parent
        while line is not None:
            yield line
            line = line.parent

    def items(self) -> list[Line]:
        """What it lists: the marked lines right below it, all in one style and in rising order."""
        marked = [line for line in self.children if line.mark]
        style = marked[0].mark if marked else ""
        listed: list[Line] = []
        for line in marked:
            if line.mark == style and (not listed or (line.number or 0) > (listed[-1].number or 0)):
                listed.append(line)
        return listed


def fold(text: str) -> str:
    """The text in one spelling, character for character: one width, 臺 for 台, one kind of quote and dash.

    >>> fold("台北市(北市)，２０２４“酷課雲”")
    '臺北市（北市），2024「酷課雲」'
    """
    return "".join(map(_fold, text))


@lru_cache(maxsize=65536)
def _fold(char: str) -> str:
    if "①" <= char <= "⑳" or char in "，：；（）！？、。「」『』":
        return char
    form = unicodedata.normalize("NFKC", char)
    return (form if len(form) == 1 else char).translate(_FOLDED)


def squeeze(text: str, start: int = 0) -> tuple[str, list[int]]:
    """The folded text without blanks, and where each of its characters stands (counted from ``start``)."""
    kept = [
        (char, start + at) for at, char in enumerate(fold(text)) if not char.isspace() and char not in "\ufeff\u200b"
    ]
    return "".join(char for char, _ in kept), [at for _, at in kept]


def normal(text: str) -> str:
    """A name without what is mere spelling: width, blanks, punctuation.

    >>> normal("「行動 天文館」校園趴趴ＧＯ!") == normal("行動天文館-校園趴趴go")
    True
    """
    return re.sub(r"[\W_]+", "", fold(text).casefold())


def numeral(text: str) -> int | None:
    """The value of a number written in figures or Chinese numerals, or None.

    >>> [numeral(t) for t in ("12", "二十一", "一百零五", "一一三", "兩", "廿")]
    [12, 21, 105, 113, 2, None]
    """
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            total, digit = total + (1 if digit is None else digit) * _UNITS[char], None
        else:
            return None
    return total + (digit or 0)


def lines(text: str, start: int, end: int) -> list[Line]:
    """The lines of ``text[start:end]``, each under the one that it belongs to."""
    found: list[Line] = []
    stack: list[Line] = []
    at, gap = start, False
    for raw in text[start:end].split("\n"):
        line = _line(raw, at)
        at += len(raw) + 1
        if line is None:
            gap = True
        elif not line.mark and found and _goes_on(found[-1], line, gap):
            found[-1].text += line.text
            found[-1].offsets += line.offsets
            gap = False
        else:
            _place(line, stack)
            found.append(line)
            gap = False
    return found


def _line(raw: str, at: int) -> Line | None:
    row = "\t" in raw.strip() or raw.lstrip().startswith("|")
    bullet = _BULLET.match(raw)
    skipped = bullet.end() if bullet else 0
    text, offsets = squeeze(raw[skipped:], at + skipped)
    text_, kept = _without_stars(text, offsets)
    if not text_:
        return None
    if row:
        return Line(text_, kept, "row", _row_number(raw))
    for name, form in _MARKS:
        if mark := form.match(text_):
            number = next((n for n in mark.groupdict().values() if n), "")
            return Line(text_, kept, name, _value(number), mark.end())
    return Line(text_, kept)


def _without_stars(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """Markdown's ** taken out."""
    if "**" not in text:
        return text, offsets
    kept = [(char, at) for char, at in zip(text, offsets, strict=True) if char != "*"]
    return "".join(char for char, _ in kept), [at for _, at in kept]


def _row_number(raw: str) -> int | None:
    cell = next((cell.strip() for cell in re.split(r"[\t|]", raw) if cell.strip()), "")
    return _value(fold(cell).strip("（）.、"))


def _value(number: str) -> int | None:
    if len(number) == 1 and "①" <= number <= "⑳":
        return int(unicodedata.numeric(number))
    if number in tuple("甲乙丙丁戊己庚"):
        return "甲乙丙丁戊己庚".index(number) + 1
    return numeral(number.translate(_FORMAL))


def _goes_on(before: Line, line: Line, gap: bool) -> bool:
    """Whether an unmarked line goes on with the one before it, which was wrapped."""
    if before.mark == "row" or before.text.endswith(("。", "：", "；")):
        return False
    return not gap or line.text[0] not in "「" or not before.mark


def _place(line: Line, stack: list[Line]) -> None:
    """Put a line under the one that it belongs to: a style that is open closes all that was opened under it."""
    if line.mark and line.mark != "row":
        styles = [one.mark for one in stack]
        if line.mark in styles:
            del stack[styles.index(line.mark) :]
        elif line.mark == "formal":
            stack.clear()
        elif line.mark == "matter":
            del stack[1:]
    line.parent = stack[-1] if stack else None
    if line.parent is not None:
        line.parent.children.append(line)
    if line.mark and line.mark != "row":
        stack.append(line)
