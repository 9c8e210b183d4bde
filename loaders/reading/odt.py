"""OpenDocument texts. Always true: paragraphs, lists and tables come in document order, with the numbers their styles
give; page headers and footers, comments and tracked deletions are left out; notes stand at the end.

A table of a single cell is a frame: its paragraphs stay lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from odfdo import Container

from loaders.reading.archive import check_package
from loaders.reading.limits import LIMITS, Limits
from loaders.reading.lines import MOST_COLUMNS, RunningLine, cell_text, row_line
from loaders.reading.odt_numbering import Counter, ListStyles, integer, name
from loaders.reading.refusal import refusal

_LEFT_OUT = frozenset(
    map(name, ("text:tracked-changes", "office:annotation", "office:annotation-end", "office:forms",
               "office:binary-data", "text:sequence-decls", "text:variable-decls", "text:user-field-decls",
               "text:hidden-text", "text:ruby-text", "text:table-of-content-source", "text:illustration-index-source",
               "text:table-index-source", "svg:title", "svg:desc", "text:alphabetical-index-source",
               "text:user-index-source", "text:bibliography-source"))
)  # fmt: skip
_PARAGRAPHS = (name("text:p"), name("text:h"))
_OWN_NUMBER = re.compile(r"\s*[（(]?(?:[一二三四五六七八九十壹貳參肆伍陸柒捌玖拾甲乙丙丁]+|\d+)[、.．）)]")
_MOST_REPEATS = 100
_MOST_BLANKS = 1_000


def text_of(data: bytes, file_name: str, limits: Limits = LIMITS) -> str:
    """The text of an ODT; InputError when it is encrypted or too large, other errors of odfdo and lxml when damaged."""
    check_package(BytesIO(data), file_name, "ODT", limits)
    package = Container(BytesIO(data))
    if b"encryption-data" in _part(package, "META-INF/manifest.xml"):
        raise refusal(file_name, "is encrypted with a password", "save it without a password")
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    parts = [part for wanted in ("styles.xml", "content.xml") if (part := _part(package, wanted))]
    roots = [etree.fromstring(part, parser) for part in parts]
    body = roots[-1].find(f"{name('office:body')}/{name('office:text')}")
    story = _Story(ListStyles(roots))
    lines = list(story.lines(body))
    for number, note in enumerate(story.notes, 1):
        text = "\n".join(story.lines(note))
        lines.append(f"註{number}：{cell_text(text)}")
    return "\n".join(lines)


def _part(package: Container, wanted: str) -> bytes:
    part = package.get_part(wanted) if wanted in package.parts else b""
    return part.encode() if isinstance(part, str) else part or b""


class _Story:
    """One walk through a document, counting its list items and gathering its notes."""

    def __init__(self, styles: ListStyles) -> None:
        self._styles = styles
        self._outline = Counter()
        self._by_id: dict[str, Counter] = {}
        self._by_style: dict[str, Counter] = {}
        self.notes: list[Any] = []

    def lines(self, container: Any) -> Iterator[str]:
        """The lines of the paragraphs, lists and tables in ``container``."""
        for block in container:
            if block.tag in _PARAGRAPHS:
                yield from self._paragraph(block, self._heading_mark(block))
            elif block.tag == name("text:list"):
                yield from self._list(block)
            elif block.tag == name("table:table"):
                yield from self._table(block)
            elif isinstance(block.tag, str) and block.tag not in _LEFT_OUT:
                yield from self.lines(block)

    def _paragraph(self, paragraph: Any, mark: str = "") -> Iterator[str]:
        line = RunningLine()
        boxes: list[Any] = []
        self._inline(paragraph, line, boxes)
        yield from (mark + line.text()).split("\n")
        for box in boxes:
            yield from self.lines(box)

    def _inline(self, parent: Any, line: RunningLine, boxes: list[Any]) -> None:
        line.raw(parent.text or "")
        for child in parent:
            tag = child.tag
            if tag == name("text:s"):
                line.literal(" " * min(integer(child.get(name("text:c")), 1), _MOST_BLANKS))
            elif tag == name("text:tab"):
                line.literal("\t")
            elif tag == name("text:line-break"):
                line.literal("\n")
            elif tag == name("text:note"):
                self.notes += child.findall(name("text:note-body"))
            elif isinstance(tag, str) and tag.startswith(name("draw:x")[:-1]):
                boxes.append(child)
            elif isinstance(tag, str) and tag not in _LEFT_OUT:
                self._inline(child, line, boxes)
            line.raw(child.tail or "")

    def _heading_mark(self, block: Any) -> str:
        depth = integer(block.get(name("text:outline-level")), 0)
        level = self._styles.outline.get(depth)
        if block.tag != name("text:h") or level is None or block.get(name("text:is-list-header")) == "true":
            return ""
        if _OWN_NUMBER.match("".join(block.itertext())):  # a template's numbers on top of typed ones say nothing
            return ""
        start = integer(block.get(name("text:start-value")), 0) or None
        return level.mark(self._outline.count(depth, level, start), depth, self._styles.outline)

    def _list(self, element: Any) -> Iterator[str]:
        style = element.get(name("text:style-name")) or self._style_of_first(element)
        counter = self._by_id.get(element.get(name("text:continue-list"), ""))
        if counter is None and element.get(name("text:continue-numbering")) == "true":
            counter = self._by_style.get(style)
        counter = counter or Counter()
        self._by_style[style] = counter
        if identity := element.get(name("xml:id")):
            self._by_id[identity] = counter
        yield from self._items(element, style, 1, counter)

    def _style_of_first(self, element: Any) -> str:
        first = next(element.iter(*_PARAGRAPHS), None)
        return self._styles.of_paragraph(first.get(name("text:style-name"), "")) if first is not None else ""

    def _items(self, element: Any, style: str, depth: int, counter: Counter) -> Iterator[str]:
        levels = self._styles.levels(style)
        for item in element:
            if item.tag not in (name("text:list-item"), name("text:list-header")):
                continue
            counted = item.tag == name("text:list-header")
            for block in item:
                if block.tag == name("text:list"):
                    yield from self._items(block, block.get(name("text:style-name")) or style, depth + 1, counter)
                elif block.tag in _PARAGRAPHS:
                    level = levels.get(depth)
                    mark = ""
                    if level is not None and not counted:
                        start = integer(item.get(name("text:start-value")), -1)
                        mark = level.mark(counter.count(depth, level, None if start < 0 else start), depth, levels)
                    counted = True
                    yield from self._paragraph(block, mark)
                else:
                    yield from self.lines([block])

    def _table(self, table: Any) -> Iterator[str]:
        rows = [row for row in table.iter(name("table:table-row")) if _owner(row) is table]
        if len(rows) == 1 and len(cells := rows[0].findall(name("table:table-cell"))) == 1 and len(rows[0]) == 1:
            yield from self.lines(cells[0])
            return
        for row in rows:
            line = row_line(self._cells(row))
            repeats = min(integer(row.get(name("table:number-rows-repeated")), 1), _MOST_REPEATS)
            yield from [line] * (repeats if line.strip("\t") else 1)

    def _cells(self, row: Any) -> Iterator[str]:
        width = 0
        for cell in row:
            if cell.tag not in (name("table:table-cell"), name("table:covered-table-cell")) or width >= MOST_COLUMNS:
                continue
            covered = cell.tag == name("table:covered-table-cell")
            text = "" if covered else "\n".join(self.lines(cell))
            repeats = min(integer(cell.get(name("table:number-columns-repeated")), 1), MOST_COLUMNS - width)
            width += repeats
            yield from [text] * repeats


def _owner(row: Any) -> Any:
    table = row.getparent()
    while table.tag != name("table:table"):
        table = table.getparent()
    return table
