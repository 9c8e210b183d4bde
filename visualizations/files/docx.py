"""Reports as Word documents.

Always true: a picture is a PNG with its SVG inside, in its size, never parted from its caption; the head of a table is
repeated and no row is split; footnotes, headings, numbers of pictures and pages are real ones, which Word can list and
refer to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from visualizations.drawing.shapes import Drawing
from visualizations.drawing.svg import svg
from visualizations.files.docx_notes import add_notes, marks
from visualizations.files.docx_styles import dress
from visualizations.files.docx_table import table
from visualizations.files.docx_xml import Element, field, paragraph, run
from visualizations.files.footnotes import Footnotes
from visualizations.files.package import undated
from visualizations.files.plain import plain
from visualizations.files.png import png
from visualizations.files.setting import AFTER_LABEL, FIGURE, PAGE, TABLE, Setting, setting
from visualizations.report.blocks import Block, Column, Figure, Heading, Paragraph, Report, Span, Table
from visualizations.words import Language, Words

_LARGEST_PAGE = 22 * 72.0
"""What Word allows."""


def report(content: Report) -> bytes:
    """A whole report.

    In: a report. Out: the bytes of a DOCX. Raises: FontError.
    """
    content = plain(content)
    document = docx.Document()
    sizes = setting(content)
    dress(document, sizes)
    _page(document, sizes, content.language)
    _describe(document, content)
    _Story(document, sizes, content.language).write(content)
    out = BytesIO()
    document.save(out)
    return undated(out.getvalue())


class _Story:
    """The body of a document, written from its head to its end."""

    def __init__(self, document: Document, sizes: Setting, language: Language) -> None:
        self._document, self._sizes, self._language = document, sizes, language
        self._notes = Footnotes()
        self._numbers = {FIGURE: 0, TABLE: 0}

    def write(self, content: Report) -> None:
        """Everything that a report says."""
        self._add(paragraph("Title", run(content.title)))
        self._add(paragraph("Subtitle", run(content.subtitle)))
        for block in content.blocks:
            self._block(block)
        add_notes(self._document, self._notes.mentioned())

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._add(paragraph(f"Heading{min(block.level, 3)}", run(block.text)))
        elif isinstance(block, Paragraph):
            self._add(paragraph("Source" if block.small else "Normal", *self._said(block.spans)))
        elif isinstance(block, Figure):
            self._picture(block.drawing)
            self._add(paragraph("Caption", *self._label(FIGURE), *self._said(block.caption)))
        else:
            self._add(paragraph("TableCaption", *self._label(TABLE), run(block.caption)))
            self._add(self._table(block))
            self._add(paragraph("AfterTable"))

    def _add(self, element: Element) -> None:
        body = self._document.element.body
        body.insert(len(body) - 1, element)

    def _said(self, spans: Iterable[Span]) -> list[Element]:
        said: list[Element] = []
        for span in spans:
            said += [run(span.text, bold=span.bold), *marks(self._notes.mentions(span.notes))]
        return said

    def _label(self, label: Words) -> list[Element]:
        self._numbers[label] += 1
        word, number = label.of(self._language), str(self._numbers[label])
        counted = field(f"SEQ {word} \\* ARABIC", run(number, bold=True))
        return [run(f"{word} ", bold=True), counted, run(AFTER_LABEL.of(self._language))]

    def _picture(self, drawing: Drawing) -> None:
        place = self._document.add_paragraph(style="Picture")
        shape = place.add_run().add_picture(BytesIO(png(drawing)), Pt(drawing.width), Pt(drawing.height))
        for side in "TBLR":
            shape._inline.set(f"dist{side}", "0")
        properties = shape._inline.docPr
        properties.set("title", drawing.title)
        properties.set("descr", drawing.description)
        package = self._document.part.package
        name = PackURI(f"/word/media/drawing{self._numbers[FIGURE] + 1}.svg")
        part = Part(name, "image/svg+xml", svg(drawing).encode(), package)
        blip = next(shape._inline.iter(qn("a:blip")))
        blip.append(_vector(self._document.part.relate_to(part, RT.IMAGE)))

    def _table(self, content: Table) -> Element:
        shares = sum(column.share for column in content.columns)
        return table(
            [self._sizes.width * column.share / shares for column in content.columns],
            [paragraph(f"{_kind(column)}Head", run(column.title)) for column in content.columns],
            [
                [paragraph(_kind(column), *self._said(cell)) for column, cell in zip(content.columns, row, strict=True)]
                for row in content.rows
            ],
        )


def _kind(column: Column) -> str:
    """The style of its cells."""
    return "TableNumber" if column.number else "TableText"


def _vector(relation: str) -> Element:
    """What tells Word of the SVG beside the PNG."""
    element: Element = parse_xml(
        f'<a:extLst {nsdecls("a", "r")}><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
        'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        f'r:embed="{relation}"/></a:ext></a:extLst>'
    )
    return element


def _page(document: Document, sizes: Setting, language: Language) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Pt(sizes.page_width), Pt(min(sizes.page_height, _LARGEST_PAGE))
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Pt(sizes.margin))
    section.header_distance = section.footer_distance = Pt(sizes.foot)
    before, between, after = re.split(r"\{\w+\}", PAGE.of(language))
    numbered = [run(before), field("PAGE", run("1")), run(between), field("NUMPAGES", run("1")), run(after)]
    foot = section.footer.paragraphs[0]._p
    foot.getparent().replace(foot, paragraph("Footer", *numbered))


def _describe(document: Document, content: Report) -> None:
    """What the file says of itself: its title and language; nobody's name and no clock."""
    document.core_properties._element.clear()
    document.core_properties.title = content.title[:255]
    document.core_properties.subject = content.subtitle[:255]
    document.core_properties.language = {Language.ZH: "zh-TW", Language.EN: "en-US"}[content.language]
