"""Word documents. Always true: paragraphs and tables come in document order as the latest revision reads, with the
numbers Word shows; page headers and footers, comments, hidden and deleted text are left out; notes stand at the end.

A table of a single cell is a frame: its paragraphs stay lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap, qn

from loaders.reading.archive import check_package
from loaders.reading.docx_numbering import Numbering
from loaders.reading.limits import LIMITS, Limits
from loaders.reading.lines import MOST_COLUMNS, cell_text, row_line

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_W = "{" + nsmap["w"] + "}"
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}
_LEFT_OUT = frozenset(
    map(qn, ("w:pPr", "w:rPr", "w:del", "w:moveFrom", "w:delText", "w:instrText", "w:delInstrText", "w:sdtPr",
             "w:sdtEndPr", "w:rt", "w:tblPr", "w:trPr", "w:tcPr", "w:sectPr", "w:tblGrid"))
)  # fmt: skip
_NOTES = {
    qn("w:footnoteReference"): (RELATIONSHIP_TYPE.FOOTNOTES, "w:footnote", "註"),
    qn("w:endnoteReference"): (RELATIONSHIP_TYPE.ENDNOTES, "w:endnote", "尾註"),
}
_PRIVATE_SIGNS = {"F0FE": "☑", "F052": "☑", "F0FD": "☒", "F0A8": "□", "F06F": "□", "F0A3": "□", "F071": "□",
                  "F0FC": "✓", "F06C": "●", "F06E": "■", "F0B7": "•", "F0D8": "➢", "F0E0": "→"}  # fmt: skip


def text_of(data: bytes, name: str, limits: Limits = LIMITS) -> str:
    """The text of a DOCX; InputError when it is encrypted or too large, other errors of python-docx when damaged."""
    check_package(BytesIO(data), name, "DOCX", limits)
    document = docx.Document(BytesIO(data))
    part = document.part
    roots = {rel.reltype: rel.target_part for rel in part.rels.values() if not rel.is_external}
    numbering = _root(roots.get(RELATIONSHIP_TYPE.NUMBERING))
    story = _Story(Numbering(numbering, _root(roots.get(RELATIONSHIP_TYPE.STYLES))))
    lines = list(story.lines(document.element.body))
    return "\n".join([*lines, *_note_lines(story, roots)])


def _root(part: Any | None) -> Any | None:
    if part is None:
        return None
    element = getattr(part, "element", None)
    return element if element is not None else parse_xml(part.blob)


def _note_lines(story: _Story, roots: dict[str, Any]) -> Iterator[str]:
    for reference, (reltype, tag, label) in _NOTES.items():
        root = _root(roots.get(reltype))
        notes = {note.get(qn("w:id")): note for note in root.iterfind(qn(tag))} if root is not None else {}
        cited = [note_id for kind, note_id in story.cited if kind == reference]
        for number, note_id in enumerate(cited, 1):
            text = cell_text("\n".join(story.lines(notes[note_id]))) if note_id in notes else ""
            if text:
                yield f"{label}{number}：{text}"


class _Story:
    """One walk through a document, counting its list items and gathering the notes it cites."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self.cited: list[tuple[str, str]] = []

    def lines(self, container: Any) -> Iterator[str]:
        """The lines of the paragraphs and tables in ``container``."""
        carried = ""
        for block in _blocks(container):
            if block.tag == qn("w:tbl"):
                yield from self._table(block)
                continue
            runs: list[str] = []
            boxes: list[Any] = []
            self._inline(block, runs, boxes)
            text = "".join(runs)
            if _mark_is_deleted(block):
                carried += text
                continue
            yield from (self._numbering.mark(block) + carried + text).split("\n")
            carried = ""
            for box in boxes:
                yield from self.lines(box)
        if carried:
            yield carried

    def _inline(self, parent: Any, out: list[str], boxes: list[Any]) -> None:
        for child in parent:
            tag = child.tag
            if tag == qn("w:t") or tag == _MATH_TEXT:
                out.append((child.text or "").replace("\n", " "))
            elif tag in _SIGNS:
                out.append(_SIGNS[tag])
            elif tag == qn("w:sym"):
                out.append(_symbol(child))
            elif tag in _NOTES:
                self.cited.append((tag, child.get(qn("w:id"), "")))
            elif tag == qn("w:txbxContent"):
                boxes.append(child)
            elif tag == _MC + "AlternateContent":
                self._inline(_chosen(child), out, boxes)
            elif isinstance(tag, str) and tag not in _LEFT_OUT and not _is_hidden_run(child):
                self._inline(child, out, boxes)

    def _table(self, table: Any) -> Iterator[str]:
        rows = [list(_found(row, qn("w:tc"))) for row in _found(table, qn("w:tr"))]
        if len(rows) == 1 and len(rows[0]) == 1:
            yield from self.lines(rows[0][0])
            return
        for row in _found(table, qn("w:tr")):
            if row.find(f"{_W}trPr/{_W}del") is None:
                yield row_line(self._cells(row))

    def _cells(self, row: Any) -> Iterator[str]:
        properties = row.find(qn("w:trPr"))
        yield from [""] * _number(properties, "w:gridBefore", 0)
        for cell in _found(row, qn("w:tc")):
            look = cell.find(qn("w:tcPr"))
            goes_on = any(
                (merge := look.find(qn(tag))) is not None and merge.get(qn("w:val"), "continue") == "continue"
                for tag in ("w:vMerge", "w:hMerge")
                if look is not None
            )
            yield "" if goes_on else "\n".join(self.lines(cell))
            yield from [""] * (_number(look, "w:gridSpan", 1) - 1)
        yield from [""] * _number(properties, "w:gridAfter", 0)


def _blocks(container: Any) -> Iterator[Any]:
    """The paragraphs and tables of a container, through whatever wraps them."""
    for child in container:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag == _MC + "AlternateContent":
            yield from _blocks(_chosen(child))
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield from _blocks(child)


def _found(container: Any, tag: str) -> Iterator[Any]:
    """The rows of a table, or the cells of a row, through whatever wraps them."""
    for child in container:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT and child.tag != qn("w:tc"):
            yield from _found(child, tag)


def _chosen(alternatives: Any) -> Any:
    """The modern form of a thing that is written twice, else the old one."""
    for tag in ("Choice", "Fallback"):
        if (form := alternatives.find(_MC + tag)) is not None:
            return form
    return ()


def _mark_is_deleted(paragraph: Any) -> bool:
    return paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None


def _is_hidden_run(element: Any) -> bool:
    hidden = element.find(f"{_W}rPr/{_W}vanish") if element.tag == qn("w:r") else None
    return hidden is not None and hidden.get(qn("w:val"), "1") not in ("0", "false", "off")


def _symbol(element: Any) -> str:
    code = element.get(qn("w:char"), "").upper()
    try:
        return _PRIVATE_SIGNS.get(code) or chr(int(code, 16))
    except ValueError:
        return ""


def _number(properties: Any | None, tag: str, default: int) -> int:
    element = properties.find(qn(tag)) if properties is not None else None
    text = element.get(qn("w:val"), "") if element is not None else ""
    return max(default, min(int(text), MOST_COLUMNS)) if text.isdigit() and len(text) < 10 else default
