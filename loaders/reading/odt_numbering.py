"""Numbers of OpenDocument lists and headings. Always true: a mark depends only on the items counted before it, so items
must be counted once each, in document order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from loaders.reading.numerals import Numeral, bullet, marked, written

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_LATIN = {"1": Numeral.DECIMAL, "a": Numeral.LOWER_LETTER, "A": Numeral.UPPER_LETTER, "i": Numeral.LOWER_ROMAN,
          "I": Numeral.UPPER_ROMAN, "１": Numeral.FULL_WIDTH, "": Numeral.NONE}  # fmt: skip
_NATIVE = {numeral.value: numeral for numeral in Numeral if len(numeral.value) == 1}
_PLACEHOLDER = re.compile(r"%(\d{1,2})%")


def name(prefixed: str) -> str:
    """The qualified name that lxml knows "text:p" by."""
    prefix, local = prefixed.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    numeral: Numeral = Numeral.NONE
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    gap: bool = True
    bullet: str | None = None
    pattern: str | None = None

    def mark(self, counters: dict[int, int], depth: int, levels: dict[int, Level]) -> str:
        """The mark of an item at ``depth`` (1 is the outermost)."""
        if self.bullet is not None:
            return marked(self.prefix + bullet(self.bullet) + self.suffix, self.gap)
        if self.numeral is Numeral.NONE and not self.pattern:
            return marked(self.prefix + self.suffix, self.gap)

        def part(at: int) -> str:
            other = self if at == depth else levels.get(at, Level())
            return written(counters.get(at, other.start), other.numeral)

        if self.pattern:
            return marked(_PLACEHOLDER.sub(lambda found: part(int(found[1])), self.pattern), self.gap)
        parts = [part(at) for at in range(max(1, depth - self.shown + 1), depth + 1)]
        return marked(self.prefix + ".".join(filter(None, parts)) + self.suffix, self.gap)


class ListStyles:
    """The list styles of a document, found by name, by paragraph style, or as the outline of its headings."""

    def __init__(self, roots: list[Any]) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._of_paragraph: dict[str, tuple[str, str]] = {}
        self.outline: dict[int, Level] = {}
        for root in roots:
            for element in root.iter(name("text:list-style")):
                self._levels[element.get(name("style:name"), "")] = dict(map(_level, _level_elements(element)))
            for element in root.iter(name("text:outline-style")):
                self.outline = dict(map(_level, _level_elements(element)))
            for element in root.iter(name("style:style")):
                self._of_paragraph[element.get(name("style:name"), "")] = (
                    element.get(name("style:list-style-name"), ""),
                    element.get(name("style:parent-style-name"), ""),
                )

    def levels(self, style: str) -> dict[int, Level]:
        """The levels of a list style; none if there is no such style."""
        return self._levels.get(style, {})

    def of_paragraph(self, style: str) -> str:
        """The list style that a paragraph style, or one it builds on, asks for."""
        for _ in range(len(self._of_paragraph)):
            own, parent = self._of_paragraph.get(style, ("", ""))
            if own or not parent:
                return own
            style = parent
        return ""


class Counter:
    """The running numbers of one list, level by level."""

    def __init__(self) -> None:
        self.numbers: dict[int, int] = {}

    def count(self, depth: int, level: Level, start: int | None = None) -> dict[int, int]:
        """Count an item at ``depth``, from ``start`` where the item itself says so; deeper levels begin anew."""
        following = self.numbers[depth] + 1 if depth in self.numbers else level.start
        self.numbers = {at: number for at, number in self.numbers.items() if at < depth}
        self.numbers[depth] = following if start is None else start
        return self.numbers


def _level_elements(style: Any) -> list[Any]:
    return [child for child in style if child.get(name("text:level")) is not None]


def _level(element: Any) -> tuple[int, Level]:
    label = element.find(f".//{name('style:list-level-label-alignment')}")
    follows = label.get(name("text:label-followed-by"), "listtab") if label is not None else "listtab"
    form = element.get(name("style:num-format"), "")
    sign = element.get(name("text:bullet-char"), "") if element.tag == name("text:list-level-style-bullet") else None
    if element.tag == name("text:list-level-style-image"):
        sign = ""
    level = Level(
        numeral=_LATIN.get(form) or _NATIVE.get(form[:1], Numeral.DECIMAL),
        prefix=element.get(name("style:num-prefix"), ""),
        suffix=element.get(name("style:num-suffix"), ""),
        shown=integer(element.get(name("text:display-levels")), 1),
        start=integer(element.get(name("text:start-value")), 1),
        gap=follows != "nothing",
        bullet=sign,
        pattern=element.get(name("loext:num-list-format")) if sign is None else None,
    )
    return integer(element.get(name("text:level")), 1), level


def integer(text: str | None, default: int) -> int:
    """The number that an attribute holds, or ``default``."""
    return int(text) if text and text.isdigit() and len(text) < 10 else default
