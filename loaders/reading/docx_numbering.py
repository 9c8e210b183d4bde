"""Automatic numbers of Word paragraphs. Always true: a paragraph's mark depends only on those asked about before it,
so marks must be asked for once each, in document order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from loaders.reading.numerals import Numeral, bullet, marked, written

_FORMATS = {
    "none": Numeral.NONE, "decimal": Numeral.DECIMAL, "decimalZero": Numeral.DECIMAL_ZERO,
    "decimalFullWidth": Numeral.FULL_WIDTH, "decimalFullWidth2": Numeral.FULL_WIDTH,
    "lowerLetter": Numeral.LOWER_LETTER, "upperLetter": Numeral.UPPER_LETTER,
    "lowerRoman": Numeral.LOWER_ROMAN, "upperRoman": Numeral.UPPER_ROMAN,
    "taiwaneseCountingThousand": Numeral.COUNTING, "taiwaneseCounting": Numeral.COUNTING,
    "chineseCounting": Numeral.COUNTING, "chineseCountingThousand": Numeral.COUNTING,
    "japaneseCounting": Numeral.COUNTING, "koreanCounting": Numeral.COUNTING,
    "ideographDigital": Numeral.DIGITS, "taiwaneseDigital": Numeral.DIGITS,
    "ideographLegalTraditional": Numeral.LEGAL, "chineseLegalSimplified": Numeral.LEGAL,
    "ideographTraditional": Numeral.STEM, "ideographZodiac": Numeral.BRANCH,
    "decimalEnclosedCircle": Numeral.CIRCLE, "decimalEnclosedCircleChinese": Numeral.CIRCLE,
    "decimalEnclosedParen": Numeral.PAREN, "decimalEnclosedFullstop": Numeral.STOP,
    "ideographEnclosedCircle": Numeral.IDEOGRAPH_CIRCLE,
}  # fmt: skip
_PLACEHOLDER = re.compile(r"%([1-9])")
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; it starts anew after level ``restart`` (1-based; 0: never)."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    gap: bool = True
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    number: str | None
    level: int | None


class Numbering:
    """The counters of one document; ``numbering`` and ``styles`` are the roots of those parts, or None."""

    def __init__(self, numbering: Any | None, styles: Any | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default_style = ""
        self._levels: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._abstract: dict[str, str] = {}
        self._overrides: dict[str, dict[int, Level]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._used: set[tuple[str, int]] = set()
        if styles is not None:
            self._read_styles(styles)
        if numbering is not None:
            self._read_numbering(numbering)

    def mark(self, paragraph: Any) -> str:
        """The number or bullet Word shows before this paragraph, ready to stand before its text; "" for none."""
        number, depth = self._number_of(paragraph)
        abstract = self._abstract.get(number or "")
        if number is None or abstract is None:
            return ""
        levels = self._levels_of(number, abstract)
        level = levels.get(depth)
        if level is None:
            return ""
        counters = self._count(number, abstract, depth, levels)
        if level.format == "bullet":
            return marked(bullet(level.text), level.gap)
        text = _PLACEHOLDER.sub(lambda found: self._part(int(found[1]) - 1, level, levels, counters), level.text)
        return marked(text, level.gap)

    def _part(self, depth: int, level: Level, levels: dict[int, Level], counters: dict[int, int]) -> str:
        other = levels.get(depth, Level())
        style = Numeral.DECIMAL if level.legal else _FORMATS.get(other.format, Numeral.DECIMAL)
        return written(counters.get(depth, other.start), style)

    def _count(self, number: str, abstract: str, depth: int, levels: dict[int, Level]) -> dict[int, int]:
        counters = self._counters.setdefault(abstract, {})
        restart = self._restarts.get(number, {}).get(depth)
        if restart is not None and (number, depth) not in self._used:
            counters[depth] = restart
        else:
            counters[depth] = counters[depth] + 1 if depth in counters else levels[depth].start
        self._used.add((number, depth))
        for deeper in [other for other in counters if other > depth]:
            after = levels.get(deeper, Level()).restart
            if after is None or 0 < depth + 1 <= after:
                del counters[deeper]
        return counters

    def _levels_of(self, number: str, abstract: str) -> dict[int, Level]:
        for _ in range(_LONGEST_CHAIN):
            linked = self._styles.get(self._links.get(abstract, ""))
            if linked is None or linked.number is None or linked.number not in self._abstract:
                break
            abstract = self._abstract[linked.number]
        return {**self._levels.get(abstract, {}), **self._overrides.get(number, {})}

    def _number_of(self, paragraph: Any) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, else those of its style; list "0" takes both away."""
        properties = paragraph.find(qn("w:pPr"))
        own = _numpr(properties)
        style_id = _value(properties, "w:pStyle") or self._default_style
        number, level = own
        chain = style_id
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(chain)
            if style is None or number is not None:
                break
            if style.number is not None:
                number = style.number
                level = level if level is not None else self._level_of_style(number, style_id, style.level)
            chain = style.based_on or ""
        return (None, 0) if number == "0" else (number, level or 0)

    def _level_of_style(self, number: str, style_id: str, level: int | None) -> int | None:
        levels = self._levels_of(number, self._abstract.get(number, ""))
        return next((depth for depth, each in levels.items() if each.style == style_id), level)

    def _read_styles(self, root: Any) -> None:
        for style in root.iterfind(qn("w:style")):
            style_id = style.get(qn("w:styleId"), "")
            number, level = _numpr(style.find(qn("w:pPr")))
            self._styles[style_id] = _Style(_value(style, "w:basedOn"), number, level)
            if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on"):
                self._default_style = style_id

    def _read_numbering(self, root: Any) -> None:
        for abstract in root.iterfind(qn("w:abstractNum")):
            name = abstract.get(qn("w:abstractNumId"), "")
            self._levels[name] = dict(map(_level, abstract.iterfind(qn("w:lvl"))))
            if link := _value(abstract, "w:numStyleLink"):
                self._links[name] = link
        for num in root.iterfind(qn("w:num")):
            number = num.get(qn("w:numId"), "")
            self._abstract[number] = _value(num, "w:abstractNumId") or ""
            for override in num.iterfind(qn("w:lvlOverride")):
                depth = _integer(override.get(qn("w:ilvl"))) or 0
                start = _integer(_value(override, "w:startOverride"))
                if start is not None:
                    self._restarts.setdefault(number, {})[depth] = start
                if (level := override.find(qn("w:lvl"))) is not None:
                    self._overrides.setdefault(number, {})[depth] = _level(level)[1]


def _level(element: Any) -> tuple[int, Level]:
    start = _integer(_value(element, "w:start"))
    level = Level(
        start=0 if start is None else start,
        format=_value(element, "w:numFmt") or "decimal",
        text=_value(element, "w:lvlText") or "",
        gap=_value(element, "w:suff") != "nothing",
        legal=element.find(qn("w:isLgl")) is not None and _value(element, "w:isLgl") not in ("0", "false", "off"),
        restart=_integer(_value(element, "w:lvlRestart")),
        style=_value(element, "w:pStyle"),
    )
    return _integer(element.get(qn("w:ilvl"))) or 0, level


def _numpr(properties: Any | None) -> tuple[str | None, int | None]:
    numpr = properties.find(qn("w:numPr")) if properties is not None else None
    return (_value(numpr, "w:numId"), _integer(_value(numpr, "w:ilvl"))) if numpr is not None else (None, None)


def _value(parent: Any | None, tag: str) -> str | None:
    child = parent.find(qn(tag)) if parent is not None else None
    found = child.get(qn("w:val")) if child is not None else None
    return None if found is None else str(found)


def _integer(text: str | None) -> int | None:
    return int(text) if text and text.lstrip("-").isdigit() and len(text) < 10 else None
