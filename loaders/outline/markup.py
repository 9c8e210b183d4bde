"""Mark-up of a text blanked or turned into what the outline reads: tags, pipes, boxes, aligned columns, decoration.

Always true: the length never changes, so an offset in the prepared view is the offset in the text.
"""

from __future__ import annotations

import re

from loaders.lexicon.agenda import asked_outcome_of
from loaders.lexicon.headings import header_words, heading
from loaders.numerals import NUMERAL, numeral
from loaders.outline.columns import aligned
from loaders.outline.marks import mark
from loaders.outline.rows import closed
from loaders.outline.stacked import cards, tables

_TAGS = re.compile(r"</?(?:p|br|div|span|b|strong|u|i)\b[^>]{0,40}>|\*\*|(?<!_)__(?!_)|&nbsp；", re.IGNORECASE)
_BRACKETS = re.compile(
    r"(?P<blank>\s*)(?P<sign>[【〈\[《（<「])(?P<words>[^】〉\]》）>」]{1,20})[】〉\]》）>」](?P<colon>：?)"
)
_NAMED = re.compile(
    rf"(\s*(?:[^\s【】「」：，。]{{1,6}}\s*)?[{NUMERAL}]{{1,3}}(?:案|[、.：）])?\s*)【([^】]{{4,50}})】"
)
"""An item whose name stands in square brackets (議題1【A】)."""
_FRAMED = re.compile(r"\s*[=*~～#_\-]{2,}\s*([^\s=*~～#_\-].{0,40}?)\s*[=*~～#_\-]{2,}\s*")
_HEADED = re.compile(r"\s*(?:[◎●■◆※·]\s*)?(?:" + "|".join(header_words()) + r")(?:人員?)?[\s：]")
"""One of several labels of the header with their texts, parted by bars (時間 …｜地點 …｜主席 …)."""
_LABEL_BAR = re.compile(r"\s*(?:[◎●■◆※]\s*)?(?:[\u3400-\u9fff]\s*){2,6}[|│]")
PART, _ITEM, _DEEP = "▍", "▎", 3
"""The bullets that stand for headings of Markdown: of the first two levels, and of those beneath."""
_CHECKED = r"[·■☑☒▣✔✓√]|[\[（]\s?[Vv✓✔■☑]\s?[\]）]"
_EMPTY = r"[□☐]|\[\s*\]|（\s*）"
_BOX = re.compile(
    rf"(?:(?P<on>{_CHECKED})|{_EMPTY})(?P<option>(?:(?!{_CHECKED}|{_EMPTY}).)*?)(?P<note>（[^（）]*「[^（）]*）)?(?={_CHECKED}|{_EMPTY}|$)"
)
"""A box of a form with what may be ticked; a note that quotes a name belongs to whatever is ticked."""
_CODE = re.compile(r"(?<=[^\s】])【([^【】「」]{0,6}\d{1,4}\s?-\s?\d[\d\s]{0,3})】")
"""The code of another case in a line (併【環109-05】)."""
_IN_PROSE = re.compile(
    r"(?<=[、及與和為之增原入稱將])【[^【】「」\n]{4,40}】"
    r"|【[^【】「」\n]{4,40}】(?=\s*[0-9一二三四五六七八九十兩]{1,3}\s*案|[、及與和]【)"
)
"""A name that stands in square brackets in a sentence (原【A】與【B】2案合併為【C】)."""
_ONLY_BRACKETS = re.compile(r"\s*(?:【[^【】]*】[、及與和\s]*)+")
_FORM = re.compile(
    rf"^[^\n]*(?:{_EMPTY}|{_CHECKED})[^\n]*(?:{_EMPTY})[^\n]*\n"
    r"(?:(?!\s*\n)(?!\s*(?:[【*-]|[\u3400-\u9fff\s]{2,8}：|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]))"
    rf"[^\n]*(?:{_EMPTY}|{_CHECKED})[^\n]*\n)+",
    re.MULTILINE,
)
"""A form whose boxes go on from line to line."""
_LEGEND = re.compile(r"\s*[（※].*說明：.*")
"""What the boxes of a form mean (（■為本次決定，□為未採）)."""
_SLASH_ROW = re.compile(
    r"^[ ]*(?:項次|編號|案號|序號|序)\s*/[^\n/]*/[^\n]*\n(?:\s*\d{1,2}\s*/[^\n]*(?:\n[^\n]+)*\n?)+", re.MULTILINE
)
_BROKEN_SLASH = re.compile(r"(?<=[^\s\n])\n(?=[ ]*(?!\d{1,2}\s*/)\S)")
"""A table with slashes between its cells, and where a line of it is broken."""


def _quoted(found: re.Match[str]) -> str:
    """A name in square brackets in quotation marks; 【解除列管】2案 is a heading."""
    inner = found[0][1:-1]
    return found[0] if asked_outcome_of(re.sub(r"\s", "", inner)) else f"「{inner}」"


def _in_quotes(line: str) -> str:
    """A line with quotation marks around the names that stand in square brackets, but for a heading of such names."""
    return line if _ONLY_BRACKETS.fullmatch(line) else _IN_PROSE.sub(_quoted, line)


def prepare(text_view: str) -> str:
    """The folded view as the outline reads it, at equal length."""
    view = _TAGS.sub(lambda m: " " * len(m[0]), text_view)
    whole = _FORM.sub(lambda m: m[0][:-1].replace("\n", " ") + "\n", _SLASH_ROW.sub(_one_line, closed(view)))
    whole = _CODE.sub(_pointing, whole)
    lines = [_plain(_in_quotes(line)) for line in whole.split("\n")]
    return "\n".join(aligned(cards(tables(_numbered(lines)))))


def _one_line(table: re.Match[str]) -> str:
    """A table whose cells slashes part, each of its rows that a re-wrapping broke on one line again."""
    return _BROKEN_SLASH.sub(" ", table[0])


def unsigned(view: str) -> str:
    """A prepared view without the signs that stand for headings of Markdown, at equal length."""
    return view.replace(PART, " ").replace(_ITEM, " ")


def _plain(line: str) -> str:
    """One line without its mark-up."""
    if "|" in line and all(_HEADED.match(part) for part in line.split("|")):
        return line.replace("|", "\n")
    if line.count("|") >= 2:
        inner = line.strip()
        left = line.index("|") if inner.startswith("|") else -1
        right = line.rindex("|") if inner.endswith("|") else -1
        return "".join(" " if i in (left, right) else "\t" if c == "|" else c for i, c in enumerate(line))
    if bar := _LABEL_BAR.match(line):
        return f"{line[: bar.end() - 1]}：{line[bar.end() :]}"
    if opened := _decorated(line):
        return f"{opened['blank']} {opened['words']}：{' ' * len(opened['colon'])}{line[opened.end() :]}"
    if named := _NAMED.match(line):
        return f"{named[1]}「{named[2]}」{line[named.end() :]}"
    if framed := _FRAMED.fullmatch(line):
        return " " * framed.start(1) + framed[1] + " " * (len(line) - framed.end(1))
    if head := re.match(r"\s*(#{1,6})\s", line):
        sign = PART if len(head[1]) < _DEEP else _ITEM
        return line.replace("#" * len(head[1]), sign + " " * (len(head[1]) - 1), 1)
    if re.match(r"\s*>\s", line):
        return line.replace(">", " ", 1)
    return _ticked(line)


def _pointing(code: re.Match[str]) -> str:
    """The code of another case without its brackets, on one line; blanks where the case's name stands behind it."""
    named = code.string.startswith("「", code.end())
    return "".ljust(len(code[0])) if named else (" " + re.sub(r"\s", "", code[1])).ljust(len(code[0]))


def _decorated(line: str) -> re.Match[str] | None:
    """A heading in brackets at the head of a line: in 【】, known, an item's number (《提案1》), or alone there.

    〈一〉 is a number by itself.
    """
    found = _BRACKETS.match(line)
    if found is None or numeral(found["words"]):
        return None
    words, sign, number = re.sub(r"\s", "", found["words"]), found["sign"], mark(found["words"])
    alone = line[found.end() :].strip() == "" and sign in "<〈《[" and len(words) > 3
    numbered = number is not None and number.length == len(found["words"])
    known = numbered or (sign != "「" and (alone or sign == "【" or heading(words)))
    return found if known else None


def _ticked(line: str) -> str:
    """What is ticked on a form (■持續列管　□解除列管), without what is not; of a form left blank nothing."""
    ticked = [bool(box["on"]) for box in _BOX.finditer(line)]
    is_form = len(ticked) > 1 and not all(ticked) and not _LEGEND.fullmatch(line)
    return _BOX.sub(_chosen, line) if is_form else line


def _chosen(box: re.Match[str]) -> str:
    """What is ticked without its box, blanks for what is not."""
    if box["on"]:
        return " " * len(box["on"]) + box[0][len(box["on"]) :]
    note = box["note"] or ""
    return " " * (len(box[0]) - len(note)) + note


def _numbered(lines: list[str]) -> list[str]:
    """Lines that a word processor numbered, with blanks for the tabs around their number, but for rows of a table."""
    above = ""
    for at, line in enumerate(lines):
        number = mark(line.lstrip())
        written = line.lstrip()[: number.length].rstrip() if number else "\t"
        rest = line.lstrip()[len(written) :]
        if "\t" in line and "\t" not in written and "\t" not in rest.lstrip():
            in_table = "\t" in above and not heading(re.sub(r"\s|：.*", "", rest))
            lines[at] = line if in_table else line.replace("\t", " ")
        above = lines[at] if line.strip() else above
    return lines
