"""HTML. Always true: block elements become lines, table rows one line each; what a browser does not show is left out.

A table that holds another table, or a single cell, is layout: its cells are blocks like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from loaders.reading.encoding import decode
from loaders.reading.limits import LIMITS, Limits
from loaders.reading.lines import Cell, RunningLine, newlines, row_line, spanned
from loaders.reading.numerals import Numeral, marked, written
from loaders.reading.refusal import megabytes, refusal

_UNSEEN = frozenset(
    {"head", "script", "style", "template", "noscript", "svg", "math", "object", "iframe", "textarea",
     "select", "datalist", "canvas", "audio", "video", "rp", "rt", "-comment", "-doctype"}
)  # fmt: skip
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
     "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
     "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search",
     "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)  # fmt: skip
_TYPES = {"1": Numeral.DECIMAL, "a": Numeral.LOWER_LETTER, "A": Numeral.UPPER_LETTER, "i": Numeral.LOWER_ROMAN,
          "I": Numeral.UPPER_ROMAN}  # fmt: skip
_LIST_STYLES = {
    "none": Numeral.NONE, "decimal": Numeral.DECIMAL, "decimal-leading-zero": Numeral.DECIMAL_ZERO,
    "lower-alpha": Numeral.LOWER_LETTER, "lower-latin": Numeral.LOWER_LETTER, "upper-alpha": Numeral.UPPER_LETTER,
    "upper-latin": Numeral.UPPER_LETTER, "lower-roman": Numeral.LOWER_ROMAN, "upper-roman": Numeral.UPPER_ROMAN,
    "cjk-ideographic": Numeral.COUNTING, "trad-chinese-informal": Numeral.COUNTING, "cjk-decimal": Numeral.DIGITS,
    "trad-chinese-formal": Numeral.LEGAL, "cjk-heavenly-stem": Numeral.STEM, "cjk-earthly-branch": Numeral.BRANCH,
}  # fmt: skip
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.I)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_CHARSET = re.compile(rb"""<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.I)
_QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNNESTED = frozenset(
    {"area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option",
     "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr"}
)  # fmt: skip
_MOST_TAGS = 1_000_000
_MOST = 5_000
"""Deepest nesting, and most attributes of one tag: past this the parser's time grows with the square."""


def text_of(data: bytes, name: str, limits: Limits = LIMITS) -> str:
    """The text that a browser would show for this page; InputError when it is too large or nests too deep."""
    if len(data) > limits.markup_bytes:
        raise refusal(name, f"is more than {megabytes(limits.markup_bytes)} of HTML", "split it")
    declared = _CHARSET.search(data[:4096])
    source = newlines(decode(data, name, declared[1].decode("ascii", "replace") if declared else None))
    if source.count("<") > _MOST_TAGS:
        raise refusal(name, f"has more than {_MOST_TAGS:,} tags", "split it, or save it as .txt")
    if _is_tangled(source):
        raise refusal(name, "nests its tags too deep to be a document", "save the page again, or as .txt")
    root = LexborHTMLParser(source.lstrip("\ufeff")).root
    return "\n".join(_Page().lines(root)) if root is not None else ""


def _is_tangled(source: str) -> bool:
    bare = _QUOTED.sub("=", source)
    depth = 0
    for tag in _TAG.finditer(bare):
        if tag[2].lower() not in _UNNESTED:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > _MOST:
                return True
    inside = (part.rpartition("<")[2] for part in bare.split(">") if len(part) > 2 * _MOST)
    return any(len(re.findall(r"[\s/]+", tag)) > _MOST for tag in inside if tag[:1].isalpha())


class _Page:
    """One walk over a page, or over one cell of it."""

    def __init__(self) -> None:
        self._line = RunningLine()
        self._mark = ""
        self._numbers: dict[int, int] = {}
        self._preformatted = 0

    def lines(self, root: LexborNode) -> Iterator[str]:
        """The lines under ``root``, walked without recursion: pages may nest as deep as they like."""
        stack: list[tuple[LexborNode, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            tag = node.tag or ""
            if leaving:
                self._preformatted -= tag == "pre"
                yield from self._broken()
                continue
            if tag == "-text":
                yield from self._text(node)
            elif tag == "br":
                yield from self._broken(always=True)
            elif tag in _UNSEEN or _is_hidden(node):
                continue
            elif tag == "table" and not _is_layout(node):
                yield from self._broken()
                yield from _table_lines(node)
            else:
                if tag in _BLOCKS:
                    yield from self._broken()
                    stack.append((node, True))
                    self._enter(node, tag)
                stack += [(child, False) for child in reversed(list(node.iter(include_text=True)))]
        yield from self._broken()

    def _enter(self, node: LexborNode, tag: str) -> None:
        self._preformatted += tag == "pre"
        if tag == "li":
            self._mark = self._item_mark(node)

    def _text(self, node: LexborNode) -> Iterator[str]:
        text = node.text_content or ""
        if not self._preformatted:
            if text.strip(" \t\n\f") and self._mark:
                text = text.lstrip(" \t\n\f")
                self._line.literal(self._mark)
                self._mark = ""
            self._line.raw(text)
            return
        first, *rest = text.split("\n")
        self._line.literal(first)
        for line in rest:
            yield from self._broken(always=True)
            self._line.literal(line)

    def _broken(self, always: bool = False) -> Iterator[str]:
        if self._line or always:
            yield self._line.text()
            self._line = RunningLine()

    def _item_mark(self, item: LexborNode) -> str:
        parent = item.parent
        style = _list_style(item) or (_list_style(parent) if parent is not None else None)
        if parent is None or parent.tag != "ol":
            return "" if style is Numeral.NONE else "• "
        if parent.mem_id not in self._numbers:
            count = sum(child.tag == "li" for child in parent.iter()) if "reversed" in parent.attributes else 0
            self._numbers[parent.mem_id] = _integer(parent.attributes.get("start"), count or 1)
        number = _integer(item.attributes.get("value"), self._numbers[parent.mem_id])
        self._numbers[parent.mem_id] = number + (-1 if "reversed" in parent.attributes else 1)
        style = style or _TYPES.get(item.attributes.get("type") or parent.attributes.get("type") or "", Numeral.DECIMAL)
        if style is Numeral.NONE:
            return ""
        end = "、" if style in (Numeral.COUNTING, Numeral.LEGAL, Numeral.STEM, Numeral.BRANCH, Numeral.DIGITS) else "."
        return marked(written(number, style) + end, gap=True)


def _list_style(node: LexborNode) -> Numeral | None:
    found = _LIST_STYLE.search(node.attributes.get("style") or "")
    return _LIST_STYLES.get(found[1].lower()) if found else None


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None


def _within(root: LexborNode) -> Iterator[LexborNode]:
    """The elements under ``root``, in order."""
    node = root.child
    while node is not None:
        yield node
        following = node.child or node.next
        while following is None and node.parent is not None and node.parent.mem_id != root.mem_id:
            node = node.parent
            following = node.next
        node = following


def _is_layout(table: LexborNode) -> bool:
    cells = 0
    for node in _within(table):
        if node.tag == "table":
            return True
        cells += node.tag in ("td", "th")
    return cells == 1


def _table_lines(table: LexborNode) -> Iterator[str]:
    rows: list[list[Cell]] = []
    for node in _within(table):
        if node.tag == "caption":
            yield from _Page().lines(node)
        elif node.tag == "tr" and not _is_hidden(node):
            rows.append([_cell(child) for child in node.iter() if child.tag in ("td", "th")])
    yield from map(row_line, spanned(row for row in rows if row))


def _cell(node: LexborNode) -> Cell:
    text = "" if _is_hidden(node) else "\n".join(_Page().lines(node))
    return Cell(text, _integer(node.attributes.get("colspan"), 1), _integer(node.attributes.get("rowspan"), 1))


def _integer(text: str | None, default: int) -> int:
    try:
        return int(text) if text and len(text) < 10 else default
    except ValueError:
        return default
